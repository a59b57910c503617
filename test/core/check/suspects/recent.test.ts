/** Cells that were changed a moment ago: each speaks against itself, and against nothing else. */

import { checkFigures } from "../../../../src/core/check/engine";
import { count, formOf } from "../../form/support";
import { tableOf } from "../../table/support";
import { INPUTS } from "./support";

const FORM = formOf(
  [
    count("TONG", "Tổng số khám", { "Bằng tổng": "NAM + NU" }),
    count("NAM", "Nam"),
    count("NU", "Nữ"),
    count("GIUONG", "Tổng số giường", { "Bằng tổng": "TINH + HUYEN" }),
    count("TINH", "Giường tuyến tỉnh"),
    count("HUYEN", "Giường tuyến huyện"),
  ],
  INPUTS,
);

/** Two sums that do not add up and have nothing to do with each other; TH stands in D2 to D7. */
const TABLE = tableOf(FORM, [
  ["TONG", null, 1690],
  ["NAM", null, 1503],
  ["NU", null, 11],
  ["GIUONG", null, 970],
  ["TINH", null, 613],
  ["HUYEN", null, 48],
]);

/** The suspects of both sums, those marked that are said to have been changed of late: "D4* D2 D3". */
const blamed = (...recent: readonly string[]) =>
  checkFigures(TABLE, { recent: new Set(recent) })
    .findings.filter(({ rule }) => rule === "QH1")
    .map(({ suspects = [] }) => suspects.map(({ cell, facts }) => `${cell}${facts.recent ? "*" : ""}`).join(" "));

const FIRST = "D2 D3 D4";
const SECOND = "D5 D6 D7";

test.each<[string, string[], [string, string]]>([
  ["nothing", [], [FIRST, SECOND]],
  ["a part of one sum", ["D4"], ["D4* D2 D3", SECOND]],
  ["both parts of one sum, in whatever order", ["D4", "D3"], ["D3* D4* D2", SECOND]],
  ["the whole of a sum", ["D3", "D2", "D4"], ["D2* D3* D4*", SECOND]],
  ["a part of each sum", ["D7", "D4"], ["D4* D2 D3", "D7* D5 D6"]],
  ["two parts of one sum and one of the other", ["D7", "D3", "D6"], ["D3* D2 D4", "D6* D7* D5"]],
  ["figures of another column", ["C4", "C7"], [FIRST, SECOND]],
  ["a cell outside of the table, or what is no cell", ["D1", "D40", "?"], [FIRST, SECOND]],
])("%s was changed", (_, recent, expected) => {
  expect(blamed(...recent)).toEqual(expected);
});
