import { columnWords } from "../../core/check/rule";
import { periodCode } from "../../core/form/period";
import type { Form } from "../../core/form/types";
import { writeFigure } from "../../core/number";
import { groupedFingerprint, parseFingerprint } from "../../core/submit/fingerprint";
import { figureChanges, verifyCopy, type FigureChange, type VerifiedTable } from "../../core/submit/verify";
import type { FigureTable } from "../../core/table/figures";
import { formsOf, withOwnForms } from "../../forms/own";
import { openWorkbook } from "../../xlsx/open";
import { readInput, type Io } from "../io";
import { openTables } from "../tables";
import { UsageError } from "../usage-error";

export interface VerifyOptions {
  readonly input: string;
  /** The working file that the copy was made from. */
  readonly original?: string;
  /** A fingerprint that was kept apart from the copy. */
  readonly fingerprint?: string;
  readonly forms: readonly Form[];
}

/** `bieu verify`: 0 the figures are those that were checked, 1 they are not, 2 it cannot be told. */
export async function verify(options: VerifyOptions, io: Io): Promise<number> {
  const { input, original, forms } = options;
  const kept = options.fingerprint === undefined ? undefined : parseFingerprint(options.fingerprint);
  if (options.fingerprint !== undefined && kept === undefined) {
    throw new UsageError("Dấu vân tay sau --dau-van-tay phải có 64 chữ số thập lục phân (0-9, a-f).");
  }
  const working = original === undefined ? undefined : await openTables(original, undefined, forms);
  const book = await openWorkbook(await readInput(input));
  const carried = working ? formsOf(working.memory).forms : [];
  const known = withOwnForms([...forms, ...carried]);
  const copy = { sheets: book.sheets.map(({ name }) => name), grid: (name: string) => book.grid(name) };
  const read = await verifyCopy(copy, known);
  if (read.kind === "no-slip") {
    io.error(`${input} không có trang Phiếu kiểm tra nên không đối chiếu được.`);
    return 2;
  }
  if (read.kind === "damaged") {
    io.error(`Phiếu kiểm tra trong ${input} thiếu hoặc hỏng dòng “${read.problem.line}” nên không đối chiếu được.`);
    return 2;
  }
  const { slip, tables } = read;
  io.out(`Người lập: ${slip.person} · ${slip.at}`);
  if (!slip.untouched) io.out("Phiếu kiểm tra đã bị sửa sau khi lập: lời trên phiếu không còn như lúc nộp.");
  const codes = tables.map((table) =>
    known.some(({ id }) => id === table.said.formId)
      ? sayTable(table, working?.tables, io)
      : sayUnknownForm(table.said.formId, io),
  );
  if (kept !== undefined) codes.push(sayKept(kept, tables, io));
  if (codes.includes(1) || !slip.untouched) return 1;
  return codes.includes(2) ? 2 : 0;
}

/** A form of somebody's own, which neither the command line nor the working file brings along. */
function sayUnknownForm(formId: string, io: Io): 2 {
  io.out(
    `Không có biểu ${formId} để đọc bản nộp. Thêm --bieu và biểu riêng ấy, hoặc --goc và tệp làm việc mang theo nó.`,
  );
  return 2;
}

function sayTable(verified: VerifiedTable, working: readonly FigureTable[] | undefined, io: Io): 0 | 1 | 2 {
  const { said, table, outcome } = verified;
  const name = `${said.formId} ${periodCode(said.period)}, trang tính “${said.sheet}”`;
  if (outcome === "no-sheet" || !table) {
    io.out(`${name}: không thấy bảng này trong bản nộp, hoặc không còn nhận ra biểu.`);
    return 1;
  }
  if (outcome === "same") io.out(`${name}: số liệu đúng như lúc kiểm tra.`);
  if (outcome === "changed") io.out(`${name}: SỐ LIỆU ĐÃ THAY ĐỔI sau khi kiểm tra.`);
  if (outcome === "other-version") {
    io.out(
      `${name}: lập theo định nghĩa bản ${said.version}, chương trình này có bản ${table.binding.form?.version}; không kết luận được.`,
    );
  }
  const before = working && sourceOf(said.formId, said.period, working);
  if (working && !before) io.out("  Tệp gốc không có biểu và kỳ này nên không so được từng ô.");
  const changes = before ? figureChanges(before, table) : [];
  for (const change of changes) io.out(`  ${changeWords(change, table)}`);
  if (before && changes.length === 0) {
    io.out(
      outcome === "changed"
        ? "  Từng ô vẫn giống tệp gốc: biểu, kỳ, đơn vị hoặc dấu vân tay trên phiếu đã bị sửa."
        : "  Từng ô giống tệp gốc.",
    );
  } else if (outcome === "changed" && !working) {
    io.out("  Thêm --goc và tệp làm việc để biết ô nào đã đổi.");
  }
  // A slip that was made anew for changed figures is seen against the working file only.
  if (changes.length > 0 && outcome === "same") io.out("  Bản nộp khác tệp gốc dù phiếu khớp với số trong bản nộp.");
  if (changes.length > 0 || outcome === "changed") return 1;
  // Nothing to compare with is no agreement: whoever asks for the working file wants to know about the working file.
  return outcome === "other-version" || (working && !before) ? 2 : 0;
}

function sourceOf(formId: string, period: VerifiedTable["said"]["period"], working: readonly FigureTable[]) {
  const same = working.filter(({ binding }) => binding.form?.id === formId);
  const ofPeriod = same.filter(({ binding }) => !binding.period || periodCode(binding.period) === periodCode(period));
  return ofPeriod.length === 1 ? ofPeriod[0] : undefined;
}

/** "LAO_03 “Số người …”, Thực hiện: 1200 → 1201 (F13 trong bản nộp, F13 trong tệp gốc)." */
function changeWords(
  { row, label, role, measure, before, after, atBefore, atAfter }: FigureChange,
  table: FigureTable,
) {
  const name = row.startsWith("~") ? `“${label}”` : `${row} “${label}”`;
  const places = [
    ...(atAfter === undefined ? [] : [`${atAfter} trong bản nộp`]),
    ...(atBefore === undefined ? [] : [`${atBefore} trong tệp gốc`]),
  ].join(", ");
  return `${name}, ${columnWords(table, role, measure)}: ${figureWords(before)} → ${figureWords(after)} (${places}).`;
}

/** A figure of the canonical text as people write it. */
function figureWords(text: string | undefined): string {
  if (text === undefined) return "không có dòng";
  if (text === "") return "trống";
  const decimals = /^-?\d+(?:\.(\d+))?$/.exec(text);
  return decimals ? writeFigure(Number(text), (decimals[1] ?? "").length) : text;
}

function sayKept(kept: string, tables: readonly VerifiedTable[], io: Io): 0 | 1 {
  if (tables.some(({ now }) => now === kept)) {
    io.out("Số liệu trong bản nộp khớp với dấu vân tay đã giữ.");
    return 0;
  }
  const now = tables.flatMap((table) => table.now ?? []).map(groupedFingerprint);
  io.out(
    `Số liệu trong bản nộp KHÔNG khớp với dấu vân tay đã giữ. Dấu vân tay bây giờ: ${now.join("; ") || "không có"}.`,
  );
  return 1;
}
