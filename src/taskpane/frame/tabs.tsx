/** The steps as tabs: arrow keys move, the view below is their panel. */

import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { writeInteger } from "../../core/number";
import { countsOf } from "../state/selectors";
import { TABS, type TabName } from "../state/types";
import type { ViewProps } from "./view-props";

const tabId = (tab: TabName) => `tab-${tab}`;
const panelId = (tab: TabName) => `panel-${tab}`;

/** The tab that a key leads to. */
function nextTab(key: string, tab: TabName): TabName | undefined {
  const at = TABS.indexOf(tab);
  switch (key) {
    case "ArrowRight":
      return TABS[(at + 1) % TABS.length];
    case "ArrowLeft":
      return TABS[(at + TABS.length - 1) % TABS.length];
    case "Home":
      return TABS[0];
    case "End":
      return TABS.at(-1);
    default:
      return undefined;
  }
}

export function Tabs({ state, actions, texts }: ViewProps) {
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = nextTab(event.key, state.tab);
    if (!next) return;
    event.preventDefault();
    actions.openTab(next);
    list.current?.querySelector<HTMLElement>(`#${tabId(next)}`)?.focus();
  };
  return (
    <div class="tabs" role="tablist" aria-label={texts.tabList} ref={list} onKeyDown={onKeyDown}>
      {TABS.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          class="tab"
          id={tabId(tab)}
          aria-selected={state.tab === tab}
          aria-controls={panelId(tab)}
          tabIndex={state.tab === tab ? 0 : -1}
          onClick={() => actions.openTab(tab)}
        >
          {texts.tabs[tab]}
          {tab === "check" && <Count state={state} texts={texts} />}
        </button>
      ))}
    </div>
  );
}

function Count({ state, texts }: Pick<ViewProps, "state" | "texts">) {
  if (!state.check || state.check.stale) return null;
  const { error, warning } = countsOf(state);
  const count = writeInteger(error > 0 ? error : warning);
  if (error + warning === 0) return null;
  return (
    <>
      <span class={error > 0 ? "count" : "count count-warning"} aria-hidden>
        {count}
      </span>
      <span class="hidden-words">, {error > 0 ? texts.tabCount(count) : texts.tabWarnings(count)}</span>
    </>
  );
}

interface PanelProps {
  readonly tab: TabName;
  readonly current: TabName;
  readonly children: ComponentChildren;
}

/** A view that was left keeps what is open and scrolled in it; one that was never seen is not drawn. */
export function Panel({ tab, current, children }: PanelProps) {
  const seen = useRef(false);
  seen.current ||= tab === current;
  return (
    <div
      class="panel"
      role="tabpanel"
      id={panelId(tab)}
      aria-labelledby={tabId(tab)}
      tabIndex={0}
      hidden={tab !== current}
    >
      {seen.current && children}
    </div>
  );
}
