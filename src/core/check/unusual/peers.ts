/** What a figure may be measured by: the other columns of its row, in its own scale. */

import { shareOfYear } from "../../form/period";
import type { InputRole } from "../../form/types";
import { figureKey, type FigureRow, type FigureTable } from "../../table/figures";
import { isKnown, isTextRow, written, type KnownCell } from "../rule";

/** The columns that state one indicator's figure for comparable times. */
export type PeerRole = Extract<InputRole, "plan" | "actual" | "samePeriod">;

export interface Peer {
  readonly role: PeerRole;
  /** The other column's figure, scaled to the share of the year where one side is a yearly plan of a flow. */
  readonly value: number;
  /** A plan is what somebody wished for, not what happened: it may lie further away. */
  readonly wish: boolean;
}

/** How much further than a figure of the same period a plan may lie from what happens. */
const WISH = 1.7;

/** TH first: it is this year's to answer for. */
export const PEER_ROLES: readonly PeerRole[] = ["actual", "samePeriod", "plan"];

/** A row's cell where it has a figure above zero to compare. */
export function comparable(row: FigureRow, role: PeerRole): KnownCell | undefined {
  const cell = row.cells[role];
  return row.traits && !isTextRow(row) && isKnown(cell) && cell.value > 0 ? cell : undefined;
}

/** The figures of the other columns, in the scale of the one asked for. */
export function peersOf(row: FigureRow, role: PeerRole, table: FigureTable): readonly Peer[] {
  const share = shareFor(row, table);
  return PEER_ROLES.filter((other) => other !== role).flatMap((other): Peer[] => {
    const cell = comparable(row, other);
    const wish = other === "plan" || role === "plan";
    if (!cell || (wish && share === undefined)) return [];
    const scale = other === "plan" ? share! : role === "plan" ? 1 / share! : 1;
    return [{ role: other, value: cell.value * scale, wish }];
  });
}

/** The part of a yearly plan that falls to the period; undefined for a flow whose period is not known. */
function shareFor(row: FigureRow, table: FigureTable): number | undefined {
  if (row.traits?.accrual !== "flow") return 1;
  const { period } = table.binding;
  return period && shareOfYear(period);
}

/** How many times the larger of two figures above zero is the smaller. */
export function timesApart(a: number, b: number): number {
  return a > b ? a / b : b / a;
}

/** Whether a figure is like every one of its peers: less than `times` apart, plans somewhat more. */
export function isLike(value: number, peers: readonly Peer[], times: number): boolean {
  return peers.length > 0 && peers.every((peer) => timesApart(value, peer.value) < times * (peer.wish ? WISH : 1));
}

/** TH / CK; 1 where there is nothing to compare. */
export function growthOf(row: FigureRow): number {
  const [actual, samePeriod] = [comparable(row, "actual"), comparable(row, "samePeriod")];
  return actual && samePeriod ? actual.value / samePeriod.value : 1;
}

/** Whether two rows stand side by side in one section and state the same measure. */
export function areNeighbours(row: FigureRow, other: FigureRow | undefined): other is FigureRow {
  return other?.measure === row.measure && other.indicator?.path.at(-1) === row.indicator?.path.at(-1);
}

/** Whether a row's figures are too small for their changes to say anything. */
export function isSmall(row: FigureRow, table: FigureTable): boolean {
  const least = table.binding.form?.thresholds.smallCount ?? 0;
  const { kind } = row.traits ?? {};
  if (kind === "count") return Math.max(...PEER_ROLES.map((role) => comparable(row, role)?.value ?? 0)) < least;
  const codes = row.indicator?.formula?.codes ?? [];
  // A rate rests on the count above its line, the first code of its formula.
  const base = codes[0] === undefined ? undefined : table.byCode.get(figureKey(codes[0], row.measure.id));
  return base?.traits?.kind === "count" && isSmall(base, table);
}

const SHORT: Readonly<Record<PeerRole, string>> = { actual: "TH", samePeriod: "CK", plan: "KH" };

/** "TH 3.166; CK 73; KH 8.100": the figures that show it, as they stand in the table. */
export function figuresOf(row: FigureRow): string {
  return PEER_ROLES.flatMap((role) => {
    const cell = row.cells[role];
    return isKnown(cell) ? [`${SHORT[role]} ${written(cell)}`] : [];
  }).join("; ");
}

/** The addresses of the other columns' figures. */
export function peerCells(row: FigureRow, role: PeerRole): string[] {
  return PEER_ROLES.flatMap((other) => {
    const cell = row.cells[other];
    return other !== role && isKnown(cell) ? [cell.at] : [];
  });
}
