/** Điện Biên's published figures, for the first run. Loaded when they are asked for. */

import csv from "../../test/fixtures/dien-bien-2024-6t/pl02.csv";
import type { SheetLayout } from "../core/form/layout";
import { publishedEdits } from "../forms/samples/dien-bien";

export { DIEN_BIEN } from "../forms/samples/dien-bien";

/** The edits that put the sample's figures into a new sheet. */
export const sampleEdits = (layout: SheetLayout) => publishedEdits(csv, layout);
