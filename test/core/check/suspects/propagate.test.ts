/** Whether a few cells can be changed so that every relation about them holds, and which others must change where not. */

import { settle } from "../../../../src/core/check/suspects/propagate";
import type { Form } from "../../../../src/core/form/types";
import { count, formOf, rate, type Line } from "../../form/support";
import { INPUTS, tableWith } from "./support";

/** What the free cells may be as "TONG 1514..1514", or the cells of which another must be changed too. */
function settled(form: Form, figures: Readonly<Record<string, number>>, free: readonly string[], left = 100_000) {
  const { network, cellOf, codeAt } = tableWith(form, figures);
  const outcome = settle(network, free.map(cellOf), { left });
  if (outcome.kind === "impossible") return { conflict: outcome.conflict.map(codeAt).sort() };
  return { possible: [...outcome.boxes].map(([at, { low, high }]) => `${codeAt(at)} ${low}..${high}`) };
}

const FORM = formOf(
  [
    count("TONG", "Tổng số khám", { "Bằng tổng": "NAM + NU" }),
    count("NAM", "Nam"),
    count("NU", "Nữ"),
    count("LON", "Tổng số lượt", { "Bằng tổng": "TONG + KHAC" }),
    count("KHAC", "Khác"),
    rate("TL", "Tỷ lệ nữ", { "Cách tính": "100 * NU / TONG" }),
    count("CAN", "Số trẻ được cân", { "Tập con của": "TRE" }),
    count("TRE", "Số trẻ đẻ sống"),
    count("SINH", "Trẻ đẻ sống, nơi khác", { "Bằng với": "TRE" }),
    count("TREN", "Toàn tỉnh", { "Bằng tổng": "LON + NGOAI" }),
    count("NGOAI", "Ngoài tỉnh"),
  ],
  INPUTS,
);

describe("one free cell", () => {
  test.each<[string, Record<string, number>, string, object]>([
    ["what a total leaves it", { TONG: 1690, NAM: 1503, NU: 11 }, "NU", { possible: ["NU 187..187"] }],
    ["no less than a subset", { CAN: 812, TRE: 650 }, "TRE", { possible: ["TRE 812..Infinity"] }],
    ["no more than the set, from nothing on", { CAN: 812, TRE: 650 }, "CAN", { possible: ["CAN 0..650"] }],
    ["whole people, where a rate leaves a range", { TL: 45, NU: 9, TONG: 21 }, "NU", { conflict: ["TL", "TONG"] }],
    ["several people who make the same rate", { TL: 45, NU: 9, TONG: 5000 }, "NU", { possible: ["NU 2225..2275"] }],
    ["a rate as finely as it follows", { TL: 54, NU: 9, TONG: 20 }, "TL", { possible: ["TL 45..45"] }],
    ["nothing less than nobody", { TONG: 10, NAM: 30, NU: 5 }, "NU", { conflict: ["NAM", "TONG"] }],
    ["not two figures at once", { CAN: 900, TRE: 950, SINH: 890 }, "TRE", { conflict: ["CAN", "SINH"] }],
    [
      "where two relations rule it out, those that have no part in it are not blamed",
      { TONG: 100, NAM: 60, NU: 50, LON: 130, KHAC: 10, TL: 50 },
      "TONG",
      { conflict: ["KHAC", "LON", "NAM", "NU"] },
    ],
  ])("%s", (_, figures, free, expected) => {
    expect(settled(FORM, figures, [free])).toEqual(expected);
  });
});

describe("several free cells", () => {
  test.each<[string, Record<string, number>, string[], object]>([
    [
      "that no relation ties keep what each is left",
      { TONG: 1690, NAM: 1503, NU: 11, CAN: 812, TRE: 650 },
      ["NU", "CAN"],
      { possible: ["NU 187..187", "CAN 0..650"] },
    ],
    [
      "of one total leave each other all that adds up",
      { TONG: 1690, NAM: 1503, NU: 11 },
      ["NAM", "NU"],
      { possible: ["NAM 0..1690", "NU 0..1690"] },
    ],
    [
      "one of which follows from the other",
      { TONG: 1690, NAM: 1503, NU: 11, LON: 1700, KHAC: 10 },
      ["TONG", "LON"],
      { possible: ["TONG 1514..1514", "LON 1524..1524"] },
    ],
    [
      "whatever order they are named in",
      { TONG: 1690, NAM: 1503, NU: 11, LON: 1700, KHAC: 10 },
      ["LON", "TONG"],
      { possible: ["LON 1524..1524", "TONG 1514..1514"] },
    ],
    [
      "of which what the one leaves the other cannot be: all that led there are blamed",
      { TONG: 1690, NAM: 1503, NU: 11, LON: 1700, KHAC: 10, TREN: 900, NGOAI: 5 },
      ["TONG", "LON"],
      { conflict: ["KHAC", "NAM", "NGOAI", "NU", "TREN"] },
    ],
    [
      "that a rate ties",
      { TONG: 1272, NAM: 700, NU: 752, TL: 45 },
      ["TONG", "TL"],
      { possible: ["TONG 1452..1452", "TL 51.790633608815426..51.790633608815426"] },
    ],
  ])("%s", (_, figures, free, expected) => {
    expect(settled(FORM, figures, free)).toEqual(expected);
  });
});

/** Figures that a condition of the form ties. */
const tied = (left: string, sign: string, right: string, ...lines: readonly Line[]) =>
  formOf([...lines, count("C", "Số C")], INPUTS, [
    { "Mã số": lines[0]!["Mã số"]!, "Vế trái": left, Dấu: sign, "Vế phải": right, "Vì sao": "Thử." },
  ]);
const A = count("A", "Số A");
const B = count("B", "Số B");

describe("free cells that depend on each other are tried with values", () => {
  const double = tied("2 * A", "=", "2 * B + C", A, B);

  test.each<[string, number, object]>([
    ["two whole numbers differ by half of an even one", 4, { possible: ["A 2..Infinity", "B 0..Infinity"] }],
    ["no two differ by half of an odd one: that one is blamed", 5, { conflict: ["C"] }],
  ])("%s", (_, C, expected) => {
    expect(settled(double, { A: 3, B: 3, C }, ["A", "B"])).toEqual(expected);
  });

  test("nobody is left to blame where no figure of theirs does", () => {
    expect(settled(tied("2 * A", "=", "2 * B + 1", A, B), { A: 3, B: 3 }, ["A", "B"])).toEqual({ conflict: [] });
  });

  test("ranges that shrink a little each round and never meet come to an end", () => {
    const bounded = (code: string) => rate(code, `Tỷ lệ ${code}`, { "Giới hạn": "1..100" });
    const form = formOf([bounded("R"), bounded("S")], INPUTS, [
      { "Mã số": "R", "Vế trái": "R", Dấu: "<=", "Vế phải": "0.98 * S", "Vì sao": "Thử." },
      { "Mã số": "S", "Vế trái": "S", Dấu: "<=", "Vế phải": "R", "Vì sao": "Thử." },
    ]);
    expect(settled(form, { R: 50, S: 50 }, ["R", "S"])).toEqual({ conflict: [] });
  });

  test("without a step left none is tried, and a cell by itself needs no trying", () => {
    expect(settled(FORM, { TONG: 1690, NAM: 1503, NU: 11 }, ["NAM", "NU"], 0)).toEqual({ conflict: ["TONG"] });
    expect(settled(FORM, { TONG: 1690, NAM: 1503, NU: 11 }, ["NU"], 0)).toEqual({ possible: ["NU 187..187"] });
  });

  test("every look at a cell is a step", () => {
    const { network, cellOf } = tableWith(FORM, { TONG: 1690, NAM: 1503, NU: 11 });
    const budget = { left: 100 };
    settle(network, [cellOf("NU")], budget);
    expect(budget.left).toBe(97);
  });
});
