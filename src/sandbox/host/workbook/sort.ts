/** Sorting rows or columns of an area. */

import { type Area, intersection } from "./area";
import { copyFormula } from "./references";
import { cellAt } from "./state";
import { type Cell, type CellValue, type Sheet, WorkbookRefusal } from "./types";
import { tellEdited } from "./write";
import { type Workbook } from "./workbook";

export interface Sorting {
  /** Columns (or rows) of the area, from 0. */
  readonly fields: readonly { readonly key: number; readonly ascending: boolean }[];
  readonly matchCase?: boolean;
  readonly hasHeaders?: boolean;
  /** Sorts columns by their rows. */
  readonly byColumns?: boolean;
}

/** Numbers, texts, logical values, errors, as Excel sorts upwards; blanks are last either way. */
const rank = (value: CellValue): number =>
  typeof value === "number" ? 0 : typeof value === "string" ? 1 : typeof value === "boolean" ? 2 : value ? 3 : 4;

function compareValues(one: CellValue, other: CellValue, compareTexts: (a: string, b: string) => number): number {
  const [first, second] = [rank(one), rank(other)];
  if (first !== second) return first - second;
  if (typeof one === "number" && typeof other === "number") return one - other;
  if (typeof one === "string" && typeof other === "string") return compareTexts(one, other);
  return Number(one === true) - Number(other === true);
}

/** Sorts; what is equal keeps its order. Looks move along, as in Excel, and formulas move with their rows as if they were copied. */
export function sortArea(workbook: Workbook, sheet: Sheet, area: Area, sorting: Sorting): void {
  const { fields, matchCase = false, hasHeaders = false, byColumns = false } = sorting;
  if (sheet.merges.some((merge) => intersection(merge, area)))
    throw new WorkbookRefusal("InvalidOperation", "Merged cells cannot be sorted.");
  const start = (byColumns ? area.left : area.top) + (hasHeaders ? 1 : 0);
  const end = byColumns ? area.right : Math.min(area.bottom, sheet.rows.length - 1);
  const [from, to] = byColumns ? [area.top, area.bottom] : [area.left, area.right];
  const at = (line: number, cross: number): [number, number] => (byColumns ? [cross, line] : [line, cross]);
  const { edit } = workbook;
  edit.touch();
  const { compare: compareTexts } = new Intl.Collator("vi", { sensitivity: matchCase ? "variant" : "accent" });
  const lines: { line: number; keys: CellValue[]; cells: (Cell | undefined)[] }[] = [];
  for (let line = start; line <= end; line++) {
    const cells: (Cell | undefined)[] = [];
    for (let cross = from; cross <= to; cross++) cells.push(cellAt(sheet, ...at(line, cross)));
    lines.push({ line, cells, keys: fields.map(({ key }) => cells[key]?.value ?? null) });
  }
  const sorted = lines.toSorted((one, other) => {
    for (const [index, { ascending }] of fields.entries()) {
      const [first, second] = [one.keys[index] ?? null, other.keys[index] ?? null];
      const order = compareValues(first, second, compareTexts);
      if (order !== 0) return ascending || first === null || second === null ? order : -order;
    }
    return 0;
  });
  sorted.forEach(({ line, cells }, index) => {
    const target = start + index;
    if (target === line) return;
    cells.forEach((cell, cross) => {
      const place = at(target, from + cross);
      const by = target - line;
      edit.put(
        sheet,
        ...place,
        cell && {
          ...cell,
          ...(cell.formula === undefined
            ? {}
            : { formula: copyFormula(cell.formula, byColumns ? 0 : by, byColumns ? by : 0) }),
        },
      );
    });
  });
  tellEdited(workbook, sheet, area);
}
