import { writeInteger } from "../../core/number";
import { WorkbookError } from "../../xlsx/error";
import type { Io } from "../io";
import { UsageError } from "../usage-error";
import { check, type CheckOptions } from "./check";

export interface CheckManyOptions extends Omit<CheckOptions, "input"> {
  readonly inputs: readonly string[];
}

const UNEXPECTED = "lỗi ngoài dự kiến khi đọc tệp này.";

/**
 * `bieu check *.xlsx`: one file after the other, each forgotten before the next is read. A file that cannot be read is
 * told and the rest are done. The exit code is that of the worst file. With `--json` the output is one array.
 */
export async function checkMany({ inputs, ...options }: CheckManyOptions, io: Io): Promise<number> {
  const [only, ...others] = inputs;
  if (only !== undefined && others.length === 0) return check({ ...options, input: only }, io);
  const counts = [0, 0, 0];
  if (options.json) io.out("[");
  for (const [index, input] of inputs.entries()) {
    const comma = index + 1 < inputs.length ? "," : "";
    if (!options.json) io.out(`== ${input}`);
    const lines = options.json ? { ...io, out: (text: string) => io.out(`${text}${comma}`) } : io;
    const code = await check({ ...options, input }, lines).catch((error: unknown) => {
      const told = error instanceof UsageError || error instanceof WorkbookError ? error.message : UNEXPECTED;
      if (options.json) lines.out(JSON.stringify({ file: input, error: told }, null, 2));
      io.error(`${input}: ${told}`);
      return 2;
    });
    counts[code]! += 1;
  }
  if (options.json) io.out("]");
  else {
    const [clean, found, unread] = counts.map(writeInteger);
    io.out(
      `${writeInteger(inputs.length)} tệp: ${clean} không có lỗi hay cảnh báo, ${found} có, ${unread} không đọc được.`,
    );
  }
  return counts.findLastIndex((count) => count > 0);
}
