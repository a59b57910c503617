/** Small forms and tables for the tests of core: a few indicators, a few rows of figures. */
import { loadForm } from "../../../src/core/form/load";
import type { Period } from "../../../src/core/form/period";
import type { Column, Form } from "../../../src/core/form/types";
import type { Binding } from "../../../src/core/table/binding";
import { readFigures, type FigureTable } from "../../../src/core/table/figures";
import type { Cell, CellContent } from "../../../src/core/table/grid";
import schema from "../../../src/forms/form.schema.json";

/** The usual columns; in a table's sheet they are A to G. */
export const COLUMNS: readonly Column[] = [
  { role: "code", header: "Mã số", width: 10 },
  { role: "label", header: "Chỉ tiêu", width: 40 },
  { role: "plan", header: "Kế hoạch {nam}", width: 12 },
  { role: "actual", header: "Ước TH {ky}", width: 12 },
  { role: "samePeriod", header: "TH {ky-1}", width: 12 },
  { role: "vsPlan", header: "So với KH (%)", width: 12 },
  { role: "vsSamePeriod", header: "So với cùng kỳ", width: 12 },
];

const META = {
  id: "THU",
  version: "1.0",
  number: "Biểu thử",
  title: "Biểu thử {kỳ báo cáo}",
  periods: ["quarter", "half", "nine", "year"],
  columns: COLUMNS,
  source: "dựng cho bài kiểm thử",
};

const FIELDS =
  "Mã số;Loại dòng;Cấp;TT;Dấu;Chỉ tiêu;Đơn vị tính;Loại số;Cộng dồn;Chiều;Số lẻ;So cùng kỳ;Bắt buộc;Gộp;Sẵn KH;Giới hạn";

/** A form from the lines of its row file; fields may be left out at the end. */
export function formOf(lines: readonly string[], meta: object = {}): Form {
  const width = FIELDS.split(";").length;
  const rows = lines.map((line) => line + ";".repeat(width - line.split(";").length));
  const loaded = loadForm({ meta: { ...META, ...meta }, rows: [FIELDS, ...rows].join("\n"), schema });
  if (!loaded.ok) throw new Error(loaded.problems.map(({ line, message }) => `${line}: ${message}`).join("\n"));
  return loaded.form;
}

/** Indicators of each kind, under two headings. */
export const FORM: Form = formOf([
  "KCB;mục;1;I;;Khám chữa bệnh",
  "KHAM;chỉ tiêu;1;1;;Tổng số lượt khám bệnh;lượt;số đếm;phát sinh;cao;0;PT;có;cộng",
  "GIUONG;chỉ tiêu;1;2;;Số giường bệnh;giường;số đếm;thời điểm;cao;0;PT;có;cộng",
  "CS;chỉ tiêu;1;3;;Tỷ lệ sử dụng giường bệnh;%;tỷ lệ;thời điểm;cao;1;DIEM;có;tính lại",
  "DS;mục;1;II;;Dân số",
  "SINH3;chỉ tiêu;1;1;;Tỷ lệ sinh con thứ 3 trở lên;%;tỷ lệ;thời điểm;thấp;1;DIEM;có;tính lại",
  "GT;chỉ tiêu;1;2;;Tỷ số giới tính khi sinh;nam/100 nữ;tỷ số;thời điểm;cố định 103..107;1;DIEM;có;không",
  "CHET;chỉ tiêu;1;3;;Số ca tử vong mẹ;ca;số đếm;phát sinh;thấp;0;SO;có;cộng",
]);

/** A cell as a test writes it. */
export type Written = CellContent | Cell;

const cellOf = (written: Written | undefined): Cell | undefined => {
  if (written === null || written === undefined) return undefined;
  return typeof written === "object" && "value" in written ? written : { value: written as CellContent };
};

/** A cell that shows percentages: `percent(0.987)` is seen as 98,7%. */
export const percent = (value: CellContent, format = "0.0%"): Cell => ({ value, format });

export interface TableOptions {
  readonly period?: Period;
  /** Whether rows were recognised by their label: then the sheet is not one that we made. */
  readonly byLabel?: boolean;
  /** Another header text, by 0-based column. */
  readonly headers?: Readonly<Record<number, string>>;
}

/**
 * A table with its header in row 1. Each line is a code and its figures in the order of the columns; where the first
 * is no code of the form it is the label of a row that belongs to no indicator.
 *
 * @param form absent for a table whose form is not known
 */
export function tableOf(
  form: Form | undefined,
  lines: readonly (readonly [string, ...Written[]])[],
  options: TableOptions = {},
): FigureTable {
  const columns = (form?.columns ?? COLUMNS).map((column, at) => ({
    role: column.role,
    measure: column.measure ?? "",
    column: at,
    header: options.headers?.[at] ?? column.header,
  }));
  const rows = lines.map(([first, ...figures]) => {
    const row = form?.byCode.get(first);
    return [row && cellOf(first), cellOf(row?.label ?? first), ...figures.map(cellOf)];
  });
  const places = lines.map(([first], index) => ({ row: index + 1, first, known: form?.byCode.has(first) ?? false }));
  const binding: Binding = {
    ...(form && { form }),
    ...(options.period && { period: options.period }),
    header: { top: 0, bottom: 0 },
    columns,
    rows: places.flatMap(({ row, first, known }) =>
      known ? [{ row, code: first, confidence: 1, by: options.byLabel ? ("label" as const) : ("code" as const) }] : [],
    ),
    unbound: places.flatMap(({ row, first, known }) => (known ? [] : [{ row, label: first, guesses: [] }])),
  };
  const header = columns.map(({ header: text }): Cell => ({ value: text }));
  return readFigures({ sheet: "Biểu", rows: [header, ...rows] }, binding);
}
