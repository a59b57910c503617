/** What there is to say against the clean base: nothing, or the measurement would not mean what it says. */

import { readCsv } from "../support/published";
import { type Book, type CellName, nameOf } from "./book";
import { checkClean, cleanSheet } from "./judge";
import { violationsAround } from "./oracle";

/**
 * Errors and warnings on a clean book, but for those about figures that are odd to a reader of the printed page too: these
 * cannot be mended, since nobody knows what was meant, and a check that kept silent about them would be no check.
 */
export function falseAlarms(book: Book): string[] {
  const justified = new Set(readCsv("published-unusual.csv").map(([code, role, rule]) => `${code} ${role} ${rule}`));
  return checkClean(book)
    .findings.filter(({ level }) => level !== "hint")
    .filter(({ code, role, rule }) => !justified.has(`${code} ${role} ${rule}`))
    .map(({ rule, code, role, message }) => `${rule} ${code} ${role}: ${message}`);
}

/** What the oracle holds against a clean book: a mistake might be found that was there before. */
export function contradictions(book: Book): string[] {
  const sheet = cleanSheet(book);
  return violationsAround(sheet, sheet, namesOf(book)).map(({ by, cells }) => `${by}: ${cells.join(", ")}`);
}

function namesOf(book: Book): CellName[] {
  return book.form.indicators.flatMap(({ code }) =>
    book.binding.columns.flatMap(({ role, measure }) =>
      role === "tt" || role === "label" || role === "code" || role === "unit" ? [] : [nameOf(code, measure, role)],
    ),
  );
}
