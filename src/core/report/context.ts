/** What a row is told with, so that it is known without its table: the total it is a part of, or the heading above it. */

import type { Form, Indicator } from "../form/types";
import { fold } from "../text/fold";
import { shortLabel } from "../text/label";
import { spokenLabel } from "./spoken-label";
import { SENTENCE_WORDS as WORDS } from "./words.vi";

/** Labels that a form has more than once. */
export function repeatedLabels(form: Form | undefined): ReadonlySet<string> {
  const [once, twice] = [new Set<string>(), new Set<string>()];
  for (const { label } of form?.indicators ?? []) (once.has(label) ? twice : once).add(label);
  return twice;
}

/** Whether a label says what it is only under its total: "Bướu cổ" does not say whether it is people or visits. */
export function isBarePart({ label, partOf, unit }: Indicator, form: Form | undefined): boolean {
  if (!form?.byCode.has(partOf[0] ?? "")) return false;
  const spoken = ` ${fold(label)} `;
  return !WORDS.standsAlone.test(shortLabel(label)) && !spoken.includes(` ${fold(unit)} `);
}

/** "Phòng chống bệnh Lao: " or, for a part, "Tổng số trẻ, trong đó "; "" where there is nothing to add. */
export function contextOf({ label, partOf, path }: Indicator, form: Form | undefined): string {
  const whole = form?.byCode.get(partOf[0] ?? "");
  if (whole) return WORDS.among(spokenLabel(whole.label));
  const heading = path.at(-1);
  if (heading === undefined) return "";
  const told = headingOf(form, heading);
  return fold(told) === fold(label) ? "" : `${told}: `;
}

/** A heading as sentences say it. */
export function headingOf(form: Form | undefined, code: string): string {
  return spokenLabel(form?.byCode.get(code)?.label ?? code);
}
