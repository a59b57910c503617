/** Kỳ báo cáo and its year, side by side. */

import { useEffect, useId, useState } from "preact/hooks";
import type { Period, PeriodSpan } from "../../core/form/period";
import { Icon } from "../icons/icon";
import { isReportable } from "../state/form-actions";
import type { Texts } from "../texts/vi";

interface PeriodFieldsProps {
  /** Undefined where it is not known yet. */
  readonly period: Period | undefined;
  readonly spans: readonly PeriodSpan[];
  readonly texts: Texts;
  readonly onChange: (period: Period) => void;
}

const QUARTERS = [1, 2, 3, 4] as const;

/** The period without its year, as a choice. */
const keyOf = (period: Period) => (period.span === "quarter" ? `quarter${period.quarter}` : period.span);

function optionsOf(spans: readonly PeriodSpan[], { form }: Texts) {
  return spans.flatMap((span): { readonly of: (year: number) => Period; readonly words: string }[] =>
    span === "quarter"
      ? QUARTERS.map((quarter) => ({
          of: (year) => ({ span: "quarter", year, quarter }),
          words: form.quarter(String(quarter)),
        }))
      : [{ of: (year) => ({ span, year }), words: form.spans[span] }],
  );
}

export function PeriodFields({ period, spans, texts, onChange }: PeriodFieldsProps) {
  const words = texts.form;
  const id = useId();
  const options = optionsOf(spans, texts);
  const [year, setYear] = useState(yearText(period));
  // Another Biểu or sheet brings its own year; what is being typed stays.
  useEffect(() => {
    if (period && isReportable(period)) setYear(yearText(period));
  }, [period?.year]);
  const key = period && keyOf(period);
  const wrong = period !== undefined && !isReportable(period);
  const change = (nextKey: string | undefined, text: string) => {
    const option = options.find((one) => keyOf(one.of(0)) === nextKey);
    if (option) onChange(option.of(/^\d{4}$/.test(text.trim()) ? Number(text) : 0));
  };
  return (
    <div class="field">
      <div class="pair">
        <label>
          <span>{words.period}</span>
          <select value={key ?? ""} onChange={({ currentTarget }) => change(currentTarget.value, year)}>
            {key === undefined && <option value="">—</option>}
            {options.map(({ of, words: name }) => (
              <option key={keyOf(of(0))} value={keyOf(of(0))}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{words.year}</span>
          <input
            type="text"
            inputMode="numeric"
            maxLength={4}
            value={year}
            aria-invalid={wrong}
            {...(wrong && { "aria-describedby": id })}
            onInput={({ currentTarget }) => {
              setYear(currentTarget.value);
              change(key, currentTarget.value);
            }}
          />
        </label>
      </div>
      {wrong && (
        <p class="wrong" id={id}>
          <Icon name="error" />
          {words.badYear}
        </p>
      )}
    </div>
  );
}

const yearText = (period: Period | undefined) => (period && isReportable(period) ? String(period.year) : "");
