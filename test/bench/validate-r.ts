/**
 * The same sums, rates, parts and bounds of PL02 on the same figures in R's package `validate`, which statistics offices
 * check data with. R is measured inside R, without its start and without reading; its rules are generated from the form's
 * definition, and it starts from figures as read, as ours does. Beside it stands the time of all that our check does.
 *
 * Needs Rscript with the package `validate` (on Debian r-base-core and, where the release has it, r-cran-validate; else
 * `install.packages("validate")`); says so and measures nothing where they are absent.
 */

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { checkTable } from "../../src/core/check/engine";
import { numberRules } from "../../src/core/check/rules/number-rules";
import { relationOutcomes } from "../../src/core/check/rules/relation-rules";
import type { Form, Indicator, InputRole } from "../../src/core/form/types";
import { figureKey, readFigures, type FigureTable } from "../../src/core/table/figures";
import { subject } from "./checking";
import { heading, ms, say, time } from "./measure";

/** By this factor at least ours must be ahead. */
const AHEAD = 20;
const ROLES: readonly InputRole[] = ["plan", "actual", "samePeriod"];
/** The rules of a form in R's language, over one variable a row of the form and one record a column. */
export function rulesForR(form: Form): { readonly name: string; readonly rule: string }[] {
  return form.indicators.flatMap((row) => rulesOf(row).map((rule, index) => ({ name: `${row.code}.${index}`, rule })));
}

function rulesOf(row: Indicator): string[] {
  const { code, decimals, bounds } = row;
  const half = 0.5 * 10 ** -decimals;
  return [
    ...(row.total ? [`abs(${code} - (${row.total.text})) <= 1e-9`] : []),
    // A rate is right when it may be rounded to what is stated.
    ...(row.formula ? [`abs(${code} - (${row.formula.text})) <= ${half + 1e-9}`] : []),
    ...[...row.partOf, ...row.subsetOf, ...row.newOf].map((other) => `${code} <= ${other}`),
    ...row.sameAs.map((other) => `${code} == ${other}`),
    ...(bounds?.low === undefined ? [] : [`${code} >= ${bounds.low}`]),
    ...(bounds?.high === undefined ? [] : [`${code} <= ${bounds.high}`]),
  ];
}

/** One record a column: KH, TH, CK. */
function recordsOf(table: FigureTable, form: Form): string {
  const codes = form.indicators.map(({ code }) => code);
  const lines = ROLES.map((role) =>
    codes.map((code) => table.byCode.get(figureKey(code, ""))?.cells[role]?.value ?? "NA"),
  );
  return Papa.unparse([codes, ...lines]);
}

/** Warms up, measures, and prints a line for us: version, median in milliseconds, rules, failures. */
const SCRIPT = `
suppressPackageStartupMessages(library(validate))
figures <- read.csv("figures.csv", colClasses = "numeric")
rules <- validator(.data = read.csv("rules.csv", stringsAsFactors = FALSE))
for (run in 1:3) result <- confront(figures, rules)
times <- sapply(1:15, function(run) {
  start <- Sys.time()
  confront(figures, rules)
  as.numeric(difftime(Sys.time(), start, units = "secs")) * 1000
})
outcome <- summary(result)
cat(as.character(packageVersion("validate")), median(times), length(rules), sum(outcome$fails), sum(outcome$error), "\\n")
`;

interface Measured {
  readonly version: string;
  readonly median: number;
  readonly rules: number;
  readonly fails: number;
  readonly errors: number;
}

/** @returns what R says, or why it was not measured */
function measureR(table: FigureTable, form: Form): Measured | string {
  const probe = spawnSync("Rscript", ["-e", "packageVersion('validate')"], { encoding: "utf8" });
  if (probe.error) return "Rscript is not installed here (Debian: r-base-core)";
  if (probe.status !== 0) return "R's package validate is not installed here (r-cran-validate, or from CRAN)";
  const folder = mkdtempSync(join(tmpdir(), "bieu-validate-"));
  try {
    writeFileSync(join(folder, "figures.csv"), recordsOf(table, form));
    writeFileSync(join(folder, "rules.csv"), Papa.unparse(rulesForR(form)));
    writeFileSync(join(folder, "measure.R"), SCRIPT);
    const run = spawnSync("Rscript", ["--vanilla", "measure.R"], { cwd: folder, encoding: "utf8", timeout: 300_000 });
    if (run.status !== 0) throw new Error(`R failed: ${run.stderr}`);
    const [version, median, rules, fails, errors] = run.stdout.trim().split(" ");
    return {
      version: version!,
      median: Number(median),
      rules: Number(rules),
      fails: Number(fails),
      errors: Number(errors),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The rules of bounds, on figures that are already read, as R has them. */
const boundRules = numberRules.filter(({ id }) => id === "SO4" || id === "SO6");

/** The same sums, rates, parts and bounds as R's, of the same three columns. */
function sameWork(table: FigureTable): number {
  let broken = 0;
  for (const { kind } of relationOutcomes(table)) if (kind === "broken") broken += 1;
  for (const row of table.rows) {
    for (const role of ROLES) {
      const cell = row.cells[role];
      if (cell && boundRules.some((rule) => rule.cell?.(cell, row, table))) broken += 1;
    }
  }
  return broken;
}

/** Prints both times, what both found, and their ratio: for the same rules, and for all that our check does. */
export function benchValidateR(): void {
  heading("The sums, rates, parts and bounds of PL02 in R's validate");
  const { grid, binding } = subject(1);
  const table = readFigures(grid, binding);
  const measured = measureR(table, binding.form!);
  if (typeof measured === "string") return void say(`  ${measured}: not measured.`);
  const same = time(() => sameWork(table));
  const whole = time(() => checkTable(grid, binding));
  say(
    `  validate ${measured.version}: ${measured.rules} rules over three columns ${ms(measured.median)}, ${measured.fails} failures, ${measured.errors} rules in error`,
  );
  say(`  ours, the same rules on figures as read: ${ms(same)}, ${sameWork(table)} failures`);
  say(
    "  (validate has one tolerance a rule, ours the decimals of each cell: so it fails rates that are stated coarser)",
  );
  say(
    `  ours, all of a check from the cells' texts on, suspects and unusual figures too: ${ms(whole)}, validate / ours ${(measured.median / whole).toFixed(1)}`,
  );
  const ratio = measured.median / same;
  say(
    `  validate / ours, the same rules: ${ratio.toFixed(0)}; ahead by ${AHEAD} or more: ${ratio >= AHEAD ? "held" : "NOT held"}`,
  );
}
