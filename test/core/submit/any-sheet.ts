/** Sheets of a small form as anybody may have them, and the copies that are made of them. */

import fc from "fast-check";
import { checkFigures } from "../../../src/core/check/engine";
import type { SheetLayout } from "../../../src/core/form/layout";
import { recognise } from "../../../src/core/form/recognise";
import { copySheet, type Sendable } from "../../../src/core/submit/copy-sheet";
import { fingerprintOf } from "../../../src/core/submit/fingerprint";
import { gateOf } from "../../../src/core/submit/gate";
import { slipLayout } from "../../../src/core/submit/slip";
import { readFigures, type FigureTable } from "../../../src/core/table/figures";
import type { Cell, Grid } from "../../../src/core/table/grid";
import { anyFigure } from "../../support/arbitraries";
import { reasonsFor } from "../../support/mended";
import { count, formOf, grid, HALF_2024, heading, rate, type Written } from "../form/support";

export const FORM = formOf([
  heading("KCB", "Khám chữa bệnh"),
  count("KCB_01", "Tổng số lượt khám bệnh"),
  count("KCB_02", "Số bệnh nhân điều trị nội trú"),
  rate("KCB_03", "Tỷ lệ sử dụng giường bệnh"),
  heading("DS", "Dân số"),
  rate("DS_01", "Tỷ lệ sinh con thứ ba trở lên"),
  count("DS_02", "Số trẻ đẻ sống"),
]);
export const UNIT = "Sở Y tế tỉnh Điện Biên";
const HINT = { formId: FORM.id, period: HALF_2024, unit: UNIT };
export const HEADER = [
  "Chỉ tiêu",
  "Mã số",
  "Kế hoạch năm 2024",
  "Thực hiện 6T.2024",
  "Thực hiện 6T.2023",
  "So với KH (%)",
];
const STRANGE = ["Việc khác của phòng", "=SUM(A1:A9)", "+ Số buổi họp", "@lệnh", "Nội bộ: chưa gửi"];

export const read = (sheet: Grid): FigureTable => readFigures(sheet, recognise(sheet, [FORM], HINT)!);
export const sendableOf = (table: FigureTable): Sendable => ({ table, form: FORM, period: HALF_2024, unit: UNIT });

const figures = fc.array(anyFigure, { minLength: 4, maxLength: 4 });
/** A row of one's own: with a number, as a row of words alone is no row of a table that is sent. */
const own = fc.tuple(
  fc.constantFrom(...STRANGE),
  fc.tuple(fc.nat(99), anyFigure, anyFigure, anyFigure),
  fc.boolean(),
  fc.nat(6),
);
const ORDERS = [
  [0, 1, 2, 3, 4, 5, 6],
  [1, 0, 2, 3, 4, 5, 6],
  [6, 0, 1, 4, 2, 3, 5],
];
const FURNITURE = ["title", "numbers", "blank", "header", "note"] as const;
/**
 * A sheet of the form as anybody may have it: any figures, rows and columns in another order, with Mã số or without, rows
 * and a column of one's own, some of them hidden, and what people put above, between and below.
 */
export const anySheet = fc
  .record({
    coded: fc.boolean(),
    noted: fc.boolean(),
    order: fc.constantFrom(...ORDERS),
    furniture: fc.subarray([...FURNITURE]),
    rows: fc.shuffledSubarray([...FORM.rows], { minLength: 5 }),
    figures: fc.array(figures, { minLength: 7, maxLength: 7 }),
    strangers: fc.uniqueArray(own, { maxLength: 3, selector: ([label]) => label }),
    hidden: fc.nat(12),
  })
  .map(({ coded, noted, order, furniture, rows, figures: all, strangers, hidden }): Grid => {
    interface Line {
      readonly cells: readonly Written[];
      readonly hidden?: boolean;
    }
    const lines = rows.map(({ label, code, row }, at): Line => ({
      cells: [label, code, ...(row === "heading" ? [] : all[at]!), ...(noted ? [`ghi ${at}`] : [])],
      hidden: at === hidden,
    }));
    for (const [label, cells, isHidden, at] of strangers) {
      lines.splice(at, 0, { cells: [label, undefined, ...cells], hidden: isHidden });
    }
    const has = (what: (typeof FURNITURE)[number], line: Line) => (furniture.includes(what) ? [line] : []);
    const header: Line = { cells: [...HEADER, ...(noted ? ["Ghi chú"] : [])] };
    const sheet: readonly Line[] = [
      ...has("title", { cells: ["Biểu thử 6 tháng đầu năm 2024"] }),
      header,
      ...has("numbers", { cells: ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"] }),
      ...lines.slice(0, 3),
      ...has("blank", { cells: [] }),
      ...has("header", header),
      ...lines.slice(3),
      ...has("note", { cells: ["Ghi chú: số ước đến 30/6"] }),
    ];
    const columns = coded ? order : order.filter((column) => column !== 1);
    return grid(
      sheet.map(({ cells }) => columns.map((column) => cells[column])),
      { hiddenRows: new Set(sheet.flatMap((line, at) => (line.hidden ? [at] : []))) },
    );
  });

/** A laid-out sheet as a program reads it again. */
export const gridOf = (layout: SheetLayout, sheet = layout.name): Grid => ({
  sheet,
  merges: layout.merges,
  rows: layout.cells.map((cells) =>
    Array.from(
      cells,
      (one): Cell | undefined => one && { value: one.value, ...(one.format && { format: one.format }) },
    ),
  ),
});

/** The copy of some tables with its slip, as the sheets of a workbook. */
export async function copyBook(tables: readonly FigureTable[], names: readonly string[], person = "Nguyễn Thị A") {
  const parts = await Promise.all(
    tables.map(async (table, at) => {
      const result = checkFigures(table);
      const gate = gateOf({ table, result, explanations: reasonsFor(table, result) });
      const { layout, placeInCopy } = copySheet(sendableOf(table), names[at]!);
      const slip = {
        ...sendableOf(table),
        sheet: names[at]!,
        gate,
        placeInCopy,
        fingerprint: await fingerprintOf(table),
      };
      return { slip, sheet: gridOf(layout) };
    }),
  );
  const slip = await slipLayout({ person, at: new Date("2024-07-10T01:00:00Z"), tables: parts.map((one) => one.slip) });
  return [...parts.map(({ sheet }) => sheet), gridOf(slip)];
}

/** A sheet with one of its cells another. */
export function withCell(sheet: Grid, row: number, column: number, value: Cell["value"]): Grid {
  const cells = [...sheet.rows[row]!];
  while (cells.length < column) cells.push(undefined);
  cells[column] = { value };
  return { ...sheet, rows: sheet.rows.with(row, cells) };
}
