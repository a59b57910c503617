/** WorksheetFreezePanes and PageLayout with its headers and footers. */

import { type Area, MAX_COLUMNS, MAX_ROWS, WHOLE_SHEET } from "../../workbook/area";
import { type PageLayout, type Sheet } from "../../workbook/types";
import { tellLook } from "../../workbook/write";
import {
  type ApiClass,
  type ApiObject,
  type Args,
  type Property,
  type WireContext,
  asFlag,
  asNumber,
  asRecord,
  asText,
  asWord,
  bind,
} from "../api-class";
import { invalidArgument, notFound, present } from "../api-error";
import { camel } from "../member-names";
import { areaOf, rangeFrom, sheetOf } from "./places";
import { rangeObject } from "./range";
import { rangesFrom, rangesObject } from "./range-areas";
import { type SheetRef } from "./worksheet";

function freeze(self: SheetRef, context: WireContext, rows: number, columns: number): void {
  if (rows < 0 || columns < 0) throw invalidArgument();
  const sheet = sheetOf(context, self);
  context.workbook.edit.touch();
  sheet.freeze = { rows, columns };
  tellLook(context.workbook, sheet, WHOLE_SHEET);
}

const frozen = ({ freeze: { rows, columns } }: Sheet): Area | undefined =>
  rows === 0 && columns === 0
    ? undefined
    : {
        top: 0,
        left: 0,
        bottom: (rows || MAX_ROWS) - 1,
        right: (columns || MAX_COLUMNS) - 1,
      };

export const freezePanesClass: ApiClass<SheetRef> = {
  name: "WorksheetFreezePanes",
  methods: {
    FreezeAt: (self, args, context) => {
      const { bottom, right } = areaOf(rangeFrom(context, args.at(0), sheetOf(context, self)));
      // Whole rows freeze no columns, and the other way round.
      freeze(self, context, bottom === MAX_ROWS - 1 ? 0 : bottom + 1, right === MAX_COLUMNS - 1 ? 0 : right + 1);
    },
    FreezeRows: (self, args, context) => freeze(self, context, args.integerOr(0, 1), 0),
    FreezeColumns: (self, args, context) => freeze(self, context, 0, args.integerOr(0, 1)),
    Unfreeze: (self, _args, context) => freeze(self, context, 0, 0),
    GetLocation: (self, _args, context) => {
      const sheet = sheetOf(context, self);
      return rangeObject(context.range(sheet, present(frozen(sheet))), context);
    },
    GetLocationOrNullObject: (self, _args, context) => {
      const area = frozen(sheetOf(context, self));
      return area ? rangeObject(context.range(sheetOf(context, self), area), context) : null;
    },
  },
};

function setLayout(self: SheetRef, context: WireContext, patch: Partial<PageLayout>): void {
  const sheet = sheetOf(context, self);
  context.workbook.edit.touch();
  sheet.pageLayout = { ...sheet.pageLayout, ...patch };
  tellLook(context.workbook, sheet, WHOLE_SHEET);
}

function setting(name: string, initial: unknown, read: (value: unknown) => unknown): Property<SheetRef> {
  return {
    get: (self, context) => sheetOf(context, self).pageLayout.settings[name] ?? initial,
    set: (self, value, context) =>
      setLayout(self, context, { settings: { ...sheetOf(context, self).pageLayout.settings, [name]: read(value) } }),
  };
}

const wordOf =
  <const T extends string>(...words: T[]) =>
  (value: unknown): T =>
    asWord(value, words);

const PAPERS = [
  "Letter",
  "LetterSmall",
  "Tabloid",
  "Ledger",
  "Legal",
  "Executive",
  "A3",
  "A4",
  "A4Small",
  "A5",
  "B4",
  "B5",
] as const;

const HEADER_PARTS = [
  "LeftHeader",
  "CenterHeader",
  "RightHeader",
  "LeftFooter",
  "CenterFooter",
  "RightFooter",
] as const;

const headerFooterClass: ApiClass<SheetRef> = {
  name: "HeaderFooter",
  properties: Object.fromEntries(HEADER_PARTS.map((name) => [name, setting(camel(name), "", asText)])),
};

const headersFootersClass: ApiClass<SheetRef> = {
  name: "HeaderFooterGroup",
  properties: {
    State: setting(
      "headerFooterState",
      "Default",
      wordOf("Default", "FirstAndDefault", "OddAndEven", "FirstOddAndEven"),
    ),
    UseSheetMargins: setting("useSheetMargins", true, asFlag),
    UseSheetScale: setting("useSheetScale", true, asFlag),
  },
  navigations: { DefaultForAllPages: (self, context) => bind(headerFooterClass, self, context) },
};

const POINTS: Readonly<Record<string, number>> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };

type Titles = "titleRows" | "titleColumns";
const titles =
  (which: Titles, orNull: boolean) =>
  (self: SheetRef, _args: Args, context: WireContext): ApiObject | null => {
    const sheet = sheetOf(context, self);
    const area = sheet.pageLayout[which];
    if (!area && !orNull) throw notFound();
    return area ? rangeObject(context.range(sheet, area), context) : null;
  };
const setTitles = (which: Titles) => (self: SheetRef, args: Args, context: WireContext) => {
  const area = areaOf(rangeFrom(context, args.at(0), sheetOf(context, self)));
  const whole = which === "titleRows" ? { left: 0, right: MAX_COLUMNS - 1 } : { top: 0, bottom: MAX_ROWS - 1 };
  setLayout(self, context, { [which]: { ...area, ...whole } });
};
const printArea =
  (orNull: boolean) =>
  (self: SheetRef, _args: Args, context: WireContext): ApiObject | null => {
    const sheet = sheetOf(context, self);
    const areas = sheet.pageLayout.printArea;
    if (areas.length === 0 && !orNull) throw notFound();
    return areas.length > 0 ? rangesObject(sheet, areas, context) : null;
  };

export const pageLayoutClass: ApiClass<SheetRef> = {
  name: "PageLayout",
  properties: {
    Orientation: setting("orientation", "Portrait", wordOf("Portrait", "Landscape")),
    PaperSize: setting("paperSize", "Letter", (value) => asWord(value, PAPERS)),
    Zoom: setting("zoom", { scale: 100 }, asRecord),
    CenterHorizontally: setting("centerHorizontally", false, asFlag),
    CenterVertically: setting("centerVertically", false, asFlag),
    PrintGridlines: setting("printGridlines", false, asFlag),
    PrintHeadings: setting("printHeadings", false, asFlag),
    BlackAndWhite: setting("blackAndWhite", false, asFlag),
    DraftMode: setting("draftMode", false, asFlag),
    FirstPageNumber: setting("firstPageNumber", "", (value) => (value === "" ? "" : asNumber(value))),
    PrintOrder: setting("printOrder", "DownThenOver", wordOf("DownThenOver", "OverThenDown")),
    PrintComments: setting("printComments", "NoComments", wordOf("NoComments", "EndSheet", "InPlace")),
    PrintErrors: setting("printErrors", "AsDisplayed", wordOf("AsDisplayed", "Blank", "Dash", "NotAvailable")),
    LeftMargin: setting("leftMargin", 50.4, asNumber),
    RightMargin: setting("rightMargin", 50.4, asNumber),
    TopMargin: setting("topMargin", 54, asNumber),
    BottomMargin: setting("bottomMargin", 54, asNumber),
    HeaderMargin: setting("headerMargin", 21.6, asNumber),
    FooterMargin: setting("footerMargin", 21.6, asNumber),
  },
  navigations: { HeadersFooters: (self, context) => bind(headersFootersClass, self, context) },
  methods: {
    SetPrintArea: (self, args, context) =>
      setLayout(self, context, { printArea: rangesFrom(context, args.at(0), sheetOf(context, self)).map(areaOf) }),
    GetPrintArea: printArea(false),
    GetPrintAreaOrNullObject: printArea(true),
    SetPrintTitleRows: setTitles("titleRows"),
    SetPrintTitleColumns: setTitles("titleColumns"),
    GetPrintTitleRows: titles("titleRows", false),
    GetPrintTitleRowsOrNullObject: titles("titleRows", true),
    GetPrintTitleColumns: titles("titleColumns", false),
    GetPrintTitleColumnsOrNullObject: titles("titleColumns", true),
    SetPrintMargins: (self, args, context) => {
      const factor = POINTS[args.text(0)];
      if (factor === undefined) throw invalidArgument();
      const settings: Record<string, unknown> = { ...sheetOf(context, self).pageLayout.settings };
      for (const [side, size] of Object.entries(args.record(1)))
        if (size !== null) settings[`${side}Margin`] = asNumber(size) * factor;
      setLayout(self, context, { settings });
    },
  },
};
