/** A sheet that is described for a new workbook, as hucre writes it. */

import type {
  Cell as HucreCell,
  CellStyle,
  ColumnDef,
  DataValidation,
  HeaderFooter,
  NamedRange,
  PageSetup,
  RowDef,
  WriteSheet,
} from "hucre";
import { FONT, HEADER_MARGIN, PAGE_MARGINS } from "../core/form/look";
import { areaAddress, type CellEdit } from "../core/table/grid";
import { isMiswritten } from "./hucre";
import { refuseBadEdit } from "./limits";
import type { CellLook, NewCell, NewPage, NewSheet, NewValidation, PageText } from "./new-workbook";
import { rangeReference, rowsReference } from "./reference";

/** Size of letters in points, where a look says no other. */
export const FONT_SIZE = 12;
const CM_PER_INCH = 2.54;
/** Excel calls a file damaged whose validation texts are longer. */
const MAX_VALIDATION_TITLE = 32;
const MAX_VALIDATION_TEXT = 225;

function styleOf(look: CellLook): CellStyle {
  const { bold, italic, underline, size = FONT_SIZE, color, fill, border, format } = look;
  // Excel indents only what is aligned to a side.
  const { vertical, wrap, indent, horizontal = indent ? "left" : undefined } = look;
  const side = border && { style: border };
  const alignment = {
    ...(horizontal && { horizontal }),
    ...(vertical && { vertical }),
    ...(wrap && { wrapText: true }),
    ...(indent !== undefined && { indent }),
  };
  return {
    font: {
      name: FONT,
      size,
      ...(bold && { bold }),
      ...(italic && { italic }),
      ...(underline && { underline }),
      ...(color && { color: { rgb: color } }),
    },
    ...(fill && { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: fill } } }),
    ...(side && { border: { top: side, right: side, bottom: side, left: side } }),
    ...(Object.keys(alignment).length > 0 && { alignment }),
    ...(format !== undefined && { numFmt: format }),
  };
}

/** Whether we write the cell ourselves: hucre drops the cached texts of formulas, and reads some texts otherwise. */
function isOurs({ value, formula }: NewCell): boolean {
  return formula !== undefined || (typeof value === "string" && isMiswritten(value));
}

/**
 * The cells for hucre, and what is to be written after it.
 *
 * @throws {@link WorkbookError} `value-refused` for a value that Excel would not accept
 */
export function newCells(sheet: NewSheet): { plain: Map<string, Partial<HucreCell>>; ours: CellEdit[] } {
  const plain = new Map<string, Partial<HucreCell>>();
  const ours: CellEdit[] = [];
  sheet.rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (!cell) return;
      const { value = null, formula, look } = cell;
      const edit = { row, column, value, ...(formula !== undefined && { formula }) };
      refuseBadEdit(sheet.name, edit);
      const later = isOurs(cell);
      if (later) ours.push(edit);
      plain.set(`${row},${column}`, { value: later ? null : value, ...(look && { style: styleOf(look) }) });
    });
  });
  return { plain, ours };
}

function pageText({ left, center, right }: PageText): string {
  return (left ? `&L${left}` : "") + (center ? `&C${center}` : "") + (right ? `&R${right}` : "");
}

function pageSetup({ orientation, margins = PAGE_MARGINS }: NewPage): PageSetup {
  const inches = (cm: number) => Math.round((cm / CM_PER_INCH) * 1000) / 1000;
  return {
    paperSize: "a4",
    orientation,
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    margins: {
      top: inches(margins.top),
      bottom: inches(margins.bottom),
      left: inches(margins.left),
      right: inches(margins.right),
      header: inches(HEADER_MARGIN),
      footer: inches(HEADER_MARGIN),
    },
  };
}

function headerFooter({ header, footer }: NewPage): HeaderFooter {
  return { ...(header && { oddHeader: pageText(header) }), ...(footer && { oddFooter: pageText(footer) }) };
}

/** The limits of a number; open on one side where only one is given. */
function limits(min: number | undefined, max: number | undefined): Partial<DataValidation> {
  if (min !== undefined && max !== undefined) {
    return { operator: "between", formula1: String(min), formula2: String(max) };
  }
  if (max !== undefined) return { operator: "lessThanOrEqual", formula1: String(max) };
  return { operator: "greaterThanOrEqual", formula1: String(min ?? -1e15) };
}

function ruleOf(rule: NewValidation["rule"]): Pick<DataValidation, "type"> & Partial<DataValidation> {
  switch (rule.kind) {
    case "number":
      return { type: "decimal", ...limits(rule.min, rule.max) };
    case "whole":
      return { type: "whole", ...limits(rule.min, rule.max) };
    case "list":
      return { type: "list", values: [...rule.values] };
    case "formula":
      return { type: "custom", formula1: rule.formula };
  }
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

function validationOf({ range, rule, prompt, error }: NewValidation): DataValidation {
  return {
    ...ruleOf(rule),
    range: areaAddress(range),
    allowBlank: true,
    ...(prompt && {
      showInputMessage: true,
      inputTitle: cut(prompt.title, MAX_VALIDATION_TITLE),
      inputMessage: cut(prompt.text, MAX_VALIDATION_TEXT),
    }),
    ...(error && {
      showErrorMessage: true,
      errorStyle: error.severity,
      errorTitle: cut(error.title, MAX_VALIDATION_TITLE),
      errorMessage: cut(error.text, MAX_VALIDATION_TEXT),
    }),
  };
}

function columnDefs({ columnWidths = [], hiddenColumns = new Set() }: NewSheet): ColumnDef[] {
  const count = Math.max(columnWidths.length, ...[...hiddenColumns].map((column) => column + 1));
  return Array.from({ length: count }, (_, column) => {
    const width = columnWidths[column];
    return { ...(width !== undefined && { width }), ...(hiddenColumns.has(column) && { hidden: true }) };
  });
}

function rowDefs({ rowHeights = new Map() }: NewSheet): Map<number, RowDef> {
  return new Map([...rowHeights].map(([row, height]) => [row, { height }]));
}

/** A sheet as hucre takes it, with the cells of {@link newCells}. */
export function writeSheet(sheet: NewSheet, cells: Map<string, Partial<HucreCell>>): WriteSheet {
  const { name, merges, frozen, page, validations, visibility } = sheet;
  return {
    name,
    cells,
    columns: columnDefs(sheet),
    rowDefs: rowDefs(sheet),
    ...(merges && {
      merges: merges.map(({ top, left, bottom, right }) => ({
        startRow: top,
        startCol: left,
        endRow: bottom,
        endCol: right,
      })),
    }),
    ...(frozen && { freezePane: frozen }),
    ...(page && { pageSetup: pageSetup(page), headerFooter: headerFooter(page) }),
    // A break is named by the row in front of it.
    ...(page?.starts && { rowBreaks: page.starts.map((row) => row - 1) }),
    ...(validations && { dataValidations: validations.map(validationOf) }),
    ...(visibility === "hidden" && { hidden: true }),
    ...(visibility === "veryHidden" && { veryHidden: true }),
  };
}

/** Names of the print settings; hucre would write them without quotes, and `Biểu 1!$1:$8` is no reference to Excel. */
export function printNames({ name: scope, page }: NewSheet): NamedRange[] {
  const names: NamedRange[] = [];
  if (page?.printArea) names.push({ name: "_xlnm.Print_Area", range: rangeReference(scope, page.printArea), scope });
  if (page?.titleRows) {
    names.push({ name: "_xlnm.Print_Titles", range: rowsReference(scope, page.titleRows), scope });
  }
  return names;
}
