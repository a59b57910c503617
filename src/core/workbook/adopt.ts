/** What a sheet is to us: one that we made, a table that was adopted or could be, a table of no known form, or nothing. */

import { labelForMatching, SURE } from "../form/match-rows";
import { hintFor, readStored, type SheetMetadata, type StoredMetadata } from "../form/metadata";
import { periodCode, type Period } from "../form/period";
import { recognise, type SheetHint } from "../form/recognise";
import { foldedLabel, likeness } from "../form/similarity";
import { isIndicator, type Form } from "../form/types";
import { columnOf, type Binding } from "../table/binding";
import { cellAt, cellText, type Grid } from "../table/grid";
import { tidy } from "../text/fold";
import { answersByRow, bindAnswers, rowLabels, withAnswers } from "./answers";
import { memoryOf, remember, type AdoptedTable, type WorkbookMemory } from "./memory";
import type { SheetSnapshot } from "./port";

/** An indicator that a row may be. */
export interface RowGuess {
  readonly code: string;
  /** The label in the form. */
  readonly label: string;
  readonly confidence: number;
}

/** A row that a person should look at. */
export interface DoubtfulRow {
  /** 0-based row of the sheet. */
  readonly row: number;
  /** The label as written in the sheet. */
  readonly label: string;
  /** What we take it for, or would. */
  readonly guess: RowGuess;
  /** What else it may be, most likely first; at most two. */
  readonly alternatives: readonly RowGuess[];
}

interface Recognised {
  readonly form: Form;
  readonly binding: Binding & { readonly form: Form };
  /** Indicators of the form found for certain, of how many. */
  readonly recognised: number;
  readonly total: number;
  readonly doubtful: readonly DoubtfulRow[];
}

export type Adoption =
  /** Made by us: by the workbook's metadata, or, where that was lost with a copy, by its Mã số column. */
  | ({ readonly kind: "ours"; readonly metadata?: StoredMetadata } & Recognised)
  /** `renamedFrom`: the sheet's name in the memory, where it has another one now. */
  | ({ readonly kind: "adopted"; readonly adopted: AdoptedTable; readonly renamedFrom?: string } & Recognised)
  | ({ readonly kind: "adoptable" } & Recognised)
  | { readonly kind: "unknown-form"; readonly binding: Binding }
  | { readonly kind: "nothing" };

/**
 * Recognises the sheet of a snapshot with all that the workbook remembers of it.
 *
 * A hint that no longer fits the sheet is passed over: somebody may have put another table in its place.
 *
 * @param chosen the form that the user says an unknown table to be a part of
 */
export function recogniseSheet(
  snapshot: SheetSnapshot,
  memory: WorkbookMemory,
  forms: readonly Form[],
  chosen?: string,
): Adoption {
  const { grid, sheet } = snapshot;
  const stored = readStored(snapshot.properties);
  const remembered = memoryOf(memory, sheet.name)?.adopted;
  const own = stored.find((entry) => entry.sheet === sheet.name);
  const hint = own ?? (remembered && hintOf(remembered));
  const hinted = hint && forms.some(({ id }) => id === hint.formId) ? recognise(grid, forms, hint) : undefined;
  if (hint && hinted?.form?.id === hint.formId) {
    if (own) return { kind: "ours", metadata: own, ...describe(grid, hinted, hinted.form, undefined) };
    return { kind: "adopted", adopted: remembered!, ...describe(grid, hinted, hinted.form, remembered) };
  }
  const said = chosen === undefined ? undefined : recognise(grid, forms, { formId: chosen, chosen: true });
  const binding = said?.form ? said : recognise(grid, forms);
  if (!binding) return { kind: "nothing" };
  if (!binding.form) return { kind: "unknown-form", binding };
  const renamed = renamedFrom(snapshot, binding, stored);
  if (renamed) {
    const told = { ...binding, period: renamed.period, unit: renamed.unit, ...filledOf(renamed) };
    return { kind: "ours", metadata: renamed, ...describe(grid, told, binding.form, undefined) };
  }
  const forgotten = adoptedElsewhere(snapshot, binding.form, memory);
  if (forgotten) {
    const { sheet: renamedFrom, adopted } = forgotten;
    const told = { ...binding, ...(adopted.period && { period: adopted.period }), unit: adopted.unit };
    return { kind: "adopted", adopted, renamedFrom, ...describe(grid, told, binding.form, adopted) };
  }
  const coded = binding.rows.every(({ by }) => by === "code");
  return { kind: coded ? "ours" : "adoptable", ...describe(grid, binding, binding.form, undefined) };
}

/**
 * A sheet bound as the user took it: by its form, also where it is a small part of it, and with the answers given.
 *
 * @returns undefined where the sheet no longer fits: somebody may have put another table in its place
 */
export function bindAdopted(grid: Grid, forms: readonly Form[], adopted: AdoptedTable): Binding | undefined {
  const binding = recognise(grid, forms, hintOf(adopted));
  const form = binding?.form;
  if (!binding || form?.id !== adopted.formId) return undefined;
  return bindAnswers(grid, binding, form, answersByRow(rowLabels(grid, binding), adopted.answers));
}

/**
 * The table of a sheet by all that its workbook remembers of it: as we made it, else as the user took it, else by what
 * stands there. What no longer fits the sheet says nothing of it: neither its form nor its period and unit.
 *
 * @param metadata of the sheets that we made
 */
export function bindRemembered(
  grid: Grid,
  forms: readonly Form[],
  metadata: readonly SheetMetadata[],
  memory: WorkbookMemory,
): Binding | undefined {
  const own = hintFor(grid.sheet, metadata);
  const made = own && forms.some(({ id }) => id === own.formId) ? recognise(grid, forms, own) : undefined;
  if (own && made?.form?.id === own.formId) return made;
  const adopted = own ? undefined : memoryOf(memory, grid.sheet)?.adopted;
  return (adopted && bindAdopted(grid, forms, adopted)) ?? recognise(grid, forms);
}

/** Remembers that the user takes a sheet for a form, and what was said of its rows. */
export function adoptSheet(
  snapshot: SheetSnapshot,
  memory: WorkbookMemory,
  adoption: Adoption & Recognised,
  given: {
    readonly period?: Period;
    readonly unit?: string;
    /** By 0-based row: the code it is, or null where it is no indicator. */
    readonly answers?: ReadonlyMap<number, string | null>;
  },
): WorkbookMemory {
  const { sheet, grid } = snapshot;
  const { binding, form } = adoption;
  const before = memoryOf(memory, sheet.name)?.adopted;
  const answers = before?.formId === form.id ? before.answers : [];
  const period = given.period ?? before?.period ?? binding.period;
  return remember(memory, sheet.name, {
    adopted: {
      formId: form.id,
      version: form.version,
      ...(period && { period }),
      unit: given.unit ?? before?.unit ?? binding.unit ?? "",
      answers: withAnswers(rowLabels(grid, binding), answers, given.answers ?? new Map<number, string | null>()),
    },
  });
}

function hintOf({ formId, period, unit }: AdoptedTable): SheetHint {
  return { formId, ...(period && { period }), unit, chosen: true };
}

const filledOf = ({ filled }: StoredMetadata) => (filled === undefined ? {} : { filled });

/** Metadata of a sheet that is gone by its name, and whose form and period are those of this sheet: it was renamed. */
function renamedFrom(
  { sheets }: SheetSnapshot,
  { form, period }: Binding,
  stored: readonly StoredMetadata[],
): StoredMetadata | undefined {
  const names = new Set(sheets.map(({ name }) => name));
  const orphans = stored.filter((entry) => !names.has(entry.sheet) && entry.formId === form?.id);
  const same = orphans.filter((entry) => period && periodCode(entry.period) === periodCode(period));
  // Of several such sheets with the same period, none can be told apart.
  if (same.length === 1) return same[0];
  return orphans.length === 1 && period === undefined ? orphans[0] : undefined;
}

/** An adopted table of this form whose sheet is gone by its name, where there is only one such. */
function adoptedElsewhere({ sheets }: SheetSnapshot, form: Form, memory: WorkbookMemory) {
  const names = new Set(sheets.map(({ name }) => name));
  const orphans = memory.sheets.flatMap(({ sheet, adopted }) =>
    adopted?.formId === form.id && !names.has(sheet) ? [{ sheet, adopted }] : [],
  );
  return orphans.length === 1 ? orphans[0] : undefined;
}

function describe(grid: Grid, binding: Binding, form: Form, remembered: AdoptedTable | undefined): Recognised {
  const labels = rowLabels(grid, binding);
  const answers = answersByRow(labels, remembered?.answers ?? []);
  const bound = { ...bindAnswers(grid, binding, form, answers), form };
  const sure = new Set(bound.rows.filter(({ confidence }) => confidence >= SURE).map(({ code }) => code));
  return {
    form,
    binding: bound,
    recognised: form.indicators.filter(({ code }) => sure.has(code)).length,
    total: form.indicators.length,
    doubtful: doubtfulRows(grid, bound, form, answers),
  };
}

/** Alternatives less alike than this are no help to anyone. */
const LEAST_ALTERNATIVE = 0.4;

function doubtfulRows(
  grid: Grid,
  binding: Binding,
  form: Form,
  answers: ReadonlyMap<number, string | null>,
): DoubtfulRow[] {
  const labelColumn = columnOf(binding, "label")?.column ?? 0;
  const taken = new Set(binding.rows.filter(({ confidence }) => confidence >= SURE).map(({ code }) => code));
  const free = form.indicators
    .filter(({ code }) => !taken.has(code))
    .map(({ code, label, aliases }) => ({
      code,
      texts: [label, ...aliases].map((text) => foldedLabel(labelForMatching(text))),
    }));
  const guess = (code: string, confidence: number): RowGuess => ({
    code,
    label: form.byCode.get(code)?.label ?? code,
    confidence,
  });
  const alike = (text: string): RowGuess[] => {
    const own = foldedLabel(labelForMatching(text));
    return free
      .map(({ code, texts }) => ({ code, confidence: Math.max(...texts.map((one) => likeness(own, one))) }))
      .filter(({ confidence }) => confidence >= LEAST_ALTERNATIVE)
      .sort((a, b) => b.confidence - a.confidence)
      .slice(0, 3)
      .map(({ code, confidence }) => guess(code, Math.round(confidence * 100) / 100));
  };
  const spoken = new Set(binding.rows.map(({ code }) => code));
  const rows = [
    ...binding.rows
      .filter(({ confidence, code }) => confidence < SURE && isIndicator(form.byCode.get(code)))
      .map(({ row, code, confidence }) => ({ row, first: guess(code, confidence) })),
    ...binding.unbound
      .filter(({ row }) => !answers.has(row))
      .map(({ row, guesses }) => {
        const free = guesses.find(({ code }) => !spoken.has(code));
        return { row, first: free && guess(free.code, free.confidence) };
      }),
  ].sort((a, b) => a.row - b.row);
  return rows.flatMap(({ row, first }): DoubtfulRow[] => {
    const label = tidy(cellText(cellAt(grid, row, labelColumn)));
    const others = alike(label);
    // Two rows are rarely the same indicator: what another row is taken for is the last guess.
    const best = first ?? others.find(({ code }) => !spoken.has(code)) ?? others[0];
    // A row that is like nothing in the form is the check's to speak of, not a question to the user.
    if (!best) return [];
    const alternatives = others.filter(({ code }) => code !== best.code).slice(0, 2);
    return [{ row, label, guess: best, alternatives }];
  });
}
