/** What holds of the gate whatever the figures and the reasons: it is open only where nothing is left to mend, explain or say. */

import fc from "fast-check";
import { checkFigures } from "../../../src/core/check/engine";
import { withExplanation, type Explanation } from "../../../src/core/check/explanations";
import type { Finding } from "../../../src/core/check/finding";
import { GATE_QUESTIONS, gateOf, type Gate } from "../../../src/core/submit/gate";
import type { FigureTable } from "../../../src/core/table/figures";
import { anyFigure, anyPeriod } from "../../support/arbitraries";
import { FORM, tableOf, type Written } from "../table/support";

const CODES = FORM.indicators.map(({ code }) => code);
/** Figures that are often right, so that the gate is sometimes open: little to explain, and nothing to mend. */
const calm = fc.tuple(fc.integer({ min: 40, max: 60 }), fc.integer({ min: 40, max: 60 }), fc.constant(50));
const wild = fc.tuple(anyFigure, anyFigure, anyFigure);
const lines = fc
  .array(fc.oneof({ arbitrary: calm, weight: 12 }, { arbitrary: wild, weight: 1 }), { minLength: 6, maxLength: 6 })
  .map((all) => all.map((figures, at) => [CODES[at]!, ...figures.map((one) => one ?? null)] as [string, ...Written[]]));
const mostly = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 12 });
const anyTable = fc
  .tuple(lines, mostly(anyPeriod), mostly(fc.constantFrom("Sở Y tế", "  ")), fc.boolean())
  .map(([rows, period, unit, byLabel]): FigureTable => {
    const table = tableOf(FORM, rows, { byLabel, ...(period && { period }) });
    return { ...table, binding: { ...table.binding, ...(unit !== undefined && { unit }) } };
  });

const reasonFor = (table: FigureTable, findings: readonly Finding[]) =>
  findings.reduce<Explanation[]>(
    (given, one) =>
      withExplanation(given, one, table, { text: "Theo quyết định", at: "2024-07-10T00:00:00Z", stale: [] }),
    [],
  );
const blocking = (gate: Gate) => gate.items.flatMap(({ findings }) => findings);
const level = (findings: readonly Finding[], wanted: Finding["level"]) =>
  findings.filter((one) => one.level === wanted);

/** A table, its check, and which of its warnings are left without a reason. */
const asked = (
  property: (table: FigureTable, result: ReturnType<typeof checkFigures>, unexplained: Finding[]) => void,
) =>
  fc.assert(
    fc.property(anyTable, fc.array(fc.nat(30), { maxLength: 2 }), (table, without) => {
      const result = checkFigures(table);
      property(
        table,
        result,
        level(result.findings, "warning").filter((_, at) => without.includes(at)),
      );
    }),
    { numRuns: 40 },
  );
const explainedOf = (all: readonly Finding[], unexplained: readonly Finding[]) =>
  level(all, "warning").filter((one) => !unexplained.includes(one));

test("is open exactly where no error is left, every warning has a reason, every formula a result, and the form, period and unit are known", () => {
  let opened = 0;
  asked((table, result, unexplained) => {
    const { findings, unchecked } = result;
    const gate = gateOf({ table, result, explanations: reasonFor(table, explainedOf(findings, unexplained)) });
    const { period, unit = "" } = table.binding;
    const calculated = unchecked.every(({ reason }) => reason !== "not-calculated");
    const mended = level(findings, "error").length === 0 && unexplained.length === 0;
    expect(gate.ready).toBe(mended && calculated && period !== undefined && unit.trim() !== "");
    if (gate.ready) opened += 1;
    const { header, columns, rows, unbound } = table.binding;
    const unknown = { ...table, binding: { header, columns, rows, unbound, unit: "Sở Y tế" } };
    expect(gateOf({ table: unknown, result, explanations: [] }).ready).toBe(false);
  });
  expect(opened).toBeGreaterThan(0);
});

test("asks each question once, puts each finding that blocks under one of them, and counts every finding", () => {
  asked((table, result, unexplained) => {
    const { findings } = result;
    const explanations = reasonFor(table, explainedOf(findings, unexplained));
    const gate = gateOf({ table, result, explanations });
    expect(gate.items.map(({ question }) => question)).toEqual(GATE_QUESTIONS);
    const all = blocking(gate);
    expect(new Set(all).size).toBe(all.length);
    expect(new Set(all)).toEqual(new Set([...level(findings, "error"), ...unexplained]));
    expect(gate.items.every(({ state, findings: own }) => state === "open" || own.length === 0)).toBe(true);
    const { errors, warnings, hints, explained } = gate.counts;
    expect(errors + warnings + hints).toBe(findings.length);
    expect(gate.explained).toHaveLength(explained);
    expect(gate.items.reduce((sum, item) => sum + item.explained, 0)).toBe(explained);
    expect(gate.stale).toEqual([]);
  });
});

test("stays closed by an error whatever reason is given for it, and by a reason that was given for other figures", () => {
  asked((table, result, unexplained) => {
    const { findings } = result;
    const asWarnings = findings.map((one) => ({ ...one, level: "warning" as const }));
    const all = reasonFor(table, asWarnings);
    expect(blocking(gateOf({ table, result, explanations: all }))).toEqual(level(findings, "error"));
    const outdated = all.map((one) => ({ ...one, figure: `${one.figure}0` }));
    const gate = gateOf({ table, result, explanations: outdated });
    expect([gate.explained, gate.stale]).toEqual([[], outdated]);
    expect(unexplained.every((one) => blocking(gate).includes(one))).toBe(true);
  });
});
