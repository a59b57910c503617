/** Indicators that several forms state: the same figure where unit and period are the same. */

import Papa from "papaparse";
import { tidy } from "../text/fold";
import { isIndicator, traitsOf, type Form } from "./types";

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

/** What is wrong with links, for the tests that hold them to the forms: nothing, or sentences. */
export function linkProblems(links: readonly Link[], forms: readonly Form[]): string[] {
  const byId = new Map(forms.map((form) => [form.id, form]));
  return links.flatMap(({ meaning, members }) => {
    const problems = members.length < 2 ? [`${meaning}: chỉ một biểu`] : [];
    const traits = members.flatMap(({ form: id, code, measure: name }) => {
      const form = byId.get(id);
      const row = form?.byCode.get(code);
      const measure = form?.measures.find((one) => one.id === name);
      if (isIndicator(row) && measure) return [traitsOf(row, measure)];
      problems.push(`${meaning}: không có ${id} ${code} ${name}`.trim());
      return [];
    });
    // Forms call what they count by different words; what a rate is per must be the same.
    const units = new Set(traits.map(({ unit, kind }) => (kind === "count" ? "số đếm" : unit)));
    return units.size > 1 ? [...problems, `${meaning}: ${[...units].join(" / ")}`] : problems;
  });
}
