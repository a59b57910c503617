/** The words of an own form's file that say what its columns are and which periods it is for. */

import fc from "fast-check";
import Papa from "papaparse";
import { recognise } from "../../../src/core/form/recognise";
import { learnTable } from "../../../src/core/learn/learn";
import { ownForm } from "../../../src/core/learn/own-form";
import type { FormParts } from "../../../src/core/learn/own-form";
import { formFile, loadParts, problemWords, readFormFile } from "../../../src/core/learn/own-form-file";
import type { Grid } from "../../../src/core/table/grid";
import schema from "../../../src/forms/form.schema.json";
import { COLUMNS, count, csv, heading, meta, rate } from "../form/support";
import { gridOf } from "./table";

const encode = (text: string) => new TextEncoder().encode(text);

const made = (grid: Grid) => {
  const binding = recognise(grid, [])!;
  const options = { id: "RIENG", title: "Biểu riêng", source: "", accepted: new Set<string>(), note: () => "" };
  return ownForm(learnTable(grid, binding), binding, options);
};

const TABLE = gridOf([
  ["Số ca", "ca", 7540, 2435, 2507],
  ["Tỷ lệ", "%", 92.7, 92.4, 91.7],
]);

describe("each kind of column has its words in the file, and is read from them", () => {
  const ROLES: readonly (readonly [string, string])[] = [
    ["tt", "TT"],
    ["label", "tên chỉ tiêu"],
    ["code", "mã số"],
    ["unit", "đơn vị tính"],
    ["plan", "kế hoạch"],
    ["laterPlan", "kế hoạch sau"],
    ["actual", "thực hiện"],
    ["samePeriod", "cùng kỳ"],
    ["vsPlan", "so với kế hoạch"],
    ["vsSamePeriod", "so với cùng kỳ"],
  ];
  const { meta, rows } = made(TABLE);
  const columnsRead = (text: string) => {
    const read = readFormFile(encode(text));
    return read.ok ? (read.parts.meta as { columns: unknown }).columns : read.problems.map(problemWords);
  };

  test.each(ROLES)("%s: %s", (role, words) => {
    const columns = [{ role, header: "Cột thử", width: 12.5 }];
    const file = formFile({ meta: { ...(meta as object), columns }, rows });
    expect(file).toContain(`\nCột;Cột thử;${words};12.5\n`);
    expect(columnsRead(file)).toEqual(columns);
    expect(columnsRead(file.replace(`;${words};`, `;${words.toUpperCase()};`))).toEqual(columns);
  });

  test("other words are no column, and the words that are stand beside them", () => {
    const file = formFile(made(TABLE)).replace(";kế hoạch;", ";kế hoạch năm;");
    expect(columnsRead(file)).toEqual([
      `Dòng 10: Cột “Kế hoạch năm {nam}” ghi vai trò “kế hoạch năm”; chỉ nhận: ${ROLES.map(([, words]) => words).join(", ")}.`,
    ]);
  });

  test("a target for a later year is a column of its own, and stays the year that it names", () => {
    const header = ["Chỉ tiêu", "Ước TH năm 2024", "Kế hoạch năm 2024", "Mục tiêu năm 2030"];
    const figures = [
      ["Số ca", 7540, 7500, 7700],
      ["Số lượt", 912, 900, 950],
    ];
    const cells = [header, ...figures].map((line) => line.map((value) => ({ value })));
    const file = formFile(made({ sheet: "Bảng", rows: cells }));
    expect(file.split("\n").filter((line) => line.includes(";kế hoạch"))).toEqual([
      "Cột;Kế hoạch {ky};kế hoạch;11",
      "Cột;Mục tiêu năm 2030;kế hoạch sau;11",
    ]);
  });
});

test.each([
  [["year"], "năm"],
  [["quarter"], "quý"],
  [["half", "nine"], "6 tháng, 9 tháng"],
  [["nine", "quarter", "year", "half"], "9 tháng, quý, năm, 6 tháng"],
])("the periods %j are %s in the file, and are read from it however they are spaced", (periods, words) => {
  const { meta, rows } = made(TABLE);
  const file = formFile({ meta: { ...(meta as object), periods }, rows });
  expect(file).toContain(`\nKỳ báo cáo;${words}\n`);
  for (const text of [file, file.replace(words, words.toUpperCase().replaceAll(", ", " ,  "))]) {
    const read = readFormFile(encode(text));
    expect(read.ok && (read.parts.meta as { periods: unknown }).periods).toEqual(periods);
  }
});

test("a file that ends without a line end keeps its last row", () => {
  const file = formFile(made(TABLE));
  const rowsOf = (text: string) => {
    const read = readFormFile(encode(text));
    return read.ok ? read.parts.rows.trimEnd() : "";
  };
  expect(rowsOf(file.trimEnd())).toBe(rowsOf(file));
  expect(rowsOf(file.trimEnd())).toContain("Tỷ lệ");
});

describe("a form of any words", () => {
  /** Words that mean something to a file, a spreadsheet or a browser, and words of the file's own. */
  const PIECES = [
    ...[
      "Tỷ lệ",
      "=1+1",
      "+ Nam",
      "-5",
      "@a",
      "'x",
      '"',
      "; trong đó",
      ", nữ",
      "a, b, c, d",
      "1.0",
      "Khác",
      "Cột",
      "sep=,",
    ],
    ...["Mã số", "mã số", "Chỉ tiêu", "Vế trái", "Vế phải", "{", "}", "\\", "<b>", "🇻🇳", "＝1", "Biểu riêng", "Nguồn"],
  ];
  const words = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(" "));
  const labels = fc.array(words, { minLength: 4, maxLength: 4 });
  const condition = {
    "Mã số": "NU",
    "Vế trái": "NU",
    Dấu: "<=",
    "Vế phải": "CA",
    "Vì sao": "Số ca nữ nằm trong số ca",
  };
  const measures = [
    { id: "mac", label: "Mắc" },
    { id: "chet", label: "Chết", subsetOf: "mac" },
  ];
  const measured = [COLUMNS.label, COLUMNS.code, { ...COLUMNS.actual, measure: "mac", group: "Mắc" }];
  const forms: fc.Arbitrary<FormParts> = fc
    .record({
      labels,
      title: words,
      number: words,
      source: words,
      header: words,
      notes: fc.option(fc.array(words, { maxLength: 2 })),
      periods: fc.subarray(["quarter", "half", "nine", "year"], { minLength: 1 }),
      conditions: fc.option(words),
      measured: fc.boolean(),
    })
    .map((drawn): FormParts => {
      const { title, number, source, periods, notes } = drawn;
      const [part, one, two, three] = drawn.labels as [string, string, string, string];
      const columns = drawn.measured ? { columns: measured, measures } : {};
      const form = meta(["label", "code", "plan", "actual"], {
        ...{ id: "RIENG", title, number, source, periods, ...(notes && { notes }), ...columns },
      });
      const headed = drawn.measured ? form.columns : [...form.columns, { ...COLUMNS.samePeriod, header: drawn.header }];
      return {
        meta: { ...form, columns: headed },
        rows: csv([heading("I", part), count("CA", one), count("NU", two), rate("TL", three, { "Ghi chú": source })]),
        ...(drawn.conditions !== null && { conditions: csv([{ ...condition, "Vì sao": drawn.conditions }]) }),
      };
    });

  /** What spreadsheets make of a file when they save it. */
  const SAVED = {
    "as it is": (text: string) => encode(text),
    "with commas, each line as wide as the widest": (text: string) => encode(`\ufeff${saved(text, ",")}`),
    "with tabs, in UTF-16": (text: string) => {
      const units = Array.from(`\ufeff${saved(text, "\t")}`.split(""), (unit) => unit.charCodeAt(0));
      return new Uint8Array(new Uint16Array(units).buffer);
    },
  } as const;
  const saves = fc.constantFrom(...(Object.keys(SAVED) as (keyof typeof SAVED)[]));
  function saved(text: string, delimiter: string): string {
    const lines = Papa.parse<string[]>(text.replace(/^\ufeff/, ""), { delimiter: ";" }).data;
    const width = Math.max(...lines.map((cells) => cells.length));
    const even = lines.map((cells) => Array.from({ length: width }, (_, at) => cells[at] ?? ""));
    return Papa.unparse(even, { delimiter, newline: "\r\n" });
  }

  /** The form that parts make, or what is wrong with them; without lines, which differ in the one file. */
  const madeOf = (parts: FormParts) => {
    const loaded = loadParts(parts, schema);
    return JSON.stringify(loaded.ok ? loaded.form : loaded.problems.map(({ message }) => message));
  };

  test("is written to one file, saved by any spreadsheet, and read as the same form", () => {
    fc.assert(
      fc.property(forms, saves, (parts, save) => {
        const read = readFormFile(SAVED[save](formFile(parts)));
        if (!read.ok) throw new Error(read.problems.map(problemWords).join(" "));
        expect(madeOf(read.parts)).toBe(madeOf(parts));
      }),
      { numRuns: 60 },
    );
  });

  test("whose title lists what it holds, its codes among that, does not lose its columns", () => {
    const { rows } = made(TABLE);
    const parts = {
      meta: meta(["label", "code", "actual"], { id: "RIENG", title: "Bảng mã số, tên, đơn vị, ghi chú" }),
      rows,
    };
    const read = readFormFile(encode(formFile(parts)));
    expect(read.ok && madeOf(read.parts)).toBe(madeOf(parts));
  });

  test("cut off anywhere is read or refused in words, and never more than was written", () => {
    fc.assert(
      fc.property(forms, saves, fc.double({ min: 0, max: 1, noNaN: true }), (parts, save, share) => {
        const bytes = SAVED[save](formFile(parts));
        const read = readFormFile(bytes.slice(0, Math.floor(bytes.length * share)));
        const loaded = read.ok ? loadParts(read.parts, schema) : read;
        if (!loaded.ok) {
          expect(loaded.problems.length).toBeGreaterThan(0);
          for (const problem of loaded.problems) expect(problemWords(problem)).not.toMatch(/^\s*$|undefined|\[object/);
          return;
        }
        const whole = loadParts(parts, schema);
        if (!whole.ok) throw new Error("more was read than was written");
        const codes = whole.form.rows.map(({ code }) => code);
        expect(codes.slice(0, loaded.form.rows.length)).toEqual(loaded.form.rows.map(({ code }) => code));
      }),
      { numRuns: 60 },
    );
  });
});
