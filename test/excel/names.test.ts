/** Sheets and properties whose names are special to JavaScript, to formulas or to Unicode. */

import { memoryOf, memoryText, NO_MEMORY, parseMemory, remember } from "../../src/core/workbook/memory";
import { openExcel, type OpenExcel } from "./support";

let excel: OpenExcel;
beforeAll(async () => {
  excel = await openExcel();
});
afterAll(() => {
  excel.close();
});

test.each([
  "__proto__",
  "constructor",
  "toString",
  "Biểu 'PL02'!",
  'A "b" <c> & d',
  "😀 Huyện",
  "Biểu tổng hợp".normalize("NFD"),
  "A1",
  "R1C1",
  "2024",
])("%s: is read, written, marked and remembered, and other sheets calculate from it", async (name) => {
  const id = await excel.run(async (_, context) => {
    const sheet = context.workbook.worksheets.add(name).load("id");
    sheet.getRange("A1:B1").values = [["Mã số", 2]];
    sheet.activate();
    const other = context.workbook.worksheets.getItem("Sheet1");
    other.getRange("A1").formulas = [[`='${name.replaceAll("'", "''")}'!B1*2`]];
    await context.sync();
    return sheet.id;
  });
  const memory = memoryText(remember(NO_MEMORY, name, { ignoredRules: ["SO1"] }));
  await excel.port.write({
    sheet: id,
    edits: [{ row: 0, column: 1, value: 21 }],
    expected: [{ row: 0, column: 0, text: "Mã số" }],
    properties: [{ name, value: name }],
    memory,
  });
  await excel.port.mark(id, [{ row: 0, column: 1, level: "error" }]);
  await excel.port.show(id, { row: 0, column: 1 });
  const snapshot = await excel.port.read(id);
  expect(snapshot.sheet.name).toBe(name);
  expect(snapshot.grid.rows[0]?.[1]).toEqual({ value: 21 });
  expect(Object.entries(snapshot.properties)).toContainEqual([name, name]);
  expect(memoryOf(parseMemory(snapshot.memory).memory, name)?.ignoredRules).toEqual(["SO1"]);
  const first = snapshot.sheets.find((sheet) => sheet.name === "Sheet1")!;
  expect((await excel.port.read(first.id)).grid.rows[0]?.[0]?.value).toBe(42);
});

test("a text with characters that XML forbids is remembered all the same", async () => {
  const { sheet } = await excel.port.read();
  const memory = memoryText(remember(NO_MEMORY, "a\uFFFE\uFFFF\u0000b", { ignoredRules: [] }));
  await excel.port.write({ sheet: sheet.id, edits: [], memory });
  const xml = excel.host.workbook.state.customXmlParts.map((part) => part.xml).join("");
  for (const forbidden of ["\uFFFE", "\uFFFF", "\u0000"]) expect(xml).not.toContain(forbidden);
  const read = parseMemory((await excel.port.read()).memory);
  expect(read.memory.sheets.map((entry) => entry.sheet)).toEqual(["a\uFFFE\uFFFF\u0000b"]);
});
