/**
 * Reads a form's definition: `form.json` for the whole and a spreadsheet file for its rows, one row per indicator.
 * The row file is `;`-separated text in UTF-8 with Vietnamese column names, so that a statistician edits it in Excel.
 */

import { tidy } from "../text/fold";
import { buildMeasure, type MeasureMeta } from "./build-measure";
import { buildRows } from "./build-rows";
import { buildConditions, CONDITION_COLUMNS } from "./conditions";
import { checkDefinition } from "./definition-check";
import { problemText, type Problem } from "./problem";
import { readRows, type RowRecord } from "./row-file";
import { schemaProblems } from "./schema-check";
import { DEFAULT_THRESHOLDS, type Thresholds } from "./thresholds";
import type { Column, Form, Indicator } from "./types";

/** What a form is made of on disk. */
export interface FormSource {
  /** Parsed form.json. */
  readonly meta: unknown;
  /** The text of indicators.csv. */
  readonly rows: string;
  /** The text of conditions.csv, where the form has one. */
  readonly conditions?: string;
  /** form.schema.json, which says what both may hold. */
  readonly schema: object;
}

export type LoadedForm =
  | { readonly ok: true; readonly form: Form; readonly problems: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Loads and checks a form. Every problem is reported, not only the first; a form with an error is not given out.
 *
 * @example const loaded = loadForm(source); if (loaded.ok) use(loaded.form);
 */
export function loadForm(source: FormSource): LoadedForm {
  const problems = [...schemaProblems(source.schema, "form", source.meta, 0)];
  const records = readRows(source.rows, problems);
  for (const { line, fields } of records) {
    const kind = fields["Loại dòng"] === "mục" ? "heading" : "indicator";
    problems.push(...schemaProblems(source.schema, kind, fields, line));
  }
  const ofConditions: Problem[] = [];
  const conditionRecords = source.conditions === undefined ? [] : readRows(source.conditions, ofConditions);
  for (const { line, fields } of conditionRecords) {
    ofConditions.push(...schemaProblems(source.schema, "condition", fields, line));
  }
  if (problems.length + ofConditions.length > 0) return { ok: false, problems: [...problems, ...told(ofConditions)] };
  const meta = source.meta as FormMeta;
  problems.push(...unknownColumns(source.schema, records));

  const rows = buildRows(records, problems);
  const measures = (meta.measures ?? [{ id: "", label: "" }]).map((measure) => buildMeasure(measure, problems));
  const form: Form = {
    id: meta.id,
    version: meta.version,
    number: meta.number,
    title: tidy(meta.title),
    periods: meta.periods,
    blankMeansNone: meta.blankMeansNone ?? false,
    assessed: meta.assessed ?? true,
    thresholds: { ...DEFAULT_THRESHOLDS, ...meta.thresholds },
    orientation: meta.orientation ?? "portrait",
    columns: meta.columns,
    measures,
    rows,
    indicators: rows.filter((row): row is Indicator => row.row === "indicator"),
    byCode: new Map(rows.map((row) => [row.code, row])),
    conditions: buildConditions(conditionRecords, ofConditions),
    missing: meta.missing ?? {},
    source: meta.source,
    notes: meta.notes ?? [],
    footnotes: meta.footnotes ?? [],
  };
  problems.push(...told([...strangeColumns(conditionRecords, CONDITION_COLUMNS), ...ofConditions]));
  const lines = new Map(rows.map((row, index) => [row, records[index]!.line]));
  problems.push(...checkDefinition(form, lines));
  return problems.some((problem) => problem.level === "error") ? { ok: false, problems } : { ok: true, form, problems };
}

/** Problems whose lines are those of conditions.csv. */
const told = (problems: readonly Problem[]) =>
  problems.map((problem) => ({ ...problem, message: `conditions.csv: ${problem.message}` }));

/** What form.json holds once the schema has passed it. */
interface FormMeta {
  readonly id: string;
  readonly version: string;
  readonly number: string;
  readonly title: string;
  readonly periods: Form["periods"];
  readonly blankMeansNone?: boolean;
  readonly assessed?: boolean;
  readonly thresholds?: Partial<Thresholds>;
  readonly missing?: Form["missing"];
  readonly orientation?: Form["orientation"];
  readonly columns: readonly Column[];
  readonly measures?: readonly MeasureMeta[];
  readonly source: string;
  readonly notes?: readonly string[];
  readonly footnotes?: readonly string[];
}

/** A column with a misspelt name would be passed over in silence, and its formulas with it. */
function unknownColumns(schema: object, records: readonly RowRecord[]): Problem[] {
  const parts = (schema as { $defs?: Readonly<Record<string, { properties?: object }>> }).$defs;
  const known = new Set(["rowBase", "indicator"].flatMap((part) => Object.keys(parts?.[part]?.properties ?? {})));
  return strangeColumns(records, [...known]);
}

function strangeColumns(records: readonly RowRecord[], known: readonly string[]): Problem[] {
  const names = new Set(records.flatMap(({ fields }) => Object.keys(fields)));
  return [...names]
    .filter((name) => !known.includes(name))
    .map((name) => problemText("unknown-column", { field: name }, "warning"));
}
