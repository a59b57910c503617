/** Number formats and widths as Excel takes them. */

/** Points of a column of n characters: 7 pixels for each of Excel's default font and 5 around them, at 96 an inch. */
export function columnPoints(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}

/** One format for a whole range: Office.js takes a single value for all its cells, which its types do not say. */
export function assignFormat(range: Excel.Range, format: string): void {
  range.set({ numberFormat: format as unknown as string[][] });
}
