/** What a file holds and the sandbox's workbook does not. */

import type { Workbook as FileWorkbook } from "hucre";
import { readChart } from "./charts";
import type { Uncarried } from "./texts";

/** Everything that reading the file leaves behind, each kind once. */
export function leftBehind(file: FileWorkbook): Uncarried[] {
  const left = new Set<Uncarried>();
  const note = (what: Uncarried, present: unknown) => {
    if (Array.isArray(present) ? present.length > 0 : Boolean(present)) left.add(what);
  };
  note("externalLinks", file.externalLinks);
  note("pivots", file.pivotCaches);
  note("slicers", file.slicerCaches);
  note("slicers", file.timelineCaches);
  for (const sheet of file.sheets) {
    note(
      "charts",
      sheet.charts?.some((chart) => !readChart("", chart)),
    );
    note("images", sheet.images);
    note("textBoxes", sheet.textBoxes);
    note("sparklines", sheet.sparklines);
    note("passwords", sheet.protection?.password);
    note(
      "outline",
      sheet.columns?.some(({ outlineLevel }) => outlineLevel),
    );
    sheet.rowDefs?.forEach(({ outlineLevel }) => note("outline", outlineLevel));
    sheet.cells?.forEach((cell) => {
      note("richText", cell.richText);
      note("hyperlinks", cell.hyperlink);
      note("gradients", cell.style?.fill?.type === "gradient");
    });
  }
  return [...left];
}
