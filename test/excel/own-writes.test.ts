import { areaOf, rememberWrites } from "../../src/excel/own-writes";

const AREA = { top: 8, left: 6, bottom: 100, right: 6 };

function remembered() {
  let time = 0;
  const own = rememberWrites(() => time);
  own.add("{1}", AREA);
  return { own, wait: (milliseconds: number) => (time += milliseconds) };
}

test("Excel's own word on who wrote goes before everything", () => {
  const { own } = remembered();
  expect(own.isOurs("{1}", "A1", "ThisLocalAddin")).toBe(true);
  expect(own.isOurs("{1}", "G9:G101", "Unknown")).toBe(false);
});

test("an older Excel is judged by what we have just written, also in pieces", () => {
  const { own } = remembered();
  expect(own.isOurs("{1}", "G9:G50", undefined)).toBe(true);
  expect(own.isOurs("{1}", "G51:G101", undefined)).toBe(true);
  expect(own.isOurs("{2}", "G9:G50", undefined)).toBe(false);
  expect(own.isOurs("{1}", "F9", undefined)).toBe(false);
  expect(own.isOurs("{1}", "G101:G102", undefined)).toBe(false);
});

test("once the write came back as a whole, a change there is the user's", () => {
  const { own } = remembered();
  expect(own.isOurs("{1}", "G9:G101", undefined)).toBe(true);
  expect(own.isOurs("{1}", "G10", undefined)).toBe(false);
});

test("a write whose event was lost is forgotten after some seconds", () => {
  const { own, wait } = remembered();
  wait(6_000);
  expect(own.isOurs("{1}", "G10", undefined)).toBe(false);
});

test("addresses with and without a sheet, of cells and of blocks", () => {
  expect(areaOf("'Biểu 1'!$B$2:C3")).toEqual({ top: 1, left: 1, bottom: 2, right: 2 });
  expect(areaOf("G9")).toEqual({ top: 8, left: 6, bottom: 8, right: 6 });
  expect(areaOf("5:7")).toBeUndefined();
  expect(areaOf("")).toBeUndefined();
});
