import {
  forgetSheet,
  ignoreRule,
  memoryOf,
  memoryText,
  NO_MEMORY,
  parseMemory,
  remember,
  renameSheet,
  resetIgnored,
  type WorkbookMemory,
} from "../../../src/core/workbook/memory";

const FULL: WorkbookMemory = {
  sheets: [
    {
      sheet: "Phụ lục 02",
      ignoredRules: ["BT1"],
      adopted: {
        formId: "PL02",
        version: "1.0",
        period: { span: "half", year: 2024 },
        unit: "Sở Y tế tỉnh Điện Biên",
        answers: [
          { label: "so ca mac", nth: 0, code: "A.1" },
          { label: "ghi chu", nth: 1, code: null },
        ],
      },
      filled: { mode: "formulas", at: "2024-07-11T07:32:00.000Z" },
      checked: { at: "2024-07-11T07:33:00.000Z", errors: 3, warnings: 2, hints: 0 },
    },
  ],
};

test("what is remembered is read again as it was", () => {
  expect(parseMemory(memoryText(FULL))).toEqual({ memory: FULL, damaged: false });
});

test("a workbook without a memory remembers nothing, which is no damage", () => {
  expect(parseMemory(null)).toEqual({ memory: NO_MEMORY, damaged: false });
  expect(parseMemory("  ")).toEqual({ memory: NO_MEMORY, damaged: false });
});

test.each(["{", "null", "[]", '"PL02"', '{"version":1}', '{"sheets":[]}', '{"version":"1","sheets":[]}'])(
  "a text that is not ours any more is damage: %s",
  (text) => {
    expect(parseMemory(text)).toEqual({ memory: NO_MEMORY, damaged: true });
  },
);

test("what reads of a damaged text is kept, and the damage is said", () => {
  const text = JSON.stringify({ version: 1, sheets: [7, { sheet: "A", ignoredRules: ["SO1", 5] }] });
  expect(parseMemory(text)).toEqual({
    memory: { sheets: [{ sheet: "A", ignoredRules: ["SO1"] }] },
    damaged: true,
  });
});

test("parts of an entry that do not read are dropped and the others hold", () => {
  const entry = {
    sheet: "A",
    adopted: {
      formId: "PL02",
      period: "giữa năm",
      answers: [{ label: "x", nth: -1, code: "A" }, { label: "y" }, null],
    },
    filled: { mode: "magic", at: "2024-07-11T07:32:00.000Z" },
    checked: { at: "hôm qua", errors: 1, warnings: 1, hints: 1 },
  };
  expect(parseMemory(JSON.stringify({ version: 1, sheets: [entry] })).memory.sheets).toEqual([
    { sheet: "A", ignoredRules: [], adopted: { formId: "PL02", version: "", unit: "", answers: [] } },
  ]);
});

test("a memory of a later version is read for what is known of it", () => {
  const text = JSON.stringify({ version: 9, sheets: [{ sheet: "A", colour: "blue" }] });
  expect(parseMemory(text)).toEqual({ memory: { sheets: [{ sheet: "A", ignoredRules: [] }] }, damaged: false });
});

test("a rule is ignored on one sheet, once, until all are taken back", () => {
  const ignored = ignoreRule(ignoreRule(FULL, "Phụ lục 02", "SO1"), "Phụ lục 02", "SO1");
  expect(memoryOf(ignored, "Phụ lục 02")?.ignoredRules).toEqual(["BT1", "SO1"]);
  expect(memoryOf(ignoreRule(ignored, "Khác", "SO1"), "Khác")?.ignoredRules).toEqual(["SO1"]);
  expect(memoryOf(resetIgnored(ignored, "Phụ lục 02"), "Phụ lục 02")).toMatchObject({
    ignoredRules: [],
    adopted: { formId: "PL02" },
  });
});

test("a change of one part of an entry leaves the rest", () => {
  const filled = { mode: "values", at: "2024-07-12T01:00:00.000Z" } as const;
  const after = remember(FULL, "Phụ lục 02", { filled });
  expect(memoryOf(after, "Phụ lục 02")).toEqual({ ...FULL.sheets[0], filled });
});

test("a renamed sheet keeps its memory, unless the new name has one of its own", () => {
  expect(memoryOf(renameSheet(FULL, "Phụ lục 02", "PL"), "PL")?.adopted?.formId).toBe("PL02");
  const both = remember(FULL, "PL", { ignoredRules: ["SO1"] });
  expect(renameSheet(both, "Phụ lục 02", "PL")).toBe(both);
});

test("a deleted sheet is forgotten", () => {
  expect(forgetSheet(FULL, "Phụ lục 02").sheets).toEqual([]);
});
