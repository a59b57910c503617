import { periodWords } from "../../core/form/period";
import { decodeText } from "../../core/text/spreadsheet-text";
import { writeInteger } from "../../core/number";
import type { Sendable } from "../../core/submit/copy-sheet";
import { dhis2Payload, type LeftOut } from "../../core/submit/dhis2";
import { readMapping } from "../../core/submit/dhis2-mapping";
import { sdmxCsv } from "../../core/submit/sdmx";
import { readInput, type Output } from "../io";
import { UsageError } from "../usage-error";

/** Copies for machines beside the copy for people. */
export interface MachineTargets {
  /** Where the SDMX-CSV goes. */
  readonly sdmx?: string;
  /** Where the DHIS2 JSON goes. */
  readonly dhis2?: string;
  /** The mapping file that the DHIS2 JSON needs. */
  readonly mapping?: string;
}

/** Problems of a mapping file that are told; the rest are counted. */
const TOLD = 20;

const WHY: Readonly<Record<LeftOut["why"], string>> = {
  "not-mapped": "chưa có trong tệp ánh xạ",
  blank: "để trống",
  "not-collected": "ghi “…”, chưa thu thập",
  "no-number": "không phải một số",
};

/**
 * Makes the machine copies that are asked for; nothing is written yet.
 *
 * @returns the files, and what is to be told about them
 * @throws UsageError where the mapping does not do
 */
export async function machineCopies(
  { sdmx, dhis2, mapping }: MachineTargets,
  tables: readonly Sendable[],
): Promise<{ readonly outputs: Output[]; readonly lines: string[] }> {
  const outputs: Output[] = [];
  const lines: string[] = [];
  if (sdmx !== undefined) outputs.push({ path: sdmx, content: sdmxCsv(tables) });
  if (dhis2 === undefined) return { outputs, lines };
  if (mapping === undefined) throw new UsageError("--dhis2 cần tệp ánh xạ: thêm --anh-xa (tạo mẫu bằng bieu mapping).");
  const forms = tables.map(({ form }) => form);
  const decoded = decodeText(await readInput(mapping));
  if (!decoded.ok) throw new UsageError(`Không đọc được tệp ánh xạ ${mapping}. ${decoded.message}`);
  const read = readMapping(decoded.text, forms);
  if (read.problems.length > 0) {
    const told = read.problems.slice(0, TOLD).map(({ line, message }) => `  dòng ${line}: ${message}`);
    if (read.problems.length > TOLD) told.push(`  và ${read.problems.length - TOLD} chỗ nữa.`);
    throw new UsageError(`Tệp ánh xạ ${mapping} có ${read.problems.length} chỗ cần sửa:\n${told.join("\n")}`);
  }
  const [table, ...others] = tables;
  if (!table || others.length > 0) {
    throw new UsageError("--dhis2 làm cho tệp có một biểu; hãy tách các biểu ra từng tệp.");
  }
  const made = dhis2Payload(table, read.mapping);
  if (made.kind === "no-unit") {
    throw new UsageError(`Tệp ánh xạ ${mapping} chưa có mã DHIS2 cho đơn vị “${table.unit}”.`);
  }
  if (made.kind === "no-period") {
    throw new UsageError(
      `DHIS2 không có kỳ ${periodWords(table.period)}; hãy ghi kỳ DHIS2 tương ứng trên dòng Kỳ của tệp ánh xạ ${mapping}.`,
    );
  }
  outputs.push({ path: dhis2, content: `${JSON.stringify(made.payload, null, 2)}\n` });
  lines.push(
    `DHIS2: ${writeInteger(made.payload.dataValues.length)} số liệu, đơn vị ${made.payload.orgUnit}, kỳ ${made.payload.period}.`,
  );
  for (const why of Object.keys(WHY) as LeftOut["why"][]) {
    const left = made.left.filter((one) => one.why === why);
    if (left.length === 0) continue;
    const names = left.map(({ code, measure }) => (measure === "" ? code : `${code}/${measure}`)).join(", ");
    lines.push(`  Không có trong DHIS2 (${writeInteger(left.length)}), ${WHY[why]}: ${names}`);
  }
  return { outputs, lines };
}
