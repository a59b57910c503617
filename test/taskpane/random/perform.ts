/** One operation on the workbook, the pane and the model alike. */

import { ASSESSED, DERIVED_COLUMNS, INPUT_COLUMNS } from "./model";
import { TEXTS, type Operation } from "./operations";
import { explain, fill, fix, look, submit, undoInPane } from "./pane-does";
import * as user from "./user-does";
import { isAssessed, withPane, type World } from "./world";

/** Does an operation. What it may change in the model is changed; the rest is for the invariants to hold against. */
export async function perform(world: World, operation: Operation): Promise<void> {
  const count = world.model.lines.length;
  /** The line of a number; of those below the first one where a row is put in or taken out: above it is the header. */
  const line = (number: number) => number % count;
  const lower = (number: number) => 1 + (number % (count - 1));
  switch (operation.do) {
    case "type":
    case "type over result": {
      const columns = operation.do === "type" ? INPUT_COLUMNS : DERIVED_COLUMNS;
      const text = TEXTS[operation.text]!;
      const column = columns[operation.column % columns.length]!;
      return user.typeInto(world, line(operation.line), column, text.typed, text.held);
    }
    case "type over assessment":
      if (!isAssessed(world)) return;
      return user.typeInto(world, line(operation.line), ASSESSED, operation.word, operation.word || null);
    case "paste": {
      const column = INPUT_COLUMNS[operation.column % INPUT_COLUMNS.length]!;
      return user.paste(world, line(operation.line), column, operation.texts);
    }
    case "insert row":
      return user.insertRow(world, lower(operation.line));
    case "delete row":
      return user.deleteRow(world, lower(operation.line));
    case "hide row":
      return user.hideRow(world, line(operation.line));
    case "merge label":
      return user.mergeLabel(world, line(operation.line));
    case "unmerge label":
      return user.unmergeLabel(world, line(operation.line));
    case "move row":
      return user.moveRow(world, lower(operation.line), lower(operation.to));
    case "sort":
      return user.sortByCode(world, operation.ascending);
    case "rename sheet":
      return user.renameSheet(world);
    case "add sheet":
      return user.addSheet(world);
    case "delete other sheet":
      return user.deleteOtherSheet(world);
    case "undo in Excel":
      return user.undoInExcel(world);
    case "undo in pane":
      return undoInPane(world);
    case "fill":
      return fill(world, operation);
    case "check":
      return withPane(world, ({ actions }) => actions.check());
    case "read":
      return withPane(world, ({ actions }) => actions.lookAgain());
    case "look":
      return look(world);
    case "fix":
      return fix(world);
    case "explain":
      return explain(world, (all) => all.slice(operation.which % Math.max(1, all.length)).slice(0, 1));
    case "ignore rule":
      return withPane(world, ({ actions }) => actions.ignoreRule("KH1", "Kế hoạch"));
    case "summary":
      if (world.desk.workbook.state.sheets.length > user.MOST_SHEETS) return;
      return withPane(world, ({ actions }) => actions.addSummary());
    case "submit":
      if (operation.corrected) user.correctAll(world);
      return submit(world);
  }
}
