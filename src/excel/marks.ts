/**
 * Marks on cells with findings, as conditional formats of ours:
 *
 * - The cells' own fonts, fills and borders stay as they are; taking the conditional format away brings them back by itself.
 * - They are ours by their formula, which nobody else writes, in every session and on every machine; no list of what we
 *   coloured must be kept, and marks that a broken session left behind are found.
 * - They come after the user's own conditional formats and stop none, so that those win where both want the same.
 * - They move with rows that are inserted, deleted and sorted, as the findings' cells do.
 * - Error, warning and hint differ by fill and by the line around the cell (whole, dashed, dotted), which is there in print
 *   and for those who do not see the colours. The pane has the words; marks are only a way to find the cell.
 *
 * One format per level for all of its cells: the number of formats does not grow with the findings.
 */

import { areaAddress } from "../core/table/grid";
import { WorkbookTrouble, type CellMark } from "../core/workbook/port";
import { areasOf, joinAddresses } from "./areas";
import { runBatch } from "./trouble";

/** Part of every formula of ours. */
const SIGNATURE = "BieuYTe";

interface MarkStyle {
  readonly fill: string;
  readonly line: string;
  readonly dash: "Continuous" | "Dash" | "Dot";
}

/** Dark text keeps a contrast of more than 4,5:1 on each fill. */
const STYLES: Readonly<Record<CellMark["level"], MarkStyle>> = {
  error: { fill: "#FDE7E9", line: "#A4262C", dash: "Continuous" },
  warning: { fill: "#FFF4CE", line: "#8A6A00", dash: "Dash" },
  hint: { fill: "#DEECF9", line: "#005A9E", dash: "Dot" },
};

/** Weaker marks first: of the formats added, the last one comes first. */
const LEVELS = ["hint", "warning", "error"] as const;

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"] as const;

/** Always true, and recognised as ours. */
const formulaOf = (level: CellMark["level"]) => `=LEN("${SIGNATURE} ${level}")>0`;

/**
 * Replaces all marks of a sheet, in two round trips: one finds ours, one replaces them.
 *
 * @throws WorkbookTrouble "sheet-gone", "protected"
 */
export async function markCells(sheetId: string, marks: readonly CellMark[]): Promise<void> {
  await runBatch(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetId);
    sheet.load("id").protection.load("protected");
    const formats = sheet.getRange().conditionalFormats;
    formats.load("items/id,items/type,items/customOrNullObject/rule/formula");
    await context.sync();
    if (sheet.isNullObject) throw new WorkbookTrouble("sheet-gone", sheetId);
    const ours = formats.items.filter(isOurs);
    if (ours.length === 0 && marks.length === 0) return;
    if (sheet.protection.protected) throw new WorkbookTrouble("protected", "sheet");
    for (const format of ours) format.delete();
    for (const level of LEVELS) addMarks(sheet, level, ofLevel(marks, level), formats.items.length - ours.length);
    await context.sync();
  });
}

/** A cell with several findings shows the worst. */
function ofLevel(marks: readonly CellMark[], level: CellMark["level"]): CellMark[] {
  const worse = new Set(
    marks
      .filter((mark) => LEVELS.indexOf(mark.level) > LEVELS.indexOf(level))
      .map(({ row, column }) => `${row},${column}`),
  );
  return marks.filter((mark) => mark.level === level && !worse.has(`${mark.row},${mark.column}`));
}

function isOurs(format: Excel.ConditionalFormat): boolean {
  if (format.type !== "Custom" || format.customOrNullObject.isNullObject) return false;
  return format.customOrNullObject.rule.formula.includes(`"${SIGNATURE} `);
}

function addMarks(sheet: Excel.Worksheet, level: CellMark["level"], marks: readonly CellMark[], others: number): void {
  const { fill, line, dash } = STYLES[level];
  for (const address of joinAddresses(areasOf(marks).map(areaAddress))) {
    const format = sheet.getRanges(address).conditionalFormats.add("Custom");
    format.custom.rule.formula = formulaOf(level);
    format.custom.format.fill.color = fill;
    for (const edge of EDGES) {
      const border = format.custom.format.borders.getItem(edge);
      border.style = dash;
      border.color = line;
    }
    // New formats come first of all; the user's own go before ours.
    format.priority = others;
  }
}
