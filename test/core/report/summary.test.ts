import { assessTable, type RowAssessment } from "../../../src/core/compare/assess-table";
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

describe("each target that is not met", () => {
  /** One assessed row: TH 40 of a plan of 50 people, which is not reached. */
  function row(change: Partial<RowAssessment> = {}, traits: Partial<RowAssessment["traits"]> = {}): RowAssessment {
    return {
      code: "X",
      label: "Số người khám",
      cell: "D5",
      section: "",
      status: "unmet",
      reason: "",
      reached: { value: 40, decimals: 0 },
      target: { kind: "number", value: 50, decimals: 0 },
      traits: { unit: "người", kind: "count", accrual: "stock", direction: { aim: "high" }, ...traits },
      ...change,
    } as RowAssessment;
  }
  const told = (one: RowAssessment, period: Period | undefined = YEAR) =>
    /\(1\) (.*?)\.?$/.exec(summaryOf([one], period, undefined))?.[1];

  test.each<[string, RowAssessment, string]>([
    ["a count with its unit", row(), "Số người khám 40/50 người"],
    ["money with its unit", row({}, { unit: "triệu đồng", kind: "money" }), "Số người khám 40/50 triệu đồng"],
    ["a count without one", row({}, { unit: "" }), "Số người khám 40/50 KH"],
    ["a percentage", row({}, { unit: "%", kind: "rate" }), "Số người khám 40/50% KH"],
    ["a figure per mille", row({}, { unit: "‰", kind: "rate" }), "Số người khám 40/50‰ KH"],
    ["another rate", row({}, { unit: "/100.000 dân", kind: "rate" }), "Số người khám 40/50 KH"],
    [
      "a bound with its sign",
      row({ target: { kind: "bound", operator: "≥", value: 95, decimals: 0 } }, { unit: "%", kind: "rate" }),
      "Số người khám 40/≥95% KH",
    ],
    [
      "no plan",
      row({ target: { kind: "absent" } }, { direction: { aim: "band", low: 103, high: 107 } }),
      "Số người khám 40",
    ],
  ])("is told as reports write it: %s", (_, one, words) => {
    expect(told(one)).toBe(words);
  });

  const flow = { accrual: "flow" } as const;
  test.each<[string, RowAssessment, string]>([
    [
      "what it lacks each month",
      row({ status: "behind" }, flow),
      "Số người khám 40/50 người, còn thiếu 10 người, cần 2 người/tháng",
    ],
    ["what it lacks, where nothing adds up", row(), "Số người khám 40/50 người, còn thiếu 10 người"],
    [
      "how far it is above what should be low",
      row({ reached: { value: 60, decimals: 0 } }, { direction: { aim: "low" } }),
      "Số người khám 60/50 người, cao hơn kế hoạch 10 người",
    ],
    [
      "how far it is above its part of the year",
      row({ status: "behind" }, { ...flow, direction: { aim: "low" } }),
      "Số người khám 40/50 người, đã quá phần của kỳ này 15 người",
    ],
    [
      "nothing at the bound itself",
      row({ reached: { value: 6, decimals: 0 }, target: { kind: "bound", operator: "<", value: 6, decimals: 0 } }),
      "Số người khám 6/<6 người",
    ],
  ])("before the year's end says %s", (_, one, words) => {
    expect(told(one, HALF)).toBe(words);
    // At the year's end, and of a period that nobody knows, nothing can be brought any more.
    expect(told(one, YEAR)).toBe(words.split(", ")[0]);
    expect(told(one, undefined)).toBe(words.split(", ")[0]);
  });

  test("is told with its measure, or with what stands above it where its label is there twice", () => {
    const beds = formById("B04")!;
    const [measure] = beds.measures;
    const one = row({ measure: measure!.id });
    expect(summaryOf([one], YEAR, beds)).toContain(`(1) Số người khám (${measure!.label.toLowerCase()}) 40/50 người`);
    const pl02 = formById("PL02")!;
    const twice = pl02.indicators.find(
      ({ label, partOf, path }) =>
        partOf.length === 0 && path.length > 0 && pl02.indicators.filter((other) => other.label === label).length > 1,
    )!;
    const heading = pl02.byCode.get(twice.path.at(-1)!)!.label;
    const said = summaryOf([row({ code: twice.code, label: twice.label })], YEAR, pl02);
    expect(said.toLowerCase()).toContain(`(1) ${heading.replace(/:$/, "").toLowerCase()}: `);
  });

  test("comes after how many are met, on pace and behind", () => {
    const all = [
      row({ status: "met" }),
      row({ status: "exceeded" }),
      row({ status: "onPace" }),
      row({ status: "behind", label: "Số lượt" }),
      row({ label: "Số thẻ" }),
    ];
    expect(summaryOf(all, YEAR, undefined)).toBe(
      "Hoàn thành và vượt 02/05 chỉ tiêu năm 2020, 01 chỉ tiêu đạt tiến độ, có 01 chỉ tiêu không hoàn thành là: " +
        "(1) Số thẻ 40/50 người; có 01 chỉ tiêu chậm tiến độ là: (1) Số lượt 40/50 người.",
    );
    expect(summaryOf(all.slice(0, 4), HALF, undefined)).toBe(
      "Tính đến hết 6 tháng đầu năm 2020, hoàn thành và vượt kế hoạch cả năm 02/04 chỉ tiêu, 01 chỉ tiêu đạt tiến độ; " +
        "có 01 chỉ tiêu chậm tiến độ là: (1) Số lượt 40/50 người, còn thiếu 10 người.",
    );
    expect(summaryOf(all.slice(0, 2), undefined, undefined)).toBe("Hoàn thành và vượt 02/02 chỉ tiêu.");
  });

  test("is no part of what is only named: ten by name, the others as their number", () => {
    const missing = Array.from({ length: 12 }, (_, at) => row({ status: "noData", label: `Dòng ${at + 1}:` }));
    const names = (count: number) => Array.from({ length: count }, (_, at) => `Dòng ${at + 1}`).join("; ");
    expect(summaryOf(missing, YEAR, undefined)).toBe(
      `Có 12 chỉ tiêu thiếu số liệu nên chưa đánh giá: ${names(10)} và 02 chỉ tiêu khác.`,
    );
    expect(summaryOf(missing.slice(0, 10), YEAR, undefined)).toContain(`: ${names(10)}.`);
    const both = [...missing.slice(0, 1), row({ status: "notJudged", label: "Dòng 2" })];
    expect(summaryOf(both, YEAR, undefined)).toBe(
      "Có 01 chỉ tiêu thiếu số liệu nên chưa đánh giá: Dòng 1. Có 01 chỉ tiêu không đánh giá: Dòng 2.",
    );
    expect(summaryOf([row({ status: "met" }), ...both], YEAR, undefined)).toBe(
      "Hoàn thành và vượt 01/01 chỉ tiêu năm 2020. Có 01 chỉ tiêu thiếu số liệu nên chưa đánh giá: Dòng 1. " +
        "Có 01 chỉ tiêu không đánh giá: Dòng 2.",
    );
    expect(summaryOf([], YEAR, undefined)).toBe("");
  });
});
