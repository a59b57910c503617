/** Labels as they are spoken of in sentences and headings. */

/**
 * A label without the colon or the "trong đó" that leads to the next rows.
 *
 * @example shortLabel("Tổng số người được giám định, trong đó:") === "Tổng số người được giám định"
 */
export function shortLabel(label: string): string {
  const bare = withoutEnd(withoutEnd(label).replace(/trong đó$/iu, ""));
  return bare || label;
}

/**
 * A label for sentences and lists, with the measure where a form has several: "Bệnh viện tỉnh (giường)".
 *
 * @param measure the measure's label; "" where the form has one only
 */
export function labelWithMeasure(label: string, measure: string): string {
  return measure === "" ? shortLabel(label) : `${shortLabel(label)} (${measure.toLowerCase()})`;
}

/** Without spaces and marks at the end; the look behind keeps a long run of spaces from being tried at each of them. */
function withoutEnd(text: string): string {
  return text.replace(/(?<![\s,.;:])[\s,.;:]+$/u, "");
}
