/** A row of the grid, with its cells. */

import { contains, type Area } from "../../host/workbook/area";
import { formatValue } from "../../host/workbook/number-format";
import { cellAt, holdsContent, styleAt } from "../../host/workbook/state";
import type { Sheet } from "../../host/workbook/types";
import type { Page } from "../state/page";
import type { Conditions } from "./conditions";
import { HEAD_HEIGHT, HEAD_WIDTH, type Frame } from "./frame";
import { boxCss, fontOf, sideOf, textCss, textWidth, withConditions } from "./look";
import { mergeAt, type Place } from "./moves";

/** Room that a text needs beside itself. */
const PADDING = 5;

export interface RowProps {
  readonly page: Page;
  readonly sheet: Sheet;
  readonly row: number;
  readonly frame: Frame;
  readonly conditions: Conditions;
  readonly selection: Area;
  readonly active: Place;
}

export const cellId = ({ row, column }: Place): string => `cell-${row}-${column}`;

export function Row(props: RowProps) {
  const { sheet, row, frame, selection } = props;
  const merges = sheet.merges.filter((merge) => merge.top <= row && merge.bottom >= row);
  // A merged cell is drawn from its first column, also where that is scrolled away.
  const columns = [
    ...new Set([...frame.shownColumns, ...merges.filter((merge) => merge.top === row).map(({ left }) => left)]),
  ].sort((one, other) => one - other);
  const selected = row >= selection.top && row <= selection.bottom;
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      class="row"
      style={{ top: `${HEAD_HEIGHT + frame.rows.start(row)}px`, height: `${frame.rows.size(row)}px` }}
    >
      <div
        role="rowheader"
        aria-colindex={1}
        class={selected ? "row-head selected" : "row-head"}
        style={{ width: `${HEAD_WIDTH}px` }}
      >
        {row + 1}
      </div>
      {columns.map((column) => {
        const merge = merges.find((one) => contains(one, row, column));
        if (merge && (merge.top !== row || merge.left !== column)) return null;
        return <CellBox key={column} {...props} column={column} merge={merge} />;
      })}
    </div>
  );
}

function CellBox(props: RowProps & { readonly column: number; readonly merge: Area | undefined }) {
  const { page, sheet, row, column, frame, conditions, selection, active, merge } = props;
  const cell = cellAt(sheet, row, column);
  const looks = conditions.looks(sheet, row, column);
  const plain = styleAt(sheet, row, column);
  const style = looks.length > 0 ? withConditions(plain, looks) : plain;
  const area = merge ?? { top: row, left: column, bottom: row, right: column };
  const width = frame.columns.start(area.right + 1) - frame.columns.start(area.left);
  const height = frame.rows.start(area.bottom + 1) - frame.rows.start(area.top);
  const inside = contains(selection, row, column);
  const isActive = active.row === row && active.column === column;
  const value = cell?.value ?? null;
  const text = formatValue(value, style.numberFormat, page.locale);
  const side = sideOf(style, value);
  const classes = ["cell"];
  if (column < sheet.freeze.columns) classes.push("frozen");
  if (!sheet.showGridlines) classes.push("bare");
  if (merge) classes.push("merged");
  if (inside && !isActive) classes.push("inside");
  if (inside) classes.push(...edgeClasses(selection, area));
  if (isActive) classes.push("active");
  const comment = sheet.comments.find((one) => one.row === row && one.column === column);
  return (
    <div
      role="gridcell"
      id={cellId({ row, column })}
      aria-colindex={column + 2}
      aria-selected={inside}
      {...(merge && { "aria-colspan": merge.right - merge.left + 1, "aria-rowspan": merge.bottom - merge.top + 1 })}
      class={classes.join(" ")}
      style={{
        // Over its neighbours by the one pixel in which the lines between them lie.
        left: `${frame.x(column) - 1}px`,
        width: `${width + 1}px`,
        height: `${height + 1}px`,
        ...boxCss(style),
      }}
    >
      {text !== "" && (
        <CellText
          {...{
            sheet,
            row,
            column,
            frame,
            text,
            side,
            style,
            width,
            isNumber: typeof value === "number",
            zoom: page.zoom(),
          }}
        />
      )}
      {comment && <span class="comment-mark" title={`${comment.author}: ${comment.content}`} />}
    </div>
  );
}

interface TextProps extends Pick<RowProps, "sheet" | "row" | "frame"> {
  readonly column: number;
  readonly text: string;
  readonly side: ReturnType<typeof sideOf>;
  readonly style: ReturnType<typeof styleAt>;
  readonly width: number;
  readonly isNumber: boolean;
  readonly zoom: number;
}

/** A text may run over empty neighbours; a number that does not fit is shown as a row of #. */
function CellText({ sheet, row, column, frame, text, side, style, width, isNumber, zoom }: TextProps) {
  const needed = style.wrap ? 0 : textWidth(text, fontOf(style, zoom)) + PADDING;
  if (isNumber && needed > width + 1) {
    const count = Math.max(1, Math.floor(width / textWidth("#", fontOf(style, zoom))) - 1);
    return (
      <span class="text" style={textCss(style, "right", zoom)} title={text}>
        {"#".repeat(count)}
      </span>
    );
  }
  const room = needed > width && side === "left" ? roomFor(sheet, row, column, frame, needed, width) : width;
  return (
    <span
      class="text"
      style={{ ...textCss(style, side, zoom), ...(room > width && { flex: "none", width: `${room}px` }) }}
    >
      {text}
    </span>
  );
}

/** The width that a text may take: its own column and the empty ones behind it. */
function roomFor(sheet: Sheet, row: number, column: number, frame: Frame, needed: number, width: number): number {
  if (sheet.merges.some((merge) => contains(merge, row, column))) return width;
  let room = width;
  for (let next = column + 1; room < needed && next < frame.columnCount; next++) {
    if (holdsContent(cellAt(sheet, row, next)) || mergeAt(sheet, { row, column: next }).right > next) break;
    room += frame.columns.size(next);
  }
  return room;
}

function edgeClasses(selection: Area, area: Area): string[] {
  return [
    area.top === selection.top ? "edge-top" : "",
    area.bottom === selection.bottom ? "edge-bottom" : "",
    area.left === selection.left ? "edge-left" : "",
    area.right === selection.right ? "edge-right" : "",
  ].filter(Boolean);
}
