/** What holds of the words of findings and suspects, whatever the facts that they are made of. */

import fc from "fast-check";
import { checkFigures } from "../../../src/core/check/engine";
import { findingTexts, ruleTexts, type Language } from "../../../src/core/check/finding-texts";
import type { Facts } from "../../../src/core/check/finding";
import { factsEn, roleWordsEn } from "../../../src/core/check/texts.en";
import { RULE_TEXTS, type KnownRule } from "../../../src/core/check/texts.vi";
import { roleWords } from "../../../src/core/check/rule";
import type { SuspectFacts } from "../../../src/core/check/suspects/suspect";
import { SUSPECT_TEXTS } from "../../../src/core/check/suspects/texts.vi";
import { slipWords, suspectWords } from "../../../src/core/check/suspects/words";
import { recognise } from "../../../src/core/form/recognise";
import type { CellRole } from "../../../src/core/form/types";
import { readFigures } from "../../../src/core/table/figures";
import { count, formOf, grid, headerOf, meta, rate } from "../form/support";
import { FORM, percent, tableOf, type Written } from "../table/support";

const RULES = Object.keys(RULE_TEXTS) as KnownRule[];
const LANGUAGES: readonly Language[] = ["vi", "en"];
const NOT_FOR_PEOPLE = /undefined|NaN|null|Infinity|\[object/;

/** What stands in a fact is somebody's text, which no word of ours may change. */
const hostile = fc.oneof(
  fc.constantFrom("undefined", "NaN", "[object Object]", "$&", "$1", "<b>&amp;</b>", "”. “", "\\", "{label}", "🇻🇳"),
  fc.string({ minLength: 1, maxLength: 12 }).map((text) => `x${text}x`),
);

const NAMES = ["label", "column", "stated", "expected", "gap", "working", "other", "reason"] as const;
type Name = (typeof NAMES)[number];
const mark = (name: string) => `⟦${name}⟧`;

const rules = fc.constantFrom(...RULES);
const languages = fc.constantFrom(...LANGUAGES);
const VARIANTS = [
  ...["pair", "bound", "separators", "text", "derived", "points", "difference", "percent", "impossible", "unknown"],
  ...["points-up", "points-down", "up", "down", "above", "blank", "<=", ">=", "=", "no-actual", "no-plan", "zero-plan"],
  ...["bound-plan", "no-same-period", "zero-same-period"],
];
const wording = fc.record(
  { variant: fc.constantFrom(...VARIANTS), formula: fc.boolean() },
  { requiredKeys: [] },
) satisfies fc.Arbitrary<Partial<Facts>>;
/** Of all facts only these are the form's or the check's own sentences, where they end one. */
const FULL_STOP: readonly Name[] = ["working", "reason"];

describe("a rule's words", () => {
  /** Message and remedy of a rule, made of these facts. */
  const said = (rule: KnownRule, language: Language, facts: Facts) => {
    const { message, fix } = ruleTexts(rule, language);
    return [message(facts), fix(facts)];
  };

  test("hold the facts as they are given, whatever stands in them", () => {
    const given = fc.record(Object.fromEntries(NAMES.map((name) => [name, hostile])) as Record<Name, typeof hostile>);
    fc.assert(
      fc.property(rules, languages, wording, given, (rule, language, more, texts) => {
        const marked = Object.fromEntries(NAMES.map((name) => [name, mark(name)])) as Record<Name, string>;
        const filled = said(rule, language, { ...marked, ...more }).map((text) =>
          text.replace(/⟦(\w+)⟧/g, (_, name: Name) => texts[name]),
        );
        expect(said(rule, language, { ...texts, ...more })).toEqual(filled);
      }),
    );
  });

  test("are whole sentences in both languages, in every wording", () => {
    const facts = Object.fromEntries(
      NAMES.map((name) => [name, FULL_STOP.includes(name) ? `${mark(name)}.` : mark(name)]),
    ) as Record<Name, string>;
    fc.assert(
      fc.property(rules, languages, wording, (rule, language, more) => {
        const { title, checks, why } = ruleTexts(rule, language);
        for (const text of [...said(rule, language, { ...facts, ...more }), checks, why]) {
          expect(text).toMatch(/^\S.*[^\s.]\.?\.$/u);
          expect(text).not.toMatch(NOT_FOR_PEOPLE);
          expect(text).not.toMatch(/\s{2}/);
        }
        expect(title).toMatch(/^\p{Lu}.*[^.]$/u);
      }),
      { numRuns: 120 },
    );
  });
});

/** The figures of a text, each as often as it stands there, whatever the order in which a language takes them. */
const figuresIn = (text: string) =>
  (text.match(/\d[\d.]*(?:,\d+)?/g) ?? []).map((one) => one.replace(/\.$/, "")).sort();

describe("a finding of a table", () => {
  const number = fc.oneof(
    fc.nat(20_000),
    fc.constantFrom<Written>(null, "-", "…", 0, "1.750", "<6", "vài ca", -4, 2.5),
  );
  const share = fc.oneof(
    fc.integer({ min: 0, max: 1300 }).map((tenths) => tenths / 10),
    fc.constantFrom<Written>(null, "-", "…", "87,55", "100/120", "98,5%", percent(0.985)),
  );
  const derived = fc.oneof(
    fc.integer({ min: 0, max: 3000 }).map((tenths) => tenths / 10),
    fc.constantFrom<Written>(null, "xem lại", { error: "#DIV/0!" }, { value: 50, formula: "D2/C2*100" }),
  );
  const line = (code: string, figure: fc.Arbitrary<Written>) =>
    fc.tuple(fc.constant(code), figure, figure, figure, derived, derived);
  const lines = fc.tuple(
    line("KHAM", number),
    line("GIUONG", number),
    line("CS", share),
    line("GT", share),
    line("CHET", number),
    line("Số buổi họp", number),
  );
  const plain = fc
    .tuple(lines, fc.constantFrom({ span: "half" as const, year: 2024 }, { span: "year" as const, year: 2024 }))
    .map(([rows, period]) => tableOf(FORM, rows, { period }));

  /** A form whose rows hang together in every way that there is. */
  const RELATED = formOf(
    [
      count("TRE", "Số trẻ từ 5 đến 16 tuổi", { "Bằng tổng": "NAM + NU" }),
      count("NAM", "Nam", { "Trong đó của": "TRE", "Mới của": "TRE" }),
      count("NU", "Nữ, mũi 1 hoặc 2", { "Tập con của": "TRE", "Cộng dồn": "lũy kế" }),
      rate("TL", "Tỷ lệ nữ", { "Cách tính": "100 * NU / TRE" }),
      count("BAO", "Số trẻ (theo báo cáo)", { "Bằng với": "TRE" }),
    ].map((row) => ({ ...row, "Bắt buộc": "có" })),
    meta(),
    [{ "Mã số": "NU", "Vế trái": "NU", Dấu: "<=", "Vế phải": "NAM", "Vì sao": "Nữ không nhiều hơn nam." }],
  );
  const small = fc.oneof(
    fc.integer({ min: -2, max: 60 }),
    fc.constantFrom<Written>(null, "-", "…", "<6", 7.5, "1.234"),
  );
  const related = fc
    .array(fc.array(small, { minLength: 5, maxLength: 5 }), { minLength: 5, maxLength: 5 })
    .map((figures) => {
      const rows = RELATED.rows.map(({ label, code }, at) => [label, code, ...figures[at]!]);
      const sheet = grid([headerOf(RELATED), ...rows]);
      return readFigures(sheet, recognise(sheet, [RELATED], { formId: RELATED.id })!);
    });

  test("is told in both languages with the same figures, in whole sentences", () => {
    fc.assert(
      fc.property(fc.oneof(plain, related), (table) => {
        for (const finding of checkFigures(table).findings) {
          const [vi, en] = LANGUAGES.map((language) => findingTexts(finding, language));
          expect([finding.rule, figuresIn(en!.message)]).toEqual([finding.rule, figuresIn(vi!.message)]);
          expect(en!.title).toBe(ruleTexts(finding.rule, "en").title);
          for (const text of [vi, en].flatMap((said) => [said!.message, said!.why, said!.fix])) {
            expect(text).toMatch(/\S\.$/);
            expect(text).not.toMatch(NOT_FOR_PEOPLE);
          }
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe("facts in English", () => {
  const ROLES: readonly CellRole[] = [
    ...(["tt", "label", "code", "unit", "plan", "laterPlan", "actual", "samePeriod"] as const),
    ...(["vsPlan", "vsSamePeriod", "assessment"] as const),
  ];
  const label = fc
    .array(
      fc.constantFrom(
        "Số trẻ",
        "từ 5 đến 16 tuổi",
        "mũi 1 hoặc 2",
        "nhỏ hơn 5",
        "dòng 3",
        "(%)",
        "12",
        "điểm",
        "trống",
      ),
      { minLength: 2, maxLength: 4 },
    )
    .map((parts) => parts.join(" "));
  const base = { label: "Số trẻ", column: "Thực hiện", stated: "12" };

  test("name the column, and its measure as the form has it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...ROLES), fc.option(hostile), (role, measure) => {
        const more = measure === null ? "" : ` (${measure})`;
        const facts = { ...base, column: `${roleWords(role)}${more}` };
        expect(factsEn({ rule: "SO6", role, stated: 12, facts }).column).toBe(`${roleWordsEn(role)}${more}`);
      }),
    );
    expect(new Set(ROLES.map(roleWordsEn)).size).toBe(ROLES.length);
  });

  test("leave labels as they are, wherever they stand and whatever words of ours they have", () => {
    fc.assert(
      fc.property(label, label, fc.nat(9_999), (one, two, figure) => {
        const facts = { ...base, label: one, working: `${one} ${figure} + ${two} 7 = ${figure}`, other: `“${two}”` };
        expect(factsEn({ rule: "QH1", role: "actual", stated: 12, facts })).toMatchObject({
          label: one,
          working: facts.working,
          other: facts.other,
        });
        const named = factsEn({
          rule: "CT4",
          role: "label",
          stated: one,
          facts: { ...base, stated: one, expected: two },
        });
        expect([named.stated, named.expected]).toEqual([one, two]);
      }),
    );
  });
});

describe("the words about a suspect", () => {
  const figure = fc.nat(99_999).map((number) => `⟦${number}⟧`);
  const facts: fc.Arbitrary<SuspectFacts> = fc
    .record(
      {
        stated: figure,
        value: figure,
        from: figure,
        to: figure,
        slip: fc.constantFrom(...(Object.keys(SUSPECT_TEXTS.slips) as NonNullable<SuspectFacts["slip"]>[])),
        mends: fc.integer({ min: 1, max: 2_000 }),
        also: fc.array(fc.constantFrom("D5", "AB12", "C7"), { maxLength: 2 }),
        typedOver: fc.boolean(),
        recent: fc.boolean(),
        comparison: fc.boolean(),
      },
      { requiredKeys: ["stated", "mends", "also", "typedOver", "recent", "comparison"] },
    )
    .map((all) => all as SuspectFacts);

  test("say what is stated, what it should be and which cells go with it, in whole sentences", () => {
    fc.assert(
      fc.property(facts, languages, (one, language) => {
        const words = suspectWords(one, language);
        const meant = one.value !== undefined ? [one.value] : [one.from, one.to].filter((end) => end !== undefined);
        for (const part of [one.stated, ...meant, ...one.also]) expect(words).toContain(part);
        expect(words).toMatch(/^\S.*\S\.$/);
        expect(words).not.toMatch(/undefined|\s{2}|\.\./);
      }),
    );
  });

  test("gain a sentence by each thing that speaks for it, and lose none", () => {
    const flags = fc.constantFrom("typedOver" as const, "recent" as const, "comparison" as const);
    const sentences = (words: string) => words.split(/(?<=\.) /);
    fc.assert(
      fc.property(facts, languages, flags, (one, language, flag) => {
        const without = sentences(suspectWords({ ...one, [flag]: false }, language));
        const more = sentences(suspectWords({ ...one, [flag]: true }, language));
        expect(more).toHaveLength(without.length + 1);
        expect(more.filter((sentence) => without.includes(sentence))).toEqual(without);
      }),
    );
  });

  test("open with the short ones where a slip of the hand alone explains it", () => {
    fc.assert(
      fc.property(facts, languages, (one, language) => {
        const short = slipWords(one, language);
        const copied = one.slip === "otherRow" || one.slip === "otherColumn";
        expect(short !== undefined).toBe(one.value !== undefined && one.slip !== undefined && !copied);
        if (short === undefined) return;
        expect(short.indexOf(one.value!)).toBeLessThan(short.lastIndexOf(one.stated));
        if (one.also.length === 0) expect(suspectWords(one, language).startsWith(`${short}: `)).toBe(true);
      }),
    );
  });
});
