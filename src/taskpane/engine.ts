/** The heavy part of the pane: forms, recognising, filling, checking with mathjs. Loaded when the first sheet is read. */

import { assessTable, countBySection } from "../core/compare/assess-table";
import { acrossForms, withAcross } from "../core/check/across-forms";
import { checkInSteps } from "../core/check/engine";
import { readAgain } from "../core/check/live";
import { carryOver } from "../core/fill/carry-over";
import { planAssessment } from "../core/fill/assessment";
import { planFill } from "../core/fill/fill";
import { layoutForm } from "../core/form/layout";
import { tellSection, tellSelected } from "../core/report/selected";
import { layoutSentences } from "../core/report/sentences-sheet";
import { summaryOf } from "../core/report/summary";
import { layoutSummary } from "../core/summary/summary-sheet";
import { learnTable } from "../core/learn/learn";
import { formIdOf, ownForm } from "../core/learn/own-form";
import { formFile, problemWords, readFormFile } from "../core/learn/own-form-file";
import { LEARN_VI } from "../core/learn/texts.vi";
import type { Learned } from "../core/learn/types";
import { noteWords } from "../core/learn/words";
import { fingerprintOf } from "../core/submit/fingerprint";
import type { Binding } from "../core/table/binding";
import { adoptSheet, recogniseSheet } from "../core/workbook/adopt";
import { forgetForm, rememberForm, roomFor, type StoredForm } from "../core/workbook/own-forms";
import { allForms } from "../forms";
import { formsLinkedWith, shippedLinks } from "../forms/links";
import { formsOf, loadOwnForm } from "../forms/own";

/** A form of the user's own of the table of a sheet. Its notes are data of a Vietnamese form, in any language of the pane. */
function formOfTable(
  learned: Learned,
  binding: Binding,
  given: { readonly sheet: string; readonly accepted: ReadonlySet<string>; readonly taken: readonly string[] },
): StoredForm {
  const { sheet, accepted, taken } = given;
  const id = formIdOf("BR1", taken);
  const name = `“${sheet}”`;
  const note = noteWords(LEARN_VI);
  const parts = ownForm(learned, binding, { id, title: `Biểu riêng ${name}`, source: `Trang ${name}`, accepted, note });
  return { id, ...parts };
}

export const engine = {
  forms: allForms,
  formsOf,
  learnTable,
  formOfTable,
  rememberForm,
  forgetForm,
  roomFor,
  formFile,
  readFormFile,
  loadOwnForm,
  problemWords,
  recogniseSheet,
  adoptSheet,
  readAgain,
  checkInSteps,
  acrossForms,
  withAcross,
  shippedLinks,
  formsLinkedWith,
  planFill,
  planAssessment,
  layoutForm,
  carryOver,
  layoutSummary,
  layoutSentences,
  summaryOf,
  tellSection,
  tellSelected,
  assessTable,
  countBySection,
  fingerprintOf,
} as const;

export type Engine = typeof engine;
