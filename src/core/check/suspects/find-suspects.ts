/**
 * Who is to blame: for findings of broken relations the cells whose change would mend them all, most likely first.
 *
 * A post-step of the check. The parts of a form that no relation ties together are searched one by one, and of a table
 * that is followed only those in which something changed.
 */

import type { Form } from "../../form/types";
import { address, placeOf } from "../../table/grid";
import type { FigureTable } from "../../table/figures";
import { kept } from "../../table/kept";
import type { Draft } from "../finding";
import { partOf, type Part } from "./parts";
import type { Suspect } from "./suspect";
import { suspectsInPart, type PartResult } from "./suspects-in-part";

export interface SuspectOptions {
  /** A1 addresses of cells that were changed a moment ago. */
  readonly recent?: ReadonlySet<string>;
  /** Steps after which the search of a whole table ends; see {@link Budget}. */
  readonly steps?: number;
}

export interface SuspectResult {
  readonly byDraft: ReadonlyMap<Draft, readonly Suspect[]>;
  /** Findings for which not every light set of cells was looked at. */
  readonly gaveUp: readonly Draft[];
}

/** Some thousand contradictions are explained with it; used to the last step it is under a second. */
const STEPS = 200_000;

/** What a part may use at first, and even where many wait behind it: enough for any that is not a tangle. */
const STEPS_AT_FIRST = 2_000;

/** How many times more a tangle may have, where others leave it. */
const MOST_TIMES = 16;

/**
 * Finds the suspects of every finding of a broken relation or comparison, a part of the form in each step. Does nothing
 * where none is.
 */
export function* suspectsInSteps(
  table: FigureTable,
  drafts: readonly Draft[],
  options: SuspectOptions = {},
): Generator<void, SuspectResult, void> {
  const byDraft = new Map<Draft, readonly Suspect[]>();
  const gaveUp: Draft[] = [];
  const { form } = table.binding;
  if (!form) return { byDraft, gaveUp };
  const parts = draftsByPart(form, drafts);
  const recent = recentByPart(form, table, options.recent ?? new Set());
  let left = options.steps ?? STEPS;
  let waiting = parts.size;
  for (const [part, own] of parts) {
    const search = (steps: number) => kept(table, suspectsInPart, part, steps, recent.get(part) ?? "", ...own);
    const result = searched(search, left, waiting);
    left = Math.max(0, left - result.used);
    waiting -= 1;
    own.forEach((draft, index) => {
      const suspects = result.suspects[index]!;
      if (suspects.length > 0) byDraft.set(draft, suspects);
    });
    gaveUp.push(...result.gaveUp);
    yield;
  }
  return { byDraft, gaveUp };
}

/**
 * Few steps first, then as many as a tangle's share is. Numbers of steps are round, so that what a part's search found
 * stays known while the other parts change.
 */
function searched(search: (steps: number) => PartResult, left: number, waiting: number): PartResult {
  const first = search(Math.min(left, STEPS_AT_FIRST));
  const times = Math.min(MOST_TIMES, left / waiting / STEPS_AT_FIRST);
  return first.endedEarly && times >= 2 ? search(STEPS_AT_FIRST * 2 ** Math.floor(Math.log2(times))) : first;
}

/** What suspects are looked for, by the part of the form that it is about. */
function draftsByPart(form: Form, drafts: readonly Draft[]): ReadonlyMap<Part, readonly Draft[]> {
  // What was typed over a formula is itself what was changed.
  const typedOver = new Set(drafts.filter(({ rule }) => rule === "SS5").map(({ row, column }) => address(row, column)));
  const parts = new Map<Part, Draft[]>();
  for (const draft of drafts) {
    const { rule, code, row, column } = draft;
    const comparison = rule === "SS1" || rule === "SS2";
    if (code === undefined || !(rule.startsWith("QH") || (comparison && !typedOver.has(address(row, column)))))
      continue;
    const part = partOf(form, code);
    const own = parts.get(part);
    if (own) own.push(draft);
    else parts.set(part, [draft]);
  }
  return parts;
}

/** The cells that were changed a moment ago, by the part of the form that they belong to: their addresses in one text. */
function recentByPart(form: Form, table: FigureTable, recent: ReadonlySet<string>): ReadonlyMap<Part, string> {
  const parts = new Map<Part, string>();
  for (const at of [...recent].sort()) {
    const place = placeOf(at);
    const code = place && table.bySheetRow.get(place.row)?.code;
    if (code === undefined) continue;
    const part = partOf(form, code);
    const before = parts.get(part);
    parts.set(part, before === undefined ? at : `${before} ${at}`);
  }
  return parts;
}
