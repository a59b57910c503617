/** Runs every command on a file of the corpus and holds each to the rules that hold for all files. */

import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../../src/cli/run";
import { openWorkbook } from "../../../src/xlsx/open";

export interface Ran {
  readonly command: string;
  readonly code: number;
  readonly out: string;
  readonly error: string;
  /** The file that the command was asked to write; undefined where there is none. */
  readonly written: Uint8Array | undefined;
  readonly milliseconds: number;
}

/** Generous: the tests may run beside others on a slow machine. */
export const PATIENCE = 180_000;

/** Every command that reads a workbook, by name; "IN" and "OUT" stand for the files. */
export const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  check: ["check", "IN"],
  json: ["check", "IN", "--json"],
  fill: ["fill", "IN", "-o", "OUT.xlsx", "--cach", "cong-thuc", "--danh-gia"],
  functions: ["fill", "IN", "-o", "OUT.xlsx"],
  report: ["report", "IN"],
  html: ["report", "IN", "--html", "-o", "OUT.html"],
  summary: ["report", "IN", "--trang-tong-hop", "-o", "OUT.xlsx"],
  sentences: ["sentences", "IN"],
  freeze: ["freeze", "IN", "-o", "OUT.xlsx"],
  explain: ["explain", "IN", "--xoa-het", "-o", "OUT.xlsx"],
  submit: ["submit", "IN", "--nguoi", "Nguyễn Thị A", "-o", "OUT.xlsx", "--sdmx", "SDMX.csv"],
  verify: ["verify", "IN"],
  learn: ["learn", "IN", "-o", "OUT", "--nhan", "tat-ca"],
};

/** Words of a program's own failure, which no person should read. */
const NOT_FOR_PEOPLE = /\b(?:undefined|NaN|TypeError|RangeError|SyntaxError|at Object|\[object|heap|stack)\b|\.ts:\d/;
/** A Vietnamese sentence has letters that no other language of office programs has. */
const VIETNAMESE = /[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;
/** Control characters that a terminal acts upon; line ends and tabs are none. */
export const CONTROL = /(?![\t\n])\p{Cc}/u;

/** Runs one command on a file, in a folder of its own, and checks what must hold whatever the file is. */
export async function runOn(bytes: Uint8Array, command: string, words = COMMANDS[command]!): Promise<Ran> {
  const folder = mkdtempSync(join(tmpdir(), "bieu-hostile-"));
  try {
    const [input, out] = [join(folder, "vao.xlsx"), join(folder, "ra")];
    writeFileSync(input, bytes);
    const said: string[] = [];
    const errors: string[] = [];
    const io = {
      out: (line: string) => void said.push(line),
      error: (line: string) => void errors.push(line),
      now: () => new Date("2024-07-11"),
    };
    const args = words.map((word) =>
      word === "IN"
        ? input
        : word.startsWith("OUT")
          ? `${out}${word.slice(3)}`
          : word === "SDMX.csv"
            ? join(folder, word)
            : word,
    );
    const start = performance.now();
    const code = await run(args, io);
    const milliseconds = performance.now() - start;
    const target = args[args.indexOf("-o") + 1];
    const isFile = args.includes("-o") && command !== "learn" && target !== undefined && existsSync(target);
    const ran: Ran = {
      command,
      code,
      out: said.join("\n"),
      error: errors.join("\n"),
      written: isFile ? new Uint8Array(readFileSync(target)) : undefined,
      milliseconds,
    };
    expect(readFileSync(input).equals(bytes)).toBe(true);
    await holdToTheRules(ran, readdirSync(folder));
    return ran;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function holdToTheRules(ran: Ran, files: readonly string[]): Promise<void> {
  const { command, code, out, error, written, milliseconds } = ran;
  expect([0, 1, 2]).toContain(code);
  expect(milliseconds).toBeLessThan(PATIENCE);
  // Nothing half-written, and nothing but what was asked for.
  expect(
    files.filter((name) => name.startsWith(".") || !/^(?:vao\.xlsx|ra|ra\.xlsx|ra\.html|SDMX\.csv)$/.test(name)),
  ).toEqual([]);
  if (code === 2) {
    // Of verify, "cannot be told" is said where the answers are.
    const told = error === "" && command === "verify" ? out : error;
    expect(told).toMatch(VIETNAMESE);
    expect(told).not.toMatch(NOT_FOR_PEOPLE);
    expect(files.filter((name) => name !== "vao.xlsx")).toEqual([]);
  } else expect(error).toBe("");
  if (command !== "html") expect(out).not.toMatch(CONTROL);
  expect(error).not.toMatch(CONTROL);
  if (written && command !== "html") await openWorkbook(written);
}
