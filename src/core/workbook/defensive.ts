/** Reading values that anyone may have written. */

export type Fields = Readonly<Record<string, unknown>>;

/** What a JSON text holds; undefined where it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a value is an object with named parts. */
export function isRecord(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export const textOf = (value: unknown) => (typeof value === "string" ? value : undefined);
/** A count: a whole number from 0 up. */
export const countOf = (value: unknown) =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : undefined;

/** A moment in ISO 8601; only what a clock wrote, for people see it. */
export function momentOf(value: unknown): string | undefined {
  return typeof value === "string" && !Number.isNaN(Date.parse(value)) ? value : undefined;
}
