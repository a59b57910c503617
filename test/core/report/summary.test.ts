import { assessTable } from "../../../src/core/compare/assess-table";
import { layoutForm } from "../../../src/core/form/layout";
import type { Period } from "../../../src/core/form/period";
import { recognise } from "../../../src/core/form/recognise";
import { isIndicator } from "../../../src/core/form/types";
import { summaryOf } from "../../../src/core/report/summary";
import { readFigures } from "../../../src/core/table/figures";
import type { Cell } from "../../../src/core/table/grid";
import { formById } from "../../../src/forms";

const form = formById("B01")!;
const YEAR: Period = { span: "year", year: 2020 };
const HALF: Period = { span: "half", year: 2020 };

/** KH and TH by Mã số; every other indicator reaches its target exactly. */
type Figures = Readonly<Record<string, readonly [plan: number | string, actual: number | string]>>;

/** The form B01 filled in, and the paragraph that is told of it. */
function summaryWith(figures: Figures, period: Period): string {
  const layout = layoutForm(form, period, "Sở Y tế tỉnh Lai Châu");
  const columnOf = (role: string) => layout.columns.find((column) => column.role === role)!.column;
  const rows: (Cell | undefined)[][] = [];
  const put = (row: number, column: number, value: number | string) => {
    if (value !== "") (rows[row] ??= [])[column] = { value };
  };
  const head = Math.min(...layout.rowOf.values()) - 1;
  for (const column of layout.columns) put(head, column.column, column.header);
  for (const [code, row] of layout.rowOf) {
    const definition = form.byCode.get(code)!;
    put(row, columnOf("code"), code);
    put(row, columnOf("label"), definition.label);
    if (!isIndicator(definition)) continue;
    const [plan, actual] = figures[code] ?? [50, 50];
    put(row, columnOf("plan"), plan);
    put(row, columnOf("actual"), actual);
  }
  const grid = { sheet: "B01", rows: Array.from(rows, (row) => Array.from(row ?? [])), merges: [] };
  const table = readFigures(grid, { ...recognise(grid, [form])!, period });
  return summaryOf(assessTable(table), period, form);
}

/** Lai Châu's report of 2020, section I.1. */
const LAI_CHAU: Figures = {
  CB_06: [30, 16],
  CB_05: ["98,7", "95,8"],
  CB_21: ["109,56", "112,4"],
  CB_22: ["15,5", "20,2"],
};

test("the figures of Lai Châu's report of 2020 give its sentence", () => {
  // New cases of leprosy count as met only against a bound: whether more or fewer of them is better, nobody can say.
  expect(summaryWith({ ...LAI_CHAU, CB_16: ["≤3", 3] }, YEAR)).toBe(
    "Hoàn thành và vượt 26/30 chỉ tiêu năm 2020, có 04 chỉ tiêu không hoàn thành là: " +
      "(1) Tỷ lệ thôn bản có nhân viên y tế hoạt động 95,8/98,7% KH; " +
      "(2) Đào tạo Bác sĩ CKII, CKI, Thạc sĩ 16/30 người; (3) Tỷ số giới tính khi sinh 112,4/109,56 KH; " +
      "(4) Tỷ lệ các bà mẹ sinh con thứ 3 trở lên so với tổng số bà mẹ sinh con trong năm 20,2/15,5% KH.",
  );
});

test("what is not judged is named and not counted", () => {
  const said = summaryWith(LAI_CHAU, YEAR);
  expect(said).toContain("25/29");
  expect(said).toContain("Có 01 chỉ tiêu không đánh giá: Số bệnh nhân phong mới phát hiện.");
});

test("before the year's end: what is behind, what it lacks and what each month must bring", () => {
  const said = summaryWith({ CB_15: [2500, 1000] }, HALF);
  expect(said).toContain("1.000/2.500 người, còn thiếu 1.500 người, cần 250 người/tháng");
});

test("what has no figures is named and not counted", () => {
  const said = summaryWith({ CB_08: [50, ""] }, YEAR);
  expect(said).toContain("Có 01 chỉ tiêu thiếu số liệu nên chưa đánh giá: Tổng số giường bệnh.");
});
