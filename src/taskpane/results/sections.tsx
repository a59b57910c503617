/** The same bar for each section of the form, where most is unmet first; one of them narrows the list below. */

import { useState } from "preact/hooks";
import type { SectionCounts } from "../../core/compare/assess-table";
import { judgedCount } from "../../core/compare/outlook";
import { writeInteger } from "../../core/number";
import type { ResultsTexts } from "../texts/results.vi";
import { StateBar } from "./state-bar";

/** Sections shown before one asks for all. */
const SECTIONS_AT_ONCE = 5;

interface SectionsProps {
  readonly sections: readonly SectionCounts[];
  /** The section that the list is narrowed to. */
  readonly only: string | undefined;
  readonly texts: ResultsTexts;
  readonly onOnly: (section: string | undefined) => void;
}

export function Sections({ sections, only, texts, onOnly }: SectionsProps) {
  const [all, setAll] = useState(false);
  const judged = sections.filter(({ counts }) => judgedCount(counts) > 0).sort(mostUnmetFirst);
  const shown = all ? judged : judged.slice(0, SECTIONS_AT_ONCE);
  return (
    <section>
      <h2>{texts.sections}</h2>
      <ul class="results-sections">
        {shown.map(({ section, label, counts }) => (
          <li key={section}>
            <button
              type="button"
              class="results-section"
              aria-pressed={only === section}
              title={texts.onlySection}
              onClick={() => onOnly(only === section ? undefined : section)}
            >
              <span class="results-name">{label || texts.wholeForm}</span>
              <span class="results-late">{texts.late(writeInteger(counts.unmet), writeInteger(counts.behind))}</span>
              <StateBar counts={counts} name={label || texts.wholeForm} height={8} texts={texts} />
            </button>
          </li>
        ))}
      </ul>
      {judged.length > SECTIONS_AT_ONCE && (
        <button type="button" class="results-link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? texts.fewSections : texts.allSections(writeInteger(judged.length))}
        </button>
      )}
    </section>
  );
}

function mostUnmetFirst({ counts: a }: SectionCounts, { counts: b }: SectionCounts): number {
  return b.unmet - a.unmet || b.behind - a.behind;
}
