/** Tạo Biểu mới: form, period, unit; what will be made, and where. */

import { freeName } from "../../core/workbook/sheet-name";
import { writeInteger } from "../../core/number";
import { withoutPlaces } from "../../core/form/template";
import type { Form } from "../../core/form/types";
import type { ViewProps } from "../frame/view-props";
import type { Texts } from "../texts/vi";
import { BackLink } from "./back-link";
import { PeriodFields } from "./period-fields";

export function CreatePage({ state, actions, texts }: ViewProps) {
  const words = texts.form;
  const { draft, forms, sheet } = state;
  const form = forms.find(({ id }) => id === draft.formId) ?? forms[0];
  if (!form || !sheet) return null;
  const name = freeName(
    form.id,
    sheet.snapshot.sheets.map((one) => one.name),
  );
  return (
    <>
      <BackLink texts={texts} onBack={() => actions.openPage("overview")} />
      <h2 class="title title-after-back">{words.create}</h2>
      <label class="field">
        <span>{words.which}</span>
        <select
          value={form.id}
          onChange={({ currentTarget }) => {
            const next = forms.find(({ id }) => id === currentTarget.value);
            if (next) actions.changeDraft({ formId: next.id, period: fitting(next, draft.period) });
          }}
        >
          {forms.map(({ id, title }) => (
            <option key={id} value={id}>
              {id} · {withoutPlaces(title)}
            </option>
          ))}
        </select>
      </label>
      <PeriodFields
        period={draft.period}
        spans={form.periods}
        texts={texts}
        onChange={(period) => actions.changeDraft({ period })}
      />
      <label class="field">
        <span>{words.unit}</span>
        <input
          type="text"
          value={draft.unit}
          placeholder={words.unitHint}
          autocomplete="organization"
          onInput={({ currentTarget }) => actions.changeDraft({ unit: currentTarget.value })}
        />
      </label>
      <p class="quiet">
        {words.willAdd(name, sheet.snapshot.sheet.name)}{" "}
        {words.willHave(writeInteger(form.indicators.length), columnNames(form, texts))}
      </p>
    </>
  );
}

/** The period where the form has it, else the form's first of the same year. */
function fitting(form: Form, period: ViewProps["state"]["draft"]["period"]): typeof period {
  if (form.periods.includes(period.span)) return period;
  const [span = "year"] = form.periods;
  const { year } = period;
  return span === "quarter" ? { span, year, quarter: 1 } : { span, year };
}

function columnNames(form: Form, { form: { columns } }: Texts): string {
  const roles = new Set(form.columns.map(({ role }) => role));
  return Object.entries(columns)
    .flatMap(([role, name]) => ((roles as ReadonlySet<string>).has(role) ? [name] : []))
    .join(", ");
}
