/** What commands need of the world, so that tests can run them without a process. */

import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { UsageError } from "./usage-error";

export interface Io {
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
  readonly now: () => Date;
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

/**
 * Writes a file whole or not at all: first beside its place, then moved there.
 *
 * @param overwrite whether a file that is already there may go
 * @param inputs files that are never written over, whatever `overwrite` says
 */
export async function writeOutput(
  path: string,
  content: Uint8Array | string,
  overwrite: boolean,
  inputs: readonly string[] = [],
): Promise<void> {
  if (inputs.some((input) => resolve(input) === resolve(path))) {
    throw new UsageError(`Không ghi đè lên tệp đang làm việc ${path}; hãy đặt tên khác sau -o.`);
  }
  if (!overwrite && existsSync(path)) throw new UsageError(`Đã có tệp ${path}. Thêm --ghi-de nếu muốn thay tệp này.`);
  const beside = join(dirname(resolve(path)), `.${randomUUID()}.tmp`);
  try {
    await writeFile(beside, content);
    await rename(beside, path);
  } catch {
    await rm(beside, { force: true });
    throw new UsageError(`Không ghi được tệp ${path}: thư mục không có, hết chỗ hoặc không có quyền.`);
  }
}
