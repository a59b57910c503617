/** What must hold of the workbook and the pane, whatever was done to them in whatever order. */

import { explainFindings } from "../../../src/core/check/explanations";
import { checkInSteps } from "../../../src/core/check/engine";
import type { CheckResult, Finding } from "../../../src/core/check/finding";
import { createExcelPort } from "../../../src/excel/port";
import { engine } from "../../../src/taskpane/engine";
import { sheetStateOf } from "../../../src/taskpane/state/reading";
import type { PaneState, SheetState } from "../../../src/taskpane/state/types";
import { happenedWords } from "../../../src/taskpane/frame/words";
import { VI } from "../../../src/taskpane/texts/vi";
import { FORM } from "../excel/desk";
import { ASSESSED, CODE, DERIVED_COLUMNS, INPUT_COLUMNS, TOP, type Content, type Line } from "./model";
import { contentAt, figuresOf, formulaAt, sheetOf, unlike, type World } from "./world";

/** The user's cells hold what the user put there, and what mending did at the user's word. */
export function figuresStand(world: World): void {
  expect(unlike(world, world.model)).toBeUndefined();
}

/** A pane that has read the sheet takes every row for the indicator whose Mã số stands in it, with its figures. */
export function boundToItsRows({ model }: World, state: SheetState | undefined): void {
  const { adoption, table } = state!;
  expect(adoption.kind).toBe("ours");
  const lineAt = (row: number): Line => model.lines[row - TOP]!;
  const rows = (table?.rows ?? []).filter(({ code }) => code !== undefined);
  for (const { row, code, cells } of rows) {
    const line = lineAt(row);
    expect([row, code]).toEqual([row, line.cells[CODE]]);
    const read = [cells.plan, cells.actual, cells.samePeriod].map((figure) => valueOf(figure?.cell?.value));
    expect([code, ...read]).toEqual([code, ...INPUT_COLUMNS.map((column) => line.cells[column])]);
  }
  const bound = new Set(rows.map(({ code }) => code));
  for (const { code } of FORM.indicators)
    expect([code, bound.has(code)]).toEqual([code, model.lines.some(({ cells }) => cells[CODE] === code)]);
}

function valueOf(value: unknown): Content {
  if (typeof value === "object" && value !== null && "error" in value) return String(value.error);
  return (value ?? null) as Content;
}

/** What the pane filled follows from the line's own figures, by two lines of arithmetic. */
export function resultsFollow(world: World): void {
  const sheet = sheetOf(world);
  world.model.lines.forEach((line, at) => {
    const indicator = FORM.byCode.get(String(line.cells[CODE]));
    const [plan, actual, before] = INPUT_COLUMNS.map((column) => line.cells[column]);
    if (!indicator || typeof actual !== "number" || !("comparison" in indicator)) return;
    const percents = typeof plan === "number" && plan > 0 ? (actual / plan) * 100 : undefined;
    const growth =
      typeof before !== "number"
        ? undefined
        : indicator.comparison === "points"
          ? actual - before
          : before > 0
            ? (actual / before - 1) * 100
            : undefined;
    [percents, growth].forEach((expected, index) => {
      const column = DERIVED_COLUMNS[index]!;
      if (expected === undefined || !line.filled.has(column) || formulaAt(sheet, TOP + at, column) === undefined)
        return;
      const content = contentAt(sheet, TOP + at, column);
      // Results are shown to one decimal or two.
      if (typeof content === "number") expect(Math.abs(content - expected)).toBeLessThan(0.051);
    });
  });
}

/** Words for a target that is reached. */
const REACHED = /^(?:Vượt|Đạt)$/;

/** So does the word in the column Đánh giá where nothing but the size of the two figures matters. */
export function assessmentsFollow(world: World): void {
  const sheet = sheetOf(world);
  world.model.lines.forEach((line, at) => {
    const indicator = FORM.byCode.get(String(line.cells[CODE]));
    if (!line.filled.has(ASSESSED) || formulaAt(sheet, TOP + at, ASSESSED) === undefined) return;
    if (!indicator || !("direction" in indicator)) return;
    const word = String(contentAt(sheet, TOP + at, ASSESSED) ?? "");
    const [plan, actual] = INPUT_COLUMNS.map((column) => line.cells[column]);
    if (typeof plan !== "number" || typeof actual !== "number") return;
    const { aim } = indicator.direction;
    // Figures that come to the same once they are rounded are left to the tests of rounding.
    if (Math.abs(plan - actual) < 1) return;
    const reaches = aim === "high" ? actual > plan : aim === "low" ? actual < plan : undefined;
    // Of what comes about in the course of a year, half a year has had a part.
    if (reaches === undefined || (reaches && aim === "low" && indicator.accrual === "flow")) return;
    expect([TOP + at, word, REACHED.test(word)]).toEqual([TOP + at, word, reaches]);
  });
}

/** A result in what it says, whatever led to it. */
const saying = ({ findings }: Pick<CheckResult, "findings">) => findings.map(words).toSorted();
const words = ({ rule, cell, level, stated, expected }: Finding) =>
  [rule, cell, level, String(stated), String(expected)].join(" ");

/** What the pane shows of a check that it followed live is what a check of a pane opened just now says. */
export async function liveAsFull(world: World): Promise<void> {
  const { check, sheet, work } = world.pane.store.get();
  if (!check || check.stale || work) return;
  const fresh = sheetStateOf(engine, await createExcelPort().read(world.sheetId));
  expect(sheet?.snapshot.grid).toEqual(fresh.snapshot.grid);
  const steps = checkInSteps(fresh.table!, { recent: new Set() });
  let step = steps.next();
  while (!step.done) step = steps.next();
  expect(saying(check.result)).toEqual(saying(step.value));
}

/** Reasons stay with the figures that they were given for, and with no others. */
export function reasonsStay({ model, explained, knowsReasons }: World, { check, sheet }: PaneState): void {
  if (!check || check.stale || !sheet?.table) return;
  const now = explainFindings(check.result, sheet.table, sheet.remembered?.explanations ?? []);
  const key = (one: { rule: string; code?: string | undefined; role?: string | undefined }) =>
    [one.rule, one.code, one.role].join(" ");
  const given = new Set(explained.map(key));
  if (knowsReasons) for (const { finding } of now.explained) expect(given).toContain(key(finding));
  const figures = figuresOf(model);
  const standing = explained.filter((one) => one.figures === figures).map(key);
  const open = now.open.map(key);
  expect(open.filter((one) => standing.includes(one))).toEqual([]);
}

/** The pane is not stuck, and what it says is said in plain Vietnamese. */
export function paneSpeaks({ notice, work }: PaneState): void {
  expect(work).toBeUndefined();
  if (!notice) return;
  expect(notice.tone).not.toBe("trouble");
  expect(happenedWords(notice.what, VI)).not.toMatch(/\b(?:error|undefined|null|exception)\b|\[object/i);
}

/** How far the pane has just looked at the sheet; "followed": it checked again only what changed. */
export type Seen = "nothing" | "read" | "checked" | "followed";

/** The sum of what must hold after an operation, as far as the pane has just seen the sheet. */
export async function allHold(world: World, seen: Seen): Promise<void> {
  const state = world.pane.store.get();
  figuresStand(world);
  paneSpeaks(state);
  if (seen === "nothing") return;
  boundToItsRows(world, state.sheet);
  resultsFollow(world);
  assessmentsFollow(world);
  if (seen === "read") return;
  reasonsStay(world, state);
  if (seen === "followed") await liveAsFull(world);
}
