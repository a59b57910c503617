/** What comes of applying a relation, and how a broken one is told. */

import { isIndicator, type InputRole } from "../../form/types";
import { roundHalfAway, writeFigure } from "../../number";
import type { FigureCell, FigureRow, FigureTable } from "../../table/figures";
import { shortLabel } from "../../text/label";
import type { Draft, Level, RuleId, Unchecked } from "../finding";
import type { Relation } from "../relations";
import { aboutCell, isKnown, labelOf, roleWords } from "../rule";
import type { Side, Term } from "./relation-side";

/** What came of applying one relation to one column. */
export type RelationOutcome =
  | { readonly kind: "holds" }
  | { readonly kind: "broken"; readonly draft: Draft }
  /** Figures are missing, so nobody can say. */
  | { readonly kind: "undecided"; readonly unchecked: Unchecked }
  /** The relation says nothing about these cells. */
  | { readonly kind: "silent" };

export const HOLDS: RelationOutcome = { kind: "holds" };
export const SILENT: RelationOutcome = { kind: "silent" };

/** The rule that each relation is checked by. */
export const RELATION_RULES: Readonly<Record<Relation["type"], RuleId>> = {
  total: "QH1",
  part: "QH2",
  rate: "QH3",
  subset: "QH4",
  new: "QH5",
  cumulative: "QH6",
  same: "QH7",
  condition: "QH8",
};

/**
 * A contradiction in TH is for the sender to mend. KH was assigned by decision and CK published last year: there it
 * is mended or explained, as everywhere where a relation is soft.
 */
const levelOf = (role: InputRole, soft: boolean): Level => (role === "actual" && !soft ? "error" : "warning");

/**
 * The outcome where figures are missing: undecided, and silent where nobody asked for them. A row that a form only
 * offers, such as the numerators added for checking a rate, may stay blank as a whole without a word.
 */
export function undecided(
  table: FigureTable,
  row: FigureRow,
  cell: FigureCell,
  codes: readonly string[],
  side: Side,
): RelationOutcome {
  const missing = codes.filter((_, index) => side[index] === undefined);
  const definitions = missing.map((code) => table.binding.form?.byCode.get(code));
  const asked = side.some((term) => term !== undefined);
  if (!asked && !isKnown(cell)) return SILENT;
  if (!asked && !definitions.some((definition) => isIndicator(definition) && definition.required)) return SILENT;
  const names = definitions.map((definition, index) => `“${shortLabel(definition?.label ?? missing[index]!)}”`);
  const unchecked: Unchecked = {
    reason: "missing-figure",
    cell: cell.at,
    ...(row.code && { code: row.code }),
    column: cell.role,
    message: `Chưa đối chiếu được ${roleWords(cell.role)} của “${labelOf(row)}”: thiếu số của ${names.join(", ")}.`,
  };
  return { kind: "undecided", unchecked };
}

export interface Break {
  readonly expected: number;
  readonly decimals: number;
  readonly related: readonly FigureCell[];
  readonly working?: string;
  readonly other?: string;
  readonly reason?: string;
  readonly variant?: string;
  /** Where it is not what the row's figure lacks of what was expected; null where a gap says nothing. */
  readonly gap?: number | null;
  readonly soft?: boolean;
}

/** A broken relation as a draft at the row's own cell. */
export function broken(row: FigureRow, own: Term, role: InputRole, rule: RuleId, found: Break): RelationOutcome {
  const { expected, decimals } = found;
  const gap = found.gap === undefined ? roundHalfAway(own.value - expected, decimals) : found.gap;
  const { low = -Infinity, high = Infinity } = row.traits?.bounds ?? {};
  const impossible = rule === "QH3" && (expected < low || expected > high);
  const variant = impossible ? "impossible" : found.variant;
  const draft: Draft = {
    ...aboutCell(rule, own.cell, row, {
      ...(variant !== undefined && { variant }),
      expected: writeFigure(expected, decimals),
      ...(gap !== null && { gap: writeFigure(Math.abs(gap), decimals) }),
      ...(found.working !== undefined && { working: found.working }),
      ...(found.other !== undefined && { other: found.other }),
      ...(found.reason !== undefined && { reason: found.reason }),
    }),
    level: levelOf(role, found.soft ?? false),
    // What is not to be exceeded is no value to write there: only sums and rates say what the cell should be.
    expected: rule === "QH1" || (rule === "QH3" && !impossible) ? expected : null,
    ...(gap !== null && { gap }),
    related: found.related.map((other) => other.at),
  };
  return { kind: "broken", draft };
}

/** The label of a cell's row, for the working of a finding. */
export function labelFor(table: FigureTable, cell: FigureCell): string {
  return shortLabel(table.bySheetRow.get(cell.row)?.label ?? cell.at);
}
