/** Biểu riêng: the forms that this workbook carries, in and out of files. */

import { withoutPlaces } from "../../core/form/template";
import { writeInteger } from "../../core/number";
import type { ViewProps } from "../frame/view-props";
import { Icon } from "../icons/icon";
import { rulesOf } from "../state/own-actions";
import { BackLink } from "./back-link";

export function OwnPage({ state, actions, texts }: ViewProps) {
  const words = texts.own;
  const { sheet, forms, importTrouble, work } = state;
  const carried = new Set((sheet?.memory.forms ?? []).map(({ id }) => id));
  const own = forms.filter(({ id }) => carried.has(id));
  return (
    <>
      <BackLink texts={texts} onBack={() => actions.openPage("overview")} />
      <h2 class="title title-after-back">{words.own}</h2>
      <label class="file">
        <Icon name="document" />
        <span>
          <b>{words.importOne}</b>
          <span class="quiet">{words.importLine}</span>
        </span>
        <input
          type="file"
          class="hidden-words"
          accept=".csv,.txt,text/csv"
          disabled={work !== undefined}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) void actions.importForm({ name: file.name, bytes: () => file.arrayBuffer() });
            // The same file may be chosen again after it was mended.
            currentTarget.value = "";
          }}
        />
      </label>
      <div role="alert">
        {importTrouble && (
          <div class="import-trouble">
            <b>
              <Icon name={importTrouble.taken ? "warning" : "error"} />
              <span>
                {(importTrouble.taken ? words.doubts : words.problems)(
                  importTrouble.file,
                  writeInteger(importTrouble.problems.length),
                )}
              </span>
            </b>
            {/* Definitions are written in Vietnamese, and so is what is wrong with them. */}
            <ul lang="vi">
              {importTrouble.problems.slice(0, 50).map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <h2 class="title">{words.inWorkbook}</h2>
      {own.length === 0 && <p class="quiet">{words.nothingYet}</p>}
      <ul>
        {own.map((form) => (
          <li key={form.id} class="card own-form">
            <Icon name="table" />
            <div>
              <b>{form.id}</b>
              <p>{withoutPlaces(form.title)}</p>
              <p class="quiet">{words.rows(writeInteger(form.indicators.length), writeInteger(rulesOf(form)))}</p>
              <p class="learn-answers">
                <button
                  type="button"
                  class="button button-small"
                  aria-label={words.exportOf(form.id)}
                  onClick={() => void actions.exportForm(form.id)}
                >
                  {words.exportOne}
                </button>
                <button
                  type="button"
                  class="button button-small"
                  aria-label={words.removeOf(form.id)}
                  disabled={work !== undefined}
                  onClick={() => void actions.removeForm(form.id)}
                >
                  {words.removeOne}
                </button>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
