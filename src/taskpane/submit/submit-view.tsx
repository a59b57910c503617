/** The view Nộp: what still stands in the way, who sends, what was sent, and whether a copy is what was checked. */

import { writeInteger } from "../../core/number";
import type { ViewProps } from "../frame/view-props";
import { Icon } from "../icons/icon";
import { mustConfirm } from "../state/fill-actions";
import { Checklist } from "./checklist";
import { SentCopyCard } from "./sent-copy-card";
import { Sent } from "./sent";
import { VerifySection } from "./verify-section";

export function SubmitView(props: ViewProps) {
  const { sheet } = props.state;
  const words = props.texts.submit;
  if (!sheet) return null;
  if (sheet.isSentCopy) {
    return (
      <>
        <SentCopyCard texts={props.texts} />
        <VerifySection {...props} />
      </>
    );
  }
  const ready = sheet.table !== undefined && !mustConfirm(sheet);
  return (
    <>
      <Sent {...props} />
      {!sheet.table && <p class="quiet">{words.noTable}</p>}
      {sheet.table && !ready && "doubtful" in sheet.adoption && (
        <p class="quiet">{words.confirmFirst(writeInteger(sheet.adoption.doubtful.length))}</p>
      )}
      {ready && <Checklist {...props} sheet={sheet} />}
      {ready && <Person {...props} />}
      <VerifySection {...props} />
    </>
  );
}

function Person({ state, actions, texts }: ViewProps) {
  const words = texts.submit;
  const { person, nameAsked } = state.submit;
  return (
    <>
      <div class="pair submit-who">
        <label class="field">
          <span>{words.who}</span>
          <input
            type="text"
            value={person}
            placeholder={words.whoHint}
            autocomplete="name"
            maxLength={100}
            aria-invalid={nameAsked}
            {...(nameAsked && { "aria-describedby": "submit-no-person" })}
            onInput={({ currentTarget }) => actions.setPerson(currentTarget.value)}
          />
        </label>
        <p class="field submit-date">
          <span>{words.date}</span>
          <b>{dateWords(new Date())}</b>
        </p>
      </div>
      {nameAsked && (
        <p class="wrong submit-wrong" id="submit-no-person">
          <Icon name="error" />
          {words.noPerson}
        </p>
      )}
      <p class="quiet">{words.about}</p>
    </>
  );
}

const dateWords = (date: Date) =>
  [date.getDate(), date.getMonth() + 1, date.getFullYear()].map((part) => String(part).padStart(2, "0")).join("/");
