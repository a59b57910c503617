import fc from "fast-check";
import { freeName } from "../../../src/core/workbook/sheet-name";

test.each([
  ["PL02", [], "PL02"],
  ["PL02", ["Sheet1", "PL01"], "PL02"],
  ["PL02", ["PL02"], "PL02 (2)"],
  ["PL02", ["pl02", "PL02 (2)"], "PL02 (3)"],
  ["PL02", ["PL02 (2)"], "PL02"],
  ["a".repeat(40), [], "a".repeat(31)],
  ["a".repeat(40), ["a".repeat(31)], `${"a".repeat(27)} (2)`],
])("a sheet to be called %j, beside %j, is called %j", (wanted, taken, name) => {
  expect(freeName(wanted, taken)).toBe(name);
});

test("however many sheets there are, the name is none of theirs, and Excel takes it", () => {
  const name = fc.string({ unit: fc.constantFrom(..."aAbB1 "), minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(name, fc.nat(12), (wanted, sheets) => {
      const taken: string[] = [];
      for (let sheet = 0; sheet <= sheets; sheet += 1) {
        const made = freeName(wanted, taken);
        expect(taken.map((one) => one.toLowerCase())).not.toContain(made.toLowerCase());
        expect(made.length).toBeLessThanOrEqual(31);
        taken.push(made);
      }
    }),
  );
});
