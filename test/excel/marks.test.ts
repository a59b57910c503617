/** Marks on the cells of findings, and comments. */

import type { CellMark } from "../../src/core/workbook/port";
import { openExcel, type OpenExcel } from "./support";

let excel: OpenExcel;
let id: string;
beforeEach(async () => {
  excel = await openExcel();
  id = (await excel.port.read()).sheet.id;
});
afterEach(() => {
  excel.close();
});

const mark = (row: number, column: number, level: CellMark["level"] = "error"): CellMark => ({ row, column, level });

interface Format {
  readonly formula: string;
  readonly address: string;
  readonly priority: number;
  readonly fill: string;
}

async function formats(): Promise<Format[]> {
  const found = await excel.run(async (sheet, context) => {
    const collection = sheet.getRange().conditionalFormats;
    collection.load("items/priority,items/custom/rule/formula,items/custom/format/fill/color");
    await context.sync();
    const areas = collection.items.map((one) => one.getRanges().load("address"));
    await context.sync();
    return collection.items.map((one, at) => ({
      formula: one.custom.rule.formula,
      address: areas[at]!.address.replace(/(?:'[^']*'|[^,!]*)!/g, ""),
      priority: one.priority,
      fill: one.custom.format.fill.color,
    }));
  });
  return [...found].sort((a, b) => a.priority - b.priority);
}

test("cells are marked by level, all of a level in one format", async () => {
  await excel.port.mark(id, [mark(3, 2), mark(4, 2), mark(9, 5), mark(6, 2, "warning"), mark(7, 2, "hint")]);
  const found = await formats();
  expect(found.map(({ address }) => address)).toEqual(["C4:C5,F10", "C7", "C8"]);
  expect(new Set(found.map(({ fill }) => fill)).size).toBe(3);
});

test("marks replace the marks before, and none takes all away", async () => {
  await excel.port.mark(id, [mark(3, 2), mark(4, 2, "warning")]);
  await excel.port.mark(id, [mark(5, 2)]);
  expect((await formats()).map(({ address }) => address)).toEqual(["C6"]);
  await excel.port.mark(id, []);
  expect(await formats()).toEqual([]);
});

test("a cell with several findings shows the worst", async () => {
  await excel.port.mark(id, [mark(3, 2, "hint"), mark(3, 2), mark(3, 2, "warning")]);
  expect((await formats()).map(({ address }) => address)).toEqual(["C4"]);
});

test("the user's own conditional formats stay, and come first", async () => {
  await excel.run((sheet) => {
    const own = sheet.getRange("C1:C20").conditionalFormats.add("Custom");
    own.custom.rule.formula = "=C1>5";
    own.custom.format.fill.color = "#00FF00";
  });
  await excel.port.mark(id, [mark(3, 2), mark(4, 2, "warning")]);
  const found = await formats();
  expect(found[0]).toMatchObject({ formula: "=C1>5", address: "C1:C20", fill: "#00FF00" });
  expect(found).toHaveLength(3);
  await excel.port.mark(id, []);
  expect(await formats()).toEqual([found[0]]);
});

test("the cells' own looks are never touched", async () => {
  await excel.run((sheet) => {
    sheet.getRange("C4").format.fill.color = "#123456";
  });
  await excel.port.mark(id, [mark(3, 2)]);
  await excel.port.mark(id, []);
  const color = await excel.run(async (sheet, context) => {
    const { fill } = sheet.getRange("C4").format;
    fill.load("color");
    await context.sync();
    return fill.color;
  });
  expect(color).toBe("#123456");
});

test("thousands of scattered cells are marked, within what Excel takes as an address", async () => {
  const marks = Array.from({ length: 3_000 }, (_, index) => mark(index * 2, 3));
  await excel.port.mark(id, marks);
  const found = await formats();
  expect(found.flatMap(({ address }) => address.split(","))).toHaveLength(3_000);
  await excel.port.mark(id, []);
  expect(await formats()).toEqual([]);
});

test("marks of a session that broke off are found and replaced", async () => {
  await excel.port.mark(id, [mark(3, 2)]);
  const { createExcelPort } = await import("../../src/excel/port");
  await createExcelPort().mark(id, []);
  expect(await formats()).toEqual([]);
});

async function comments() {
  return excel.run(async (_, context) => {
    const { comments: all } = context.workbook;
    all.load("items/content,items/replies/items/content");
    await context.sync();
    return all.items.map(({ content, replies }) => [content, ...replies.items.map((reply) => reply.content)]);
  });
}

test("a comment is put on a cell; where there is one, ours answers it, once", async () => {
  await excel.port.comment(id, { row: 2, column: 1 }, "Xem lại số này");
  expect(await comments()).toEqual([["Xem lại số này"]]);
  await excel.port.comment(id, { row: 2, column: 1 }, "Tổng lệch 32");
  await excel.port.comment(id, { row: 2, column: 1 }, "Tổng lệch 32");
  expect(await comments()).toEqual([["Xem lại số này", "Tổng lệch 32"]]);
});
