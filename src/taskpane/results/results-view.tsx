/** The view Kết quả: how many targets are met, where most are not, and what each of those still takes. */

import { useMemo, useState } from "preact/hooks";
import { countStatuses, type RowAssessment, type SectionCounts } from "../../core/compare/assess-table";
import { JUDGED, judgedCount } from "../../core/compare/outlook";
import type { Language } from "../../core/check/finding-texts";
import type { Period } from "../../core/form/period";
import type { Form } from "../../core/form/types";
import { writeInteger } from "../../core/number";
import { Icon } from "../icons/icon";
import { RESULTS_TEXTS_EN } from "../texts/results.en";
import { RESULTS_TEXTS } from "../texts/results.vi";
import { paragraphOf } from "./paragraph";
import { Sections } from "./sections";
import { Patterns, StateBar, Swatch } from "./state-bar";
import { UnmetList } from "./unmet-list";

export interface ResultsViewProps {
  /** Undefined before the first check. */
  readonly assessments: readonly RowAssessment[] | undefined;
  /** In the order of the form. */
  readonly sections: readonly SectionCounts[];
  readonly form: Form | undefined;
  readonly period: Period | undefined;
  readonly language: Language;
  /** Shows a cell in the sheet; focus stays in the pane. */
  readonly onGo: (cell: string) => void;
  /** Puts a text on the clipboard. */
  readonly onCopy: (text: string) => void;
  /** Adds the sheet "Tổng hợp". */
  readonly onAddSheet: () => void;
}

export function ResultsView({
  assessments,
  sections,
  form,
  period,
  language,
  onGo,
  onCopy,
  onAddSheet,
}: ResultsViewProps) {
  const texts = language === "en" ? RESULTS_TEXTS_EN : RESULTS_TEXTS;
  const [only, setOnly] = useState<string>();
  const counts = useMemo(() => countStatuses(assessments ?? []), [assessments]);
  if (!assessments) return <p class="results-quiet">{texts.notYet}</p>;
  const all = judgedCount(counts);
  const isAssessed = form?.assessed !== false && form?.columns.some(({ role }) => role === "plan") !== false;
  if (!isAssessed) return <p class="results-quiet">{texts.notAssessed}</p>;
  if (all + counts.notJudged + counts.noData === 0) return <p class="results-quiet">{texts.notYet}</p>;
  const section = sections.find((one) => one.section === only);
  const late = assessments.filter(({ status }) => status === "unmet" || status === "behind");
  const shown = section ? late.filter((assessment) => assessment.section === section.section) : late;
  return (
    <div class="results">
      <Patterns />
      <p class="results-all">{texts.judged(writeInteger(all))}</p>
      <StateBar counts={counts} name={texts.wholeForm} height={18} texts={texts} />
      <ul class="results-legend">
        {JUDGED.map((status) => (
          <li key={status}>
            <Swatch status={status} />
            <span>{texts.statuses[status]}</span>
            <b>{writeInteger(counts[status])}</b>
          </li>
        ))}
        <li class="results-aside">
          <span>{texts.statuses.notJudged}</span>
          <b>{writeInteger(counts.notJudged)}</b>
        </li>
        <li class="results-aside">
          <span>{texts.statuses.noData}</span>
          <b>{writeInteger(counts.noData)}</b>
        </li>
      </ul>
      {sections.length > 1 && <Sections sections={sections} only={section?.section} texts={texts} onOnly={setOnly} />}
      <button type="button" class="results-button results-sheet" onClick={onAddSheet}>
        <Icon name="create" /> {texts.addSheet}
      </button>
      <div class="results-heading">
        <h2>
          {texts.list} <span class="results-count">{writeInteger(shown.length)}</span>
        </h2>
        <button
          type="button"
          class="results-button"
          onClick={() => onCopy(paragraphOf(assessments, period, texts, form))}
        >
          <Icon name="copy" /> {texts.copy}
        </button>
      </div>
      {section && (
        <p class="results-only">
          {texts.listOf(section.label || texts.wholeForm)}{" "}
          <button type="button" class="results-link" onClick={() => setOnly(undefined)}>
            {texts.showAll}
          </button>
        </p>
      )}
      <UnmetList assessments={shown} form={form} period={period} texts={texts} onGo={onGo} />
    </div>
  );
}
