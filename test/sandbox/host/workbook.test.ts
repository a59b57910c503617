import { type OpenOffice, openOffice } from "../../support/office";
import { codeOf } from "./support";

let office: OpenOffice;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

describe("sheets", () => {
  test("a sheet is added, named, copied, moved, hidden and deleted", () =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const sheet = worksheets.add("Biểu 1");
      sheet.getRange("A1").formulas = [["='Biểu 1'!B1"]];
      const copy = sheet.copy("After", sheet).load("name,position,id");
      sheet.name = "PL02";
      sheet.position = 0;
      sheet.load("id,name,position");
      const cell = sheet.getRange("A1").load("formulas");
      await context.sync();
      expect([sheet.name, sheet.position]).toEqual(["PL02", 0]);
      expect(copy.name).toBe("Biểu 1 (2)");
      expect(cell.formulas).toEqual([["='PL02'!B1"]]);
      expect(copy.id).not.toBe(sheet.id);
      copy.visibility = "Hidden";
      const visible = worksheets.getCount(true);
      const all = worksheets.getCount();
      worksheets.getItem(sheet.id).delete();
      const gone = worksheets.getItemOrNullObject("PL02");
      await context.sync();
      expect([visible.value, all.value, gone.isNullObject]).toEqual([2, 3, true]);
    }));

  test("a taken name, a bad name and the last visible sheet are refused", () =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.add("sheet1");
      expect(await codeOf(context.sync())).toBe("ItemAlreadyExists");
      worksheets.add("a/b");
      expect(await codeOf(context.sync())).toBe("InvalidArgument");
      worksheets.getFirst().delete();
      expect(await codeOf(context.sync())).toBe("InvalidOperation");
      worksheets.getItem("không có").load("name");
      expect(await codeOf(context.sync())).toBe("ItemNotFound");
    }));

  test("formulas that named a deleted sheet become #REF!", () =>
    Excel.run(async (context) => {
      const other = context.workbook.worksheets.add("Khác");
      other.getRange("A1").values = [[5]];
      const cell = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
      cell.formulas = [["=Khác!A1+1"]];
      cell.load("values");
      await context.sync();
      expect(cell.values).toEqual([[6]]);
      other.delete();
      cell.load("values,formulas");
      await context.sync();
      expect(cell.values).toEqual([["#REF!"]]);
      expect(cell.formulas).toEqual([["=#REF!+1"]]);
    }));

  test("names, charts and rules follow a sheet that is renamed, copied or deleted", () =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const sheet = worksheets.getItem("Sheet1");
      const other = worksheets.add("Khác");
      sheet.charts.add("BarStacked", sheet.getRange("A1:B3"), "Columns");
      sheet.names.add("RIENG", sheet.getRange("A1"));
      other.names.add("NOI_KHAC", sheet.getRange("A1"));
      other.getRange("A1").conditionalFormats.add("Custom").custom.rule.formula = "=Sheet1!A1>0";
      other.getRange("A2").formulas = [["='[Sổ khác.xlsx]Sheet1'!A1"]];
      sheet.name = "Một";
      sheet.copy("End");
      await context.sync();
      const { sheets } = office.host.workbook.state;
      const [first, second, copy] = sheets;
      expect([first!.charts[0]!.source, copy!.charts[0]!.source]).toEqual(["Một!A1:B3", "'Một (2)'!A1:B3"]);
      expect([first!.names[0]!.formula, copy!.names[0]!.formula]).toEqual(["=Một!$A$1", "='Một (2)'!$A$1"]);
      expect([second!.names[0]!.formula, second!.conditionalFormats[0]!.formula]).toEqual(["=Một!$A$1", "=Một!A1>0"]);
      expect(second!.rows[1]![0]!.formula).toBe("='[Sổ khác.xlsx]Sheet1'!A1");
      sheet.delete();
      await context.sync();
      expect([second!.names[0]!.formula, second!.conditionalFormats[0]!.formula]).toEqual(["=#REF!", "=#REF!>0"]);
    }));

  test("what is typed, and what spilled, moves with rows that are put in above", () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("A2").formulas = [["=SEQUENCE(3)"]];
      sheet.getRange("C2:C4").dataValidation.rule = { custom: { formula: "=ISNUMBER(C2)" } };
      await context.sync();
      sheet.getRange("1:1").insert("Down");
      const range = sheet.getRange("A3:A5").load("values");
      const { dataValidation } = sheet.getRange("C3:C5");
      dataValidation.load("rule");
      await context.sync();
      expect(range.values).toEqual([[1], [2], [3]]);
      expect(dataValidation.rule.custom).toEqual({ formula: "=ISNUMBER(C3)" });
    }));

  test("the end of a row is found on a sheet that is a million rows long", () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("C1").values = [[1]];
      sheet.getRange("A1000000").values = [[1]];
      const right = sheet.getRange("A1").getRangeEdge("Right").load("address");
      const down = sheet.getRange("A1").getRangeEdge("Down").load("address");
      await context.sync();
      expect([right.address, down.address]).toEqual(["Sheet1!C1", "Sheet1!A1000000"]);
    }));

  test("selecting a range activates its sheet", () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add("Hai");
      sheet.getRange("B3:C4").select();
      const selected = context.workbook.getSelectedRange().load("address");
      const cell = context.workbook.getActiveCell().load("address");
      await context.sync();
      expect([selected.address, cell.address]).toEqual(["Hai!B3:C4", "Hai!B3"]);
    }));

  test("panes are frozen, and where they are is told", () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.freezePanes.freezeAt(sheet.getRange("A1:B3"));
      const location = sheet.freezePanes.getLocationOrNullObject().load("address");
      await context.sync();
      expect(location.address).toBe("Sheet1!A1:B3");
      sheet.freezePanes.unfreeze();
      const none = sheet.freezePanes.getLocationOrNullObject();
      await context.sync();
      expect(none.isNullObject).toBe(true);
    }));

  test("the page's layout keeps what is set", () =>
    Excel.run(async (context) => {
      const layout = context.workbook.worksheets.getFirst().pageLayout;
      layout.orientation = "Landscape";
      layout.zoom = { horizontalFitToPages: 1 };
      layout.setPrintArea("A1:H20");
      layout.setPrintTitleRows("$2:$3");
      layout.setPrintMargins("Centimeters", { top: 2.54 });
      layout.load("orientation,zoom,topMargin");
      const area = layout.getPrintAreaOrNullObject().load("address");
      const rows = layout.getPrintTitleRowsOrNullObject().load("address");
      await context.sync();
      expect([layout.orientation, layout.topMargin]).toEqual(["Landscape", 72]);
      expect(layout.zoom).toEqual({ horizontalFitToPages: 1 });
      expect([area.address, rows.address]).toEqual(["Sheet1!A1:H20", "Sheet1!2:3"]);
    }));
});

describe("what the workbook remembers", () => {
  test("custom properties, whatever the case of their keys", () =>
    Excel.run(async (context) => {
      const { custom } = context.workbook.properties;
      custom.add("BieuYTe.1", "một");
      custom.add("bieuyte.1", "hai");
      custom.add("Dài", "x".repeat(300));
      custom.load("items/key,items/value,items/type");
      const none = custom.getItemOrNullObject("không");
      await context.sync();
      expect(custom.items.map(({ key, value, type }) => [key, (value as string).length, type])).toEqual([
        ["BieuYTe.1", 3, "String"],
        ["Dài", 255, "String"],
      ]);
      expect(none.isNullObject).toBe(true);
      custom.getItem("BieuYTe.1").delete();
      const left = custom.getCount();
      await context.sync();
      expect(left.value).toBe(1);
    }));

  test("title and author, page header and footer are those that files hold", () =>
    Excel.run(async (context) => {
      const { workbook } = context;
      workbook.properties.title = "Phụ lục 02";
      workbook.properties.author = "Sở Y tế";
      workbook.worksheets.getFirst().pageLayout.headersFooters.defaultForAllPages.rightFooter = "Trang &P";
      await context.sync();
      const { properties, sheets } = office.host.workbook.state;
      expect(Object.fromEntries(properties)).toEqual({ title: "Phụ lục 02", author: "Sở Y tế" });
      expect(sheets[0]!.pageLayout.settings).toEqual({ rightFooter: "Trang &P" });
    }));

  test("settings hold values of JSON", () =>
    Excel.run(async (context) => {
      const { settings } = context.workbook;
      settings.add("chọn", { a: [1, 2] });
      const setting = settings.getItem("chọn").load("value");
      await context.sync();
      expect(setting.value).toEqual({ a: [1, 2] });
    }));

  test("XML parts are found by their namespace", () =>
    Excel.run(async (context) => {
      const parts = context.workbook.customXmlParts;
      parts.add(`<m xmlns="urn:bieu">a&amp;b</m>`);
      parts.add(`<other/>`);
      const part = parts.getByNamespace("urn:bieu").getOnlyItemOrNullObject().load("id");
      const none = parts.getByNamespace("urn:x").getOnlyItemOrNullObject();
      await context.sync();
      expect([part.isNullObject, none.isNullObject]).toEqual([false, true]);
      part.setXml(`<m xmlns="urn:bieu">mới</m>`);
      const xml = part.getXml();
      await context.sync();
      expect(xml.value).toBe(`<m xmlns="urn:bieu">mới</m>`);
      parts.add("không phải XML");
      expect(await codeOf(context.sync())).toBe("InvalidArgument");
    }));

  test("names lead to their ranges, and formulas use them", () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("B2").values = [[4]];
      context.workbook.names.add("ke_hoach", sheet.getRange("B2"));
      const name = context.workbook.names.getItem("KE_HOACH").load("formula,type,scope");
      const range = name.getRange().load("address");
      const cell = sheet.getRange("A1");
      cell.formulas = [["=ke_hoach*2"]];
      cell.load("values");
      await context.sync();
      expect([name.formula, name.type, name.scope]).toEqual(["=Sheet1!$B$2", "Range", "Workbook"]);
      expect([range.address, cell.values[0]![0]]).toEqual(["Sheet1!B2", 8]);
    }));

  test("comments are put on single cells, answered and deleted", () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const comment = context.workbook.comments.add("Sheet1!B2", "Kiểm tra lại").load("id,content");
      comment.replies.add("Đã sửa");
      const found = sheet.comments.getItemByCell("B2");
      found.load("content,replies/items/content");
      const where = found.getLocation().load("address");
      await context.sync();
      expect(found.content).toBe("Kiểm tra lại");
      expect(found.replies.items[0]!.content).toBe("Đã sửa");
      expect(where.address).toBe("Sheet1!B2");
      comment.delete();
      const left = sheet.comments.getCount();
      await context.sync();
      expect(left.value).toBe(0);
      sheet.comments.getItemByCell("B2").load("content");
      expect(await codeOf(context.sync())).toBe("ItemNotFound");
    }));

  test("a list for entry is kept, also when its source is a range", () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const { dataValidation } = sheet.getRange("C1:C5");
      dataValidation.rule = { list: { inCellDropDown: true, source: sheet.getRange("A1:A3") } };
      dataValidation.load("rule,type");
      await context.sync();
      expect(dataValidation.type).toBe("List");
      expect(dataValidation.rule.list!.source).toBe("=Sheet1!$A$1:$A$3");
      sheet.getRange("C2").dataValidation.clear();
      const part = sheet.getRange("C1:C5").dataValidation.load("type");
      await context.sync();
      expect(part.type).toBe("Inconsistent");
    }));

  test("a table grows by rows, and formulas name its columns", () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("A1:B2").values = [
        ["Tỉnh", "Số ca"],
        ["Điện Biên", 3],
      ];
      const table = sheet.tables.add("A1:B2", true);
      table.name = "Ca";
      table.rows.add(undefined, [["Lai Châu", 4]]);
      const whole = table.getRange().load("address");
      const cell = sheet.getRange("D1");
      cell.formulas = [["=SUM(Ca[Số ca])"]];
      cell.load("values");
      await context.sync();
      expect(whole.address).toBe("Sheet1!A1:B3");
      expect(cell.values).toEqual([[7]]);
      table.columns.getItemAt(2).load("name");
      expect(await codeOf(context.sync())).toBe("ItemNotFound");
    }));

  test("charts are kept with what they show", () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B3"), "Columns");
      chart.title.text = "Kết quả";
      chart.setPosition("D1", "H10");
      sheet.charts.load("items/name,items/chartType,items/title/text");
      await context.sync();
      expect(sheet.charts.items.map(({ name, chartType, title }) => [name, chartType, title.text])).toEqual([
        ["Chart 1", "ColumnClustered", "Kết quả"],
      ]);
    }));
});

describe("protection", () => {
  test("locked cells of a protected sheet cannot be written, unlocked ones can", () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("B1").format.protection.locked = false;
      sheet.protection.protect({ allowFormatCells: false });
      sheet.protection.load("protected,options");
      await context.sync();
      expect(sheet.protection.protected).toBe(true);
      expect(sheet.protection.options.allowFormatCells).toBe(false);
      sheet.getRange("B1").values = [[1]];
      await context.sync();
      sheet.getRange("A1").values = [[1]];
      expect(await codeOf(context.sync())).toBe("AccessDenied");
      sheet.getRange("A1").format.fill.color = "red";
      expect(await codeOf(context.sync())).toBe("AccessDenied");
      sheet.getRange("1:1").insert("Down");
      expect(await codeOf(context.sync())).toBe("AccessDenied");
      sheet.protection.protect();
      expect(await codeOf(context.sync())).toBe("InvalidOperation");
      sheet.protection.unprotect();
      sheet.getRange("A1").values = [[1]];
      expect(await codeOf(context.sync())).toBe("");
    }));

  test("a copy that is larger than its place is held to all the cells that it would fill", () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("A1:A2").values = [[1], [2]];
      sheet.getRange("C1").format.protection.locked = false;
      sheet.protection.protect();
      await context.sync();
      sheet.getRange("C1").copyFrom("A1:A2");
      expect(await codeOf(context.sync())).toBe("AccessDenied");
      sheet.getRange("C1").copyFrom("A1");
      expect(await codeOf(context.sync())).toBe("");
    }));

  test("widths that fit, styles and indents are as protected as other looks", () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.protection.protect();
      await context.sync();
      const range = sheet.getRange("A1");
      for (const change of [
        () => range.format.autofitColumns(),
        () => range.format.adjustIndent(1),
        () => range.set({ style: "Normal" }),
        () => range.format.set({ useStandardWidth: true }),
      ]) {
        change();
        expect(await codeOf(context.sync())).toBe("AccessDenied");
      }
    }));

  test("a password is asked for, and a protected structure keeps its sheets", () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.protection.protect({}, "mật khẩu");
      sheet.protection.unprotect("sai");
      expect(await codeOf(context.sync())).toBe("AccessDenied");
      context.workbook.protection.protect();
      context.workbook.worksheets.add("Mới");
      expect(await codeOf(context.sync())).toBe("AccessDenied");
    }));
});

describe("what Excel is not asked every day", () => {
  test("an unknown member fails by its name", () =>
    Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().getRange("A1").showCard();
      await expect(context.sync()).rejects.toMatchObject({
        code: "ApiNotFound",
        message: "not emulated: Range.ShowCard()",
      });
    }));

  test("the separators are those of the locale", () =>
    Excel.run(async (context) => {
      const { cultureInfo } = context.application;
      cultureInfo.load("name");
      cultureInfo.numberFormat.load("numberDecimalSeparator,numberGroupSeparator");
      await context.sync();
      expect(cultureInfo.name).toBe("vi-VN");
      expect(cultureInfo.numberFormat.numberDecimalSeparator).toBe(",");
      expect(cultureInfo.numberFormat.numberGroupSeparator).toBe(".");
    }));
});
