/** Lập biểu riêng: what the numbers of a table suggest, each to be accepted or not. Nothing is accepted unasked. */

import { LEARN_EN } from "../../core/learn/texts.en";
import { LEARN_VI } from "../../core/learn/texts.vi";
import type { Learned, Suggestion, SuggestionType } from "../../core/learn/types";
import { evidenceLines, rowLabel, suggestionWords } from "../../core/learn/words";
import { writeInteger } from "../../core/number";
import { address } from "../../core/table/grid";
import { Fold } from "../frame/fold";
import type { ViewProps } from "../frame/view-props";
import { Icon } from "../icons/icon";
import { BackLink } from "./back-link";

const ORDER: readonly SuggestionType[] = ["total", "rate", "part", "same"];

export function LearnPage(props: ViewProps) {
  const { state, actions, texts } = props;
  const words = texts.own;
  const { learning } = state;
  if (!learning) return null;
  const { learned, decisions } = learning;
  const { suggestions } = learned;
  const rows = writeInteger(learned.rows.filter(({ heading }) => !heading).length);
  const undecidedSure = suggestions.filter(({ id, trust }) => trust === "sure" && !decisions.has(id)).length;
  const accepted = [...decisions.values()].filter(Boolean).length;
  return (
    <>
      <BackLink texts={texts} onBack={() => actions.openPage("overview")} />
      <h2 class="title title-after-back">{words.title}</h2>
      <p>{suggestions.length > 0 ? words.intro(rows, writeInteger(suggestions.length)) : words.none(rows)}</p>
      {suggestions.length > 0 && (
        <p class="quiet" role="status">
          {words.accepted(writeInteger(accepted), writeInteger(suggestions.length))}
        </p>
      )}
      {undecidedSure > 0 && (
        <button type="button" class="button button-small gap" onClick={actions.acceptSure}>
          {words.acceptSure(writeInteger(undecidedSure))}
        </button>
      )}
      {ORDER.map((type) => {
        const own = suggestions.filter((one) => one.type === type);
        if (own.length === 0) return null;
        return (
          <Fold key={type} title={words.groups[type]} count={own.length} texts={texts} open>
            {own.map((one) => (
              <Item key={one.id} {...props} learned={learned} suggestion={one} decision={decisions.get(one.id)} />
            ))}
          </Fold>
        );
      })}
    </>
  );
}

interface ItemProps extends ViewProps {
  readonly learned: Learned;
  readonly suggestion: Suggestion;
  readonly decision: boolean | undefined;
}

function Item({ learned, suggestion, decision, state, actions, texts, language }: ItemProps) {
  const words = texts.own;
  const said = language === "en" ? LEARN_EN : LEARN_VI;
  const label = rowLabel(learned, suggestion);
  const { id, trust, row } = suggestion;
  const labelColumn = labelColumnOf(state);
  const decide = (yes: boolean) => actions.decide(id, decision === yes ? undefined : yes);
  return (
    <div class="learn-item" role="group" aria-label={words.decide(label)}>
      <button type="button" class="link" onClick={() => actions.go(address(learned.rows[row]!.row, labelColumn))}>
        {label}
      </button>
      <p>{said.question(suggestionWords(learned, suggestion, said))}</p>
      <ul class="learn-figures">
        {evidenceLines(learned, suggestion, said).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p class="learn-answers">
        <span class="learn-trust">
          <Icon name={trust === "sure" ? "ok" : "hint"} />
          {words.trust[trust]}
        </span>
        <button type="button" class="button button-small" aria-pressed={decision === true} onClick={() => decide(true)}>
          {decision === true && <Icon name="checkmark" />}
          {words.accept}
        </button>
        <button
          type="button"
          class="button button-small"
          aria-pressed={decision === false}
          onClick={() => decide(false)}
        >
          {decision === false && <Icon name="cross" />}
          {words.reject}
        </button>
      </p>
    </div>
  );
}

function labelColumnOf({ sheet }: ViewProps["state"]): number {
  const binding = sheet && "binding" in sheet.adoption ? sheet.adoption.binding : undefined;
  return binding?.columns.find(({ role }) => role === "label")?.column ?? 0;
}
