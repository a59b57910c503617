/** The formulas of a sheet as each of its cells has them, where the file writes a formula once for many cells. */
import type { CellPlace } from "../core/table/grid";
import { formulaMover } from "./formula";
import type { RawCell, RawFormula } from "./sheet";

/** A function that must see the cells in the order of the file, and gives the formula of each at once. */
export type FormulaReader = (cell: CellPlace, formula: RawFormula) => string | undefined;

/** Whether this is the cell that carries the text of a shared formula. */
export function isSharedMaster(formula: RawFormula): boolean {
  return formula.type === "shared" && formula.shared !== undefined && formula.text !== "";
}

/** Whether this is a cell that only points at a shared formula. */
export function isSharedFollower(formula: RawFormula): boolean {
  return formula.type === "shared" && formula.shared !== undefined && formula.text === "";
}

/** Reads formulas one after the other; followers get the text of the group's first cell, moved to their place. */
export function formulaReader(): FormulaReader {
  const groups = new Map<string, { text: string; from: CellPlace; move?: (to: CellPlace) => string }>();
  return ({ row, column }, formula) => {
    if (isSharedMaster(formula)) groups.set(formula.shared!, { text: formula.text, from: { row, column } });
    if (!isSharedFollower(formula)) return formula.text === "" ? undefined : formula.text;
    const group = groups.get(formula.shared!);
    if (!group) return undefined;
    group.move ??= formulaMover(group.text, group.from);
    return group.move({ row, column });
  };
}

/** The cells of a shared formula group. */
export interface SharedGroup {
  readonly master: RawCell;
  readonly followers: RawCell[];
}

/** Collects the groups of shared formulas from cells in the order of the file. */
export function collectSharedGroups(cells: Iterable<RawCell>): SharedGroup[] {
  const groups: SharedGroup[] = [];
  const current = new Map<string, SharedGroup>();
  for (const cell of cells) {
    if (!cell.formula) continue;
    if (isSharedMaster(cell.formula)) {
      const group = { master: cell, followers: [] };
      current.set(cell.formula.shared!, group);
      groups.push(group);
    } else if (isSharedFollower(cell.formula)) current.get(cell.formula.shared!)?.followers.push(cell);
  }
  return groups;
}
