/** Reads the reasons given for warnings out of what a workbook remembers. */

import { explanationText, type Explanation } from "../check/explanations";
import type { CellRole } from "../form/types";
import { isRecord, momentOf, textOf } from "./defensive";
import { isRuleId } from "./rule-id";

/** Longer texts than this are not figures of ours. */
const LONGEST_PART = 1_000;

const ROLES: ReadonlySet<string> = new Set<CellRole>([
  ...(["tt", "label", "code", "unit"] as const),
  ...(["plan", "laterPlan", "actual", "samePeriod", "vsPlan", "vsSamePeriod", "assessment"] as const),
]);

const isRole = (text: string): text is CellRole => ROLES.has(text);

/** The reasons that read, in their order. */
export function readExplanations(value: unknown, most: number): Explanation[] {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  return entries.slice(0, most).flatMap((entry) => readExplanation(entry) ?? []);
}

/** A reason without words, or without all that it is given for, explains nothing. */
function readExplanation(value: unknown): Explanation | undefined {
  if (!isRecord(value)) return undefined;
  const [rule, row, role, figure] = ["rule", "row", "role", "figure"].map((name) => textOf(value[name]));
  const measure = textOf(value["measure"]);
  const text = explanationText(textOf(value["text"]) ?? "");
  const at = momentOf(value["at"]);
  if (rule === undefined || row === undefined || role === undefined || figure === undefined) return undefined;
  if (!isRuleId(rule) || !isRole(role) || text === "" || at === undefined) return undefined;
  if (Math.max(row.length, figure.length, measure?.length ?? 0) > LONGEST_PART) return undefined;
  return { rule, row, ...(measure !== undefined && { measure }), role, figure, text, at };
}
