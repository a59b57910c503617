/**
 * What 100.000 cells of SOCUNGKY cost: called directly and through the calculation of the sandbox's workbook, one by one
 * and by ranges, beside the same arithmetic as plain formulas.
 */

import * as functions from "../../src/functions/functions";
import { createCalculator } from "../../src/sandbox/host/calc/calculator";
import type {
  CalcCells,
  CalcChange,
  CalcMatrix,
  CalcValue,
  CustomFunctionCaller,
} from "../../src/sandbox/host/calc/types";
import { heading, median, say } from "./measure";

const ROWS = 100_000;
const SHEET = "s";
const RUNS = 3;

/** TH and CK of every row: figures of one decimal, a blank here and there. */
const INPUTS: readonly (readonly [CalcValue, CalcValue])[] = Array.from({ length: ROWS }, (_, row) => [
  row % 97 === 0 ? null : ((row * 7919) % 100_000) / 10,
  row % 89 === 0 ? null : ((row * 104_729) % 100_000) / 10 + 1,
]);

const ACTUAL: CalcMatrix = INPUTS.map(([actual]) => [actual]);
const SAME_PERIOD: CalcMatrix = INPUTS.map(([, samePeriod]) => [samePeriod]);

/** TH in column A, CK in column B. */
const CELLS: CalcCells = {
  value: (_, row, column) => INPUTS[row]?.[column] ?? null,
  sheetNamed: () => SHEET,
  name: () => undefined,
  extent: () => ({ rows: ROWS, columns: 3 }),
};

const caller: CustomFunctionCaller = (name, args) =>
  name === "SOCUNGKY"
    ? (functions.soCungKy(...(args as unknown as [unknown[][], unknown[][]])) as CalcValue[][])
    : undefined;

interface Measured {
  readonly first: number;
  readonly again: number;
}

/** Puts formulas into a calculation; then every cell is calculated, the first time with reading the formulas. */
function calculating(formulas: readonly string[]): Measured {
  const first: number[] = [];
  const again: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const calculator = createCalculator(CELLS, caller);
    first.push(
      timeOf(() => {
        formulas.forEach((formula, row) => calculator.setFormula(SHEET, row, 2, formula));
        cellsIn(calculator.recalculate([]));
      }),
    );
    again.push(timeOf(() => cellsIn(calculator.recalculateAll())));
  }
  return { first: median(first), again: median(again) };
}

/** @throws Error where not every row came out: then the time says nothing */
function cellsIn(changes: readonly CalcChange[]): void {
  const cells = changes.reduce((sum, { spill }) => sum + (spill?.length ?? 1), 0);
  if (cells !== ROWS) throw new Error(`${cells} cells calculated, not ${ROWS}`);
}

function timeOf(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function direct(work: () => void): number {
  work();
  return median(Array.from({ length: RUNS }, () => timeOf(work)));
}

const each = (formula: (line: number) => string) => Array.from({ length: ROWS }, (_, row) => formula(row + 1));

/** The arithmetic of SOCUNGKY as somebody writes it by hand, blanks kept blank. */
const PLAIN = each((line) => `IF(OR(A${line}="",B${line}="",B${line}=0),"",ROUND((A${line}/B${line}-1)*100,1))`);

export function benchFunctions(): void {
  heading(`SOCUNGKY, ${ROWS.toLocaleString("vi-VN")} cells`);
  const singly = INPUTS.map(([actual, samePeriod]): [unknown[][], unknown[][]] => [[[actual]], [[samePeriod]]]);
  const directly = {
    singly: direct(() => singly.forEach(([actual, samePeriod]) => functions.soCungKy(actual, samePeriod))),
    ranges: direct(() => functions.soCungKy(ACTUAL as unknown[][], SAME_PERIOD as unknown[][])),
  };
  const plain = calculating(PLAIN);
  const own = calculating(each((line) => `SOCUNGKY(A${line},B${line})`));
  const range = calculating([`SOCUNGKY(A1:A${ROWS},B1:B${ROWS})`]);

  const line = (what: string, time: number, peer: number) =>
    say(
      `  ${what.padEnd(44)} ${rate(time).padStart(12)} cells/s, ${(peer / time).toFixed(2)} times the plain formulas`,
    );
  say("Called directly, beside the plain formulas calculated again:");
  line("one by one", directly.singly, plain.again);
  line("by ranges", directly.ranges, plain.again);
  say("Through the calculation of the sandbox, formulas read and calculated:");
  line("plain formulas", plain.first, plain.first);
  line("SOCUNGKY one by one", own.first, plain.first);
  line("SOCUNGKY by ranges", range.first, plain.first);
  say("The same, calculated again:");
  line("plain formulas", plain.again, plain.again);
  line("SOCUNGKY one by one", own.again, plain.again);
  line("SOCUNGKY by ranges", range.again, plain.again);
}

const rate = (time: number) => Math.round((ROWS / time) * 1000).toLocaleString("vi-VN");
