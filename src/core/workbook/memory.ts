/**
 * What a workbook remembers for us beside the metadata of the sheets that we made: the tables that were adopted and how
 * their doubtful rows were answered, the rules that the user ignores, the reasons given for warnings, when a sheet was
 * last filled, checked and sent. One JSON text, read defensively: the workbook may have been edited by anyone, or by another version of ours.
 */

import type { Explanation } from "../check/explanations";
import { parsePeriod, periodCode, type Period } from "../form/period";
import { isFillMode, type FillMode } from "../table/binding";
import { countOf, isRecord, momentOf, parseJson, textOf } from "./defensive";
import { readStoredForms, type StoredForm } from "./own-forms";
import { readExplanations } from "./read-explanations";

const VERSION = 1;

/** More than a person answers or ignores by hand; what goes beyond is not from us. */
const MOST = 5_000;

/** What the user said of a row: it is this indicator, or (null) none. Found again by its label, not by its place. */
export interface RowAnswer {
  /** The row's label, folded (see `fold`). */
  readonly label: string;
  /** Which of the rows with this label, from 0, top to bottom. */
  readonly nth: number;
  readonly code: string | null;
}

/** A table made elsewhere that the user took for one of our forms. */
export interface AdoptedTable {
  readonly formId: string;
  /** Version of the definition when it was adopted. */
  readonly version: string;
  readonly period?: Period;
  readonly unit: string;
  readonly answers: readonly RowAnswer[];
}

/** The last copy for sending that was made of a sheet and handed out. */
export interface SentNote {
  readonly at: string;
  readonly person: string;
  /** The name that its file was given. */
  readonly file: string;
  /** Of its figures, 64 hexadecimal digits; see `core/submit/fingerprint.ts`. The sheet is as sent as long as its figures have the same one. */
  readonly fingerprint: string;
}

/** Moments are ISO 8601 texts. */
export interface SheetMemory {
  readonly sheet: string;
  readonly adopted?: AdoptedTable;
  /** Rules that the user ignores on this sheet, by their codes. */
  readonly ignoredRules: readonly string[];
  /** Reasons given for warnings, in the order in which they were given; see `core/check/explanations.ts`. */
  readonly explanations?: readonly Explanation[];
  /** The sheet that sums it up, and what that said when we made it; see `core/summary/seal.ts`. */
  readonly summary?: { readonly sheet: string; readonly seal: string };
  readonly filled?: { readonly mode: FillMode; readonly at: string };
  readonly checked?: {
    readonly at: string;
    readonly errors: number;
    readonly warnings: number;
    readonly hints: number;
  };
  readonly sent?: SentNote;
}

export interface WorkbookMemory {
  readonly sheets: readonly SheetMemory[];
  /** Forms of the user's own, as text and data; see `own-forms.ts`. */
  readonly forms?: readonly StoredForm[];
}

export const NO_MEMORY: WorkbookMemory = { sheets: [] };

/**
 * Reads the text that a workbook holds.
 *
 * @returns `damaged` where there is a text that is not ours any more: the pane says so, and starts afresh
 */
export function parseMemory(text: string | null): { readonly memory: WorkbookMemory; readonly damaged: boolean } {
  if (text === null || text.trim() === "") return { memory: NO_MEMORY, damaged: false };
  const parsed = parseJson(text);
  const sheets = isRecord(parsed) ? parsed["sheets"] : undefined;
  if (!isRecord(parsed) || typeof parsed["version"] !== "number" || !Array.isArray(sheets)) {
    return { memory: NO_MEMORY, damaged: true };
  }
  const read = sheets.slice(0, MOST).map(readSheet);
  const kept = read.filter((sheet) => sheet !== undefined);
  const forms = readStoredForms(parsed["forms"]);
  return {
    memory: { sheets: kept, ...(forms.forms.length > 0 && { forms: forms.forms }) },
    damaged: kept.length < sheets.length || forms.damaged,
  };
}

/** The text to store; the inverse of {@link parseMemory}. */
export function memoryText(memory: WorkbookMemory): string {
  const sheets = memory.sheets.map(({ adopted, ...sheet }) => ({
    ...sheet,
    ...(adopted && {
      adopted: { ...adopted, ...(adopted.period && { period: periodCode(adopted.period) }) },
    }),
  }));
  return JSON.stringify({ version: VERSION, sheets, ...(memory.forms && { forms: memory.forms }) });
}

/** What is remembered of a sheet. */
export function memoryOf(memory: WorkbookMemory, sheet: string): SheetMemory | undefined {
  return memory.sheets.find((entry) => entry.sheet === sheet);
}

/** The memory with some of a sheet's entry changed, made where there is none. */
export function remember(
  memory: WorkbookMemory,
  sheet: string,
  change: Partial<Omit<SheetMemory, "sheet">>,
): WorkbookMemory {
  const before = memoryOf(memory, sheet) ?? { sheet, ignoredRules: [] };
  const others = memory.sheets.filter((entry) => entry.sheet !== sheet);
  return { ...memory, sheets: [...others, { ...before, ...change }] };
}

/** Ignores a rule on a sheet. */
export function ignoreRule(memory: WorkbookMemory, sheet: string, rule: string): WorkbookMemory {
  const before = memoryOf(memory, sheet)?.ignoredRules ?? [];
  return before.includes(rule) ? memory : remember(memory, sheet, { ignoredRules: [...before, rule] });
}

/** Takes every rule that was ignored on a sheet back into the check. */
export function resetIgnored(memory: WorkbookMemory, sheet: string): WorkbookMemory {
  return memoryOf(memory, sheet) ? remember(memory, sheet, { ignoredRules: [] }) : memory;
}

/** The reasons given for a sheet's warnings. */
export function explanationsOf(memory: WorkbookMemory, sheet: string): readonly Explanation[] {
  return memoryOf(memory, sheet)?.explanations ?? [];
}

/** Replaces the reasons given for a sheet's warnings; with none, all are taken back. */
export function setExplanations(
  memory: WorkbookMemory,
  sheet: string,
  explanations: readonly Explanation[],
): WorkbookMemory {
  if (explanations.length === 0 && !memoryOf(memory, sheet)) return memory;
  return remember(memory, sheet, { explanations });
}

/** Follows a sheet that was renamed. An entry that the new name has already is the newer one and stays. */
export function renameSheet(memory: WorkbookMemory, from: string, to: string): WorkbookMemory {
  const entry = memoryOf(memory, from);
  if (!entry || from === to || memoryOf(memory, to)) return memory;
  return { ...memory, sheets: memory.sheets.map((one) => (one === entry ? { ...entry, sheet: to } : one)) };
}

/** Forgets a sheet that was deleted. */
export function forgetSheet(memory: WorkbookMemory, sheet: string): WorkbookMemory {
  return { ...memory, sheets: memory.sheets.filter((entry) => entry.sheet !== sheet) };
}

/** A part of an entry that does not read is dropped; the rest of the entry still holds. */
function readSheet(value: unknown): SheetMemory | undefined {
  if (!isRecord(value)) return undefined;
  const sheet = textOf(value["sheet"]);
  if (sheet === undefined) return undefined;
  const adopted = readAdopted(value["adopted"]);
  const filled = readFilled(value["filled"]);
  const checked = readChecked(value["checked"]);
  const sent = readSent(value["sent"]);
  const explanations = readExplanations(value["explanations"], MOST);
  const summary = readSummary(value["summary"]);
  const ignored: readonly unknown[] = Array.isArray(value["ignoredRules"]) ? value["ignoredRules"] : [];
  return {
    sheet,
    ignoredRules: ignored.slice(0, MOST).filter((rule) => typeof rule === "string"),
    ...(adopted && { adopted }),
    ...(explanations.length > 0 && { explanations }),
    ...(summary && { summary }),
    ...(filled && { filled }),
    ...(checked && { checked }),
    ...(sent && { sent }),
  };
}

function readAdopted(value: unknown): AdoptedTable | undefined {
  if (!isRecord(value)) return undefined;
  const formId = textOf(value["formId"]);
  if (formId === undefined) return undefined;
  const period = parsePeriod(textOf(value["period"]) ?? "");
  const answers: readonly unknown[] = Array.isArray(value["answers"]) ? value["answers"] : [];
  return {
    formId,
    version: textOf(value["version"]) ?? "",
    unit: textOf(value["unit"]) ?? "",
    ...(period && { period }),
    answers: answers.slice(0, MOST).flatMap((answer) => readAnswer(answer) ?? []),
  };
}

function readAnswer(value: unknown): RowAnswer | undefined {
  if (!isRecord(value)) return undefined;
  const label = textOf(value["label"]);
  const nth = countOf(value["nth"]);
  const code = value["code"] === null ? null : textOf(value["code"]);
  return label === undefined || nth === undefined || code === undefined ? undefined : { label, nth, code };
}

function readFilled(value: unknown): SheetMemory["filled"] {
  if (!isRecord(value)) return undefined;
  const at = momentOf(value["at"]);
  const { mode } = value;
  return at === undefined || !isFillMode(mode) ? undefined : { mode, at };
}

function readSummary(value: unknown): SheetMemory["summary"] {
  if (!isRecord(value)) return undefined;
  const [sheet, seal] = [textOf(value["sheet"]), textOf(value["seal"])];
  return sheet === undefined || seal === undefined ? undefined : { sheet, seal };
}

function readChecked(value: unknown): SheetMemory["checked"] {
  if (!isRecord(value)) return undefined;
  const at = momentOf(value["at"]);
  const [errors, warnings, hints] = [value["errors"], value["warnings"], value["hints"]].map(countOf);
  if (at === undefined || errors === undefined || warnings === undefined || hints === undefined) return undefined;
  return { at, errors, warnings, hints };
}

function readSent(value: unknown): SentNote | undefined {
  if (!isRecord(value)) return undefined;
  const at = momentOf(value["at"]);
  const [person, file] = [textOf(value["person"]), textOf(value["file"])];
  const fingerprint = textOf(value["fingerprint"]);
  if (at === undefined || person === undefined || file === undefined) return undefined;
  if (fingerprint === undefined || !/^[0-9a-f]{64}$/.test(fingerprint)) return undefined;
  return { at, person, file, fingerprint };
}
