/** Typing into cells: what a text becomes, whether the cell takes it, where the selection goes next. */

import { cellArea, contains } from "../../host/workbook/area";
import { formulaToLocal, readTyped, SEPARATORS, type TypedContent } from "../../host/workbook/input";
import { cellAt, styleAt, valueAt } from "../../host/workbook/state";
import type { CellValue, DataValidation, InputLocale, Sheet } from "../../host/workbook/types";
import { setContent, tellEdited } from "../../host/workbook/write";
import { mergeAt, nextCell, type Direction, type Place } from "../grid/moves";
import { standsTo } from "../grid/limits";
import type { Page } from "./page";

/**
 * Reads a text as it is typed, in the user's separators; a number that only the other language's separators explain
 * (21.8 among commas, 1,251.7) is taken too, so that figures can be pasted from either Excel.
 */
export function readEntry(text: string, locale: InputLocale, numberFormat: string): TypedContent {
  const read = readTyped(text, locale, numberFormat);
  if (typeof read.value !== "string" || read.quotePrefix || !/\d/.test(text) || numberFormat === "@") return read;
  const other = readTyped(text, locale === "vi-VN" ? "en-US" : "vi-VN", numberFormat);
  return typeof other.value === "number" && /[.,]/.test(text) && !/[/:-].*[/:-]/.test(text) ? other : read;
}

/** What stands in the formula bar for a cell: the formula, or the value as one would type it. */
export function entryText(sheet: Sheet, { row, column }: Place, locale: InputLocale): string {
  const cell = cellAt(sheet, row, column);
  if (!cell) return "";
  const { value, formula, quotePrefix } = cell;
  if (formula !== undefined) return formulaToLocal(formula, locale);
  if (value === null) return "";
  if (typeof value === "number") return numberText(value, cell.style.numberFormat, locale);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (typeof value === "object") return value.error;
  return quotePrefix ? `'${value}` : value;
}

function numberText(value: number, numberFormat: string, locale: InputLocale): string {
  const { decimal } = SEPARATORS[locale];
  const percent = numberFormat.includes("%");
  const text = String(percent ? Number((value * 100).toPrecision(15)) : value).replace(".", decimal);
  return percent ? `${text}%` : text;
}

/** Begins an entry; without a text, with what the cell holds. */
export function beginEntry(page: Page, from: "cell" | "bar", text?: string): void {
  const { row, column } = page.active();
  const sheet = page.sheet();
  if (!page.mayWrite(cellArea(row, column))) return;
  const { top, left } = mergeAt(sheet, { row, column });
  page.setEditing({
    sheet: sheet.id,
    row: top,
    column: left,
    text: text ?? entryText(sheet, { row: top, column: left }, page.locale),
    from,
    arrowsLeave: text !== undefined,
  });
}

/** Puts a text into a cell as one step. @returns whether the cell took it */
function typeInto(page: Page, place: Place, text: string): boolean {
  const sheet = page.sheet();
  const { row, column } = place;
  if (text === entryText(sheet, place, page.locale)) return true;
  if (!page.mayWrite(cellArea(row, column))) return false;
  const content = readEntry(text, page.locale, styleAt(sheet, row, column).numberFormat);
  const broken = content.formula === undefined ? brokenRule(sheet, place, content.value) : undefined;
  if (broken?.errorAlert["style"] === "Stop") {
    page.say(alertText(broken, page), "warning");
    return false;
  }
  const done = page.run((workbook) => {
    const before = valueAt(sheet, row, column);
    setContent(workbook, sheet, row, column, content);
    tellEdited(workbook, sheet, cellArea(row, column), before);
  });
  if (done && broken) page.say(alertText(broken, page), "warning");
  return done;
}

function alertText({ errorAlert }: DataValidation, page: Page): string {
  const [title, message] = [errorAlert["title"], errorAlert["message"]];
  const parts = [title, message].filter((part): part is string => typeof part === "string" && part !== "");
  return parts.length > 0 ? parts.join(": ") : page.texts.say.notValid;
}

/** Ends an entry and moves on. @returns whether the entry is over */
export function commitEntry(page: Page, direction?: Direction): boolean {
  const editing = page.editing();
  if (!editing) return true;
  const { row, column, text } = editing;
  // The cell stands in edit mode until it took the text; an add-in that hears of the change may then answer at once.
  page.setEditing(undefined);
  if (!typeInto(page, { row, column }, text)) {
    page.setEditing(editing);
    return false;
  }
  page.select(direction ? nextCell(page.sheet(), { row, column }, direction) : { row, column });
  return true;
}

/** The validation that a value breaks, where it can be told without calculating. */
function brokenRule(sheet: Sheet, { row, column }: Place, value: CellValue): DataValidation | undefined {
  if (value === null || typeof value === "object") return undefined;
  const rules = sheet.validations.filter(
    ({ areas, errorAlert }) => errorAlert["showAlert"] !== false && areas.some((area) => contains(area, row, column)),
  );
  return rules.find((rule) => !meetsRule(rule, value));
}

type Limits = Readonly<Partial<Record<"formula" | "formula1" | "formula2" | "operator" | "source", unknown>>>;

function meetsRule({ type, rule }: DataValidation, value: number | string | boolean): boolean {
  const [limits] = Object.values(rule) as [Limits | undefined];
  if (!limits) return true;
  const { source, formula } = limits;
  if (type === "List") {
    if (typeof source !== "string" || source.startsWith("=")) return true;
    return source.split(",").some((choice) => choice.trim() === String(value));
  }
  // Our own sheets ask for a number, "-" or "…" by a formula of this shape.
  if (type === "Custom") {
    if (typeof formula !== "string" || !formula.startsWith("=OR(ISNUMBER(")) return true;
    const choices = [...formula.matchAll(/="([^"]*)"/g)].map(([, text]) => text);
    return typeof value === "number" || choices.includes(String(value));
  }
  const measured = type === "TextLength" ? String(value).length : value;
  if (typeof measured !== "number") return false;
  return (type !== "WholeNumber" || Number.isInteger(measured)) && withinLimits(limits, measured);
}

function withinLimits({ formula1, formula2, operator }: Limits, value: number): boolean {
  const [one, two] = [Number(formula1), Number(formula2)];
  // A limit that is a formula is not known here.
  if (!Number.isFinite(one)) return true;
  return standsTo(operator, value, one, two) ?? true;
}
