/** The gate before sending, as the open sheet and its last check answer it. */

import type { CheckResult } from "../../core/check/finding";
import { gateOf, type Gate } from "../../core/submit/gate";
import type { FigureTable } from "../../core/table/figures";
import { periodOf, unitOf } from "./selectors";
import type { PaneState, SheetState } from "./types";

/** The table as it is sent: with the period and unit that the workbook says, wherever it says them. */
export function tableToSend(sheet: SheetState): FigureTable | undefined {
  const { table } = sheet;
  if (!table) return undefined;
  const period = periodOf(sheet);
  return { ...table, binding: { ...table.binding, ...(period && { period }), unit: unitOf(sheet).trim() } };
}

/** What a fresh check says to the five questions. Rules that are ignored while working count. */
export function askGate(sheet: SheetState, table: FigureTable, result: CheckResult): Gate {
  const { adoption } = sheet;
  const madeWith =
    adoption.kind === "ours"
      ? adoption.metadata?.version
      : adoption.kind === "adopted"
        ? adoption.adopted.version
        : undefined;
  const explanations = sheet.remembered?.explanations ?? [];
  return gateOf({ table, result, explanations, ...(madeWith !== undefined && { madeWith }) });
}

const known = new WeakMap<CheckResult, { readonly sheet: SheetState; readonly gate: Gate | undefined }>();

/** The gate as the last check leaves it; undefined before a check, and where that may no longer hold. */
export function gateNow({ check, sheet }: Pick<PaneState, "check" | "sheet">): Gate | undefined {
  if (!check || check.stale || !sheet) return undefined;
  const before = known.get(check.result);
  if (before?.sheet === sheet) return before.gate;
  const table = tableToSend(sheet);
  const gate = table && askGate(sheet, table, check.result);
  known.set(check.result, { sheet, gate });
  return gate;
}
