import { type OpenOffice, openOffice } from "../../support/office";

let office: OpenOffice;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

describe("the values of a range", () => {
  test("what is written is read back, with the address", async () => {
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:B2");
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
      expect(range.address).toBe("Sheet1!A1:B2");
      expect(range.valueTypes).toEqual([
        ["Double", "String"],
        ["Boolean", "Empty"],
      ]);
    });
  });

  test("texts are read as typed into an English Excel", async () => {
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:I1");
      range.values = [["1.750", "=1+1", "'1", "TRUE", "#N/A", "50%", "2/1/2024", "1,750", "1,5"]];
      range.load("values,formulas,numberFormat,valueTypes");
      await context.sync();
      expect(range.values).toEqual([[1.75, 2, "1", true, "#N/A", 0.5, 45323, 1750, "1,5"]]);
      expect(range.formulas[0]![1]).toBe("=1+1");
      expect(range.numberFormat[0]!.slice(5, 8)).toEqual(["0%", "m/d/yyyy", "#,##0"]);
      expect(range.valueTypes[0]!.slice(2, 5)).toEqual(["String", "Boolean", "Error"]);
    });
  });
});
