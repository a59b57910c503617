/** What was found, as a list: one item a finding, folded until it is opened. Everything is set as text, never as markup. */

import type { Finding, Level } from "../core/check/finding";
import { periodWords } from "../core/form/period";
import { writeInteger } from "../core/number";
import type { CheckedTable } from "./check-file";
import { TEXTS } from "./texts.vi";

const LEVELS: readonly Level[] = ["error", "warning", "hint"];

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== "") made.className = className;
  made.append(...children);
  return made;
}

/** The part of the view for one table. */
export function tableView({ table, result }: CheckedTable): HTMLElement {
  const { binding, grid } = table;
  const name = [binding.form?.id ?? TEXTS.unknownForm, binding.period && periodWords(binding.period), grid.sheet];
  const count = (level: Level) => result.findings.filter((finding) => finding.level === level).length;
  const section = element("section", "", element("h2", "", name.filter(Boolean).join(" · ")));
  const mustMend = result.findings.some(({ level }) => level !== "hint");
  const { cells, rules } = result.checked;
  const line = mustMend
    ? TEXTS.counts(count("error"), count("warning"), count("hint"))
    : TEXTS.clean(writeInteger(cells), writeInteger(rules));
  section.append(element("p", "", line));
  if (result.unchecked.length > 0) section.append(element("p", "cell", TEXTS.unchecked(result.unchecked.length)));
  const ordered = LEVELS.flatMap((level) => result.findings.filter((finding) => finding.level === level));
  section.append(element("ul", "", ...ordered.map((finding) => element("li", finding.level, findingView(finding)))));
  return section;
}

function findingView(finding: Finding): HTMLElement {
  const title = element("span", "title", element("span", "level", TEXTS.levels[finding.level]), ` · ${finding.title}`);
  const summary = element(
    "summary",
    "",
    title,
    element("span", "cell", finding.cell),
    element("span", "label", finding.message),
  );
  const body = element(
    "dl",
    "body",
    element("dt", "", TEXTS.why),
    element("dd", "", finding.why),
    element("dt", "", TEXTS.fix),
    element("dd", "", finding.fix),
  );
  return element("details", "", summary, body);
}
