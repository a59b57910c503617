/** What stands beside the sheets: the memory part that somebody edited, form files and mappings of strangers, expressions. */

import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../src/cli/run";
import { compileExpression, ExpressionError } from "../../src/core/form/expression";
import { formFile } from "../../src/core/learn/own-form-file";
import { mappingTemplate } from "../../src/core/submit/dhis2-mapping";
import { parseMemory } from "../../src/core/workbook/memory";
import { memoryXml } from "../../src/core/workbook/memory-part";
import { FORM_SOURCES, formById } from "../../src/forms";
import { putMemory } from "../../src/xlsx/memory";
import { openWorkbook } from "../../src/xlsx/open";
import { COMMANDS, PATIENCE, runOn } from "./corpus/run";
import { CODES, LAYOUT, ourBook, spoilt } from "./corpus/table";

jest.setTimeout(4 * PATIENCE);

const folder = mkdtempSync(join(tmpdir(), "bieu-definitions-"));
const path = (name: string) => join(folder, name);

interface Said {
  readonly code: number;
  readonly text: string;
  readonly milliseconds: number;
}

async function bieu(...args: string[]): Promise<Said> {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const start = performance.now();
  const code = await run(args, { out: say, error: say, now: () => new Date("2024-07-11") });
  const text = said.join("\n");
  expect(text).not.toMatch(/undefined|TypeError|RangeError|\[object/);
  return { code, text, milliseconds: performance.now() - start };
}

describe("what a workbook remembers, edited by somebody", () => {
  const sheet = LAYOUT.name;
  const memory = (sheets: unknown, more: object = {}) => JSON.stringify({ version: 1, sheets, ...more });
  const MEMORIES: readonly (readonly [name: string, text: string, isDamage: boolean])[] = [
    ["no JSON", '{"version":1,"sheets":[', true],
    ["a list", "[1,2,3]", true],
    ["a number", "7", true],
    ["another version", '{"version":99,"sheets":[]}', false],
    ["a version that is a text", '{"version":"1","sheets":[]}', true],
    ["sheets that are none", '{"version":1,"sheets":{"length":3}}', true],
    [
      "the keys of prototypes",
      `{"version":1,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"sheets":[{"sheet":"${sheet}","__proto__":{"polluted":1},"ignoredRules":["__proto__","toString"]}]}`,
      false,
    ],
    ["a sheet named __proto__", memory([{ sheet: "__proto__", ignoredRules: [] }]), false],
    [
      "wrong types everywhere",
      memory([{ sheet, ignoredRules: { a: 1 }, adopted: [], explanations: "x", filled: 3, checked: [null] }]),
      false,
    ],
    [
      "a text of five megabytes",
      memory([
        {
          sheet,
          ignoredRules: ["x".repeat(5_000_000)],
          explanations: [
            { rule: "QH1", row: "a", role: "actual", figure: "1", text: "x".repeat(5_000_000), at: "2024-01-01" },
          ],
        },
      ]),
      false,
    ],
    [
      "thirty thousand sheets",
      memory(Array.from({ length: 30_000 }, (_, i) => ({ sheet: `T${i}`, ignoredRules: [] }))),
      true,
    ],
    [
      "a form of a stranger",
      memory([], {
        forms: [
          { id: "B01", meta: { id: "B01" }, rows: "x" },
          { id: "X", meta: { id: "../X" }, rows: "\u0000" },
        ],
      }),
      false,
    ],
    [
      "a form whose id is a shipped one",
      memory([], { forms: [{ id: "PL02", meta: FORM_SOURCES["B01"]!.meta, rows: FORM_SOURCES["B01"]!.rows }] }),
      false,
    ],
    [
      "a hundred forms",
      memory([], { forms: Array.from({ length: 100 }, (_, i) => ({ id: `F${i}`, meta: {}, rows: "" })) }),
      true,
    ],
    [
      "reasons for what is an error",
      memory([
        {
          sheet,
          explanations: CODES.map((row) => ({
            rule: "QH1",
            row,
            role: "actual",
            figure: "50",
            text: "<b>vì thế</b>",
            at: "2024-01-01T00:00:00.000Z",
          })),
        },
      ]),
      false,
    ],
    ["JSON a hundred thousand deep", `{"version":1,"sheets":${"[".repeat(100_000)}${"]".repeat(100_000)}}`, true],
  ];

  test.each(MEMORIES)("%s", async (_, text, isDamage) => {
    expect(parseMemory(text).damaged).toBe(isDamage);
    const bytes = putMemory(await ourBook(), text);
    expect((await openWorkbook(bytes)).memory).toBe(text);
    // Large ones go through those commands that read and write it.
    const commands = text.length > 1_000_000 ? ["check", "explain"] : Object.keys(COMMANDS);
    for (const command of commands) {
      const ran = await runOn(bytes, command);
      if (command === "check") expect(ran.code).not.toBe(2);
    }
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  const PARTS: readonly (readonly [string, string])[] = [
    ["with elements in it", memoryXml("{}").replace("{}", "<a>{}</a>")],
    ["of another namespace", "<memory xmlns='urn:other'>x</memory>"],
    ["of references without end", memoryXml("").replace("></", `>${"&amp;".repeat(200_000)}</`)],
    ["of spaces that keep patterns busy", `${" ".repeat(1_900)}<a${" ".repeat(100_000)}`],
    ["of instructions", `${"<?a?>".repeat(300)}<memory xmlns="urn:bieu-y-te:memory:1">x</memory>`],
    ["of nothing", ""],
  ];

  test.each(PARTS)("a part %s", async (_, xml) => {
    const kept = putMemory(await ourBook(), "{}");
    const bytes = spoilt(kept, (parts) => {
      const name = Object.keys(parts).find((one) => /^customXml\/item\d+\.xml$/.test(one))!;
      return { [name]: xml };
    });
    const ran = await runOn(bytes, "check");
    expect(ran.code).not.toBe(2);
  });
});

describe("a form file of a stranger", () => {
  const source = FORM_SOURCES["B02"]!;
  const good = formFile({ meta: { ...(source.meta as object), id: "RIENG" }, rows: source.rows });
  const head = (meta: object) =>
    formFile({ meta: { ...(source.meta as object), id: "RIENG", ...meta }, rows: source.rows });
  const withFormula = (formula: string) => good.replace("10000 * NL_06 / NL_01", formula);

  const FILES: readonly (readonly [string, string | Uint8Array])[] = [
    ["empty", ""],
    ["binary", Uint8Array.from({ length: 2_000 }, (_, i) => (i * 37) % 256)],
    ["in the old Vietnamese code page", Buffer.from(good, "latin1")],
    ["larger than any form", `${good}${"x".repeat(9_000_000)}`],
    ["an .xlsx", Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)],
    ["with a quote that is not closed", good.replace("Chỉ tiêu", '"Chỉ tiêu')],
    [
      "with prototype keys in the line Khác",
      good.replace(/Khác;[^\n]*/, 'Khác;"{""__proto__"":{""x"":1},""constructor"":1}"'),
    ],
    ["with an id that is a path", head({ id: "../../etc" })],
    ["with the id of a shipped form", head({ id: "PL02" })],
    ["with a period of nobody", good.replace("Kỳ báo cáo;", "Kỳ báo cáo;tuần, ")],
    ["of one line of a million columns", `Mã số;Chỉ tiêu${";x".repeat(1_000_000)}\n${"a\n".repeat(5_000)}`],
    ["of a million lines", `Mã số;Chỉ tiêu\n${"\n".repeat(1_000_000)}`],
    ["with rows that name each other in a circle", withFormula("10000 * NL_14 / NL_01")],
    ["with an expression that imports", withFormula("import({})")],
  ];

  test.each(FILES)("%s", async (name, content) => {
    writeFileSync(path("bieu.csv"), content);
    const said = await bieu("list", "--bieu", path("bieu.csv"));
    expect([name, said.code]).toEqual([name, 2]);
    expect(said.text).toMatch(/Chưa dùng được biểu|Hai biểu/);
    expect(said.milliseconds).toBeLessThan(PATIENCE);
  });

  test("a good one is used", async () => {
    writeFileSync(path("bieu.csv"), good);
    expect((await bieu("list", "--bieu", path("bieu.csv"))).text).toContain("RIENG");
  });

  test("a folder without its files, and one whose files are folders", async () => {
    expect(await bieu("list", "--bieu", folder)).toMatchObject({ code: 2, text: expect.stringContaining("form.json") });
    expect(await bieu("list", "--bieu", path("khong-co"))).toMatchObject({ code: 2 });
  });
});

describe("a mapping file of a stranger", () => {
  const good = mappingTemplate(formById("B01")!, { unit: "Sở Y tế" });
  const FILES: readonly (readonly [string, string | Uint8Array])[] = [
    ["empty", ""],
    ["binary", Uint8Array.from({ length: 2_000 }, (_, i) => (i * 37) % 256)],
    ["an .xlsx", Uint8Array.of(0x50, 0x4b, 3, 4)],
    ["with identifiers that are scripts", good.replace(/(Chỉ tiêu;[^;]*;;[^;]*;)/, "$1<script>")],
    ["with identifiers that are formulas", good.replace(/(Chỉ tiêu;[^;]*;;[^;]*;)/, "$1=cmd|'/C calc'!A0")],
    ["with codes of prototypes", `${good}Chỉ tiêu;__proto__;;x;aBcDeFgHiJk;\n__proto__;a;;x;aBcDeFgHiJk;\n`],
    ["with a quote that is not closed", good.replace("Chỉ tiêu", '"Chỉ tiêu')],
    ["larger than any mapping", `${good}${"x;".repeat(5_000_000)}`],
  ];

  test.each(FILES)("%s", async (name, content) => {
    writeFileSync(path("so.xlsx"), await ourBook());
    writeFileSync(path("anh-xa.csv"), content);
    const args = [
      "--nguoi",
      "A",
      "-o",
      path("nop.xlsx"),
      "--dhis2",
      path("dhis2.json"),
      "--anh-xa",
      path("anh-xa.csv"),
    ];
    const said = await bieu("submit", path("so.xlsx"), ...args);
    expect([name, said.code]).not.toEqual([name, 0]);
    expect(said.milliseconds).toBeLessThan(PATIENCE);
    expect(existsSync(path("nop.xlsx")) || existsSync(path("dhis2.json"))).toBe(false);
  });
});

describe("an expression that wants out", () => {
  const REFUSED = [
    "import({a: 1})",
    "createUnit('bieu')",
    "config({number: 'BigNumber'})",
    "evaluate('1+1')",
    "parse('1')",
    "A_1.constructor('return this')()",
    'A_1["constructor"]',
    "sum.constructor(A_1)",
    "constructor(A_1)",
    "toString(A_1)",
    "__proto__(A_1)",
    "f(x) = x",
    "A_1 = 5",
    "A_1; B_2",
    "[A_1, B_2]",
    "{a: A_1}",
    "'A_1'",
    "A_1:B_2:C_3",
    "A_1^999999999",
    "A_1!",
    "A_1'",
    "10^A_1",
    "factorial(A_1)",
    "range(1, A_1)",
    "A_1 to B_2",
    "A_1 mod B_2",
    "2 A_1",
    "A_1(B_2)",
    "1e9999 * A_1",
    `${"9".repeat(400)} * A_1`,
    `${"(".repeat(500)}A_1${")".repeat(500)}`,
    "-".repeat(500).concat("A_1"),
    "A_1 ? ".repeat(100).concat("A_1"),
    `A_1${" + A_1".repeat(2_000)}`,
    "sum()",
    "end + A_1",
    "Infinity * A_1",
    "NaN + A_1",
    "i * A_1",
    "A_1 #",
    "A_1 \u200b+ B_2",
    "А_1 + 1",
  ];

  test.each(REFUSED)("%s", (text) => {
    const start = performance.now();
    let refusal: unknown;
    try {
      const { codes, evaluate } = compileExpression(text);
      // What reads as a code is one, and nothing else: it has the figure that it is given.
      expect(codes.every((code) => /^[A-Za-z]\w*$/.test(code))).toBe(true);
      expect(evaluate(codes.map(() => 2)) ?? 0).not.toBeNaN();
    } catch (error) {
      refusal = error;
    }
    if (!/^(i \*|Infinity|NaN)/.test(text)) expect(refusal).toBeInstanceOf(ExpressionError);
    expect(performance.now() - start).toBeLessThan(PATIENCE);
  });
});

test("a learnt form is written whole or not at all", async () => {
  const { freeBook } = await import("./corpus/table");
  writeFileSync(path("bang.xlsx"), freeBook());
  writeFileSync(path("da-co"), "một tệp, không phải thư mục");
  expect(await bieu("learn", path("bang.xlsx"), "-o", path("da-co"))).toMatchObject({ code: 2 });
  expect(readFileSync(path("da-co"), "utf8")).toBe("một tệp, không phải thư mục");
});
