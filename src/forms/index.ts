/** The forms that ship with Biểu Y tế, as data. */

import { loadForm, type FormSource } from "../core/form/load";
import type { Form } from "../core/form/types";
import schema from "./form.schema.json";
import b01Meta from "./B01/form.json";
import b01Rows from "./B01/indicators.csv";
import b02Meta from "./B02/form.json";
import b02Rows from "./B02/indicators.csv";
import b03Meta from "./B03/form.json";
import b03Rows from "./B03/indicators.csv";
import b04Meta from "./B04/form.json";
import b04Rows from "./B04/indicators.csv";
import b05Meta from "./B05/form.json";
import b05Rows from "./B05/indicators.csv";
import b06Meta from "./B06/form.json";
import b06Rows from "./B06/indicators.csv";
import ctcyMeta from "./CTCY/form.json";
import ctcyRows from "./CTCY/indicators.csv";
import mt136Meta from "./MT136/form.json";
import mt136Rows from "./MT136/indicators.csv";
import pl01Meta from "./PL01/form.json";
import pl01Rows from "./PL01/indicators.csv";
import pl02Conditions from "./PL02/conditions.csv";
import pl02Meta from "./PL02/form.json";
import pl02Rows from "./PL02/indicators.csv";

/** The sources of the shipped forms, by id, in the order in which people look for them. */
export const FORM_SOURCES: Readonly<Record<string, FormSource>> = {
  PL01: { meta: pl01Meta, rows: pl01Rows, schema },
  PL02: { meta: pl02Meta, rows: pl02Rows, conditions: pl02Conditions, schema },
  B01: { meta: b01Meta, rows: b01Rows, schema },
  B02: { meta: b02Meta, rows: b02Rows, schema },
  B03: { meta: b03Meta, rows: b03Rows, schema },
  B04: { meta: b04Meta, rows: b04Rows, schema },
  B05: { meta: b05Meta, rows: b05Rows, schema },
  B06: { meta: b06Meta, rows: b06Rows, schema },
  CTCY: { meta: ctcyMeta, rows: ctcyRows, schema },
  MT136: { meta: mt136Meta, rows: mt136Rows, schema },
};

const loaded = new Map<string, Form>();

/**
 * A shipped form by its id, loaded and checked once.
 * @returns undefined where no form has the id
 */
export function formById(id: string): Form | undefined {
  const source = Object.hasOwn(FORM_SOURCES, id) ? FORM_SOURCES[id] : undefined;
  if (!source) return undefined;
  const known = loaded.get(id);
  if (known) return known;
  const result = loadForm(source);
  // The forms are ours: one that does not load is a mistake of the build, not of the user.
  if (!result.ok) throw new Error(`${id}: ${result.problems.map((problem) => problem.message).join(" ")}`);
  loaded.set(id, result.form);
  return result.form;
}

/** All shipped forms. */
export function allForms(): Form[] {
  return Object.keys(FORM_SOURCES).map((id) => formById(id)!);
}
