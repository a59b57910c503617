/** The chapters of a form: what findings and assessments are grouped under. */

import { shortLabel } from "../text/label";
import type { Form, Heading } from "./types";

/** Sections are headings down to this level: a form's parts and their chapters, not every programme of a chapter. */
const SECTION_LEVEL = 2;

/**
 * The code of the section that a row belongs to; "" where it has none.
 *
 * @param path codes of the headings above the row, outermost first
 */
export function sectionOf(form: Form | undefined, path: readonly string[]): string {
  const headings = path.map((code) => form?.byCode.get(code)).filter((row): row is Heading => row?.row === "heading");
  return headings.filter((heading) => heading.level <= SECTION_LEVEL).at(-1)?.code ?? "";
}

/**
 * A section's name with its mark: "D.1" tells the first chapter of part D from that of part A.
 *
 * @returns "" where the form has no such section
 */
export function sectionLabel(form: Form | undefined, section: string): string {
  const heading = form?.byCode.get(section);
  if (!heading) return "";
  const above = heading.path.map((code) => form?.byCode.get(code)?.tt ?? "");
  const mark = [...above, heading.tt].filter(Boolean).join(".");
  return [mark, shortLabel(heading.label)].filter(Boolean).join(". ");
}
