/** The five questions of the gate with their answers, and what was not checked. */

import { UncheckedList } from "../check/remainder";
import type { RuleId } from "../../core/check/finding";
import { writeInteger } from "../../core/number";
import { GATE_QUESTIONS, type Gate, type GateQuestion } from "../../core/submit/gate";
import type { ViewProps } from "../frame/view-props";
import { Icon, type IconName } from "../icons/icon";
import { gateNow } from "../state/gate";
import { filledMode } from "../state/reading";
import { derivedRoles, formOf, ignoredOf } from "../state/selectors";
import type { SheetState, TabName } from "../state/types";
import { CHECK_TEXTS_EN } from "../texts/check.en";
import { CHECK_TEXTS } from "../texts/check.vi";

interface ChecklistProps extends ViewProps {
  readonly sheet: SheetState;
}

const ICONS = { done: "ok", open: "error", note: "hint", unknown: "clock" } as const satisfies Record<string, IconName>;

export function Checklist({ state, actions, texts, language, sheet }: ChecklistProps) {
  const words = texts.submit;
  const gate = gateNow(state);
  const stale = gate?.stale.length ?? 0;
  const ignored = gate ? ignoredHere(gate, ignoredOf(sheet)) : 0;
  return (
    <>
      <h2 class="title">{words.checklist}</h2>
      <ul class="gate">
        {GATE_QUESTIONS.map((question) => {
          const item = gate?.items.find((one) => one.question === question);
          const standing = item?.state ?? "unknown";
          const tab = mendedIn(question, sheet);
          return (
            <li key={question} class={`gate-item gate-${standing}`}>
              <Icon name={ICONS[standing]} />
              <div>
                <b>{words.gate.title[question]}</b>
                <span class="gate-state">{words.states[standing]}</span>
                {item && gate && <p>{words.gate.answer(item, gate.counts)}</p>}
                {(standing === "open" || standing === "note") && (
                  <button
                    type="button"
                    class="link"
                    aria-label={`${words.gate.title[question]}: ${words.open(texts.tabs[tab])}`}
                    onClick={() => actions.openTab(tab)}
                  >
                    {words.open(texts.tabs[tab])}
                  </button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {!gate && state.work === undefined && (
        <p class="submit-line">
          {state.check ? words.stale : words.notYet}{" "}
          <button type="button" class="link" onClick={() => void actions.check()}>
            {words.checkNow}
          </button>
        </p>
      )}
      {ignored > 0 && (
        <p class="submit-line">
          {words.ignored(writeInteger(ignored))}{" "}
          <button type="button" class="link" onClick={() => void actions.resetIgnored()}>
            {words.reset}
          </button>
        </p>
      )}
      {stale > 0 && <p class="submit-line">{words.staleReasons(writeInteger(stale))}</p>}
      {gate?.unchecked.length === 0 && <p class="submit-line quiet">{words.allChecked}</p>}
      {gate && (
        <UncheckedList
          unchecked={gate.unchecked}
          form={formOf(sheet)}
          texts={language === "en" ? CHECK_TEXTS_EN : CHECK_TEXTS}
          onGo={({ cell }) => actions.go(cell)}
        />
      )}
    </>
  );
}

/** Where what a question asks for is done. */
function mendedIn(question: GateQuestion, sheet: SheetState): TabName {
  if (question === "definition") return "form";
  if (question === "complete" && !formOf(sheet)) return "form";
  const unfilled = derivedRoles(sheet).length > 0 && filledMode(sheet) === undefined;
  return question === "derived" && unfilled ? "fill" : "check";
}

/** How many of the rules that are ignored stand in the way: what they found is not in the list of Kiểm tra. */
function ignoredHere(gate: Gate, ignored: readonly RuleId[]): number {
  const open = new Set(gate.items.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  return ignored.filter((rule) => open.has(rule)).length;
}
