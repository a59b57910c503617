/** What of a workbook's memory is kept and read again, part by part: a part that does not read is dropped alone. */

import type { Binding } from "../../../src/core/table/binding";
import { bindAnswers } from "../../../src/core/workbook/answers";
import {
  explanationsOf,
  forgetSheet,
  memoryOf,
  memoryText,
  NO_MEMORY,
  parseMemory,
  remember,
} from "../../../src/core/workbook/memory";
import { MOST_FORMS, rememberForm, roomFor, type StoredForm } from "../../../src/core/workbook/own-forms";
import { FORM, tableOf } from "../table/support";

const AT = "2024-07-11T07:31:00.000Z";

/** The entry of a sheet whose JSON has these fields. */
const entryOf = (fields: object) => {
  const text = memoryText(remember(NO_MEMORY, "Biểu", {}));
  const json = JSON.parse(text) as { sheets: object[] };
  json.sheets = [{ sheet: "Biểu", ignoredRules: [], ...fields }];
  return memoryOf(parseMemory(JSON.stringify(json)).memory, "Biểu")!;
};

const SENT = { at: AT, person: "Nguyễn Thị A", file: "nop.xlsx", fingerprint: "a".repeat(64) };
const CHECKED = { at: AT, errors: 3, warnings: 2, hints: 0 };
const SUMMARY = { sheet: "Tổng hợp", seal: "4-0123456789abcdef" };

describe("a part of an entry", () => {
  test.each([
    ["sent", SENT],
    ["checked", CHECKED],
    ["summary", SUMMARY],
    ["filled", { mode: "values", at: AT }],
  ])("%s is read again", (name, part) => {
    expect(entryOf({ [name]: part })).toEqual({ sheet: "Biểu", ignoredRules: [], [name]: part });
  });
  test.each<[string, string, object]>([
    ["who sent is not said", "sent", { ...SENT, person: undefined }],
    ["what was sent is not said", "sent", { ...SENT, file: undefined }],
    ["when is not said", "sent", { ...SENT, at: "hôm qua" }],
    ["there is no fingerprint", "sent", { ...SENT, fingerprint: undefined }],
    ["the fingerprint is none", "sent", { ...SENT, fingerprint: "a".repeat(63) }],
    ["errors are not counted", "checked", { ...CHECKED, errors: "3" }],
    ["warnings are not counted", "checked", { ...CHECKED, warnings: -1 }],
    ["hints are not counted", "checked", { ...CHECKED, hints: undefined }],
    ["the check has no moment", "checked", { ...CHECKED, at: undefined }],
    ["the summary has no sheet", "summary", { seal: SUMMARY.seal }],
    ["the summary has no seal", "summary", { sheet: SUMMARY.sheet }],
    ["the way of filling is unknown", "filled", { mode: "macro", at: AT }],
  ])("is dropped alone where %s", (_, name, part) => {
    const kept = name === "filled" ? { summary: SUMMARY } : { filled: { mode: "values", at: AT } };
    expect(entryOf({ [name]: part, ...kept })).toEqual({ sheet: "Biểu", ignoredRules: [], ...kept });
  });
  test("an adopted table keeps its form where period and answers do not read", () => {
    const adopted = { formId: "PL02", version: "1.0", unit: "Sở Y tế" };
    expect(entryOf({ adopted: { ...adopted, period: "năm nay", answers: "không" } }).adopted).toEqual({
      ...adopted,
      answers: [],
    });
    expect(entryOf({ adopted: { formId: "PL02" } }).adopted).toEqual({
      formId: "PL02",
      version: "",
      unit: "",
      answers: [],
    });
    expect(entryOf({ adopted: { version: "1.0" } }).adopted).toBeUndefined();
    const answers = [
      { label: "so ca", nth: 0, code: "A" },
      { label: "so ca", nth: -1, code: "A" },
      { nth: 0, code: "A" },
      { label: "x", nth: 1, code: null },
      { label: "y", nth: 0 },
    ];
    expect(entryOf({ adopted: { ...adopted, answers } }).adopted!.answers).toEqual([answers[0], answers[3]]);
  });
});

test("a sheet that was deleted is forgotten, and no other", () => {
  const two = remember(remember(NO_MEMORY, "A", { ignoredRules: ["BT1"] }), "B", { ignoredRules: ["BT2"] });
  expect(forgetSheet(two, "A").sheets.map(({ sheet }) => sheet)).toEqual(["B"]);
  expect(forgetSheet(two, "C").sheets).toHaveLength(2);
  expect(explanationsOf(two, "A")).toEqual([]);
  expect(explanationsOf(two, "C")).toEqual([]);
});

describe("room for a form of one's own", () => {
  const form = (id: string, more: Partial<StoredForm> = {}): StoredForm => ({ id, meta: {}, rows: "Mã số", ...more });
  const holding = (count: number) =>
    Array.from({ length: count }, (_, at) => form(`F${at}`)).reduce(rememberForm, NO_MEMORY);
  test("is there for twenty, and for another version of one of them", () => {
    expect(roomFor(NO_MEMORY, form("A"))).toBeUndefined();
    expect(roomFor(holding(MOST_FORMS - 1), form("A"))).toBeUndefined();
    expect(roomFor(holding(MOST_FORMS), form("A"))).toBe("too-many");
    expect(roomFor(holding(MOST_FORMS), form("F3"))).toBeUndefined();
  });
  test("is not there for one that is longer than any Biểu, its conditions counted", () => {
    const half = "x".repeat(1_000_000);
    expect(roomFor(NO_MEMORY, form("A", { rows: half, conditions: half }))).toBeUndefined();
    expect(roomFor(NO_MEMORY, form("A", { rows: half, conditions: `${half}x` }))).toBe("too-long");
    expect(roomFor(NO_MEMORY, form("A", { rows: `${half}${half}x` }))).toBe("too-long");
  });
});

test("a row that loses its indicator to an answer is told by its label, in the order of the sheet", () => {
  const { grid, binding } = tableOf(FORM, [
    ["KHAM", 1, 2],
    ["Hàng lạ", 3, 4],
    ["Lượt khám", 5, 6],
  ]);
  const doubtful: Binding = { ...binding, rows: [{ row: 1, code: "KHAM", confidence: 0.7, by: "label" }] };
  const bound = bindAnswers(grid, doubtful, FORM, new Map([[3, "KHAM"]]));
  expect(bound.rows).toEqual([{ row: 3, code: "KHAM", confidence: 1, by: "label" }]);
  expect(bound.unbound.map(({ row, label }) => [row, label])).toEqual([
    [1, "Tổng số lượt khám bệnh"],
    [2, "Hàng lạ"],
  ]);
});
