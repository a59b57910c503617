/** The number reader and the writer of figures. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { readColumn, readFigure, roundHalfAway, writeFigure, type Figure } from "../../../src/core/number";
import { LARGEST_FIGURE } from "../../../src/core/number/figure";
import { inTime, target } from "../target";
import { troubledText } from "../texts";

function holdsTogether(figure: Figure): void {
  switch (figure.kind) {
    case "number":
    case "bound":
      assert.ok(Number.isFinite(figure.value) && Math.abs(figure.value) <= LARGEST_FIGURE);
      assert.ok(Number.isInteger(figure.decimals) && figure.decimals >= 0);
      assert.ok(figure.confidence > 0 && figure.confidence <= 1);
      assert.equal(figure.ambiguity === undefined, figure.alternative === undefined);
      assert.equal(figure.confidence === 1, figure.ambiguity === undefined);
      return;
    case "pair":
      holdsTogether(figure.first);
      return holdsTogether(figure.second);
    case "unreadable":
      assert.ok(figure.text.length <= 800);
      return;
    case "none":
    case "missing":
      return;
  }
}

export const NUMBERS = [
  target("number reader: any text is read or refused", 1_000, troubledText, (text) =>
    inTime(() => {
      const figure = readFigure(text);
      holdsTogether(figure);
      assert.deepEqual(readFigure(text.normalize("NFD")).kind, readFigure(text.normalize("NFC")).kind);
    }),
  ),
  target(
    "number reader: a column of anything",
    500,
    () => fc.array(fc.oneof(troubledText(), fc.double(), fc.constant(null)), { maxLength: 30 }),
    (cells) =>
      inTime(() => {
        const { figures, confidence } = readColumn(cells);
        assert.equal(figures.length, cells.length);
        figures.forEach(holdsTogether);
        assert.ok(confidence >= 0 && confidence <= 1);
      }),
  ),
  target(
    "number reader: what is written is read as it was",
    3_000,
    () => fc.tuple(fc.double({ min: -1e12, max: 1e12, noNaN: true }), fc.integer({ min: 0, max: 6 })),
    ([value, decimals]) => {
      const written = writeFigure(value, decimals);
      const read = readFigure(written, { separators: "vi" });
      assert.equal(read.kind, "number");
      assert.ok(read.kind === "number");
      assert.equal(read.value, roundHalfAway(value, decimals) + 0);
      assert.equal(writeFigure(read.value, decimals), written);
    },
  ),
];
