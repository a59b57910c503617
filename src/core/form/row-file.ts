/** Reads the files that hold a definition's rows: `;`-separated text in UTF-8 whose first line names the columns. */

import Papa from "papaparse";
import { tidy } from "../text/fold";
import { problemText, type Problem } from "./problem";

/** A line of a row file by the names of its columns. */
export interface RowRecord {
  readonly line: number;
  readonly fields: Readonly<Record<string, string>>;
}

/** The lines under the header, with what a spreadsheet or an editor may have done to the file undone. */
export function readRows(text: string, problems: Problem[]): RowRecord[] {
  const parsed = Papa.parse<string[]>(text.replace(/^\ufeff/, ""), { delimiter: ";" });
  for (const error of parsed.errors) problems.push(problemText("csv", { line: (error.row ?? 0) + 1 }));
  // Blank lines are passed over but counted, so that a problem's line is the one that the spreadsheet shows.
  const filled = parsed.data.flatMap((cells, index) =>
    cells.some((cell) => tidy(cell) !== "") ? [{ line: index + 1, cells }] : [],
  );
  const [header, ...lines] = filled;
  if (!header) {
    problems.push(problemText("csv-empty", {}));
    return [];
  }
  const names = header.cells.map(tidy);
  names.forEach((name, at) => {
    if (name !== "" && names.indexOf(name) < at) problems.push(problemText("double-column", { field: name }));
  });
  return lines.map(({ line, cells }) => {
    if (cells.length !== names.length) {
      problems.push(problemText("csv-fields", { line, found: cells.length, wanted: names.length }));
    }
    // Only cells with something in them: the schema's "required" then means what a reader expects it to mean.
    const pairs = names.map((name, at) => [name, tidy(cells[at] ?? "")] as const).filter(([, value]) => value !== "");
    return { line, fields: Object.fromEntries(pairs) };
  });
}
