/** The column Đánh giá through the port: it looks like its table, comes in one write, and goes without a trace. */

import type { AddedColumn } from "../../src/core/fill/assessment";
import { address } from "../../src/core/table/grid";
import type { SheetChange } from "../../src/core/workbook/port";
import { DEFAULT_STYLE, type Style } from "../../src/sandbox/host/workbook/style";
import { openExcel, type OpenExcel } from "./support";

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcel();
  await excel.run((sheet) => {
    sheet.getRange("A1:C4").values = [
      ["Chỉ tiêu", "ĐVT", "Thực hiện"],
      ["", "", ""],
      ["Số lượt khám", "lượt", 5],
      ["Số giường", "giường", 3],
    ];
    const unit = sheet.getRange("B1:B4").format;
    unit.font.name = "Times New Roman";
    unit.font.size = 12;
    unit.horizontalAlignment = "Center";
    for (const edge of ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal"] as const) {
      unit.borders.getItem(edge).style = "Continuous";
    }
    sheet.getRange("B1").format.font.bold = true;
    sheet.getRange("B1:B2").merge();
    sheet.pageLayout.setPrintArea("A1:C4");
  });
});
afterEach(() => {
  excel.close();
});

const COLUMN: AddedColumn = { column: 3, like: 1, top: 0, bottom: 3, width: 14, merged: { top: 0, bottom: 1 } };

async function add(more: Partial<SheetChange> = {}, column: AddedColumn = COLUMN) {
  const { sheet } = await excel.port.read();
  return excel.port.write({
    sheet: sheet.id,
    edits: [
      { row: 0, column: column.column, value: "Đánh giá" },
      { row: 2, column: column.column, value: "Chưa đạt" },
      { row: 3, column: column.column, value: "Đạt", formula: '"Đạt"' },
    ],
    added: [column],
    ...more,
  });
}

/** Everything of the sheet that a person sees: cells by address, widths, merged cells, rules, print area. */
const everything = () => {
  const { rows, columnLines, merges, conditionalFormats, pageLayout } = excel.host.workbook.activeSheet();
  const cells = rows.flatMap((row, at) =>
    row.flatMap((cell, column) =>
      cell && (cell.value !== null || !isPlain(cell.style)) ? [[address(at, column), cell.value, cell.style]] : [],
    ),
  );
  return {
    cells,
    widths: [...columnLines].filter(([, line]) => line.size !== undefined),
    merges,
    rules: conditionalFormats.map(({ areas, formula, look }) => [areas, formula, look]),
    printArea: pageLayout.printArea,
  };
};
const isPlain = (style: Style) => JSON.stringify(style) === JSON.stringify(DEFAULT_STYLE);

const styleOf = (row: number, column: number) => excel.host.workbook.activeSheet().rows[row]?.[column]?.style;

test("its cells look like those of the unit, row by row, and the header is one cell as there", async () => {
  await add();
  for (const row of [0, 2, 3]) {
    expect(styleOf(row, 3)).toMatchObject({
      fontName: "Times New Roman",
      fontSize: 12,
      bold: row === 0,
      horizontal: "Center",
      borders: { bottom: { style: "Continuous" }, left: { style: "Continuous" } },
    });
  }
  const { merges, pageLayout, columnLines } = excel.host.workbook.activeSheet();
  expect(merges).toContainEqual({ top: 0, left: 3, bottom: 1, right: 3 });
  expect(pageLayout.printArea).toEqual([{ top: 0, left: 0, bottom: 3, right: 3 }]);
  expect(columnLines.get(3)?.size).toBeGreaterThan(70);
});

test("Chưa đạt stands out by weight, Chậm tiến độ by slant, and follow the word", async () => {
  await add();
  const { conditionalFormats } = excel.host.workbook.activeSheet();
  const said = conditionalFormats.map(({ formula, look, areas }) => ({ formula, look, areas }));
  const areas = [{ top: 0, left: 3, bottom: 3, right: 3 }];
  expect(said).toHaveLength(2);
  expect(said).toContainEqual({ formula: '=$D1="Chưa đạt"', look: { bold: true }, areas });
  expect(said).toContainEqual({ formula: '=$D1="Chậm tiến độ"', look: { italic: true }, areas });
});

test("it takes one look and one write, which is one step of Excel's own undo", async () => {
  const before = everything();
  await excel.port.read();
  const { syncs } = excel.traffic();
  await add();
  // One reading is the test's own.
  expect(excel.traffic().syncs - syncs).toBe(3);
  excel.host.workbook.undo();
  expect(everything()).toEqual(before);
});

test("taken away, everything is as it was", async () => {
  const before = everything();
  const { dressed } = await add();
  const { sheet } = await excel.port.read();
  const edits = [0, 2, 3].map((row) => ({ row, column: 3, value: null }));
  await excel.port.write({ sheet: sheet.id, edits, removed: dressed });
  expect(everything()).toEqual(before);
});

test("where it was taken away and Excel's answer is lost, words and look come back", async () => {
  const { dressed } = await add();
  const before = everything();
  const { sheet } = await excel.port.read();
  const edits = [0, 2, 3].map((row) => ({ row, column: 3, value: null }));
  let batches = 0;
  // The first batch only looks.
  excel.host.faults.onBatch = () =>
    (batches += 1) === 2 ? { kind: "answer-lost", code: "ConnectionFailure" } : undefined;
  const change = { sheet: sheet.id, edits, removed: dressed };
  await expect(excel.port.write(change)).rejects.toMatchObject({ code: "unknown" });
  expect(everything()).toEqual(before);
});

test("a look that the user had given the empty cells comes back", async () => {
  await excel.run((sheet) => {
    sheet.getRange("D1:D4").format.fill.color = "#FFFF00";
    sheet.getRange("D3").format.font.italic = true;
    sheet.getRange("D4").format.borders.getItem("EdgeBottom").style = "Double";
    sheet.getRange("D4").numberFormat = [["0.00"]];
    sheet.getRange("D:D").format.columnWidth = 200;
  });
  const before = everything();
  const { dressed } = await add();
  // The user's own width stays.
  expect(excel.host.workbook.activeSheet().columnLines.get(3)?.size).toBe(200);
  const { sheet } = await excel.port.read();
  const edits = [0, 2, 3].map((row) => ({ row, column: 3, value: null }));
  await excel.port.write({ sheet: sheet.id, edits, removed: dressed });
  expect(everything()).toEqual(before);
});

test("the user's own conditional formats and print areas stay", async () => {
  await excel.run((sheet) => {
    sheet.pageLayout.setPrintArea("A1:B2");
    const own = sheet.getRange("A1:D4").conditionalFormats.add("Custom");
    own.custom.rule.formula = "=$C1>4";
    own.custom.format.fill.color = "#00FF00";
  });
  const { dressed } = await add();
  await excel.run((sheet) => {
    sheet.pageLayout.setPrintArea("A1:F9");
  });
  const { sheet } = await excel.port.read();
  await excel.port.write({ sheet: sheet.id, edits: [], removed: dressed });
  const { conditionalFormats, pageLayout } = excel.host.workbook.activeSheet();
  expect(conditionalFormats.map(({ formula }) => formula)).toEqual(["=$C1>4"]);
  expect(pageLayout.printArea).toEqual([{ top: 0, left: 0, bottom: 8, right: 5 }]);
});

test("a protected sheet and a sheet that changed meanwhile get neither words nor look", async () => {
  const before = everything();
  const expected = [{ row: 2, column: 0, text: "Số lượt mổ" }];
  await expect(add({ expected })).rejects.toMatchObject({ code: "moved" });
  expect(everything()).toEqual(before);
  await excel.run((sheet) => {
    sheet.protection.protect();
  });
  await expect(add()).rejects.toMatchObject({ code: "protected" });
  expect(everything()).toEqual(before);
});

test("ended half-way anywhere, nothing of it stands", async () => {
  const before = everything();
  for (let action = 1; ; action += 1) {
    const { sheet } = await excel.port.read();
    const { bytesOut } = excel.host.traffic;
    const done = excel.port
      .write({ sheet: sheet.id, edits: [{ row: 0, column: 3, value: "Đánh giá" }], added: [COLUMN] })
      .then(() => "none")
      .catch((error: { code: string }) => error.code);
    // The first batch only looks.
    while (excel.host.traffic.bytesOut === bytesOut) await Promise.resolve();
    excel.host.faults.failAt = action;
    const code = await done;
    excel.host.faults.failAt = null;
    if (code === "none") {
      expect(action).toBeGreaterThan(15);
      break;
    }
    expect([action, code, everything()]).toEqual([action, "unknown", before]);
  }
});

test("it stays within ExcelApi 1.13", async () => {
  excel.close();
  excel = await openExcel("1.13");
  const { dressed } = await add();
  const { sheet } = await excel.port.read();
  await excel.port.write({ sheet: sheet.id, edits: [], removed: dressed });
});
