import { filledProperty } from "../../core/form/metadata";
import { writeInteger } from "../../core/number";
import { setCustomProperty } from "../../xlsx/properties";
import { freezeSheets } from "../../xlsx/freeze";
import { openWorkbook } from "../../xlsx/open";
import { readInput, writeOutput, type Io } from "../io";

export interface FreezeOptions {
  readonly input: string;
  readonly output: string;
  readonly overwrite: boolean;
}

/** `bieu freeze` (chốt số): every formula becomes its value; what people see stays the same. */
export async function freeze(options: FreezeOptions, io: Io): Promise<number> {
  const bytes = await readInput(options.input);
  const workbook = await openWorkbook(bytes);
  const formulas = workbook.sheets.reduce((count, { name }) => count + countFormulas(workbook.grid(name).rows), 0);
  const frozen = workbook.sheets.reduce((file, { name }) => {
    const property = filledProperty(workbook.customProperties, name, "values");
    return property ? setCustomProperty(file, property.name, property.value) : file;
  }, freezeSheets(bytes));
  await writeOutput(options.output, frozen, options.overwrite, [options.input]);
  io.out(`Đã chốt số: ${writeInteger(formulas)} công thức thành giá trị, ghi vào ${options.output}.`);
  return 0;
}

function countFormulas(rows: readonly (readonly ({ readonly formula?: string } | undefined)[])[]): number {
  return rows.reduce((count, cells) => count + cells.filter((cell) => cell?.formula !== undefined).length, 0);
}
