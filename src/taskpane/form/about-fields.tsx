/** Period and unit of a Biểu that the workbook does not say, or says wrongly. */

import type { ViewProps } from "../frame/view-props";
import { aboutOf, formOf } from "../state/selectors";
import type { SheetState } from "../state/types";
import { BackLink } from "./back-link";
import { PeriodFields } from "./period-fields";

interface AboutProps extends ViewProps {
  readonly sheet: SheetState;
}

/** The same fields as a page, for a Biểu whose period and unit are known. */
export function AboutPage(props: AboutProps) {
  const { actions, texts } = props;
  return (
    <>
      <BackLink texts={texts} onBack={() => actions.openPage("overview")} />
      <h2 class="title title-after-back">{texts.form.aboutTitle}</h2>
      <AboutFields {...props} />
    </>
  );
}

export function AboutFields({ state, actions, texts, sheet }: AboutProps) {
  const form = formOf(sheet);
  if (!form) return null;
  const { period, unit } = aboutOf(state);
  return (
    <>
      <PeriodFields
        period={period}
        spans={form.periods}
        texts={texts}
        onChange={(chosen) => actions.changeAdoptAs({ period: chosen })}
      />
      <label class="field">
        <span>{texts.form.unit}</span>
        <input
          type="text"
          value={unit}
          placeholder={texts.form.unitHint}
          autocomplete="organization"
          maxLength={200}
          onInput={({ currentTarget }) => actions.changeAdoptAs({ unit: currentTarget.value })}
        />
      </label>
    </>
  );
}
