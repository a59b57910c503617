/** The targets that are not met or late, each with TH/KH, how far it has come and what it takes. */

import { useRef } from "preact/hooks";
import { assessmentName, type RowAssessment } from "../../core/compare/assess-table";
import type { Period } from "../../core/form/period";
import type { Form } from "../../core/form/types";
import { writeInteger } from "../../core/number";
import { useRoving } from "../check/use-roving";
import type { ResultsTexts } from "../texts/results.vi";
import { describe, pairOf } from "./describe";
import { Swatch } from "./state-bar";

interface UnmetListProps {
  readonly assessments: readonly RowAssessment[];
  readonly form: Form | undefined;
  readonly period: Period | undefined;
  readonly texts: ResultsTexts;
  readonly onGo: (cell: string) => void;
}

export function UnmetList({ assessments, form, period, texts, onGo }: UnmetListProps) {
  const list = useRef<HTMLDivElement>(null);
  const { onFocusIn, move } = useRoving(list);
  if (assessments.length === 0) return <p class="results-quiet">{texts.none}</p>;
  return (
    <div ref={list} onFocusIn={onFocusIn} onKeyDown={move}>
      {(["unmet", "behind"] as const).map((status) => {
        const own = assessments.filter((assessment) => assessment.status === status);
        if (own.length === 0) return null;
        return (
          <section key={status}>
            <h3 class="results-status">
              <Swatch status={status} />
              {texts.statuses[status]} <span class="results-count">{writeInteger(own.length)}</span>
            </h3>
            <ul class="results-list">
              {own.map((assessment) => {
                const key = `${assessment.code} ${assessment.measure ?? ""} ${assessment.cell}`;
                return (
                  <li key={key}>
                    <button
                      type="button"
                      class="results-row"
                      data-stop={key}
                      tabIndex={-1}
                      onClick={() => onGo(assessment.cell)}
                    >
                      <span class="results-name">{assessmentName(assessment, form)}</span>
                      <span class="results-pair">{pairOf(assessment)}</span>
                      <span class="results-detail">{describe(assessment, period, texts)}</span>
                    </button>
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
