/** What a target of the fuzzing is. */

import fc from "fast-check";

export interface Target {
  readonly name: string;
  /** How many runs the tests give it; a long run is a multiple of that. */
  readonly runs: number;
  readonly property: () => fc.IAsyncProperty<unknown[]> | fc.IProperty<unknown[]>;
}

/** A target whose property is a function of one generated thing. */
export function target<T>(
  name: string,
  runs: number,
  arbitrary: () => fc.Arbitrary<T>,
  holds: (value: T) => void | Promise<void>,
): Target {
  return { name, runs, property: () => fc.asyncProperty(arbitrary(), async (value) => holds(value)) };
}

/** How long one input may take, whatever it is: generous, for the machine may be busy. */
export const PATIENCE = 30_000;

/** Runs an action and fails where it takes longer than anybody waits. */
export async function inTime<T>(action: () => T | Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await action();
  const took = performance.now() - start;
  if (took > PATIENCE) throw new Error(`took ${Math.round(took)} ms`);
  return result;
}

/** Words of a program's own failure, which no person should read. */
const NOT_FOR_PEOPLE = /undefined|NaN|\[object/;

/** Fails where a sentence has words that are not for people and that it does not quote from the input. */
export function assertForPeople(sentence: string, input: string): void {
  const bad = NOT_FOR_PEOPLE.exec(sentence)?.[0];
  if (sentence === "" || (bad !== undefined && !input.includes(bad))) throw new Error(`not for people: ${sentence}`);
}
