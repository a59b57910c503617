/** BT7: which rates are held against a population of another column, and which have none to be held against. */

import { contradictedByPopulation } from "../../../../src/core/check/unusual/population";
import { count, formOf, meta, rate } from "../../form/support";
import { tableOf, type Written } from "../../table/support";

type Line = readonly [string, ...Written[]];
const STOCK = { "Cộng dồn": "thời điểm" };
const per = (unit: string, how: string) => ({ "Đơn vị tính": unit, "Cách tính": how, "Giới hạn": "0..", "Số lẻ": "2" });
const FORM = formOf(
  [
    count("CA", "Số ca mắc"),
    count("TAI", "Số ca tái phát"),
    count("DAN", "Dân số", STOCK),
    count("SINH", "Số trẻ đẻ sống"),
    rate("MAC", "Tỷ suất mắc", per("/1.000 dân", "1000 * CA / DAN")),
    rate("CHUNG", "Tỷ suất chung", per("/1.000 dân", "1000 * (CA + TAI) / DAN")),
    rate("CHET", "Tỷ suất chết sơ sinh", per("/1.000 trẻ", "1000 * CA / SINH")),
    rate("PHAN", "Tỷ lệ mắc", per("%", "100 * CA / DAN")),
    rate("TRONG", "Tỷ suất trong tỷ suất", per("/1.000", "1000 * CA / MAC")),
  ],
  meta(["code", "label", "plan", "actual", "samePeriod"]),
);
const found = (code: string, ...lines: readonly Line[]) => {
  const table = tableOf(FORM, lines);
  return contradictedByPopulation(
    table,
    table.rows.find((row) => row.code === code)!,
  ).map(
    ({ row, column, gap, related, facts: { expected, gap: percent } }) =>
      `${"ABCDE"[column]}${row + 1} ${expected} ${gap} ${percent}% ${related.join(" ")}`,
  );
};
/** The population of CK: 100.000; that of TH is not stated. */
const DAN: Line = ["DAN", null, null, 100_000];

test.each<[string, string, Line[], string[]]>([
  ["too high", "MAC", [["CA", null, 500], DAN, ["MAC", null, 8.5]], ["D4 5,00 3.5 70% D2 E3"]],
  ["too low", "MAC", [["CA", null, 500], DAN, ["MAC", null, 2.5]], ["D4 5,00 -2.5 50% D2 E3"]],
  ["more than a fifth off", "MAC", [["CA", null, 500], DAN, ["MAC", null, 6.01]], ["D4 5,00 1.01 20% D2 E3"]],
  [
    "of two counts",
    "CHUNG",
    [["CA", null, 300], ["TAI", null, 200], DAN, ["CHUNG", null, 8.5]],
    ["D5 5,00 3.5 70% D2 D3 E4"],
  ],
  [
    "in two columns",
    "MAC",
    [["CA", 400, 500], DAN, ["MAC", 8, 8.5]],
    ["D4 5,00 3.5 70% D2 E3", "C4 4,00 4 100% C2 E3"],
  ],
])("a rate is told that is %s", (_, code, lines, expected) => {
  expect(found(code, ...lines)).toEqual(expected);
});

test.each<[string, string, Line[]]>([
  ["a fifth off: a population moves", "MAC", [["CA", null, 500], DAN, ["MAC", null, 6]]],
  [
    "of its own column's population",
    "MAC",
    [
      ["CA", null, 500],
      ["DAN", null, 60_000, 98_000],
      ["MAC", null, 9.9],
    ],
  ],
  [
    "of births, which are others every year",
    "CHET",
    [
      ["CA", null, 500],
      ["SINH", null, null, 900],
      ["CHET", null, 9],
    ],
  ],
  [
    "of a rate",
    "TRONG",
    [
      ["CA", null, 500],
      ["MAC", null, null, 5],
      ["TRONG", null, 9],
    ],
  ],
  ["in percent", "PHAN", [["CA", null, 500], DAN, ["PHAN", null, 9]]],
  ["of cases of which some are missing", "CHUNG", [["CA", null, 300], ["TAI"], DAN, ["CHUNG", null, 8.5]]],
  ["of cases that have no row", "CHUNG", [["CA", null, 300], DAN, ["CHUNG", null, 8.5]]],
  ["of few cases", "MAC", [["CA", null, 29], DAN, ["MAC", null, 8.5]]],
  ["of a population that nobody states", "MAC", [["CA", null, 500], ["DAN"], ["MAC", null, 8.5]]],
  [
    "of a population that has no row",
    "MAC",
    [
      ["CA", null, 500],
      ["MAC", null, 8.5],
    ],
  ],
  ["missing", "MAC", [["CA", null, 500], DAN, ["MAC", null, "…"]]],
])("a rate is left alone that is %s", (_, code, lines) => {
  expect(found(code, ...lines)).toEqual([]);
});

test("a count is no rate", () => {
  expect(found("CA", ["CA", null, 500], DAN)).toEqual([]);
});
