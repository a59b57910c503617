/** Changes single cells of an .xlsx file and leaves everything else as it is, to the byte. */
import { address } from "../core/table/grid";
import type { CellEdit, CellPlace, Merge } from "../core/table/grid";
import { findSheet, readBook } from "./book";
import { calcChainRemoval } from "./calculation";
import { editCells, placeKey, scanForEdits } from "./edit-cells";
import type { Edits } from "./edit-cells";
import { WorkbookError } from "./error";
import { refuseBadEdit } from "./limits";
import { partOfArray, tableHeader } from "./messages";
import { openPackage, readPart, textBytes } from "./package";
import { rangeOf } from "./sheet";
import type { RawCell } from "./sheet";
import { tableHeaders } from "./tables";
import type { TableHeader } from "./tables";
import { writeZip } from "./zip";

function isInside({ row, column }: CellPlace, range: Merge): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}

/** The edits inside a range, found by whichever is less work; a sheet may have many edits and many ranges. */
function editsInside(range: Merge, size: number, edits: Edits): CellEdit[] {
  if (size > edits.size) return [...edits.values()].filter((edit) => isInside(edit, range));
  const found: CellEdit[] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    for (let column = range.left; column <= range.right; column++) {
      const edit = edits.get(placeKey({ row, column }));
      if (edit) found.push(edit);
    }
  }
  return found;
}

/** The cells of an array formula or data table change together or not at all. */
function refuseBrokenArrays(sheet: string, formulaCells: readonly RawCell[], edits: Edits): void {
  for (const { formula } of formulaCells) {
    if (formula?.type !== "array" && formula?.type !== "dataTable") continue;
    const range = rangeOf(formula.ref ?? "");
    if (!range) continue;
    const size = (range.bottom - range.top + 1) * (range.right - range.left + 1);
    const touched = editsInside(range, size, edits);
    if (touched.length === 0 || touched.length === size) continue;
    const cell = address(touched[0]!.row, touched[0]!.column);
    throw new WorkbookError("array-formula", partOfArray(sheet, cell, formula.ref!), { sheet, cell });
  }
}

function refuseTableHeaders(sheet: string, headers: readonly TableHeader[], edits: Edits): void {
  for (const { table, range } of headers) {
    const touched = [...edits.values()].find((edit) => isInside(edit, range));
    if (!touched) continue;
    const cell = address(touched.row, touched.column);
    throw new WorkbookError("table-header", tableHeader(sheet, cell, table), { sheet, cell });
  }
}

/**
 * Changes cells of one sheet. Each keeps its style; every other part of the file stays as it is, except the
 * calculation chain, which Excel rebuilds. Whether the sheet is protected is for the caller to look at.
 *
 * @param bytes - the file as it was read
 * @param edits - of two edits of one cell the later counts; a formula with the value null shows nothing
 * @throws {@link WorkbookError} where the file cannot be read, the sheet is missing, a value does not fit into a cell,
 * or an edit would break an array formula, a data table or the header of an Excel table. Nothing is changed then.
 *
 * @example
 * applyEdits(bytes, "Biểu 1", [{ row: 4, column: 3, value: 99.7 }, { row: 4, column: 4, value: 101.2, formula: "SOVOIKH(D5,C5)" }])
 */
export function applyEdits(bytes: Uint8Array, sheetName: string, edits: readonly CellEdit[]): Uint8Array {
  const pack = openPackage(bytes);
  const { name, part } = findSheet(readBook(pack).sheets, sheetName);
  if (edits.length === 0) return bytes;
  for (const edit of edits) refuseBadEdit(name, edit);
  const byPlace = new Map(edits.map((edit) => [placeKey(edit), edit]));
  refuseTableHeaders(name, tableHeaders(pack, part), byPlace);
  const edited = readPart(part, (xml) => {
    const scan = scanForEdits(xml, byPlace);
    refuseBrokenArrays(name, scan.formulaCells, byPlace);
    return editCells(xml, scan, byPlace);
  });
  const changes = calcChainRemoval(pack);
  changes.set(part.name, textBytes(part, edited));
  return writeZip(pack.parts, changes);
}
