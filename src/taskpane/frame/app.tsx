/** The pane: header, tabs, message bar, the view of the tab, foot. */

import { useEffect } from "preact/hooks";
import { findingTexts, type Language } from "../../core/check/finding-texts";
import { CheckView } from "../check/check-view";
import { FillView } from "../fill/fill-view";
import { FormView } from "../form/form-view";
import { ResultsView } from "../results/results-view";
import type { Pane } from "../state/pane";
import { draftFor, type ExplainedResult } from "../../core/check/explanations";
import { formOf, ignoredOf, periodOf, sortFindings, unitOf } from "../state/selectors";
import { SubmitView } from "../submit/submit-view";
import type { Texts } from "../texts/vi";
import { Foot } from "./foot";
import { Header } from "./header";
import { MessageBar } from "./message-bar";
import { Panel, Tabs } from "./tabs";
import { useKeptFocus } from "./use-kept-focus";
import { useStore } from "./use-store";
import type { ViewProps } from "./view-props";

interface AppProps {
  readonly pane: Pane;
  readonly texts: Texts;
  readonly language: Language;
}

export function App({ pane: { store, actions }, texts, language }: AppProps) {
  const state = useStore(store);
  useKeptFocus();
  useEffect(() => {
    // Coming back from the sheet: whatever happened there is seen, even if the host lost the event.
    window.addEventListener("focus", actions.lookAround);
    return () => {
      window.removeEventListener("focus", actions.lookAround);
      actions.end();
    };
  }, [actions]);
  const props: ViewProps = { state, actions, texts, language };
  return (
    <div class="frame">
      <Header {...props} />
      <main class="middle">
        <Tabs {...props} />
        <MessageBar {...props} />
        <div class="panels">
          <Panel tab="form" current={state.tab}>
            <FormView {...props} />
          </Panel>
          <Panel tab="fill" current={state.tab}>
            <FillView {...props} />
          </Panel>
          <Panel tab="check" current={state.tab}>
            <Check {...props} />
          </Panel>
          <Panel tab="results" current={state.tab}>
            <ResultsView
              assessments={state.results?.assessments}
              sections={state.results?.sections ?? []}
              form={formOf(state.sheet)}
              period={periodOf(state.sheet)}
              language={language}
              onGo={actions.go}
              title={titleOf(state, texts)}
              sentences={state.sentences}
              onCopySummary={() => void actions.copySummary()}
              onAddSheet={() => void actions.addSummary()}
              onPrint={() => window.print()}
              onTell={(section) => void actions.tellSection(section)}
              onCopySentences={() => void actions.copySentences()}
              onAddSentences={() => void actions.addSentences()}
            />
          </Panel>
          <Panel tab="submit" current={state.tab}>
            <SubmitView {...props} />
          </Panel>
        </div>
      </main>
      <Foot {...props} />
    </div>
  );
}

/** What the printed results are of: the form, its period and the unit. */
function titleOf({ sheet }: ViewProps["state"], texts: ViewProps["texts"]): string {
  const period = periodOf(sheet);
  return [formOf(sheet)?.number, period && texts.period(period), unitOf(sheet)].filter(Boolean).join(" · ");
}

/** Before the first check. */
const NOTHING: ExplainedResult = { open: [], explained: [], stale: [] };

function Check({ state, actions, texts, language }: ViewProps) {
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
      onIgnoreRule={(rule) => void actions.ignoreRule(rule)}
      onResetIgnored={() => void actions.resetIgnored()}
    />
  );
}
