/** Điện Biên's Phụ lục 02 of the first half of 2024, as published: the sample that a newcomer meets. */

import Papa from "papaparse";
import type { SheetLayout } from "../../core/form/layout";
import { readFigure } from "../../core/number";
import type { CellEdit } from "../../core/table/grid";

/** What the sample is a report of. */
export const DIEN_BIEN = { formId: "PL02", period: "2024-6T", unit: "Sở Y tế tỉnh Điện Biên" } as const;

/** The published figures' columns: Mã số, TT, Chỉ tiêu, then these. */
const ROLES = ["plan", "actual", "samePeriod"] as const;
const FIRST_FIGURE = 3;

/** What a published cell holds when typed into Excel: a number where it is one, else its text. */
function typed(text: string): number | string | null {
  const figure = readFigure(text, { separators: "vi" });
  if (figure.kind === "number") return figure.value;
  return text === "" ? null : text;
}

/**
 * The edits that put published figures into a new sheet of the form; what is derived is left for the user to fill.
 *
 * @param csv - the published table: a header line, then Mã số; TT; Chỉ tiêu; KH; TH; CK …
 * @param layout - the layout of the sheet that gets them
 */
export function publishedEdits(csv: string, layout: Pick<SheetLayout, "rowOf" | "columns">): CellEdit[] {
  const [, ...lines] = Papa.parse<string[]>(csv, { delimiter: ";", skipEmptyLines: true }).data;
  return lines.flatMap((line) =>
    ROLES.flatMap((role, index): CellEdit[] => {
      const row = layout.rowOf.get(line[0]!);
      const column = layout.columns.find((one) => one.role === role)?.column;
      const value = typed(line[FIRST_FIGURE + index] ?? "");
      return row === undefined || column === undefined || value === null ? [] : [{ row, column, value }];
    }),
  );
}
