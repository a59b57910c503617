/** Which of a row of numbers keep their order: for rows matched with a form, and rows moved within it. */

/**
 * Indices of the longest run of rising values (patience sorting, n log n).
 *
 * @example longestRisingRun([1, 9, 2, 3]) // [0, 2, 3]
 */
export function longestRisingRun(values: readonly number[]): number[] {
  const tops: number[] = [];
  const before: number[] = [];
  values.forEach((value, index) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[tops[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    before[index] = tops[low - 1] ?? -1;
    tops[low] = index;
  });
  const run: number[] = [];
  for (let index = tops.at(-1) ?? -1; index >= 0; index = before[index]!) run.push(index);
  return run.reverse();
}
