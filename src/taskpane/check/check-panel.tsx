/** The view Kiểm tra on the pane's state and actions. */

import { draftFor, type ExplainedResult } from "../../core/check/explanations";
import { findingTexts, ruleTexts } from "../../core/check/finding-texts";
import type { ViewProps } from "../frame/view-props";
import { formOf, ignoredOf, sortFindings } from "../state/selectors";
import { CheckView } from "./check-view";

/** Before the first check. */
const NOTHING: ExplainedResult = { open: [], explained: [], stale: [] };

export function CheckPanel({ state, actions, texts, language }: ViewProps) {
  const { sheet, check, work, live } = state;
  if (sheet && !sheet.table) return <p class="quiet">{texts.happened.noTable}</p>;
  const { explained, stale } = check ? sortFindings(sheet, check.result) : NOTHING;
  return (
    <CheckView
      result={check?.result}
      form={formOf(sheet)}
      checkedAt={check?.at}
      progress={work?.kind === "checking" ? (work.progress ?? 0) : undefined}
      ignored={ignoredOf(sheet)}
      explained={explained}
      draftOf={(finding) => sheet?.table && draftFor(finding, sheet.table, stale)}
      onExplain={(findings, text) => void actions.explain(findings, text)}
      onUnexplain={(finding) => void actions.unexplain(finding)}
      onResetExplained={() => void actions.resetExplanations()}
      language={language}
      live={live}
      onLive={actions.setLive}
      onGo={({ cell }) => actions.go(cell)}
      onFix={(findings) => void actions.fix(findings)}
      onComment={(finding) => {
        const { message, fix } = findingTexts(finding, language);
        void actions.comment(finding, texts.comment(message, fix));
      }}
      onIgnoreRule={(rule) => void actions.ignoreRule(rule, ruleTexts(rule, language).title)}
      onResetIgnored={() => void actions.resetIgnored()}
    />
  );
}
