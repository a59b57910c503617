/** The findings of Điện Biên's published annex, as the list of the peer takes them. */

import { checkTable } from "../../src/core/check/engine";
import type { Finding } from "../../src/core/check/finding";
import { sectionLabel, sectionOf } from "../../src/core/form/sections";
import { subject } from "./checking";

interface ListedFinding extends Pick<Finding, "level" | "title" | "cell" | "message" | "why" | "fix"> {
  readonly id: string;
  readonly section: string;
  readonly label: string;
  readonly stated: string;
  readonly expected: string;
  readonly gap: string;
}

let sample: readonly ListedFinding[] | undefined;

/** Every finding of PL02 with the words and figures that the list shows. */
export function sampleFindings(): readonly ListedFinding[] {
  if (sample) return sample;
  const { grid, binding } = subject(1);
  const paths = new Map((binding.form?.indicators ?? []).map(({ code, path }) => [code, path]));
  sample = checkTable(grid, binding).findings.map((finding, index) => ({
    id: String(index),
    section: sectionLabel(binding.form, sectionOf(binding.form, paths.get(finding.code ?? "") ?? [])),
    level: finding.level,
    title: finding.title,
    cell: finding.cell,
    label: finding.facts.label,
    message: finding.message,
    why: finding.why,
    fix: finding.fix,
    stated: finding.facts.stated,
    expected: finding.facts.expected ?? "",
    gap: finding.facts.gap ?? "",
  }));
  return sample;
}
