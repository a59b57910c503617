/** Workbook, Application and what hangs on them. */

import { cellArea } from "../../workbook/area";
import { SEPARATORS } from "../../workbook/input";
import { type ApiClass, type ApiObject, type WireContext, asFlag, asWord, bind } from "../api-class";
import { commentsClass } from "./comments";
import { createdWorkbook } from "./created-workbook";
import { documentPropertiesClass, settingsClass, xmlPartsClass } from "./document";
import { namesClass } from "./names";
import { workbookProtectionClass } from "./protection";
import { rangeObject } from "./range";
import { rangesObject } from "./range-areas";
import { tablesClass } from "./tables";
import { registrations, worksheetsClass } from "./worksheet";

const numberFormatInfoClass: ApiClass<null> = {
  name: "NumberFormatInfo",
  properties: {
    NumberDecimalSeparator: { get: (_self, { locale }) => SEPARATORS[locale].decimal },
    NumberGroupSeparator: { get: (_self, { locale }) => SEPARATORS[locale].thousands },
  },
};

const cultureInfoClass: ApiClass<null> = {
  name: "CultureInfo",
  properties: { Name: { get: (_self, { locale }) => locale } },
  navigations: { NumberFormat: (_self, context) => bind(numberFormatInfoClass, null, context) },
};

const applicationClass: ApiClass<null> = {
  name: "Application",
  properties: {
    CalculationMode: {
      get: (_self, { application }) => application.calculationMode,
      set: (_self, value, { application }) => {
        application.calculationMode = asWord(value, ["Automatic", "AutomaticExceptTables", "Manual"]);
      },
    },
    CalculationState: { get: () => "Done" },
    CalculationEngineVersion: { get: () => 191029 },
    DecimalSeparator: { get: (_self, { locale }) => SEPARATORS[locale].decimal },
    ThousandsSeparator: { get: (_self, { locale }) => SEPARATORS[locale].thousands },
    UseSystemSeparators: { get: () => true },
  },
  navigations: { CultureInfo: (_self, context) => bind(cultureInfoClass, null, context) },
  methods: {
    Calculate: (_self, _args, { workbook }) => {
      workbook.recalculateAll();
      workbook.settle();
    },
    CreateWorkbook: (_self, args, context) => createdWorkbook(args, context),
    // Here nothing is drawn or calculated between the actions of a batch anyway.
    SuspendApiCalculationUntilNextSync: () => undefined,
    SuspendScreenUpdatingUntilNextSync: () => undefined,
  },
};

const runtimeClass: ApiClass<null> = {
  name: "Runtime",
  properties: {
    EnableEvents: {
      get: (_self, { events }) => events.enabled,
      set: (_self, value, { events }) => {
        events.enabled = asFlag(value);
      },
    },
  },
};

const selectedArea = ({ workbook }: WireContext) => workbook.activeSheet().selection[0] ?? cellArea(0, 0);

const workbookClass: ApiClass<null> = {
  name: "Workbook",
  properties: {
    Name: { get: () => "Book1" },
    ReadOnly: { get: (_self, { isReadOnly }) => isReadOnly() },
    IsDirty: { get: (_self, { workbook }) => workbook.canUndo() },
    AutoSave: { get: () => false },
    PreviouslySaved: { get: () => false },
    UsePrecisionAsDisplayed: { get: () => false },
    ChartDataPointTrack: { get: () => true },
    CalculationEngineVersion: { get: () => 191029 },
  },
  navigations: {
    Application: (_self, context) => bind(applicationClass, null, context),
    Worksheets: (_self, context) => bind(worksheetsClass, null, context),
    _Runtime: (_self, context) => bind(runtimeClass, null, context),
    Comments: (_self, context) => bind(commentsClass, null, context),
    CustomXmlParts: (_self, context) => bind(xmlPartsClass, null, context),
    Names: (_self, context) => bind(namesClass, null, context),
    Properties: (_self, context) => bind(documentPropertiesClass, null, context),
    Protection: (_self, context) => bind(workbookProtectionClass, null, context),
    Settings: (_self, context) => bind(settingsClass, null, context),
    Tables: (_self, context) => bind(tablesClass, null, context),
  },
  methods: {
    ...registrations<null>(["ActivatedEvent"], () => "Workbook"),
    GetSelectedRange: (_self, _args, context) =>
      rangeObject(context.range(context.workbook.activeSheet(), selectedArea(context)), context),
    GetSelectedRanges: (_self, _args, context) => {
      const sheet = context.workbook.activeSheet();
      return rangesObject(sheet, sheet.selection, context);
    },
    GetActiveCell: (_self, _args, context) => {
      const { top, left } = selectedArea(context);
      return rangeObject(context.range(context.workbook.activeSheet(), cellArea(top, left)), context);
    },
    _RemoveReference: (_self, args, context) => context.removeReference(args.text(0)),
    _RemoveAllReferences: (_self, _args, context) => context.removeAllReferences(),
  },
};

export const workbookObject = (context: WireContext): ApiObject => bind(workbookClass, null, context);
