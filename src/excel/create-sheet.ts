/** Making a form's sheet in the official look: one round trip to look at the workbook, one to build. */

import { HEADER_MARGIN, inputRule, PAGE_FOOTER, PAGE_MARGINS } from "../core/form/look";
import type { SheetLayout } from "../core/form/layout";
import { addedProperty, readStored } from "../core/form/metadata";
import { areaAddress } from "../core/table/grid";
import { freeName } from "../core/workbook/sheet-name";
import { WorkbookTrouble, type NewFormSheet, type SheetInfo } from "../core/workbook/port";
import { addChart } from "./chart";
import { assignFormat, columnPoints } from "./format";
import { infoOf, textProperties } from "./read";
import { applyStyle, BASE, borderedAreas, columnFormats, contentOf, heightAreas, styledAreas } from "./sheet-style";
import { codeOf, isRefused, runPatiently, troubleOf, withNothingDone } from "./trouble";

/**
 * Makes the sheet after the active one, and shows it. Where somebody takes its name in the moment between looking and
 * building, it gets the next one.
 *
 * @throws WorkbookTrouble; no half-made sheet stays behind, save with "interrupted"
 */
export async function createFormSheet(form: NewFormSheet, isFirstTry = true): Promise<SheetInfo> {
  let made: Made | undefined;
  try {
    return await runPatiently(async (context) => {
      const around = await lookAround(context, form);
      const sheet = context.workbook.worksheets.add(around.name).load("id");
      made = { sheet, around };
      build(sheet, form);
      if (form.replaces !== undefined) {
        // Last of all, so that a batch that fails before leaves the old sheet as it is.
        context.workbook.worksheets.getItem(form.replaces).delete();
        sheet.name = around.replaced ?? around.name;
      }
      for (const { name, area } of form.layout.names) {
        const names = around.freeNames.has(name) ? context.workbook.names : sheet.names;
        names.add(name, sheet.getRange(areaAddress(area)));
      }
      for (const { name, value } of propertiesFor(form, around)) context.workbook.properties.custom.add(name, value);
      sheet.load("id,name,visibility");
      if (!form.stay) sheet.activate();
      await context.sync();
      return infoOf(sheet);
    });
  } catch (error) {
    const trouble = troubleOf(error);
    const isTaken = codeOf(error) === "ItemAlreadyExists" && idOf(made?.sheet) === undefined;
    if (isTaken && isFirstTry) return createFormSheet(form, false);
    if (made === undefined || isRefused(error) || (await removed(made))) {
      throw withNothingDone(trouble);
    }
    throw new WorkbookTrouble("interrupted", trouble.message);
  }
}

/** What the workbook has already. */
interface Surroundings {
  /** The name that the sheet gets. */
  readonly name: string;
  /** The name of the sheet that gives way to it. */
  readonly replaced: string | undefined;
  /** Ids of the sheets that are there. */
  readonly sheets: ReadonlySet<string>;
  /** Of the names that the layout defines, those that the workbook does not have; the others stay with the sheet. */
  readonly freeNames: ReadonlySet<string>;
  readonly properties: Readonly<Record<string, string>>;
}

async function lookAround(context: Excel.RequestContext, { layout, replaces }: NewFormSheet): Promise<Surroundings> {
  const { workbook } = context;
  workbook.protection.load("protected");
  const sheets = workbook.worksheets.load("items/id,items/name");
  const names = workbook.names.load("items/name");
  const custom = workbook.properties.custom.load("items/key,items/value");
  await context.sync();
  if (workbook.protection.protected) throw new WorkbookTrouble("structure-protected");
  const taken = new Set(names.items.map(({ name }) => name.toLowerCase()));
  const sheetNames = sheets.items.map(({ name }) => name);
  return {
    name: freeName(layout.name, sheetNames),
    replaced: sheets.items.find(({ id }) => id === replaces)?.name,
    sheets: new Set(sheets.items.map(({ id }) => id)),
    freeNames: new Set(layout.names.map(({ name }) => name).filter((name) => !taken.has(name.toLowerCase()))),
    properties: textProperties(custom),
  };
}

function build(sheet: Excel.Worksheet, { layout, edits, chart }: NewFormSheet): void {
  const { area, formulas } = contentOf(layout, edits);
  const everything = areaAddress(area);
  // Before the formats: a cell whose format was guessed from its text would keep the guess.
  sheet.getRange(everything).formulas = formulas;
  applyStyle(sheet.getRange(everything).format, BASE);
  for (const { addresses, style } of styledAreas(layout)) {
    for (const address of addresses) applyStyle(sheet.getRanges(address).format, style, BASE);
  }
  for (const address of borderedAreas(layout)) drawBorders(sheet.getRanges(address).format.borders);
  for (const { area: column, common, others } of columnFormats(layout)) {
    const range = sheet.getRange(areaAddress(column));
    assignFormat(range, common);
    if (others) range.numberFormat = others.map((row) => [...row]);
  }
  for (const { height, addresses } of heightAreas(layout)) {
    for (const address of addresses) sheet.getRanges(address).format.rowHeight = height;
  }
  layout.widths.forEach((width, column) => {
    sheet.getRangeByIndexes(0, column, 1, 1).format.columnWidth = columnPoints(width);
  });
  for (const merge of layout.merges) sheet.getRange(areaAddress(merge)).merge();
  for (const input of layout.inputs) {
    const rule = inputRule(input);
    if (!rule) continue;
    const { dataValidation } = sheet.getRange(areaAddress(rule.area));
    dataValidation.rule = { custom: { formula: `=${rule.formula}` } };
    dataValidation.errorAlert = { message: rule.text, title: rule.title, showAlert: true, style: "Warning" };
  }
  const { rows, columns } = layout.frozen;
  if (rows + columns > 0) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
  setPage(sheet, layout);
  if (chart) addChart(sheet, chart);
}

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"] as const;

function drawBorders(borders: Excel.RangeBorderCollection): void {
  for (const edge of EDGES) {
    const border = borders.getItem(edge);
    border.style = "Continuous";
    border.weight = "Thin";
  }
}

function setPage(sheet: Excel.Worksheet, layout: SheetLayout): void {
  const page = sheet.pageLayout;
  page.paperSize = "A4";
  page.orientation = layout.orientation === "landscape" ? "Landscape" : "Portrait";
  page.zoom = { horizontalFitToPages: 1 };
  page.centerHorizontally = true;
  page.setPrintMargins("Centimeters", { ...PAGE_MARGINS, header: HEADER_MARGIN, footer: HEADER_MARGIN });
  page.setPrintArea(areaAddress({ top: 0, left: 0, bottom: layout.cells.length - 1, right: layout.widths.length - 1 }));
  page.setPrintTitleRows(`$${layout.headerRows.first + 1}:$${layout.headerRows.last + 1}`);
  page.headersFooters.defaultForAllPages.rightFooter = PAGE_FOOTER;
}

/** Metadata goes with the name that the sheet got, under a property that no other sheet has. */
function propertiesFor(form: NewFormSheet, { name, properties }: Surroundings) {
  return form.properties.map((property) => {
    const [stored] = readStored({ [property.name]: property.value });
    if (!stored) return property;
    return addedProperty(properties, { ...stored, sheet: name });
  });
}

/** A sheet that is being made. */
interface Made {
  readonly sheet: Excel.Worksheet;
  readonly around: Surroundings;
}

/**
 * Takes a half-made sheet away, with the names that point to it. By its id: a sheet of the same name may be somebody
 * else's, added in the moment after we had looked.
 *
 * @returns whether nothing of ours is there
 */
async function removed({ sheet, around }: Made): Promise<boolean> {
  const id = idOf(sheet);
  try {
    if (id === undefined) return !(await appeared(around));
    await runPatiently(async (context) => {
      for (const one of around.freeNames) context.workbook.names.getItemOrNullObject(one).delete();
      context.workbook.worksheets.getItemOrNullObject(id).delete();
      await context.sync();
    });
    return true;
  } catch {
    return false;
  }
}

/** Whether a sheet of the name is there that was not: ours, where Excel made it and its answer was lost, or another's. */
function appeared({ name, sheets }: Surroundings): Promise<boolean> {
  return runPatiently(async (context) => {
    const found = context.workbook.worksheets.getItemOrNullObject(name).load("id");
    await context.sync();
    return !found.isNullObject && !sheets.has(found.id);
  });
}

/** The id, which Office.js has as soon as the sheet is there, also where the batch failed later. */
function idOf(sheet: Excel.Worksheet | undefined): string | undefined {
  try {
    return sheet?.id;
  } catch {
    return undefined;
  }
}
