/** What would become of relations if a figure were another: for telling a slip from a true change. */

import fc from "fast-check";
import { relationsOf } from "../../../src/core/check/relations";
import { relationsByCode } from "../../../src/core/check/relations-by-code";
import { contradicts, shifted, standing } from "../../../src/core/check/trial";
import { readFigures, type FigureTable } from "../../../src/core/table/figures";
import { recognise } from "../../../src/core/form/recognise";
import { count, formOf, grid, headerOf, meta, rate, type Written } from "../form/support";

const FORM = formOf(
  [
    count("TONG", "Tổng số", { "Bằng tổng": "A + B" }),
    count("A", "Phần thứ nhất"),
    count("B", "Phần thứ hai"),
    rate("TL", "Tỷ lệ phần thứ nhất", { "Cách tính": "100 * A / TONG" }),
    count("HIV", "Số lũy kế", { "Cộng dồn": "lũy kế", "Tập con của": "TONG" }),
  ],
  meta(["label", "code", "plan", "actual", "samePeriod"]),
);

function tableOf(figures: Readonly<Record<string, readonly Written[]>>): FigureTable {
  const rows = FORM.rows.map(({ label, code }) => [label, code, ...(figures[code] ?? [])]);
  const sheet = grid([headerOf(FORM), ...rows]);
  return readFigures(sheet, recognise(sheet, [FORM], { formId: FORM.id })!);
}

const [MEASURE] = FORM.measures;
const TABLE = tableOf({
  TONG: [null, 100, 90],
  A: [null, 40, 30],
  B: [null, 60, 60],
  TL: [null, 40, 33.3],
  HIV: [null, 50, 45],
});
const row = (code: string, table = TABLE) => table.rows.find((one) => one.code === code)!;
const named = (relations: Iterable<{ readonly type: string; readonly code: string }>) =>
  [...relations].map(({ type, code }) => `${type} ${code}`).sort();

test("a code takes part in the relations that it is declared for, and in those that name it", () => {
  const byCode = relationsByCode(FORM);
  expect(named(byCode.get("A")!)).toEqual(["rate TL", "total TONG"]);
  expect(named(byCode.get("TONG")!)).toEqual(["rate TL", "subset HIV", "total TONG"]);
  expect(named(byCode.get("HIV")!)).toEqual(["cumulative HIV", "subset HIV"]);
  expect(named(new Set([...byCode.values()].flat()))).toEqual(named(relationsOf(FORM)));
});

test("the relations around a row hold or are broken; with another figure others are", () => {
  const now = standing(TABLE, [row("A")], MEASURE!, "actual");
  expect([named(now.holding), named(now.broken)]).toEqual([["rate TL", "total TONG"], []]);
  const change = { row: row("A"), role: "actual", value: 41, decimals: 0 } as const;
  const then = standing(TABLE, [row("A")], MEASURE!, "actual", [change]);
  expect([named(then.holding), named(then.broken)]).toEqual([[], ["rate TL", "total TONG"]]);
  const both = standing(TABLE, [row("A")], MEASURE!, "actual", [
    change,
    { row: row("TONG"), role: "actual", value: 101, decimals: 0 },
  ]);
  expect(named(both.broken)).toEqual(["rate TL"]);
});

test("another rate stands for all that rounds to it, another count for itself", () => {
  const rate = (value: number) => ({ row: row("TL"), role: "samePeriod", value, decimals: 0 }) as const;
  const at = (value: number) => standing(TABLE, [row("TL")], MEASURE!, "samePeriod", [rate(value)]);
  expect([named(at(33).broken), named(at(34).broken)]).toEqual([[], ["rate TL"]]);
  const part = { row: row("A"), role: "actual", value: 40.4, decimals: 1 } as const;
  expect(named(standing(TABLE, [row("A")], MEASURE!, "actual", [part]).broken)).toContain("total TONG");
});

test("a row of nobody's form has no relation that a change could break", () => {
  const lone = { row: 9, label: "Hàng lạ", measure: MEASURE!, cells: row("A").cells };
  expect(standing(TABLE, [lone], MEASURE!, "actual")).toEqual({ broken: new Set(), holding: new Set() });
  expect(contradicts(TABLE, { row: lone, role: "actual", value: 400, decimals: 0 })).toBe(false);
});

test("what accumulates is looked at in TH also where CK is asked about", () => {
  const change = { row: row("HIV"), role: "samePeriod", value: 51, decimals: 0 } as const;
  expect(named(standing(TABLE, [row("HIV")], MEASURE!, "samePeriod", [change]).broken)).toEqual(["cumulative HIV"]);
  expect(named(standing(TABLE, [row("HIV")], MEASURE!, "plan").holding)).toEqual([]);
});

test("a change contradicts where it breaks what holds, not where nothing held or all still does", () => {
  const change = (code: string, value: number, table = TABLE) => ({
    row: row(code, table),
    role: "actual" as const,
    value,
    decimals: 0,
  });
  expect(contradicts(TABLE, change("A", 400))).toBe(true);
  expect(contradicts(TABLE, change("HIV", 60))).toBe(false);
  expect(contradicts(TABLE, change("HIV", 101))).toBe(true);
  const broken = tableOf({ TONG: [null, 100], A: [null, 400], B: [null, 60] });
  expect(contradicts(broken, change("A", 4000, broken))).toBe(false);
});

test("a cell without a figure stays without one", () => {
  const table = tableOf({ TONG: [null, 100], A: [null, "…"], B: [null, 60] });
  const change = { row: row("A", table), role: "actual", value: 40, decimals: 0 } as const;
  const { holding, broken } = standing(table, [row("A", table)], MEASURE!, "actual", [change]);
  expect([named(holding), named(broken)]).toEqual([[], []]);
});

test("of a table without a form nothing stands or falls", () => {
  const unknown = bare(TABLE.binding);
  const table = { ...TABLE, binding: unknown };
  expect(standing(table, table.rows, MEASURE!, "actual")).toEqual({ broken: new Set(), holding: new Set() });
});

test.each([
  [1234, 0, -3, { value: 1.234, decimals: 3 }],
  [1.234, 3, 3, { value: 1234, decimals: 0 }],
  [12.5, 1, 1, { value: 125, decimals: 0 }],
  [12.5, 1, 2, { value: 1250, decimals: 0 }],
  [0.7, 1, -1, { value: 0.07, decimals: 2 }],
])("%p with %i decimals, moved by %i powers of ten, is %j", (value, decimals, power, expected) => {
  expect(shifted(value, decimals, power)).toEqual(expected);
});

test("moved there and back a figure is what it was", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.nat(3), fc.nat(3), (units, decimals, power) => {
      const value = Number((units / 10 ** decimals).toFixed(decimals));
      const small = shifted(value, decimals, -power);
      expect(shifted(small.value, small.decimals, power)).toEqual({ value, decimals });
    }),
  );
});

function bare(binding: FigureTable["binding"]): FigureTable["binding"] {
  const { header, columns, rows, unbound } = binding;
  return { header, columns, rows, unbound };
}
