/** Indicators that several forms state: the same figure where unit and period are the same. */

import Papa from "papaparse";
import { tidy } from "../text/fold";

/** One form's statement of an indicator. */
export interface LinkMember {
  readonly form: string;
  readonly code: string;
  /** Measure in forms of several; else "". */
  readonly measure: string;
}

/** An indicator with every form that states it. */
export interface Link {
  readonly meaning: string;
  readonly members: readonly LinkMember[];
}

/** The columns of links.csv. */
const COLUMNS = ["Nghĩa", "Biểu", "Mã số", "Số đo"] as const;

/**
 * Reads links.csv: one line for each form that states an indicator, the lines of one indicator with the same Nghĩa.
 *
 * @throws Error where a column is missing: the file is ours
 */
export function readLinks(text: string): Link[] {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ""), { delimiter: ";", skipEmptyLines: true });
  const names = (data[0] ?? []).map(tidy);
  const at = COLUMNS.map((column) => names.indexOf(column));
  if (at.includes(-1)) throw new Error(`links.csv: ${COLUMNS.join(";")}`);
  const links = new Map<string, LinkMember[]>();
  for (const cells of data.slice(1)) {
    const [meaning = "", form = "", code = "", measure = ""] = at.map((column) => tidy(cells[column] ?? ""));
    const members = links.get(meaning) ?? [];
    members.push({ form, code, measure });
    links.set(meaning, members);
  }
  return [...links].map(([meaning, members]) => ({ meaning, members }));
}
