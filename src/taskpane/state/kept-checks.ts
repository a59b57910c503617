/** The checks of sheets that the user left for another: they hold again on return, as long as nothing changed. */

import { sameSheet } from "../../core/table/follow-figures";
import type { Beside } from "./beside";
import type { Context } from "./context";
import type { CheckState, SheetState } from "./types";

/** The last check of a sheet, with what it looked at. */
export interface KeptCheck {
  readonly check: CheckState;
  readonly sheet: SheetState;
  readonly beside: readonly Beside[];
}

/** Keeps the check of the sheet that is being left. */
export function keepCheck({ hold, store }: Context): void {
  const { sheet, check } = store.get();
  if (!sheet) return;
  const { id } = sheet.snapshot.sheet;
  if (check) hold.kept.set(id, { check, sheet, beside: hold.beside });
  else hold.kept.delete(id);
}

/** The check of a sheet that is shown again; undefined where the sheet is not as it was checked. */
export function keptCheckOf({ hold }: Context, { snapshot, table }: SheetState): CheckState | undefined {
  const kept = hold.kept.get(snapshot.sheet.id);
  const before = kept?.sheet.table;
  if (!kept || !before || !table || !sameSheet(before, table.grid, table.binding)) return undefined;
  hold.beside = kept.beside;
  return kept.check;
}

/** A sheet changed, or is gone: the checks that were held against it may no longer hold. */
export function forgetChecksBeside({ hold }: Context, sheet: string): void {
  for (const [id, { beside }] of hold.kept) if (beside.some((one) => one.sheet === sheet)) hold.kept.delete(id);
}
