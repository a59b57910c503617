/** Comments on cells, at the user's request. */

import { address, type CellPlace } from "../core/table/grid";
import { codeOf, runBatch, runPatiently, troubleOf } from "./trouble";

/** Codes with which hosts refuse a second comment on a cell. */
const HAS_COMMENT: ReadonlySet<string> = new Set(["ItemAlreadyExists", "InvalidArgument", "InvalidOperation"]);

/** Puts a comment on a cell; where there is one, ours is added as an answer, unless it says the same. */
export async function commentOn(sheetId: string, { row, column }: CellPlace, text: string): Promise<void> {
  try {
    await runPatiently(async (context) => {
      const cell = context.workbook.worksheets.getItem(sheetId).getRange(address(row, column));
      context.workbook.comments.add(cell, text);
      await context.sync();
    });
  } catch (error) {
    if (!HAS_COMMENT.has(codeOf(error))) throw troubleOf(error);
    await answer(sheetId, address(row, column), text);
  }
}

function answer(sheetId: string, at: string, text: string): Promise<void> {
  return runBatch(async (context) => {
    const cell = context.workbook.worksheets.getItem(sheetId).getRange(at);
    const comment = context.workbook.comments.getItemByCell(cell).load("content");
    const replies = comment.replies.load("items/content");
    await context.sync();
    const said = [comment.content, ...replies.items.map(({ content }) => content)];
    if (said.includes(text)) return;
    replies.add(text);
    await context.sync();
  });
}
