/** The pane: header, tabs, message bar, the view of the tab, foot. */

import { useEffect } from "preact/hooks";
import type { Language } from "../../core/check/finding-texts";
import { FormView } from "../form/form-view";
import type { Pane } from "../state/pane";
import { formOf, periodOf, unitOf } from "../state/selectors";
import type { Texts } from "../texts/vi";
import { Foot } from "./foot";
import { Header } from "./header";
import { MessageBar } from "./message-bar";
import { Panel, Tabs } from "./tabs";
import { useKeptFocus } from "./use-kept-focus";
import { useStore } from "./use-store";
import { useViews, type LoadViews } from "./use-views";
import type { ViewProps } from "./view-props";

interface AppProps {
  readonly pane: Pane;
  readonly texts: Texts;
  readonly language: Language;
  readonly loadViews: LoadViews;
}

export function App({ pane: { store, actions }, texts, language, loadViews }: AppProps) {
  const state = useStore(store);
  const { views, retry } = useViews(loadViews);
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
  const waiting = <Waiting texts={texts} retry={retry} />;
  return (
    <div class="frame">
      <Header {...props} />
      <main class="middle">
        <Tabs {...props} />
        <MessageBar {...props} />
        <div class="panels">
          <Panel tab="form" current={state.tab}>
            <FormView {...props} views={views} waiting={waiting} />
          </Panel>
          <Panel tab="fill" current={state.tab}>
            {views ? <views.FillView {...props} /> : waiting}
          </Panel>
          <Panel tab="check" current={state.tab}>
            {views ? <views.CheckPanel {...props} /> : waiting}
          </Panel>
          <Panel tab="results" current={state.tab}>
            {views ? (
              <views.ResultsView
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
            ) : (
              waiting
            )}
          </Panel>
          <Panel tab="submit" current={state.tab}>
            {views ? <views.SubmitView {...props} /> : waiting}
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

/** What stands in a view that is not there yet; where it could not be fetched, the way to try again. */
function Waiting({ texts, retry }: { readonly texts: Texts; readonly retry: (() => void) | undefined }) {
  if (!retry) return <p class="quiet">{texts.fetching}</p>;
  return (
    <p class="quiet">
      {texts.notFetched}{" "}
      <button type="button" class="link" onClick={retry}>
        {texts.retry}
      </button>
    </p>
  );
}
