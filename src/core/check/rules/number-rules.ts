/** SO: the number as written. Each looks at one cell alone. */

import { isInputRole } from "../../form/types";
import { decimalsOf, roundHalfAway, writeFigure } from "../../number";
import { cellText, type CellEdit } from "../../table/grid";
import type { FigureCell } from "../../table/figures";
import { thousandsRead } from "../unusual/slips";
import { aboutCell, decimalsOfCell, intervalOf, isKnown, isTextRow, type Rule } from "../rule";

/** From this confidence on, column and kind of the indicator have decided between two readings. */
const SURE_READING = 0.9;

const isDoubtful = (figure: FigureCell["figure"]) => figure.kind === "number" && figure.confidence < SURE_READING;

const isText = (cell: FigureCell): boolean => typeof cell.cell?.value === "string";

function asNumber(cell: FigureCell): CellEdit {
  return { row: cell.row, column: cell.column, value: cell.value ?? null };
}

/** A text that reads as a number: sums and formulas pass over it in silence. */
const textNumber: Rule = {
  id: "SO1",
  level: "warning",
  cell: (cell, row) => {
    const { figure } = cell;
    if (!isText(cell) || figure.kind !== "number" || isDoubtful(figure) || figure.unit) return undefined;
    return { ...aboutCell("SO1", cell, row), expected: cell.value!, edit: asNumber(cell) };
  },
};

/** A text that is no figure, two figures in one cell, a threshold where a figure belongs. */
const unreadable: Rule = {
  id: "SO2",
  level: "error",
  cell: (cell, row) => {
    const { figure } = cell;
    if (figure.kind === "pair") return aboutCell("SO2", cell, row, { variant: "pair" });
    if (figure.kind === "bound" && cell.role !== "plan" && cell.role !== "laterPlan") {
      return aboutCell("SO2", cell, row, { variant: "bound" });
    }
    if (figure.kind !== "unreadable" || figure.reason === "error-value" || figure.reason === "date") return undefined;
    return aboutCell("SO2", cell, row, { variant: figure.reason === "separators" ? "separators" : "text" });
  },
};

/** "1.234": a thousand or one and a bit. */
const ambiguous: Rule = {
  id: "SO3",
  level: "warning",
  cell: (cell, row) => {
    const { figure } = cell;
    if (figure.kind !== "number" || !isDoubtful(figure) || figure.alternative === undefined) return undefined;
    const readings = [figure.value, figure.alternative].map((value) =>
      writeFigure(value, Number.isInteger(value) ? 0 : 3),
    );
    const raw = cellText(cell.cell).trim();
    return { ...aboutCell("SO3", cell, row, { stated: raw, expected: readings.join(" hoặc ") }), stated: raw };
  },
};

/** A figure below zero where only zero and more make sense. */
const negative: Rule = {
  id: "SO4",
  level: "error",
  cell: (cell, row) => {
    if (!isInputRole(cell.role) || cell.value === undefined || cell.value >= 0) return undefined;
    return row.traits?.bounds?.low === 0 ? aboutCell("SO4", cell, row) : undefined;
  },
};

/** A count that is no whole number. Where its row tells which whole number was meant, BT4 says so. */
const fraction: Rule = {
  id: "SO5",
  level: "error",
  cell: (cell, row, table) => {
    if (!isInputRole(cell.role) || row.traits?.kind !== "count") return undefined;
    if (cell.role !== "laterPlan" && thousandsRead(row, cell.role, table) !== undefined) return undefined;
    const value = cell.figure.kind === "bound" ? cell.figure.value : (cell.value ?? 0);
    // 1.499,99999999999 is what a formula makes of 1.500 in doubles.
    return Number.isInteger(roundHalfAway(value, decimalsOfCell(cell))) ? undefined : aboutCell("SO5", cell, row);
  },
};

/** A figure outside what its indicator can be, such as 115% of a group. */
const outOfBounds: Rule = {
  id: "SO6",
  level: "error",
  cell: (cell, row) => {
    const bounds = row.traits?.bounds;
    if (!isInputRole(cell.role) || !bounds || !isKnown(cell)) return undefined;
    // A date has no bounds, and of two readings the other may be within them: other rules ask for these to be typed anew.
    if (isDate(cell) || isDoubtful(cell.figure)) return undefined;
    const { low = -Infinity, high = Infinity } = bounds;
    // Below zero is the negative rule's to say.
    const interval = intervalOf(cell);
    const below = interval.high < low && low !== 0;
    if (!below && interval.low <= high) return undefined;
    const limit = below ? low : high;
    const words = `${below ? "nhỏ hơn" : "lớn hơn"} ${writeFigure(limit, decimalsOf(limit))}`;
    const gap = roundHalfAway(cell.value - limit, Math.max(decimalsOfCell(cell), decimalsOf(limit)));
    return { ...aboutCell("SO6", cell, row, { expected: words }), gap };
  },
};

/** #DIV/0! and its like. */
const errorValue: Rule = {
  id: "SO7",
  level: "error",
  cell: (cell, row) => {
    if (cell.figure.kind !== "unreadable" || cell.figure.reason !== "error-value") return undefined;
    return aboutCell("SO7", cell, row, { variant: isInputRole(cell.role) ? "input" : "derived" });
  },
};

/** "115,7%" or "1.250 lượt" typed as text. */
const withUnit: Rule = {
  id: "SO8",
  level: "warning",
  cell: (cell, row) => {
    const { figure } = cell;
    if (!isText(cell) || figure.kind !== "number" || !figure.unit || isDoubtful(figure)) return undefined;
    const raw = cellText(cell.cell).trim().slice(0, 40);
    const facts = { stated: raw, expected: writeFigure(figure.value, figure.decimals) };
    return { ...aboutCell("SO8", cell, row, facts), stated: raw, expected: figure.value, edit: asNumber(cell) };
  },
};

/** A date where a figure belongs: Excel turned "1/6" or "3.12" into a day. */
const dateValue: Rule = {
  id: "SO9",
  level: "error",
  cell: (cell, row) => {
    const typed = cell.figure.kind === "unreadable" && cell.figure.reason === "date";
    return typed || isDate(cell) ? aboutCell("SO9", cell, row) : undefined;
  },
};

/** Whether a cell holds a number that is shown as a date. */
function isDate({ cell }: FigureCell): boolean {
  return typeof cell?.value === "number" && isDateFormat(cell.format);
}

/** Whether a number format shows days, months or years. */
function isDateFormat(format: string | undefined): boolean {
  if (format === undefined || format === "General") return false;
  const bare = format.replace(/"[^"]*"|[\\_*].|\[[^\]]*\]/g, "");
  return /[dy]|m{3,}/i.test(bare);
}

/** An indicator of the kind "chữ" may hold any text. */
function exceptInTextRows(rule: Rule): Rule {
  return { ...rule, cell: (cell, row, table) => (isTextRow(row) ? undefined : rule.cell?.(cell, row, table)) };
}

export const numberRules: readonly Rule[] = [
  ...[textNumber, unreadable, ambiguous, negative, fraction, outOfBounds, withUnit, dateValue].map(exceptInTextRows),
  errorValue,
];
