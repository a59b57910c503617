/** How deep lists and fields may stand in each other in a definition that anybody may have written. */

/** A form.json has four. */
const MOST_LEVELS = 10;

/** Whether lists and fields stand in each other deeper than in any definition: enough of them exhaust the stack. */
export function isTooDeep(value: unknown, levels = MOST_LEVELS): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isTooDeep(part, levels - 1));
}
