/** Reading and writing through the real library, against the host that stands in for Excel. */

import { memoryText, NO_MEMORY, remember } from "../../src/core/workbook/memory";
import type { CellEdit } from "../../src/core/table/grid";
import { undoNow, undoStep } from "../../src/core/workbook/undo";
import { openExcel, type OpenExcel } from "./support";

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcel();
});
afterEach(() => {
  excel.close();
});

const cellsOf = async () => (await excel.port.read()).grid.rows;

test("every kind of cell comes as it stands", async () => {
  await excel.run((sheet) => {
    sheet.getRange("B2:C7").formulas = [
      ["Chỉ tiêu", 12.5],
      ["'1.750", "=C2*2"],
      ["'=x", "=1/0"],
      [true, "#N/A"],
      ["x".repeat(5_000), '=IF(1=1,"","x")'],
      ["'#N/A", ""],
    ];
    sheet.getRange("C2").numberFormat = [["#,##0.0"]];
    sheet.getRange("C7").numberFormat = [["0.0%"]];
  });
  const rows = await cellsOf();
  expect(rows[0]).toEqual([undefined, undefined, undefined]);
  expect(rows.slice(1).map((row) => row.slice(1))).toEqual([
    [{ value: "Chỉ tiêu" }, { value: 12.5, format: "#,##0.0" }],
    [{ value: "1.750" }, { value: 25, formula: "C2*2" }],
    [{ value: "=x" }, { value: { error: "#DIV/0!" }, formula: "1/0" }],
    [{ value: true }, { value: { error: "#N/A" } }],
    [{ value: "x".repeat(5_000) }, { value: "", formula: 'IF(1=1,"","x")' }],
    [{ value: "#N/A" }, { value: null, format: "0.0%" }],
  ]);
});

test("an empty sheet is read as empty, with its name and the user's place", async () => {
  const snapshot = await excel.port.read();
  expect(snapshot).toMatchObject({
    sheet: { name: "Sheet1", visible: true },
    rowsLeftOut: 0,
    isProtected: false,
    selection: { row: 0, column: 0 },
    properties: {},
    memory: null,
  });
  expect(snapshot.grid.rows.flat().every((cell) => cell === undefined)).toBe(true);
});

test("merged cells, hidden rows and columns and other sheets are told", async () => {
  await excel.run((sheet, context) => {
    sheet.getRange("A1:D4").values = [1, 2, 3, 4].map((row) => [row, row, row, row]);
    sheet.getRange("A1:C1").merge();
    sheet.getRange("2:3").rowHidden = true;
    sheet.getRange("D:D").columnHidden = true;
    context.workbook.worksheets.add("Ẩn").visibility = "Hidden";
  });
  const { grid, sheets } = await excel.port.read();
  expect(grid.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 2 }]);
  expect([...grid.hiddenRows!]).toEqual([1, 2]);
  expect([...grid.hiddenColumns!]).toEqual([3]);
  expect(sheets.map(({ name, visible }) => [name, visible])).toEqual([
    ["Sheet1", true],
    ["Ẩn", false],
  ]);
});

test("another sheet is read by its id, without the user's place", async () => {
  const { id } = (await excel.port.read()).sheet;
  await excel.run((_, context) => {
    context.workbook.worksheets.add("Khác").activate();
  });
  const snapshot = await excel.port.read(id);
  expect(snapshot.sheet.name).toBe("Sheet1");
  expect(snapshot).not.toHaveProperty("selection");
});

test("a sheet with one stray cell in its last row is not read whole, and that is said", async () => {
  await excel.run((sheet) => {
    sheet.getRange("A1").values = [["Chỉ tiêu"]];
    sheet.getRange("A1048576").values = [["lạc"]];
  });
  const { grid, rowsLeftOut } = await excel.port.read();
  expect(grid.rows.length).toBeLessThanOrEqual(6_000);
  expect(rowsLeftOut).toBe(1_048_576 - 6_000);
});

test("a form of 5.000 rows under its header is read whole", async () => {
  await excel.run((sheet) => {
    sheet.getRange("A1:A5012").values = Array.from({ length: 5_012 }, (_, row) => [row]);
  });
  const { grid, rowsLeftOut, columnsLeftOut } = await excel.port.read();
  expect(grid.rows.at(-1)).toEqual([{ value: 5_011 }]);
  expect([rowsLeftOut, columnsLeftOut]).toEqual([0, 0]);
});

test("columns that were not read are said", async () => {
  await excel.run((sheet) => {
    sheet.getRange("A1").values = [["Chỉ tiêu"]];
    sheet.getRange("XFD3").values = [["lạc"]];
  });
  const { grid, columnsLeftOut, rowsLeftOut } = await excel.port.read();
  expect(grid.rows[0]).toHaveLength(60);
  expect([rowsLeftOut, columnsLeftOut]).toEqual([0, 16_384 - 60]);
});

test("a sheet of more than one answer takes is read in parts, with the same cells", async () => {
  await excel.run((sheet) => {
    sheet.getRange("B3:C1202").formulas = Array.from({ length: 1_200 }, (_, row) => [`Dòng ${row}`, "=1+1"]);
    sheet.getRange("C3:C1202").set({ numberFormat: "0.0" as unknown as string[][] });
    sheet.getRange("5:6").rowHidden = true;
  });
  const whole = await excel.port.read();
  excel.host.faults.largestAnswer = 100_000;
  expect(await excel.port.read()).toEqual(whole);
});

test("cells filled by a spill have values and no formula of their own", async () => {
  await excel.run((sheet) => {
    sheet.getRange("A1:A3").values = [[1], [2], [3]];
    sheet.getRange("B1").formulas = [["=A1:A3*2"]];
  });
  const rows = await cellsOf();
  expect(rows.map((row) => row[1])).toEqual([{ value: 2, formula: "A1:A3*2" }, { value: 4 }, { value: 6 }]);
});

test("what is written is read back, text as text whatever it looks like", async () => {
  const { sheet } = await excel.port.read();
  const texts = [
    "1.750",
    "=x",
    "=HYPERLINK(A1)",
    "+1",
    "-",
    "12/3",
    "TRUE",
    "1-2",
    "@a",
    "'a",
    "5%",
    " =1",
    "",
    "Mar 1",
  ];
  const edits: CellEdit[] = [
    ...texts.map((value, row) => ({ row, column: 0, value })),
    { row: 0, column: 1, value: 7 },
    { row: 1, column: 1, value: 14, formula: "B1*2" },
    { row: 2, column: 1, value: false },
    { row: 3, column: 1, value: null, formula: "#N/A" },
  ];
  await excel.port.write({ sheet: sheet.id, edits });
  const rows = await cellsOf();
  expect(texts.map((_, row) => rows[row]?.[0]?.value ?? "")).toEqual(texts);
  expect(rows.every((row) => row[0]?.formula === undefined)).toBe(true);
  expect(rows.slice(0, 4).map((row) => row[1])).toEqual([
    { value: 7 },
    { value: 14, formula: "B1*2" },
    { value: false },
    { value: { error: "#N/A" } },
  ]);
});

test("figures and formulas for cells of format Text stand as figures and formulas", async () => {
  await excel.run((sheet) => {
    sheet.getRange("B1:B3").set({ numberFormat: "@" as unknown as string[][] });
    sheet.getRange("A1:B3").values = [
      [2, "1,5"],
      [3, ""],
      [4, "x"],
    ];
  });
  const { sheet } = await excel.port.read();
  await excel.port.write({
    sheet: sheet.id,
    edits: [
      { row: 0, column: 1, value: 1.5 },
      { row: 1, column: 1, value: 6, formula: "A2*2" },
      { row: 2, column: 1, value: "007" },
    ],
  });
  expect((await cellsOf()).map((row) => row[1])).toEqual([
    { value: 1.5 },
    { value: 6, formula: "A2*2" },
    { value: "007", format: "@" },
  ]);
});

test("cells between the edits stay as they are", async () => {
  await excel.run((sheet) => {
    sheet.getRange("A1:A3").formulas = [[1], ["=A1+1"], ["giữ"]];
  });
  const { sheet } = await excel.port.read();
  await excel.port.write({
    sheet: sheet.id,
    edits: [
      { row: 0, column: 0, value: 10 },
      { row: 3, column: 0, value: 20 },
    ],
  });
  expect((await cellsOf()).map((row) => row[0])).toEqual([
    { value: 10 },
    { value: 11, formula: "A1+1" },
    { value: "giữ" },
    { value: 20 },
  ]);
});

test("properties and memory are kept with the workbook, and the memory is one, however often it is written", async () => {
  const { sheet } = await excel.port.read();
  const property = { name: "BieuYTe.1", value: '{"sheet":"A & B"}' };
  const memory = memoryText(remember(NO_MEMORY, "A <b> & “c”", { ignoredRules: ["SO1"] }));
  await excel.port.write({ sheet: sheet.id, edits: [], properties: [property], memory: "{}" });
  await excel.port.write({ sheet: sheet.id, edits: [], properties: [{ ...property, value: "mới" }], memory });
  const snapshot = await excel.port.read();
  expect(snapshot.memory).toBe(memory);
  expect(snapshot.properties).toEqual({ "BieuYTe.1": "mới" });
  expect(excel.host.workbook.state.customXmlParts).toHaveLength(1);
});

test("of two memories, as in a merged file, the last is read and the next write leaves one", async () => {
  const part = (text: string) => `<memory xmlns="urn:bieu-y-te:memory:1">${text}</memory>`;
  await excel.run((_, context) => {
    context.workbook.customXmlParts.add(part("cũ"));
    context.workbook.customXmlParts.add(part("sau"));
  });
  const snapshot = await excel.port.read();
  expect(snapshot.memory).toBe("sau");
  await excel.port.write({ sheet: snapshot.sheet.id, edits: [], memory: "{}" });
  expect((await excel.port.read()).memory).toBe("{}");
});

test("an edit is taken back cell by cell as it was", async () => {
  await excel.run((sheet) => {
    sheet.getRange("A1:A5").values = [["A"], ["B"], ["C"], ["D"], ["E"]];
    sheet.getRange("B1:B5").formulas = [[1], ["=B1*3"], ["'1.750"], ["#DIV/0!"], [true]];
  });
  const before = await excel.port.read();
  const edits = [0, 1, 2, 3, 4].map((row): CellEdit => ({ row, column: 1, value: 9, formula: "4+5" }));
  const step = undoStep(before.grid, edits, { columns: [0] });
  await excel.port.write({ sheet: before.sheet.id, edits });
  const undo = undoNow(step, (await excel.port.read()).grid);
  if (undo.kind !== "ready") throw new Error(undo.why);
  await excel.port.write({ sheet: before.sheet.id, edits: undo.edits });
  expect((await excel.port.read()).grid.rows).toEqual(before.grid.rows);
});

test("a write is one step of Excel's own undo", async () => {
  await excel.run((sheet) => {
    sheet.getRange("A1:C1").values = [[1, 2, 3]];
  });
  const { sheet } = await excel.port.read();
  await excel.port.write({ sheet: sheet.id, edits: [0, 1, 2].map((column) => ({ row: 0, column, value: 9 })) });
  excel.host.workbook.undo();
  expect((await cellsOf())[0]).toEqual([{ value: 1 }, { value: 2 }, { value: 3 }]);
});
