/** Larger forms than there are, to see how costs grow. */

import Papa from "papaparse";
import { loadForm } from "../../src/core/form/load";
import type { Form } from "../../src/core/form/types";
import { formById, FORM_SOURCES } from "../../src/forms";

/** PL02 with its rows repeated `times` over under new codes: the same relations, so many times as many. */
export function repeated(times: number): Form {
  const { meta, rows, schema } = FORM_SOURCES["PL02"]!;
  if (times === 1) return formById("PL02")!;
  const { data } = Papa.parse<string[]>(rows.replace(/^\ufeff/, ""), { delimiter: ";", skipEmptyLines: true });
  const [header, ...lines] = data as [string[], ...string[][]];
  const relational = ["Mã số", "Cách tính", "Bằng tổng", "Trong đó của", "Tập con của", "Mới của", "Bằng với"].map(
    (name) => header.indexOf(name),
  );
  const copies = Array.from({ length: times }, (_, copy) =>
    lines.map((line) =>
      line.map((value, at) =>
        relational.includes(at) ? value.replace(/[A-Z][A-Z0-9_]*/gi, (code) => `${code}_R${copy}`) : value,
      ),
    ),
  ).flat();
  const loaded = loadForm({ meta, schema, rows: Papa.unparse([header, ...copies], { delimiter: ";" }) });
  if (!loaded.ok) throw new Error(loaded.problems[0]?.message);
  return loaded.form;
}
