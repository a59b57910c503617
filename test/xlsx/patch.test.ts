/** Changing cells in the XML of a sheet, whoever wrote it. */
import { crc32 } from "node:zlib";
import { strToU8 } from "fflate";
import fc from "fast-check";
import { address } from "../../src/core/table/grid";
import type { CellEdit } from "../../src/core/table/grid";
import { openWorkbook } from "../../src/xlsx/open";
import { freezeSheets } from "../../src/xlsx/freeze";
import { applyEdits } from "../../src/xlsx/patch";
import { at, changedParts, handWritten, oneSheet, partsOf, rawZip, refusal, textOf } from "./support";

const SHEET = "Biểu 1";
const PART = "xl/worksheets/sheet1.xml";
const dataOf = (bytes: Uint8Array) => /<sheetData>(.*)<\/sheetData>/s.exec(textOf(bytes, PART))?.[1];
const edit = (rows: string, ...edits: CellEdit[]) => dataOf(applyEdits(oneSheet(rows), SHEET, edits));

describe("where a cell goes", () => {
  test("into its place among cells and rows, and the style of an old cell stays", () => {
    expect(
      edit(
        '<row r="2" spans="2:4"><c r="B2" s="5"/><c r="D2" t="s" s="6"><v>1</v></c></row><row r="4" ht="20"/>',
        { row: 3, column: 0, value: 6 },
        { row: 1, column: 1, value: 1 },
        { row: 1, column: 0, value: 2 },
        { row: 1, column: 2, value: 3 },
        { row: 1, column: 5, value: 4 },
        { row: 1, column: 3, value: null },
        { row: 2, column: 1, value: 5 },
        { row: 9, column: 1, value: null },
        { row: 6, column: 1, value: 7 },
      ),
    ).toBe(
      '<row r="2" spans="1:6"><c r="A2"><v>2</v></c><c r="B2" s="5"><v>1</v></c><c r="C2"><v>3</v></c><c r="D2" s="6"/><c r="F2"><v>4</v></c></row>' +
        '<row r="3"><c r="B3"><v>5</v></c></row><row r="4" ht="20"><c r="A4"><v>6</v></c></row><row r="7"><c r="B7"><v>7</v></c></row>',
    );
  });

  test("into an empty sheet, and the dimension grows", () => {
    const bytes = handWritten({ sheets: { A: '<dimension ref="B2"/><sheetData/><pageMargins left="1"/>' } });
    expect(textOf(applyEdits(bytes, "A", [{ row: 2, column: 3, value: 1 }]), PART)).toContain(
      '<dimension ref="B2:D3"/><sheetData><row r="3"><c r="D3"><v>1</v></c></row></sheetData><pageMargins left="1"/>',
    );
  });

  test("a new cell looks like its row or its column", () => {
    const bytes = handWritten({
      sheets: {
        A: '<cols><col min="1" max="2" style="3"/></cols><sheetData><row r="1" s="7" customFormat="1"/><row r="2" s="8"/></sheetData>',
      },
    });
    const patched = applyEdits(bytes, "A", [
      { row: 0, column: 0, value: 1 },
      { row: 1, column: 1, value: 2 },
      { row: 1, column: 2, value: 3 },
    ]);
    expect(dataOf(patched)).toBe(
      '<row r="1" s="7" customFormat="1"><c r="A1" s="7"><v>1</v></c></row><row r="2" s="8"><c r="B2" s="3"><v>2</v></c><c r="C2"><v>3</v></c></row>',
    );
  });

  test("cells without their place, single quotes and prefixes", () => {
    const xml =
      "<x:worksheet xmlns:x='m'><x:sheetData><x:row><x:c s='1'><x:v>1</x:v></x:c><x:c s='2'/></x:row></x:sheetData></x:worksheet>";
    const patched = applyEdits(handWritten({ sheets: { A: xml } }), "A", [
      { row: 0, column: 1, value: "a" },
      { row: 1, column: 0, value: 5, formula: "A1" },
    ]);
    expect(textOf(patched, PART)).toBe(
      "<x:worksheet xmlns:x='m'><x:sheetData><x:row><x:c s='1'><x:v>1</x:v></x:c>" +
        '<x:c r="B1" s="2" t="inlineStr"><x:is><x:t xml:space="preserve">a</x:t></x:is></x:c></x:row>' +
        '<x:row r="2"><x:c r="A2"><x:f>A1</x:f><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    );
  });

  test("of two edits of one cell the later counts", () => {
    expect(edit("", { row: 0, column: 0, value: 1 }, { row: 0, column: 0, value: 2 })).toBe(
      '<row r="1"><c r="A1"><v>2</v></c></row>',
    );
  });

  test("rows out of order are refused, for no place is the right one", async () => {
    const bytes = oneSheet('<row r="3"/><row r="2"/>');
    expect((await refusal(() => applyEdits(bytes, SHEET, [{ row: 1, column: 1, value: 1 }]))).reason).toBe("damaged");
  });
});

describe("what a cell holds", () => {
  test.each<[string, Omit<CellEdit, "row" | "column">, string]>([
    [
      "markup",
      { value: '<6 & "x" ]]>' },
      ' t="inlineStr"><is><t xml:space="preserve">&lt;6 &amp; &quot;x&quot; ]]&gt;</t></is></c>',
    ],
    [
      "control characters",
      { value: "a\u0000\u000bb\ud800c\r\nd" },
      ' t="inlineStr"><is><t xml:space="preserve">abc\nd</t></is></c>',
    ],
    [
      "what looks like an escape",
      { value: "_x0041_" },
      ' t="inlineStr"><is><t xml:space="preserve">_x005F_x0041_</t></is></c>',
    ],
    [
      "a formula of ours",
      { value: 101.2, formula: "sovoikh(D5,C5)" },
      "><f>_xldudf_SOVOIKH(D5,C5)</f><v>101.2</v></c>",
    ],
    [
      "a formula with a text",
      { value: "đạt", formula: 'IF(A2<5,"TYLE(","b")' },
      ' t="str"><f>IF(A2&lt;5,&quot;TYLE(&quot;,&quot;b&quot;)</f><v>đạt</v></c>',
    ],
    [
      "a formula that shows nothing",
      { value: null, formula: "SOCUNGKY(B1,C1)" },
      ' t="str"><f>_xldudf_SOCUNGKY(B1,C1)</f><v></v></c>',
    ],
    ["a truth value", { value: true }, ' t="b"><v>1</v></c>'],
    ["a formula with a truth value", { value: false, formula: "A2>5" }, ' t="b"><f>A2&gt;5</f><v>0</v></c>'],
    ["a large number", { value: 1e21 }, "><v>1e+21</v></c>"],
    ["minus nothing", { value: -0 }, "><v>0</v></c>"],
  ])("%s", (_, content, cell) => {
    expect(edit("", { row: 0, column: 0, ...content })).toBe(`<row r="1"><c r="A1"${cell}</row>`);
  });

  test("what is written is read again", async () => {
    const value = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "binary" }),
    );
    const places = fc.record({ row: fc.nat(30), column: fc.nat(30), value });
    const start = oneSheet('<row r="3"><c r="B3"><v>1</v></c></row><row r="9"/>');
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(places, { maxLength: 40, selector: ({ row, column }) => row * 100 + column }),
        async (edits) => {
          const grid = (await openWorkbook(applyEdits(start, SHEET, edits))).grid(SHEET);
          for (const { row, column, value: written } of edits) {
            const readable =
              typeof written === "number"
                ? written + 0
                : written
                    .replace(/\r\n?/g, "\n")
                    .replace(/[^\P{Cc}\t\n\u007f-\u009f]|\p{Surrogate}|[\ufffe\uffff]/gu, "");
            expect([address(row, column), at(grid, address(row, column))]).toEqual([
              address(row, column),
              { value: readable },
            ]);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each<[string, CellEdit]>([
    ["no number", { row: 0, column: 0, value: NaN }],
    ["an endless number", { row: 0, column: 0, value: Infinity }],
    ["too long a text", { row: 0, column: 0, value: "a".repeat(32_768) }],
    ["too long a formula", { row: 0, column: 0, value: 1, formula: "1+".repeat(5000) }],
    ["an empty formula", { row: 0, column: 0, value: 1, formula: " " }],
    ["a row that is none", { row: 1_048_576, column: 0, value: 1 }],
    ["a column that is none", { row: 0, column: -1, value: 1 }],
  ])("%s is refused", async (_, bad) => {
    expect((await refusal(() => applyEdits(oneSheet(""), SHEET, [bad]))).reason).toBe("value-refused");
  });
});

describe("formulas of many cells", () => {
  const array =
    '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A3">B1:B3</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>';

  test("a part of an array is refused, with its cell", async () => {
    const error = await refusal(() => applyEdits(oneSheet(array), SHEET, [{ row: 1, column: 0, value: 5 }]));
    expect(error).toMatchObject({ reason: "array-formula", cell: "A2", sheet: SHEET });
    expect(error.message).toBe(
      "Ô A2 của trang “Biểu 1” thuộc công thức mảng A1:A3 nên không sửa riêng được. Hãy sửa hoặc xóa cả vùng A1:A3.",
    );
  });

  test("a part of a data table is refused", async () => {
    const rows = '<row r="1"><c r="A1"><f t="dataTable" ref="A1:B2" dt2D="1" r1="D1" r2="D2"/><v>1</v></c></row>';
    expect((await refusal(() => applyEdits(oneSheet(rows), SHEET, [{ row: 1, column: 1, value: 5 }]))).cell).toBe("B2");
  });

  test("all of an array is changed, and no mark of it stays", () => {
    const values = [0, 1, 2].map((row) => ({ row, column: 0, value: row }));
    expect(edit(array, ...values)).toBe(
      '<row r="1"><c r="A1"><v>0</v></c></row><row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><v>2</v></c></row>',
    );
  });

  test("a shared formula without followers goes with its cell", () => {
    const rows =
      '<row r="1"><c r="A1"><f t="shared" ref="A1:A2" si="0">B1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/></c></row>';
    expect(edit(rows, { row: 0, column: 0, value: 1 }, { row: 1, column: 0, value: 2 })).not.toContain("shared");
  });

  test("the first follower takes a shared formula over, with absolute places kept", () => {
    const rows = [1, 2, 3, 4]
      .map(
        (n) =>
          `<row r="${n}"><c r="C${n}">${n === 1 ? '<f t="shared" ref="C1:C4" si="3">A1&lt;B$1</f>' : '<f t="shared" si="3"/>'}<v>${n}</v></c></row>`,
      )
      .join("");
    const data = edit(rows, { row: 0, column: 2, value: null }, { row: 2, column: 2, value: 0 });
    expect(data).toContain('<c r="C2"><f t="shared" ref="C2:C4" si="3">A2&lt;B$1</f><v>2</v></c>');
    expect(data).toContain('<c r="C4"><f t="shared" si="3"/><v>4</v></c>');
  });
});

describe("the rest of the file", () => {
  const calcChain = {
    parts: { "xl/calcChain.xml": '<calcChain><c r="A1" i="1"/></calcChain>' },
    relations: '<Relationship Id="rId9" Type="http://x/calcChain" Target="calcChain.xml"/>',
    types: '<Override PartName="/xl/calcChain.xml" ContentType="x"></Override>',
  };

  test("the calculation chain goes with all that points at it", () => {
    const before = oneSheet("", calcChain);
    const after = applyEdits(before, SHEET, [{ row: 0, column: 0, value: 1 }]);
    expect(changedParts(before, after).sort()).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/calcChain.xml",
      PART,
    ]);
    expect(partsOf(after)["xl/calcChain.xml"]).toBeUndefined();
    expect(textOf(after, "[Content_Types].xml") + textOf(after, "xl/_rels/workbook.xml.rels")).not.toContain(
      "calcChain",
    );
  });

  test("the header of an Excel table is refused, its body is not", async () => {
    const bytes = oneSheet('<row r="1"><c r="A1" t="inlineStr"><is><t>KH</t></is></c></row>', {
      parts: {
        "xl/worksheets/_rels/sheet1.xml.rels":
          '<Relationships><Relationship Id="a" Type="x/table" Target="../tables/table1.xml"/></Relationships>',
        "xl/tables/table1.xml": '<table displayName="Bảng1" ref="A1:B5"/>',
      },
    });
    const error = await refusal(() => applyEdits(bytes, SHEET, [{ row: 0, column: 1, value: "TH" }]));
    expect(error).toMatchObject({ reason: "table-header", cell: "B1" });
    expect(changedParts(bytes, applyEdits(bytes, SHEET, [{ row: 1, column: 1, value: 5 }]))).toEqual([PART]);
  });

  test("part names that are not Unicode, and sizes that follow the data, are no hindrance", () => {
    const parts = Object.entries(partsOf(oneSheet("")));
    const stored = (name: string, packed: Uint8Array) => ({
      name,
      packed,
      method: 0,
      flags: 8,
      size: packed.length,
      crc: crc32(packed),
    });
    const bytes = rawZip([
      ...parts.map(([name, content]) => stored(name, content)),
      stored("xl/media/?nh.png", strToU8("x")),
    ]);
    const place = Buffer.from(bytes).indexOf("?nh.png");
    bytes[place] = 0xc1;
    bytes[Buffer.from(bytes).lastIndexOf("?nh.png")] = 0xc1;
    const patched = Buffer.from(applyEdits(bytes, SHEET, [{ row: 0, column: 0, value: 1 }]));
    const name = Buffer.concat([Buffer.from("xl/media/"), Buffer.of(0xc1), Buffer.from("nh.png")]);
    expect(patched.indexOf(name)).toBeGreaterThan(0);
    expect(patched.lastIndexOf(name)).toBeGreaterThan(patched.indexOf(name));
  });

  test("a sheet that is not there", async () => {
    expect((await refusal(() => applyEdits(oneSheet(""), "Không có", []))).reason).toBe("sheet-missing");
  });
});

describe("chốt số", () => {
  const rows =
    '<row r="1"><c r="A1" s="2"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"a&amp;b"</f><v> a&amp;b_x0009_</v></c><c r="C1" t="e" vm="3"><f>1/0</f><v>#DIV/0!</v></c><c r="D1" t="b"><f>TRUE()</f><v>1</v></c><c r="E1" t="str"><f>""</f><v></v></c><c r="F1"><v>7</v></c></row>' +
    '<row r="2"><c r="A2"><f t="shared" ref="A2:B2" si="0">A1</f><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>3</v></c><c r="C2" cm="1"><f t="array" ref="C2:C3">A1:A2</f><v>2</v></c><c r="D2"><f t="dataTable" ref="D2:D3" r1="A1"/><v>4</v></c></row>';

  test("every formula gives way to its value", () => {
    expect(dataOf(freezeSheets(oneSheet(rows)))).toBe(
      '<row r="1"><c r="A1" s="2"><v>2</v></c><c r="B1" t="inlineStr"><is><t xml:space="preserve"> a&amp;b_x0009_</t></is></c><c r="C1" t="e" vm="3"><v>#DIV/0!</v></c><c r="D1" t="b"><v>1</v></c><c r="E1" t="inlineStr"><is><t xml:space="preserve"></t></is></c><c r="F1"><v>7</v></c></row>' +
        '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><v>3</v></c><c r="C2"><v>2</v></c><c r="D2"><v>4</v></c></row>',
    );
  });

  test("what is read stays the same, but for the formulas", async () => {
    const before = (await openWorkbook(oneSheet(rows))).grid(SHEET);
    const after = (await openWorkbook(freezeSheets(oneSheet(rows)))).grid(SHEET);
    expect(after.rows).toEqual(before.rows.map((cells) => cells.map((cell) => cell && { value: cell.value })));
  });

  test.each(['<c r="B7"><f>1+1</f></c>', '<c r="B7"><f>1+1</f><v></v></c>', '<c r="B7" t="str"><f>A1</f></c>'])(
    "a formula without its value is named: %s",
    async (cell) => {
      const error = await refusal(() => freezeSheets(oneSheet(`<row r="7">${cell}</row>`)));
      expect(error).toMatchObject({ reason: "result-missing", cell: "B7", sheet: SHEET });
    },
  );

  test("only the sheets that are named", () => {
    const sheet = "<sheetData><row><c><f>1</f><v>1</v></c></row></sheetData>";
    const bytes = handWritten({ sheets: { A: sheet, B: sheet } });
    expect(changedParts(bytes, freezeSheets(bytes, ["B"]))).toEqual(["xl/worksheets/sheet2.xml"]);
    expect(changedParts(bytes, freezeSheets(bytes))).toHaveLength(2);
  });
});
