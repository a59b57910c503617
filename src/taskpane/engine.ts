/** The heavy part of the pane: forms, recognising, filling, checking with mathjs. Loaded when the first sheet is read. */

import { assessTable, countBySection } from "../core/compare/assess-table";
import { checkInSteps } from "../core/check/engine";
import { carryOver } from "../core/fill/carry-over";
import { planFill } from "../core/fill/fill";
import { layoutForm } from "../core/form/layout";
import { readFigures } from "../core/table/figures";
import { adoptSheet, recogniseSheet } from "../core/workbook/adopt";
import { allForms } from "../forms";

export const engine = {
  forms: allForms,
  recogniseSheet,
  adoptSheet,
  readFigures,
  checkInSteps,
  planFill,
  layoutForm,
  carryOver,
  assessTable,
  countBySection,
} as const;

export type Engine = typeof engine;
