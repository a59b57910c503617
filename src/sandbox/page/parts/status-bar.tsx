/** The line under the sheet: the mode, the zoom, and figures about the selection. */

import { formatValue } from "../../host/workbook/number-format";
import { eachCell } from "../../host/workbook/state";
import type { Page } from "../state/page";

/** What Excel's status bar says: the mode, and sums over the selection. */
export function StatusBar({ page }: { readonly page: Page }) {
  const { status } = page.texts;
  const sheet = page.sheet();
  let [count, numbers, sum] = [0, 0, 0];
  eachCell(sheet, page.selection(), ({ value }) => {
    if (value === null || value === "") return;
    count += 1;
    if (typeof value !== "number") return;
    numbers += 1;
    sum += value;
  });
  const show = (value: number) =>
    formatValue(Number(value.toPrecision(12)), "#,##0.###", page.locale).replace(/[,.]$/, "");
  return (
    <div class="status-bar">
      <span class="mode">{page.editing() ? status.editing : status.ready}</span>
      {sheet.protection && <span>{status.protected}</span>}
      <span class="zoom">
        <button type="button" aria-label={status.smaller} onClick={() => page.setZoom(page.zoom() - 0.05)}>
          −
        </button>
        {Math.round(page.zoom() * 100)}%
        <button type="button" aria-label={status.larger} onClick={() => page.setZoom(page.zoom() + 0.05)}>
          +
        </button>
      </span>
      {count > 1 && (
        <span class="sums">
          {numbers > 0 && `${status.average}: ${show(sum / numbers)}   `}
          {`${status.count}: ${count}   `}
          {numbers > 0 && `${status.sum}: ${show(sum)}`}
        </span>
      )}
    </div>
  );
}
