/** Holds the links between forms to the forms. */

import type { Link } from "../../src/core/form/links";
import { isIndicator, traitsOf, type Form } from "../../src/core/form/types";

/** What is wrong with links, held to the forms: nothing, or sentences. */
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
