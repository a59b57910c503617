import type { Period } from "../../core/form/period";
import type { Form } from "../../core/form/types";
import { rowSentences, sectionSentence, sectionsOf } from "../../core/report/sentences";
import type { FigureTable } from "../../core/table/figures";
import type { Io } from "../io";
import { openTables, tableName } from "../tables";
import { UsageError } from "../usage-error";

export interface SentencesOptions {
  readonly input: string;
  /** Rows of the sheet as typed: "12,14-20". */
  readonly rows?: string;
  /** Code of a heading: one paragraph per group of its rows. */
  readonly section?: string;
  readonly json: boolean;
  /** The period, where the workbook does not say it. */
  readonly period?: Period;
  /** Forms of the user's own. */
  readonly forms?: readonly Form[];
}

/** `bieu sentences`: the report's own sentences for the rows or a section of every table of a workbook. */
export async function sentences(options: SentencesOptions, io: Io): Promise<number> {
  const isWanted = options.rows === undefined ? () => true : rowsNamed(options.rows);
  const { tables } = await openTables(options.input, options.period, options.forms);
  const { section } = options;
  if (section !== undefined) {
    const holding = tables.filter(({ binding }) => binding.form?.byCode.get(section)?.row === "heading");
    if (holding.length === 0) throw new UsageError(noSection(section, tables));
    const told = holding.map((table) => ({ table, text: sectionSentence(table, section) }));
    if (options.json) {
      const forms = told.map(({ table, text }) => ({ ...headJson(table), section, text: text ?? null }));
      io.out(JSON.stringify({ file: options.input, forms }, null, 2));
    } else io.out(told.map(({ text }) => text ?? `Mục ${section} chưa có số thực hiện.`).join("\n"));
    return 0;
  }
  const told = tables.map((table) => ({ table, own: rowSentences(table, ({ row }) => isWanted(row + 1)) }));
  if (options.json) {
    const forms = told.map(({ table, own }) => ({ ...headJson(table), sentences: own }));
    io.out(JSON.stringify({ file: options.input, forms }, null, 2));
    return 0;
  }
  const lines = told.flatMap(({ table, own }) => [
    ...(tables.length > 1 ? [`${tableName(table)} · trang tính “${table.grid.sheet}”`] : []),
    ...own.map(({ sentence }) => sentence),
  ]);
  const empty = told.every(({ own }) => own.length === 0);
  io.out(empty ? "Các dòng này chưa có số thực hiện, hoặc chưa nhận ra là chỉ tiêu nào." : lines.join("\n"));
  return 0;
}

const headJson = ({ grid, binding }: FigureTable) => ({ sheet: grid.sheet, form: binding.form?.id ?? null });

/** Which rows "12,14-20" names. */
function rowsNamed(text: string): (row: number) => boolean {
  const ranges = text.split(",").map((part) => {
    const match = /^\s*(\d{1,7})\s*(?:-\s*(\d{1,7})\s*)?$/.exec(part);
    const [from, to] = [Number(match?.[1]), Number(match?.[2] ?? match?.[1])];
    if (!match || from < 1 || to < from) {
      throw new UsageError(`Dòng "${text}" không đọc được. Cách viết: --dong 12,14-20.`);
    }
    return { from, to };
  });
  return (row) => ranges.some(({ from, to }) => from <= row && row <= to);
}

function noSection(section: string, tables: readonly FigureTable[]): string {
  const known = tables
    .flatMap(({ binding }) => sectionsOf(binding.form))
    .map(({ code, label }) => `  ${code}  ${label}`);
  const list = known.length > 0 ? ` Các mục có trong tệp:\n${known.join("\n")}` : " Biểu trong tệp không chia mục.";
  return `Không có mục "${section}".${list}`;
}
