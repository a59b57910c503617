/** Holds what a definition says to form.schema.json, and says what it does not allow. */

import { Validator, type OutputUnit } from "@cfworker/json-schema";
import { isTooDeep } from "./depth";
import { problemText, type Problem } from "./problem";

const validators = new WeakMap<object, Map<string, Validator>>();

/**
 * What a part of a definition says that the schema does not allow, each once.
 *
 * @param part name of the part in the schema's `$defs`
 * @param line line of the row file; 0 for form.json
 */
export function schemaProblems(schema: object, part: string, value: unknown, line: number): Problem[] {
  const known = validators.get(schema) ?? new Map<string, Validator>();
  validators.set(schema, known);
  if (isTooDeep(value)) return [problemText("too-deep", { line })];
  const validator = known.get(part) ?? new Validator({ ...schema, $ref: `#/$defs/${part}` }, "2020-12", false);
  known.set(part, validator);
  const problems = problemsBy(validator, value, line);
  // Where a value may take one of several forms, each of them fails with the same words.
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
}

function problemsBy(validator: Validator, value: unknown, line: number): Problem[] {
  try {
    const { errors } = validator.validate(value);
    return errors.filter(isLeaf).map((error) => problemText("schema", describe(error, value, line)));
  } catch (error) {
    // The validator has no way to write half a character in the name of a field; no field of ours has one.
    if (!(error instanceof URIError)) throw error;
    return problemsBy(validator, withWholeNames(value), line);
  }
}

/** The value with a sign in place of each half of a character in the names of its fields. */
function withWholeNames(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(withWholeNames);
  const parts = Object.entries(value).map(([name, part]): [string, unknown] => [
    name.replace(/\p{Surrogate}/gu, "\ufffd"),
    withWholeNames(part),
  ]);
  return Object.fromEntries(parts);
}

/** The validator reports each failing level up to the root; only the innermost ones say what is wrong. */
function isLeaf(error: OutputUnit): boolean {
  return !["$ref", "properties", "items", "anyOf", "allOf"].includes(error.keyword);
}

function describe(error: OutputUnit, value: unknown, line: number) {
  const names = decodeURIComponent(error.instanceLocation.replace(/^#\/?/, ""))
    .split("/")
    .map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
  const path = names.join("/");
  const found = names.reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], value);
  const missing = error.keyword === "required" ? /"([^"]+)"/.exec(error.error)?.[1] : undefined;
  return {
    line,
    field: missing ?? path,
    value: typeof found === "string" || typeof found === "number" ? String(found) : undefined,
    missing: missing !== undefined,
    allowed: error.keyword === "enum" ? allowedValues(error.error) : undefined,
  };
}

/** The words that the validator says a field may have; few enough to be told. */
function allowedValues(said: string): string[] | undefined {
  const words = [...said.matchAll(/"([^"]+)"/g)].map(([, word]) => word!);
  return words.length > 0 && words.length <= 12 ? words : undefined;
}
