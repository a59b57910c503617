/** Where findings about rows and columns point, in a sheet whose names do not stand in its first column. */

import { COLUMNS, count, formOf, grid, meta, type Written } from "../form/support";
import type { Grid } from "../../../src/core/table/grid";
import { checkGrid, findingsOf, messages } from "./support";

const MUST = { "Bắt buộc": "có" };
const FORM = formOf(
  [
    count("KHAM", "Tổng số lượt khám bệnh", MUST),
    count("NT", "Số lượt điều trị nội trú", MUST),
    count("NGT", "Số lượt điều trị ngoại trú", MUST),
    count("PT", "Số ca phẫu thuật", MUST),
  ],
  meta(["tt", "code", "label", "unit", "plan", "actual"]),
);
const HEADER = ["TT", "Mã số", "Chỉ tiêu", "Đơn vị tính", "Kế hoạch năm 2024", "Thực hiện 6T.2024"];
const ROWS: readonly (readonly Written[])[] = [
  ["1", "KHAM", "Tổng số lượt khám bệnh", "lượt", 200, 100],
  ["2", "NT", "Số lượt điều trị nội trú", "lượt", 40, 20],
  ["3", "NGT", "Số lượt điều trị ngoại trú", "lượt", 10, 5],
  ["4", "PT", "Số ca phẫu thuật", "ca", 20, 10],
];
const run = (rows: readonly (readonly Written[])[], more: Partial<Grid> = {}) =>
  checkGrid(grid([HEADER, ...rows], more), [FORM], { formId: "THU" });
const EXTRA: readonly Written[] = ["", "", "Khám tại nhà", "lượt", 1, 2];

test.each<[string, readonly (readonly Written[])[], Partial<Grid>, string]>([
  ["a row deleted", [ROWS[0]!, ...ROWS.slice(2)], {}, "C2 CT1 Không thấy dòng “Số lượt điều trị nội trú”."],
  ["the first row deleted", ROWS.slice(1), {}, "C1 CT1 Không thấy dòng “Tổng số lượt khám bệnh”."],
  ["a row copied", [...ROWS, ROWS[1]!], {}, "C6 CT2 “Số lượt điều trị nội trú” đã có ở dòng 3."],
  ["a row moved", [...ROWS.slice(1), ROWS[0]!], {}, "C5 CT3 “Tổng số lượt khám bệnh” không ở đúng thứ tự của biểu."],
  [
    "a row renamed",
    [ROWS[0]!, ["2", "NT", "Số trẻ được tiêm chủng", "lượt", 40, 20], ...ROWS.slice(2)],
    {},
    "C3 CT4 Dòng ghi “Số trẻ được tiêm chủng”; theo mã số phải là “Số lượt điều trị nội trú”.",
  ],
  [
    "a row hidden",
    ROWS,
    { hiddenRows: new Set([2]) },
    "C3 CT8 Dòng “Số lượt điều trị nội trú” đang ẩn; số vẫn được tính và kiểm tra.",
  ],
  ["a row of the unit's own", [...ROWS, EXTRA], {}, "C6 CT9 “Khám tại nhà” không phải chỉ tiêu của biểu này."],
])("%s is shown at its name", (_, rows, more, message) => {
  expect(messages(run(rows, more), "CT")).toEqual([message]);
});

test("a row missing states nothing, and a row that is there its name as it stands", () => {
  const [missing] = findingsOf(run([ROWS[0]!, ...ROWS.slice(2)]), "CT1");
  expect(missing).toMatchObject({ role: "label", code: "NT", stated: null, related: [] });
  const [doubled] = findingsOf(run([...ROWS, ROWS[1]!]), "CT2");
  expect(doubled).toMatchObject({ role: "label", code: "NT", stated: "Số lượt điều trị nội trú" });
});

describe("a column missing", () => {
  const without = (...headers: readonly string[]) => {
    const kept = HEADER.map((header, at) => ({ header, at })).filter(({ header }) => !headers.includes(header));
    const pick = (row: readonly Written[]) => kept.map(({ at }) => row[at]);
    return checkGrid(grid([HEADER, ...ROWS].map(pick)), [FORM], { formId: "THU" });
  };

  test.each([["TT"], ["Mã số"], ["Đơn vị tính"]])("%s helps to know a table again, and is not asked for", (header) => {
    expect(messages(without(header), "CT5")).toEqual([]);
  });

  test("of figures is found, with what it would hold", () => {
    const [finding, ...more] = findingsOf(without("Kế hoạch năm 2024"), "CT5");
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ role: "plan", stated: null, related: [] });
    expect(finding).not.toHaveProperty("measure");
  });
});

describe("columns of several measures", () => {
  const column = (measure: string, group: string, header: string) => ({ ...COLUMNS.actual, group, header, measure });
  const form = formOf([count("TA", "Tả"), count("LY", "Lỵ")], {
    ...meta(["label", "code"], {
      measures: [
        { id: "mac", label: "Mắc" },
        { id: "chet", label: "Chết" },
      ],
    }),
    columns: [COLUMNS.label, COLUMNS.code, column("mac", "Năm {nam}", "Mắc"), column("chet", "Năm {nam-1}", "Chết")],
  });
  const of = (...headers: readonly string[]) =>
    checkGrid(
      grid([
        ["Chỉ tiêu", "Mã số", ...headers],
        ["Tả", "TA", ...headers.map(() => 1)],
        ["Lỵ", "LY", ...headers.map(() => 2)],
      ]),
      [form],
      { formId: "THU", period: { span: "year", year: 2024 } },
    );

  test("have each the year that its own header asks for", () => {
    expect(messages(of("Năm 2024 Mắc", "Năm 2023 Chết"), "CT")).toEqual([]);
  });

  test("are found with their measure", () => {
    const [finding, ...more] = findingsOf(of("Năm 2024 Mắc"), "CT5");
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ role: "actual", measure: "chet", stated: null });
  });
});
