/** A table of no known form, and what can be done about it: a form of one's own, or a form that it is a part of. */

import { withoutPlaces } from "../../core/form/template";
import type { ViewProps } from "../frame/view-props";
import { Icon } from "../icons/icon";

export function UnknownSection({ state, actions, texts }: ViewProps) {
  const words = texts.own;
  const { forms, work } = state;
  return (
    <>
      <div class="card">
        <Icon name="table" />
        <div>
          <h2>{texts.form.unknownTitle}</h2>
          <p class="quiet">{texts.form.unknown}</p>
        </div>
      </div>
      <button type="button" class="card" disabled={work !== undefined} onClick={() => void actions.openLearn()}>
        <Icon name="create" />
        <span>
          <b>{words.make}</b>
          <span class="quiet">{words.makeLine}</span>
        </span>
      </button>
      <label class="field">
        <span>{words.choose}</span>
        <span class="quiet">{words.chooseLine}</span>
        <select
          value=""
          disabled={work !== undefined}
          onChange={({ currentTarget }) => {
            const { value } = currentTarget;
            currentTarget.value = "";
            if (value !== "") void actions.chooseForm(value);
          }}
        >
          <option value="">{words.chooseNone}</option>
          {forms.map(({ id, title }) => (
            <option key={id} value={id}>
              {id} · {withoutPlaces(title)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}
