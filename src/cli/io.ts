/** What commands need of the world, so that tests can run them without a process. */

import { randomUUID } from "node:crypto";
import { existsSync, realpathSync, renameSync, rmSync, statSync } from "node:fs";
import { copyFile, readFile, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
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
const ACTED_UPON = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu;

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
  const working = new Set(inputs.flatMap(namesOfFile));
  const taken = new Set<string>();
  for (const path of paths) {
    const names = namesOfFile(path);
    if (names.some((name) => working.has(name))) {
      throw new UsageError(`Không ghi đè lên tệp đang làm việc ${path}; hãy đặt tên khác sau -o.`);
    }
    if (names.some((name) => taken.has(name))) {
      throw new UsageError(`Hai kết quả cùng ghi vào ${path}; hãy đặt tên khác nhau.`);
    }
    for (const name of names) taken.add(name);
    if (!overwrite && existsSync(path)) throw new UsageError(`Đã có tệp ${path}. Thêm --ghi-de nếu muốn thay tệp này.`);
  }
}

/**
 * What a file is known by, whichever way its path is spelled: its place with every symbolic link on the way followed,
 * and, where it is there, its number on its disk, which hard links and other capitals on a disk that does not tell
 * them apart have in common.
 */
function namesOfFile(path: string): string[] {
  const place = realPlace(resolve(path));
  const number = numberOfFile(path);
  return number === undefined ? [place] : [place, number];
}

/** Its disk and its number there; undefined where there is no file, or on drives that number none. */
function numberOfFile(path: string): string | undefined {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return ino === 0n ? undefined : `${dev}:${ino}`;
  } catch {
    return undefined;
  }
}

/** A path without symbolic links, as far down as there is something. */
function realPlace(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPlace(parent), basename(path));
  }
}

/**
 * Writes several files that belong together: all are first written beside their places, then moved there in their
 * order and in one go, which Ctrl+C and a request to end wait for. Where one cannot be moved, those before it get back
 * what they held. A process that is killed outright, or a power cut, between two moves leaves each file whole, old or
 * new, and a new last file only where all before it are new.
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
  let failing = planned[0]?.path;
  try {
    for (const { path, made, kept, content } of planned) {
      failing = path;
      await writeFile(made, content);
      // One file replaces another in one step; only beside others must what it held be kept for going back.
      if (planned.length > 1 && existsSync(path)) await copyFile(path, kept);
    }
    await uninterrupted(() => {
      const moved: typeof planned = [];
      try {
        for (const one of planned) {
          failing = one.path;
          renameSync(one.made, one.path);
          moved.push(one);
        }
      } catch (error) {
        for (const { path, kept } of moved) {
          if (existsSync(kept)) renameSync(kept, path);
          else rmSync(path, { force: true });
        }
        throw error;
      }
    });
  } catch {
    throw new UsageError(`Không ghi được tệp ${failing}: thư mục không có, hết chỗ hoặc không có quyền.`);
  } finally {
    // What cannot be cleared away must not hide what went wrong before.
    await Promise.allSettled(
      planned.flatMap(({ made, kept }) => [made, kept]).map((path) => rm(path, { force: true })),
    );
  }
}

/** What asks a program to end, and may be made to wait. */
const ENDING = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Does something that must be done whole; whoever asks the program to end meanwhile is heard afterwards. */
async function uninterrupted(work: () => void): Promise<void> {
  let asked: NodeJS.Signals | undefined;
  const hear = (signal: NodeJS.Signals) => (asked = signal);
  for (const signal of ENDING) process.on(signal, hear);
  try {
    work();
    // A signal that came meanwhile is told in the next turn of the event loop.
    for (let turn = 0; turn < 2; turn += 1) await new Promise((done) => void setImmediate(done));
  } finally {
    for (const signal of ENDING) process.off(signal, hear);
    if (asked) process.kill(process.pid, asked);
  }
}
