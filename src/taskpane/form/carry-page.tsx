/** Chuyển từ kỳ trước: last year's file, what it would bring, what it would replace. */

import type { LeftBehind } from "../../core/fill/carry-over";
import { writeInteger } from "../../core/number";
import type { ViewProps } from "../frame/view-props";
import { Fold } from "../frame/fold";
import { Icon } from "../icons/icon";
import type { CarryState } from "../state/types";
import type { Texts } from "../texts/vi";
import { BackLink } from "./back-link";

export function CarryPage({ state, actions, texts }: ViewProps) {
  const words = texts.carry;
  const { carry, work } = state;
  return (
    <>
      <BackLink texts={texts} onBack={() => actions.openPage("overview")} />
      <h2 class="title title-after-back">{texts.form.carry}</h2>
      <label class="file">
        <Icon name="document" />
        <span>
          <b>{carry?.fileName ?? words.choose}</b>
          <span class="quiet">{carry ? words.chooseAnother : words.local}</span>
        </span>
        <input
          type="file"
          class="hidden-words"
          accept=".xlsx,.xlsm"
          disabled={work !== undefined}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) void actions.openOldFile({ name: file.name, bytes: () => file.arrayBuffer() });
            // The same file may be chosen again after it was mended.
            currentTarget.value = "";
          }}
        />
      </label>
      <div class="gap" role="status">
        {carry && <Found choice={carry.choice} texts={texts} />}
      </div>
      {carry?.choice.kind === "ready" && <Details choice={carry.choice} actions={actions} texts={texts} />}
    </>
  );
}

type Ready = Extract<CarryState["choice"], { readonly kind: "ready" }>;

function Found({ choice, texts }: { readonly choice: CarryState["choice"]; readonly texts: Texts }) {
  const words = texts.carry;
  if (choice.kind === "no-form") return <p>{words.noForm}</p>;
  if (choice.kind === "no-column") return <p>{words.noColumn(choice.formId)}</p>;
  const period = choice.from ? texts.period(choice.from) : words.unknownPeriod;
  return (
    <>
      <p>{words.found(choice.formId, period, writeInteger(choice.figures))}</p>
      {!choice.from && <p class="quiet">{words.check}</p>}
    </>
  );
}

interface DetailsProps extends Pick<ViewProps, "actions" | "texts"> {
  readonly choice: Ready;
}

function Details({ choice: { here, left }, actions, texts }: DetailsProps) {
  const words = texts.carry;
  return (
    <>
      {here && (
        <p class="gap">
          {words.here(here.sheet)}: {words.hereLine(writeInteger(here.figures))}.
        </p>
      )}
      {here && here.replaced.length > 0 && (
        <Fold title={words.replaced} count={here.replaced.length} texts={texts} warning open>
          {here.replaced.map(({ at, label, from, to }) => (
            <button key={at} type="button" class="line" onClick={() => actions.go(at)}>
              <span>{label}</span>
              <span class="change">{texts.fill.change(from, to)}</span>
              <span class="place">{at}</span>
            </button>
          ))}
        </Fold>
      )}
      {left.length > 0 && (
        <Fold title={words.left} count={left.length} texts={texts}>
          {left.map((one, index) => (
            <p key={index} class="line">
              <span>{leftWords(one, texts)}</span>
            </p>
          ))}
        </Fold>
      )}
    </>
  );
}

function leftWords(left: LeftBehind, { carry }: Texts): string {
  switch (left.kind) {
    case "doubtful":
      return carry.doubtful(left.label, left.written);
    case "unbound":
      return carry.unbound(left.label);
    case "no-row":
      return carry.noRow(left.label);
  }
}
