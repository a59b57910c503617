import { mkdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { periodWords } from "../../core/form/period";
import type { Form } from "../../core/form/types";
import { learnTable } from "../../core/learn/learn";
import { formIdOf, ownForm } from "../../core/learn/own-form";
import { problemWords } from "../../core/learn/own-form-file";
import { LEARN_VI } from "../../core/learn/texts.vi";
import type { Learned, Suggestion } from "../../core/learn/types";
import { evidenceLines, noteWords, rowLabel, suggestionWords } from "../../core/learn/words";
import { writeInteger } from "../../core/number";
import type { FigureTable } from "../../core/table/figures";
import { guardedTable } from "../../core/text/spreadsheet-text";
import { FORM_SOURCES } from "../../forms";
import { loadOwnForm } from "../../forms/own";
import { refuseTargets, writeOutputs, type Io } from "../io";
import { openTables } from "../tables";
import { UsageError } from "../usage-error";

export interface LearnOptions {
  readonly input: string;
  /** The folder of the new form; without one the suggestions are only told. */
  readonly output?: string;
  /** Which suggestions become rules. */
  readonly accept: "none" | "sure" | "all";
  readonly forms: readonly Form[];
  readonly overwrite: boolean;
}

/** What may stand after `--nhan`. */
export const ACCEPT: Readonly<Record<string, LearnOptions["accept"]>> = { "tat-ca": "all", "chac-chan": "sure" };

const ORDER = ["total", "rate", "part", "same"] as const;

/**
 * `bieu learn`: what the numbers of a table without a definition suggest, and a form of one's own made of it. Nothing
 * becomes a rule that was not accepted; what was not stays in the form's column Ghi chú, to be moved by hand.
 */
export async function learn(options: LearnOptions, io: Io): Promise<number> {
  const { input, output, accept } = options;
  const { tables } = await openTables(input, undefined, options.forms);
  const table = chosenTable(tables, input, io);
  const learned = learnTable(table.grid, table.binding);
  tell(learned, table, io);
  const accepted = learned.suggestions.filter(
    ({ trust }) => accept === "all" || (accept === "sure" && trust === "sure"),
  );
  if (output === undefined) {
    if (learned.suggestions.length > 0)
      io.out("Thêm -o thư-mục để lập biểu riêng; --nhan chac-chan hoặc tat-ca để nhận gợi ý.");
    return 0;
  }
  await writeForm(table, learned, accepted, output, options, io);
  return 0;
}

function chosenTable(tables: readonly FigureTable[], input: string, io: Io): FigureTable {
  const unknown = tables.filter(({ binding }) => !binding.form);
  const [table, ...others] = unknown;
  if (!table) {
    const known = tables.map(({ binding, grid }) => `“${grid.sheet}” là ${binding.form!.id}`).join(", ");
    throw new UsageError(`Mọi bảng trong ${input} đã có định nghĩa (${known}) nên không cần lập biểu riêng.`);
  }
  if (others.length > 0) {
    const names = others.map(({ grid }) => `“${grid.sheet}”`).join(", ");
    io.out(`Tệp có ${unknown.length} bảng chưa nhận ra; lập biểu cho “${table.grid.sheet}”. Chưa xem: ${names}.`);
  }
  return table;
}

function tell(learned: Learned, { grid, binding }: FigureTable, io: Io): void {
  const { rows, suggestions } = learned;
  const period = binding.period ? ` · ${periodWords(binding.period)}` : "";
  const indicators = rows.filter(({ heading }) => !heading).length;
  io.out(
    `Trang tính “${grid.sheet}”${period}: ${writeInteger(indicators)} chỉ tiêu, ${writeInteger(suggestions.length)} gợi ý.`,
  );
  if (suggestions.length === 0) io.out("Số liệu không cho thấy tổng hay tỷ lệ nào đủ chắc.");
  for (const type of ORDER) {
    const own = suggestions.filter((one) => one.type === type);
    if (own.length === 0) continue;
    io.out(`${LEARN_VI.groups[type]} (${own.length})`);
    for (const one of own) {
      io.out(`  ${rowLabel(learned, one)}`);
      io.out(`    ${LEARN_VI.trust[one.trust]}: ${LEARN_VI.question(suggestionWords(learned, one, LEARN_VI))}`);
      io.out(`    ${evidenceLines(learned, one, LEARN_VI).join("   ")}`);
    }
  }
}

async function writeForm(
  table: FigureTable,
  learned: Learned,
  accepted: readonly Suggestion[],
  output: string,
  { input, overwrite, forms }: LearnOptions,
  io: Io,
): Promise<void> {
  const taken = [...Object.keys(FORM_SOURCES), ...forms.map(({ id }) => id)];
  const id = formIdOf(basename(resolve(output)), taken);
  const parts = ownForm(learned, table.binding, {
    id,
    title: `Biểu riêng lập từ trang “${table.grid.sheet}”`,
    source: `${basename(input)}, trang “${table.grid.sheet}”`,
    accepted: new Set(accepted.map((one) => one.id)),
    note: noteWords(LEARN_VI),
  });
  const loaded = loadOwnForm(parts);
  if (!loaded.ok) {
    const lines = loaded.problems.slice(0, 10).map((problem) => `  ${problemWords(problem)}`);
    throw new UsageError(`Chưa lập được biểu từ bảng này:\n${lines.join("\n")}`);
  }
  const files = [
    { path: join(output, "form.json"), content: `${JSON.stringify(parts.meta, null, 2)}\n` },
    { path: join(output, "indicators.csv"), content: `\ufeff${guardedTable(parts.rows)}` },
  ];
  refuseTargets(
    files.map(({ path }) => path),
    overwrite,
    [input],
  );
  try {
    await mkdir(output, { recursive: true });
  } catch {
    throw new UsageError(`Không tạo được thư mục ${output}.`);
  }
  // Both or neither: half a form is none.
  await writeOutputs(files, overwrite, [input]);
  const left = learned.suggestions.length - accepted.length;
  io.out(
    `Đã lập biểu ${id} trong ${output}: ${loaded.form.indicators.length} chỉ tiêu, ${accepted.length} quy tắc` +
      `${left > 0 ? `; ${left} gợi ý chưa nhận ghi ở cột Ghi chú` : ""}.`,
  );
  io.out(`Sửa indicators.csv bằng Excel hoặc LibreOffice; dùng biểu bằng --bieu ${output}.`);
}
