/** The view Điền: the two columns, what is lacking, and how they are filled. */

import { writeInteger } from "../../core/number";
import type { FillMode } from "../../core/table/binding";
import type { Replaced } from "../../core/fill/fill";
import { Warning } from "../form/form-view";
import { Fold } from "../frame/fold";
import type { ViewProps } from "../frame/view-props";
import { mustConfirm } from "../state/fill-actions";
import { filledMode } from "../state/reading";
import { derivedRoles } from "../state/selectors";
import { lackingOf, labelsOf } from "./lacking";

const MODES: readonly FillMode[] = ["functions", "formulas", "values"];

export function FillView(props: ViewProps) {
  const { state, texts } = props;
  const { sheet, fill } = state;
  const words = texts.fill;
  if (!sheet) return null;
  if (!sheet.table) return <p class="quiet">{words.noTable}</p>;
  if (mustConfirm(sheet)) {
    const rows = "doubtful" in sheet.adoption ? sheet.adoption.doubtful.length : 0;
    return <p class="quiet">{words.adoptFirst(writeInteger(rows))}</p>;
  }
  const mode = filledMode(sheet);
  if (derivedRoles(sheet).length === 0) return <p class="quiet">{words.noColumns}</p>;
  return (
    <>
      {sheet.snapshot.isProtected && <Warning words={texts.locked} />}
      {fill.asking && <Question {...props} replaced={fill.plan?.replaced ?? []} />}
      <Columns {...props} />
      <Modes {...props} />
      {mode && <p class="quiet gap">{words.now(words.modes[mode].short)}</p>}
      {fill.mode === "values" && <p class="quiet gap">{words.values}</p>}
      <Lacking {...props} />
    </>
  );
}

/** What would be overwritten comes first: nothing typed by hand goes without a yes. */
function Question({ state, actions, texts, replaced }: ViewProps & { readonly replaced: readonly Replaced[] }) {
  const words = texts.fill;
  const labels = labelsOf(state.sheet?.table);
  return (
    <section class="question" role="alert">
      <Fold title={words.askTitle} count={replaced.length} texts={texts} warning open>
        {replaced.map(({ at, from, to }) => (
          <button key={at} type="button" class="line" onClick={() => actions.go(at)}>
            <span>{labels.get(at)}</span>
            <span class="change">{words.change(from, to || words.toBlank)}</span>
            <span class="place">{at}</span>
          </button>
        ))}
      </Fold>
      <p class="gap">{words.ask(writeInteger(replaced.length))}</p>
    </section>
  );
}

function Columns({ state: { fill, sheet }, texts }: ViewProps) {
  const words = texts.fill;
  const { plan } = fill;
  return (
    <table class="numbers">
      <thead>
        <tr>
          <th scope="col">{words.column}</th>
          <th scope="col">{words.fillable}</th>
          <th scope="col">{words.blank}</th>
        </tr>
      </thead>
      <tbody>
        {(sheet ? derivedRoles(sheet) : []).map((role) => (
          <tr key={role}>
            <th scope="row">{words.columns[role]}</th>
            <td class="strong">{plan ? writeInteger(plan.filled[role]) : ""}</td>
            <td>{plan ? writeInteger(plan.leftBlank.filter((blank) => blank.role === role).length) : ""}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Modes({ state: { fill, hasFunctions, work }, actions, texts }: ViewProps) {
  const words = texts.fill;
  return (
    <fieldset class="modes" disabled={work !== undefined}>
      <legend class="title">{words.modesTitle}</legend>
      {MODES.map((mode) => {
        const missing = mode === "functions" && !hasFunctions;
        return (
          <label key={mode} class="choice">
            <input
              type="radio"
              name="fill-mode"
              checked={fill.mode === mode}
              disabled={missing}
              onChange={() => actions.chooseMode(mode)}
            />
            <span>
              <b>{words.modes[mode].name}</b>
              <span>{missing ? words.noFunctions : words.modes[mode].line}</span>
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

function Lacking({ state, actions, texts }: ViewProps) {
  const words = texts.fill;
  const { plan } = state.fill;
  if (!plan) return null;
  const groups = lackingOf(plan, labelsOf(state.sheet?.table));
  return (
    <>
      <h2 class="title">{words.lacking}</h2>
      {groups.length === 0 && <p class="quiet">{words.lackingNone}</p>}
      {groups.map(({ why, rows }) => (
        <Fold key={why} title={words.why[why]} count={rows.length} texts={texts}>
          {rows.map(({ at, label }) => (
            <button key={at} type="button" class="line" onClick={() => actions.go(at)}>
              <span>{label}</span>
              <span class="place">{at}</span>
            </button>
          ))}
        </Fold>
      ))}
    </>
  );
}
