/** A pane on a workbook in memory. */

import { layoutForm } from "../../src/core/form/layout";
import { metadataProperty } from "../../src/core/form/metadata";
import { parsePeriod } from "../../src/core/form/period";
import type { CellEdit } from "../../src/core/table/grid";
import { formById } from "../../src/forms";
import { DIEN_BIEN } from "../../src/forms/samples/dien-bien";
import { engine } from "../../src/taskpane/engine";
import { sampleEdits } from "../../src/taskpane/sample";
import type { ChoiceName } from "../../src/taskpane/state/context";
import { createPane, type Pane } from "../../src/taskpane/state/pane";
import { memoryWorkbook, type MemoryWorkbook } from "../support/memory-port";

export const NOON = new Date(2024, 6, 11, 12, 0);

export interface Desk extends Pane {
  readonly workbook: MemoryWorkbook;
  readonly choices: Map<ChoiceName, string>;
  readonly copied: string[];
  /** Files that the user was given. */
  readonly saved: { readonly name: string; readonly text: string }[];
  /** Those of them that are no text. */
  readonly files: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[];
}

export interface DeskOptions {
  readonly hasFunctions?: boolean;
  readonly canDownload?: boolean;
  readonly choices?: Iterable<readonly [ChoiceName, string]>;
}

/** A pane that was not started yet. */
export function paneOn(
  workbook: MemoryWorkbook,
  { hasFunctions = true, canDownload = true, choices: kept = [] }: DeskOptions = {},
): Desk {
  const choices = new Map<ChoiceName, string>(kept);
  const copied: string[] = [];
  const saved: Desk["saved"] = [];
  const files: Desk["files"] = [];
  const pane = createPane({
    port: workbook.port,
    loadEngine: () => Promise.resolve(engine),
    openChoices: () =>
      Promise.resolve({ get: (name) => choices.get(name), set: (name, value) => void choices.set(name, value) }),
    copy: (text) => {
      copied.push(text);
      return Promise.resolve();
    },
    save: (name, content) => {
      if (typeof content === "string") saved.push({ name, text: content });
      else files.push({ name, bytes: content });
      return Promise.resolve();
    },
    now: () => NOON,
    hasFunctions,
    canDownload,
  });
  return { ...pane, workbook, choices, copied, saved, files };
}

export const PERIOD = parsePeriod(DIEN_BIEN.period)!;
export const PL02 = formById("PL02")!;
export const LAYOUT = layoutForm(PL02, PERIOD, DIEN_BIEN.unit);

/** A pane started on Điện Biên's Biểu, made by us and not filled yet. */
export async function deskWithSample(options: DeskOptions = {}): Promise<Desk> {
  const workbook = memoryWorkbook({ sheet: "Sheet1", rows: [] });
  await addSample(workbook);
  const desk = paneOn(workbook, options);
  await desk.actions.start();
  return desk;
}

/** Adds the sample's sheet. */
export async function addSample(workbook: MemoryWorkbook, more: readonly CellEdit[] = []): Promise<void> {
  const metadata = { sheet: "PL02", formId: "PL02", version: PL02.version, period: PERIOD, unit: DIEN_BIEN.unit };
  await workbook.port.createSheet({
    layout: LAYOUT,
    edits: [...sampleEdits(LAYOUT), ...more],
    properties: [metadataProperty(metadata, 0)],
  });
}

/** A cell of the sample by Mã số and role. */
export function placeIn(code: string, role: string): { readonly row: number; readonly column: number } {
  return { row: LAYOUT.rowOf.get(code)!, column: LAYOUT.columns.find((column) => column.role === role)!.column };
}
