import { writeFigure, writeInteger } from "../../../src/core/number";

test.each<[number, number, string]>([
  [1234.5, 1, "1.234,5"],
  [-0.2, 1, "-0,2"],
  [0, 1, "0,0"],
  [-0, 1, "0,0"],
  [-0.04, 1, "0,0"],
  [-0.05, 1, "-0,1"],
  [0.05, 2, "0,05"],
  [0, 0, "0"],
  [7, 0, "7"],
  [999, 0, "999"],
  [1000, 0, "1.000"],
  [-1000, 0, "-1.000"],
  [123456, 0, "123.456"],
  [1234567.25, 1, "1.234.567,3"],
  [99.95, 1, "100,0"],
  [1.005, 2, "1,01"],
  [5, 3, "5,000"],
  [0.1234567, 7, "0,1234567"],
  [1e21, 0, "1.000.000.000.000.000.000.000"],
])("writeFigure(%p, %p) is %p", (value, decimals, text) => {
  expect(writeFigure(value, decimals)).toBe(text);
});

test("writeInteger", () => {
  expect(writeInteger(1168150)).toBe("1.168.150");
  expect(writeInteger(-2.5)).toBe("-3");
});

test.each([Number.NaN, Infinity, -Infinity])("%p cannot be written", (value) => {
  expect(() => writeFigure(value, 1)).toThrow(RangeError);
  expect(() => writeInteger(value)).toThrow(RangeError);
});
