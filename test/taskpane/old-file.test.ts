/** Last year's file, for carrying its figures over: its tables are read as the user took them when it was this year's. */

import { carryOver } from "../../src/core/fill/carry-over";
import { layoutForm } from "../../src/core/form/layout";
import { fold } from "../../src/core/text/fold";
import { memoryText, NO_MEMORY, remember, type RowAnswer } from "../../src/core/workbook/memory";
import { tablesIn } from "../../src/taskpane/old-file";
import { createWorkbook } from "../../src/xlsx/create";
import { putMemory } from "../../src/xlsx/memory";
import { count, formOf, HALF_2024 } from "../core/form/support";

const FORM = formOf([
  count("KCB_01", "Tổng số lượt khám bệnh"),
  count("KCB_02", "Số bệnh nhân điều trị nội trú"),
  count("KCB_03", "Tổng số ca phẫu thuật"),
  count("KCB_04", "Số giường bệnh thực kê"),
]);

/** Somebody's own table: the row that reads most like the beds is not the one that counts them. */
const ROWS = [
  ["Chỉ tiêu", "Kế hoạch năm 2023", "Thực hiện 6T.2023"],
  ["Tổng số lượt khám bệnh", 900, 400],
  ["Số bệnh nhân điều trị nội trú", 200, 80],
  ["Tổng số ca phẫu thuật", 50, 20],
  ["Giường bệnh thực kê", 70, 55],
  ["Giường có người nằm thật", 70, 61],
];

async function lastYear(answers: readonly RowAnswer[]): Promise<Uint8Array> {
  const bytes = await createWorkbook({
    sheets: [{ name: "Năm trước", rows: ROWS.map((cells) => cells.map((value) => ({ value }))) }],
    properties: { created: new Date(0) },
  });
  const adopted = { formId: FORM.id, version: "1.0", unit: "TTYT huyện A", answers };
  return putMemory(bytes, memoryText(remember(NO_MEMORY, "Năm trước", { adopted })));
}

/** What becomes this year's CK, by Mã số, and what is said to be left. */
async function carried(answers: readonly RowAnswer[]) {
  const [table] = await tablesIn(await lastYear(answers), [FORM]);
  const { rowOf, columns } = layoutForm(FORM, HALF_2024, "");
  const result = carryOver(table!, { form: FORM, rowOf, columns });
  if (result.kind !== "ready") throw new Error(result.kind);
  const codeAt = new Map([...rowOf].map(([code, row]) => [row, code]));
  return {
    figures: Object.fromEntries(result.edits.map(({ row, value }) => [codeAt.get(row)!, value])),
    left: result.left,
  };
}

const SURE_FIGURES = { KCB_01: 400, KCB_02: 80, KCB_03: 20 };

test("a row that was merely taken for an indicator is left, and said", async () => {
  expect(await carried([])).toEqual({
    figures: SURE_FIGURES,
    left: [
      { kind: "unbound", label: "Giường bệnh thực kê" },
      { kind: "unbound", label: "Giường có người nằm thật" },
    ],
  });
});

test("a row that the user said to be an indicator is that one", async () => {
  const { figures } = await carried([
    { label: fold("Giường bệnh thực kê"), nth: 0, code: null },
    { label: fold("Giường có người nằm thật"), nth: 0, code: "KCB_04" },
  ]);
  expect(figures).toEqual({ ...SURE_FIGURES, KCB_04: 61 });
});
