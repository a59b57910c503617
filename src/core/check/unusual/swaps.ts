/** BT6: two neighbouring rows that have each other's figures. */

import { writeFigure } from "../../number";
import type { FigureRow, FigureTable } from "../../table/figures";
import { kept } from "../../table/kept";
import type { Draft } from "../finding";
import { aboutCell, decimalsOfCell, labelOf, type KnownCell } from "../rule";
import { standing } from "../trial";
import {
  comparable,
  figuresOf,
  isLike,
  isSmall,
  PEER_ROLES,
  peerCells,
  peersOf,
  timesApart,
  type PeerRole,
} from "./peers";

/** How alike a figure must be to the other columns of the row that it was meant for. */
const LIKE = 1.5;

/** Neighbours in which exchanging the figures of one column mends what is out of line in both rows. */
export function swappedRows(table: FigureTable): Draft[] {
  return (table.binding.form?.measures ?? []).flatMap(({ id }) => {
    const rows = table.rows.filter((row) => row.measure.id === id && row.traits);
    return rows.slice(1).flatMap((row, index) => {
      return kept(table, swapWith, row, rows[index]!) ?? [];
    });
  });
}

function swapWith(table: FigureTable, row: FigureRow, above: FigureRow): Draft | undefined {
  if (above.traits!.kind !== row.traits!.kind || above.traits!.unit !== row.traits!.unit) return undefined;
  return PEER_ROLES.flatMap((role) => swapOf(above, row, role, table) ?? [])[0];
}

function swapOf(above: FigureRow, below: FigureRow, role: PeerRole, table: FigureTable): Draft | undefined {
  const first = comparable(above, role);
  const second = comparable(below, role);
  if (!first || !second || first.value === second.value) return undefined;
  if (!byPeers(above, below, role, table) && !byRelations(above, below, first, second, role, table)) return undefined;
  return {
    ...aboutCell("BT6", second, below, {
      other: `“${labelOf(above)}”`,
      expected: writeFigure(first.value, decimalsOfCell(first)),
      working: `${figuresOf(above)} | ${figuresOf(below)}`,
    }),
    expected: first.value,
    // The row that it was exchanged with comes first.
    related: [first.at, ...peerCells(below, role), ...peerCells(above, role)],
  };
}

/** Both figures are far from their own rows' other columns and like each other's, and no relation that holds breaks. */
function byPeers(above: FigureRow, below: FigureRow, role: PeerRole, table: FigureTable): boolean {
  if (isSmall(above, table) || isSmall(below, table)) return false;
  const [first, second] = [comparable(above, role)!, comparable(below, role)!];
  const [peersAbove, peersBelow] = [peersOf(above, role, table), peersOf(below, role, table)];
  // With one column to go by it cannot be told which of the two columns has the rows swapped.
  if (peersAbove.length < 2 || peersBelow.length < 2) return false;
  const { times } = table.binding.form!.thresholds;
  const odd = (cell: KnownCell, peers: typeof peersAbove) =>
    peers.every(({ value }) => timesApart(cell.value, value) >= times);
  if (!odd(first, peersAbove) || !odd(second, peersBelow)) return false;
  if (!isLike(second.value, peersAbove, LIKE) || !isLike(first.value, peersBelow, LIKE)) return false;
  const { before, after } = standings(above, below, first, second, role, table);
  return [...after.broken].every((relation) => before.broken.has(relation));
}

/**
 * A sum or a rate is broken, exchanging the two figures mends all that is broken around the rows, and the rows are then
 * no less like their other columns. Of two figures in the wrong order only, each order mends the other's.
 */
function byRelations(
  above: FigureRow,
  below: FigureRow,
  first: KnownCell,
  second: KnownCell,
  role: PeerRole,
  table: FigureTable,
): boolean {
  // What is quickly asked comes first: this is asked of every two neighbours.
  const distance = (row: FigureRow, value: number) =>
    peersOf(row, role, table).reduce((sum, peer) => sum + Math.log(timesApart(value, peer.value)), 0);
  const exchanged = distance(above, second.value) + distance(below, first.value);
  if (exchanged > distance(above, first.value) + distance(below, second.value)) return false;
  const { broken } = standing(table, [above, below], above.measure, role);
  if (![...broken].some(({ type }) => type === "total" || type === "rate")) return false;
  return standings(above, below, first, second, role, table).after.broken.size === 0;
}

function standings(
  above: FigureRow,
  below: FigureRow,
  first: KnownCell,
  second: KnownCell,
  role: PeerRole,
  table: FigureTable,
) {
  const rows = [above, below];
  const before = standing(table, rows, above.measure, role);
  if (before.broken.size + before.holding.size === 0) return { before, after: before };
  const after = standing(table, rows, above.measure, role, [
    { row: above, role, value: second.value, decimals: decimalsOfCell(second) },
    { row: below, role, value: first.value, decimals: decimalsOfCell(first) },
  ]);
  return { before, after };
}
