/** The name box and the formula bar. */

import { useState } from "preact/hooks";
import { areaAddress, cellArea, parseArea, splitSheet } from "../../host/workbook/area";
import { sheetByName } from "../../host/workbook/state";
import { answerEntryKey } from "../grid/editor";
import { showSheet } from "../state/commands";
import { beginEntry, commitEntry, entryText } from "../state/entry";
import type { Page } from "../state/page";

/** Goes to an address or a name. @returns whether there is such a place */
function goTo(page: Page, text: string): boolean {
  const { state } = page.workbook;
  const wanted = text.trim().toLowerCase();
  const named = [...page.sheet().names, ...state.names].find(({ name }) => name.toLowerCase() === wanted);
  const { sheet: sheetName, rest } = splitSheet((named ? named.formula.replace(/^=/, "") : text).replaceAll("$", ""));
  const sheet = sheetName === undefined ? page.sheet() : sheetByName(state, sheetName);
  const area = parseArea(rest);
  if (!area || sheet?.visibility !== "Visible") return false;
  if (sheet !== page.sheet()) showSheet(page, sheet.id);
  page.selectArea(area);
  return true;
}

export function FormulaBar({ page, backToGrid }: { readonly page: Page; readonly backToGrid: () => void }) {
  const [typed, setTyped] = useState<string>();
  const { row, column } = page.active();
  const editing = page.editing();
  const sheet = page.sheet();
  const shown = editing?.sheet === sheet.id ? editing.text : entryText(sheet, { row, column }, page.locale);
  return (
    <div class="formula-bar">
      <input
        id="name-box"
        class="name-box"
        aria-label={page.texts.nameBox}
        spellcheck={false}
        value={typed ?? areaAddress(cellArea(row, column))}
        onFocus={(event) => event.currentTarget.select()}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => setTyped(undefined)}
        onKeyDown={(event) => {
          if (event.key === "Escape") backToGrid();
          if (event.key !== "Enter") return;
          event.preventDefault();
          if (goTo(page, event.currentTarget.value)) backToGrid();
          else page.say(page.texts.say.sheetGone, "warning");
        }}
      />
      <span class="fx" aria-hidden>
        fx
      </span>
      <textarea
        id="formula"
        class="formula"
        rows={1}
        aria-label={page.texts.formula}
        spellcheck={false}
        value={shown}
        onFocus={() => {
          if (!page.editing()) beginEntry(page, "bar");
        }}
        onInput={(event) => {
          const current = page.editing();
          if (current) page.setEditing({ ...current, text: event.currentTarget.value });
        }}
        onKeyDown={(event) => answerEntryKey(page, event, backToGrid)}
        onBlur={(event) => {
          // Into the cell's own editor the entry goes on; anywhere else it ends, as in Excel.
          const into = event.relatedTarget as HTMLElement | null;
          if (!into?.classList.contains("editor")) commitEntry(page);
        }}
      />
    </div>
  );
}
