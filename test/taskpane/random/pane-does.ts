/** What the pane does when it is asked; of what it writes the model takes over only what it may change. */

import type { Finding } from "../../../src/core/check/finding";
import { isExplainable } from "../../../src/core/check/explanations";
import { findingsOf, sureFixes } from "../../../src/taskpane/state/selectors";
import { ASSESSED, CODE, DERIVED_COLUMNS, INPUT_COLUMNS, TOP, type Model } from "./model";
import type { Operation } from "./operations";
import {
  contentAt,
  forgetReasons,
  formulaAt,
  heldIn,
  isAssessed,
  quiet,
  sheetOf,
  withPane,
  type Explained,
  type World,
} from "./world";

/** All figures of the table by Mã số, as one text. */
export const figuresOf = ({ lines }: Model): string =>
  lines
    .filter(({ cells }) => cells[CODE] !== null)
    .map(({ cells }) => JSON.stringify([cells[CODE], ...INPUT_COLUMNS.map((column) => cells[column])]))
    .toSorted()
    .join("\n");

/** Milliseconds; it may be put off when the machine is slow. */
const LONGEST_LOOK = 20_000;

/** Waits until the pane has looked at the sheet by itself, and checked it where it follows changes. */
export async function look(world: World): Promise<void> {
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
export async function fill(
  world: World,
  { mode, assess, answer }: Omit<Extract<Operation, { do: "fill" }>, "do">,
): Promise<void> {
  const before = world.model;
  const held = heldIn(world);
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
    const typed = line.cells[column];
    const isTyped = typed !== null && !line.filled.has(column);
    // What the user typed and did not let go may become a formula only where that comes to the same.
    return !isTyped || (asked && answer === "replace") || contentAt(sheet, TOP + at, column) === typed;
  });
  world.beforeWrite = before;
  world.written = { held, model: world.model };
}

/** Mending changes the cells of the findings that it was asked to mend. */
export async function fix(world: World): Promise<void> {
  await withPane(world, ({ actions }) => actions.check());
  const before = world.model;
  const held = heldIn(world);
  const fixes = sureFixes(world.pane.store.get());
  await withPane(world, ({ actions }) => actions.fix(fixes));
  const places = new Set(fixes.map(({ row, column }) => `${row},${column}`));
  const said = world.pane.store.get().notice?.what;
  if (said?.kind !== "fixed") return;
  takeOver(world, [...INPUT_COLUMNS, ...DERIVED_COLUMNS, ASSESSED], (at, column) =>
    places.has(`${TOP + at},${column}`),
  );
  world.beforeWrite = before;
  world.written = { held, model: world.model };
}

/** Gives a reason for some of the warnings that may have one. */
export async function explain(
  world: World,
  choose: (warnings: readonly Finding[]) => readonly Finding[],
): Promise<void> {
  await withPane(world, ({ actions }) => actions.check());
  const findings = choose(findingsOf(world.pane.store.get()).filter(isExplainable));
  if (findings.length === 0) return;
  await withPane(world, ({ actions }) => actions.explain(findings, "Theo quyết định giao kế hoạch"));
  if (world.pane.store.get().notice?.what.kind !== "explained") return;
  world.beforeWrite = undefined;
  world.written = undefined;
  const figures = figuresOf(world.model);
  const given = findings.map(({ rule, code = "", role = "" }): Explained => ({ rule, code, role, figures }));
  world.explained = [...world.explained, ...given];
}

/** Fills, explains and sends as one does at the end; a copy that is handed out has the figures of the sheet. */
export async function submit(world: World): Promise<void> {
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

/** Hoàn tác: takes back what the pane wrote last. */
export async function undoInPane(world: World): Promise<void> {
  const { written } = world;
  await withPane(world, ({ actions }) => actions.undo());
  const said = world.pane.store.get().notice?.what;
  if (said?.kind !== "undone") return;
  // Where nothing was done in between, everything is as it was.
  if (said.cells > 0 && written?.model === world.model) expect(heldIn(world)).toBe(written.held);
  if (said.cells > 0) takenBack(world);
  else forgetReasons(world);
}

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
  world.written = undefined;
}
