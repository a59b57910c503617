/** What the parts of the bench measure and print with. */

/** Median of several runs, in milliseconds, after the machine has warmed to the work. */
export function time(work: () => unknown, runs = 15): number {
  for (let index = 0; index < 5; index += 1) work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return median(times);
}

/** @param values at least one */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

export const say = (line: string) => process.stdout.write(`${line}\n`);
export const heading = (title: string) => say(`\n${title}\n${"=".repeat(title.length)}`);
export const ms = (value: number) => `${value < 1 ? value.toFixed(3) : value.toFixed(1)} ms`;
export const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
