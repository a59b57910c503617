/** The box in which a cell is edited. It is always there, so that the first key already goes into it. */

import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import { styleAt } from "../../host/workbook/state";
import { commitEntry } from "../state/entry";
import type { Page } from "../state/page";
import type { Frame } from "./frame";
import { fontOf } from "./look";
import { ARROWS, mergeAt, type Direction } from "./moves";

export interface EditorProps {
  readonly page: Page;
  readonly frame: Frame;
  readonly box: RefObject<HTMLTextAreaElement>;
  readonly backToGrid: () => void;
}

/** Answers the keys of an entry, in the cell or in the formula bar alike. */
export function answerEntryKey(page: Page, event: KeyboardEvent, backToGrid: () => void): void {
  const editing = page.editing();
  if (!editing || event.isComposing) return;
  const arrow = editing.arrowsLeave && editing.from === "cell" ? ARROWS[event.key] : undefined;
  let direction: Direction | undefined = arrow;
  if (event.key === "Enter" && event.altKey) {
    event.preventDefault();
    const box = event.currentTarget as HTMLTextAreaElement;
    box.setRangeText("\n", box.selectionStart, box.selectionEnd, "end");
    page.setEditing({ ...editing, text: box.value });
    return;
  }
  if (event.key === "Enter") direction = event.shiftKey ? "up" : "down";
  else if (event.key === "Tab") direction = event.shiftKey ? "left" : "right";
  if (event.key === "Escape") {
    event.preventDefault();
    page.setEditing(undefined);
    backToGrid();
  } else if (direction) {
    event.preventDefault();
    if (commitEntry(page, direction)) backToGrid();
  }
}

export function Editor({ page, frame, box, backToGrid }: EditorProps) {
  const editing = page.editing();
  const sheet = page.sheet();
  const here = editing?.sheet === sheet.id ? editing : undefined;
  const { row, column } = here ?? page.active();
  const area = mergeAt(sheet, { row, column });
  const open = here !== undefined;
  const inCell = here?.from === "cell";

  // The text is written when an entry begins and when the formula bar changes it; while the user types here, the box
  // is ahead of us, and the composing of Vietnamese letters must not be disturbed.
  useEffect(() => {
    const area = box.current;
    const text = page.editing()?.text;
    if (area && text !== undefined && document.activeElement !== area && area.value !== text) area.value = text;
  }, [here?.text, open]);
  useEffect(() => {
    const area = box.current;
    if (!area || !open || !inCell || document.activeElement === area) return;
    area.focus({ preventScroll: true });
    area.setSelectionRange(area.value.length, area.value.length);
  }, [open, inCell]);

  return (
    <textarea
      ref={box}
      class={open ? "editor open" : "editor"}
      aria-label={page.texts.formula}
      aria-hidden={!open}
      tabIndex={-1}
      spellcheck={false}
      rows={1}
      style={{
        left: `${frame.x(area.left) - 1}px`,
        top: `${frame.y(area.top) - 1}px`,
        minWidth: `${frame.columns.start(area.right + 1) - frame.columns.start(area.left) + 2}px`,
        minHeight: `${frame.rows.start(area.bottom + 1) - frame.rows.start(area.top) + 2}px`,
        font: fontOf(styleAt(sheet, area.top, area.left), page.zoom()),
      }}
      onInput={(event) => {
        const current = page.editing();
        if (current) page.setEditing({ ...current, text: event.currentTarget.value });
      }}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === "F2") {
          const current = page.editing();
          if (current) page.setEditing({ ...current, arrowsLeave: !current.arrowsLeave });
        } else answerEntryKey(page, event, backToGrid);
      }}
    />
  );
}
