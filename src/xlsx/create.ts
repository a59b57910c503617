/** Makes a new .xlsx file. hucre, the library that writes it, is known to this file only. */
import { writeXlsx } from "hucre/xlsx";
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
import { EXCEL_ERRORS, address } from "../core/table/grid";
import type { CellEdit, Merge } from "../core/table/grid";
import { withCalculationEngine } from "./calculation";
import { editCells, placeKey, scanForEdits } from "./edit-cells";
import { WorkbookError } from "./error";
import { CUSTOM_FUNCTIONS } from "./formula";
import { refuseBadEdit } from "./limits";
import { sheetNameRefused } from "./messages";
import { readZip, writeZip } from "./zip";

/** How a cell looks. What is absent is as Excel has it by default, but in Times New Roman. */
export interface CellLook {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** Font size in points; 12 by default. */
  readonly size?: number;
  /** Font colour as `RRGGBB`. */
  readonly color?: string;
  /** Background colour as `RRGGBB`. */
  readonly fill?: string;
  /** A line around the cell. */
  readonly border?: "thin" | "hair" | "medium";
  readonly horizontal?: "left" | "center" | "right" | "justify";
  readonly vertical?: "top" | "center" | "bottom";
  readonly wrap?: boolean;
  /** Steps of indentation from the left. */
  readonly indent?: number;
  /** Number format in en-US notation, such as `#,##0.0`. */
  readonly format?: string;
}

/** A cell of a new sheet. */
export interface NewCell {
  /** The value; with a formula, the value it has now. */
  readonly value?: number | string | null;
  /** The formula without `=`, in en-US notation, with the names of our functions as in Excel. */
  readonly formula?: string;
  readonly look?: CellLook;
}

/** What may be typed into a range, and what Excel says about it. */
export interface NewValidation {
  readonly range: Merge;
  readonly rule:
    | { readonly kind: "number" | "whole"; readonly min?: number; readonly max?: number }
    /** The choices; together no longer than 255 characters, none with a comma. */
    | { readonly kind: "list"; readonly values: readonly string[] }
    /** A formula that is true for what may be typed, seen from the range's first cell. */
    | { readonly kind: "formula"; readonly formula: string };
  /** Shown beside the cell when it is chosen. */
  readonly prompt?: { readonly title: string; readonly text: string };
  /** Shown for anything else; `stop` refuses it, `warning` asks. */
  readonly error?: { readonly title: string; readonly text: string; readonly severity: "stop" | "warning" };
}

/** How a sheet is printed: on A4, its columns fitted to the width of the page. */
export interface NewPage {
  readonly orientation: "portrait" | "landscape";
  /** Margins in centimetres; those of official documents (top and bottom 2, left 3, right 1.5) by default. */
  readonly margins?: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
  /** Header and footer in the codes of Excel: `&P` is the page, `&N` the number of pages, `&&` an ampersand. */
  readonly header?: PageText;
  readonly footer?: PageText;
  /** The rows repeated on every page, 0-based and inclusive. */
  readonly titleRows?: { readonly first: number; readonly last: number };
  /** Rows that begin a page, 0-based, beside those where a page is full. */
  readonly starts?: readonly number[];
  readonly printArea?: Merge;
}

/** The three parts of a header or footer. */
export interface PageText {
  readonly left?: string;
  readonly center?: string;
  readonly right?: string;
}

/** A sheet of a new workbook. */
export interface NewSheet {
  readonly name: string;
  readonly rows: readonly (readonly (NewCell | undefined)[])[];
  /** Widths of the columns in characters; undefined leaves Excel's default. */
  readonly columnWidths?: readonly (number | undefined)[];
  /** Heights in points by 0-based row. */
  readonly rowHeights?: ReadonlyMap<number, number>;
  readonly merges?: readonly Merge[];
  readonly hiddenColumns?: ReadonlySet<number>;
  /** How many rows and columns stay in sight when one scrolls. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly page?: NewPage;
  readonly validations?: readonly NewValidation[];
  /** `veryHidden` does not show in Excel's menu either. */
  readonly visibility?: "hidden" | "veryHidden";
}

/** A name of a new workbook. */
export interface NewName {
  readonly name: string;
  /** What it stands for, without `=`: see {@link rangeReference}. */
  readonly refersTo: string;
  /** The sheet it belongs to; absent for a name of the whole workbook. */
  readonly sheet?: string;
}

/** A workbook to be made. The same description gives the same bytes. */
export interface NewWorkbook {
  readonly sheets: readonly NewSheet[];
  readonly names?: readonly NewName[];
  readonly customProperties?: Readonly<Record<string, string>>;
  readonly properties: {
    readonly title?: string;
    readonly creator?: string;
    readonly company?: string;
    /** When the workbook was made; given, so that nothing depends on the clock. */
    readonly created: Date;
  };
}

const FONT_SIZE = 12;
const CM_PER_INCH = 2.54;
/** Excel calls a file damaged whose validation texts are longer. */
const MAX_VALIDATION_TITLE = 32;
const MAX_VALIDATION_TEXT = 225;

/** A reference to a range of a sheet as names and print settings need it: `'Biểu 1'!$A$1:$K$40`. */
export function rangeReference(sheet: string, { top, left, bottom, right }: Merge): string {
  const absolute = (row: number, column: number) => address(row, column).replace(/^([A-Z]+)/, "$$$1$$");
  return `${quoted(sheet)}!${absolute(top, left)}:${absolute(bottom, right)}`;
}

function quoted(sheet: string): string {
  return `'${sheet.replace(/'/g, "''")}'`;
}

function rangeText({ top, left, bottom, right }: Merge): string {
  return `${address(top, left)}:${address(bottom, right)}`;
}

function refuseBadNames(sheets: readonly NewSheet[]): void {
  const seen = new Set<string>();
  for (const { name } of sheets) {
    const folded = name.toLowerCase();
    const bad = name === "" || name.length > 31 || /[:\\/?*[\]\p{Cc}]|^'|'$/u.test(name) || folded === "history";
    if (bad || seen.has(folded)) throw new WorkbookError("value-refused", sheetNameRefused(name), { sheet: name });
    seen.add(folded);
  }
}

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

/** What looks like an escape, control characters other than tab and line feed, and halves of characters. */
const SPECIAL_TEXT = /_x[0-9A-Fa-f]{4}_|[^\P{Cc}\t\n]|\p{Surrogate}/u;

/**
 * Whether hucre would not write the value as it is: it drops the cached texts of formulas, takes a text such as
 * `#N/A` for an error, and leaves `_x0041_` to be read as an escape. We write those ourselves.
 */
function isOurs({ value, formula }: NewCell): boolean {
  if (formula !== undefined) return true;
  if (typeof value !== "string") return false;
  return (EXCEL_ERRORS as readonly string[]).includes(value) || SPECIAL_TEXT.test(value);
}

function newCells(sheet: NewSheet): { plain: Map<string, Partial<HucreCell>>; ours: CellEdit[] } {
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
    range: rangeText(range),
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

function writeSheet(sheet: NewSheet, cells: Map<string, Partial<HucreCell>>): WriteSheet {
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
function printNames({ name: scope, page }: NewSheet): NamedRange[] {
  const names: NamedRange[] = [];
  if (page?.printArea) names.push({ name: "_xlnm.Print_Area", range: rangeReference(scope, page.printArea), scope });
  if (page?.titleRows) {
    const { first, last } = page.titleRows;
    names.push({ name: "_xlnm.Print_Titles", range: `${quoted(scope)}!$${first + 1}:$${last + 1}`, scope });
  }
  return names;
}

/**
 * LibreOffice recalculates files of programs that it does not know, which would turn our functions into errors on a
 * machine without the add-in; openpyxl and others name Excel for the same reason.
 */
const APPLICATION = /<Application>[^<]*<\/Application>/;

/**
 * Makes a workbook.
 *
 * @throws {@link WorkbookError} `value-refused` for a sheet name or a value that Excel would not accept.
 */
export async function createWorkbook(spec: NewWorkbook): Promise<Uint8Array> {
  refuseBadNames(spec.sheets);
  const { title, creator, company, created } = spec.properties;
  const cells = spec.sheets.map(newCells);
  const names = (spec.names ?? []).map(({ name, refersTo, sheet }): NamedRange => ({
    name,
    range: refersTo,
    ...(sheet !== undefined && { scope: sheet }),
  }));
  const bytes = await writeXlsx({
    sheets: spec.sheets.map((sheet, index) => writeSheet(sheet, cells[index]!.plain)),
    namedRanges: [...names, ...spec.sheets.flatMap(printNames)],
    defaultFont: { name: FONT, size: FONT_SIZE },
    properties: {
      created,
      modified: created,
      ...(title !== undefined && { title }),
      ...(creator !== undefined && { creator, lastModifiedBy: creator }),
      ...(company !== undefined && { company }),
      ...(spec.customProperties && { custom: { ...spec.customProperties } }),
    },
  });
  return finish(
    bytes,
    cells.map(({ ours }) => ours),
  );
}

/** Writes what hucre cannot, and packs everything anew: browsers and Node do not compress alike. */
function finish(bytes: Uint8Array, edits: readonly (readonly CellEdit[])[]): Uint8Array {
  const parts = readZip(bytes);
  const contents = new Map<string, Uint8Array | null>(parts.map(({ name, content }) => [name, content]));
  const change = (path: string, edit: (xml: string) => string) => {
    const content = contents.get(path);
    if (content) contents.set(path, new TextEncoder().encode(edit(new TextDecoder().decode(content))));
  };
  edits.forEach((list, index) => {
    const byPlace = new Map(list.map((edit) => [placeKey(edit), edit]));
    if (list.length === 0) return;
    change(`xl/worksheets/sheet${index + 1}.xml`, (xml) =>
      editCells(xml, scanForEdits(xml, byPlace), byPlace, CUSTOM_FUNCTIONS),
    );
  });
  change("xl/workbook.xml", withCalculationEngine);
  change("docProps/app.xml", (xml) => xml.replace(APPLICATION, "<Application>Microsoft Excel</Application>"));
  return writeZip(parts, contents);
}
