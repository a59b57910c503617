/** What the sentences of the view Kết quả tell of. */

import type { Telling } from "../../core/report/selected";
import type { Engine } from "../engine";
import type { PaneState, SheetState } from "./types";

/** The sentences of what is asked for, on a sheet as it was read; undefined where it has none to tell of. */
export function tellingOf(
  engine: Engine,
  { table, snapshot }: SheetState,
  { section, selected }: Pick<PaneState["sentences"], "section" | "selected">,
): Telling | undefined {
  if (!table?.binding.form) return undefined;
  if (section !== undefined) return engine.tellSection(table, section);
  return selected?.sheet === snapshot.sheet.id ? engine.tellSelected(table, selected.areas) : undefined;
}
