/** Slips that people make in a sheet of ours: each is said once, where it is, and nothing else is accused. */

import { applyEdits } from "../../src/xlsx/patch";
import { desk, dienBien, type Desk } from "./support";

interface Found {
  rule: string;
  cell: string;
  level: string;
}

let at: Desk;
let before: string[];

const findings = async (name: string): Promise<string[]> => {
  const { out } = await at.bieu("check", name, "--json");
  const { forms } = JSON.parse(out) as { forms: { findings: Found[] }[] };
  return forms.flatMap((form) => form.findings.map(({ rule, cell }) => `${rule} ${cell}`));
};

beforeAll(async () => {
  at = desk();
  await dienBien(at, "nhap.xlsx");
  await at.bieu("fill", "nhap.xlsx", "-o", "dien.xlsx", "--cach", "cong-thuc");
  before = await findings("dien.xlsx");
});

test.each([
  ["the wrong year over TH", { row: 6, column: 5, value: "Ước TH 6T.2023" }, ["CT6 F7"]],
  ["words over TH that nobody can read", { row: 6, column: 5, value: "Số liệu gốc" }, []],
  ["a label that is another's", { row: 11, column: 1, value: "Số ca quặm được phát hiện" }, ["CT4 B12"]],
  ["a formula typed over", { row: 12, column: 7, value: 100 }, ["SS5 H13"]],
  ["a figure typed as text", { row: 12, column: 5, value: "6" }, ["SO1 F13"]],
])("%s", async (_name, edit, expected) => {
  at.write("sai.xlsx", applyEdits(at.read("dien.xlsx"), "PL02", [edit]));
  const after = await findings("sai.xlsx");
  expect(after.filter((finding) => !before.includes(finding))).toEqual(expected);
});

test("a frozen workbook is not accused of having lost its formulas", async () => {
  await at.bieu("freeze", "dien.xlsx", "-o", "chot.xlsx");
  expect(await findings("chot.xlsx")).toEqual(before);
});

test("percentages made by dividing by a hundred are read as they are seen", async () => {
  const edits = [{ row: 21, column: 5, value: 0.9999999999999999 * 100 }];
  at.write("chia.xlsx", applyEdits(at.read("dien.xlsx"), "PL02", edits));
  expect(await findings("chia.xlsx")).toEqual(before);
});
