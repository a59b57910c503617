/** The plain formulas, calculated by a program that is not ours, come to the values that filling plans. */
import { planFill } from "../../../src/core/fill/fill";
import type { Form } from "../../../src/core/form/types";
import { address, type Cell } from "../../../src/core/table/grid";
import { must, startExcelize } from "../../xlsx/support";
import { FORM, formOf, percent, tableOf, type Written } from "../table/support";

jest.setTimeout(60_000);

const DISEASES = formOf(["TA;chỉ tiêu;1;1;;Tả;ca;số đếm;phát sinh;thấp;0;SO;không;cộng"], { blankMeansNone: true });

/** Excelize takes TRUE for a number and Excel does not, so that no truth value is tried here. */
const FIGURES: readonly Written[] = [
  2001,
  2000,
  90,
  89.95,
  0,
  null,
  "-",
  "–",
  "—",
  "…",
  "<6",
  "98,5",
  " ",
  percent(0.987),
  percent(0),
  percent(null),
];

/** Every figure as TH against every figure as KH; CK is another one in each row, so that it meets them all too. */
const rowsOf = (figures: readonly Written[]) =>
  figures.flatMap((actual, index) =>
    figures.map((plan, at) => [plan, actual, figures[(2 * index + at) % figures.length]!] as const),
  );

/** Excelize also takes 0 for "", which Excel does not; it matters where blanks have a meaning of their own. */
const isZero = (written: Written) =>
  written === 0 || (typeof written === "object" && written !== null && "value" in written && written.value === 0);

/** Formulas of a table and what they come to in excelize, as the cells that differ from the plan. */
async function differences(form: Form, code: string, target: Cell | null): Promise<string[]> {
  const rows = rowsOf(form.blankMeansNone ? FIGURES.filter((written) => !isZero(written)) : FIGURES);
  const table = tableOf(
    form,
    rows.map(([plan, actual, samePeriod]) => [code, plan, actual, samePeriod, target, target]),
  );
  const { edits } = planFill(table, "formulas");
  const file = (await startExcelize()).NewFile();
  table.grid.rows.forEach((cells, row) =>
    cells.forEach((cell, column) => {
      const value = cell?.value ?? null;
      if (value !== null && typeof value !== "object") must(file.SetCellValue("Sheet1", address(row, column), value));
    }),
  );
  return edits.flatMap(({ row, column, value, formula }) => {
    const at = address(row, column);
    must(file.SetCellFormula("Sheet1", at, formula!));
    const text = must(file.CalcCellValue("Sheet1", at, { RawCellValue: true })).value;
    const same = typeof value === "number" ? text !== "" && Math.abs(Number(text) - value) < 1e-9 : text === "";
    return same ? [] : [`${at} ${JSON.stringify(rows[row - 1])}: planned ${value}, calculated ${text}`];
  });
}

describe.each([
  ["growth in percent", FORM, "KHAM"],
  ["points", FORM, "CS"],
  ["a difference", FORM, "CHET"],
  ["a difference where blank means none", DISEASES, "TA"],
])("%s", (_what, form, code) => {
  test.each([
    ["figures", null],
    ["percentages", percent(null)],
  ])("in a column of %s", async (_column, target) => {
    expect(await differences(form, code, target)).toEqual([]);
  });
});
