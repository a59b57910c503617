import fc from "fast-check";
import { anyPeriod } from "../../support/arbitraries";
import {
  explanationsOf,
  forgetSheet,
  ignoreRule,
  memoryOf,
  memoryText,
  NO_MEMORY,
  parseMemory,
  remember,
  renameSheet,
  resetIgnored,
  setExplanations,
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
      explanations: [
        {
          ...{ rule: "QH1", row: "A.1", measure: "mac", role: "samePeriod", figure: "930; A.2/samePeriod=5" },
          ...{ text: 'Số <năm trước> đã chốt & "công bố"', at: "2024-07-11T07:31:00.000Z" },
        },
      ],
      filled: { mode: "formulas", at: "2024-07-11T07:32:00.000Z" },
      checked: { at: "2024-07-11T07:33:00.000Z", errors: 3, warnings: 2, hints: 0 },
      sent: {
        ...{ at: "2024-07-11T07:34:00.000Z", person: "Nguyễn Thị A", file: "PL02_2024-6T_nop.xlsx" },
        fingerprint: "0123456789abcdef".repeat(4),
      },
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
    sent: { ...FULL.sheets[0]!.sent, fingerprint: "<b>" },
  };
  expect(parseMemory(JSON.stringify({ version: 1, sheets: [entry] })).memory.sheets).toEqual([
    { sheet: "A", ignoredRules: [], adopted: { formId: "PL02", version: "", unit: "", answers: [] } },
  ]);
});

test("a memory of a later version is read for what is known of it", () => {
  const text = JSON.stringify({ version: 9, sheets: [{ sheet: "A", colour: "blue" }] });
  expect(parseMemory(text)).toEqual({ memory: { sheets: [{ sheet: "A", ignoredRules: [] }] }, damaged: false });
});

describe("the reasons given for warnings", () => {
  const [GIVEN] = FULL.sheets[0]!.explanations!;
  const readAgain = (explanations: unknown) =>
    parseMemory(JSON.stringify({ version: 1, sheets: [{ sheet: "A", explanations }] })).memory.sheets[0]!;

  test.each([
    ["a rule that is none", { ...GIVEN, rule: "XX1" }],
    ["a column that is none", { ...GIVEN, role: "tong" }],
    ["no words", { ...GIVEN, text: " \u200b " }],
    ["no moment", { ...GIVEN, at: "hôm qua" }],
    ["no figure", { ...GIVEN, figure: undefined }],
    ["a figure that goes on and on", { ...GIVEN, figure: "9".repeat(2_000) }],
    ["nothing but a text", "Đã xem"],
  ])("one with %s is dropped and the others hold", (_, damaged) => {
    expect(readAgain([damaged, GIVEN]).explanations).toEqual([GIVEN]);
  });

  test("are none where the part is none, and are cut where they are too long or too many", () => {
    expect(readAgain({ text: "Đã xem" })).toEqual({ sheet: "A", ignoredRules: [] });
    expect(readAgain([{ ...GIVEN, text: "a".repeat(9_000) }]).explanations![0]!.text).toHaveLength(1_000);
    expect(readAgain(Array.from({ length: 6_000 }, () => GIVEN)).explanations).toHaveLength(5_000);
  });

  test("are replaced for one sheet, and taken back all at once", () => {
    const sheet = "Phụ lục 02";
    expect(explanationsOf(setExplanations(FULL, "Khác", [GIVEN!]), "Khác")).toEqual([GIVEN]);
    const none = setExplanations(FULL, sheet, []);
    expect(explanationsOf(none, sheet)).toEqual([]);
    expect(memoryOf(none, sheet)).toMatchObject({ ignoredRules: ["BT1"], adopted: { formId: "PL02" } });
    expect(setExplanations(NO_MEMORY, sheet, [])).toBe(NO_MEMORY);
  });
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

const name = fc.constantFrom("PL02", "B01", "Trang “1”", "Sheet 2");
const moment = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString());
const text = fc.string({ unit: "grapheme", maxLength: 12 });
const change = fc.record(
  {
    ignoredRules: fc.array(fc.constantFrom("BT1", "QH2", "SS6"), { maxLength: 3 }),
    adopted: fc.record({
      formId: name,
      version: text,
      unit: text,
      period: anyPeriod,
      answers: fc.array(fc.record({ label: text, nth: fc.nat(9), code: fc.option(text) }), { maxLength: 3 }),
    }),
    summary: fc.record({ sheet: name, seal: text }),
    filled: fc.record({
      mode: fc.constantFrom("functions" as const, "formulas" as const, "values" as const),
      at: moment,
    }),
    checked: fc.record({ at: moment, errors: fc.nat(99), warnings: fc.nat(99), hints: fc.nat(99) }),
  },
  { requiredKeys: [] },
);
const anyMemory = fc
  .array(fc.tuple(name, change), { maxLength: 5 })
  .map((changes) => changes.reduce((memory, [sheet, one]) => remember(memory, sheet, one), NO_MEMORY));

test("whatever was remembered is read back, sheet by sheet", () => {
  fc.assert(
    fc.property(anyMemory, (memory) => {
      expect(parseMemory(memoryText(memory))).toEqual({ memory, damaged: false });
    }),
  );
});

test("what is done to one sheet leaves the others, and done twice is done once", () => {
  fc.assert(
    fc.property(anyMemory, name, name, change, (memory, sheet, to, one) => {
      const others = (after: WorkbookMemory) => after.sheets.filter((entry) => entry.sheet !== sheet);
      const once = remember(memory, sheet, one);
      expect(others(once)).toEqual(others(memory));
      expect(remember(once, sheet, one)).toEqual(once);
      expect(memoryOf(once, sheet)).toMatchObject(one);
      const ignored = ignoreRule(memory, sheet, "BT5");
      expect(ignoreRule(ignored, sheet, "BT5")).toEqual(ignored);
      expect(memoryOf(resetIgnored(ignored, sheet), sheet)!.ignoredRules).toEqual([]);
      expect(memoryOf(forgetSheet(once, sheet), sheet)).toBeUndefined();
      expect(others(forgetSheet(once, sheet))).toEqual(others(memory));
      const free = memoryOf(once, to) === undefined;
      const renamed = renameSheet(once, sheet, to);
      expect(renameSheet(renamed, free ? to : sheet, sheet)).toEqual(once);
      expect(renamed.sheets).toHaveLength(once.sheets.length);
    }),
  );
});
