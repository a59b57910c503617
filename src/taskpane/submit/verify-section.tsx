/** Kiểm chứng một bản nộp: a file against its Phiếu kiểm tra, and against the open sheet. */

import { useEffect, useRef } from "preact/hooks";
import type { FigureChange } from "../../core/submit/verify";
import { writeFigure } from "../../core/number";
import { shortLabel } from "../../core/text/label";
import { Fold } from "../frame/fold";
import type { ViewProps } from "../frame/view-props";
import { Icon, type IconName } from "../icons/icon";
import type { VerifiedSource, VerifiedState, VerifiedTableState } from "../state/types";
import type { Texts } from "../texts/vi";
import { Fingerprint } from "./sent";

export function VerifySection(props: ViewProps) {
  const { state, actions, texts } = props;
  const words = texts.submit;
  const { verified } = state.submit;
  return (
    <>
      <h2 class="title">{words.verify}</h2>
      <label class="file">
        <Icon name="document" />
        <span>
          <b>{words.choose}</b>
          <span class="quiet">{words.verifyLine}</span>
        </span>
        <input
          type="file"
          class="hidden-words"
          accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          disabled={state.work !== undefined}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) void actions.verifyFile({ name: file.name, bytes: () => file.arrayBuffer() });
            // The same file may be chosen again.
            currentTarget.value = "";
          }}
        />
      </label>
      <div role="status">{verified && <Verified {...props} verified={verified} />}</div>
    </>
  );
}

function Verified({ verified, ...props }: ViewProps & { readonly verified: VerifiedState }) {
  const words = props.texts.submit;
  const { against, file } = verified;
  const answer = useRef<HTMLDivElement>(null);
  // The answer stands below what was pressed, where a small pane does not show it.
  useEffect(() => answer.current?.scrollIntoView({ block: "nearest" }), [verified]);
  // The open workbook has changed since it was verified.
  if (file === undefined && against !== undefined && props.state.sheet?.table) {
    if (props.state.sheet.fingerprint !== against) return <p class="verified">{words.openChanged}</p>;
  }
  return (
    <div class="verified" ref={answer}>
      <h3>{verified.file ?? words.openBook}</h3>
      {verified.kind === "no-slip" && <Line icon="error" words={words.noSlip} />}
      {verified.kind === "damaged" && <Line icon="error" words={words.damaged(verified.line)} />}
      {verified.kind === "read" && (
        <>
          <p class="quiet">{words.by(verified.person, verified.at)}</p>
          {!verified.untouched && <Line icon="error" words={words.touched} />}
          {verified.tables.map((table) => (
            <Table key={table.said.sheet} {...props} table={table} verified={verified} />
          ))}
        </>
      )}
    </div>
  );
}

const OUTCOME_ICONS = {
  same: "ok",
  changed: "error",
  "no-sheet": "error",
  "other-version": "hint",
} as const satisfies Record<VerifiedTableState["outcome"], IconName>;

interface TableProps extends ViewProps {
  readonly table: VerifiedTableState;
  readonly verified: VerifiedSource;
}

function Table({ table, verified, state, actions, texts }: TableProps) {
  const words = texts.submit;
  const { said, outcome, now, version = "", changes, sheet } = table;
  // A cell is shown on the sheet that was compared, as long as it is the open one; what was found holds as long as its
  // figures stay the same.
  const canGo = sheet !== undefined && sheet === state.sheet?.snapshot.sheet.id;
  const holds = canGo && state.sheet?.fingerprint === verified.against;
  const again = verified.file !== undefined && (
    <button type="button" class="link" disabled={state.work !== undefined} onClick={() => void actions.verifyAgain()}>
      {words.compareAgain}
    </button>
  );
  return (
    <section>
      <h4>
        {said.formId} · {texts.period(said.period)} · {said.unit}
      </h4>
      <Line
        icon={OUTCOME_ICONS[outcome]}
        words={outcome === "other-version" ? words.otherVersion(said.version, version) : words.outcomes[outcome]}
      />
      {!changes && outcome === "changed" && (
        <p>
          {words.noCompare} {state.sheet?.table && again}
        </p>
      )}
      {changes && !holds && (
        <p>
          {words.comparedBefore} {again}
        </p>
      )}
      {changes?.length === 0 && holds && <p>{outcome === "changed" ? words.sameCellsChanged : words.sameCells}</p>}
      {changes && changes.length > 0 && (
        <>
          {outcome === "same" && holds && <p>{words.differsSame}</p>}
          <Fold title={words.differs} count={changes.length} texts={texts} warning open={changes.length <= 20}>
            {changes.map((change, at) => {
              const { atBefore } = change;
              const parts = <Change change={change} texts={texts} />;
              return canGo && atBefore !== undefined ? (
                <button key={at} type="button" class="line" onClick={() => actions.go(atBefore)}>
                  {parts}
                </button>
              ) : (
                <p key={at} class="line">
                  {parts}
                </p>
              );
            })}
          </Fold>
        </>
      )}
      {now !== undefined && (
        <>
          <p class="quiet">{words.fingerprint}</p>
          <Fingerprint digits={now} />
        </>
      )}
    </section>
  );
}

function Change({ change, texts }: { readonly change: FigureChange; readonly texts: Texts }) {
  const words = texts.submit;
  const { label, role, before, after, atBefore, atAfter } = change;
  return (
    <>
      <span>
        {shortLabel(label)} · {texts.form.columns[role]}
      </span>
      <span class="change">{words.change(figureWords(before, texts), figureWords(after, texts))}</span>
      <span class="place">{atBefore ?? (atAfter === undefined ? "" : words.inFile(atAfter))}</span>
    </>
  );
}

function Line({ icon, words }: { readonly icon: IconName; readonly words: string }) {
  return (
    <p class={`verified-line verified-${icon}`}>
      <Icon name={icon} />
      <span>{words}</span>
    </p>
  );
}

/** A figure of the canonical text as people write it. */
function figureWords(text: string | undefined, { submit }: Texts): string {
  if (text === undefined) return submit.noRow;
  if (text === "") return submit.blank;
  const decimals = /^-?\d+(?:\.(\d+))?$/.exec(text);
  return decimals ? writeFigure(Number(text), (decimals[1] ?? "").length) : text;
}
