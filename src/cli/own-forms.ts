/** Forms of the user's own for the command line: `--bieu thư-mục`, or the one file that the pane exports. */

import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Form } from "../core/form/types";
import { problemWords, readFormFile, readFormFolder, type ReadParts } from "../core/learn/own-form-file";
import { loadOwnForm, withOwnForms } from "../forms/own";
import { readInput } from "./io";
import { UsageError } from "./usage-error";

/** Problems of one form that are told; the rest are counted. */
const TOLD = 20;

/**
 * Reads the forms that the command line names.
 *
 * @throws UsageError with every problem of a form that cannot be used: line, column, what is wrong
 */
export async function readOwnForms(paths: readonly string[]): Promise<Form[]> {
  const forms: Form[] = [];
  for (const path of paths) {
    const form = await readOwnForm(path);
    if (forms.some(({ id }) => id === form.id)) throw new UsageError(`Hai biểu sau --bieu cùng mã ${form.id}.`);
    forms.push(form);
  }
  return forms;
}

/**
 * A form by its id in whatever capitals, shipped or the user's own.
 *
 * @throws UsageError that lists the forms, where none has the id
 */
export function formNamed(id: string, own: readonly Form[]): Form {
  const forms = withOwnForms(own);
  const form = forms.find((one) => one.id === id.toUpperCase());
  if (!form) throw new UsageError(`Không có biểu ${id}. Các biểu: ${forms.map((one) => one.id).join(", ")}.`);
  return form;
}

async function readOwnForm(path: string): Promise<Form> {
  if (!existsSync(path)) throw new UsageError(`Không thấy biểu ${path} sau --bieu.`);
  const read = statSync(path).isDirectory() ? await readFolder(path) : readFormFile(await readInput(path));
  const loaded = read.ok ? loadOwnForm(read.parts) : read;
  if (loaded.ok) return loaded.form;
  const errors = loaded.problems.filter(({ level }) => level === "error");
  const lines = errors.slice(0, TOLD).map((problem) => `  ${problemWords(problem)}`);
  if (errors.length > TOLD) lines.push(`  và ${errors.length - TOLD} chỗ nữa.`);
  throw new UsageError(`Chưa dùng được biểu ${path}; sửa ${errors.length} chỗ sau rồi chạy lại:\n${lines.join("\n")}`);
}

async function readFolder(folder: string): Promise<ReadParts> {
  const [meta, rows, conditions] = ["form.json", "indicators.csv", "conditions.csv"].map((name) => join(folder, name));
  const more = existsSync(conditions!) ? await readInput(conditions!) : undefined;
  return readFormFolder(await readInput(meta!), await readInput(rows!), more);
}
