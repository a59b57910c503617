import { type OpenOffice, openOffice } from "../../support/office";
import { codeOf } from "./support";

let office: OpenOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

/** A sheet of its own for each test. */
let count = 0;
const onSheet = (run: (sheet: Excel.Worksheet, context: Excel.RequestContext) => Promise<void>): Promise<void> =>
  Excel.run(async (context) => {
    count++;
    await run(context.workbook.worksheets.add(`Bieu_${count}`), context);
  });

describe("values", () => {
  test("what is written is read back, with address and types", () =>
    onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:B2");
      range.values = [
        [1, "x"],
        [true, ""],
      ];
      range.load("values,address,valueTypes");
      await context.sync();
      expect(range.values).toEqual([
        [1, "x"],
        [true, ""],
      ]);
      expect(range.address).toBe(`Bieu_${count}!A1:B2`);
      expect(range.valueTypes).toEqual([
        ["Double", "String"],
        ["Boolean", "Empty"],
      ]);
    }));

  test("texts are read as typed into an English Excel", () =>
    onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:I1");
      range.values = [["1.750", "=1+1", "'1", "TRUE", "#N/A", "50%", "2/1/2024", "1,750", "1,5"]];
      range.load("values,formulas,numberFormat,valueTypes");
      await context.sync();
      expect(range.values).toEqual([[1.75, 2, "1", true, "#N/A", 0.5, 45323, 1750, "1,5"]]);
      expect(range.formulas[0]![1]).toBe("=1+1");
      expect(range.numberFormat[0]!.slice(5, 8)).toEqual(["0%", "m/d/yyyy", "#,##0"]);
      expect(range.valueTypes[0]!.slice(2, 5)).toEqual(["String", "Boolean", "Error"]);
    }));

  test("null leaves a cell as it is, an empty text empties it", () =>
    onSheet(async (sheet, context) => {
      sheet.getRange("A1:C1").values = [[1, 2, 3]];
      const range = sheet.getRange("A1:C1");
      range.values = [[null, "", 4]];
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([[1, "", 4]]);
    }));

  test("one value fills the whole range", () =>
    onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:B2");
      range.values = 7 as unknown as number[][];
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([
        [7, 7],
        [7, 7],
      ]);
    }));

  test("a matrix of another size is refused, and so is a format Text for numbers: they become texts", () =>
    onSheet(async (sheet, context) => {
      sheet.getRange("A1").numberFormat = [["@"]];
      sheet.getRange("A1").values = [[5]];
      const cell = sheet.getRange("A1").load("values");
      await context.sync();
      expect(cell.values).toEqual([["5"]]);
      sheet.getRange("A1:B2").values = [[1, 2]];
      expect(await codeOf(context.sync())).toBe("InvalidArgument");
    }));

  test("thousands of cells come whole, although the library writes them in parts", () =>
    onSheet(async (sheet, context) => {
      const values = Array.from({ length: 670 }, (_, row) =>
        Array.from({ length: 8 }, (__, column) => row * 8 + column),
      );
      const range = sheet.getRange("A1:H670");
      range.values = values;
      const read = sheet.getUsedRange(true).load("values,address");
      await context.sync();
      expect(read.address).toBe(`Bieu_${count}!A1:H670`);
      expect(read.values).toEqual(values);
    }));

  test("formulas are calculated, and the text follows the number format and the locale", () =>
    onSheet(async (sheet, context) => {
      sheet.getRange("A1:A3").values = [[1234.5], [10], ["=A1/A2"]];
      sheet.getRange("A3").numberFormat = [["#,##0.0"]];
      const range = sheet.getRange("A1:A3").load("values,text,formulasLocal");
      await context.sync();
      expect(range.values[2]![0]).toBeCloseTo(123.45);
      expect(range.text).toEqual([["1234,5"], ["10"], ["123,5"]]);
      sheet.getRange("A1").values = [[0]];
      sheet.getRange("B1").formulasLocal = [["=SUM(A2;1,5)"]];
      const after = sheet.getRange("A1:B3").load("values,formulas");
      await context.sync();
      expect(after.values[2]![0]).toBe(0);
      expect(after.formulas[0]![1]).toBe("=SUM(A2,1.5)");
      expect(after.values[0]![1]).toBe(11.5);
    }));

  test("the same formula entered once more keeps its result, and so do the formulas that read it", () =>
    onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:B1");
      sheet.getRange("C1").values = [[4]];
      range.formulas = [["=C1*2", "=A1+1"]];
      await context.sync();
      sheet.getRange("A1").formulas = [["=C1*2"]];
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([[8, 9]]);
    }));

  test("a division by zero is an error text with its type", () =>
    onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1");
      range.formulas = [["=1/0"]];
      range.load("values,valueTypes");
      await context.sync();
      expect(range.values).toEqual([["#DIV/0!"]]);
      expect(range.valueTypes).toEqual([["Error"]]);
    }));

  test("whole columns have no values, as unbounded ranges have in Excel", () =>
    onSheet(async (sheet, context) => {
      const range = sheet.getRange("A:XFD").load("values,cellCount,isEntireColumn");
      await context.sync();
      expect(range.values).toBeNull();
      expect(range.cellCount).toBe(-1);
      expect(range.isEntireColumn).toBe(true);
    }));
});

describe("from one range to others", () => {
  test.each<[string, (range: Excel.Range) => Excel.Range, string]>([
    ["getCell", (range) => range.getCell(1, 1), "C3"],
    ["getRow", (range) => range.getRow(1), "B3:D3"],
    ["getColumn", (range) => range.getColumn(2), "D2:D4"],
    ["getLastCell", (range) => range.getLastCell(), "D4"],
    ["getLastRow", (range) => range.getLastRow(), "B4:D4"],
    ["getOffsetRange", (range) => range.getOffsetRange(1, -1), "A3:C5"],
    ["getResizedRange", (range) => range.getResizedRange(1, -1), "B2:C5"],
    ["getEntireRow", (range) => range.getEntireRow(), "2:4"],
    ["getEntireColumn", (range) => range.getEntireColumn(), "B:D"],
    ["getBoundingRect", (range) => range.getBoundingRect("F1"), "B1:F4"],
    ["getIntersection", (range) => range.getIntersection("A1:B3"), "B2:B3"],
    ["getRowsAbove", (range) => range.getRowsAbove(1), "B1:D1"],
    ["getColumnsAfter", (range) => range.getColumnsAfter(2), "E2:F4"],
  ])("%s", (_name, of, address) =>
    onSheet(async (sheet, context) => {
      const range = of(sheet.getRange("B2:D4")).load("address");
      await context.sync();
      expect(range.address).toBe(`Bieu_${count}!${address}`);
    }),
  );

  test("an offset that leaves the sheet is refused", () =>
    onSheet(async (sheet, context) => {
      sheet.getRange("A1").getOffsetRange(-1, 0).load("address");
      expect(await codeOf(context.sync())).toBe("InvalidArgument");
    }));

  test("what is not there is a null object, and what hangs on it too", () =>
    onSheet(async (sheet, context) => {
      const used = sheet.getUsedRangeOrNullObject();
      const row = used.getRow(0).load("address");
      const apart = sheet.getRange("A1").getIntersectionOrNullObject("B2");
      const merged = sheet.getRange("A1:C3").getMergedAreasOrNullObject();
      await context.sync();
      expect([used.isNullObject, row.isNullObject, apart.isNullObject, merged.isNullObject]).toEqual([
        true,
        true,
        true,
        true,
      ]);
    }));

  test("the used range counts looks unless values only are wanted", () =>
    onSheet(async (sheet, context) => {
      sheet.getRange("B2").values = [[1]];
      sheet.getRange("D5").format.fill.color = "#FF0000";
      const all = sheet.getUsedRange().load("address");
      const values = sheet.getUsedRange(true).load("address");
      await context.sync();
      expect(all.address).toBe(`Bieu_${count}!B2:D5`);
      expect(values.address).toBe(`Bieu_${count}!B2`);
    }));

  test("special cells: blanks, constants, formulas", () =>
    onSheet(async (sheet, context) => {
      sheet.getRange("A1:B3").values = [
        [1, "=A1"],
        ["", "x"],
        [3, ""],
      ];
      const range = sheet.getRange("A1:B3");
      const blanks = range.getSpecialCells("Blanks").load("address");
      const numbers = range.getSpecialCells("Constants", "Numbers").load("address");
      const formulas = range.getSpecialCells("Formulas").load("address");
      const errors = range.getSpecialCellsOrNullObject("Formulas", "Errors");
      await context.sync();
      const at = (address: string) => address.replaceAll(`Bieu_${count}!`, "");
      expect(at(blanks.address)).toBe("A2,B3");
      expect(at(numbers.address)).toBe("A1,A3");
      expect(at(formulas.address)).toBe("B1");
      expect(errors.isNullObject).toBe(true);
    }));

  test("find looks at what is shown", () =>
    onSheet(async (sheet, context) => {
      sheet.getRange("A1:A3").values = [["Tổng số"], ["Tổng"], [12]];
      const part = sheet.getRange("A1:A3").find("tổng", {}).load("address");
      const whole = sheet.getRange("A1:A3").find("tổng", { completeMatch: true }).load("address");
      const none = sheet.getRange("A1:A3").findOrNullObject("không", {});
      await context.sync();
      expect([part.address, whole.address]).toEqual([`Bieu_${count}!A1`, `Bieu_${count}!A2`]);
      expect(none.isNullObject).toBe(true);
    }));
});

describe("cells put in and taken out", () => {
  const fill = (sheet: Excel.Worksheet) => {
    sheet.getRange("A1:B4").formulas = [
      [1, "=A1*2"],
      [2, "=A2*2"],
      [3, "=A3*2"],
      ["=SUM(A1:A3)", "=$A$2"],
    ];
  };

  test("an inserted row moves formulas, references, merges, names and formats below it", () =>
    onSheet(async (sheet, context) => {
      fill(sheet);
      sheet.getRange("A6:B6").merge();
      sheet.names.add("moc", sheet.getRange("A3"));
      sheet.getRange("A3:A4").conditionalFormats.add("Custom").custom.rule.formula = "=A3>1";
      const held = sheet.getRange("A3").load("address");
      await context.sync();
      sheet.getRange("2:2").insert("Down");
      const cells = sheet.getRange("A1:B5").load("formulas,values");
      const merged = sheet.getRange("A1:B9").getMergedAreasOrNullObject().load("address");
      const name = sheet.names.getItem("moc").load("formula");
      const format = sheet.getRange("A1:A9").conditionalFormats.getItemAt(0);
      const where = format.getRange().load("address");
      format.custom.rule.load("formula");
      held.load("address");
      await context.sync();
      expect(cells.formulas).toEqual([
        [1, "=A1*2"],
        ["", ""],
        [2, "=A3*2"],
        [3, "=A4*2"],
        ["=SUM(A1:A4)", "=$A$3"],
      ]);
      expect(cells.values[4]).toEqual([6, 2]);
      expect(merged.address).toBe(`Bieu_${count}!A7:B7`);
      expect(name.formula).toBe(`=Bieu_${count}!$A$4`);
      expect(where.address).toBe(`Bieu_${count}!A4:A5`);
      expect(held.address).toBe(`Bieu_${count}!A4`);
    }));

  test("a deleted row leaves #REF! where only it was meant, and shortens ranges", () =>
    onSheet(async (sheet, context) => {
      fill(sheet);
      sheet.getRange("2:2").delete("Up");
      const cells = sheet.getRange("A1:B3").load("formulas,values");
      await context.sync();
      expect(cells.formulas).toEqual([
        [1, "=A1*2"],
        [3, "=A2*2"],
        ["=SUM(A1:A2)", "=#REF!"],
      ]);
      expect(cells.values[2]).toEqual([4, "#REF!"]);
    }));

  test("an inserted column moves widths and what is to the right", () =>
    onSheet(async (sheet, context) => {
      fill(sheet);
      sheet.getRange("B:B").format.columnWidth = 100;
      sheet.getRange("A:A").insert("Right");
      const cells = sheet.getRange("B1:C1").load("formulas");
      const format = sheet.getRange("C:C").format.load("columnWidth");
      await context.sync();
      expect(cells.formulas).toEqual([[1, "=B1*2"]]);
      expect(format.columnWidth).toBe(100);
    }));

  test("cells pushed down leave the other columns where they are", () =>
    onSheet(async (sheet, context) => {
      fill(sheet);
      sheet.getRange("A2").insert("Down");
      const cells = sheet.getRange("A1:B3").load("formulas");
      await context.sync();
      expect(cells.formulas).toEqual([
        [1, "=A1*2"],
        ["", "=A3*2"],
        [2, "=A4*2"],
      ]);
    }));

  test("a row is sorted with its formulas, blanks last", () =>
    onSheet(async (sheet, context) => {
      sheet.getRange("A1:B4").formulas = [
        ["Đơn vị", "gấp đôi"],
        [3, "=A2*2"],
        ["", "x"],
        [1, "=A4*2"],
      ];
      sheet.getRange("A1:B4").sort.apply([{ key: 0, ascending: true }], false, true);
      const cells = sheet.getRange("A1:B4").load("formulas,values");
      await context.sync();
      expect(cells.formulas).toEqual([
        ["Đơn vị", "gấp đôi"],
        [1, "=A2*2"],
        [3, "=A3*2"],
        ["", "x"],
      ]);
      expect(cells.values[2]![1]).toBe(6);
    }));

  test("copies take formulas along as they move", () =>
    onSheet(async (sheet, context) => {
      fill(sheet);
      sheet.getRange("D2").copyFrom("B1");
      sheet.getRange("E1:E2").copyFrom("B1:B2", "Values");
      const cells = sheet.getRange("D2:E2").load("formulas");
      await context.sync();
      expect(cells.formulas).toEqual([["=C2*2", 4]]);
    }));
});

describe("looks", () => {
  test("a look is read back where the cells agree, and null where they differ", () =>
    onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1:B1");
      range.set({ format: { font: { bold: true, color: "red" }, wrapText: true, indentLevel: 2 } });
      sheet.getRange("B1").format.fill.color = "#00ff00";
      range.load("format/font/bold,format/font/color,format/fill/color,format/wrapText,format/indentLevel");
      await context.sync();
      expect(range.format.font.bold).toBe(true);
      expect(range.format.font.color).toBe("#FF0000");
      expect(range.format.fill.color).toBeNull();
      expect([range.format.wrapText, range.format.indentLevel]).toEqual([true, 2]);
    }));

  test("the object form of load, and collections with items", () =>
    onSheet(async (sheet, context) => {
      const range = sheet.getRange("A1").load({ address: true, format: { rowHeight: true } });
      const sheets = context.workbook.worksheets.load("items/name,items/visibility");
      await context.sync();
      expect(range.format.rowHeight).toBe(15);
      expect(sheets.items.at(-1)!.name).toBe(`Bieu_${count}`);
      expect(sheets.items[0]!.visibility).toBe("Visible");
      expect(() => range.values).toThrow("values");
    }));

  test("borders of edges and insides belong to the right cells", () =>
    onSheet(async (sheet, context) => {
      const borders = sheet.getRange("A1:B2").format.borders;
      borders.getItem("EdgeBottom").style = "Double";
      borders.getItem("InsideVertical").style = "Continuous";
      const bottom = sheet.getRange("A2").format.borders.getItem("EdgeBottom").load("style");
      const middle = sheet.getRange("A1").format.borders.getItem("EdgeRight").load("style");
      const none = sheet.getRange("A1").format.borders.getItem("EdgeBottom").load("style");
      await context.sync();
      expect([bottom.style, middle.style, none.style]).toEqual(["Double", "Continuous", "None"]);
    }));

  test("hidden rows are told by row properties, merged cells by their areas", () =>
    onSheet(async (sheet, context) => {
      sheet.getRange("2:2").rowHidden = true;
      sheet.getRange("A1:C1").merge();
      const rows = sheet.getRange("A1:A3").getRowProperties({ rowHidden: true });
      const cells = sheet.getRange("A1:B1").getCellProperties({ address: true, format: { fill: { color: true } } });
      const merged = sheet.getRange("A1").getMergedAreasOrNullObject().load("address");
      await context.sync();
      expect(rows.value.map(({ rowHidden }) => rowHidden)).toEqual([false, true, false]);
      expect(cells.value[0]![1]).toEqual({ address: `Bieu_${count}!B1`, format: { fill: { color: "#FFFFFF" } } });
      expect(merged.address).toBe(`Bieu_${count}!A1:C1`);
    }));

  test("setCellProperties sets each cell its own", () =>
    onSheet(async (sheet, context) => {
      sheet
        .getRange("A1:B1")
        .setCellProperties([[{ format: { fill: { color: "#112233" } } }, { format: { font: { italic: true } } }]]);
      const first = sheet.getRange("A1").load("format/fill/color,format/font/italic");
      const second = sheet.getRange("B1").load("format/font/italic");
      await context.sync();
      expect(first.format.fill.color).toBe("#112233");
      expect([first.format.font.italic, second.format.font.italic]).toEqual([false, true]);
    }));

  test("several areas at once take a look and a conditional format", () =>
    onSheet(async (sheet, context) => {
      const areas = sheet.getRanges("A1,C3:C4");
      areas.format.fill.color = "#ABCDEF";
      const format = areas.conditionalFormats.add(Excel.ConditionalFormatType.custom);
      format.custom.rule.formula = "=TRUE";
      format.custom.format.fill.color = "#FFEEEE";
      format.load("id,type,priority");
      areas.load("address,areaCount");
      const cell = sheet.getRange("C4").load("format/fill/color");
      await context.sync();
      expect(areas.areaCount).toBe(2);
      expect(cell.format.fill.color).toBe("#ABCDEF");
      expect([format.type, format.priority]).toEqual(["Custom", 0]);
      const found = sheet.getRange().conditionalFormats.getItem(format.id);
      found.custom.format.fill.load("color");
      const where = found.getRanges().load("address");
      await context.sync();
      expect(found.custom.format.fill.color).toBe("#FFEEEE");
      expect(where.address).toBe(`Bieu_${count}!A1,Bieu_${count}!C3:C4`);
      found.delete();
      const left = sheet.getRange().conditionalFormats.getCount();
      await context.sync();
      expect(left.value).toBe(0);
    }));
});
