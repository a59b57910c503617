/** The figures of a finding as the small table shows them: what the cell says, what it should say, and the gap. */

import type { Facts, Finding } from "../../core/check/finding";
import { factsEn } from "../../core/check/texts.en";
import type { Language } from "../../core/check/finding-texts";
import { decimalsOf, writeFigure } from "../../core/number";
import type { CheckTexts } from "../texts/check.vi";

export interface FigureLine {
  readonly kind: "stated" | "expected" | "gap";
  readonly name: string;
  /** Where the figure comes from: "Thực hiện", "Miễn phí 1.679 + XHH 11". */
  readonly working?: string;
  readonly value: string;
}

/** Rules whose figures make a table; all others say theirs in a sentence. */
const TABLED = new Set<string>(["QH1", "QH2", "QH3", "QH4", "QH5", "QH6", "QH7", "SS1", "SS2", "SS3", "SS6"]);

/** The lines of the table; empty where a sentence says it better. */
export function figuresOf(finding: Finding, texts: CheckTexts, language: Language): readonly FigureLine[] {
  const facts = language === "en" ? factsEn(finding) : finding.facts;
  const expected = finding.rule === "QH6" ? facts.other : facts.expected;
  if (!TABLED.has(finding.rule) || expected === undefined) return [];
  const { stated } = facts;
  const gap = gapOf(finding);
  const working = workingOf(finding, facts);
  return [
    { kind: "stated", name: texts.stated, working: facts.column, value: stated },
    { kind: "expected", name: sourceOf(finding, texts), value: expected, ...(working && { working }) },
    ...(gap === undefined ? [] : [{ kind: "gap", name: texts.gap, value: gap } as const]),
  ];
}

function sourceOf({ rule }: Finding, texts: CheckTexts): string {
  if (rule === "QH6") return texts.samePeriod;
  return rule.startsWith("SS") || rule === "QH3" ? texts.byFormula : texts.byOthers;
}

/** The working without the result, which stands beside it. */
function workingOf({ rule }: Finding, { working = "", expected = "" }: Facts): string {
  if (rule === "QH3") return working;
  const ends = rule.startsWith("SS") || rule === "QH1" ? / = [^=]*$/ : undefined;
  if (ends) return working.replace(ends, "");
  return working.endsWith(` ${expected}`) ? working.slice(0, -expected.length - 1) : working;
}

function gapOf({ gap, facts }: Finding): string | undefined {
  if (facts.gap !== undefined) return facts.gap;
  return gap === undefined ? undefined : writeFigure(Math.abs(gap), decimalsOf(gap));
}

/** What the button of a sure change says it will do. */
export function editWords({ edit, facts }: Finding, texts: CheckTexts): string {
  const value = edit?.value ?? null;
  if (value === null) return texts.actions.clear;
  if (typeof value !== "number") return texts.actions.fixTo(String(value));
  return texts.actions.fixTo(facts.expected ?? writeFigure(value, decimalsOf(value)));
}
