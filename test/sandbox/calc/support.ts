/** A workbook that holds just enough for the calculation: values by address, names, tables, and spilled arrays. */

import { parseA1Ref } from "@borgar/fx";
import * as functions from "../../../src/functions/functions";
import { createCalculator } from "../../../src/sandbox/host/calc/calculator";
import type {
  CalcMatrix,
  CalcPlace,
  CalcTable,
  CalcValue,
  CustomFunctionCaller,
} from "../../../src/sandbox/host/calc/types";
import { setUpRuntime, type RuntimeError } from "../../functions/runtime";

setUpRuntime();

const OURS: Readonly<Record<string, (...args: never[]) => unknown[][]>> = {
  SOVOIKH: functions.soVoiKh,
  SOCUNGKY: functions.soCungKy,
  DANHGIA: functions.danhGia,
  TYLE: functions.tyLe,
  DOCSO: functions.docSo,
};

/** Calls our functions as Excel does: errors as objects with a code, blank cells as null. */
export const ours: CustomFunctionCaller = (name, args) => {
  const call = OURS[name] as ((...args: unknown[]) => unknown[][]) | undefined;
  const handed = args.map((matrix) =>
    matrix.map((line) => line.map((cell) => (typeof cell === "object" && cell ? { code: cell.error } : cell))),
  );
  return call?.(...handed).map((line) =>
    line.map((cell) =>
      typeof cell === "object" && cell ? { error: (cell as RuntimeError).code } : (cell as CalcValue),
    ),
  );
};

export interface Desk {
  /** Types values and formulas, by address: `A1` in the sheet "Biểu 1", or `Hai!A1`; then calculates. */
  readonly type: (contents: Readonly<Record<string, CalcValue>>) => void;
  readonly show: (...addresses: string[]) => CalcValue[];
  /** Addresses that the last typing calculated. */
  readonly calculated: () => string[];
  readonly name: (name: string, formula: string | undefined) => void;
  readonly table: (name: string, table: CalcTable) => void;
  readonly dropSheet: (name: string) => void;
  readonly recalculateAll: () => void;
}

const SHEETS = ["Biểu 1", "Hai"];

export function desk(custom: CustomFunctionCaller = ours): Desk {
  const sheets = [...SHEETS];
  const values = new Map<string, CalcValue>();
  const names = new Map<string, string>();
  const tables = new Map<string, CalcTable>();
  const spilled = new Map<string, string[]>();
  let last: string[] = [];

  const key = ({ sheet, row, column }: CalcPlace) => `${sheet}!${row},${column}`;
  const placeOf = (address: string): CalcPlace => {
    const reference = parseA1Ref(address)!;
    if (!("range" in reference)) throw new Error(address);
    return { sheet: reference.context?.[0] ?? "Biểu 1", row: reference.range.top!, column: reference.range.left! };
  };
  const calculator = createCalculator(
    {
      value: (sheet, row, column) => values.get(key({ sheet, row, column })) ?? null,
      sheetNamed: (name) => sheets.find((sheet) => sheet.toLowerCase() === name.toLowerCase()),
      name: (name) => names.get(name.toLowerCase()),
      extent: (sheet) => {
        const places = [...values.keys()].filter((at) => at.startsWith(`${sheet}!`));
        const [rows, columns] = [0, 1].map((part) => places.map((at) => Number(at.split("!")[1]!.split(",")[part])));
        return {
          rows: Math.max(0, ...rows!.map((row) => row + 1)),
          columns: Math.max(0, ...columns!.map((c) => c + 1)),
        };
      },
      table: (name) => tables.get(name.toLowerCase()),
    },
    custom,
  );

  /** Puts the results into cells; an array goes where it has room, else its cell shows `#SPILL!`. */
  const take = (changes: ReturnType<typeof calculator.recalculate>): CalcPlace[] =>
    changes.flatMap(({ value, spill, ...place }) => {
      const at = key(place);
      const more: CalcPlace[] = [];
      for (const old of spilled.get(at) ?? []) values.delete(old);
      spilled.delete(at);
      const cells = spill ? placesOf(place, spill).slice(1) : [];
      const blocked = cells.some(({ at: cell }) => (values.get(key(cell)) ?? null) !== null);
      values.set(at, blocked ? { error: "#SPILL!" } : value);
      if (blocked) more.push(place);
      else for (const cell of cells) values.set(key(cell.at), cell.value);
      if (!blocked && cells.length > 0)
        spilled.set(
          at,
          cells.map((cell) => key(cell.at)),
        );
      return [...more, ...(blocked ? [] : cells.map((cell) => cell.at))];
    });

  const settle = (first: CalcPlace[], all = false) => {
    last = [];
    let changed: CalcPlace[] = first;
    for (let round = 0; round < 10 && (round === 0 || changed.length > 0); round += 1) {
      const changes = all && round === 0 ? calculator.recalculateAll() : calculator.recalculate(changed);
      last.push(...changes.map(({ sheet, row, column }) => `${sheet}!${String.fromCharCode(65 + column)}${row + 1}`));
      changed = take(changes);
    }
  };

  return {
    type(contents) {
      const changed = Object.entries(contents).map(([address, content]) => {
        const place = placeOf(address);
        const formula = typeof content === "string" && content.startsWith("=") ? content : undefined;
        calculator.setFormula(place.sheet, place.row, place.column, formula);
        if (formula === undefined && content === null) values.delete(key(place));
        else values.set(key(place), formula === undefined ? content : 0);
        return place;
      });
      settle(changed);
    },
    show: (...addresses) => addresses.map((address) => values.get(key(placeOf(address))) ?? null),
    calculated: () => last,
    name(name, formula) {
      if (formula === undefined) names.delete(name.toLowerCase());
      else names.set(name.toLowerCase(), formula);
    },
    table: (name, table) => tables.set(name.toLowerCase(), table),
    dropSheet(name) {
      sheets.splice(sheets.indexOf(name), 1);
      calculator.forgetSheet(name);
      settle([]);
    },
    recalculateAll: () => settle([], true),
  };
}

function placesOf(from: CalcPlace, spill: CalcMatrix): { at: CalcPlace; value: CalcValue }[] {
  return spill.flatMap((line, down) =>
    line.map((value, across) => ({
      at: { sheet: from.sheet, row: from.row + down, column: from.column + across },
      value,
    })),
  );
}

/** What one formula comes to over some cells. */
export function result(formula: string, contents: Readonly<Record<string, CalcValue>> = {}): CalcValue {
  const at = desk();
  at.type({ ...contents, Z99: formula.startsWith("=") ? formula : `=${formula}` });
  return at.show("Z99")[0]!;
}
