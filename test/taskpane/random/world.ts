/** One workbook with one pane, the model of it, and one operation after the other on all three. */

import { WorkbookRefusal, type Sheet } from "../../../src/sandbox/host";
import { address } from "../../../src/core/table/grid";
import { ASSESSMENT_HEADER } from "../../../src/core/table/assessment-cells";
import type { Finding } from "../../../src/core/check/finding";
import { isExplainable } from "../../../src/core/check/explanations";
import { findingsOf, sureFixes } from "../../../src/taskpane/state/selectors";
import { LAYOUT, type ExcelDesk, type OpenPane } from "../excel/desk";
import { agreeingFigures } from "../excel/figures";
import {
  ASSESSED,
  blankLine,
  change,
  CODE,
  DERIVED_COLUMNS,
  INPUT_COLUMNS,
  inserted,
  LABEL,
  moved,
  removed,
  sorted,
  TOP,
  typed,
  WIDTH,
  type Content,
  type Model,
} from "./model";
import { TEXTS, type Operation } from "./operations";

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
  explained: readonly Explained[];
  /** Whether these are all; undoing may have taken some back, or brought some again. */
  knowsReasons: boolean;
  /** How often the column Đánh giá was filled, and how many copies were sent. */
  readonly reached: { assessed: number; sent: number };
}

export const sheetOf = ({ desk, sheetId }: World): Sheet => desk.workbook.sheet(sheetId)!;

/** What a cell of the sheet holds. */
export function contentAt(sheet: Sheet, row: number, column: number): Content {
  const value = sheet.rows[row]?.[column]?.value ?? null;
  return typeof value === "object" && value !== null ? value.error : value;
}

export const formulaAt = (sheet: Sheet, row: number, column: number) => sheet.rows[row]?.[column]?.formula;

/** The model of the sheet as the add-in has just made it. */
export function modelOf(sheet: Sheet): Model {
  const lines = Array.from({ length: LAYOUT.body.bottom - TOP + 1 }, (_, at) => ({
    ...blankLine(),
    cells: Array.from({ length: WIDTH }, (_, column) => contentAt(sheet, TOP + at, column)),
  }));
  return { lines, name: sheet.name };
}

const wholeRow = (row: number) => ({ top: row, bottom: row, left: 0, right: 16_383 });
const bodyOf = ({ lines }: Model) => ({ top: TOP, bottom: TOP + lines.length - 1, left: 0, right: WIDTH - 1 });

/** Waits until the pane neither works nor asks Excel for anything. */
async function quiet({ desk, pane }: World): Promise<void> {
  let seen = -1;
  while (pane.store.get().work || desk.host.traffic.batches !== seen) {
    seen = desk.host.traffic.batches;
    for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

/** Does something as the user; what Excel refuses does not happen. */
function asUser(world: World, act: (sheet: string) => void, next: (model: Model) => Model): void {
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
async function withPane(world: World, act: (pane: OpenPane) => Promise<void>): Promise<void> {
  if (world.desk.workbook.activeSheet().id !== world.sheetId) world.desk.user.activate(world.sheetId);
  await act(world.pane);
  await quiet(world);
}

/** All figures of the table by Mã số, as one text. */
export const figuresOf = ({ lines }: Model): string =>
  lines
    .filter(({ cells }) => cells[CODE] !== null)
    .map(({ cells }) => JSON.stringify([cells[CODE], ...INPUT_COLUMNS.map((column) => cells[column])]))
    .toSorted()
    .join("\n");

/** Does an operation. What it may change in the model is changed; the rest is for the invariants to hold against. */
export async function perform(world: World, operation: Operation): Promise<void> {
  const { desk, model } = world;
  const { user } = desk;
  const count = model.lines.length;
  switch (operation.do) {
    case "type":
    case "type over result": {
      const columns = operation.do === "type" ? INPUT_COLUMNS : DERIVED_COLUMNS;
      const at = operation.line % count;
      const column = columns[operation.column % columns.length]!;
      const text = TEXTS[operation.text]!;
      asUser(
        world,
        (sheet) => user.type(sheet, TOP + at, column, text.typed),
        (before) => typed(before, at, column, text.held),
      );
      return;
    }
    case "type over assessment": {
      if (!isAssessed(world)) return;
      const at = operation.line % count;
      asUser(
        world,
        (sheet) => user.type(sheet, TOP + at, ASSESSED, operation.word),
        (before) => typed(before, at, ASSESSED, operation.word === "" ? null : operation.word),
      );
      return;
    }
    case "paste": {
      const column = INPUT_COLUMNS[operation.column % INPUT_COLUMNS.length]!;
      const at = operation.line % count;
      const texts = operation.texts.slice(0, count - at).map((one) => TEXTS[one]!);
      asUser(
        world,
        (sheet) =>
          void user.paste(
            sheet,
            TOP + at,
            column,
            texts.map((one) => [one.typed]),
          ),
        (before) => texts.reduce((now, { held }, down) => typed(now, at + down, column, held), before),
      );
      return;
    }
    case "insert row": {
      // Not above the first line: that would be a row of the header.
      const at = 1 + (operation.line % (count - 1));
      asUser(
        world,
        (sheet) => user.insert(sheet, wholeRow(TOP + at)),
        (before) => inserted(before, at, blankLine()),
      );
      return;
    }
    case "delete row": {
      if (count < 20) return;
      const at = 1 + (operation.line % (count - 1));
      asUser(
        world,
        (sheet) => user.remove(sheet, wholeRow(TOP + at)),
        (before) => removed(before, at),
      );
      return;
    }
    case "hide row": {
      const row = TOP + (operation.line % count);
      asUser(
        world,
        (sheet) => user.setLines(sheet, "rows", row, row, { hidden: true }),
        (before) => before,
      );
      return;
    }
    case "merge label": {
      // With the cell beside it, which Excel empties.
      const at = operation.line % count;
      const area = { top: TOP + at, bottom: TOP + at, left: LABEL - 1, right: LABEL };
      const keeps = model.lines[at]!.cells;
      const kept = keeps[LABEL - 1] ?? keeps[LABEL] ?? null;
      asUser(
        world,
        (sheet) => user.merge(sheet, area),
        (before) =>
          change(before, at, (line) => ({ ...line, cells: line.cells.with(LABEL - 1, kept).with(LABEL, null) })),
      );
      return;
    }
    case "unmerge label": {
      const row = TOP + (operation.line % count);
      asUser(
        world,
        (sheet) => user.unmerge(sheet, { top: row, bottom: row, left: LABEL - 1, right: LABEL }),
        (before) => before,
      );
      return;
    }
    case "move row": {
      const from = 1 + (operation.line % (count - 1));
      const to = 1 + (operation.to % (count - 1));
      if (from === to || from === to - 1) return;
      moveRow(world, from, to);
      return;
    }
    case "sort":
      asUser(
        world,
        (sheet) =>
          user.sort(sheet, bodyOf(model), {
            fields: [{ key: CODE, ascending: operation.ascending }],
            hasHeaders: false,
          }),
        (before) => sorted(before, operation.ascending),
      );
      return;
    case "rename sheet": {
      const name = model.name === "B03" ? "Biểu tháng 7" : "B03";
      asUser(
        world,
        (sheet) => user.renameSheet(sheet, name),
        (before) => ({ ...before, name }),
      );
      return;
    }
    case "add sheet":
      if (desk.workbook.state.sheets.length > 5) return;
      asUser(
        world,
        () => user.addSheet(),
        (before) => before,
      );
      return;
    case "delete other sheet": {
      const other = desk.workbook.state.sheets.find(({ id }) => id !== world.sheetId);
      if (!other) return;
      asUser(
        world,
        () => user.deleteSheet(other.id),
        (before) => before,
      );
      return;
    }
    case "undo in Excel":
      undoInExcel(world);
      return;
    case "undo in pane": {
      await withPane(world, ({ actions }) => actions.undo());
      const said = world.pane.store.get().notice?.what;
      if (said?.kind !== "undone") return;
      if (said.cells > 0) takenBack(world);
      else forgetReasons(world);
      return;
    }
    case "fill":
      await fill(world, operation);
      return;
    case "check":
      await withPane(world, ({ actions }) => actions.check());
      return;
    case "read":
      await withPane(world, ({ actions }) => actions.lookAgain());
      return;
    case "look":
      await look(world);
      return;
    case "fix":
      await fix(world);
      return;
    case "explain":
      await explain(world, (warnings) => warnings.slice(operation.which % Math.max(1, warnings.length)).slice(0, 1));
      return;
    case "ignore rule":
      await withPane(world, ({ actions }) => actions.ignoreRule("KH1", "Kế hoạch"));
      return;
    case "summary":
      if (desk.workbook.state.sheets.length > 5) return;
      await withPane(world, ({ actions }) => actions.addSummary());
      return;
    case "submit":
      if (operation.corrected) correctAll(world);
      await submit(world);
  }
}

/** Waits until the pane has looked at the sheet by itself, and checked it where it follows changes. */
async function look(world: World): Promise<void> {
  await withPane(world, async ({ actions, store }) => {
    // The pane waits for more after an event, and would put the look off.
    await world.desk.eventsTold();
    await quiet(world);
    const before = store.get();
    actions.lookAround();
    const follows = before.live && before.check !== undefined;
    const end = performance.now() + LONGEST_LOOK;
    while (store.get().sheet === before.sheet || (follows && store.get().check === before.check)) {
      if (performance.now() > end) throw new Error("the pane does not look");
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  });
}

/** Milliseconds; it may be put off when the machine is slow. */
const LONGEST_LOOK = 20_000;

/** Cuts a row out and puts it in before another, as dragging with Shift does. */
function moveRow(world: World, from: number, to: number): void {
  const { desk } = world;
  asUser(
    world,
    (sheet) =>
      desk.workbook.step("user", () => {
        desk.user.insert(sheet, wholeRow(TOP + to));
        const source = wholeRow(TOP + (from >= to ? from + 1 : from));
        desk.user.copy(sheet, source, sheet, wholeRow(TOP + to));
        desk.user.remove(sheet, source);
      }),
    (before) => moved(before, from, to),
  );
}

/** Ctrl+Z until the sheet is as it was before the last thing that changed it. */
function undoInExcel(world: World): void {
  const before = world.past.pop();
  if (!before) return;
  // Excel takes back what the workbook remembers, too.
  forgetReasons(world);
  while (world.desk.workbook.undo()) {
    if (unlike(world, before) === undefined) {
      world.model = before;
      return;
    }
  }
  throw new Error("undoing in Excel does not bring the sheet back");
}

function forgetReasons(world: World): void {
  world.explained = [];
  world.knowsReasons = false;
}

/** Where the sheet is not as a model says; what the add-in filled is calculated, and no matter here. */
export function unlike(world: World, model: Model): string | undefined {
  const sheet = sheetOf(world);
  if (sheet.name !== model.name) return `the sheet is called ${sheet.name}`;
  for (const [at, { cells, filled }] of model.lines.entries()) {
    for (const [column, held] of cells.entries()) {
      const content = contentAt(sheet, TOP + at, column);
      if (!filled.has(column) && content !== held)
        return `${address(TOP + at, column)} holds ${JSON.stringify(content)} and not ${JSON.stringify(held)}`;
    }
  }
  return undefined;
}

/** Takes over from the sheet what the add-in was allowed to change. */
function takeOver(world: World, columns: readonly number[], mayChange: (at: number, column: number) => boolean): void {
  const sheet = sheetOf(world);
  const before = world.model;
  const lines = before.lines.map((line, at) => {
    const changed = columns.filter((column) => {
      const isFormula = formulaAt(sheet, TOP + at, column) !== undefined;
      return mayChange(at, column) && (isFormula || contentAt(sheet, TOP + at, column) !== line.cells[column]);
    });
    if (changed.length === 0) return line;
    const cells = line.cells.map((held, column) =>
      changed.includes(column) ? contentAt(sheet, TOP + at, column) : held,
    );
    return { ...line, cells, filled: new Set([...line.filled, ...changed]) };
  });
  if (lines.every((line, at) => line === before.lines[at])) return;
  world.model = { ...before, lines };
  world.past.push(before);
}

/** Filling changes results, and of those typed by hand the ones that the user lets go. */
async function fill(
  world: World,
  { mode, assess, answer }: Omit<Extract<Operation, { do: "fill" }>, "do">,
): Promise<void> {
  const before = world.model;
  let asked = false;
  await withPane(world, async ({ actions, store }) => {
    actions.chooseMode(mode);
    actions.chooseAssess(assess);
    await actions.fill();
    asked = store.get().fill.asking;
    if (!asked) return;
    if (answer === "leave") actions.leaveQuestion();
    else await actions.fillAnswered(answer);
  });
  const said = world.pane.store.get().notice?.what;
  if (said?.kind !== "filled") return;
  const sheet = sheetOf(world);
  if (said.assessed) world.reached.assessed += 1;
  takeOver(world, [...DERIVED_COLUMNS, ASSESSED], (at, column) => {
    const line = before.lines[at]!;
    const held = line.cells[column];
    const isTyped = held !== null && !line.filled.has(column);
    // What the user typed and did not let go may become a formula only where that comes to the same.
    return !isTyped || (asked && answer === "replace") || contentAt(sheet, TOP + at, column) === held;
  });
  world.beforeWrite = before;
}

/** Mending changes the cells of the findings that it was asked to mend. */
async function fix(world: World): Promise<void> {
  await withPane(world, ({ actions }) => actions.check());
  const before = world.model;
  const fixes = sureFixes(world.pane.store.get());
  await withPane(world, ({ actions }) => actions.fix(fixes));
  const places = new Set(fixes.map(({ row, column }) => `${row},${column}`));
  const said = world.pane.store.get().notice?.what;
  if (said?.kind !== "fixed") return;
  takeOver(world, [...INPUT_COLUMNS, ...DERIVED_COLUMNS, ASSESSED], (at, column) =>
    places.has(`${TOP + at},${column}`),
  );
  world.beforeWrite = before;
}

/** Gives a reason for some of the warnings that may have one. */
async function explain(world: World, choose: (warnings: readonly Finding[]) => readonly Finding[]): Promise<void> {
  await withPane(world, ({ actions }) => actions.check());
  const findings = choose(findingsOf(world.pane.store.get()).filter(isExplainable));
  if (findings.length === 0) return;
  await withPane(world, ({ actions }) => actions.explain(findings, "Theo quyết định giao kế hoạch"));
  if (world.pane.store.get().notice?.what.kind !== "explained") return;
  world.beforeWrite = undefined;
  const figures = figuresOf(world.model);
  const given = findings.map(({ rule, code = "", role = "" }): Explained => ({ rule, code, role, figures }));
  world.explained = [...world.explained, ...given];
}

/** Types the figures that agree with each other, wherever the lines of the indicators are by now. */
function correctAll(world: World): void {
  const { lines } = world.model;
  const figures = [...LAYOUT.rowOf].flatMap(([code, row]) => {
    const at = lines.findIndex(({ cells }) => cells[CODE] === code);
    const edits = at < 0 ? [] : AGREEING.filter((edit) => edit.row === row);
    return edits.map(({ column, value }) => ({ at, column, value: Number(value) }));
  });
  asUser(
    world,
    (sheet) =>
      world.desk.workbook.step("user", () => {
        for (const { at, column, value } of figures)
          world.desk.user.type(sheet, TOP + at, column, String(value).replace(".", ","));
      }),
    (before) => figures.reduce((now, { at, column, value }) => typed(now, at, column, value), before),
  );
}

const AGREEING = agreeingFigures();

/** Fills, explains and sends as one does at the end; a copy that is handed out has the figures of the sheet. */
async function submit(world: World): Promise<void> {
  await fill(world, { mode: "functions", assess: isAssessed(world), answer: "replace" });
  await explain(world, (warnings) => warnings);
  await withPane(world, ({ actions }) => actions.submit());
  const { notice, submit: sending } = world.pane.store.get();
  if (notice?.what.kind !== "sent") return;
  const { bytes, note } = sending.copy!;
  const file = { name: note.file, bytes: () => Promise.resolve(bytes.slice().buffer) };
  await withPane(world, ({ actions }) => actions.verifyFile(file));
  const { verified } = world.pane.store.get().submit;
  expect(verified).toMatchObject({ kind: "read", untouched: true, tables: [{ outcome: "same", changes: [] }] });
  world.reached.sent += 1;
}

/** Whether the column Đánh giá stands beside the table. */
const isAssessed = (world: World): boolean =>
  sheetOf(world)
    .rows.slice(0, TOP)
    .some((row) => row?.[ASSESSED]?.value === ASSESSMENT_HEADER);

/** Every cell that undo changed holds what it held before the write, on whichever line it is now. */
function takenBack(world: World): void {
  const before = new Map(world.beforeWrite?.lines.map((line) => [line.id, line]));
  const sheet = sheetOf(world);
  const now = world.model;
  const lines = now.lines.map((line, at) => {
    const old = before.get(line.id);
    if (!old) return line;
    const back = line.cells.map((held, column) => {
      const content = contentAt(sheet, TOP + at, column);
      return content !== held && content === (old.cells[column] ?? null) && line.filled.has(column) ? content : held;
    });
    const filled = [...line.filled].filter((column) => old.filled.has(column) || back[column] === line.cells[column]);
    return { ...line, cells: back, filled: new Set(filled) };
  });
  world.model = { ...now, lines };
  world.past.push(now);
  world.beforeWrite = undefined;
}
