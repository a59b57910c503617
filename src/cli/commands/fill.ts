import { planFill, type FillPlan } from "../../core/fill/fill";
import { filledProperty } from "../../core/form/metadata";
import type { FillMode } from "../../core/table/binding";
import { applyEdits } from "../../xlsx/patch";
import { setCustomProperty } from "../../xlsx/set-property";
import { writeOutput, type Io } from "../io";
import { openTables, tableName } from "../tables";
import { UsageError } from "../usage-error";

/** The ways of filling as they are typed after `--cach`. */
export const FILL_MODES: Readonly<Record<string, FillMode>> = {
  ham: "functions",
  "cong-thuc": "formulas",
  "gia-tri": "values",
};

export interface FillOptions {
  readonly input: string;
  readonly output: string;
  readonly mode: string;
  readonly overwrite: boolean;
}

/** `bieu fill`: So với KH and So với cùng kỳ of every table in the workbook. */
export async function fill(options: FillOptions, io: Io): Promise<number> {
  const mode = Object.hasOwn(FILL_MODES, options.mode) ? FILL_MODES[options.mode] : undefined;
  if (!mode) throw new UsageError(`Không có cách điền "${options.mode}". Các cách: ham, cong-thuc, gia-tri.`);
  const { workbook, tables } = await openTables(options.input);
  let { bytes } = workbook;
  for (const table of tables) {
    const { sheet } = table.grid;
    if (workbook.sheets.find(({ name }) => name === sheet)?.protected) {
      throw new UsageError(
        `Trang tính “${sheet}” đang khóa. Bỏ khóa (Xem lại > Bỏ bảo vệ trang tính) rồi thử lại; Biểu Y tế không tự mở khóa.`,
      );
    }
    const plan = planFill(table, mode);
    bytes = applyEdits(bytes, sheet, plan.edits);
    const property = filledProperty(workbook.customProperties, sheet, mode);
    if (property) bytes = setCustomProperty(bytes, property.name, property.value);
    say(plan, tableName(table), sheet, io);
  }
  await writeOutput(options.output, bytes, options.overwrite, [options.input]);
  io.out(`Đã ghi ${options.output}.`);
  return 0;
}

function say(plan: FillPlan, name: string, sheet: string, io: Io): void {
  const { vsPlan, vsSamePeriod } = plan.filled;
  io.out(
    `${name}, trang “${sheet}”: điền ${vsPlan} ô So với KH và ${vsSamePeriod} ô So với cùng kỳ; ${plan.leftBlank.length} ô để trống vì không đủ số để so.`,
  );
  if (plan.replaced.length === 0) return;
  io.out(`Đã thay ${plan.replaced.length} ô gõ tay:`);
  for (const { at, from, to } of plan.replaced)
    io.out(`  ${at}: ${from} → ${to === "" ? "trống" : to.replace(".", ",")}`);
}
