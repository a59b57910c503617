/** A finding's words in the reader's language. */

import type { Finding, RuleId } from "./finding";
import { factsEn, RULE_TEXTS_EN } from "./texts.en";
import { textsOf, type RuleTexts } from "./texts.vi";

export type Language = "vi" | "en";

export type FindingTexts = Pick<Finding, "title" | "message" | "why" | "fix">;

/** The words of a rule in a language. */
export function ruleTexts(rule: RuleId, language: Language): RuleTexts {
  const english = (RULE_TEXTS_EN as Readonly<Record<string, RuleTexts>>)[rule];
  return language === "en" && english ? english : textsOf(rule);
}

/** Title, message, reason and remedy of a finding. */
export function findingTexts(finding: Finding, language: Language): FindingTexts {
  if (language === "vi") return finding;
  const texts = ruleTexts(finding.rule, language);
  const facts = factsEn(finding);
  return { title: texts.title, message: texts.message(facts), why: texts.why, fix: texts.fix(facts) };
}
