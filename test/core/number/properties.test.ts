import fc from "fast-check";
import { readColumn, readFigure, roundHalfAway, writeFigure } from "../../../src/core/number";
import { computing } from "../../support/computing";

const REAL = [
  "1.750",
  "15.575,0",
  "1,251.7",
  "(52,38)",
  "17,15%o",
  "+0,1 điểm",
  "1.100.332/1.168.150",
  "≥10,8",
  "tối thiểu 93%",
  "từ 95% trở lên",
  "10,5 bác sĩ/10.000 dân",
  "36,55/100.000 dân",
  "12/07/2024",
  "#DIV/0!",
  "…",
];
const anything = fc.string({ unit: "binary", maxLength: 300 });
/** A real figure in which something was overwritten or slipped in. */
const mutated = fc
  .tuple(fc.constantFrom(...REAL), fc.nat(25), fc.nat(2), fc.string({ unit: "binary", maxLength: 3 }))
  .map(([text, at, drop, insert]) => text.slice(0, at) + insert + text.slice(at + drop));
const likely = fc.string({ unit: fc.constantFrom(..."0123456789.,/ -+()%‰<≥ …'#đếm\u0301\u00a0"), maxLength: 30 });

test("what was written is read as the same value", () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, min: -1e12, max: 1e12 }),
      fc.integer({ min: 0, max: 6 }),
      (value, decimals) => {
        expect(readFigure(writeFigure(value, decimals), { separators: "vi" })).toEqual({
          kind: "number",
          value: roundHalfAway(value, decimals),
          decimals,
          confidence: 1,
        });
      },
    ),
  );
});

test("no text makes reading throw, and no figure is infinite", () => {
  fc.assert(
    fc.property(fc.oneof(anything, mutated, likely), (text) => {
      const figure = readFigure(text);
      if (figure.kind === "number" || figure.kind === "bound") {
        expect(Number.isFinite(figure.value)).toBe(true);
        expect(figure.ambiguity === undefined).toBe(figure.confidence === 1);
        expect(figure.alternative === undefined).toBe(figure.confidence === 1);
      }
      expect(readColumn([text, "1,5"]).figures).toHaveLength(2);
    }),
    { numRuns: 500 },
  );
});

test("decomposed text reads as composed text", () => {
  fc.assert(
    fc.property(fc.oneof(anything, mutated, likely), (text) => {
      expect(readFigure(text.normalize("NFD"))).toEqual(readFigure(text.normalize("NFC")));
    }),
    { numRuns: 500 },
  );
});

test.each([
  [".".repeat(1_000_000)],
  ["1 ".repeat(500_000)],
  ["\u0301\u0323".repeat(500_000)],
  ["\ud800".repeat(1_000_000)],
])("a megabyte is refused at once", (text) => {
  const read = () => expect(readFigure(text)).toMatchObject({ kind: "unreadable", reason: "too-long" });
  expect(computing(read)).toBeLessThan(500);
});

test.each(["1 /", "a ", "1.", "1 ", "tr.", "/1000 ", "(1", " trở lên", "\u0301\u0323", "1/a/", "…", "m2"])(
  "the longest text allowed, full of %j, is read at once",
  (piece) => {
    const text = `5${piece.repeat(200)}`.slice(0, 199);
    const variants = [text, `${text}!`, `<${text}`, `5 ${text}`.slice(0, 200)];
    expect(computing(() => variants.forEach((variant) => readFigure(variant)))).toBeLessThan(500);
  },
);
