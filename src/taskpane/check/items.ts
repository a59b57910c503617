/** Findings as the list tells them: alike ones together, grouped by class and section, each with a lasting key. */

import type { CheckResult, Finding, Level, RuleId } from "../../core/check/finding";
import { sectionLabel, sectionOf } from "../../core/form/sections";
import type { Form } from "../../core/form/types";

/** One entry of the list: a finding, or several of a rule that differ in nothing but their cells. */
export interface Item {
  /** The same before and after a check as long as it is the same matter. */
  readonly key: string;
  readonly level: Level;
  readonly rule: RuleId;
  /** Code of the section; "" for what concerns the form as a whole. */
  readonly section: string;
  readonly findings: readonly [Finding, ...Finding[]];
}

/** The entries of one class within one section. An entry never changes its group, so that no group moves about. */
export interface Group {
  readonly key: string;
  readonly level: Level;
  readonly section: string;
  /** "" for the form as a whole. */
  readonly label: string;
  readonly items: readonly Item[];
}

export const LEVELS: readonly Level[] = ["error", "warning", "hint"];

/**
 * Rules whose findings say the same of every cell: a column not filled yet is one matter, not six hundred. Targets that are
 * not met are told one by one in Kết quả; here a section's are one matter.
 */
const ALIKE: ReadonlySet<RuleId> = new Set<RuleId>(["SO1", "TH1", "TH3", "TH4", "SS6", "KH1", "KH2", "CT1", "CT8"]);

/** The findings that are not of an ignored rule: what every count of the pane counts. */
export function shownFindings(result: CheckResult, ignored: readonly RuleId[]): readonly Finding[] {
  return ignored.length === 0 ? result.findings : result.findings.filter(({ rule }) => !ignored.includes(rule));
}

export function countLevels(findings: readonly Finding[]): Readonly<Record<Level, number>> {
  const counts = { error: 0, warning: 0, hint: 0 };
  for (const { level } of findings) counts[level] += 1;
  return counts;
}

/** The entries for a list of findings, in its order. */
export function itemsOf(findings: readonly Finding[], form: Form | undefined): Item[] {
  const items = new Map<string, { item: Omit<Item, "findings">; findings: [Finding, ...Finding[]] }>();
  for (const finding of findings) {
    const { rule, level } = finding;
    const section = sectionOfFinding(finding, form);
    const alike = ALIKE.has(rule);
    let key = alike ? `${rule} ${level} @${section}` : keyOf(finding);
    const known = items.get(key);
    if (known && alike) {
      known.findings.push(finding);
      continue;
    }
    // A code that stands in two rows is told twice.
    for (let again = 2; items.has(key); again += 1) key = `${keyOf(finding)} ${again}`;
    items.set(key, { item: { key, level, rule, section }, findings: [finding] });
  }
  return [...items.values()].map(({ item, findings: own }) => ({ ...item, findings: own }));
}

function keyOf({ rule, code, row, role, measure }: Finding): string {
  return [rule, code ?? `#${row}`, role, measure ?? ""].join(" ");
}

function sectionOfFinding({ code }: Finding, form: Form | undefined): string {
  const definition = code === undefined ? undefined : form?.byCode.get(code);
  return definition ? sectionOf(form, definition.path) : "";
}

/** Entries by class, the gravest first, and within it by section in the form's order, the whole form first. */
export function groupsOf(items: readonly Item[], form: Form | undefined): Group[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = `${item.level} ${item.section}`;
    const own = groups.get(key);
    if (own) own.push(item);
    else groups.set(key, [item]);
  }
  const order = new Map(form?.rows.map(({ code }, index) => [code, index]));
  const place = (section: string) => (section === "" ? -1 : (order.get(section) ?? 0));
  return [...groups]
    .map(([key, own]): Group => {
      const { level, section } = own[0]!;
      return { key, level, section, label: sectionLabel(form, section), items: own.sort(inSheetOrder) };
    })
    .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || place(a.section) - place(b.section));
}

function inSheetOrder(a: Item, b: Item): number {
  const [first, second] = [a.findings[0], b.findings[0]];
  return first.row - second.row || first.column - second.column;
}

/** How many findings the entries tell of. */
export function countFindings(items: readonly Item[]): number {
  return items.reduce((sum, { findings }) => sum + findings.length, 0);
}
