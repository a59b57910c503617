/** Small forms and sheets for the tests of core/form and core/check. */

import { layoutForm } from "../../../src/core/form/layout";
import { loadForm, type LoadedForm } from "../../../src/core/form/load";
import type { Period } from "../../../src/core/form/period";
import { fillTemplate } from "../../../src/core/form/template";
import type { Form } from "../../../src/core/form/types";
import type { Cell, CellContent, Grid } from "../../../src/core/table/grid";
import schema from "../../../src/forms/form.schema.json";

/** A line of indicators.csv by the names of its columns. */
export type Line = Readonly<Record<string, string>>;

/** A number of people, not required, from 0 up. */
export function count(code: string, label: string, more: Line = {}): Line {
  return {
    "Mã số": code,
    "Loại dòng": "chỉ tiêu",
    Cấp: "1",
    "Chỉ tiêu": label,
    "Đơn vị tính": "người",
    "Loại số": "số đếm",
    "Cộng dồn": "phát sinh",
    Chiều: "cao",
    "Số lẻ": "0",
    "So cùng kỳ": "PT",
    "Giới hạn": "0..",
    "Bắt buộc": "không",
    Gộp: "cộng",
    ...more,
  };
}

/** A percentage with one decimal, not required, from 0 to 100. */
export function rate(code: string, label: string, more: Line = {}): Line {
  return count(code, label, {
    "Đơn vị tính": "%",
    "Loại số": "tỷ lệ",
    "Cộng dồn": "thời điểm",
    "Số lẻ": "1",
    "So cùng kỳ": "DIEM",
    "Giới hạn": "0..100",
    Gộp: "tính lại",
    ...more,
  });
}

export function heading(code: string, label: string, level = 1): Line {
  return { "Mã số": code, "Loại dòng": "mục", Cấp: String(level), "Chỉ tiêu": label };
}

/** The text of indicators.csv. */
export function csv(lines: readonly Line[]): string {
  const names = [...new Set(lines.flatMap((line) => Object.keys(line)))];
  const quote = (text: string) => (/[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return [names, ...lines.map((line) => names.map((name) => quote(line[name] ?? "")))]
    .map((cells) => cells.join(";"))
    .join("\n");
}

/** Columns that small forms choose from. */
export const COLUMNS = {
  tt: { role: "tt", header: "TT", width: 5 },
  label: { role: "label", header: "Chỉ tiêu", width: 40 },
  code: { role: "code", header: "Mã số", width: 10 },
  unit: { role: "unit", header: "Đơn vị tính", width: 10 },
  plan: { role: "plan", header: "Kế hoạch năm {nam}", width: 10 },
  actual: { role: "actual", header: "Thực hiện {ky}", width: 10 },
  samePeriod: { role: "samePeriod", header: "Thực hiện {ky-1}", width: 10 },
  vsPlan: { role: "vsPlan", header: "So với KH (%)", width: 10 },
  vsSamePeriod: { role: "vsSamePeriod", header: "So với cùng kỳ", width: 10 },
} as const;

export type ColumnName = keyof typeof COLUMNS;

/** form.json with the columns asked for; by default Chỉ tiêu, Mã số, KH, TH, CK and both comparisons. */
export function meta(
  columns: readonly ColumnName[] = ["label", "code", "plan", "actual", "samePeriod", "vsPlan", "vsSamePeriod"],
  more: object = {},
) {
  return {
    id: "THU",
    version: "1.0",
    number: "Biểu thử",
    title: "Biểu thử {kỳ báo cáo}",
    periods: ["half", "year"],
    columns: columns.map((name): object => COLUMNS[name]),
    source: "Kiểm thử",
    ...more,
  };
}

export function load(lines: readonly Line[], formMeta: object = meta(), conditions: readonly Line[] = []): LoadedForm {
  const more = conditions.length > 0 ? { conditions: csv(conditions) } : {};
  return loadForm({ meta: formMeta, rows: csv(lines), schema, ...more });
}

/** A form of the lines given, with lines of conditions.csv. */
export function formOf(lines: readonly Line[], formMeta: object = meta(), conditions: readonly Line[] = []): Form {
  const loaded = load(lines, formMeta, conditions);
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
  return loaded.form;
}

/** A cell as the tests write it: its content alone, or with formula and format. */
export type Written = CellContent | Cell | undefined;

export function cell(written: Written): Cell | undefined {
  if (written === undefined || written === null) return undefined;
  return typeof written === "object" && "value" in written ? written : { value: written as CellContent };
}

export function grid(rows: readonly (readonly Written[])[], more: Partial<Grid> = {}): Grid {
  return { sheet: "Biểu", rows: rows.map((cells) => cells.map(cell)), ...more };
}

export const HALF_2024: Period = { span: "half", year: 2024 };

/** The header texts of a form's columns. */
export function headerOf(form: Form, period: Period = HALF_2024): string[] {
  return form.columns.map((column) =>
    fillTemplate(column.group === undefined ? column.header : `${column.group} ${column.header}`, period),
  );
}

/** A form's sheet as we lay it out, with figures put in by `figure`. */
export function laidOut(form: Form, period: Period, figure: (code: string, column: number) => Written): Grid {
  const layout = layoutForm(form, period, "Sở Y tế tỉnh Điện Biên");
  const rows = layout.cells.map((cells) => Array.from(cells, (laid) => cell(laid?.value)));
  const codes = new Map(form.indicators.map(({ code }) => [code, layout.rowOf.get(code)!]));
  for (const [code, row] of codes) {
    layout.columns.forEach(({ role, column }) => {
      if (!["tt", "label", "code", "unit"].includes(role)) rows[row]![column] ??= cell(figure(code, column));
    });
  }
  return { sheet: "Biểu", rows, merges: layout.merges };
}
