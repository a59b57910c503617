/** What commands need of the world, so that tests can run them without a process. */

import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { UsageError } from "./usage-error";

export interface Io {
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
  readonly now: () => Date;
}

/**
 * What a terminal acts upon instead of showing it: control characters (a label may colour the screen, clear it or rename
 * the window) and marks that turn the direction of writing (so that a line reads otherwise than it is).
 */
// eslint-disable-next-line no-control-regex
const ACTED_UPON = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text for a terminal: what would be acted upon is written as JSON escapes it, which also leaves JSON as valid as it was.
 *
 * @example visible("\u001b[2J") === "\\u001b[2J"
 */
export function visible(text: string): string {
  return text.replace(ACTED_UPON, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Reads a file, saying in plain words why it cannot be read. */
export async function readInput(path: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT") throw new UsageError(`Không thấy tệp ${path}.`);
    if (code === "EISDIR") throw new UsageError(`${path} là thư mục, không phải tệp.`);
    if (code === "EACCES" || code === "EPERM") throw new UsageError(`Không có quyền đọc tệp ${path}.`);
    throw new UsageError(`Không đọc được tệp ${path}.`);
  }
}

/** A file to write. */
export interface Output {
  readonly path: string;
  readonly content: Uint8Array | string;
}

/**
 * Writes a file whole or not at all: first beside its place, then moved there.
 *
 * @param overwrite whether a file that is already there may go
 * @param inputs files that are never written over, whatever `overwrite` says
 */
export function writeOutput(
  path: string,
  content: Uint8Array | string,
  overwrite: boolean,
  inputs: readonly string[] = [],
): Promise<void> {
  return writeOutputs([{ path, content }], overwrite, inputs);
}

/**
 * Refuses files that cannot be written, before any work is done for them.
 *
 * @throws UsageError where a file is an input, is named twice, or is there and may not go
 */
export function refuseTargets(paths: readonly string[], overwrite: boolean, inputs: readonly string[] = []): void {
  const taken = new Set<string>();
  for (const path of paths) {
    if (inputs.some((input) => resolve(input) === resolve(path))) {
      throw new UsageError(`Không ghi đè lên tệp đang làm việc ${path}; hãy đặt tên khác sau -o.`);
    }
    if (taken.has(resolve(path))) throw new UsageError(`Hai kết quả cùng ghi vào ${path}; hãy đặt tên khác nhau.`);
    taken.add(resolve(path));
    if (!overwrite && existsSync(path)) throw new UsageError(`Đã có tệp ${path}. Thêm --ghi-de nếu muốn thay tệp này.`);
  }
}

/**
 * Writes several files that belong together: all are first written beside their places, then moved there in their
 * order. Where one cannot be moved, those before it get back what they held.
 */
export async function writeOutputs(
  outputs: readonly Output[],
  overwrite: boolean,
  inputs: readonly string[] = [],
): Promise<void> {
  refuseTargets(
    outputs.map(({ path }) => path),
    overwrite,
    inputs,
  );
  const beside = (path: string, end: string) => join(dirname(resolve(path)), `.${randomUUID()}.${end}`);
  const planned = outputs.map((output) => ({
    ...output,
    made: beside(output.path, "tmp"),
    kept: beside(output.path, "old"),
  }));
  const moved: typeof planned = [];
  let failing = planned[0]?.path;
  try {
    for (const { path, made, content } of planned) {
      failing = path;
      await writeFile(made, content);
    }
    for (const one of planned) {
      failing = one.path;
      // One file replaces another in one step; only beside others must what it held be kept for going back.
      if (planned.length > 1 && existsSync(one.path)) await copyFile(one.path, one.kept);
      await rename(one.made, one.path);
      moved.push(one);
    }
  } catch {
    for (const { path, kept } of moved) {
      if (existsSync(kept)) await rename(kept, path);
      else await rm(path, { force: true });
    }
    throw new UsageError(`Không ghi được tệp ${failing}: thư mục không có, hết chỗ hoặc không có quyền.`);
  } finally {
    for (const { made, kept } of planned) {
      await rm(made, { force: true });
      await rm(kept, { force: true });
    }
  }
}
