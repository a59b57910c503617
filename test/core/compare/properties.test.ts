/** What holds of figures as people are told them, whatever the figures. */

import fc from "fast-check";
import { toldDecimals, writeReached, type Reached } from "../../../src/core/compare/assess";
import { readFigure, roundHalfAway } from "../../../src/core/number";

const value = fc.oneof(
  fc.integer({ min: -9_999_999, max: 9_999_999 }).map((thousandths) => thousandths / 1000),
  fc.nat(10_000_000),
);
const reached: fc.Arbitrary<Reached> = fc
  .tuple(value, fc.nat(6), fc.option(fc.nat(6)))
  .map(([of, decimals, told]) => ({ value: of, decimals, ...(told !== null && { told: Math.min(told, decimals) }) }));

test("a figure is told in its own decimals or in fewer, and is read as the figure that it rounds to", () => {
  fc.assert(
    fc.property(reached, (figure) => {
      const words = writeReached(figure);
      const decimals = toldDecimals(figure);
      expect(words.split(",")[1]?.length ?? 0).toBe(figure.told ?? figure.decimals);
      // "1.234" alone has two readings.
      const read = readFigure(words);
      expect(read.kind).toBe("number");
      if (read.kind !== "number") return;
      expect([read.value, read.alternative]).toContain(roundHalfAway(figure.value, decimals));
    }),
  );
});

test("of two figures told in the same decimals the larger is never told as the smaller", () => {
  fc.assert(
    fc.property(reached, value, (figure, other) => {
      const [low, high] = [figure.value, other].sort((a, b) => a - b);
      const number = (of: number) =>
        Number(
          writeReached({ ...figure, value: of })
            .replaceAll(".", "")
            .replace(",", "."),
        );
      expect(number(low!)).toBeLessThanOrEqual(number(high!));
    }),
  );
});
