/** The view Điền: the two columns, what is lacking, and how they are filled. */

import { writeInteger } from "../../core/number";
import type { FillMode } from "../../core/table/binding";
import { columnName } from "../../core/table/grid";
import { Warning } from "../form/form-view";
import { Fold } from "../frame/fold";
import type { ViewProps } from "../frame/view-props";
import { mustConfirm } from "../state/fill-actions";
import { filledMode } from "../state/reading";
import { canAssess, derivedRoles, isWord, replacedBy, willAssess } from "../state/selectors";
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
  const compares = derivedRoles(sheet).length > 0;
  if (!compares && !canAssess(fill)) return <p class="quiet">{words.noColumns}</p>;
  const fills = compares || willAssess(fill);
  return (
    <>
      {sheet.snapshot.isProtected && <Warning words={texts.locked} />}
      {fill.asking && <Question {...props} />}
      {!compares && <p class="quiet">{words.noComparisons}</p>}
      {fills && <Columns {...props} />}
      {canAssess(fill) && <Assessing {...props} />}
      {fills && <Modes {...props} />}
      {mode && <p class="quiet gap">{words.now(words.modes[mode].short)}</p>}
      {fill.mode === "values" && <p class="quiet gap">{words.values}</p>}
      {fills && <Lacking {...props} />}
    </>
  );
}

/** What would be overwritten comes first: nothing typed by hand goes without a yes. */
function Question({ state, actions, texts }: ViewProps) {
  const words = texts.fill;
  const replaced = replacedBy(state.fill);
  const [title, ask] = replaced.some(isWord) ? [words.askCellsTitle, words.askCells] : [words.askTitle, words.ask];
  const labels = labelsOf(state.sheet?.table, state.fill.assessment);
  return (
    <section class="question" role="alert">
      <Fold title={title} count={replaced.length} texts={texts} warning open>
        {replaced.map(({ at, from, to }) => (
          <button key={at} type="button" class="line" onClick={() => actions.go(at)}>
            <span>{labels.get(at)}</span>
            <span class="change">{words.change(from, to || words.toBlank)}</span>
            <span class="place">{at}</span>
          </button>
        ))}
      </Fold>
      <p class="gap">{ask(writeInteger(replaced.length))}</p>
    </section>
  );
}

function Columns({ state: { fill, sheet }, texts }: ViewProps) {
  const words = texts.fill;
  const { plan, assessment } = fill;
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
        {willAssess(fill) && assessment && (
          <tr>
            <th scope="row">{words.assessment}</th>
            <td class="strong">{writeInteger(assessment.judged + assessment.missing)}</td>
            <td>{writeInteger(assessment.leftBlank.length)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Assessing({ state: { fill, work }, actions, texts }: ViewProps) {
  const words = texts.fill;
  const columns = fill.assessment?.columns ?? [];
  const place = columns.map(({ column }) => columnName(column)).join(", ");
  const where = columns.some(({ isNew }) => isNew) ? words.assessNew(place) : words.assessThere(place);
  return (
    <label class="assess">
      <input
        type="checkbox"
        checked={fill.assess}
        disabled={work !== undefined}
        onChange={(event) => actions.chooseAssess(event.currentTarget.checked)}
      />
      <span>
        <b>{words.assess}</b>
        <span>{where}</span>
      </span>
    </label>
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
  const { fill, sheet } = state;
  const { plan, assessment } = fill;
  if (!plan) return null;
  const left = [...plan.leftBlank, ...(willAssess(fill) ? (assessment?.leftBlank ?? []) : [])];
  const groups = lackingOf(left, labelsOf(sheet?.table, assessment));
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
