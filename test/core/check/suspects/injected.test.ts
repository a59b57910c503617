/** One slip put into figures that agree: the cell that it was put into comes first. */

import fc from "fast-check";
import { checkFigures } from "../../../../src/core/check/engine";
import { recognise } from "../../../../src/core/form/recognise";
import { readFigures } from "../../../../src/core/table/figures";
import { slipsOf } from "../../../../src/core/check/suspects/slips";
import { allForms } from "../../../../src/forms";
import { asPrinted } from "../../../support/published";
import { count, formOf, grid, headerOf, meta, rate, type Line } from "../../form/support";
import { rowsOf } from "../support";

const PARTS = 3;
const COLUMNS = meta(["label", "code", "actual"]);

/** Figures by district and kind: districts add up to the province, kinds to their sum, and so do the two sums. */
const cellCode = (district: number, kind: number) => `C${district}_${kind}`;
const others = [0, 1, 2];

const lines: Line[] = [
  count("ALL", "Toàn tỉnh", { "Bằng tổng": "D0 + D1 + D2" }),
  count("ALL2", "Toàn tỉnh theo loại", { "Bằng tổng": "K0 + K1 + K2", "Bằng với": "ALL" }),
  rate("R0", "Tỷ lệ loại 0", { "Cách tính": "100 * K0 / ALL" }),
  ...others.map((district) =>
    count(`D${district}`, `Huyện ${district}`, {
      "Bằng tổng": others.map((kind) => cellCode(district, kind)).join(" + "),
    }),
  ),
  ...others.map((kind) =>
    count(`K${kind}`, `Loại ${kind}`, {
      "Bằng tổng": others.map((district) => cellCode(district, kind)).join(" + "),
    }),
  ),
  ...others.flatMap((district) =>
    others.map((kind) => count(cellCode(district, kind), `Huyện ${district}, loại ${kind}`)),
  ),
];
const FORM = formOf(lines, COLUMNS);

function consistent(parts: readonly number[]): Record<string, number> {
  const figures: Record<string, number> = {};
  const add = (code: string, value: number) => (figures[code] = (figures[code] ?? 0) + value);
  parts.forEach((value, index) => {
    const [district, kind] = [Math.floor(index / PARTS), index % PARTS];
    for (const code of [cellCode(district, kind), `D${district}`, `K${kind}`, "ALL", "ALL2"]) add(code, value);
  });
  figures["R0"] = Math.round((1000 * figures["K0"]!) / figures["ALL"]!) / 10;
  return figures;
}

function check(figures: Readonly<Record<string, number>>) {
  const rows = rowsOf(FORM, Object.fromEntries(Object.entries(figures).map(([code, value]) => [code, [value]])));
  const sheet = grid([headerOf(FORM), ...rows]);
  const result = checkFigures(readFigures(sheet, recognise(sheet, [FORM], { formId: FORM.id })!));
  return result.findings.filter(({ rule }) => rule.startsWith("QH"));
}

const placeOf = (code: string) => `C${FORM.rows.findIndex((row) => row.code === code) + 2}`;
const figure = fc.integer({ min: 100, max: 99_999 });
const PARTS_OF_ALL = fc.array(figure, { minLength: 9, maxLength: 9 });

test("figures that agree have no suspects", () => {
  fc.assert(
    fc.property(PARTS_OF_ALL, (parts) => {
      expect(check(consistent(parts))).toEqual([]);
    }),
  );
});

test("whatever cell of a table of totals is mistyped, each contradiction names it first, with its figure", () => {
  const codes = lines.map((line) => line["Mã số"]!).filter((code) => code !== "R0");
  fc.assert(
    fc.property(PARTS_OF_ALL, fc.constantFrom(...codes), fc.nat(), (parts, code, seed) => {
      const figures = consistent(parts);
      const meant = figures[code]!;
      // Slips lead both ways: what may have been meant by a figure is also what may be typed for it.
      const typed = slipsOf(meant, 0, true, { low: 1, high: 10 * meant }).filter(({ kind }) => kind !== "digit");
      const stated = typed[seed % typed.length]!.meant;
      const found = check({ ...figures, [code]: stated });
      expect(found.length).toBeGreaterThan(0);
      for (const { suspects } of found) expect(suspects?.[0]).toMatchObject({ cell: placeOf(code), value: meant });
    }),
    { numRuns: 200 },
  );
});

test("of two mistyped cells each contradiction names one of the two first", () => {
  const codes = lines.map((line) => line["Mã số"]!).filter((code) => code.startsWith("C"));
  let named = 0;
  let all = 0;
  fc.assert(
    fc.property(PARTS_OF_ALL, fc.shuffledSubarray(codes, { minLength: 2, maxLength: 2 }), figure, (parts, two, by) => {
      const figures = consistent(parts);
      const places = two.map(placeOf);
      const changed = Object.fromEntries(two.map((code, index) => [code, figures[code]! + by + index * 37]));
      for (const { suspects } of check({ ...figures, ...changed })) {
        all += 1;
        named += Number(places.includes(suspects?.[0]?.cell ?? ""));
      }
    }),
    { numRuns: 100, seed: 4 },
  );
  // Two cells of one row and column apart can be mended by the two other corners as well, so not all are decided.
  expect(named / all).toBeGreaterThan(0.9);
});

test("every contradiction of the published annex has suspects, and the search ends", () => {
  const sheet = asPrinted("pl02");
  const { findings, unchecked } = checkFigures(readFigures(sheet, recognise(sheet, allForms())!));
  const found = findings.filter(({ rule }) => rule.startsWith("QH"));
  expect(found.filter(({ suspects = [] }) => suspects.length === 0)).toEqual([]);
  expect(unchecked.filter(({ reason }) => reason === "suspects")).toEqual([]);
  const first = new Map(found.map(({ code, role, suspects }) => [`${code} ${role}`, suspects![0]!]));
  expect(first.get("NS_21 plan")?.why).toBe("65,3 gõ thành 63,5: đảo hai chữ số.");
  expect(first.get("DD_24 plan")?.why).toBe("8.897 gõ thành 8.987: đảo hai chữ số.");
  expect(first.get("TT_12 plan")?.value).toBe(990);
  expect(first.get("NS_39 actual")?.value).toBe(165_518);
});
