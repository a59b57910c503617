import type { Period } from "../../core/form/period";
import type { Form } from "../../core/form/types";
import { mappingTemplate } from "../../core/submit/dhis2-mapping";
import { writeOutput, type Io } from "../io";
import { formNamed } from "../own-forms";

export interface MappingOptions {
  readonly form: string;
  readonly output: string;
  readonly unit?: string;
  readonly period?: Period;
  readonly forms: readonly Form[];
  readonly overwrite: boolean;
}

/** `bieu mapping`: the mapping file for DHIS2, to be filled in. */
export async function mapping({ form: id, output, forms, overwrite, ...given }: MappingOptions, io: Io) {
  const form = formNamed(id, forms);
  await writeOutput(output, mappingTemplate(form, given), overwrite);
  io.out(
    `Đã tạo tệp ánh xạ ${output}: ${form.indicators.length} chỉ tiêu. Mở bằng Excel, ghi mã DHIS2 rồi lưu dạng CSV UTF-8.`,
  );
  return 0;
}
