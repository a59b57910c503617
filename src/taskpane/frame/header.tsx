/** One line: which Biểu, of which period, and how it stands. */

import { Icon, type IconName } from "../icons/icon";
import { writeInteger } from "../../core/number";
import { countsOf, formOf, periodOf, unitOf } from "../state/selectors";
import { gateNow } from "../state/gate";
import { isAsSent, sentOf } from "../state/sent";
import type { PaneState, TabName } from "../state/types";
import type { Texts } from "../texts/vi";
import type { ViewProps } from "./view-props";
import { momentWords, percent } from "./words";

export function Header({ state, actions, texts }: ViewProps) {
  const { sheet } = state;
  const form = formOf(sheet);
  const period = periodOf(sheet);
  const about = form ? (period ? texts.period(period) : texts.unknownPeriod) : (sheet?.snapshot.sheet.name ?? "");
  const chip = chipOf(state, texts);
  return (
    <header class="top">
      <h1 title={[form?.number, about, unitOf(sheet)].filter(Boolean).join(" · ")}>
        <b>{form?.id ?? texts.product}</b> {about}
      </h1>
      {chip && (
        <button type="button" class={`chip chip-${chip.tone}`} onClick={() => actions.openTab(chip.tab)}>
          <Icon name={chip.icon} />
          {chip.words}
        </button>
      )}
    </header>
  );
}

interface Chip {
  readonly icon: IconName;
  readonly words: string;
  readonly tone: "error" | "warning" | "ok" | "quiet";
  readonly tab: TabName;
}

function chipOf(state: PaneState, texts: Texts): Chip | undefined {
  const { sheet, check, work } = state;
  const words = texts.chip;
  const quiet = { tone: "quiet", tab: "check" } as const;
  if (work?.kind === "checking") return { ...quiet, icon: "checking", words: words.checking(percent(work.progress)) };
  if (sheet?.isSentCopy) {
    return { icon: "document", words: texts.submit.chipCopy, tone: "quiet", tab: "submit" };
  }
  if (!sheet?.table) return undefined;
  const { error, warning } = countsOf(state);
  const isFresh = check !== undefined && !check.stale;
  const sent = sentOf(state);
  // What was sent stays sent, unless a check of these very figures says otherwise.
  if (sent && isAsSent(state) && !(isFresh && error + warning > 0)) {
    return { icon: "ok", words: words.sent(momentWords(sent.note.at)), tone: "ok", tab: "submit" };
  }
  if (!check) return { ...quiet, icon: "clock", words: words.notChecked };
  if (!isFresh) return { ...quiet, icon: "clock", words: words.stale };
  if (error > 0) return { icon: "error", words: words.errors(writeInteger(error)), tone: "error", tab: "check" };
  if (warning > 0) {
    return { icon: "warning", words: words.warnings, tone: "warning", tab: "check" };
  }
  if (sheet.adoption.kind === "unknown-form") return { ...quiet, icon: "ok", words: words.clean };
  // Rules that are ignored while working count before sending.
  if (!gateNow(state)?.ready) return { icon: "warning", words: words.notReady, tone: "warning", tab: "submit" };
  return { icon: "ok", words: words.ready, tone: "ok", tab: "submit" };
}
