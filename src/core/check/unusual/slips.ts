/** BT3 and BT4: a figure that fits its row once the decimal mark moves. */

import { writeFigure } from "../../number";
import type { FigureRow, FigureTable } from "../../table/figures";
import { kept } from "../../table/kept";
import type { Draft } from "../finding";
import { aboutCell, decimalsOfCell } from "../rule";
import { contradicts, shifted } from "../trial";
import {
  areNeighbours,
  comparable,
  figuresOf,
  growthOf,
  isLike,
  isSmall,
  PEER_ROLES,
  peerCells,
  peersOf,
  type PeerRole,
} from "./peers";

/** ×10, ×100, ×1.000 and back. */
const POWERS = [1, -1, 2, -2, 3, -3] as const;

/** With one column to go by, chance fits more often: a closer fit is asked for. */
const ALONE = 1.2;

/** Every figure that is what its row says, times a power of ten; at most one in a row. */
export function powersOfTen(table: FigureTable): Draft[] {
  const { rows } = table;
  return rows.flatMap((row, index) => {
    const found = kept(table, slipIn, row);
    // What a whole programme does more or less of is no slip of one figure.
    return found && !movedTogether(row, [rows[index - 1], rows[index + 1]]) ? [found] : [];
  });
}

function slipIn(table: FigureTable, row: FigureRow): Draft | undefined {
  if (!row.traits || isSmall(row, table)) return undefined;
  return PEER_ROLES.flatMap((role) => slipOf(row, role, table) ?? [])[0];
}

/** How much a neighbour must have moved the same way. */
const MOVED = 2;

/** Whether a neighbour in the same section moved against the same period as this row did: up or down, by a lot. */
function movedTogether(row: FigureRow, neighbours: readonly (FigureRow | undefined)[]): boolean {
  const own = growthOf(row);
  return neighbours.some((neighbour) => {
    if (!areNeighbours(row, neighbour)) return false;
    const growth = growthOf(neighbour);
    return own > 1 ? growth >= MOVED : growth <= 1 / MOVED;
  });
}

function slipOf(row: FigureRow, role: PeerRole, table: FigureTable): Draft | undefined {
  const cell = comparable(row, role);
  const peers = peersOf(row, role, table);
  if (!cell || peers.length === 0) return undefined;
  // Epidemics come and go by powers of ten; and of two columns alone TH is this year's to answer for.
  if (peers.length === 1 && (role !== "actual" || row.traits?.comparison === "difference")) return undefined;
  const { slipTimes } = table.binding.form!.thresholds;
  const nearness = peers.length === 1 ? Math.min(slipTimes, ALONE) : slipTimes;
  const decimals = decimalsOfCell(cell);
  for (const power of POWERS) {
    const meant = shifted(cell.value, decimals, power);
    if (!isPossible(meant.value, row) || !isLike(meant.value, peers, nearness)) continue;
    if (contradicts(table, { row, role, ...meant })) continue;
    return {
      ...aboutCell("BT3", cell, row, {
        variant: power > 0 ? "down" : "up",
        expected: writeFigure(meant.value, row.traits?.kind === "count" ? 0 : meant.decimals),
        gap: writeFigure(10 ** Math.abs(power), 0),
        working: figuresOf(row),
      }),
      expected: meant.value,
      related: peerCells(row, role),
    };
  }
  return undefined;
}

function isPossible(value: number, { traits }: FigureRow): boolean {
  if (traits?.kind === "count" && !Number.isInteger(value)) return false;
  const { low = -Infinity, high = Infinity } = traits?.bounds ?? {};
  return value >= low && value <= high;
}

/** How far a count may lie from its peers to be taken for what was meant: nothing else explains its fraction. */
const FRACTION_TIMES = 3;

/**
 * 1,244 where 1.244 was meant: a count with a fraction of at most three decimals that, a thousand times larger, is a
 * whole number like the other columns of its row.
 *
 * @returns the count that was meant; undefined where it is no such count, or the row says nothing of it
 */
export function thousandsRead(row: FigureRow, role: PeerRole, table: FigureTable): number | undefined {
  const cell = comparable(row, role);
  if (!cell || row.traits?.kind !== "count" || Number.isInteger(cell.value) || decimalsOfCell(cell) > 3)
    return undefined;
  const { value } = shifted(cell.value, decimalsOfCell(cell), 3);
  // Another column of the row may have been misread in the same way.
  const peers = peersOf(row, role, table).map((peer) => {
    const own = row.cells[peer.role]!;
    return Number.isInteger(own.value) ? peer : { ...peer, value: peer.value * 1000 };
  });
  return Number.isInteger(value) && isLike(value, peers, FRACTION_TIMES) ? value : undefined;
}

/** Counts whose thousands dot was read as a decimal mark, with the figure to put back. */
export function readAsDecimals(table: FigureTable, row: FigureRow): readonly Draft[] {
  return PEER_ROLES.flatMap((role): Draft[] => {
    const meant = thousandsRead(row, role, table);
    const cell = row.cells[role];
    if (meant === undefined || !cell) return [];
    const edit = { row: cell.row, column: cell.column, value: meant };
    return [
      {
        ...aboutCell("BT4", cell, row, { expected: writeFigure(meant, 0), working: figuresOf(row) }),
        expected: meant,
        related: peerCells(row, role),
        ...(cell.cell?.formula === undefined && { edit }),
      },
    ];
  });
}
