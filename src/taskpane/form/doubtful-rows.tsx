/** The rows that we are not sure of, each with our guess, what else it may be, and "not an indicator". */

import { useState } from "preact/hooks";
import { sectionLabel, sectionOf } from "../../core/form/sections";
import { writeInteger } from "../../core/number";
import { address } from "../../core/table/grid";
import type { DoubtfulRow, RowGuess } from "../../core/workbook/adopt";
import type { ViewProps } from "../frame/view-props";
import { Icon } from "../icons/icon";
import { answerOf } from "../state/form-actions";
import type { PaneState } from "../state/types";

/** Rows that are drawn before one asks for more. */
const ROWS_AT_ONCE = 40;

interface DoubtfulRowsProps extends ViewProps {
  readonly rows: readonly DoubtfulRow[];
  readonly labelColumn: number;
}

export function DoubtfulRows(props: DoubtfulRowsProps) {
  const { rows, labelColumn, actions, texts } = props;
  const [open, setOpen] = useState(rows[0]?.row);
  const [limit, setLimit] = useState(ROWS_AT_ONCE);
  return (
    <>
      <ul>
        {rows.slice(0, limit).map((row) => (
          <Row
            key={row.row}
            {...props}
            row={row}
            open={open === row.row}
            onToggle={() => {
              setOpen(open === row.row ? undefined : row.row);
              actions.go(address(row.row, labelColumn));
            }}
          />
        ))}
      </ul>
      {rows.length > limit && (
        <button type="button" class="button button-small" onClick={() => setLimit(limit + ROWS_AT_ONCE)}>
          {texts.fill.more(writeInteger(Math.min(ROWS_AT_ONCE, rows.length - limit)))}
        </button>
      )}
    </>
  );
}

interface RowProps extends ViewProps {
  readonly row: DoubtfulRow;
  readonly open: boolean;
  readonly onToggle: () => void;
}

function Row({ row: { row, label, guess, alternatives }, open, onToggle, state, actions, texts }: RowProps) {
  const words = texts.form;
  const answered = state.answers.has(row);
  const chosen = answerOf(state.answers, row, guess.code);
  const options = [guess, ...alternatives];
  const nameOf = ({ code, label: own }: RowGuess) =>
    options.filter(({ label: other }) => other === own).length > 1 ? `${own} · ${sectionWords(state, code)}` : own;
  const named = options.find(({ code }) => code === chosen)?.label ?? guess.label;
  const said = !answered ? words.maybe(guess.label) : chosen === null ? words.isNone : words.is(named);
  const body = `row-${row}`;
  return (
    <li class={open ? "row-item row-item-open" : "row-item"}>
      <button
        type="button"
        class="row-head"
        aria-expanded={open}
        {...(open && { "aria-controls": body })}
        onClick={onToggle}
      >
        <Icon name={answered ? "ok" : "warning"} />
        <b>“{label}”</b>
        <span class="place">{words.row(writeInteger(row + 1))}</span>
        {!open && <span class="guess">{said}</span>}
      </button>
      {open && (
        <fieldset class="row-answers" id={body}>
          <legend class="hidden-words">{words.answersOf(label)}</legend>
          {options.map((option) => (
            <Answer
              key={option.code}
              row={row}
              words={nameOf(option)}
              checked={chosen === option.code}
              onChoose={() => actions.answer(row, option.code)}
            />
          ))}
          <Answer row={row} words={words.isNone} checked={chosen === null} onChoose={() => actions.answer(row, null)} />
        </fieldset>
      )}
    </li>
  );
}

/** The section of an indicator: what tells apart two that are called the same. */
function sectionWords({ sheet }: PaneState, code: string): string {
  const form = sheet && "form" in sheet.adoption ? sheet.adoption.form : undefined;
  const definition = form?.byCode.get(code);
  return definition ? sectionLabel(form, sectionOf(form, definition.path)) : code;
}

interface AnswerProps {
  readonly row: number;
  readonly words: string;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function Answer({ row, words, checked, onChoose }: AnswerProps) {
  return (
    <label class="choice">
      <input type="radio" name={`answer-${row}`} checked={checked} onChange={onChoose} />
      <span>{words}</span>
    </label>
  );
}
