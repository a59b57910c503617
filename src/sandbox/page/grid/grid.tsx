/** The grid: what is to be seen of the active sheet, answering pointer, wheel, keys and clipboard. */

import type { VNode } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { MAX_COLUMNS, MAX_ROWS } from "../../host/workbook/area";
import type { Clipboard } from "../clipboard/clipboard";
import { beginEntry, commitEntry } from "../state/entry";
import type { Page } from "../state/page";
import { Charts } from "./charts";
import type { Conditions } from "./conditions";
import { Editor } from "./editor";
import { HEAD_HEIGHT, HEAD_WIDTH, extentOf, frameOf, scrolledTo, type Frame, type View } from "./frame";
import { Heads } from "./heads";
import { answerKey } from "./keyboard";
import { aroundMerges, mergeAt, type Place } from "./moves";
import { Row, cellId } from "./row";

export interface GridProps {
  readonly page: Page;
  readonly conditions: Conditions;
  readonly clipboard: Clipboard;
  readonly revision: number;
  readonly openMenu: (at: { readonly x: number; readonly y: number }) => void;
  readonly leave: () => void;
}

const GRID_ID = "grid";

/** Brings the keys back to the grid. */
export const focusGrid = (): void => document.getElementById(GRID_ID)?.focus({ preventScroll: true });

export function Grid({ page, conditions, clipboard, revision, openMenu, leave }: GridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const editor = useRef<HTMLTextAreaElement>(null);
  const [view, setView] = useState<View>({ top: 0, left: 0, width: 0, height: 0 });
  const sheet = page.sheet();
  const active = page.active();
  const lead = page.lead();
  const selection = aroundMerges(sheet, page.selection());
  const reach = { row: Math.min(lead.row, MAX_ROWS - 1), column: Math.min(lead.column, MAX_COLUMNS - 1) };
  const extent = useMemo(() => extentOf(sheet, reach, page.zoom()), [sheet.id, revision]);
  const frame = frameOf(sheet, extent, view);

  useLayoutEffect(() => {
    const box = scroller.current!;
    const measure = () => setView((before) => ({ ...before, width: box.clientWidth, height: box.clientHeight }));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  // Another sheet begins at its top; a cell that is selected comes into sight, whoever selected it.
  const seen = useRef("");
  useLayoutEffect(() => {
    const box = scroller.current!;
    const now = `${sheet.id} ${lead.row} ${lead.column}`;
    if (seen.current === now || view.height === 0) return;
    const other = !seen.current.startsWith(`${sheet.id} `);
    seen.current = now;
    const to = scrolledTo(sheet, extent, other ? { ...view, top: 0, left: 0 } : view, lead);
    if (to.top !== box.scrollTop || to.left !== box.scrollLeft) box.scrollTo(to.left, to.top);
  });

  const rows = useMemo(() => rowsToDraw(frame, sheet.merges), [frame.shownRows.join(), sheet.merges]);
  const drawn = useDrawnRows(`${sheet.id} ${revision} ${view.left} ${frame.shownColumns.join()}`, rows, (row) => (
    <Row key={row} {...{ page, sheet, row, frame, conditions, selection, active }} />
  ));
  const pageRows = () => Math.max(1, frame.shownRows.filter((row) => row >= sheet.freeze.rows).length - 2);

  useEffect(() => {
    // A new message or a new sheet must not take the keys away from where they were.
    if (document.activeElement === document.body) focusGrid();
  }, [sheet.id]);

  const openMenuAtCell = () => {
    const box = scroller.current!.getBoundingClientRect();
    openMenu({ x: box.left + frame.x(active.column) + 20, y: box.top + frame.y(active.row) + 20 });
  };

  return (
    <div
      ref={scroller}
      class="scroller"
      onScroll={(event) => {
        const { scrollTop, scrollLeft } = event.currentTarget;
        setView((before) => ({ ...before, top: scrollTop, left: scrollLeft }));
      }}
    >
      <div
        class="extent"
        style={{
          width: `${HEAD_WIDTH + extent.columns.start(extent.columnCount)}px`,
          height: `${HEAD_HEIGHT + extent.rows.start(extent.rowCount)}px`,
        }}
      >
        <div class="editor-layer">
          <Editor page={page} frame={frame} box={editor} backToGrid={focusGrid} />
        </div>
        <div
          id={GRID_ID}
          class="viewport"
          role="grid"
          tabIndex={0}
          aria-label={`${page.texts.grid} ${sheet.name}`}
          aria-rowcount={extent.rowCount + 1}
          aria-colcount={extent.columnCount + 1}
          aria-multiselectable
          aria-activedescendant={isDrawn(frame, rows, sheet.merges, active) ? cellId(active) : undefined}
          style={{ width: `${view.width}px`, height: `${view.height}px` }}
          onPointerDown={(event) => answerPointer(page, frame, event, focusGrid)}
          onDblClick={(event) => {
            const { x, y } = placeIn(event);
            if (x <= HEAD_WIDTH || y <= HEAD_HEIGHT) return;
            beginEntry(page, "cell");
            openAtOnce(page, editor.current!);
          }}
          onContextMenu={(event) => {
            event.preventDefault();
            openMenu({ x: event.clientX, y: event.clientY });
          }}
          onFocus={() => {
            // Back from the pane: an entry that was left open goes on where it was.
            if (page.editing()?.from === "cell") editor.current?.focus({ preventScroll: true });
          }}
          onKeyDown={(event) => {
            if (page.editing()) return;
            if (answerKey(page, event, { pageRows, openMenu: openMenuAtCell, leave })) event.preventDefault();
            openAtOnce(page, editor.current!);
          }}
          onCopy={(event) => writeClipboard(event, clipboard.copy(false))}
          onCut={(event) => writeClipboard(event, clipboard.copy(true))}
          onPaste={(event) => {
            if (page.editing()) return;
            event.preventDefault();
            clipboard.paste(event.clipboardData?.getData("text/plain") ?? "");
          }}
        >
          <Heads page={page} frame={frame} selection={selection} frozen={sheet.freeze.columns} />
          <div role="rowgroup" class="rows scrolled" style={{ transform: `translateY(${-view.top}px)` }}>
            {rows.filter((row) => row >= sheet.freeze.rows).map(drawn)}
            {sheet.charts.length > 0 && <Charts sheet={sheet} frame={frame} left={view.left} />}
          </div>
          <div role="rowgroup" class="rows frozen">
            {rows.filter((row) => row < sheet.freeze.rows).map(drawn)}
          </div>
          {sheet.freeze.rows > 0 && (
            <div class="freeze-line across" style={{ top: `${HEAD_HEIGHT + frame.frozenHeight - 1}px` }} />
          )}
          {sheet.freeze.columns > 0 && (
            <div class="freeze-line down" style={{ left: `${HEAD_WIDTH + frame.frozenWidth - 1}px` }} />
          )}
        </div>
      </div>
    </div>
  );
}

/** Draws rows, and keeps those that scrolling only moves: the same node is not compared again. */
function useDrawnRows(stamp: string, rows: readonly number[], draw: (row: number) => VNode): (row: number) => VNode {
  const kept = useRef({ stamp: "", nodes: new Map<number, VNode>() });
  const before = kept.current.stamp === stamp ? kept.current.nodes : new Map<number, VNode>();
  const nodes = new Map(rows.map((row) => [row, before.get(row) ?? draw(row)]));
  kept.current = { stamp, nodes };
  return (row) => nodes.get(row)!;
}

/** The rows in sight, and those in which a merged cell begins that reaches into sight. */
function rowsToDraw({ shownRows }: Frame, merges: readonly { top: number; bottom: number }[]): number[] {
  const rows = new Set(shownRows);
  for (const { top, bottom } of merges) {
    if (!rows.has(top) && shownRows.some((row) => row > top && row <= bottom)) rows.add(top);
  }
  return [...rows].sort((one, other) => one - other);
}

function isDrawn(
  frame: Frame,
  rows: readonly number[],
  merges: readonly { top: number; left: number }[],
  { row, column }: Place,
): boolean {
  if (!rows.includes(row)) return false;
  return frame.shownColumns.includes(column) || merges.some((merge) => merge.top === row && merge.left === column);
}

/** Where an entry has begun, the editor takes the keys within the same event, so that no character is lost. */
function openAtOnce(page: Page, editor: HTMLTextAreaElement): void {
  const editing = page.editing();
  if (editing?.from !== "cell") return;
  editor.value = editing.text;
  editor.focus({ preventScroll: true });
  editor.setSelectionRange(editor.value.length, editor.value.length);
}

function placeIn(event: MouseEvent): { x: number; y: number } {
  const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

function answerPointer(page: Page, frame: Frame, event: PointerEvent, focus: () => void): void {
  const grid = event.currentTarget as HTMLElement;
  const { x, y } = placeIn(event);
  const place = frame.cellAt(x, y);
  if (page.editing() && !commitEntry(page)) return;
  event.preventDefault();
  focus();
  const [onRows, onColumns] = [x < HEAD_WIDTH, y < HEAD_HEIGHT];
  const reach = (to: Place): Place => ({
    row: onColumns ? MAX_ROWS - 1 : to.row,
    column: onRows ? MAX_COLUMNS - 1 : to.column,
  });
  const start: Place = event.shiftKey
    ? page.active()
    : { row: onColumns ? 0 : place.row, column: onRows ? 0 : place.column };
  const { top, left, bottom, right } = page.selection();
  const kept =
    event.button === 2 && place.row >= top && place.row <= bottom && place.column >= left && place.column <= right;
  if (!kept) selectTo(page, start, reach(place), onRows || onColumns);
  if (event.button !== 0) return;
  grid.setPointerCapture(event.pointerId);
  const move = (moved: PointerEvent) => {
    const box = grid.getBoundingClientRect();
    const to = frame.cellAt(moved.clientX - box.left, moved.clientY - box.top);
    selectTo(page, start, reach(to), onRows || onColumns);
  };
  const end = () => {
    grid.removeEventListener("pointermove", move);
    grid.removeEventListener("pointerup", end);
    grid.removeEventListener("pointercancel", end);
  };
  grid.addEventListener("pointermove", move);
  grid.addEventListener("pointerup", end);
  grid.addEventListener("pointercancel", end);
}

/** Whole rows and columns are taken as they are; a selection of cells grows around merged ones. */
function selectTo(page: Page, from: Place, to: Place, whole: boolean): void {
  if (!whole) {
    const { top, left } = mergeAt(page.sheet(), from);
    page.select({ row: top, column: left }, to);
    return;
  }
  const area = {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
  page.selectArea(area, from);
}

function writeClipboard(event: ClipboardEvent, text: string): void {
  event.preventDefault();
  event.clipboardData?.setData("text/plain", text);
}
