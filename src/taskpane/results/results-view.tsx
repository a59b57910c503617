/** The view Kết quả: how many targets are met, where most are not, and what each of those still takes. */

import { useMemo, useState } from "preact/hooks";
import { countStatuses, type RowAssessment, type SectionCounts } from "../../core/compare/assess-table";
import { JUDGED, judgedCount } from "../../core/compare/outlook";
import type { Language } from "../../core/check/finding-texts";
import type { Period } from "../../core/form/period";
import { sectionLabel } from "../../core/form/sections";
import type { Form } from "../../core/form/types";
import { writeInteger } from "../../core/number";
import { Icon } from "../icons/icon";
import type { SentencesState } from "../state/types";
import { RESULTS_TEXTS_EN } from "../texts/results.en";
import { RESULTS_TEXTS } from "../texts/results.vi";
import { Sections } from "./sections";
import { Sentences } from "./sentences";
import { Patterns, StateBar, Swatch } from "./state-bar";
import { UnmetList } from "./unmet-list";

export interface ResultsViewProps {
  /** Undefined before the first check. */
  readonly assessments: readonly RowAssessment[] | undefined;
  /** In the order of the form. */
  readonly sections: readonly SectionCounts[];
  readonly sentences: Pick<SentencesState, "section" | "told">;
  readonly form: Form | undefined;
  readonly period: Period | undefined;
  /** What the results are of, for the printed page: "PL02 · 6 tháng 2024". */
  readonly title: string;
  readonly language: Language;
  /** Shows a cell in the sheet; focus stays in the pane. */
  readonly onGo: (cell: string) => void;
  /** Puts the paragraph of the form on the clipboard. */
  readonly onCopySummary: () => void;
  /** Adds the sheet "Tổng hợp". */
  readonly onAddSheet: () => void;
  readonly onPrint: () => void;
  /** Tells of a section; of the selected rows where undefined. */
  readonly onTell: (section: string | undefined) => void;
  readonly onCopySentences: () => void;
  readonly onAddSentences: () => void;
}

export function ResultsView(props: ResultsViewProps) {
  const { assessments, sections, form, period, title, language, onGo } = props;
  const texts = language === "en" ? RESULTS_TEXTS_EN : RESULTS_TEXTS;
  const [only, setOnly] = useState<string>();
  const counts = useMemo(() => countStatuses(assessments ?? []), [assessments]);
  if (!assessments) return <p class="results-quiet">{texts.notYet}</p>;
  const all = judgedCount(counts);
  const isAssessed = form?.assessed !== false && form?.columns.some(({ role }) => role === "plan") !== false;
  const told = props.sentences.section;
  const sentences = (
    <Sentences
      told={props.sentences.told}
      section={told === undefined ? undefined : sectionLabel(form, told) || texts.wholeForm}
      texts={texts}
      onGo={onGo}
      onCopy={props.onCopySentences}
      onAddSheet={props.onAddSentences}
      onSelected={() => props.onTell(undefined)}
    />
  );
  if (!isAssessed || all + counts.notJudged + counts.noData === 0) {
    return (
      <div class="results">
        <p class="results-quiet">{isAssessed ? texts.notYet : texts.notAssessed}</p>
        {sentences}
      </div>
    );
  }
  const section = sections.find((one) => one.section === only);
  const late = assessments.filter(({ status }) => status === "unmet" || status === "behind");
  const shown = section ? late.filter((assessment) => assessment.section === section.section) : late;
  return (
    <div class="results">
      <Patterns />
      <h2 class="results-title">{title}</h2>
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
      <div class="results-buttons">
        <button type="button" class="results-button" onClick={props.onAddSheet}>
          <Icon name="create" /> {texts.addSheet}
        </button>
        <button type="button" class="results-button" onClick={props.onPrint}>
          {texts.print}
        </button>
      </div>
      {sections.length > 1 && <Sections sections={sections} only={section?.section} texts={texts} onOnly={setOnly} />}
      {section && (
        <p class="results-only">
          {texts.listOf(section.label || texts.wholeForm)}{" "}
          <button type="button" class="results-link" onClick={() => setOnly(undefined)}>
            {texts.showAll}
          </button>{" "}
          <button type="button" class="results-link" onClick={() => props.onTell(section.section)}>
            {texts.sectionSentences}
          </button>
        </p>
      )}
      {sentences}
      <div class="results-heading">
        <h2>
          {texts.list} <span class="results-count">{writeInteger(shown.length)}</span>
        </h2>
        <button type="button" class="results-button" onClick={props.onCopySummary}>
          <Icon name="copy" /> {texts.copy}
        </button>
      </div>
      <UnmetList assessments={shown} form={form} period={period} texts={texts} onGo={onGo} />
    </div>
  );
}
