/**
 * The calculation of the sandbox's workbook.
 *
 * Formulas are compiled once (see compile.ts for the choice of libraries). A change makes stale what reads it, directly or
 * through other formulas, and only that is calculated, each formula after those that it reads.
 *
 * Where it is not Excel: dates typed as texts are not turned into numbers in arithmetic, texts are turned into numbers the
 * en-US way, LET and LAMBDA are not known, hidden rows are not told to SUBTOTAL, and relative references in defined names
 * are taken as they stand. A circle of formulas comes to 0, as Excel shows it after its warning.
 */

import { compile, type Compiled } from "./compile";
import { createDependents, type Entry } from "./dependents";
import { settled, type Environment } from "./environment";
import { ordered } from "./order";
import {
  type CalcCells,
  type CalcChange,
  type CalcMatrix,
  type CalcPlace,
  type CalcValue,
  type Calculator,
  type CustomFunctionCaller,
} from "./types";
import { asResult, isArea, isMatrix, VALUE, type Area } from "./values";

interface Formula {
  readonly place: CalcPlace;
  readonly text: string;
  compiled: Compiled | undefined;
  entries: readonly Entry<Formula>[];
  value: CalcValue;
  spill: CalcMatrix | undefined;
  state: "fresh" | "stale" | "calculating";
}

const NONE: readonly Formula[] = [];

/** As many as a sheet has columns. */
const STRIDE = 16_384;
/** A cell's number within its sheet. */
const keyOf = (row: number, column: number) => row * STRIDE + column;

/** Makes a calculation over the cells of a workbook. */
export function createCalculator(cells: CalcCells, custom: CustomFunctionCaller): Calculator {
  const sheets = new Map<string, Map<number, Formula>>();
  const dependents = createDependents<Formula>();
  const volatile = new Set<Formula>();
  const unsettled = new Set<Formula>();
  /** Set since the last calculation. */
  const pending = new Set<Formula>();

  const formulaAt = (sheet: string, row: number, column: number) => sheets.get(sheet)?.get(keyOf(row, column));

  const read = (sheet: string, row: number, column: number): CalcValue => {
    const formula = formulaAt(sheet, row, column);
    if (!formula) return cells.value(sheet, row, column);
    // Stale here only where the order could not be known: behind OFFSET, INDIRECT and their like.
    if (formula.state === "stale") calculate(formula);
    return formula.state === "calculating" ? 0 : formula.value;
  };

  const spillAt = ({ sheet, row, column }: CalcPlace): Area | undefined => {
    const formula = formulaAt(sheet, row, column);
    if (formula?.state === "stale") calculate(formula);
    const spill = formula?.spill;
    if (!spill) return undefined;
    return { sheet, top: row, left: column, bottom: row + spill.length - 1, right: column + spill[0]!.length - 1 };
  };

  const environmentOf = (at: CalcPlace): Environment => ({ cells, custom, at, read, spillAt });

  const calculate = (formula: Formula): void => {
    formula.state = "calculating";
    const environment = environmentOf(formula.place);
    const result = settled(compiledOf(formula).part(environment), environment);
    if (isMatrix(result)) {
      const shown = result.map((line) => line.map(asResult));
      const single = shown.length === 1 && shown[0]!.length === 1;
      formula.value = shown[0]?.[0] ?? VALUE;
      formula.spill = single || shown.length === 0 ? undefined : shown;
    } else {
      formula.value = isArea(result) ? VALUE : asResult(result);
      formula.spill = undefined;
    }
    formula.state = "fresh";
  };

  const compiledOf = (formula: Formula): Compiled => {
    if (formula.compiled) return formula.compiled;
    const compiled = compile(formula.text, formula.place, cells);
    formula.compiled = compiled;
    formula.entries = compiled.reads.map((area) => dependents.add(area, formula));
    if (compiled.volatile) volatile.add(formula);
    if (compiled.hangsOnNames) unsettled.add(formula);
    return compiled;
  };

  /** Takes back what compiling entered; the formula is compiled anew when it is next wanted. */
  const release = (formula: Formula): void => {
    formula.entries.forEach((entry) => dependents.remove(entry));
    formula.entries = [];
    formula.compiled = undefined;
    volatile.delete(formula);
    unsettled.delete(formula);
  };

  const drop = (formula: Formula): void => {
    release(formula);
    pending.delete(formula);
  };

  const run = (seeds: Iterable<Formula>, changed: readonly CalcPlace[]): CalcChange[] => {
    const stale = new Set<Formula>();
    const queue: Formula[] = [];
    const mark = (formula: Formula) => {
      if (stale.has(formula)) return;
      stale.add(formula);
      queue.push(formula);
    };
    for (const formula of seeds) {
      compiledOf(formula);
      mark(formula);
    }
    for (const place of changed) dependents.visit(place, mark);
    // The queue grows while it is gone through.
    for (const formula of queue) dependents.visit(formula.place, mark);

    const readersOf = (formula: Formula): readonly Formula[] => {
      let readers = NONE;
      dependents.visit(formula.place, (reader) => {
        // All that read a stale formula are stale themselves.
        if (readers === NONE) readers = [reader];
        else (readers as Formula[]).push(reader);
      });
      return readers;
    };
    const { sequence, circular } = ordered(stale, readersOf);
    for (const formula of sequence) formula.state = "stale";
    for (const formula of circular) Object.assign(formula, { value: 0, spill: undefined, state: "fresh" });
    for (const formula of sequence) if (formula.state === "stale") calculate(formula);
    return [...stale].map(({ place, value, spill }) => ({ ...place, value, ...(spill && { spill }) }));
  };

  return {
    setFormula(sheet, row, column, text) {
      let formulas = sheets.get(sheet);
      const key = keyOf(row, column);
      const old = formulas?.get(key);
      if (old) {
        drop(old);
        formulas?.delete(key);
      }
      if (text === undefined) return;
      if (!formulas) sheets.set(sheet, (formulas = new Map<number, Formula>()));
      const place = { sheet, row, column };
      const formula: Formula = {
        place,
        text,
        compiled: undefined,
        entries: [],
        value: cells.value(sheet, row, column),
        spill: undefined,
        state: "fresh",
      };
      formulas.set(key, formula);
      pending.add(formula);
    },
    forgetSheet(sheet) {
      sheets.get(sheet)?.forEach(drop);
      sheets.delete(sheet);
      for (const reader of dependents.readersOf(sheet)) {
        release(reader);
        pending.add(reader);
      }
    },
    clear() {
      sheets.clear();
      dependents.clear();
      volatile.clear();
      unsettled.clear();
      pending.clear();
    },
    recalculate(changed) {
      const seeds = new Set([...pending, ...volatile]);
      const overruled = changed.filter((place) => {
        const formula = formulaAt(place.sheet, place.row, place.column);
        // The workbook had the last word on a formula's cell: `#SPILL!`, where an array found no room.
        if (formula && !pending.has(formula)) formula.value = cells.value(place.sheet, place.row, place.column);
        return formula !== undefined && !pending.has(formula);
      });
      pending.clear();
      for (const { sheet, row, column } of overruled) {
        const formula = formulaAt(sheet, row, column)!;
        if (volatile.has(formula)) seeds.delete(formula);
      }
      return run(seeds, changed);
    },
    recalculateAll() {
      for (const formula of [...unsettled]) release(formula);
      pending.clear();
      return run(
        [...sheets.values()].flatMap((formulas) => [...formulas.values()]),
        [],
      );
    },
  };
}
