/** The letters of the columns, with the handles that change their width. */

import { columnLetters, type Area } from "../../host/workbook/area";
import { PIXELS_PER_POINT } from "../../host/workbook/state";
import { resizeLine } from "../state/commands";
import type { Page } from "../state/page";
import { HEAD_HEIGHT, HEAD_WIDTH, type Frame } from "./frame";

export interface HeadsProps {
  readonly page: Page;
  readonly frame: Frame;
  readonly selection: Area;
  readonly frozen: number;
}

export function Heads({ page, frame, selection, frozen }: HeadsProps) {
  return (
    <div role="row" aria-rowindex={1} class="heads" style={{ height: `${HEAD_HEIGHT}px` }}>
      <div role="columnheader" aria-colindex={1} class="corner" style={{ width: `${HEAD_WIDTH}px` }}>
        <span class="unseen">{page.texts.nameBox}</span>
      </div>
      {frame.shownColumns.map((column) => {
        const selected = column >= selection.left && column <= selection.right;
        const classes = ["column-head", selected ? "selected" : "", column < frozen ? "frozen" : ""];
        return (
          <div
            key={column}
            role="columnheader"
            aria-colindex={column + 2}
            class={classes.filter(Boolean).join(" ")}
            style={{ left: `${frame.x(column)}px`, width: `${frame.columns.size(column)}px` }}
          >
            {columnLetters(column)}
            <span
              class="width-handle"
              onPointerDown={(event) => dragWidth(page, event, column, frame.columns.size(column))}
            />
          </div>
        );
      })}
    </div>
  );
}

/** Follows the pointer, and sets the width when it is let go: one step, however long the way. */
function dragWidth(page: Page, event: PointerEvent, column: number, width: number): void {
  event.preventDefault();
  event.stopPropagation();
  const handle = event.currentTarget as HTMLElement;
  const head = handle.parentElement!;
  handle.setPointerCapture(event.pointerId);
  const widthAt = ({ clientX }: PointerEvent) => Math.max(6, width + clientX - event.clientX);
  const move = (moved: PointerEvent) => {
    head.style.width = `${widthAt(moved)}px`;
  };
  const end = (last: PointerEvent) => {
    handle.removeEventListener("pointermove", move);
    handle.removeEventListener("pointerup", end);
    resizeLine(page, "columns", column, widthAt(last) / PIXELS_PER_POINT / page.zoom());
  };
  handle.addEventListener("pointermove", move);
  handle.addEventListener("pointerup", end);
}
