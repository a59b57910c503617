/** Which suspects of a contradiction are told, in which order, and what a search that ends early leaves. */

import { checkFigures } from "../../../../src/core/check/engine";
import type { Finding } from "../../../../src/core/check/finding";
import { partOf } from "../../../../src/core/check/suspects/parts";
import { suspectsInPart } from "../../../../src/core/check/suspects/suspects-in-part";
import type { Form } from "../../../../src/core/form/types";
import type { FigureTable } from "../../../../src/core/table/figures";
import { COLUMNS, count, formOf, meta, type Line } from "../../form/support";
import { tableOf, type Written } from "../../table/support";
import { INPUTS } from "./support";

const PLENTY = 100_000;

/** TH of rows by their codes, in column D from row 2 on. */
const tableWith = (form: Form, figures: Readonly<Record<string, Written>>): FigureTable =>
  tableOf(
    form,
    Object.entries(figures).map(([code, figure]) => [code, null, figure]),
  );

const contradictions = (table: FigureTable): readonly Finding[] =>
  checkFigures(table).findings.filter(({ rule }) => rule.startsWith("QH"));

/** The suspects of each contradiction: "D2: D2 1514, D3 1679; with those that must change too in brackets". */
function suspects(table: FigureTable): string[] {
  return contradictions(table).map(({ cell, suspects: found = [] }) => {
    const told = found.map(({ cell: at, value = "", facts }) =>
      `${at} ${value}${facts.also.length > 0 ? ` (${facts.also.join(" ")})` : ""}`.trim(),
    );
    return `${cell}: ${told.join(", ")}`;
  });
}

const copies = (code: string, ...of: readonly string[]): readonly Line[] =>
  of.map((copy) => count(copy, `Như ${code}, nơi ${copy}`, { "Bằng với": code }));

describe("of cells equally likely", () => {
  test("the one that the relation is about comes first, then as the sheet has them", () => {
    const form = formOf(
      [
        count("NAM", "Nam"),
        count("NU", "Nữ"),
        count("TONG", "Tổng số", { "Bằng tổng": "NU + NAM + KHAC" }),
        count("KHAC", "Khác"),
      ],
      INPUTS,
    );
    const table = tableWith(form, { NAM: 1503, NU: 611, TONG: 2850, KHAC: 412 });
    expect(suspects(table)).toEqual(["D4: D4 2526, D2 1827, D3 935, D5 736"]);
  });

  test("of one row, as its columns stand", () => {
    const column = (measure: string) => ({ ...COLUMNS.actual, measure, group: measure });
    const form = formOf(
      [count("A", "Khoa A", { "Giới hạn": "" })],
      meta([], {
        measures: [
          { id: "tong", label: "Tổng", formula: "nam + nu" },
          { id: "nu", label: "Nữ" },
          { id: "nam", label: "Nam" },
        ],
        columns: [COLUMNS.label, COLUMNS.code, column("nu"), column("nam"), column("tong")],
      }),
    );
    const table = tableOf(form, [["A", 1503, 611, 2850]]);
    expect(suspects(table)).toEqual(["E2: E2 2114, C2 2239, D2 1347"]);
  });

  test("five are told at most", () => {
    const parts = ["A", "B", "C", "D", "E", "F", "G"];
    const form = formOf(
      [
        count("TONG", "Tổng số", { "Bằng tổng": parts.join(" + ") }),
        ...parts.map((code) => count(code, `Phần ${code}`)),
      ],
      INPUTS,
    );
    const figures = { A: 812, B: 733, C: 694, D: 905, E: 576, F: 867, G: 948 };
    const [line] = suspects(tableWith(form, { TONG: 5700, ...figures }));
    expect(line).toMatch(/^D2: D2 5535, D3 977, D4 898, D5 859, D6 \d+$/);
  });
});

describe("cells that must change together", () => {
  // Of every part there are two copies: whoever blames one must blame three cells.
  const form = formOf(
    [
      count("TONG", "Tổng số khám", { "Bằng tổng": "NAM + NU" }),
      count("NAM", "Nam"),
      count("NU", "Nữ"),
      count("LON", "Tổng số lượt", { "Bằng tổng": "TONG + KHAC" }),
      count("KHAC", "Khác"),
      ...copies("NAM", "NAM1", "NAM2"),
      ...copies("NU", "NU1", "NU2"),
      ...copies("KHAC", "KHAC1", "KHAC2"),
    ],
    INPUTS,
  );
  const parts = { NAM: 700, NAM1: 700, NAM2: 700, NU: 572, NU1: 572, NU2: 572, KHAC: 228, KHAC1: 228, KHAC2: 228 };
  const order = ["TONG", "NAM", "NU", "LON", "KHAC", "NAM1", "NAM2", "NU1", "NU2", "KHAC1", "KHAC2"];
  const table = (TONG: number, LON: number, more: Record<string, number> = {}) => {
    const figures: Record<string, number> = { ...parts, TONG, LON, ...more };
    return tableWith(form, Object.fromEntries(order.map((code) => [code, figures[code]!])));
  };

  test("are named with each other: a total, and the total that was made of it", () => {
    expect(suspects(table(1722, 1950))).toEqual(["D2: D2 1272 (D5)"]);
    const [finding] = contradictions(table(1722, 1950));
    expect(finding!.suspects![0]!.why).toBe("Sửa 1.722 thành 1.272 cùng với ô D5 thì khớp. Đảo hai chữ số.");
  });

  test("are not where no relation ties them: two slips in one tangle", () => {
    // NAM1 and KHAC1 state another figure each.
    expect(suspects(table(1272, 1500, { NAM1: 770, KHAC1: 282 }))).toEqual(["D7: D7 700", "D11: D11 228"]);
  });

  test("a cell that mends more than one says of how many", () => {
    const found = contradictions(table(1722, 1500));
    expect(found.map(({ cell, suspects: [first] = [] }) => [cell, first!.cell, first!.facts.mends])).toEqual([
      ["D2", "D2", 2],
      ["D5", "D2", 2],
    ]);
    const apart = contradictions(table(1272, 1500, { NAM1: 770, NAM2: 770 }));
    expect(apart.map(({ suspects: [first] = [] }) => first!.facts.mends)).toEqual([1, 1]);
  });
});

describe("a search with few steps", () => {
  const form = formOf(
    [
      count("TONG", "Tổng số khám", { "Bằng tổng": "NAM + NU" }),
      count("NAM", "Nam"),
      count("NU", "Nữ"),
      count("HAI", "Nữ, nơi khác", { "Bằng với": "NU" }),
      count("LON", "Số nữ cả nơi khác", { "Bằng tổng": "HAI + BA" }),
      count("BA", "Thêm"),
      count("BON", "Thêm, nơi khác", { "Bằng với": "BA" }),
    ],
    INPUTS,
  );
  // TONG and BON are wrong, far from each other in one part of the form.
  const table = tableWith(form, { TONG: 1722, NAM: 700, NU: 572, HAI: 572, LON: 800, BA: 228, BON: 282 });
  const drafts = contradictions(table);
  const part = partOf(form, "TONG");
  const search = (steps: number) => suspectsInPart(table, part, steps, "", ...drafts);
  const whole = search(PLENTY);

  test("with plenty it ends before them, and says how many it took", () => {
    expect(drafts.map(({ cell }) => cell)).toEqual(["D2", "D8"]);
    expect(whole).toMatchObject({ gaveUp: [], endedEarly: false });
    expect(whole.suspects.map(([first]) => first?.cell)).toEqual(["D2", "D8"]);
    expect(whole.used).toBeGreaterThan(20);
    expect(whole.used).toBeLessThan(1000);
  });

  test("with none it finds nothing, gives up on all and would need more", () => {
    expect(search(0)).toEqual({ suspects: [[], []], gaveUp: drafts, used: 0, endedEarly: true });
  });

  test("with any number in between what it found stands, and where more would help it says so", () => {
    for (let steps = 1; steps <= whole.used + 1; steps += 1) {
      const { suspects: found, gaveUp, used, endedEarly } = search(steps);
      if (!endedEarly) expect(found).toEqual(whole.suspects);
      if (gaveUp.length > 0) expect(endedEarly).toBe(true);
      expect(endedEarly).toBe(used >= steps);
      // What went before the end was looked at whole: its suspects are those of a whole search.
      drafts.forEach((draft, index) => {
        if (!gaveUp.includes(draft)) expect(found[index]).toEqual(whole.suspects[index]);
      });
    }
    expect(search(whole.used + 1)).toEqual(whole);
  });

  test("a draft that no relation of the first row of its code makes is left without", () => {
    const [draft] = drafts;
    const elsewhere = { ...draft!, row: draft!.row + 1 };
    const { suspects: found } = suspectsInPart(
      table,
      part,
      PLENTY,
      "",
      elsewhere,
      { ...draft!, code: "KHONG" },
      draft!,
    );
    expect(found.map(({ length }) => length > 0)).toEqual([false, false, true]);
  });

  test("what was changed a moment ago is told by its address", () => {
    const recent = suspectsInPart(table, part, PLENTY, "D3 D8", ...drafts).suspects;
    expect(recent.map((list) => list.filter(({ facts }) => facts.recent).map(({ cell }) => cell))).toEqual([
      ["D3"],
      ["D8"],
    ]);
  });
});
