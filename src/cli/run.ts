/** Runs the command that a command line names. */

import type { Form } from "../core/form/types";
import { WorkbookError } from "../xlsx/error";
import { readCommandLine, USAGE, type CommandLine } from "./command-line";
import { checkMany } from "./commands/check-many";
import { explain, type ExplainOptions } from "./commands/explain";
import { fill } from "./commands/fill";
import { freeze } from "./commands/freeze";
import { ACCEPT, learn } from "./commands/learn";
import { list } from "./commands/list";
import { mapping } from "./commands/mapping";
import { newWorkbook } from "./commands/new";
import { report } from "./commands/report";
import { sentences } from "./commands/sentences";
import { addSummaries } from "./commands/summary-sheet";
import { submit } from "./commands/submit";
import { verify } from "./commands/verify";
import { visible, type Io } from "./io";
import { readOwnForms } from "./own-forms";
import { UsageError } from "./usage-error";

declare const BIEU_VERSION: string;

/**
 * Runs one command line.
 *
 * @param args the words after the program's name
 * @returns the exit code: 0 done or clean, 1 findings, 2 could not be done
 */
export async function run(args: readonly string[], world: Io): Promise<number> {
  // Whatever is said may hold texts of a stranger's workbook.
  const io: Io = {
    ...world,
    out: (line) => world.out(visible(line)),
    error: (line) => world.error(visible(line)),
  };
  const [command, ...rest] = args;
  if (command === undefined || command === "help" || command === "--help" || command === "-h") {
    io.out(USAGE);
    return command === undefined ? 2 : 0;
  }
  if (command === "--version" || command === "-v") {
    io.out(typeof BIEU_VERSION === "string" ? BIEU_VERSION : "dev");
    return 0;
  }
  try {
    return await dispatch(readCommandLine(command, rest), io);
  } catch (error) {
    if (error instanceof UsageError || error instanceof WorkbookError) {
      io.error(error.message);
      return 2;
    }
    throw error;
  }
}

async function dispatch(line: CommandLine, io: Io): Promise<number> {
  const { command, words, only, text, needed, flag, period } = line;
  const forms = await readOwnForms(line.ownForms);
  const overwrite = flag("ghi-de");
  const input = () => only("tệp .xlsx");
  const output = () => needed("output", "-o tệp-ra.xlsx");
  switch (command) {
    case "list":
      if (words.length > 0) throw new UsageError(`Lệnh list không cần gì thêm.\n\n${USAGE}`);
      return list(io, forms);
    case "new": {
      const form = only("mã biểu");
      const at = needed("ky", "--ky, ví dụ --ky 2024-6T");
      const unit = needed("don-vi", '--don-vi, ví dụ --don-vi "Sở Y tế tỉnh Điện Biên"');
      const rest = { output: output(), ...optional("from", text("tu")), forms, overwrite };
      return newWorkbook({ form, period: at, unit, ...rest }, io);
    }
    case "fill": {
      const how = { mode: text("cach") ?? "ham", assess: flag("danh-gia") };
      return fill({ input: input(), output: output(), ...how, ...period(), forms, overwrite }, io);
    }
    case "check":
      if (words.length === 0) throw new UsageError(`Lệnh check cần ít nhất một tệp .xlsx.\n\n${USAGE}`);
      return checkMany({ inputs: words, json: flag("json"), forms, ...period() }, io);
    case "explain": {
      const what = explained(line);
      return explain({ input: input(), output: output(), what, ...period(), forms, overwrite }, io);
    }
    case "report":
      return reported(line, { input, output, forms, overwrite }, io);
    case "sentences": {
      const chosen = { ...optional("rows", text("dong")), ...optional("section", text("muc")) };
      if (Object.keys(chosen).length > 1) throw new UsageError("Chỉ chọn một trong --dong và --muc.");
      return sentences({ input: input(), ...chosen, json: flag("json"), ...period(), forms }, io);
    }
    case "learn": {
      const accept = text("nhan");
      if (accept !== undefined && !Object.hasOwn(ACCEPT, accept)) {
        throw new UsageError(`Sau --nhan chỉ có tat-ca hoặc chac-chan, không có "${accept}".`);
      }
      const accepted = accept === undefined ? "none" : ACCEPT[accept]!;
      return learn({ input: input(), ...optional("output", text("output")), accept: accepted, forms, overwrite }, io);
    }
    case "submit": {
      const [from, target] = [input(), output()];
      const person = needed("nguoi", '--nguoi, ví dụ --nguoi "Nguyễn Thị A"');
      const machine = {
        ...optional("sdmx", text("sdmx")),
        ...optional("dhis2", text("dhis2")),
        ...optional("mapping", text("anh-xa")),
      };
      const who = { person, ...optional("unit", text("don-vi")) };
      return submit({ input: from, output: target, ...who, ...machine, ...period(), forms, overwrite }, io);
    }
    case "verify": {
      const against = { ...optional("original", text("goc")), ...optional("fingerprint", text("dau-van-tay")) };
      return verify({ input: input(), ...against, forms }, io);
    }
    case "mapping": {
      const form = only("mã biểu");
      return mapping(
        { form, output: output(), ...optional("unit", text("don-vi")), ...period(), forms, overwrite },
        io,
      );
    }
    case "freeze":
      return freeze({ input: input(), output: output(), overwrite }, io);
  }
}

/** What `bieu explain` is to do. */
function explained({ text, needed, flag }: CommandLine): ExplainOptions["what"] {
  if (flag("xoa-het")) {
    if ((text("o") ?? text("ly-do")) === undefined) return "reset";
    throw new UsageError("--xoa-het xóa mọi giải trình, không dùng cùng --o hay --ly-do.");
  }
  return {
    cells: needed("o", "--o, ví dụ --o F578"),
    reason: needed("ly-do", '--ly-do, ví dụ --ly-do "Số năm trước đã chốt"'),
    ...optional("rule", text("quy-tac")),
    ...optional("sheet", text("trang")),
  };
}

interface Reported {
  readonly input: () => string;
  readonly output: () => string;
  readonly forms: readonly Form[];
  readonly overwrite: boolean;
}

/** `bieu report`: words, JSON or a page; or a sheet in a copy of the workbook. */
function reported(
  { text, flag, period }: CommandLine,
  { input, output, forms, overwrite }: Reported,
  io: Io,
): Promise<number> {
  const [html, json] = [flag("html"), flag("json")];
  if (flag("trang-tong-hop")) {
    if (html || json) throw new UsageError("--trang-tong-hop ghi ra sổ tính, không dùng cùng --json hay --html.");
    return addSummaries({ input: input(), output: output(), ...period(), forms, overwrite }, io);
  }
  if (html && json) throw new UsageError("Chỉ chọn một trong --json và --html.");
  const format = html ? "html" : json ? "json" : "text";
  const target = optional("output", text("output"));
  return report({ input: input(), format, ...target, ...period(), forms, overwrite }, io);
}

/** An option under the name that its command knows it by, where it is given. */
function optional<Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, string>);
}
