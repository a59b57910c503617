/** Files into the sandbox's workbook and back: what a user made in Excel must still be there. */

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ALLOWANCES } from "../../../src/sandbox/files/allowances";
import { readFileState } from "../../../src/sandbox/files/read";
import { uncarriedSentence } from "../../../src/sandbox/files/texts";
import { writeFileState } from "../../../src/sandbox/files/write";
import { parseArea } from "../../../src/sandbox/host/workbook/area";
import { cellAt, columnWidth, eachCell, newSheet, rowHeight } from "../../../src/sandbox/host/workbook/state";
import { DEFAULT_STYLE } from "../../../src/sandbox/host/workbook/style";
import type { Cell, Sheet, WorkbookState } from "../../../src/sandbox/host/workbook/types";
import { openWorkbook } from "../../../src/xlsx/open";
import { desk, dienBien } from "../../cli/support";
import { at as gridAt, judge, must, oneSheet, refusal } from "../../xlsx/support";

const CREATED = new Date("2024-07-11T00:00:00Z");

function cell(sheet: Sheet, address: string): Cell | undefined {
  const { top, left } = parseArea(address)!;
  return cellAt(sheet, top, left);
}

const roundTrip = async (state: WorkbookState) =>
  (await readFileState((await writeFileState(state, CREATED)).bytes)).state;

/** What must be the same after a round trip; ids and sharing may differ. */
function essence({ sheets, names, properties, customProperties, customXmlParts }: WorkbookState) {
  return {
    names,
    properties,
    customProperties,
    customXmlParts,
    sheets: sheets.map((sheet) => {
      const cells: Record<string, unknown> = {};
      eachCell(sheet, { top: 0, left: 0, bottom: 2000, right: 100 }, (one, row, column) => {
        if (one.value !== null || one.style !== DEFAULT_STYLE) cells[`${row},${column}`] = one;
      });
      const { comments, conditionalFormats, tables } = sheet;
      const rest: Record<string, unknown> = { ...sheet };
      delete rest["id"];
      delete rest["rows"];
      delete rest["selection"];
      const nameless = (entries: readonly object[]) =>
        entries.map((entry) => ({ ...entry, id: undefined, created: undefined }));
      return {
        ...rest,
        cells,
        comments: nameless(comments),
        conditionalFormats: nameless(conditionalFormats),
        tables: nameless(tables),
      };
    }),
  };
}

describe("the sheet that the command line makes", () => {
  let bytes: Uint8Array;
  let state: WorkbookState;

  beforeAll(async () => {
    const at = desk();
    await dienBien(at, "nhap.xlsx");
    await at.bieu("fill", "nhap.xlsx", "-o", "da-dien.xlsx");
    bytes = at.read("da-dien.xlsx");
    state = (await readFileState(bytes)).state;
  });

  test("comes in with its figures, our functions, its look and what the workbook remembers", () => {
    const [sheet] = state.sheets as [Sheet];
    expect(cell(sheet, "A1")!.value).toBe("SỞ Y TẾ TỈNH ĐIỆN BIÊN");
    expect(cell(sheet, "F12")).toMatchObject({ value: 129, style: { numberFormat: "#,##0", horizontal: "Right" } });
    expect(cell(sheet, "H14")).toMatchObject({ value: 68.6, formula: '=IF(OR(F14="",E14=""),"",SOVOIKH(F14,E14))' });
    expect(cell(sheet, "B7")!.style).toMatchObject({
      fontName: "Times New Roman",
      fontSize: 11,
      bold: true,
      wrap: true,
      borders: { top: { style: "Continuous", weight: "Thin", color: "#000000" } },
    });
    expect(sheet.freeze).toEqual({ rows: 8, columns: 2 });
    expect(sheet.merges).toHaveLength(10);
    expect(rowHeight(sheet, 0)).toBe(32);
    expect(columnWidth(sheet, 1)).toBe((46 * 8 * 72) / 96);
    expect(sheet.validations).toHaveLength(2);
    expect(sheet.validations[0]).toMatchObject({ type: "Custom", errorAlert: { style: "Warning" } });
    expect(sheet.pageLayout).toMatchObject({
      titleRows: parseArea("7:8"),
      settings: { orientation: "Portrait", paperSize: "A4", zoom: { horizontalFitToPages: 1 } },
    });
    expect(state.names.find(({ name }) => name === "BIEU_PL02")!.formula).toBe("='PL02'!$A$7:$I$672");
    expect(state.customProperties.get("BieuYTe.1")).toContain('"period":"2024-6T"');
  });

  test("goes out and comes back the same", async () => {
    expect(essence(await roundTrip(state))).toEqual(essence(state));
  });

  test("goes out with our functions as Excel expects them, and is read by another program", async () => {
    const written = (await writeFileState(state, CREATED)).bytes;
    const other = await judge(written);
    expect(must(other.GetCellFormula("PL02", "H14")).formula).toBe('IF(OR(F14="",E14=""),"",_xldudf_SOVOIKH(F14,E14))');
    expect(must(other.GetCellValue("PL02", "H14")).value).toBe("68.6");
    expect(gridAt((await openWorkbook(written)).grid("PL02"), "H14")).toMatchObject({ value: 68.6 });
  });
});

/** Excel's own margins in points, which every file states. */
const MARGINS = {
  topMargin: 54,
  bottomMargin: 54,
  leftMargin: 50.4,
  rightMargin: 50.4,
  headerMargin: 21.599999999999998,
  footerMargin: 21.599999999999998,
};

/** A sheet with one of everything. */
function oneOfEverything(): WorkbookState {
  const sheet = newSheet("{S1}", "Biểu 'thử' 1");
  const put = (address: string, value: Cell["value"], more: Partial<Cell> = {}) => {
    const { top, left } = parseArea(address)!;
    (sheet.rows[top] ??= [])[left] = { value, style: DEFAULT_STYLE, ...more };
  };
  put("A1", "Chỉ tiêu & <số>", {
    style: { ...DEFAULT_STYLE, bold: true, fill: "#FFF2CC", indent: 2, horizontal: "Left" },
  });
  put("B1", -1234.5, { style: { ...DEFAULT_STYLE, numberFormat: '#,##0.0;[Red]-#,##0.0;"–"', locked: false } });
  put("C1", { error: "#N/A" });
  put("D1", true);
  put("E1", "#N/A là chữ");
  put("F1", "_x0041_");
  put("A2", { error: "#DIV/0!" }, { formula: "=B1/0" });
  put("B2", "Đạt", { formula: '=IF(B1<0,"Đạt","Không")' });
  put("C2", 6, { formula: "=SUM(B1,1)" });
  put("A3", 1, { formula: "=TYLE(B1:B3,C1:C3)" });
  put("A4", 2, { spilledFrom: { row: 2, column: 0 } });
  put("A5", "x", {
    style: {
      ...DEFAULT_STYLE,
      orientation: -45,
      underline: "Double",
      fontColor: "#C00000",
      borders: {
        bottom: { style: "Double", weight: "Thick", color: "#0070C0" },
        diagonalUp: { style: "Dash", weight: "Medium", color: "#000000" },
      },
    },
  });
  for (const [column, head] of ["Mã", "Tên"].entries()) put(`${"HI"[column]!}1`, head);
  put("H2", 1);
  put("I2", "một");
  Object.assign(sheet, {
    rowLines: new Map([
      [4, { size: 40.5 }],
      [6, { hidden: true }],
    ]),
    columnLines: new Map([
      [0, { size: 120 }],
      [2, { size: 48, hidden: true }],
    ]),
    merges: [parseArea("A8:C9")!],
    comments: [
      { id: "c1", row: 1, column: 1, author: "Sở Y tế", content: "Xem lại", resolved: false, created: "", replies: [] },
    ],
    conditionalFormats: [
      {
        id: "f1",
        type: "Custom",
        areas: [parseArea("A1:B5")!, parseArea("D1")!],
        stopIfTrue: true,
        look: { fill: "#FDE7E9", fontColor: "#A4262C", bold: true },
        formula: '=$A1="x"',
      },
      {
        id: "f2",
        type: "CellValue",
        areas: [parseArea("B1:B5")!],
        stopIfTrue: false,
        look: { fill: "#DFF6DD" },
        rule: { formula1: "=1", formula2: "=9", operator: "Between" },
      },
      {
        id: "f3",
        type: "CellValue",
        areas: [parseArea("D1")!],
        stopIfTrue: false,
        look: { bold: true },
        rule: { formula1: "=90", operator: "GreaterThanOrEqual" },
      },
    ],
    validations: [
      {
        areas: [parseArea("B1:B5")!],
        type: "Decimal",
        rule: { decimal: { formula1: 0, formula2: 100, operator: "Between" } },
        ignoreBlanks: true,
        errorAlert: { showAlert: true, style: "Stop", title: "Ngoài khoảng", message: "Từ 0 đến 100." },
        prompt: { showPrompt: true, title: "Tỷ lệ", message: "Nhập %." },
      },
      {
        areas: [parseArea("D1")!],
        type: "List",
        rule: { list: { inCellDropDown: true, source: "Đạt,Không đạt" } },
        ignoreBlanks: true,
        errorAlert: { showAlert: true, style: "Warning", title: "", message: "" },
        prompt: { showPrompt: false, title: "", message: "" },
      },
    ],
    protection: {
      password: "",
      options: Object.fromEntries(ALLOWANCES.map(([, name]) => [name, name === "allowSort"])),
    },
    tabColor: "#107C10",
    showGridlines: false,
    tables: [
      {
        id: "t1",
        name: "Bang1",
        area: parseArea("H1:I2")!,
        showHeaders: true,
        showTotals: false,
        style: "TableStyleMedium2",
        showBandedRows: true,
        showBandedColumns: false,
        showFilterButton: true,
        highlightFirstColumn: false,
        highlightLastColumn: false,
      },
    ],
    names: [{ name: "RIENG", formula: "=$A$1", visible: true, comment: "" }],
  } satisfies Partial<Sheet>);
  sheet.pageLayout = {
    printArea: [parseArea("A1:F9")!],
    titleRows: parseArea("1:2")!,
    settings: {
      orientation: "Landscape",
      paperSize: "A3",
      zoom: { scale: 80 },
      ...MARGINS,
      leftMargin: 72,
      leftHeader: "Sở && TTYT",
      rightFooter: "Trang &P/&N",
    },
  };
  const hidden = newSheet("{S2}", "Ẩn");
  hidden.visibility = "VeryHidden";
  hidden.pageLayout = { printArea: [], settings: MARGINS };
  return {
    sheets: [sheet, hidden],
    activeSheet: sheet.id,
    names: [{ name: "TONG", formula: "='Biểu ''thử'' 1'!$B$1", visible: true, comment: "" }],
    customProperties: new Map<string, string | number | boolean>([
      ["BieuYTe.1", '{"a":1}'],
      ["So", 5],
    ]),
    properties: new Map([
      ["title", "Thử"],
      ["author", "Sở Y tế"],
      ["keywords", "biểu; 6 tháng"],
      ["comments", "Bản nháp"],
      ["manager", "Trưởng phòng"],
    ]),
    settings: new Map(),
    customXmlParts: [
      {
        id: "{12345678-ABCD-4000-8000-000000000001}",
        xml: '<giaiTrinh xmlns="urn:bieu-y-te">Số đúng & đủ</giaiTrinh>'.replace("&", "&amp;"),
      },
    ],
    protection: null,
  };
}

describe("a sheet with one of everything", () => {
  test("goes out and comes back the same", async () => {
    const before = oneOfEverything();
    const after = await roundTrip(before);
    const [expected, got] = [essence(before), essence(after)];
    expect(got).toEqual(expected);
  });

  test("tells what the file does not hold", async () => {
    const state = oneOfEverything();
    expect((await writeFileState(state, CREATED)).left).toEqual(["spills"]);
    const sheet = state.sheets[0]!;
    sheet.comments = [
      { ...sheet.comments[0]!, replies: [{ id: "r", author: "TTYT", content: "Đã sửa", created: "" }] },
    ];
    const { bytes, left } = await writeFileState({ ...state, settings: new Map([["a", 1]]) }, CREATED);
    expect(left).toEqual(["spills", "threads", "settings"]);
    expect((await readFileState(bytes)).state.sheets[0]!.comments[0]!.content).toBe("Xem lại\nTTYT: Đã sửa");
    expect(uncarriedSentence(left, "vi", true)).toBe(
      "Không lưu được nguyên vẹn: công thức tràn (lưu thành công thức mảng), ghi chú theo chuỗi (lưu thành ghi chú thường), thiết đặt riêng của phần bổ trợ.",
    );
  });

  const soffice = ["/usr/bin/soffice", "/usr/bin/libreoffice"].find((path) => existsSync(path));
  (soffice ? test : test.skip)("opens in LibreOffice with its figures", async () => {
    const folder = mkdtempSync(join(tmpdir(), "bieu-lo-"));
    writeFileSync(join(folder, "thu.xlsx"), (await writeFileState(oneOfEverything(), CREATED)).bytes);
    // Comma, quotes only where needed, UTF-8, from the first line.
    const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1";
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const file = join(folder, "thu.xlsx");
    spawnSync(soffice!, [profile, "--headless", "--convert-to", filter, "--outdir", folder, file]);
    const lines = readFileSync(join(folder, "thu.csv"), "utf8").split("\n");
    expect(lines[0]).toMatch(/^"?Chỉ tiêu & <số>"?,"-1,234.5",/);
    expect(lines[1]).toMatch(/^"?#DIV\/0!"?,"?Đạt"?,/);
  });
});

test("shared formulas are expanded, and array results belong to their formula", async () => {
  const rows =
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c><c r="C1"><f t="array" ref="C1:C2">A1:A2</f><v>1</v></c></row>' +
    '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>4</v></c><c r="C2"><v>2</v></c></row>';
  const [sheet] = (await readFileState(oneSheet(rows))).state.sheets as [Sheet];
  expect(cell(sheet, "B2")).toMatchObject({ value: 4, formula: "=A2*2" });
  expect(cell(sheet, "C2")).toMatchObject({ value: 2, spilledFrom: { row: 0, column: 2 } });
});

test("an array that claims the whole sheet is gone through as far as there are cells", async () => {
  const rows = '<row r="1"><c r="A1"><f t="array" ref="A1:XFD1048576">B1</f><v>1</v></c><c r="B1"><v>2</v></c></row>';
  const [sheet] = (await readFileState(oneSheet(rows))).state.sheets as [Sheet];
  expect(cell(sheet, "B1")).toMatchObject({ value: 2, spilledFrom: { row: 0, column: 0 } });
});

test("a newer function keeps its prefix in the file and loses it on the screen", async () => {
  const state = oneOfEverything();
  const sheet = state.sheets[0]!;
  sheet.rows[0]![10] = { value: 1, formula: '=IFNA(XLOOKUP("IFNA",A1:A2,B1:B2),0)', style: DEFAULT_STYLE };
  sheet.rows[0]![11] = { value: 1, formula: "=STDEV.S(A1:A2)+ERROR.TYPE(C1)", style: DEFAULT_STYLE };
  const { bytes } = await writeFileState(state, CREATED);
  expect(must((await judge(bytes)).GetCellFormula(sheet.name, "K1")).formula).toBe(
    '_xlfn.IFNA(_xlfn.XLOOKUP("IFNA",A1:A2,B1:B2),0)',
  );
  expect(must((await judge(bytes)).GetCellFormula(sheet.name, "L1")).formula).toBe(
    "_xlfn.STDEV.S(A1:A2)+ERROR.TYPE(C1)",
  );
  expect(cell((await readFileState(bytes)).state.sheets[0]!, "K1")!.formula).toBe(
    '=IFNA(XLOOKUP("IFNA",A1:A2,B1:B2),0)',
  );
});

test("a file that is no workbook is refused in a sentence", async () => {
  const refused = await refusal(() => readFileState(new TextEncoder().encode("đây không phải sổ tính")));
  expect(refused.message).toMatch(/^[^\n]{20,250}$/);
});
