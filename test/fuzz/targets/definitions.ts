/** What definitions are made of: expressions, periods, form files, mappings; and what a workbook remembers. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { CODE_PATTERN, compileExpression, ExpressionError } from "../../../src/core/form/expression";
import { expressionRange } from "../../../src/core/form/interval-value";
import { parsePeriod, periodCode, periodWords } from "../../../src/core/form/period";
import { fillTemplate } from "../../../src/core/form/template";
import { formFile, readFormFile, readFormFolder, type ReadParts } from "../../../src/core/learn/own-form-file";
import { readMapping } from "../../../src/core/submit/dhis2-mapping";
import { fold } from "../../../src/core/text/fold";
import { memoryText, parseMemory } from "../../../src/core/workbook/memory";
import { memoryIn, memoryXml } from "../../../src/core/workbook/memory-part";
import { allForms, FORM_SOURCES } from "../../../src/forms";
import { formsOf, loadOwnForm } from "../../../src/forms/own";
import { assertForPeople, inTime, target } from "../target";
import { troubledText } from "../texts";

const WORDS = [
  ...[
    "A_1",
    "B_2",
    "C3",
    "a",
    "x",
    "i",
    "e",
    "pi",
    "end",
    "Infinity",
    "NaN",
    "true",
    "null",
    "undefined",
    "mod",
    "to",
    "in",
  ],
  ...[
    "sum",
    "max",
    "min",
    "abs",
    "import",
    "createUnit",
    "config",
    "parse",
    "evaluate",
    "parser",
    "typed",
    "range",
    "Function",
  ],
  ...[
    "constructor",
    "__proto__",
    "toString",
    "hasOwnProperty",
    "valueOf",
    "prototype",
    "this",
    "factorial",
    "gamma",
    "nthRoot",
  ],
  ...["1", "0", "100", "1000", "1.5", ".5", "1e308", "1e9999", "0x10", "9".repeat(400)],
];
const SIGNS = [
  ...["+", "-", "*", "/", "(", ")", ",", "<", ">", "<=", ">=", "==", "!=", "=", "?", ":", "^", "!", "'", "%", ".", ";"],
  ...["[", "]", "{", "}", '"', "`", "#", "\\", "@", "&", "|", "~", " ", "  ", "\t", "\n", ".*", "./", "->", "“", "đ"],
];

/** Now a sound expression, now one that wants out. */
function expressions(): fc.Arbitrary<string> {
  const { sound } = fc.letrec<{ sound: string }>((tie) => ({
    sound: fc.oneof(
      { maxDepth: 6, withCrossShrink: true },
      fc.constantFrom("A_1", "B_2", "C3", "100", "1.5", "0"),
      fc
        .tuple(tie("sound"), fc.constantFrom("+", "-", "*", "/", "<", ">="), tie("sound"))
        .map((parts) => parts.join(" ")),
      tie("sound").map((inner) => `(${inner})`),
      tie("sound").map((inner) => `-${inner}`),
      fc
        .tuple(fc.constantFrom("sum", "max", "min", "abs"), tie("sound"), tie("sound"))
        .map(([name, one, two]) => `${name}(${one}, ${two})`),
      fc.tuple(tie("sound"), tie("sound"), tie("sound")).map(([one, two, three]) => `${one} ? ${two} : ${three}`),
    ),
  }));
  const soup = fc.array(fc.constantFrom(...WORDS, ...SIGNS), { maxLength: 20 }).map((words) => words.join(""));
  const nested = fc
    .tuple(
      fc.constantFrom("(", "-", "sum(", "A_1?", "1+", "A_1-", "A_1/(", "+", "A_1?A_1:", "max(1,", "A_1<"),
      fc.nat(600),
    )
    .map(([open, times]) => `${open.repeat(times)}A_1${")".repeat(open.includes("(") ? times : 0)}`);
  return fc.oneof(
    { weight: 4, arbitrary: sound },
    { weight: 4, arbitrary: soup },
    { weight: 1, arbitrary: nested },
    { weight: 1, arbitrary: troubledText() },
  );
}

const GLOBALS = ["import", "bieuEscaped"] as const;

function hasSoundExpression(text: string): void {
  const pollution = Object.keys(Object.prototype).length;
  let expression: ReturnType<typeof compileExpression>;
  try {
    expression = compileExpression(text);
  } catch (error) {
    assert.ok(error instanceof ExpressionError, String(error));
    return;
  }
  const { codes } = expression;
  assert.ok(codes.every((code) => CODE_PATTERN.test(code)));
  for (const figure of [0, 1, -3.5, 1e15, 1e-15]) {
    const value = expression.evaluate(codes.map(() => figure));
    assert.ok(value === undefined || Number.isFinite(value));
    assert.equal(expression.evaluate(codes.map(() => figure)), value, "not the same twice");
  }
  const range = expressionRange(
    expression,
    codes.map(() => ({ low: 1, high: 1.5 })),
  );
  assert.ok(!range || range.low <= range.high);
  // Where it says that it is a quotient of sums, it is.
  const { ratio } = expression;
  if (ratio) {
    const values = codes.map((_, index) => index + 2);
    const of = ({ factors, constant }: typeof ratio.above) =>
      factors.reduce((sum, factor, index) => sum + factor * values[index]!, constant);
    const [direct, quotient] = [expression.evaluate(values), of(ratio.above) / of(ratio.below)];
    if (direct !== undefined && Number.isFinite(quotient)) {
      assert.ok(Math.abs(direct - quotient) <= 1e-6 * Math.max(1, Math.abs(direct)), `${direct} is not ${quotient}`);
    }
  }
  assert.equal(Object.keys(Object.prototype).length, pollution);
  assert.equal((globalThis as Record<string, unknown>)[GLOBALS[1]], undefined);
}

const KEYS = [
  "__proto__",
  "constructor",
  "version",
  "sheets",
  "sheet",
  "forms",
  "adopted",
  "answers",
  "explanations",
  "ignoredRules",
  "filled",
  "checked",
  "id",
  "meta",
  "rows",
  "label",
  "nth",
  "code",
  "rule",
  "row",
  "role",
  "figure",
  "text",
  "at",
  "mode",
  "period",
  "formId",
];

/** JSON in the shape of a memory, with anything in any place. */
function memories(): fc.Arbitrary<string> {
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 5 },
      troubledText(),
      fc.constantFrom(
        0,
        1,
        -1,
        1e300,
        0.5,
        true,
        false,
        null,
        "B01",
        "PL02",
        "2024-6T",
        "2024-07-11",
        "functions",
        "QH1",
        "actual",
        "Biểu 1",
      ),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.array(fc.tuple(fc.constantFrom(...KEYS), tie("value")), { maxLength: 6 }).map((entries) => {
        const made = Object.create(null) as Record<string, unknown>;
        for (const [key, one] of entries) made[key] = one;
        return made;
      }),
    ),
  }));
  const shaped = fc
    .tuple(value, fc.array(value, { maxLength: 4 }), value)
    .map(([version, sheets, forms]) => JSON.stringify({ version, sheets, forms }));
  return fc.oneof(
    { weight: 4, arbitrary: shaped },
    { weight: 2, arbitrary: value.map((one) => JSON.stringify(one) ?? "") },
    { weight: 1, arbitrary: troubledText() },
  );
}

function remembersSoundly(text: string): void {
  const { memory, damaged } = parseMemory(text);
  assert.equal(typeof damaged, "boolean");
  const written = memoryText(memory);
  assert.deepEqual(parseMemory(written).memory, memory, "not the same after writing");
  assert.equal(memoryIn(memoryXml(written)), written);
  formsOf(memory);
  assert.equal(({} as Record<string, unknown>)["version"], undefined);
}

const SHIPPED = Object.entries(FORM_SOURCES).filter(([id]) => id === "B01" || id === "PL01");

/** The file of a shipped form with words in it that were changed, cut or moved by a person, a spreadsheet or an attacker. */
function formFiles(): fc.Arbitrary<string> {
  const texts = SHIPPED.map(([, source]) =>
    formFile({ meta: { ...(source.meta as object), id: "RIENG" }, rows: source.rows }),
  );
  const change = fc.tuple(
    fc.nat(),
    fc.oneof(fc.constant(0), fc.nat(20)),
    fc.oneof(troubledText(), fc.constantFrom(";", "\n", '"', ",", "\t", "'=", "\ufeff", ...WORDS)),
  );
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .tuple(fc.constantFrom(...texts), fc.array(change, { minLength: 1, maxLength: 4 }))
        .map(([text, changes]) =>
          changes.reduce((sum, [at, cut, put]) => {
            const place = at % (sum.length + 1);
            return sum.slice(0, place) + put + sum.slice(place + cut);
          }, text),
        ),
    },
    { weight: 1, arbitrary: troubledText() },
  );
}

function loadsOrSays(read: ReadParts, input: string): void {
  const loaded = read.ok ? loadOwnForm(read.parts) : read;
  if (loaded.ok) {
    assert.ok(loaded.form.indicators.length > 0);
    assert.ok(!Object.hasOwn(FORM_SOURCES, loaded.form.id));
    return;
  }
  assert.ok(loaded.problems.some(({ level }) => level === "error"));
  for (const { message } of loaded.problems) assertForPeople(message, input);
}

export const DEFINITIONS = [
  target("expressions: none gets out, none runs for ever", 1_500, expressions, (text) =>
    inTime(() => hasSoundExpression(text)),
  ),
  target(
    "periods: read as written, or none",
    2_000,
    () => fc.oneof(troubledText(), fc.stringMatching(/^(19|20)\d\d(-(6T|9T|N|Q[0-9]))?$/)),
    (text) => {
      const period = parsePeriod(text);
      if (!period) return;
      assert.deepEqual(parsePeriod(periodCode(period)), period);
      assert.ok(periodWords(period).includes(String(period.year)));
      fillTemplate(text, period);
    },
  ),
  target("memory: what anybody wrote is read as far as it is ours", 1_500, memories, (text) =>
    inTime(() => remembersSoundly(text)),
  ),
  target(
    "memory part: any XML is read as a text",
    1_000,
    () =>
      fc.oneof(
        troubledText(),
        troubledText().map((text) => `<memory xmlns="urn:bieu-y-te:memory:1">${text}</memory>`),
      ),
    (xml) => inTime(() => void parseMemory(memoryIn(xml))),
  ),
  target("form files: loaded or every problem told", 75, formFiles, (text) =>
    inTime(() => {
      const bytes = new TextEncoder().encode(text);
      loadsOrSays(readFormFile(bytes), text);
      loadsOrSays(readFormFolder(new TextEncoder().encode('{"id":"RIENG"}'), bytes), text);
    }),
  ),
  target(
    "mapping files: read or every problem told",
    300,
    () =>
      fc.tuple(
        fc.array(
          fc.array(
            fc.oneof(
              troubledText(),
              fc.constantFrom("Chỉ tiêu", "Đơn vị", "Kỳ", "Bộ dữ liệu", "B01_01", "aBcDeFgHiJk", "2024-6T"),
            ),
            { maxLength: 7 },
          ),
          { maxLength: 8 },
        ),
        fc.constantFrom(";", ",", "\t"),
      ),
    ([lines, mark]) =>
      inTime(() => {
        const text = [["Loại", "Mã số", "Số liệu", "Tên", "Mã DHIS2", "Mã phân nhóm"], ...lines]
          .map((cells) => cells.join(mark))
          .join("\n");
        for (const { line, message } of readMapping(text, allForms()).problems) {
          assert.ok(line >= 1);
          assertForPeople(message, text);
        }
      }),
  ),
  target("folding of texts: the same when done twice", 2_000, troubledText, (text) => {
    assert.equal(fold(fold(text)), fold(text));
    // Of longer ones the opening counts, which both forms do not cut at the same letter.
    if (text.normalize("NFD").length <= 2_000) assert.equal(fold(text.normalize("NFD")), fold(text.normalize("NFC")));
  }),
];
