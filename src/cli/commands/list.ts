import { withoutPlaces } from "../../core/form/template";
import type { Form } from "../../core/form/types";
import { withOwnForms } from "../../forms/own";
import type { Io } from "../io";

const SPANS = { quarter: "quý", half: "6 tháng", nine: "9 tháng", year: "năm" } as const;

/** `bieu list`: the forms that can be made, the user's own after the shipped ones. */
export function list(io: Io, own: readonly Form[] = []): number {
  for (const form of withOwnForms(own)) {
    const periods = form.periods.map((span) => SPANS[span]).join(", ");
    io.out(
      `${form.id.padEnd(6)} ${form.number.padEnd(13)} ${withoutPlaces(form.title)} (${form.indicators.length} chỉ tiêu; kỳ: ${periods})`,
    );
  }
  return 0;
}
