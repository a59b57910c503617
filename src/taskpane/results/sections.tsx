/** The same bar for each section of the form, where most is unmet first; one of them narrows the list below. */

import { useState } from "preact/hooks";
import type { Status } from "../../core/compare/assess";
import type { SectionCounts, StatusCounts } from "../../core/compare/assess-table";
import { judgedCount } from "../../core/compare/outlook";
import { writeInteger } from "../../core/number";
import type { ResultsTexts } from "../texts/results.vi";
import { StateBar } from "./state-bar";

/** Sections shown before one asks for all. */
const SECTIONS_AT_ONCE = 5;

/** What wants work first. */
const ORDER: readonly Status[] = ["unmet", "behind", "onPace", "met", "exceeded", "notJudged", "noData"];

interface SectionsProps {
  readonly sections: readonly SectionCounts[];
  /** The section that the list is narrowed to. */
  readonly only: string | undefined;
  readonly texts: ResultsTexts;
  readonly onOnly: (section: string | undefined) => void;
}

export function Sections({ sections, only, texts, onOnly }: SectionsProps) {
  const [all, setAll] = useState(false);
  const sorted = [...sections].sort(mostUnmetFirst);
  return (
    <section>
      <h2>{texts.sections}</h2>
      <ul class="results-sections">
        {/* All of them are there for the printed page, where nothing can be asked for. */}
        {sorted.map(({ section, label, counts }, index) => (
          <li key={section} class={all || index < SECTIONS_AT_ONCE ? undefined : "results-beyond"}>
            <button
              type="button"
              class="results-section"
              aria-pressed={only === section}
              title={texts.onlySection}
              onClick={() => onOnly(only === section ? undefined : section)}
            >
              <span class="results-name">{label || texts.wholeForm}</span>
              <Counts counts={counts} texts={texts} />
              {judgedCount(counts) > 0 && (
                <StateBar counts={counts} name={label || texts.wholeForm} height={8} texts={texts} />
              )}
            </button>
          </li>
        ))}
      </ul>
      {sorted.length > SECTIONS_AT_ONCE && (
        <button type="button" class="results-link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? texts.fewSections : texts.allSections(writeInteger(sorted.length))}
        </button>
      )}
    </section>
  );
}

/** "14 chưa đạt · 18 chậm tiến độ · …": every state that a section has. */
function Counts({ counts, texts }: { readonly counts: StatusCounts; readonly texts: ResultsTexts }) {
  const present = ORDER.filter((status) => counts[status] > 0);
  return (
    <span class="results-counts">
      {present.map((status, index) => (
        <span key={status} class={status === "unmet" || status === "behind" ? "results-wanting" : undefined}>
          {index > 0 && " · "}
          {texts.countOf(status, writeInteger(counts[status]))}
        </span>
      ))}
    </span>
  );
}

function mostUnmetFirst({ counts: a }: SectionCounts, { counts: b }: SectionCounts): number {
  return b.unmet - a.unmet || b.behind - a.behind || judgedCount(b) - judgedCount(a);
}
