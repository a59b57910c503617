/** What a cell of a file becomes in the table model. */
import { openWorkbook } from "../../src/xlsx/open";
import { at, handWritten, oneSheet, pack, partsOf, refusal, textOf } from "./support";

const read = async (rows: string, more = {}) => (await openWorkbook(oneSheet(rows, more))).grid("Biểu 1");
const row = (cells: string) => `<row r="1">${cells}</row>`;
const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="#,##0.0&quot; ca&quot;"/></numFmts><cellStyleXfs><xf numFmtId="3"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="49"/></cellXfs></styleSheet>`;

describe("values", () => {
  test.each([
    ["a number", "<c r='A1'><v>99.7</v></c>", 99.7],
    ["a number in scientific notation", '<c r="A1"><v>1.5E-3</v></c>', 0.0015],
    ["a text in the cell", '<c r="A1" t="inlineStr"><is><t>Tổng số</t></is></c>', "Tổng số"],
    [
      "a rich text in the cell",
      '<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>Tổng </t></r><r><t>số</t></r></is></c>',
      "Tổng số",
    ],
    ["CDATA", '<c r="A1" t="inlineStr"><is><t><![CDATA[<6 & >5]]></t></is></c>', "<6 & >5"],
    ["references", '<c r="A1" t="inlineStr"><is><t>&lt;6 &amp; &#x1EBF;&#10;b</t></is></c>', "<6 & ế\nb"],
    ["a truth value", '<c r="A1" t="b"><v>1</v></c>', true],
    ["an error", '<c r="A1" t="e"><v>#DIV/0!</v></c>', { error: "#DIV/0!" }],
    ["a text that looks like an error", '<c r="A1" t="inlineStr"><is><t>#DIV/0!</t></is></c>', "#DIV/0!"],
    ["an escape", '<c r="A1" t="str"><v>a_x0009_b</v></c>', "a\tb"],
    ["an escaped escape", '<c r="A1" t="str"><v>a_x005F_x0009_b</v></c>', "a_x0009_b"],
    [
      "decomposed Unicode, kept as it is",
      `<c r="A1" t="str"><v>${"Tổng".normalize("NFD")}</v></c>`,
      "Tổng".normalize("NFD"),
    ],
    ["spaces, kept", '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>', " a "],
    ["an ISO date of the strict standard", '<c r="A1" t="d"><v>2024-06-30</v></c>', 45473],
    ["a comment among the tags", '<!-- <c r="A1"><v>7</v></c> --><c r="A1"><!-- 8 --><v>9</v></c>', 9],
    ["no place in the tag", "<c><v>5</v></c>", 5],
  ])("%s", async (_, cells, value) => {
    expect(at(await read(row(cells)), "A1")).toEqual({ value });
  });

  test("an empty cell is none", async () => {
    expect(at(await read(row('<c r="A1"/><c r="B1"><v></v></c>')), "A1")).toBeUndefined();
  });

  test("shared strings, plain and rich, without the reading aids of Japanese", async () => {
    const strings = [
      "<t>Tổng số</t>",
      "<r><t>Trong </t></r><r><t>đó</t></r>",
      "<t>課</t><rPh sb='0' eb='1'><t>カ</t></rPh>",
    ];
    const grid = await read(row('<c t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="s"><v>2</v></c><c t="s"><v/></c>'), {
      strings,
    });
    expect(grid.rows[0]).toEqual([{ value: "Trong đó" }, { value: "Tổng số" }, { value: "課" }]);
  });

  test("number formats: built in, own, General; a date stays a number", async () => {
    const grid = await read(
      row('<c r="A1" s="0"><v>1</v></c><c r="B1" s="1"><v>45473</v></c><c r="C1" s="2"><v>3</v></c><c r="D1" s="3"/>'),
      { styles },
    );
    expect(grid.rows[0]).toEqual([
      { value: 1 },
      { value: 45473, format: "m/d/yyyy" },
      { value: 3, format: '#,##0.0" ca"' },
      { value: null, format: "@" },
    ]);
  });

  test("cells and rows without their place follow the one before", async () => {
    const grid = await read('<row r="3"><c r="B3"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>');
    expect([at(grid, "B3"), at(grid, "C3"), at(grid, "A4")]).toEqual([{ value: 1 }, { value: 2 }, { value: 3 }]);
  });

  test("prefixed elements", async () => {
    const xml =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    expect(at((await openWorkbook(handWritten({ sheets: { A: xml } }))).grid("A"), "A1")).toEqual({ value: "a" });
  });

  test("UTF-16 and a byte order mark", async () => {
    const bytes = oneSheet(row('<c r="A1" t="inlineStr"><is><t>Tỷ lệ</t></is></c>'));
    const path = "xl/worksheets/sheet1.xml";
    for (const encoded of [
      Buffer.from(`\ufeff${textOf(bytes, path)}`, "utf16le"),
      Buffer.from(`\ufeff${textOf(bytes, path)}`),
    ]) {
      const workbook = await openWorkbook(pack({ ...partsOf(bytes), [path]: new Uint8Array(encoded) }));
      expect(at(workbook.grid("Biểu 1"), "A1")).toEqual({ value: "Tỷ lệ" });
    }
  });
});

describe("formulas", () => {
  test("a formula with its cached number, text, truth value and error", async () => {
    const grid = await read(
      row(
        '<c r="A1"><f>B1+1</f><v>2</v></c><c r="B1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c><c r="C1" t="b"><f>TRUE()</f><v>1</v></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1"><f>NOW()</f></c>',
      ),
    );
    expect(grid.rows[0]).toEqual([
      { value: 2, formula: "B1+1" },
      { value: "ab", formula: '"a"&"b"' },
      { value: true, formula: "TRUE()" },
      { value: { error: "#DIV/0!" }, formula: "1/0" },
      { value: null, formula: "NOW()" },
    ]);
  });

  test("followers of a shared formula have it moved to their place", async () => {
    const grid = await read(
      `<row r="2"><c r="E2"><f t="shared" ref="E2:E4" si="0">IF(C2="","",'Biểu 1'!D2/C$1*100)&amp;"C2"</f><v>1</v></c></row>` +
        '<row r="3"><c r="E3"><f t="shared" si="0"/><v>2</v></c></row><row r="4"><c r="E4"><f si="0" t="shared"></f><v>3</v></c></row>',
    );
    expect(at(grid, "E3")).toEqual({ value: 2, formula: `IF(C3="","",'Biểu 1'!D3/C$1*100)&"C2"` });
    expect(at(grid, "E4")?.formula).toBe(`IF(C4="","",'Biểu 1'!D4/C$1*100)&"C2"`);
  });

  test("our functions without the file's prefix, new Excel functions with theirs", async () => {
    const grid = await read(
      row(
        '<c r="A1"><f>_xldudf_SOVOIKH(B1,C1)+_xldudf_tyle(1,2)+_xlfn.IFNA(1,2)</f><v>1</v></c><c r="B1" t="str"><f>"_xldudf_TYLE("</f><v>_xldudf_TYLE(</v></c>',
      ),
    );
    expect(at(grid, "A1")?.formula).toBe("SOVOIKH(B1,C1)+TYLE(1,2)+_xlfn.IFNA(1,2)");
    expect(at(grid, "B1")).toEqual({ value: "_xldudf_TYLE(", formula: '"_xldudf_TYLE("' });
  });

  test("an array formula has its text in the first cell, its results in the others", async () => {
    const grid = await read(
      '<row r="1"><c r="A1"><f t="array" ref="A1:A2">B1:B2*2</f><v>2</v></c></row><row r="2"><c r="A2"><v>4</v></c></row>',
    );
    expect([at(grid, "A1"), at(grid, "A2")]).toEqual([{ value: 2, formula: "B1:B2*2" }, { value: 4 }]);
  });
});

describe("the sheet and the workbook", () => {
  test("hidden rows and columns, also those of no height or width; merges; protection", async () => {
    const bytes = handWritten({
      sheets: {
        A: '<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" width="0"/><col min="6" max="6" width="9"/></cols><sheetData><row hidden="true"><c><v>1</v></c></row><row r="3" ht="0"/><row/></sheetData><sheetProtection sheet="1"/><mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
      },
    });
    const workbook = await openWorkbook(bytes);
    const grid = workbook.grid("A");
    expect([...grid.hiddenRows!]).toEqual([0, 2]);
    expect([...grid.hiddenColumns!]).toEqual([1, 2, 4]);
    expect(grid.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }]);
    expect(workbook.sheets[0]).toMatchObject({ protected: true });
  });

  test("a sheet name is found in other capitals and in decomposed Unicode", async () => {
    const workbook = await openWorkbook(oneSheet(row("<c><v>1</v></c>")));
    expect(workbook.grid("BIỂU 1".normalize("NFD")).sheet).toBe("Biểu 1");
    const error = await refusal(() => workbook.grid("Biểu 2"));
    expect([error.reason, error.message]).toEqual(["sheet-missing", "Sổ tính không có trang “Biểu 2”."]);
  });

  test("names with their scope, counted with chart sheets; the date system of old Macs", async () => {
    const bytes = handWritten({
      sheets: { A: "<sheetData/>", B: "<sheetData/>" },
      before: '<workbookPr date1904="1"/>',
      workbook: `<definedNames><definedName name="_xlnm.Print_Area" localSheetId="1">B!$A$1:$B$2</definedName><definedName name="x">A!$A$1 &amp; "a"</definedName></definedNames>`,
    });
    const workbook = await openWorkbook(bytes);
    expect(workbook.dateSystem).toBe("1904");
    expect(workbook.names).toEqual([
      { name: "_xlnm.Print_Area", refersTo: "B!$A$1:$B$2", sheet: "B" },
      { name: "x", refersTo: 'A!$A$1 & "a"' },
    ]);
  });

  test("labels with markup, and a part path from the root", async () => {
    const bytes = handWritten({ sheets: { "&lt;b&gt; &amp; c": "<sheetData/>" } });
    const parts = partsOf(bytes);
    const path = "xl/_rels/workbook.xml.rels";
    const moved = pack({ ...parts, [path]: textOf(bytes, path).replace('"worksheets/', '"/xl/worksheets/') });
    expect((await openWorkbook(moved)).sheets.map(({ name }) => name)).toEqual(["<b> & c"]);
  });
});
