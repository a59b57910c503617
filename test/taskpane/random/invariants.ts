/** What must hold of the workbook and the pane, whatever was done to them in whatever order. */

import { isDeepStrictEqual } from "node:util";
import { explainFindings } from "../../../src/core/check/explanations";
import { checkInSteps } from "../../../src/core/check/engine";
import type { CheckResult, Finding } from "../../../src/core/check/finding";
import { address } from "../../../src/core/table/grid";
import { createExcelPort } from "../../../src/excel/port";
import { engine } from "../../../src/taskpane/engine";
import { sheetStateOf } from "../../../src/taskpane/state/reading";
import type { PaneState, SheetState } from "../../../src/taskpane/state/types";
import { happenedWords } from "../../../src/taskpane/frame/words";
import { VI } from "../../../src/taskpane/texts/vi";
import { FORM } from "./form";
import { ASSESSED, CODE, DERIVED_COLUMNS, INPUT_COLUMNS, TOP, type Content, type Line } from "./model";
import { figuresOf } from "./pane-does";
import { contentAt, formulaAt, sheetOf, unlike, type World } from "./world";

/** What does not hold; said here and not by `expect`, which costs more than all that is compared. */
function broken(what: string): never {
  throw new Error(what);
}

const shown = (value: unknown) => JSON.stringify(value) ?? "undefined";

/** The user's cells hold what the user put there, and what mending did at the user's word. */
function figuresStand(world: World): void {
  const found = unlike(world, world.model);
  if (found !== undefined) broken(found);
}

const FIGURES = ["plan", "actual", "samePeriod"] as const;

/** A pane that has read the sheet takes every row for the indicator whose Mã số stands in it, with its figures. */
function boundToItsRows({ model }: World, state: SheetState | undefined): void {
  const { adoption, table } = state!;
  if (adoption.kind !== "ours") broken(`the sheet is ${adoption.kind}`);
  const bound = new Set<string>();
  for (const { row, code, cells } of table?.rows ?? []) {
    if (code === undefined) continue;
    bound.add(code);
    const line: Line = model.lines[row - TOP]!;
    if (line.cells[CODE] !== code) broken(`row ${row + 1} is taken for ${code} and is ${shown(line.cells[CODE])}`);
    FIGURES.forEach((role, index) => {
      const [read, held] = [valueOf(cells[role]?.cell?.value), line.cells[INPUT_COLUMNS[index]!]];
      if (read !== held) broken(`${role} of ${code} is read as ${shown(read)} and is ${shown(held)}`);
    });
  }
  const codes = new Set(model.lines.map(({ cells }) => cells[CODE]));
  for (const { code } of FORM.indicators)
    if (bound.has(code) !== codes.has(code)) broken(`${code} is ${bound.has(code) ? "not" : "missed"} in the sheet`);
}

function valueOf(value: unknown): Content {
  if (typeof value === "object" && value !== null && "error" in value) return String(value.error);
  return (value ?? null) as Content;
}

/** What the pane filled follows from the line's own figures, by two lines of arithmetic. */
function resultsFollow(world: World): void {
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
      if (typeof content === "number" && !(Math.abs(content - expected) < 0.051))
        broken(`${address(TOP + at, column)} shows ${content} and not ${expected}`);
    });
  });
}

/** Words for a target that is reached. */
const REACHED = /^(?:Vượt|Đạt)$/;

/** So does the word in the column Đánh giá where nothing but the size of the two figures matters. */
function assessmentsFollow(world: World): void {
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
    if (REACHED.test(word) !== reaches) broken(`${address(TOP + at, ASSESSED)}: ${actual} of ${plan} is ${word}`);
  });
}

/** A result in what it says, whatever led to it. */
const saying = ({ findings }: Pick<CheckResult, "findings">) => findings.map(words).toSorted();
const words = ({ rule, cell, level, stated, expected }: Finding) =>
  [rule, cell, level, String(stated), String(expected)].join(" ");

/** What the pane shows of a check that it followed live is what a check of a pane opened just now says. */
async function liveAsFull(world: World): Promise<void> {
  const { check, sheet, work } = world.pane.store.get();
  if (!check || check.stale || work) return;
  const fresh = sheetStateOf(engine, await createExcelPort().read(world.sheetId));
  if (!isDeepStrictEqual(sheet?.snapshot.grid, fresh.snapshot.grid))
    expect(sheet?.snapshot.grid).toEqual(fresh.snapshot.grid);
  const steps = checkInSteps(fresh.table!, { recent: new Set() });
  let step = steps.next();
  while (!step.done) step = steps.next();
  const [says, wouldSay] = [saying(check.result), saying(step.value)];
  if (!isDeepStrictEqual(says, wouldSay)) expect(says).toEqual(wouldSay);
}

/** Reasons stay with the figures that they were given for, and with no others. */
function reasonsStay({ model, explained, knowsReasons }: World, { check, sheet }: PaneState): void {
  if (!check || check.stale || !sheet?.table) return;
  const now = explainFindings(check.result, sheet.table, sheet.remembered?.explanations ?? []);
  const key = (one: { rule: string; code?: string | undefined; role?: string | undefined }) =>
    [one.rule, one.code, one.role].join(" ");
  const given = new Set(explained.map(key));
  const made = now.explained.map(({ finding }) => key(finding)).find((one) => !given.has(one));
  if (knowsReasons && made !== undefined) broken(`nobody explained ${made}`);
  const figures = figuresOf(model);
  // Rows without a Mã số are not told apart here, nor are their figures among these.
  const standing = new Set(explained.filter((one) => one.code !== "" && one.figures === figures).map(key));
  const lost = now.open.map(key).find((one) => standing.has(one));
  if (lost !== undefined) broken(`the reason for ${lost} is gone`);
}

/** The pane is not stuck, and what it says is said in plain Vietnamese. */
function paneSpeaks({ notice, work }: PaneState): void {
  if (work !== undefined) broken(`the pane is still at ${work.kind}`);
  if (!notice) return;
  const words = happenedWords(notice.what, VI);
  if (notice.tone === "trouble") broken(words);
  if (/\b(?:error|undefined|null|exception)\b|\[object/i.test(words)) broken(words);
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
