/** DataValidation of a range. */

import { type Area, intersection, subtract } from "../../workbook/area";
import { type DataValidation } from "../../workbook/types";
import { tellLook } from "../../workbook/write";
import {
  type ApiClass,
  type ApiObject,
  type Property,
  type WireContext,
  asFlag,
  asRecord,
  bind,
  isApiObject,
  isRangeRef,
} from "../api-class";
import { invalidArgument } from "../api-error";
import { type LookTarget } from "./look-target";
import { checkAllowed, sheetOf } from "./places";
import { fixedReference } from "./names";

const TYPES: Readonly<Record<string, string>> = {
  wholeNumber: "WholeNumber",
  decimal: "Decimal",
  textLength: "TextLength",
  list: "List",
  date: "Date",
  time: "Time",
  custom: "Custom",
};

const NO_ALERT = { message: "", showAlert: true, style: "Stop", title: "" };
const NO_PROMPT = { message: "", showPrompt: true, title: "" };

/** The rule of all cells of the areas; null where there is none, "mixed" where they differ. */
function common(target: LookTarget, context: WireContext): DataValidation | null | "mixed" {
  const sheet = target.sheet(context);
  const found = target.areas().map((area) => {
    const touching = sheet.validations.filter(({ areas }) => areas.some((one) => intersection(one, area)));
    if (touching.length === 0) return null;
    const rest = touching[0]!.areas.reduce<Area[]>((left, hole) => left.flatMap((one) => subtract(one, hole)), [area]);
    return touching.length > 1 || rest.length > 0 ? "mixed" : touching[0]!;
  });
  return found.every((one) => one === found[0]) ? (found[0] ?? null) : "mixed";
}

/** A source that is given as a Range becomes its fixed reference. */
function plain(value: unknown, context: WireContext): unknown {
  if (isApiObject(value) && isRangeRef(value.self)) return fixedReference(sheetOf(context, value.self), value.self);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one, context)]));
}

function change(target: LookTarget, context: WireContext, patch: Partial<DataValidation> | null): void {
  const sheet = target.sheet(context);
  checkAllowed(sheet);
  context.workbook.edit.touch();
  const areas = target.areas();
  const before = common(target, context);
  const kept = sheet.validations.flatMap((one) => {
    const rest = areas.reduce<Area[]>((left, hole) => left.flatMap((area) => subtract(area, hole)), [...one.areas]);
    return rest.length > 0 ? { ...one, areas: rest } : [];
  });
  const base: DataValidation =
    before && before !== "mixed"
      ? before
      : { areas: [], type: "None", rule: {}, ignoreBlanks: true, errorAlert: NO_ALERT, prompt: NO_PROMPT };
  sheet.validations = patch ? [...kept, { ...base, ...patch, areas: [...areas] }] : kept;
  for (const area of areas) tellLook(context.workbook, sheet, area);
}

const field = (name: "ignoreBlanks" | "errorAlert" | "prompt", absent: unknown): Property<LookTarget> => ({
  get: (target, context) => {
    const found = common(target, context);
    return found === "mixed" ? null : (found?.[name] ?? absent);
  },
  set: (target, value, context) =>
    change(target, context, { [name]: name === "ignoreBlanks" ? asFlag(value) : asRecord(value) }),
});

const validationClass: ApiClass<LookTarget> = {
  name: "DataValidation",
  properties: {
    Rule: {
      get: (target, context) => {
        const found = common(target, context);
        return found === "mixed" ? null : (found?.rule ?? {});
      },
      set: (target, value, context) => {
        const rule = asRecord(plain(asRecord(value), context));
        const kinds = Object.keys(rule).filter((kind) => rule[kind] !== null && rule[kind] !== undefined);
        const type = kinds.length === 1 ? TYPES[kinds[0]!] : undefined;
        if (type === undefined) throw invalidArgument();
        change(target, context, { rule, type });
      },
    },
    Type: {
      get: (target, context) => {
        const found = common(target, context);
        return found === "mixed" ? "Inconsistent" : (found?.type ?? "None");
      },
    },
    IgnoreBlanks: field("ignoreBlanks", true),
    ErrorAlert: field("errorAlert", NO_ALERT),
    Prompt: field("prompt", NO_PROMPT),
  },
  methods: { Clear: (target, _args, context) => change(target, context, null) },
};

export const validationOf = (target: LookTarget, context: WireContext): ApiObject =>
  bind(validationClass, target, context);
