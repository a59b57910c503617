/** The foot of the list: what was not checked and why, and which rules are ignored. */

import type { CheckResult, RuleId, Unchecked } from "../../core/check/finding";
import { ruleTexts, type Language } from "../../core/check/finding-texts";
import type { Form } from "../../core/form/types";
import { writeInteger } from "../../core/number";
import { shortLabel } from "../../core/text/label";
import type { CheckTexts } from "../texts/check.vi";
import type { CheckActions } from "./check-view";

interface UncheckedProps {
  readonly unchecked: readonly Unchecked[];
  readonly form: Form | undefined;
  readonly texts: CheckTexts;
  readonly onGo: CheckActions["onGo"];
}

export function UncheckedList({ unchecked, form, texts, onGo }: UncheckedProps) {
  if (unchecked.length === 0) return null;
  const reasons = [...new Set(unchecked.map(({ reason }) => reason))];
  const sentence = (one: Unchecked) => {
    const label = one.code === undefined ? undefined : form?.byCode.get(one.code)?.label;
    return texts.uncheckedSentence?.(one, label === undefined ? undefined : shortLabel(label)) ?? one.message;
  };
  return (
    <details class="check-unchecked">
      <summary>{texts.unchecked(writeInteger(unchecked.length))}</summary>
      {reasons.map((reason) => {
        const own = unchecked.filter((one) => one.reason === reason);
        return (
          <section key={reason}>
            <h3>
              {texts.reasons[reason]} <span class="check-count">{writeInteger(own.length)}</span>
            </h3>
            <ul class="check-cells">
              {own.map((one, index) => {
                const { cell } = one;
                return (
                  <li key={index}>
                    {cell === undefined ? (
                      <span class="check-row">{sentence(one)}</span>
                    ) : (
                      <button type="button" class="check-row" onClick={() => onGo({ cell })}>
                        <span>{sentence(one)}</span>
                        <span class="check-cell">{cell}</span>
                      </button>
                    )}
                  </li>
                );
              })}
            </ul>
          </section>
        );
      })}
    </details>
  );
}

interface IgnoredProps {
  readonly ignored: readonly RuleId[];
  readonly result: CheckResult;
  readonly texts: CheckTexts;
  readonly language: Language;
  readonly onReset: () => void;
}

export function IgnoredRules({ ignored, result, texts, language, onReset }: IgnoredProps) {
  if (ignored.length === 0) return null;
  return (
    <div class="check-ignored">
      <div>
        <b>{texts.ignored(writeInteger(ignored.length))}</b>
        <ul>
          {ignored.map((rule) => {
            const count = result.findings.filter((finding) => finding.rule === rule).length;
            return <li key={rule}>{texts.ignoredRule(ruleTexts(rule, language).title, writeInteger(count))}</li>;
          })}
        </ul>
      </div>
      <button type="button" class="check-button" title={texts.resetHint} onClick={onReset}>
        {texts.reset}
      </button>
    </div>
  );
}
