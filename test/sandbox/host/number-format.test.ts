import { formatValue } from "../../../src/sandbox/host/workbook/number-format";

describe("what a cell shows for its number format", () => {
  test.each<[number | string, string, string, string]>([
    [1234.5, "General", "1234.5", "1234,5"],
    [0.1 + 0.2, "General", "0.3", "0,3"],
    [1234567890123, "General", "1.23457E+12", "1,23457E+12"],
    [1 / 3, "General", "0.333333333", "0,333333333"],
    [1750, "#,##0", "1,750", "1.750"],
    [1750.25, "#,##0.0", "1,750.3", "1.750,3"],
    [-1750, "#,##0", "-1,750", "-1.750"],
    [-52.38, "0.00;(0.00)", "(52.38)", "(52,38)"],
    [0, '0;-0;"-"', "-", "-"],
    [0.9965, "0.0%", "99.7%", "99,7%"],
    [1.005, "0.00", "1.01", "1,01"],
    [12.5, "0.##", "12.5", "12,5"],
    [12, "0.##", "12.", "12,"],
    [5, "000", "005", "005"],
    [-0.04, "0.0", "0.0", "0,0"],
    [12345, '0.0,"k"', "12.3k", "12,3k"],
    [12345, "0.00E+00", "1.23E+04", "1,23E+04"],
    [45474, "dd/mm/yyyy", "01/07/2024", "01/07/2024"],
    [45474.75, "h:mm AM/PM", "6:00 PM", "6:00 PM"],
    [1.5, "[h]:mm", "36:00", "36:00"],
    [5, "[<10]0;#,##0.0", "5", "5"],
    [15, "[<10]0;#,##0.0", "15.0", "15,0"],
    [1.5, "# ?/?", "1 1/2", "1 1/2"],
    ["chữ", "@", "chữ", "chữ"],
    ["chữ", "#,##0", "chữ", "chữ"],
    [3, '0" ca"', "3 ca", "3 ca"],
  ])("%p as %s", (value, format, english, vietnamese) => {
    expect(formatValue(value, format)).toBe(english);
    expect(formatValue(value, format, "vi-VN")).toBe(vietnamese);
  });

  test("errors, blanks and logical values show themselves", () => {
    expect(formatValue({ error: "#N/A" }, "0.0")).toBe("#N/A");
    expect(formatValue(null, "0.0")).toBe("");
    expect(formatValue(true, "0.0")).toBe("TRUE");
  });
});
