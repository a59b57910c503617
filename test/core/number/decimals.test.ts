import fc from "fast-check";
import { decimalsOf, decimalsOfFormat, isPercentFormat } from "../../../src/core/number";

test.each<[number, number]>([
  [0, 0],
  [5, 0],
  [-5, 0],
  [1200, 0],
  [99.7, 1],
  [-52.38, 2],
  [15575.25, 2],
  [0.001, 3],
  [1e-7, 7],
  [1.5e-7, 8],
  [1e21, 0],
  [1.5e300, 0],
  [0.1 + 0.2, 17],
])("decimalsOf(%p) is %p", (value, decimals) => {
  expect(decimalsOf(value)).toBe(decimals);
});

test.each<[string | undefined, number | undefined]>([
  ["0", 0],
  ["#", 0],
  ["?", 0],
  ["#,##0", 0],
  ["#,##0.0", 1],
  ["0.00", 2],
  ["0.0#", 2],
  ["0.??", 2],
  ["0.", 0],
  ["0%", 0],
  ["0.0%", 1],
  ["0.00_);(0.00)", 2],
  ["0.0;-0.00", 1],
  ["[Red]0.0", 1],
  ["[>=1000]#,##0.0;0", 1],
  ["[$-42A]#,##0.00", 2],
  ['#,##0.0" ca"', 1],
  ['"0.00"0', 0],
  ['0.0" ; 0"', 1],
  ['0\\"0.0\\"', 1],
  ["0.0\\;00", 3],
  ["0\\.0", 0],
  ["0_.0", 0],
  ["0*.0", 0],
  ['0.0"ca', 1],
  ["0.0[x", 1],
  ["0.0\\", 1],
  ["0.0\\\n", 1],
  ["0.00 ₫", 2],
  ["General", undefined],
  [undefined, undefined],
  ["", undefined],
  ["@", undefined],
  ['0"x"@', undefined],
  [";;;", undefined],
  [";0.0", undefined],
  ["-", undefined],
  ["dd/mm/yyyy", undefined],
  ["mm:ss.0", undefined],
  ["YYYY0", undefined],
  ["0.00E+00", undefined],
  ["# ?/?", undefined],
  ["0.0,", undefined],
  ["#,##0,,.0", undefined],
  ["0,;0", undefined],
])("decimalsOfFormat(%p) is %p", (format, decimals) => {
  expect(decimalsOfFormat(format)).toBe(decimals);
});

test.each<[string | undefined, boolean]>([
  ["0%", true],
  ["0.0 %", true],
  ["0.0", false],
  ['0.0"%"', false],
  ["0.0\\%", false],
  ["0.0;0%", false],
  [undefined, false],
])("isPercentFormat(%p) is %p", (format, percent) => {
  expect(isPercentFormat(format)).toBe(percent);
});

test("whatever stands around its digits, a format shows its decimals, times a hundred or not", () => {
  const literal = fc.constantFrom("", '" ca"', '"%"', "\\%", "_)", "[Red]", '"0,0"');
  const whole = fc.constantFrom("0", "#,##0", "#", "??0");
  fc.assert(
    fc.property(literal, whole, fc.nat(9), fc.boolean(), literal, (before, digits, decimals, percent, after) => {
      const format = `${before}${digits}${decimals > 0 ? "." : ""}${"0".repeat(decimals)}${percent ? "%" : ""}${after}`;
      expect([decimalsOfFormat(format), isPercentFormat(format)]).toEqual([decimals, percent]);
      // Sections for negative figures, zeros and texts do not count.
      expect(decimalsOfFormat(`${format};-0.000;"%"`)).toBe(decimals);
    }),
  );
});
