/** The other Biểu of the workbook that state indicators of the one that is checked: read on a check that the user asks for. */

import { readMetadata } from "../../core/form/metadata";
import type { CheckResult } from "../../core/check/finding";
import type { FigureTable } from "../../core/table/figures";
import type { Engine } from "../engine";
import type { Context } from "./context";
import { sheetStateOf } from "./reading";
import type { SheetState } from "./types";

/** A table of another sheet, as it stood at the last check. */
export interface Beside {
  readonly sheet: string;
  readonly table: FigureTable;
}

/**
 * Reads the sheets that the workbook knows to hold a form with indicators of this one: one round trip for each, and none
 * where there is no such sheet. A new table beside it that nobody took for a form yet is not among them.
 */
export async function readBeside(context: Context, { snapshot, memory, table }: SheetState): Promise<Beside[]> {
  const form = table?.binding.form?.id;
  if (form === undefined) return [];
  const engine = await context.loadEngine();
  const linked = engine.formsLinkedWith(form);
  const known = new Map([
    ...readMetadata(snapshot.properties).map(({ sheet, formId }) => [sheet, formId] as const),
    ...memory.sheets.flatMap(({ sheet, adopted }) => (adopted ? [[sheet, adopted.formId] as const] : [])),
  ]);
  const asked = snapshot.sheets.filter(({ id, name }) => id !== snapshot.sheet.id && linked.has(known.get(name) ?? ""));
  const found: Beside[] = [];
  for (const { id } of asked) {
    const beside = sheetStateOf(engine, await context.port.read(id));
    if (beside.table) found.push({ sheet: id, table: beside.table });
  }
  return found;
}

/** A table's own result with what the tables beside it say against its figures. */
export function withBeside(
  engine: Engine,
  { snapshot, table }: SheetState,
  result: CheckResult,
  beside: readonly Beside[],
): CheckResult {
  const others = beside.filter(({ sheet }) => sheet !== snapshot.sheet.id).map((one) => one.table);
  if (!table || others.length === 0) return result;
  const across = engine.acrossForms([table, ...others], engine.shippedLinks());
  return engine.withAcross(result, across.get(table) ?? []);
}
