/**
 * Reads a form's definition: `form.json` for the whole and a spreadsheet file for its rows, one row per indicator.
 * The row file is `;`-separated text in UTF-8 with Vietnamese column names, so that a statistician edits it in Excel.
 */

import { Validator, type OutputUnit } from "@cfworker/json-schema";
import Papa from "papaparse";
import { tidy } from "../text/fold";
import { buildConditions, CONDITION_COLUMNS } from "./conditions";
import { checkDefinition } from "./definition-check";
import { compileExpression, ExpressionError, type Expression } from "./expression";
import { MISSING_WORDS, type Missing } from "./missing";
import { problemText, type Problem } from "./problem";
import { DEFAULT_THRESHOLDS, type Thresholds } from "./thresholds";
import type {
  Accrual,
  Bounds,
  Column,
  Comparison,
  Direction,
  Form,
  Heading,
  Indicator,
  InputRole,
  Kind,
  Measure,
  RollUp,
  Row,
  Traits,
} from "./types";

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

const KINDS: Readonly<Record<string, Kind>> = {
  "số đếm": "count",
  "tỷ lệ": "rate",
  "tỷ số": "ratio",
  "chỉ số": "index",
  tiền: "money",
  chữ: "text",
};
const ACCRUALS: Readonly<Record<string, Accrual>> = {
  "phát sinh": "flow",
  "thời điểm": "stock",
  "lũy kế": "cumulative",
};
const COMPARISONS: Readonly<Record<string, Comparison>> = { PT: "percent", DIEM: "points", SO: "difference" };
const ROLL_UPS: Readonly<Record<string, RollUp>> = {
  cộng: "sum",
  "tính lại": "recompute",
  "mới nhất": "latest",
  không: "none",
};
const PRESETS: Readonly<Record<string, InputRole>> = { "Sẵn KH": "plan", "Sẵn KH sau": "laterPlan" };

/**
 * Loads and checks a form. Every problem is reported, not only the first; a form with an error is not given out.
 *
 * @example const loaded = loadForm(source); if (loaded.ok) use(loaded.form);
 */
export function loadForm(source: FormSource): LoadedForm {
  const problems = [...schemaProblems(source.schema, "form", source.meta, 0)];
  if (problems.length > 0) return { ok: false, problems };
  const meta = source.meta as FormMeta;

  const records = readRows(source.rows, problems);
  for (const { line, fields } of records) {
    const kind = fields["Loại dòng"] === "mục" ? "heading" : "indicator";
    problems.push(...schemaProblems(source.schema, kind, fields, line));
  }
  const conditionRecords = source.conditions === undefined ? [] : readRows(source.conditions, problems);
  for (const { line, fields } of conditionRecords) {
    problems.push(...schemaProblems(source.schema, "condition", fields, line));
  }
  if (problems.length > 0) return { ok: false, problems };
  problems.push(...unknownColumns(source.schema, records));
  problems.push(...strangeColumns(conditionRecords, CONDITION_COLUMNS));

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
    conditions: buildConditions(conditionRecords, problems),
    missing: meta.missing ?? {},
    source: meta.source,
    notes: meta.notes ?? [],
    footnotes: meta.footnotes ?? [],
  };
  const lines = new Map(rows.map((row, index) => [row, records[index]!.line]));
  problems.push(...checkDefinition(form, lines));
  return problems.some((problem) => problem.level === "error") ? { ok: false, problems } : { ok: true, form, problems };
}

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

interface MeasureMeta {
  readonly id: string;
  readonly label: string;
  readonly unit?: string;
  readonly kind?: string;
  readonly accrual?: string;
  readonly direction?: string;
  readonly decimals?: number;
  readonly comparison?: string;
  readonly bounds?: string;
  readonly required?: boolean;
  readonly rollUp?: string;
  readonly subsetOf?: string;
  readonly subsetSoft?: boolean;
  readonly formula?: string;
}

interface RowRecord {
  readonly line: number;
  readonly fields: Readonly<Record<string, string>>;
}

function readRows(text: string, problems: Problem[]): RowRecord[] {
  const parsed = Papa.parse<string[]>(text.replace(/^\ufeff/, ""), { delimiter: ";" });
  for (const error of parsed.errors) problems.push(problemText("csv", { line: (error.row ?? 0) + 1 }));
  // Blank lines are passed over but counted, so that a problem's line is the one that the spreadsheet shows.
  const filled = parsed.data.flatMap((cells, index) =>
    cells.some((cell) => tidy(cell) !== "") ? [{ line: index + 1, cells }] : [],
  );
  const [header, ...lines] = filled;
  if (!header) {
    problems.push(problemText("csv-empty", {}));
    return [];
  }
  const names = header.cells.map(tidy);
  names.forEach((name, at) => {
    if (name !== "" && names.indexOf(name) < at) problems.push(problemText("double-column", { field: name }));
  });
  return lines.map(({ line, cells }) => {
    if (cells.length !== names.length) {
      problems.push(problemText("csv-fields", { line, found: cells.length, wanted: names.length }));
    }
    // Only cells with something in them: the schema's "required" then means what a reader expects it to mean.
    const pairs = names.map((name, at) => [name, tidy(cells[at] ?? "")] as const).filter(([, value]) => value !== "");
    return { line, fields: Object.fromEntries(pairs) };
  });
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

const validators = new WeakMap<object, Map<string, Validator>>();

function schemaProblems(schema: object, part: string, value: unknown, line: number): Problem[] {
  const known = validators.get(schema) ?? new Map<string, Validator>();
  validators.set(schema, known);
  const validator = known.get(part) ?? new Validator({ ...schema, $ref: `#/$defs/${part}` }, "2020-12", false);
  known.set(part, validator);
  const result = validator.validate(value);
  if (result.valid) return [];
  const problems = result.errors.filter(isLeaf).map((error) => problemText("schema", describe(error, value, line)));
  // Where a value may take one of several forms, each of them fails with the same words.
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
}

/** The validator reports each failing level up to the root; only the innermost ones say what is wrong. */
function isLeaf(error: OutputUnit): boolean {
  return !["$ref", "properties", "items", "anyOf", "allOf"].includes(error.keyword);
}

function describe(error: OutputUnit, value: unknown, line: number) {
  const path = decodeURIComponent(error.instanceLocation.replace(/^#\/?/, "")).replaceAll("~1", "/");
  const found = path
    .split("/")
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], value);
  const missing = error.keyword === "required" ? /"([^"]+)"/.exec(error.error)?.[1] : undefined;
  return {
    line,
    field: missing ?? path,
    value: typeof found === "string" || typeof found === "number" ? String(found) : undefined,
    missing: missing !== undefined,
    allowed: error.keyword === "enum" ? allowedValues(error.error) : undefined,
  };
}

/** The words that the validator says a field may have; few enough to be told. */
function allowedValues(said: string): string[] | undefined {
  const words = [...said.matchAll(/"([^"]+)"/g)].map(([, word]) => word!);
  return words.length > 0 && words.length <= 12 ? words : undefined;
}

function buildRows(records: readonly RowRecord[], problems: Problem[]): Row[] {
  const above: Heading[] = [];
  return records.map(({ line, fields }) => {
    const level = Number(fields["Cấp"]);
    const isHeading = fields["Loại dòng"] === "mục";
    if (isHeading) while (above.length > 0 && above.at(-1)!.level >= level) above.pop();
    const base = {
      code: fields["Mã số"]!,
      level,
      tt: fields["TT"] ?? "",
      marker: fields["Dấu"] ?? "",
      label: fields["Chỉ tiêu"]!,
      aliases: list(fields["Tên khác"], "|"),
      path: above.map((heading) => heading.code),
    };
    if (isHeading) {
      const heading: Heading = { row: "heading", ...base };
      above.push(heading);
      return heading;
    }
    const formula = expression(fields["Cách tính"], line, problems);
    const total = expression(fields["Bằng tổng"], line, problems);
    const indicator: Indicator = {
      row: "indicator",
      ...base,
      ...traits(fields),
      ...(formula && { formula }),
      ...(total && { total }),
      partOf: list(fields["Trong đó của"], ","),
      subsetOf: list(fields["Tập con của"], ","),
      newOf: list(fields["Mới của"], ","),
      sameAs: list(fields["Bằng với"], ","),
      missing: missing(fields),
      presets: Object.fromEntries(
        Object.entries(PRESETS).flatMap(([name, role]) => (fields[name] ? [[role, fields[name]]] : [])),
      ),
      note: fields["Ghi chú"] ?? "",
    };
    return indicator;
  });
}

/** "Thiếu ở dòng này" and "Thiếu ở dòng kia", as far as they are given. */
function missing(fields: Readonly<Record<string, string>>): Partial<Missing> {
  const own = MISSING_WORDS[fields["Thiếu ở dòng này"] ?? ""];
  const others = MISSING_WORDS[fields["Thiếu ở dòng kia"] ?? ""];
  return { ...(own && { own }), ...(others && { others }) };
}

function traits(fields: Readonly<Record<string, string>>): Traits {
  const bounds = fields["Giới hạn"] === undefined ? undefined : readBounds(fields["Giới hạn"]);
  return {
    unit: fields["Đơn vị tính"]!,
    kind: KINDS[fields["Loại số"]!]!,
    accrual: ACCRUALS[fields["Cộng dồn"]!]!,
    direction: readDirection(fields["Chiều"]!),
    decimals: Number(fields["Số lẻ"]),
    comparison: COMPARISONS[fields["So cùng kỳ"]!]!,
    ...(bounds && { bounds }),
    required: fields["Bắt buộc"] === "có",
    rollUp: ROLL_UPS[fields["Gộp"]!]!,
  };
}

function buildMeasure(meta: MeasureMeta, problems: Problem[]): Measure {
  const formula = expression(meta.formula, 0, problems);
  const given = <T>(name: string, value: T | undefined) => (value === undefined ? {} : { [name]: value });
  return {
    id: meta.id,
    label: meta.label,
    ...given("unit", meta.unit),
    ...given("kind", meta.kind && KINDS[meta.kind]),
    ...given("accrual", meta.accrual && ACCRUALS[meta.accrual]),
    ...given("direction", meta.direction && readDirection(meta.direction)),
    ...given("decimals", meta.decimals),
    ...given("comparison", meta.comparison && COMPARISONS[meta.comparison]),
    ...given("bounds", meta.bounds && readBounds(meta.bounds)),
    ...given("required", meta.required),
    ...given("rollUp", meta.rollUp && ROLL_UPS[meta.rollUp]),
    ...given("subsetOf", meta.subsetOf),
    ...given("subsetSoft", meta.subsetSoft),
    ...(formula && { formula }),
  };
}

function expression(text: string | undefined, line: number, problems: Problem[]): Expression | undefined {
  if (!text) return undefined;
  try {
    return compileExpression(text);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    problems.push(problemText("expression", { line, value: error.message }));
    return undefined;
  }
}

const toNumber = (text: string) => Number(text.replace(",", "."));

/** "cao", "thấp", "không", "cố định 85..110". */
function readDirection(text: string): Direction {
  if (text === "cao") return { aim: "high" };
  if (text === "thấp") return { aim: "low" };
  if (text === "không") return { aim: "none" };
  const [low, high] = text.replace("cố định ", "").split("..").map(toNumber);
  return { aim: "band", low: low!, high: high! };
}

/** "0..100", "0..", "..100". */
function readBounds(text: string): Bounds {
  const [low, high] = text.split("..");
  return { ...(low && { low: toNumber(low) }), ...(high && { high: toNumber(high) }) };
}

function list(text: string | undefined, separator: string): string[] {
  return (text ?? "").split(separator).map(tidy).filter(Boolean);
}
