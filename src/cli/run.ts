/** Reads a command line and runs the command it names. */

import { parseArgs, type ParseArgsConfig } from "node:util";
import { WorkbookError } from "../xlsx/error";
import { parsePeriod } from "../core/form/period";
import { checkMany } from "./commands/check-many";
import { explain } from "./commands/explain";
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

export const USAGE = `Biểu Y tế: lập, điền, kiểm tra và tổng hợp các biểu báo cáo y tế trên tệp .xlsx

  bieu list                                             các biểu có sẵn
  bieu new PL02 --ky 2024-6T --don-vi "Sở Y tế …" -o f.xlsx
                                                        tạo biểu mới; --tu nam-truoc.xlsx lấy thực hiện năm trước làm cùng kỳ
  bieu fill f.xlsx -o g.xlsx [--cach ham|cong-thuc|gia-tri]
                                                        điền So với KH, So với cùng kỳ; --danh-gia điền cả cột Đánh giá
  bieu check f.xlsx [g.xlsx …] [--json]                 kiểm tra; mã thoát 0 sạch, 1 có lỗi hoặc cảnh báo, 2 không đọc được
  bieu explain f.xlsx --o F578 [--quy-tac QH1] --ly-do "…" -o g.xlsx
                                                        giải trình cảnh báo của một ô, hay vài ô: --o E22,E30;
                                                        --xoa-het -o g.xlsx xóa mọi giải trình
  bieu report f.xlsx [--json | --html] [-o ra.html]     kết quả đạt, chưa đạt theo mục
  bieu report f.xlsx --trang-tong-hop -o g.xlsx         thêm trang Tổng hợp có biểu đồ vào bản sao của sổ tính
  bieu sentences f.xlsx [--dong 12,14-20 | --muc A_I] [--json]
                                                        câu văn cho báo cáo: "… 14.137 lượt đạt 61,7% KH, tăng 18,9% so với cùng kỳ"
  bieu freeze f.xlsx -o g.xlsx                          chốt số: công thức thành giá trị
  bieu submit f.xlsx --nguoi "Nguyễn Thị A" -o nop.xlsx [--sdmx ra.csv] [--dhis2 ra.json --anh-xa anh-xa.csv]
                                                        nộp: kiểm tra lần cuối, tạo bản nộp chỉ có giá trị kèm Phiếu kiểm tra
  bieu verify nop.xlsx [--goc f.xlsx] [--dau-van-tay …]
                                                        số liệu còn đúng như lúc nộp: mã thoát 0 đúng, 1 đã đổi, 2 không đọc được
  bieu mapping PL02 -o anh-xa.csv                       tệp ánh xạ chỉ tiêu sang DHIS2, để điền mã
  bieu learn f.xlsx [-o bieu-cua-toi] [--nhan tat-ca|chac-chan]
                                                        bảng chưa có định nghĩa: gợi ý tổng, tỷ lệ từ số liệu; lập biểu riêng

Kỳ viết là 2024-6T, 2024-9T, 2024-N hoặc 2024-Q1. Thêm --ghi-de để thay tệp ra đã có.
Với fill, check, explain, report, sentences và submit, thêm --ky khi trong tệp không ghi rõ kỳ.
Thêm --bieu bieu-cua-toi để dùng biểu riêng bên cạnh các biểu có sẵn (thư mục, hoặc tệp .csv xuất từ Excel).`;

type Options = NonNullable<ParseArgsConfig["options"]>;

const OUTPUT = { output: { type: "string", short: "o" }, "ghi-de": { type: "boolean" } } satisfies Options;

/** Forms of the user's own, for every command that reads or makes a form. */
const OWN = { bieu: { type: "string", multiple: true } } satisfies Options;

const OPTIONS = {
  new: { ky: { type: "string" }, "don-vi": { type: "string" }, tu: { type: "string" }, ...OUTPUT, ...OWN },
  fill: { cach: { type: "string" }, "danh-gia": { type: "boolean" }, ky: { type: "string" }, ...OUTPUT, ...OWN },
  check: { json: { type: "boolean" }, ky: { type: "string" }, ...OWN },
  explain: {
    ...{ o: { type: "string" }, "quy-tac": { type: "string" }, trang: { type: "string" }, "ly-do": { type: "string" } },
    ...{ "xoa-het": { type: "boolean" }, ky: { type: "string" }, ...OUTPUT, ...OWN },
  },
  report: {
    json: { type: "boolean" },
    html: { type: "boolean" },
    "trang-tong-hop": { type: "boolean" },
    ky: { type: "string" },
    ...OUTPUT,
    ...OWN,
  },
  sentences: {
    ...{ dong: { type: "string" }, muc: { type: "string" }, json: { type: "boolean" }, ky: { type: "string" } },
    ...OWN,
  },
  freeze: OUTPUT,
  learn: { nhan: { type: "string" }, ...OUTPUT, ...OWN },
  submit: {
    nguoi: { type: "string" },
    "don-vi": { type: "string" },
    ky: { type: "string" },
    sdmx: { type: "string" },
    dhis2: { type: "string" },
    "anh-xa": { type: "string" },
    ...OUTPUT,
    ...OWN,
  },
  verify: { goc: { type: "string" }, "dau-van-tay": { type: "string" }, ...OWN },
  mapping: { "don-vi": { type: "string" }, ky: { type: "string" }, ...OUTPUT, ...OWN },
  list: OWN,
} satisfies Record<string, Options>;

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
    return await dispatch(command, rest, io);
  } catch (error) {
    if (error instanceof UsageError || error instanceof WorkbookError) {
      io.error(error.message);
      return 2;
    }
    throw error;
  }
}

async function dispatch(command: string, rest: readonly string[], io: Io): Promise<number> {
  if (!Object.hasOwn(OPTIONS, command)) throw new UsageError(`Không có lệnh "${command}".\n\n${USAGE}`);
  const { values, positionals } = parse(command as keyof typeof OPTIONS, rest);
  const text = (name: string): string | undefined => (typeof values[name] === "string" ? values[name] : undefined);
  const overwrite = values["ghi-de"] === true;
  const only = (what: string): string => {
    const [first, ...others] = positionals;
    if (first === undefined || others.length > 0)
      throw new UsageError(`Lệnh ${command} cần đúng một ${what}.\n\n${USAGE}`);
    return first;
  };
  const named: readonly unknown[] = Array.isArray(values["bieu"]) ? values["bieu"] : [];
  const forms = await readOwnForms(named.filter((path) => typeof path === "string"));
  const output = () => text("output") ?? missing("-o tệp-ra.xlsx");
  switch (command as keyof typeof OPTIONS) {
    case "list":
      if (positionals.length > 0) throw new UsageError(`Lệnh list không cần gì thêm.\n\n${USAGE}`);
      return list(io, forms);
    case "new": {
      const from = text("tu");
      return newWorkbook(
        {
          form: only("mã biểu"),
          period: text("ky") ?? missing("--ky, ví dụ --ky 2024-6T"),
          unit: text("don-vi") ?? missing('--don-vi, ví dụ --don-vi "Sở Y tế tỉnh Điện Biên"'),
          output: output(),
          ...(from !== undefined && { from }),
          forms,
          overwrite,
        },
        io,
      );
    }
    case "fill":
      return fill(
        {
          input: only("tệp .xlsx"),
          output: output(),
          mode: text("cach") ?? "ham",
          assess: values["danh-gia"] === true,
          ...period(text("ky")),
          forms,
          overwrite,
        },
        io,
      );
    case "check":
      if (positionals.length === 0) throw new UsageError(`Lệnh check cần ít nhất một tệp .xlsx.\n\n${USAGE}`);
      return checkMany({ inputs: positionals, json: values["json"] === true, forms, ...period(text("ky")) }, io);
    case "explain": {
      const [rule, sheet] = [text("quy-tac"), text("trang")];
      const one = () => ({
        cells: text("o") ?? missing("--o, ví dụ --o F578"),
        reason: text("ly-do") ?? missing('--ly-do, ví dụ --ly-do "Số năm trước đã chốt"'),
        ...(rule !== undefined && { rule }),
        ...(sheet !== undefined && { sheet }),
      });
      if (values["xoa-het"] === true && (text("o") ?? text("ly-do")) !== undefined) {
        throw new UsageError("--xoa-het xóa mọi giải trình, không dùng cùng --o hay --ly-do.");
      }
      const what = values["xoa-het"] === true ? "reset" : one();
      const [input, target] = [only("tệp .xlsx"), output()];
      return explain({ input, output: target, what, ...period(text("ky")), forms, overwrite }, io);
    }
    case "report": {
      const target = text("output");
      if (values["trang-tong-hop"] === true) {
        if (values["html"] === true || values["json"] === true)
          throw new UsageError("--trang-tong-hop ghi ra sổ tính, không dùng cùng --json hay --html.");
        return addSummaries(
          { input: only("tệp .xlsx"), output: output(), ...period(text("ky")), forms, overwrite },
          io,
        );
      }
      if (values["html"] === true && values["json"] === true)
        throw new UsageError("Chỉ chọn một trong --json và --html.");
      const format = values["html"] === true ? "html" : values["json"] === true ? "json" : "text";
      return report(
        {
          input: only("tệp .xlsx"),
          format,
          ...(target !== undefined && { output: target }),
          ...period(text("ky")),
          forms,
          overwrite,
        },
        io,
      );
    }
    case "sentences": {
      const [rows, section] = [text("dong"), text("muc")];
      if (rows !== undefined && section !== undefined) throw new UsageError("Chỉ chọn một trong --dong và --muc.");
      return sentences(
        {
          input: only("tệp .xlsx"),
          ...optional("rows", rows),
          ...optional("section", section),
          json: values["json"] === true,
          ...period(text("ky")),
          forms,
        },
        io,
      );
    }
    case "learn": {
      const target = text("output");
      const accept = text("nhan");
      if (accept !== undefined && !Object.hasOwn(ACCEPT, accept)) {
        throw new UsageError(`Sau --nhan chỉ có tat-ca hoặc chac-chan, không có "${accept}".`);
      }
      return learn(
        {
          input: only("tệp .xlsx"),
          ...(target !== undefined && { output: target }),
          accept: accept === undefined ? "none" : ACCEPT[accept]!,
          forms,
          overwrite,
        },
        io,
      );
    }
    case "submit":
      return submit(
        {
          input: only("tệp .xlsx"),
          output: output(),
          person: text("nguoi") ?? missing('--nguoi, ví dụ --nguoi "Nguyễn Thị A"'),
          ...optional("unit", text("don-vi")),
          ...optional("sdmx", text("sdmx")),
          ...optional("dhis2", text("dhis2")),
          ...optional("mapping", text("anh-xa")),
          ...period(text("ky")),
          forms,
          overwrite,
        },
        io,
      );
    case "verify":
      return verify(
        {
          input: only("tệp .xlsx"),
          ...optional("original", text("goc")),
          ...optional("fingerprint", text("dau-van-tay")),
          forms,
        },
        io,
      );
    case "mapping":
      return mapping(
        {
          form: only("mã biểu"),
          output: output(),
          ...optional("unit", text("don-vi")),
          ...period(text("ky")),
          forms,
          overwrite,
        },
        io,
      );
    case "freeze":
      return freeze({ input: only("tệp .xlsx"), output: output(), overwrite }, io);
  }
}

/** An option under the name that its command knows it by, where it is given. */
function optional<Name extends string>(name: Name, value: string | undefined): Partial<Record<Name, string>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, string>);
}

/** The period that `--ky` gives, where it is given. */
function period(text: string | undefined) {
  if (text === undefined) return {};
  const read = parsePeriod(text);
  if (!read) throw new UsageError(`Kỳ "${text}" không đọc được. Cách viết: 2024-6T, 2024-9T, 2024-N, 2024-Q1.`);
  return { period: read };
}

function missing(what: string): never {
  throw new UsageError(`Thiếu ${what}.\n\n${USAGE}`);
}

function parse(command: keyof typeof OPTIONS, args: readonly string[]) {
  try {
    const options: Options = OPTIONS[command];
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const [option = ""] = (/'([^']+)'/.exec((error as Error).message)?.[1] ?? "").split(" ");
    if ((error as NodeJS.ErrnoException).code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") {
      throw new UsageError(`Tùy chọn ${option} cần một giá trị, hoặc không nhận giá trị.\n\n${USAGE}`);
    }
    throw new UsageError(`Không hiểu tùy chọn ${option}.\n\n${USAGE}`);
  }
}
