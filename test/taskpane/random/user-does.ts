/** What users do to the workbook with their own hands, in the sheet and in the model alike. */

import { LAYOUT, AGREEING } from "./form";
import {
  blankLine,
  change,
  CODE,
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
import { TEXTS } from "./operations";
import { asUser, forgetReasons, unlike, type World } from "./world";

const wholeRow = (row: number) => ({ top: row, bottom: row, left: 0, right: 16_383 });
const bodyOf = ({ lines }: Model) => ({ top: TOP, bottom: TOP + lines.length - 1, left: 0, right: WIDTH - 1 });
const same = (model: Model) => model;

/** Of a table with fewer indicators and headings than this no more are deleted: it would be no Biểu any more. */
const FEWEST_CODES = 7;
/** More sheets than this are not added. */
export const MOST_SHEETS = 5;

export function typeInto(world: World, at: number, column: number, text: string, held: Content): void {
  asUser(
    world,
    (sheet) => world.desk.user.type(sheet, TOP + at, column, text),
    (before) => typed(before, at, column, held),
  );
}

export function paste(world: World, at: number, column: number, which: readonly number[]): void {
  const texts = which.slice(0, world.model.lines.length - at).map((one) => TEXTS[one]!);
  const cells = texts.map((one) => [one.typed]);
  asUser(
    world,
    (sheet) => void world.desk.user.paste(sheet, TOP + at, column, cells),
    (before) => texts.reduce((now, { held }, down) => typed(now, at + down, column, held), before),
  );
}

export function insertRow(world: World, at: number): void {
  asUser(
    world,
    (sheet) => world.desk.user.insert(sheet, wholeRow(TOP + at)),
    (before) => inserted(before, at, blankLine()),
  );
}

export function deleteRow(world: World, at: number): void {
  const { lines } = world.model;
  const coded = lines.filter(({ cells }) => cells[CODE] !== null);
  if (coded.includes(lines[at]!) ? coded.length < FEWEST_CODES : lines.length < FEWEST_CODES) return;
  asUser(
    world,
    (sheet) => world.desk.user.remove(sheet, wholeRow(TOP + at)),
    (before) => removed(before, at),
  );
}

export function hideRow(world: World, at: number): void {
  const row = TOP + at;
  asUser(world, (sheet) => world.desk.user.setLines(sheet, "rows", row, row, { hidden: true }), same);
}

const labelOf = (at: number) => ({ top: TOP + at, bottom: TOP + at, left: LABEL - 1, right: LABEL });

/** Merges a label with the cell beside it, which Excel empties. */
export function mergeLabel(world: World, at: number): void {
  const { cells } = world.model.lines[at]!;
  const kept = cells[LABEL - 1] ?? cells[LABEL] ?? null;
  asUser(
    world,
    (sheet) => world.desk.user.merge(sheet, labelOf(at)),
    (before) => change(before, at, (line) => ({ ...line, cells: line.cells.with(LABEL - 1, kept).with(LABEL, null) })),
  );
}

export function unmergeLabel(world: World, at: number): void {
  asUser(world, (sheet) => world.desk.user.unmerge(sheet, labelOf(at)), same);
}

/** Cuts a row out and puts it in before another, as dragging with Shift does. */
export function moveRow(world: World, from: number, to: number): void {
  if (from === to || from === to - 1) return;
  const { user, workbook } = world.desk;
  asUser(
    world,
    (sheet) =>
      workbook.step("user", () => {
        user.insert(sheet, wholeRow(TOP + to));
        const source = wholeRow(TOP + (from >= to ? from + 1 : from));
        user.copy(sheet, source, sheet, wholeRow(TOP + to));
        user.remove(sheet, source);
      }),
    (before) => moved(before, from, to),
  );
}

export function sortByCode(world: World, ascending: boolean): void {
  const sorting = { fields: [{ key: CODE, ascending }], hasHeaders: false };
  asUser(
    world,
    (sheet) => world.desk.user.sort(sheet, bodyOf(world.model), sorting),
    (before) => sorted(before, ascending),
  );
}

export function renameSheet(world: World): void {
  const name = world.model.name === LAYOUT.name ? "Biểu tháng 7" : LAYOUT.name;
  asUser(
    world,
    (sheet) => world.desk.user.renameSheet(sheet, name),
    (before) => ({ ...before, name }),
  );
}

export function addSheet(world: World): void {
  if (world.desk.workbook.state.sheets.length > MOST_SHEETS) return;
  asUser(world, () => world.desk.user.addSheet(), same);
}

export function deleteOtherSheet(world: World): void {
  const other = world.desk.workbook.state.sheets.find(({ id }) => id !== world.sheetId);
  if (other) asUser(world, () => world.desk.user.deleteSheet(other.id), same);
}

/** Ctrl+Z until the sheet is as it was before the last thing that changed it. */
export function undoInExcel(world: World): void {
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

/** Types the figures that agree with each other, wherever the lines of the indicators are by now. */
export function correctAll(world: World): void {
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
