/** A Biểu that is known: what it is, how far it is filled in, when it was last filled and checked. */

import { fillTemplate, withoutPlaces } from "../../core/form/template";
import { writeInteger } from "../../core/number";
import type { Adoption } from "../../core/workbook/adopt";
import type { ViewProps } from "../frame/view-props";
import { momentWords } from "../frame/words";
import { Icon } from "../icons/icon";
import { filledMode } from "../state/reading";
import { actualsOf, countsOf, derivedRoles, periodOf, saysAbout, unitOf } from "../state/selectors";
import type { PaneState, SheetState } from "../state/types";
import type { Texts } from "../texts/vi";
import { AboutFields } from "./about-fields";

interface OverviewProps extends ViewProps {
  readonly sheet: SheetState;
  readonly adoption: Extract<Adoption, { readonly kind: "ours" | "adopted" }>;
}

export function Overview(props: OverviewProps) {
  const { state, actions, texts, sheet, adoption } = props;
  const words = texts.form;
  const { form, recognised, total, doubtful } = adoption;
  const period = periodOf(sheet);
  const actuals = actualsOf(sheet);
  const isFilled = derivedRoles(sheet).length > 0;
  const found = words.recognised(writeInteger(recognised), writeInteger(total), sheet.snapshot.sheet.name);
  return (
    <>
      <div class="card card-own">
        <Icon name="table" />
        <div>
          <h2>{titleOf(form.title, period)}</h2>
          <p class="quiet">
            {found} {doubtful.length > 0 && words.toConfirm(writeInteger(doubtful.length))}
          </p>
        </div>
      </div>
      <dl class="facts">
        <dt>{words.period}</dt>
        <dd>{period ? texts.period(period) : texts.unknownPeriod}</dd>
        <dt>{words.unit}</dt>
        <dd>
          {unitOf(sheet) || words.noUnit}{" "}
          {saysAbout(sheet) && (
            <button type="button" class="link" onClick={() => actions.openPage("about")}>
              {words.changeAbout}
            </button>
          )}
        </dd>
        <dt>{words.actuals}</dt>
        <dd>{words.of(writeInteger(actuals.given), writeInteger(actuals.all))}</dd>
        {isFilled && <dt>{words.filled}</dt>}
        {isFilled && <dd>{filledWords(sheet, texts)}</dd>}
        <dt>{words.checked}</dt>
        <dd>{checkedWords(state, sheet, texts)}</dd>
      </dl>
      {!saysAbout(sheet) && (
        <>
          <h2 class="title">{words.aboutTitle}</h2>
          <p class="quiet">{words.aboutMissing}</p>
          <AboutFields {...props} />
        </>
      )}
      {actuals.given === 0 && (
        <p class="quiet gap">{words.enterFigures(isFilled ? texts.tabs.fill : texts.tabs.check)}</p>
      )}
    </>
  );
}

/** A title is written for a period; where that is not known, without it. */
function titleOf(template: string, period: ReturnType<typeof periodOf>): string {
  return period ? fillTemplate(template, period) : withoutPlaces(template);
}

function filledWords(sheet: SheetState, { form, fill }: Texts): string {
  const mode = filledMode(sheet);
  if (!mode) return form.notFilled;
  const filled = sheet.remembered?.filled;
  const name = fill.modes[mode].short;
  return filled?.mode === mode ? form.filledAs(name, momentWords(filled.at)) : form.filledMode(name);
}

function checkedWords(state: PaneState, sheet: SheetState, { form, chip }: Texts): string {
  const { check } = state;
  if (check?.stale) return chip.stale;
  if (check) {
    const { error, warning } = countsOf(state);
    return form.checkedAs(writeInteger(error), writeInteger(warning), momentWords(check.at.toISOString()));
  }
  const checked = sheet.remembered?.checked;
  if (!checked) return form.notChecked;
  return form.checkedAs(writeInteger(checked.errors), writeInteger(checked.warnings), momentWords(checked.at));
}
