/** Several forms in one file: `bieu check` holds them against one another. */

import { layoutForm } from "../../src/core/form/layout";
import { metadataProperty } from "../../src/core/form/metadata";
import type { Period } from "../../src/core/form/period";
import { formById } from "../../src/forms";
import { createWorkbook } from "../../src/xlsx/create";
import { formSheet } from "../../src/xlsx/form-sheet";
import { openWorkbook } from "../../src/xlsx/open";
import { applyEdits } from "../../src/xlsx/patch";
import { desk } from "./support";

const UNIT = "Sở Y tế tỉnh Lai Châu";
const YEAR: Period = { span: "year", year: 2020 };

/** A file with B01 and B03, each of a period, with TH of the share of third children. */
async function bothForms(second: Period, figures: readonly [number, number]): Promise<Uint8Array> {
  const forms = [
    ["B01", YEAR, "CB_22"],
    ["B03", second, "DSM_05"],
  ] as const;
  const layouts = forms.map(([id, period]) => layoutForm(formById(id)!, period, UNIT));
  const remembered = forms.map(([formId, period], index) =>
    metadataProperty({ sheet: layouts[index]!.name, formId, version: "1.0", period, unit: UNIT }, index),
  );
  let file = await createWorkbook({
    sheets: layouts.map(formSheet),
    properties: { created: new Date("2021-01-05") },
    customProperties: Object.fromEntries(remembered.map(({ name, value }) => [name, value])),
  });
  forms.forEach(([, , code], index) => {
    const { name, columns, rowOf } = layouts[index]!;
    const column = columns.find(({ role }) => role === "actual")!.column;
    file = applyEdits(file, name, [{ row: rowOf.get(code)!, column, value: figures[index]! }]);
  });
  return file;
}

async function found(file: Uint8Array) {
  const at = desk();
  at.write("f.xlsx", file);
  const { out } = await at.bieu("check", "f.xlsx", "--json");
  const { forms } = JSON.parse(out) as { forms: { sheet: string; findings: Record<string, unknown>[] }[] };
  return forms.flatMap(({ sheet, findings }) =>
    findings.filter(({ rule }) => rule === "QH9").map(({ code, elsewhere }) => ({ sheet, code, elsewhere })),
  );
}

test("two forms of a file that differ are told at both, with the other's sheet and cell", async () => {
  const file = await bothForms(YEAR, [20.5, 20.22]);
  expect((await openWorkbook(file)).sheets.map(({ name }) => name)).toEqual(["B01", "B03"]);
  expect(await found(file)).toEqual([
    { sheet: "B01", code: "CB_22", elsewhere: [{ sheet: "B03", cell: expect.stringMatching(/^F\d+$/), value: 20.22 }] },
    { sheet: "B03", code: "DSM_05", elsewhere: [{ sheet: "B01", cell: expect.stringMatching(/^F\d+$/), value: 20.5 }] },
  ]);
});

test("forms that agree, or are of two years, are left alone", async () => {
  expect(await found(await bothForms(YEAR, [20.2, 20.22]))).toEqual([]);
  expect(await found(await bothForms({ span: "year", year: 2021 }, [20.5, 20.22]))).toEqual([]);
});
