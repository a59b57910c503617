/** What a cell would have to hold to mend what is broken, and the slip that would explain how it came to be wrong. */

import type { FigureRow, FigureTable } from "../../table/figures";
import { isInputRole, type InputRole } from "../../form/types";
import { decimalsOfCell, INPUT_ROLES } from "../rule";
import { isEmptyBox, meet, noiseAt, type Box } from "./box";
import { haveCommon, toldByComparisons } from "./comparisons";
import { SLIP_STRENGTH, slipsOf, type Slip, type SlipKind } from "./slips";
import { behind, onGrid, writtenRange, type Variable } from "./variable";

export interface Explanation {
  /** The one figure that mends it: no other would, or of those that would one is explained by a slip. */
  readonly value?: number;
  /** Whether no other figure would mend it. */
  readonly forced: boolean;
  /** The figures that would mend it, at the cell's decimals. */
  readonly range: Box;
  readonly slip?: SlipKind;
  /** How much the slip says, 0 to 1; 0 without one. */
  readonly strength: number;
  /** Comparisons beside the cell that would follow then and do not now, less those that would no longer. */
  readonly comparisons: number;
}

/** A range wider than this, relative to the figure, catches some slip by chance. */
const NARROW = 0.05;

/** A slip that says less is not spoken of. */
const TELLING = 0.2;

/** Slips by which few figures can be reached: short figures count as much as long ones. */
const SURE = 0.9;

const POWERS_OF_TEN: ReadonlySet<SlipKind> = new Set(["tenfold", "thousands", "mark"]);

/** From so many digits on behind the first, another figure is rarely a slip away by chance. */
const ENOUGH_DIGITS = 3;

/** A figure copied by mistake is told from two that happen to be equal by its size. */
const SMALLEST_COPY = 10;

/**
 * @param box what the cell may truly be
 * @returns undefined where nothing would mend it but what the cell states already
 */
export function explain(variable: Variable, box: Box, table: FigureTable): Explanation | undefined {
  const { cell, row, whole, decimals } = variable;
  const told = toldByComparisons(row, cell.role as InputRole);
  const range = byComparisons(variable, box, told);
  const forced = range.low === range.high;
  if (forced && range.low === cell.value) return undefined;
  const meant = { low: behind(variable, range.low).low, high: behind(variable, range.high).high };
  const comparisons = differing(told, variable.stated) - differing(told, meant);
  const common = { forced, range, comparisons, strength: 0 };
  const explained = (slip: Slip) => ({
    ...common,
    value: slip.meant,
    slip: slip.kind,
    strength: strengthOf(slip, variable) * (forced ? 1 : HALF),
  });
  const copied = copiedFrom(variable, table);
  const asCopy = copied && { slip: copied, strength: SLIP_STRENGTH[copied] * (forced ? 1 : HALF) };

  const fits = (slip: Slip) => isWritable(slip.meant, decimals) && strengthOf(slip, variable) >= TELLING;
  const slips = slipsOf(cell.value, decimalsOfCell(cell), whole, range).filter(fits);
  if (forced) {
    const [slip] = slips;
    return slip ? explained(slip) : { ...common, value: range.low, ...asCopy };
  }
  if (range.high - range.low > NARROW * Math.abs(cell.value)) {
    // Within a wide range some slip leads by chance; only a figure that is off by whole powers of ten stands out.
    const [slip, ...more] = slips.filter(({ kind }) => POWERS_OF_TEN.has(kind));
    const long = Math.abs(cell.value) >= 10 ** (ENOUGH_DIGITS - 1) || slip?.kind === "thousands";
    return slip && more.length === 0 && long ? explained(slip) : common;
  }
  const best = Math.max(0, ...slips.map((slip) => strengthOf(slip, variable)));
  const [slip, ...more] = slips.filter((other) => strengthOf(other, variable) === best);
  return slip && more.length === 0 && slip.kind !== "digit" ? explained(slip) : { ...common, ...asCopy };
}

/** Where a range of figures would do, a slip that leads into it says half as much. */
const HALF = 0.5;

/**
 * How much a slip says of this cell. In a figure of few digits any other figure is a slip away. A rate that is off by
 * one in its last decimal was rounded otherwise, not typed otherwise.
 */
function strengthOf({ kind, meant }: Slip, { cell, whole, decimals }: Variable): number {
  const strength = SLIP_STRENGTH[kind];
  const unit = 10 ** -Math.max(decimals, decimalsOfCell(cell));
  if (!whole && Math.abs(meant - cell.value) < 1.5 * unit) return 0;
  if (strength >= SURE) return strength;
  const digits = Math.abs(cell.value).toFixed(decimalsOfCell(cell)).replace(".", "").length;
  return strength * Math.min(1, (digits - 1) / ENOUGH_DIGITS);
}

const isWritable = (value: number, decimals: number): boolean =>
  Math.abs(value - Number(value.toFixed(decimals))) <= noiseAt(value);

const differing = (told: readonly Box[], values: Box): number => told.filter((box) => !haveCommon(box, values)).length;

/** The figures at the cell's decimals that mend it; those that the comparisons beside it tell of, where there are any. */
function byComparisons(variable: Variable, box: Box, told: readonly Box[]): Box {
  if (told.length > 0) {
    const narrowed = onGrid(variable, told.reduce(meet, box));
    if (!isEmptyBox(narrowed)) return writtenRange(variable, narrowed);
  }
  return writtenRange(variable, box);
}

/** Whether the cell holds the very figure of a neighbour: another row's, or another column's of its row. */
function copiedFrom({ cell, row, whole }: Variable, table: FigureTable): SlipKind | undefined {
  if (!isInputRole(cell.role) || Math.abs(cell.value) < SMALLEST_COPY) return undefined;
  const sameAs = (other: FigureRow | undefined, role: InputRole) =>
    other?.cells[role]?.value === cell.value && other.measure.id === row.measure.id;
  // Rates of neighbouring rows and columns are often equal in earnest, such as 100.
  if (!whole) return undefined;
  const rows = [table.bySheetRow.get(row.row - 1), table.bySheetRow.get(row.row + 1)];
  if (rows.some((other) => sameAs(other, cell.role as InputRole))) return "otherRow";
  return INPUT_ROLES.some((role) => role !== cell.role && sameAs(row, role)) ? "otherColumn" : undefined;
}
