/** A table made elsewhere: which Biểu it looks like, and the rows that need a word from the user. */

import { writeInteger } from "../../core/number";
import type { Adoption } from "../../core/workbook/adopt";
import type { ViewProps } from "../frame/view-props";
import { Icon } from "../icons/icon";
import { DoubtfulRows } from "./doubtful-rows";
import { PeriodFields } from "./period-fields";

interface AdoptSectionProps extends ViewProps {
  readonly adoption: Extract<Adoption, { readonly kind: "adoptable" | "adopted" }>;
}

export function AdoptSection(props: AdoptSectionProps) {
  const { state, actions, texts, adoption } = props;
  const words = texts.form;
  const { form, recognised, total, doubtful, binding, kind } = adoption;
  const { adoptAs } = state;
  const rows = writeInteger(doubtful.length);
  return (
    <>
      {kind === "adoptable" && (
        <>
          <div class="card card-own">
            <Icon name="table" />
            <div>
              <h2>{words.alike(form.number, writeInteger(recognised), writeInteger(total))}</h2>
              {doubtful.length > 0 && <p class="quiet">{words.alikeConfirm(rows)}</p>}
            </div>
          </div>
          <PeriodFields
            period={adoptAs.period ?? binding.period}
            spans={form.periods}
            texts={texts}
            onChange={(period) => actions.changeAdoptAs({ period })}
          />
          <label class="field">
            <span>{words.unit}</span>
            <input
              type="text"
              value={adoptAs.unit ?? binding.unit ?? ""}
              placeholder={words.unitHint}
              onInput={({ currentTarget }) => actions.changeAdoptAs({ unit: currentTarget.value })}
            />
          </label>
        </>
      )}
      {doubtful.length > 0 && (
        <>
          <h2 class="title">{words.confirmTitle}</h2>
          <DoubtfulRows {...props} rows={doubtful} labelColumn={labelColumnOf(adoption)} />
        </>
      )}
    </>
  );
}

function labelColumnOf({ binding }: AdoptSectionProps["adoption"]): number {
  return binding.columns.find(({ role }) => role === "label")?.column ?? 0;
}
