import type { Period } from "../../core/form/period";
import type { Form } from "../../core/form/types";
import { mappingTemplate } from "../../core/submit/dhis2-mapping";
import { withOwnForms } from "../../forms/own";
import { writeOutput, type Io } from "../io";
import { UsageError } from "../usage-error";

export interface MappingOptions {
  readonly form: string;
  readonly output: string;
  readonly unit?: string;
  readonly period?: Period;
  readonly forms: readonly Form[];
  readonly overwrite: boolean;
}

/** `bieu mapping`: the mapping file for DHIS2, to be filled in. */
export async function mapping({ form: id, output, forms: own, overwrite, ...given }: MappingOptions, io: Io) {
  const forms = withOwnForms(own);
  const form = forms.find((one) => one.id === id.toUpperCase());
  if (!form) throw new UsageError(`Không có biểu ${id}. Các biểu: ${forms.map((one) => one.id).join(", ")}.`);
  await writeOutput(output, mappingTemplate(form, given), overwrite);
  io.out(
    `Đã tạo tệp ánh xạ ${output}: ${form.indicators.length} chỉ tiêu. Mở bằng Excel, ghi mã DHIS2 rồi lưu dạng CSV UTF-8.`,
  );
  return 0;
}
