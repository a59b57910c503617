/** Names for new sheets. */

/** Longest name that Excel lets a sheet have. */
const LONGEST_NAME = 31;

/** The name itself, or "PL02 (2)", "PL02 (3)" and so on; Excel does not tell names apart by case. */
export function freeName(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  for (let nth = 1; ; nth += 1) {
    const mark = nth === 1 ? "" : ` (${nth})`;
    const name = wanted.slice(0, LONGEST_NAME - mark.length) + mark;
    if (!used.has(name.toLowerCase())) return name;
  }
}
