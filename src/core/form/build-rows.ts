/** Makes a form's rows of the lines of indicators.csv. */

import {
  ACCRUALS,
  COMPARISONS,
  KINDS,
  readBounds,
  readDirection,
  readExpression,
  readList,
  ROLL_UPS,
} from "./definition-words";
import { MISSING_WORDS, type Missing } from "./missing";
import type { Problem } from "./problem";
import type { RowRecord } from "./row-file";
import type { Heading, Indicator, InputRole, Row, Traits } from "./types";

const PRESETS: Readonly<Record<string, InputRole>> = { "Sẵn KH": "plan", "Sẵn KH sau": "laterPlan" };

/** Makes rows of lines that the schema has passed. */
export function buildRows(records: readonly RowRecord[], problems: Problem[]): Row[] {
  const above: Heading[] = [];
  return records.map(({ line, fields }) => {
    const level = Number(fields["Cấp"]);
    const isHeading = fields["Loại dòng"] === "mục";
    if (isHeading) while (above.length > 0 && above.at(-1)!.level >= level) above.pop();
    const base = {
      code: fields["Mã số"]!,
      level,
      tt: fields["TT"] ?? "",
      marker: fields["Dấu"] ?? "",
      label: fields["Chỉ tiêu"]!,
      aliases: readList(fields["Tên khác"], "|"),
      path: above.map((heading) => heading.code),
    };
    if (isHeading) {
      const heading: Heading = { row: "heading", ...base };
      above.push(heading);
      return heading;
    }
    const formula = readExpression(fields["Cách tính"], line, problems);
    const total = readExpression(fields["Bằng tổng"], line, problems);
    const indicator: Indicator = {
      row: "indicator",
      ...base,
      ...traits(fields),
      ...(formula && { formula }),
      ...(total && { total }),
      partOf: readList(fields["Trong đó của"], ","),
      subsetOf: readList(fields["Tập con của"], ","),
      newOf: readList(fields["Mới của"], ","),
      sameAs: readList(fields["Bằng với"], ","),
      missing: missing(fields),
      presets: Object.fromEntries(
        Object.entries(PRESETS).flatMap(([name, role]) => (fields[name] ? [[role, fields[name]]] : [])),
      ),
      note: fields["Ghi chú"] ?? "",
    };
    return indicator;
  });
}

/** "Thiếu ở dòng này" and "Thiếu ở dòng kia", as far as they are given. */
function missing(fields: Readonly<Record<string, string>>): Partial<Missing> {
  const own = MISSING_WORDS[fields["Thiếu ở dòng này"] ?? ""];
  const others = MISSING_WORDS[fields["Thiếu ở dòng kia"] ?? ""];
  return { ...(own && { own }), ...(others && { others }) };
}

function traits(fields: Readonly<Record<string, string>>): Traits {
  const bounds = fields["Giới hạn"] === undefined ? undefined : readBounds(fields["Giới hạn"]);
  return {
    unit: fields["Đơn vị tính"]!,
    kind: KINDS[fields["Loại số"]!]!,
    accrual: ACCRUALS[fields["Cộng dồn"]!]!,
    direction: readDirection(fields["Chiều"]!),
    decimals: Number(fields["Số lẻ"]),
    comparison: COMPARISONS[fields["So cùng kỳ"]!]!,
    ...(bounds && { bounds }),
    required: fields["Bắt buộc"] === "có",
    rollUp: ROLL_UPS[fields["Gộp"]!]!,
  };
}
