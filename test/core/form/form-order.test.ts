/** Columns of a sheet with Mã số: the form's own where they stand in its order, else what their headers say. */

import { recognise } from "../../../src/core/form/recognise";
import { COLUMNS, count, formOf, grid, headerOf, meta, type Written } from "./support";

const LINES = [
  count("KCB_01", "Tổng số lượt khám bệnh"),
  count("KCB_02", "Số bệnh nhân điều trị nội trú"),
  count("KCB_03", "Số bệnh nhân điều trị ngoại trú"),
];
const FORM = formOf(LINES);
/** Chỉ tiêu, Mã số, KH, TH, CK, So với KH, So với cùng kỳ. */
const HEADER: readonly Written[] = headerOf(FORM);
const OWN = "label code plan actual samePeriod vsPlan vsSamePeriod";

/** The roles of a sheet's columns from the left; "." for a column that has none. */
function rolesOf(header: readonly Written[], form = FORM, before = 0): string {
  const rows = LINES.map((line, at) => [
    ...Array.from({ length: before }, () => at + 1),
    line["Chỉ tiêu"],
    line["Mã số"],
    ...header.slice(before + 2).map(() => 10 + at),
  ]);
  const { columns } = recognise(grid([header, ...rows]), [form])!;
  return header.map((_, at) => columns.find(({ column }) => column === at)?.role ?? ".").join(" ");
}

const changed = (...changes: readonly (readonly [number, Written])[]): Written[] =>
  HEADER.map((text, at) => (changes.find(([column]) => column === at) ?? [at, text])[1]);

test.each<[string, readonly Written[], string]>([
  ["nothing differs", HEADER, OWN],
  ["a header says little", changed([2, "Cột 3"]), OWN],
  ["several say little", changed([2, "A"], [3, "B"], [6, "(%)"]), OWN],
  ["TH and CK have each other's years", changed([3, "Thực hiện 6T.2023"], [4, "Thực hiện 6T.2024"]), OWN],
  ["TH is headed by its period alone", changed([3, "6T.2024"]), OWN],
  ["both are headed by each other's periods alone", changed([3, "6T.2023"], [4, "6T.2024"]), OWN],
  [
    "nothing is written over the codes and TH and CK have each other's years",
    changed([1, null], [3, "Thực hiện 6T.2023"], [4, "Thực hiện 6T.2024"]),
    OWN,
  ],
  ["nothing is written over the codes", changed([1, null]), OWN],
])("are the form's own where %s", (_, header, roles) => {
  expect(rolesOf(header)).toBe(roles);
});

test.each<[string, readonly Written[], string]>([
  [
    "another column stands in a place",
    changed([5, "So với cùng kỳ"], [6, "So với KH (%)"]),
    "label code plan actual samePeriod vsSamePeriod vsPlan",
  ],
  [
    "plan and TH changed places",
    changed([2, "Thực hiện 6T.2024"], [3, "Kế hoạch năm 2024"]),
    "label code actual plan samePeriod vsPlan vsSamePeriod",
  ],
  ["nothing is written over figures", changed([5, null]), "label code plan actual samePeriod . vsSamePeriod"],
  ["spaces are written over figures", changed([5, "  "]), "label code plan actual samePeriod . vsSamePeriod"],
  ["a column is gone", HEADER.filter((_, at) => at !== 4), "label code plan actual vsPlan vsSamePeriod"],
])("are what their headers say where %s", (_, header, roles) => {
  expect(rolesOf(header)).toBe(roles);
});

test("a column of the unit's own before them moves them all", () => {
  expect(rolesOf(["STT", ...HEADER], FORM, 1)).toBe(`tt ${OWN}`);
});

describe("in a form of several measures", () => {
  const column = (measure: string, header: string) => ({ ...COLUMNS.actual, header, group: "Năm {nam}", measure });
  const form = formOf(LINES, {
    ...meta([]),
    measures: [
      { id: "mac", label: "Mắc" },
      { id: "chet", label: "Chết" },
    ],
    columns: [COLUMNS.label, COLUMNS.code, column("mac", "Mắc"), column("chet", "Chết")],
  });
  const measuresOf = (...headers: readonly string[]) => {
    const rows = LINES.map((line, at) => [line["Chỉ tiêu"], line["Mã số"], at, at]);
    const { columns } = recognise(grid([["Chỉ tiêu", "Mã số", ...headers], ...rows]), [form])!;
    return columns.filter(({ role }) => role === "actual").map(({ column: at, measure }) => `${at} ${measure}`);
  };

  test("each stands in its place, or where its header says", () => {
    expect(measuresOf("Năm 2024 Mắc", "Năm 2024 Chết")).toEqual(["2 mac", "3 chet"]);
    expect(measuresOf("Năm 2024 Chết", "Năm 2024 Mắc").sort()).toEqual(["2 chet", "3 mac"]);
  });
});

test("a later plan's column may be headed as a plan", () => {
  const form = formOf(LINES, {
    ...meta([]),
    columns: [
      COLUMNS.label,
      COLUMNS.code,
      COLUMNS.plan,
      { ...COLUMNS.plan, role: "laterPlan", header: "Mục tiêu 2030" },
      COLUMNS.actual,
    ],
  });
  const roles = (...figures: readonly string[]) => rolesOf(["Chỉ tiêu", "Mã số", ...figures], form);
  expect(roles("Kế hoạch năm 2024", "Kế hoạch 2030", "Thực hiện 6T.2024")).toBe("label code plan laterPlan actual");
  expect(roles("Kế hoạch", "Kế hoạch dài hạn", "Thực hiện 6T.2024")).toBe("label code plan laterPlan actual");
  expect(roles("Kế hoạch năm 2024", "Thực hiện 6T.2024", "Mục tiêu 2030")).toBe("label code plan actual laterPlan");
});
