/** The workbook that a newcomer meets: Điện Biên's figures in a fresh sheet of ours, through a file as anybody's. */

import { layoutForm } from "../../core/form/layout";
import { parsePeriod } from "../../core/form/period";
import { formById } from "../../forms";
import { DIEN_BIEN, publishedEdits } from "../../forms/samples/dien-bien";
import { formWorkbook } from "../../xlsx/form-sheet";
import { applyEdits } from "../../xlsx/patch";

/** The figures that the build puts beside the page. */
const FIGURES = "dien-bien-pl02.csv";
/** When the report was made; given, so that the sample is the same on every day. */
const CREATED = new Date("2024-07-11T00:00:00Z");

/** The bytes of the sample's file. */
export async function sampleFile(): Promise<Uint8Array> {
  const { formId, period: periodText, unit } = DIEN_BIEN;
  const [form, period] = [formById(formId), parsePeriod(periodText)];
  if (!form || !period) throw new Error(`The sample's form ${formId} is missing`);
  const answer = await fetch(FIGURES);
  if (!answer.ok) throw new Error(`${FIGURES}: ${answer.status}`);
  const layout = layoutForm(form, period, unit);
  const metadata = { sheet: layout.name, formId, version: form.version, period, unit };
  const fresh = await formWorkbook(layout, metadata, CREATED);
  return applyEdits(fresh, layout.name, publishedEdits(await answer.text(), layout));
}
