/**
 * The oracle: every published derived cell of Điện Biên's annexes either follows from its inputs, by arithmetic done
 * here and not by the product, or stands in the committed list of published mistakes and is found by a rule of ours.
 */

import { checkTable } from "../../src/core/check/engine";
import type { CheckResult, Finding } from "../../src/core/check/finding";
import { assessTable, countStatuses } from "../../src/core/compare/assess-table";
import { recognise } from "../../src/core/form/recognise";
import { readFigures, type FigureTable } from "../../src/core/table/figures";
import type { Grid } from "../../src/core/table/grid";
import { allForms, formById } from "../../src/forms";
import { asPrinted, asTyped, readCsv, readPublished, type Annex } from "../support/published";

const forms = allForms();
const ANNEXES: readonly Annex[] = ["pl01", "pl02"];

/** code, column, rule, what is printed, why it is a mistake */
const listed = readCsv("published-mistakes.csv").map(([code, column, rule, stated, reason]) => ({
  key: `${code} ${column}`,
  rule: rule!,
  stated: stated!,
  reason: reason!,
}));

function check(grid: Grid): { table: FigureTable; result: CheckResult } {
  const binding = recognise(grid, forms)!;
  return { table: readFigures(grid, binding), result: checkTable(grid, binding) };
}

/** A printed figure with half a unit of its last decimal; counts are exact. Undefined where nothing is printed. */
function printedRange(text: string, exact: boolean): { low: number; high: number } | undefined {
  if (text === "-") return { low: 0, high: 0 };
  const plain = text
    .replace(/^\((.*)\)$/, "-$1")
    .replace(/\./g, "")
    .replace(",", ".");
  if (text === "" || !/^-?\d+(\.\d+)?$/.test(plain)) return undefined;
  const half = exact ? 0 : 0.5 * 10 ** -(plain.split(".")[1]?.length ?? 0);
  return { low: Number(plain) - half, high: Number(plain) + half };
}

type Range = NonNullable<ReturnType<typeof printedRange>>;

/** Whether a printed result may come from an operation on printed inputs, by trying the corners of what they may be. */
function mayBe(stated: string, a: Range, b: Range, operation: (x: number, y: number) => number): boolean {
  const result = stated === "-" ? { low: -0.05, high: 0.05 } : printedRange(stated, false);
  if (!result) return false;
  const corners = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => operation(x, y)));
  return Math.min(...corners) <= result.high + 1e-9 && Math.max(...corners) >= result.low - 1e-9;
}

interface Derived {
  readonly key: string;
  readonly stated: string;
  readonly follows: boolean;
}

function derivedOfPl02(): Derived[] {
  return readPublished("pl02").flatMap(({ code, figures }) => {
    const indicator = formById("PL02")!.byCode.get(code);
    if (indicator?.row !== "indicator") return [];
    const exact = indicator.kind === "count";
    const [plan, actual, samePeriod] = figures.slice(0, 3).map((text) => printedRange(text, exact));
    const [vsPlan, vsSamePeriod] = figures.slice(3) as [string, string];
    const growth = (x: number, y: number) => (x === 0 && y === 0 ? 0 : (x / y - 1) * 100);
    const operation = indicator.comparison === "percent" ? growth : (x: number, y: number) => x - y;
    const from = (stated: string, base: Range | undefined, how: (x: number, y: number) => number) =>
      stated === "-" && (!actual || !base) ? true : !!actual && !!base && mayBe(stated, actual, base, how);
    return [
      { key: `${code} vsPlan`, stated: vsPlan, follows: from(vsPlan, plan, (x, y) => (x / y) * 100) },
      { key: `${code} vsSamePeriod`, stated: vsSamePeriod, follows: from(vsSamePeriod, samePeriod, operation) },
    ].filter(({ stated }) => stated !== "");
  });
}

function derivedOfPl01(): Derived[] {
  return readPublished("pl01").flatMap(({ code, figures }) =>
    ["mac", "chet"].flatMap((measure, index) => {
      const stated = figures[4 + index]!;
      const zero = { low: 0, high: 0 };
      const [now, before] = [figures[index]!, figures[2 + index]!].map((text) => printedRange(text, true) ?? zero);
      const follows = mayBe(stated, now!, before!, (x, y) => x - y);
      return stated === "" ? [] : [{ key: `${code}/${measure} vsSamePeriod`, stated, follows }];
    }),
  );
}

const isDerived = (finding: Finding) => finding.role === "vsPlan" || finding.role === "vsSamePeriod";
const keyOf = ({ code, measure, role }: Finding) => `${code}${measure ? `/${measure}` : ""} ${role}`;
/** What must not depend on whether a figure was typed as a number or as text. */
const comparable = (result: CheckResult) =>
  result.findings
    .filter(({ rule }) => rule !== "SO1")
    .map(({ rule, level, code, measure, role, expected, message }) => ({
      rule,
      level,
      code,
      measure,
      role,
      expected,
      message,
    }));

describe("the published derived cells", () => {
  const derived = [...derivedOfPl01(), ...derivedOfPl02()];
  const wrong = derived.filter(({ follows }) => !follows);

  test("more than a thousand, and each wrong one is in the list of published mistakes", () => {
    expect(wrong.map(({ key, stated }) => `${key} ${stated}`).sort()).toEqual(
      listed.map(({ key, stated }) => `${key} ${stated}`).sort(),
    );
    expect(derived.length).toBeGreaterThan(1000);
    process.stdout.write(
      `Oracle: ${derived.length} published derived cells, ${derived.length - wrong.length} follow from their inputs, ${wrong.length} are published mistakes.\n`,
    );
  });

  test.each(ANNEXES)("%s: every mistake is found by its rule, and no other derived cell is accused", (annex) => {
    const found = check(asPrinted(annex)).result.findings.filter(
      (finding) => isDerived(finding) && finding.level !== "hint",
    );
    const accused = found.filter(({ rule }) => rule !== "SO1").map((finding) => `${keyOf(finding)} ${finding.rule}`);
    const own = new Set(derived.map(({ key }) => key).filter((key) => key.startsWith("BTN_") === (annex === "pl01")));
    expect(accused.sort()).toEqual(
      listed
        .filter(({ key }) => own.has(key))
        .map(({ key, rule }) => `${key} ${rule}`)
        .sort(),
    );
  });

  test("every listed mistake says why", () => {
    for (const { reason } of listed) expect(reason.length).toBeGreaterThan(10);
  });
});

describe("the published input columns", () => {
  test("the contradictions between rows are these and no others", () => {
    const { result } = check(asPrinted("pl02"));
    const found = result.findings.filter(({ rule }) => rule.startsWith("QH"));
    const expected = readCsv("published-contradictions.csv").map(([code, column, rule]) => `${code} ${column} ${rule}`);
    expect(found.map((finding) => `${keyOf(finding)} ${finding.rule}`).sort()).toEqual(expected.sort());
  });

  test("the unusual figures are these and no others, each odd on the printed page", () => {
    const { result } = check(asPrinted("pl02"));
    const found = result.findings.filter(({ rule }) => rule.startsWith("BT") || rule === "KH3");
    const expected = readCsv("published-unusual.csv").map(([code, column, rule]) => `${code} ${column} ${rule}`);
    expect(found.map((finding) => `${keyOf(finding)} ${finding.rule}`).sort()).toEqual(expected.sort());
  });

  test("every error and warning is listed with its reason; what is not collected and typed as text aside", () => {
    const { result } = check(asPrinted("pl02"));
    const lists = ["published-mistakes.csv", "published-contradictions.csv", "published-unusual.csv"];
    const reasons = new Set(lists.flatMap(readCsv).map(([code, column, rule]) => `${code} ${column} ${rule}`));
    const accused = result.findings.filter(({ level, rule }) => level !== "hint" && !/^(SO1|TH)/.test(rule));
    expect(accused.filter((finding) => !reasons.has(`${keyOf(finding)} ${finding.rule}`))).toEqual([]);
  });

  test("targets that are not met are hints, as many as the assessment counts", () => {
    const { table, result } = check(asPrinted("pl02"));
    const counts = countStatuses(assessTable(table));
    const told = (rule: string) => result.findings.filter((finding) => finding.rule === rule);
    expect([told("KH1").length, told("KH2").length]).toEqual([counts.unmet, counts.behind]);
    expect([...told("KH1"), ...told("KH2")].every(({ level }) => level === "hint")).toBe(true);
  });

  test("PL01 has none", () => {
    const { result } = check(asPrinted("pl01"));
    expect(result.findings.filter(({ rule }) => rule !== "SO1")).toEqual([]);
  });
});

describe("the same annex typed by hand", () => {
  test.each(ANNEXES)("%s is recognised by its header and labels, every row of it", (annex) => {
    const { table } = check(asTyped(annex));
    const { binding } = table;
    expect(binding.form?.id).toBe(annex.toUpperCase());
    expect(binding.period).toEqual({ span: "half", year: 2024 });
    expect(binding.rows.map(({ code }) => code)).toEqual(readPublished(annex).map(({ code }) => code));
    expect(binding.unbound).toEqual([]);
    for (const { confidence } of binding.rows) expect(confidence).toBeGreaterThanOrEqual(0.9);
  });

  test.each(ANNEXES)("%s gives the same findings as the printed table", (annex) => {
    expect(comparable(check(asTyped(annex)).result)).toEqual(comparable(check(asPrinted(annex)).result));
  });

  test("figures typed as text are found, each of them", () => {
    const grid = asTyped("pl02", 17);
    const figureColumns = [2, 3, 4, 5, 6];
    const texts = grid.rows
      .slice(5)
      .flatMap((row) => figureColumns.map((column) => row[column]?.value))
      .filter((value) => typeof value === "string" && /^[-(]?\d[\d.,]*\)?$/.test(value));
    const { result } = check(grid);
    expect(texts.length).toBeGreaterThan(100);
    expect(result.findings.filter(({ rule }) => rule === "SO1")).toHaveLength(texts.length);
  });
});
