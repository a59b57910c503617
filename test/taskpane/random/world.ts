/** One workbook with one pane, and the model of it. */

import { WorkbookRefusal, type Sheet } from "../../../src/sandbox/host/workbook/types";
import { address } from "../../../src/core/table/grid";
import { ASSESSMENT_HEADER } from "../../../src/core/table/assessment-cells";
import type { ExcelDesk, OpenPane } from "../excel/desk";
import { LAYOUT } from "./form";
import { ASSESSED, blankLine, TOP, WIDTH, type Content, type Model } from "./model";

/** What was explained, and all figures as they were then. */
export interface Explained {
  readonly rule: string;
  readonly code: string;
  readonly role: string;
  readonly figures: string;
}

export interface World {
  readonly desk: ExcelDesk;
  readonly pane: OpenPane;
  readonly sheetId: string;
  model: Model;
  /** The models before what can be undone in Excel, the latest last. */
  readonly past: Model[];
  /** The model before the last thing that the pane wrote and can take back. */
  beforeWrite: Model | undefined;
  /** Of what the pane wrote last: what every cell held before it, and the model right after it. */
  written: { readonly held: string; readonly model: Model } | undefined;
  explained: readonly Explained[];
  /** Whether these are all; undoing may have taken some back, or brought some again. */
  knowsReasons: boolean;
  /** How often the column Đánh giá was filled, and how many copies were sent. */
  readonly reached: { assessed: number; sent: number };
}

/** A pane that was started on the workbook as it stands, and the model of its sheet. */
export function worldOf(desk: ExcelDesk, pane: OpenPane): World {
  const sheet = desk.workbook.sheetNamed(LAYOUT.name)!;
  return {
    desk,
    pane,
    sheetId: sheet.id,
    model: modelOf(sheet),
    past: [],
    beforeWrite: undefined,
    written: undefined,
    explained: [],
    knowsReasons: true,
    reached: { assessed: 0, sent: 0 },
  };
}

export const sheetOf = ({ desk, sheetId }: World): Sheet => desk.workbook.sheet(sheetId)!;

/** What a cell of the sheet holds. */
export function contentAt(sheet: Sheet, row: number, column: number): Content {
  const value = sheet.rows[row]?.[column]?.value ?? null;
  return typeof value === "object" && value !== null ? value.error : value;
}

export const formulaAt = (sheet: Sheet, row: number, column: number) => sheet.rows[row]?.[column]?.formula;

/** What every cell of the table holds, a formula or a value, as one text. */
export function heldIn(world: World): string {
  const sheet = sheetOf(world);
  return JSON.stringify(
    world.model.lines.map(({ cells }, at) =>
      cells.map((_, column) => formulaAt(sheet, TOP + at, column) ?? contentAt(sheet, TOP + at, column)),
    ),
  );
}

/** The model of the sheet as the add-in has just made it. */
function modelOf(sheet: Sheet): Model {
  const lines = Array.from({ length: LAYOUT.body.bottom - TOP + 1 }, (_, at) => ({
    ...blankLine(),
    cells: Array.from({ length: WIDTH }, (_, column) => contentAt(sheet, TOP + at, column)),
  }));
  return { lines, name: sheet.name };
}

/** Where the sheet is not as a model says; what the add-in filled is calculated, and no matter here. */
export function unlike(world: World, { lines, name }: Model): string | undefined {
  const sheet = sheetOf(world);
  if (sheet.name !== name) return `the sheet is called ${sheet.name}`;
  for (let at = 0; at < lines.length; at += 1) {
    const { cells, filled } = lines[at]!;
    for (let column = 0; column < cells.length; column += 1) {
      const content = contentAt(sheet, TOP + at, column);
      const held = cells[column];
      if (content !== held && !filled.has(column))
        return `${address(TOP + at, column)} holds ${JSON.stringify(content)} and not ${JSON.stringify(held)}`;
    }
  }
  return undefined;
}

/** Whether the column Đánh giá stands beside the table. */
export const isAssessed = (world: World): boolean =>
  sheetOf(world)
    .rows.slice(0, TOP)
    .some((row) => row?.[ASSESSED]?.value === ASSESSMENT_HEADER);

/** Does something as the user; what Excel refuses does not happen. */
export function asUser(world: World, act: (sheet: string) => void, next: (model: Model) => Model): void {
  const before = world.model;
  try {
    act(world.sheetId);
  } catch (error) {
    if (!(error instanceof WorkbookRefusal)) throw error;
    return;
  }
  world.model = next(before);
  world.past.push(before);
}

/** Does something with the pane on the sheet of the table. */
export async function withPane(world: World, act: (pane: OpenPane) => Promise<void>): Promise<void> {
  if (world.desk.workbook.activeSheet().id !== world.sheetId) world.desk.user.activate(world.sheetId);
  await act(world.pane);
  await quiet(world);
}

/** Waits until the pane neither works nor asks Excel for anything. */
export async function quiet({ desk, pane }: World): Promise<void> {
  let seen = -1;
  while (pane.store.get().work || desk.host.traffic.batches !== seen) {
    seen = desk.host.traffic.batches;
    for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

export function forgetReasons(world: World): void {
  world.explained = [];
  world.knowsReasons = false;
}
