/** What holds of fingerprints whatever the figures: the same statements have the same one, other statements another. */

import { createHash } from "node:crypto";
import fc from "fast-check";
import {
  canonicalText,
  figureText,
  groupedFingerprint,
  parseFingerprint,
  sha256,
} from "../../../src/core/submit/fingerprint";
import { parsePeriod } from "../../../src/core/form/period";
import { FORM, percent, tableOf, type Written } from "../table/support";

const PERIOD = parsePeriod("2024-6T")!;
const CODES = ["KHAM", "CS", "GT", "CHET"];
const figure = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000 }).map((tenths) => tenths / 10),
  fc.constantFrom<Written>(null, "-", "…", "1.750", "≥ 95", "503/1.825", "vài ca", { error: "#N/A" }),
);
const lines = fc.tuple(...CODES.map((code) => fc.tuple(fc.constant(code), figure, figure, figure)));
type Lines = (readonly [string, ...Written[]])[];
const textOf = (rows: Lines) => canonicalText(tableOf(FORM, rows, { period: PERIOD, byLabel: true }));

test("the order of the rows changes nothing", () => {
  fc.assert(fc.property(lines, (rows) => expect(textOf([...rows].reverse())).toBe(textOf(rows))));
});

test("a figure that says something else changes the text, and one that says the same in another way does not", () => {
  const stated = (written: Written) =>
    figureText(tableOf(FORM, [["CS", null, written]], { byLabel: true }).rows[0]!.cells.actual!);
  fc.assert(
    fc.property(lines, fc.nat(3), figure, (rows, at, other) => {
      const changed: Lines = rows.map((row, index) => (index === at ? [row[0], row[1], other, row[3]] : row));
      const same = stated(rows[at]![2]) === stated(other);
      // One text may tell how its whole column is written, and so change what the others of it say.
      fc.pre(typeof other !== "string" && typeof rows[at]![2] !== "string");
      expect(textOf(changed) === textOf(rows)).toBe(same);
    }),
  );
});

test.each<[string, readonly Written[]]>([
  ["it did not occur", [0, "-", "–", "0"]],
  ["nothing was written", [null, "", "  "]],
  ["it was not collected", ["…", "..."]],
  ["98,7", [98.7, "98,7", percent(0.987), { value: 98.7, format: "0.00" }, "98,7%"]],
])("%s: one statement, however it is written", (_what, ways) => {
  const texts = ways.map((way) =>
    figureText(tableOf(FORM, [["CS", null, way]], { byLabel: true }).rows[0]!.cells.actual!),
  );
  expect(new Set(texts).size).toBe(1);
});

test("the hash is SHA-256 as others reckon it, in groups that read back", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 200 }), async (text) => {
      const hash = await sha256(text);
      expect(hash).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
      expect(parseFingerprint(groupedFingerprint(hash))).toBe(hash);
      expect(groupedFingerprint(hash).split(" ")).toHaveLength(8);
    }),
  );
});
