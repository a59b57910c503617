/** What a command line says: the commands with their options, and the help that lists them. */

import { parseArgs, type ParseArgsConfig } from "node:util";
import type { Period } from "../core/form/period";
import { periodNamed } from "./period";
import { UsageError } from "./usage-error";

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

/** The options of each command. */
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

export type Command = keyof typeof OPTIONS;

/** A command line, taken apart. What is asked for and not there throws a UsageError that shows the help. */
export interface CommandLine {
  readonly command: Command;
  /** The words that belong to no option. */
  readonly words: readonly string[];
  /** The one word that the command takes; `what` says what it is. */
  readonly only: (what: string) => string;
  readonly text: (option: string) => string | undefined;
  /** @param how the option as one types it, perhaps with an example */
  readonly needed: (option: string, how: string) => string;
  readonly flag: (option: string) => boolean;
  /** The period that `--ky` gives, where it is given. */
  readonly period: () => { readonly period?: Period };
  /** Where the forms of the user's own are. */
  readonly ownForms: readonly string[];
}

/** @throws UsageError for a command or an option that there is not */
export function readCommandLine(name: string, args: readonly string[]): CommandLine {
  if (!isCommand(name)) throw new UsageError(`Không có lệnh "${name}".\n\n${USAGE}`);
  const { values, positionals: words } = parse(name, args);
  const text = (option: string): string | undefined =>
    typeof values[option] === "string" ? values[option] : undefined;
  const own: readonly unknown[] = Array.isArray(values["bieu"]) ? values["bieu"] : [];
  return {
    command: name,
    words,
    only: (what) => {
      const [first, ...others] = words;
      if (first === undefined || others.length > 0)
        throw new UsageError(`Lệnh ${name} cần đúng một ${what}.\n\n${USAGE}`);
      return first;
    },
    text,
    needed: (option, how) => {
      const given = text(option);
      if (given === undefined) throw new UsageError(`Thiếu ${how}.\n\n${USAGE}`);
      return given;
    },
    flag: (option) => values[option] === true,
    period: () => {
      const given = text("ky");
      return given === undefined ? {} : { period: periodNamed(given) };
    },
    ownForms: own.filter((path) => typeof path === "string"),
  };
}

const isCommand = (name: string): name is Command => Object.hasOwn(OPTIONS, name);

function parse(command: Command, args: readonly string[]) {
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
