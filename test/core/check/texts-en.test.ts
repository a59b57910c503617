import type { Facts, Finding, RuleId } from "../../../src/core/check/finding";
import { findingTexts, ruleTexts } from "../../../src/core/check/finding-texts";
import { factsEn, RULE_TEXTS_EN } from "../../../src/core/check/texts.en";
import { RULE_TEXTS } from "../../../src/core/check/texts.vi";
import { checkTable } from "../../../src/core/check/engine";
import { recognise } from "../../../src/core/form/recognise";
import { allForms } from "../../../src/forms";
import { asTyped } from "../../support/published";

const grid = asTyped("pl02");
const FINDINGS = checkTable(grid, recognise(grid, allForms())!).findings;
/** Terms of every Biểu, which English keeps. */
const TERMS = /So với KH|So với cùng kỳ|Chỉ tiêu|Mã số|Đánh giá/g;
const ENGLISH = /^[\x20-\x7e“”…−×]*$/;

const plain = (text: string) => text.replace(TERMS, "");

test("every rule has words in both languages", () => {
  expect(Object.keys(RULE_TEXTS_EN)).toEqual(Object.keys(RULE_TEXTS));
});

test("words are those of the language that is asked for, and Vietnamese where English has none", () => {
  const [first] = Object.keys(RULE_TEXTS) as (keyof typeof RULE_TEXTS)[];
  expect(ruleTexts(first!, "vi")).toBe(RULE_TEXTS[first!]);
  expect(ruleTexts(first!, "en")).not.toBe(RULE_TEXTS[first!]);
});

describe.each(Object.keys(RULE_TEXTS_EN) as RuleId[])("%s", (rule) => {
  const texts = ruleTexts(rule, "en");
  const VARIANTS = [
    undefined,
    "pair",
    "bound",
    "separators",
    "derived",
    "points",
    "difference",
    "percent",
    "impossible",
    "<=",
    ">=",
    "=",
  ];
  const WHYS = ["no-actual", "no-plan", "zero-plan", "bound-plan", "no-same-period", "zero-same-period"];

  test("says everything in English, in every wording", () => {
    for (const variant of [...VARIANTS, ...WHYS]) {
      for (const formula of [true, false]) {
        const facts: Facts = {
          label: "Beds",
          column: "Actual (TH)",
          stated: "12",
          expected: "10",
          gap: "2",
          working: "4 + 6 = 10",
          other: "row 3",
          formula,
          ...(variant && { variant }),
        };
        for (const text of [
          texts.title,
          texts.checks,
          texts.why,
          texts.source,
          texts.message(facts),
          texts.fix(facts),
        ]) {
          expect(plain(text)).toMatch(ENGLISH);
          expect(text).not.toMatch(/undefined|\s{2}|^\s*$/);
        }
      }
    }
  });
});

test("the findings of a real form are told without a word of ours left in Vietnamese", () => {
  expect(FINDINGS.length).toBeGreaterThan(200);
  for (const finding of FINDINGS) {
    // Labels stay as the form has them; here they are made to be none.
    const working = finding.rule.startsWith("QH") && { working: "Beds 10" };
    // A condition's reason and its other side are the form's words too.
    const condition = finding.rule === "QH8" && { other: "Beds 9", reason: "No more beds." };
    const facts = { ...finding.facts, label: "Beds", ...working, ...condition };
    const { title, message, why, fix } = findingTexts({ ...finding, facts }, "en");
    for (const text of [title, message, why, fix]) expect(plain(text)).toMatch(ENGLISH);
  }
});

test("in Vietnamese a finding says what it always said", () => {
  const [finding] = FINDINGS;
  expect(findingTexts(finding!, "vi")).toMatchObject({ title: finding!.title, message: finding!.message });
});

describe("facts in English", () => {
  const base = { rule: "SO6" as RuleId, role: "actual" as const, stated: 12 as Finding["stated"] };
  const said = (facts: Partial<Facts>, over: Partial<typeof base> = {}) =>
    factsEn({ ...base, ...over, facts: { label: "Giường", column: "Thực hiện", stated: "12", ...facts } });

  test.each([
    [{ expected: "trống" }, { expected: "blank" }],
    [{ expected: "nhỏ hơn 0" }, { expected: "below 0" }],
    [{ expected: "lớn hơn 100" }, { expected: "above 100" }],
    [{ expected: "1.234 hoặc 1,234" }, { expected: "1.234 or 1,234" }],
    [{ other: "dòng 12" }, { other: "row 12" }],
    [{ other: "ở mục khác" }, { other: "another section" }],
    [{ working: "51 − 52,5 = -1,5 điểm" }, { working: "51 − 52,5 = -1,5 points" }],
    [{ column: "Thực hiện (mắc)" }, { column: "Actual (TH) (mắc)" }],
  ])("%j", (facts, expected) => {
    expect(said(facts)).toMatchObject({ label: "Giường", ...expected });
  });

  test("what a cell says and what a row is called stay as written", () => {
    expect(said({ stated: "trống" }, { stated: "trống" }).stated).toBe("trống");
    expect(said({ expected: "Số trẻ tiêm mũi 1 hoặc 2" }, { rule: "CT4" }).expected).toBe("Số trẻ tiêm mũi 1 hoặc 2");
    expect(said({ other: "“Số thẻ chấm điểm”" }).other).toBe("“Số thẻ chấm điểm”");
    expect(said({ working: "Số trẻ từ 5 đến 16 tuổi 120" }).working).toBe("Số trẻ từ 5 đến 16 tuổi 120");
  });
});
