/** What a workbook remembers may have been written by anyone: what does not read is left out, the rest holds. */

import { bindAdopted } from "../../../src/core/workbook/adopt";
import { memoryIn, memoryXml } from "../../../src/core/workbook/memory-part";
import { ignoreRule, NO_MEMORY, remember } from "../../../src/core/workbook/memory";
import { forgetForm, rememberForm } from "../../../src/core/workbook/own-forms";
import { WorkbookTrouble } from "../../../src/core/workbook/port";
import { readExplanations } from "../../../src/core/workbook/read-explanations";
import { count, formOf, grid } from "../form/support";

const REASON = {
  rule: "QH1",
  row: "KHAM",
  role: "actual",
  figure: "930",
  text: "Đã xem",
  at: "2024-07-11T07:32:00.000Z",
};

test("a reason that has all its parts is read, its measure too where it has one", () => {
  expect(readExplanations([REASON, { ...REASON, measure: "mac" }], 10)).toEqual([
    REASON,
    { ...REASON, measure: "mac" },
  ]);
});

test.each(["rule", "row", "role", "figure", "text", "at"] as const)("a reason without its %s is left out", (name) => {
  const without = Object.fromEntries(Object.entries(REASON).filter(([key]) => key !== name));
  expect(readExplanations([without, REASON], 10)).toEqual([REASON]);
  expect(readExplanations([{ ...REASON, [name]: 7 }], 10)).toEqual([]);
});

test.each<[string, object]>([
  ["a rule that is none of ours", { rule: "XX1" }],
  ["a rule with more than its code", { rule: "QH1 OR 1" }],
  ["a column that there is not", { role: "total" }],
  ["a text of spaces", { text: " \n " }],
  ["no moment", { at: "hôm qua" }],
  ["a figure longer than any", { figure: "1".repeat(1_001) }],
  ["a row longer than any", { row: "A".repeat(1_001) }],
  ["a measure longer than any", { measure: "m".repeat(1_001) }],
])("a reason with %s is left out", (_what, change) => {
  expect(readExplanations([{ ...REASON, ...change }], 10)).toEqual([]);
});

test("no more reasons are read than asked for, and none where there is no list", () => {
  expect(readExplanations([REASON, REASON, REASON], 2)).toHaveLength(2);
  for (const none of [undefined, null, "QH1", { 0: REASON }, [null], ["QH1"], [[REASON]]]) {
    expect(readExplanations(none, 10)).toEqual([]);
  }
});

describe("a form of one's own", () => {
  const stored = (id: string, rows: string) => ({ id, meta: { id }, rows });

  test("takes the place of the one with its id, and of no other", () => {
    const both = rememberForm(rememberForm(NO_MEMORY, stored("A", "1")), stored("B", "1"));
    expect(rememberForm(both, stored("A", "2")).forms).toEqual([stored("B", "1"), stored("A", "2")]);
  });

  test("is forgotten with what was adopted as it; what was adopted as another stays", () => {
    const adopted = (formId: string) => ({ formId, version: "1.0", unit: "", answers: [] });
    const memory = remember(remember(ignoreRule(NO_MEMORY, "S3", "BT1"), "S1", { adopted: adopted("A") }), "S2", {
      adopted: adopted("B"),
    });
    const without = forgetForm(rememberForm(rememberForm(memory, stored("A", "1")), stored("B", "1")), "A");
    expect(without.forms).toEqual([stored("B", "1")]);
    expect(without.sheets).toEqual([
      { sheet: "S3", ignoredRules: ["BT1"] },
      { sheet: "S1", ignoredRules: [] },
      { sheet: "S2", ignoredRules: [], adopted: adopted("B") },
    ]);
    expect(forgetForm(memory, "A").forms).toEqual([]);
  });
});

test("a table is bound as it was adopted, and not once another table stands in its place", () => {
  const form = formOf([
    count("A", "Số lượt khám bệnh"),
    count("C", "Số ca phẫu thuật"),
    count("D", "Số người điều trị nội trú"),
    count("B", "Số giường bệnh"),
  ]);
  const header = ["Chỉ tiêu", "Kế hoạch", "Thực hiện", "Cùng kỳ"];
  const adopted = {
    formId: form.id,
    version: "1.0",
    unit: "",
    answers: [{ label: "giuong tai tram", nth: 0, code: "B" }],
  };
  const sheet = grid([
    header,
    ["Số lượt khám bệnh", 1, 2, 3],
    ["Số ca phẫu thuật", 1, 2, 3],
    ["Số người điều trị nội trú", 1, 2, 3],
    ["Giường tại trạm", 1, 2, 3],
  ]);
  expect(bindAdopted(sheet, [form], adopted)?.rows.map(({ row, code }) => [row, code])).toEqual([
    [1, "A"],
    [2, "C"],
    [3, "D"],
    [4, "B"],
  ]);
  expect(bindAdopted(sheet, [form], { ...adopted, formId: "KHAC" })).toBeUndefined();
  expect(bindAdopted(grid([["Ghi chú"], ["không có bảng"]]), [form], adopted)).toBeUndefined();
});

test("texts that XML forbids come back from the part", () => {
  const text = JSON.stringify({ note: 'a < b & c > "d" \ufffe\uffff\'' });
  const xml = memoryXml(text);
  expect(xml).not.toMatch(/[\ufffe\uffff]/);
  expect(JSON.parse(memoryIn(xml))).toEqual(JSON.parse(text));
});

test("a trouble is told by its code, with what the host said behind it", () => {
  expect(new WorkbookTrouble("protected").message).toBe("protected");
  expect(new WorkbookTrouble("unknown", "#1004").message).toBe("unknown: #1004");
  expect(new WorkbookTrouble("moved").name).toBe("WorkbookTrouble");
});
