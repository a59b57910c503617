import { checkTogether } from "../../core/check/across-forms";
import type { Finding } from "../../core/check/finding";
import { readMetadata } from "../../core/form/metadata";
import type { Period } from "../../core/form/period";
import type { Form } from "../../core/form/types";
import { writeInteger } from "../../core/number";
import { sendable, type Sendable } from "../../core/submit/copy-sheet";
import { groupedFingerprint } from "../../core/submit/fingerprint";
import { gateOf, type Gate } from "../../core/submit/gate";
import { GATE_TEXTS } from "../../core/submit/texts.vi";
import type { FigureTable } from "../../core/table/figures";
import { explanationsOf, memoryOf } from "../../core/workbook/memory";
import { shippedLinks } from "../../forms/links";
import { makeSentCopy } from "../../xlsx/sent-copy";
import { refuseTargets, writeOutputs, type Io, type Output } from "../io";
import { MEMORY_DAMAGED, openTables, tableName } from "../tables";
import { UsageError } from "../usage-error";
import { machineCopies, type MachineTargets } from "./machine-copies";

export interface SubmitOptions extends MachineTargets {
  readonly input: string;
  readonly output: string;
  /** Who sends it. */
  readonly person: string;
  /** The reporting unit, where the workbook does not say it. */
  readonly unit?: string;
  /** The period, where the workbook does not say it. */
  readonly period?: Period;
  readonly forms: readonly Form[];
  readonly overwrite: boolean;
}

interface Judged {
  readonly table: FigureTable;
  readonly gate: Gate;
}

/** `bieu submit` (nộp): exit code 1 with the reasons where the gate is closed; then nothing is written. */
export async function submit(options: SubmitOptions, io: Io): Promise<number> {
  const { input, output, person, overwrite } = options;
  if (person.trim() === "") throw new UsageError("Tên người nộp đang trống; hãy ghi họ tên sau --nguoi.");
  const targets = [options.sdmx, options.dhis2, output].filter((path) => path !== undefined);
  const inputs = [input, ...(options.mapping === undefined ? [] : [options.mapping])];
  refuseTargets(targets, overwrite, inputs);
  const { judged, left, memoryDamaged } = await judge(options);
  if (memoryDamaged) io.out(MEMORY_DAMAGED);
  for (const name of left) io.out(`Không nộp trang tính “${name}”: đang ẩn, hoặc không có biểu.`);
  for (const one of judged) say(one, io);
  const closed = judged.reduce((sum, { gate }) => sum + gate.items.filter(({ state }) => state === "open").length, 0);
  if (closed > 0) {
    io.out(GATE_TEXTS.blocked(closed));
    return 1;
  }
  const tables = judged.flatMap(({ table, gate }): (Sendable & { gate: Gate })[] => {
    const one = sendable(table);
    return one ? [{ ...one, gate }] : [];
  });
  const at = io.now();
  const machine = await machineCopies(options, tables);
  const copy = await makeSentCopy({ tables, person, at });
  // The copy comes last: where it is, the others are too.
  const outputs: Output[] = [...machine.outputs, { path: output, content: copy.bytes }];
  await writeOutputs(outputs, overwrite, inputs);
  for (const { path } of outputs) io.out(`Đã ghi ${path}.`);
  for (const line of machine.lines) io.out(line);
  for (const { sheet, fingerprint } of copy.fingerprints) {
    io.out(`Dấu vân tay ${sheet}: ${groupedFingerprint(fingerprint)}`);
  }
  io.out("Hãy giữ dấu vân tay này: so với bản nộp về sau bằng bieu verify --dau-van-tay.");
  return 0;
}

/** Reads everything anew, once, checks it with every rule, and asks the gate's questions. */
async function judge({ input, unit, period, forms }: SubmitOptions) {
  const { workbook, tables, otherSheets, memory, memoryDamaged } = await openTables(input, period, forms);
  const metadata = readMetadata(workbook.customProperties);
  const hidden = new Set(workbook.sheets.filter((sheet) => sheet.hidden).map(({ name }) => name));
  const shown = tables
    .filter(({ grid }) => !hidden.has(grid.sheet))
    .map((read) => {
      const { sheet } = read.grid;
      const adopted = memoryOf(memory, sheet)?.adopted;
      const own = read.binding.unit ?? "";
      const said = own === "" ? (adopted?.unit ?? "") : own;
      return {
        ...read,
        binding: { ...read.binding, unit: said === "" ? (unit ?? "").normalize("NFC").trim() : said },
      };
    });
  const results = checkTogether(shown, shippedLinks());
  const judged = shown.map((table, index): Judged => {
    const { sheet } = table.grid;
    const madeWith =
      metadata.find((entry) => entry.sheet === sheet)?.version ?? memoryOf(memory, sheet)?.adopted?.version;
    const explanations = explanationsOf(memory, sheet);
    const result = results[index]!;
    return { table, gate: gateOf({ table, result, explanations, ...(madeWith !== undefined && { madeWith }) }) };
  });
  if (judged.length === 0) throw new UsageError(`Trong ${input} chỉ có biểu ở trang tính ẩn; hãy hiện trang cần nộp.`);
  const hiddenTables = tables.map(({ grid }) => grid.sheet).filter((name) => hidden.has(name));
  return { judged, left: [...otherSheets, ...hiddenTables], memoryDamaged };
}

const MARKS = { done: "đạt", open: "CHƯA", note: "lưu ý" } as const;

function say({ table, gate }: Judged, io: Io): void {
  io.out(`${tableName(table)} · trang tính “${table.grid.sheet}”`);
  for (const item of gate.items) {
    io.out(`  [${MARKS[item.state]}] ${GATE_TEXTS.title[item.question]}: ${GATE_TEXTS.answer(item, gate.counts)}`);
    for (const finding of item.findings) io.out(`      ${lineOf(finding)}`);
  }
  const { unchecked, stale } = gate;
  if (stale.length > 0) {
    io.out(`  ${writeInteger(stale.length)} giải trình không còn ứng với cảnh báo nào: số liệu đã đổi hoặc đã sửa.`);
  }
  if (unchecked.length > 0) {
    io.out(`  Chưa kiểm tra được (${writeInteger(unchecked.length)}):`);
    for (const { cell = "", message } of unchecked) io.out(`      ${cell.padEnd(6)} ${message}`);
  }
}

const lineOf = ({ cell, rule, title, message, fix }: Finding) =>
  `${cell.padEnd(6)} ${rule.padEnd(4)} ${title}. ${message} ${fix}`;
