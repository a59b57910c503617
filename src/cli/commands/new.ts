import { layoutForm, type SheetLayout } from "../../core/form/layout";
import { carryOver, type LeftBehind } from "../../core/fill/carry-over";
import { periodWords, type Period } from "../../core/form/period";
import type { Form } from "../../core/form/types";
import type { CellEdit } from "../../core/table/grid";
import { writeInteger } from "../../core/number";
import { formWorkbook } from "../../xlsx/form-sheet";
import { applyEdits } from "../../xlsx/patch";
import { writeOutput, type Io } from "../io";
import { formNamed } from "../own-forms";
import { periodNamed } from "../period";
import { openTables } from "../tables";
import { UsageError } from "../usage-error";

export interface NewOptions {
  readonly form: string;
  readonly period: string;
  readonly unit: string;
  readonly output: string;
  /** Last year's workbook, whose TH becomes CK. */
  readonly from?: string;
  readonly overwrite: boolean;
  /** Forms of the user's own. */
  readonly forms?: readonly Form[];
}

/** `bieu new`: a form's sheet for a period and a unit. */
export async function newWorkbook(options: NewOptions, io: Io): Promise<number> {
  const own = options.forms ?? [];
  const form = formNamed(options.form, own);
  const period = readPeriod(options.period, form);
  const unit = options.unit.normalize("NFC").trim();
  const layout = layoutForm(form, period, unit);
  let bytes = await formWorkbook(
    layout,
    { sheet: layout.name, formId: form.id, version: form.version, period, unit },
    io.now(),
  );

  let carried: Carried | undefined;
  if (options.from !== undefined) {
    carried = await carriedFrom(options.from, form, period, layout, own);
    bytes = applyEdits(bytes, layout.name, carried.edits);
  }
  await writeOutput(options.output, bytes, options.overwrite, options.from === undefined ? [] : [options.from]);
  io.out(`Đã tạo ${form.id}, ${periodWords(period)}: ${form.indicators.length} chỉ tiêu, ghi vào ${options.output}.`);
  if (carried) {
    io.out(`Đã chuyển ${writeInteger(carried.edits.length)} số thực hiện của ${options.from} thành số cùng kỳ.`);
    if (!carried.samePeriod) io.out("Lưu ý: tệp ấy không ghi rõ kỳ nên chưa đối chiếu được; hãy xem lại cột cùng kỳ.");
    for (const line of carried.left) io.out(`  Chưa chuyển: ${line}`);
  }
  return 0;
}

function readPeriod(text: string, form: Form): Period {
  const period = periodNamed(text);
  if (!form.periods.includes(period.span)) throw new UsageError(`Biểu ${form.id} không có kỳ ${periodWords(period)}.`);
  return period;
}

interface Carried {
  readonly edits: readonly CellEdit[];
  /** Whether last year's workbook says that it is of the same period. */
  readonly samePeriod: boolean;
  /** What was not carried over, said row by row. */
  readonly left: readonly string[];
}

/** Last year's TH as this year's CK. */
async function carriedFrom(
  path: string,
  form: Form,
  period: Period,
  layout: SheetLayout,
  own: readonly Form[],
): Promise<Carried> {
  const noColumn = () => new UsageError(`Biểu ${form.id} không có cột cùng kỳ nên không dùng được --tu.`);
  if (!layout.columns.some(({ role }) => role === "samePeriod")) throw noColumn();
  const { tables } = await openTables(path, undefined, own);
  const table = tables.find((candidate) => candidate.binding.form?.id === form.id);
  if (!table) throw new UsageError(`Trong ${path} không có biểu ${form.id}.`);
  const carried = carryOver(table, { form, period, rowOf: layout.rowOf, columns: layout.columns });
  switch (carried.kind) {
    case "no-column":
      throw noColumn();
    case "wrong-period": {
      const { found, wanted } = carried;
      throw new UsageError(`${path} là báo cáo ${periodWords(found)}; cùng kỳ của biểu mới là ${periodWords(wanted)}.`);
    }
    case "ready":
      return { edits: carried.edits, left: carried.left.map(leftWords), samePeriod: carried.periodKnown };
  }
}

function leftWords(left: LeftBehind): string {
  switch (left.kind) {
    case "doubtful":
      return `${left.code} “${left.label}”: ô thực hiện ghi “${left.written}”`;
    case "unbound":
      return `dòng “${left.label}” chưa gắn với chỉ tiêu nào`;
    case "no-row":
      return `${left.code} “${left.label}”: biểu mới không có dòng này`;
  }
}
