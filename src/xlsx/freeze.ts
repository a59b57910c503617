/** Chốt số: formulas give way to the values they have. */
import { address } from "../core/table/grid";
import { findSheet, readBook } from "./book";
import { calcChainRemoval } from "./calculation";
import { WorkbookError } from "./error";
import { resultMissing } from "./messages";
import { openPackage, readPart, textBytes } from "./package";
import { scanSheet } from "./sheet";
import type { RawCell } from "./sheet";
import { applySplices, attributeText, siblingName } from "./xml";
import type { Splice } from "./xml";
import { writeZip } from "./zip";

/** Whether the file holds the result of a formula. An empty text is a result, an empty number is none. */
function hasResult({ type, value }: RawCell): boolean {
  return value !== undefined && (type === "str" || type === "inlineStr" || value.trim() !== "");
}

/** A cell with its result in place of its formula; the result is taken over as it is written. */
function frozenCell(xml: string, cell: RawCell): Splice {
  const { tag, valueSpan, formula, start, end } = cell;
  if (!valueSpan) return { start: formula!.start, end: formula!.end, text: "" };
  const name = (local: string) => siblingName(tag, local);
  const value = xml.slice(valueSpan.start, valueSpan.end);
  const isText = cell.type === "str";
  // `cm` marks a formula that spills; `str` is the text of a formula, and a text of its own is an inline string.
  const kept = cell.attributes.filter(({ name: attribute }) => attribute !== "cm" && !(isText && attribute === "t"));
  const attributes = kept.map((attribute) => attributeText(attribute.name, attribute.value)).join("");
  const content = isText
    ? `<${name("is")}><${name("t")} xml:space="preserve">${value}</${name("t")}></${name("is")}>`
    : `<${name("v")}>${value}</${name("v")}>`;
  const others = cell.others.map((other) => xml.slice(other.start, other.end)).join("");
  const type = isText ? attributeText("t", "inlineStr") : "";
  return { start, end, text: `<${tag.name}${attributes}${type}>${content}${others}</${tag.name}>` };
}

function freezeSheet(xml: string, sheet: string): string {
  const splices: Splice[] = [];
  scanSheet(xml, {
    cell(found) {
      if (!found.formula) return;
      if (!hasResult(found)) {
        const cell = address(found.row, found.column);
        throw new WorkbookError("result-missing", resultMissing(sheet, cell), { sheet, cell });
      }
      splices.push(frozenCell(xml, found));
    },
  });
  return applySplices(xml, splices);
}

/**
 * Replaces every formula of the sheets by its value; error values stay error values, everything else stays as it is.
 *
 * @param sheetNames - all worksheets when absent
 * @throws {@link WorkbookError} `result-missing`, naming the cell, where the file does not hold the value of a formula;
 * `sheet-missing`; and what opening a file can throw. Nothing is changed then.
 */
export function freezeSheets(bytes: Uint8Array, sheetNames?: readonly string[]): Uint8Array {
  const pack = openPackage(bytes);
  const { sheets } = readBook(pack);
  const chosen = sheetNames ? sheetNames.map((name) => findSheet(sheets, name)) : sheets;
  const changes = calcChainRemoval(pack);
  for (const { name, part } of chosen) {
    const frozen = readPart(part, (xml) => freezeSheet(xml, name));
    changes.set(part.name, textBytes(part, frozen));
  }
  return writeZip(pack.parts, changes);
}
