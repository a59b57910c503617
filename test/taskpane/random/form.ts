/** A Biểu of a few rows of every kind, a third of Biểu 03: what the pane and Excel do for a row costs a third, too. */

import { layoutForm } from "../../../src/core/form/layout";
import { metadataProperty } from "../../../src/core/form/metadata";
import { memoryText } from "../../../src/core/workbook/memory";
import { createExcelPort } from "../../../src/excel/port";
import { FORM_SOURCES } from "../../../src/forms";
import { loadOwnForm } from "../../../src/forms/own";
import { PERIOD, UNIT } from "../excel/desk";
import { agreeingFigures } from "../excel/figures";

/**
 * Headings; counts of a state, of what comes about and of a part; a rate and a ratio that follow from counts, rates that are
 * typed; what is wanted high, low and not judged; with required rows and others.
 */
const ROWS = new Set(
  ["A", "01", "02", "03", "04", "05", "06", "07", "08", "12", "B", "28"].map((number) => `DSM_${number}`),
);

const { meta, rows } = FORM_SOURCES["B03"]!;
const [header, ...lines] = rows.split("\n");

/** A form of the user's own, as a workbook carries it. */
const STORED = {
  id: "BR1",
  meta: { ...(meta as object), id: "BR1" },
  rows: [header, ...lines.filter((line) => ROWS.has(line.split(";")[0]!))].join("\n"),
};

const loaded = loadOwnForm(STORED);
if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));

export const FORM = loaded.form;
export const LAYOUT = layoutForm(FORM, PERIOD, UNIT);

/** Figures for it that agree with each other. */
export const AGREEING = agreeingFigures(LAYOUT);

/** Adds its sheet with these figures, as the add-in makes it. */
export async function addShortForm(): Promise<void> {
  const port = createExcelPort();
  const metadata = { sheet: LAYOUT.name, formId: FORM.id, version: FORM.version, period: PERIOD, unit: UNIT };
  const properties = [metadataProperty(metadata, 0)];
  const { id } = await port.createSheet({ layout: LAYOUT, edits: AGREEING, properties });
  await port.write({ sheet: id, edits: [], memory: memoryText({ sheets: [], forms: [STORED] }) });
}
