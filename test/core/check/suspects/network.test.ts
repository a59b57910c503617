/** Which relations tie a cell, in the search for cells to blame: those that the check itself applies, and no others. */

import { networkOf } from "../../../../src/core/check/suspects/network";
import type { Form } from "../../../../src/core/form/types";
import { figureKey } from "../../../../src/core/table/figures";
import { COLUMNS, count, formOf, meta, rate } from "../../form/support";
import { tableOf, type Written } from "../../table/support";

type Row = readonly [string, ...Written[]];

/** The relations around a row's cell, as "QH1 D2 D3 D4", its own cell first; "=" where it ties, ">" where it bounds. */
function around(form: Form, rows: readonly Row[], code: string, role: "plan" | "actual" | "samePeriod", measure = "") {
  const table = tableOf(form, rows);
  const network = networkOf(table, form);
  const row = table.byCode.get(figureKey(code, measure))!;
  network.enter(row, role);
  return network.around(row.cells[role]!.at).map(({ key, tight }) => `${key} ${tight ? "=" : ">"}`);
}

const INPUTS = meta(["code", "label", "plan", "actual", "samePeriod"]);
/** KH, TH and CK in C to E. */
const FORM = formOf(
  [
    count("TONG", "Tổng số", { "Bằng tổng": "NAM + NU" }),
    count("NAM", "Nam"),
    count("NU", "Nữ", { "Tập con của": "TONG" }),
    rate("TL", "Tỷ lệ nữ", { "Cách tính": "100 * NU / TONG" }),
    count("HIV", "Số HIV tích lũy", { "Cộng dồn": "lũy kế" }),
    count("NOI", "Nữ, nơi khác", { "Bằng với": "NU" }),
  ],
  INPUTS,
);

describe("a cell is tied by every relation that names its row, in its own column", () => {
  const rows: readonly Row[] = [
    ["TONG", 30, 40, 50],
    ["NAM", 10, 20, 30],
    ["NU", 20, 20, 20],
    ["TL", 66.7, 50, 40],
    ["HIV", 5, 6, 7],
    ["NOI", 20, 20, 20],
  ];
  test.each([
    ["TONG", "actual", ["QH1 D2 D3 D4 =", "QH3 D5 D4 D2 =", "QH4 D4 D2 >"]],
    ["TONG", "plan", ["QH1 C2 C3 C4 =", "QH3 C5 C4 C2 =", "QH4 C4 C2 >"]],
    ["NAM", "samePeriod", ["QH1 E2 E3 E4 ="]],
    ["NOI", "actual", ["QH7 D7 D4 ="]],
    // What adds up over the years ties TH to CK, whichever of the two is asked about; KH it does not speak of.
    ["HIV", "actual", ["QH6 D6 E6 >"]],
    ["HIV", "samePeriod", ["QH6 D6 E6 >"]],
    ["HIV", "plan", []],
  ] as const)("%s %s", (code, role, relations) => {
    expect(around(FORM, rows, code, role).sort()).toEqual(relations);
  });
});

describe("where figures are missing", () => {
  test.each<[string, readonly Row[], string, string[]]>([
    [
      "the parts given only bound a total",
      [
        ["TONG", null, 40],
        ["NAM", null, 20],
      ],
      "TONG",
      ["QH1 D2 D3 >"],
    ],
    ["no part ties a total of none", [["TONG", null, 40], ["NAM"]], "TONG", []],
    [
      "a rate without its denominator is tied by nothing",
      [
        ["NU", null, 20],
        ["TL", null, 50],
      ],
      "TL",
      [],
    ],
    ["a figure that is stated once ties nothing", [["NOI", null, 20]], "NOI", []],
    ["what adds up over the years needs the year before", [["HIV", null, 6]], "HIV", []],
    [
      "a cell without a figure has nothing to blame",
      [
        ["TONG", null, 40],
        ["NAM", null, null],
        ["NU", null, 3],
      ],
      "NAM",
      [],
    ],
  ])("%s", (_, rows, code, relations) => {
    expect(around(FORM, rows, code, "actual")).toEqual(relations);
  });

  test("a form may count what is blank as none: then the parts given make up the total", () => {
    const form = formOf(
      [count("TONG", "Tổng số", { "Bằng tổng": "NAM + NU" }), count("NAM", "Nam"), count("NU", "Nữ")],
      { ...INPUTS, missing: { total: { others: "never" } } },
    );
    expect(around(form, [["TONG", null, 40], ["NAM", null, 20], ["NU"]], "TONG", "actual")).toEqual(["QH1 D2 D3 ="]);
  });
});

test("a row that stands twice takes part once: the first of the two", () => {
  const rows: readonly Row[] = [
    ["TONG", null, 40],
    ["NAM", null, 20],
    ["NU", null, 20],
    ["NAM", null, 25],
  ];
  const table = tableOf(FORM, rows);
  const network = networkOf(table, FORM);
  for (const row of table.rows) network.enter(row, "actual");
  expect(["D3", "D5"].map((at) => network.around(at).map(({ key }) => key))).toEqual([["QH1 D2 D3 D4"], []]);
});

test("a relation is one and the same from whichever of its cells it is seen", () => {
  const table = tableOf(FORM, [
    ["TONG", null, 40],
    ["NAM", null, 20],
    ["NU", null, 20],
  ]);
  const network = networkOf(table, FORM);
  for (const row of table.rows) network.enter(row, "actual");
  const [seen] = network.around("D2");
  expect(network.around("D3")).toEqual([seen]);
  expect(network.around("D3")[0]).toBe(seen);
});

describe("several figures a row", () => {
  const column = (measure: string) => ({ ...COLUMNS.actual, measure, group: measure });
  const form = formOf(
    [count("TONG", "Tổng số", { "Bằng tổng": "A + B" }), count("A", "Khoa A"), count("B", "Khoa B")],
    {
      ...meta([]),
      measures: [
        { id: "vao", label: "Vào viện" },
        { id: "nang", label: "Bệnh nặng", subsetOf: "vao" },
        { id: "cs", label: "Tỷ lệ nặng", kind: "tỷ lệ", unit: "%", decimals: 1, formula: "100 * nang / vao" },
      ],
      columns: [COLUMNS.label, COLUMNS.code, column("vao"), column("nang"), column("cs")],
    },
  );
  const rows: readonly Row[] = [
    ["TONG", 60, 30, 50],
    ["A", 40, 20, 50],
    ["B", 20, 10, 50],
  ];

  test.each([
    ["TONG", "vao", ["QH1 C2 C3 C4 =", "QH3 E2 D2 C2 =", "QH4 D2 C2 >"]],
    ["A", "nang", ["QH1 D2 D3 D4 =", "QH3 E3 D3 C3 =", "QH4 D3 C3 >"]],
    // A sum of rates is no rate.
    ["TONG", "cs", ["QH3 E2 D2 C2 ="]],
  ])("%s %s", (code, measure, relations) => {
    expect(around(form, rows, code, "actual", measure).sort()).toEqual(relations);
  });

  test("a rate is tied only where all that it is made of is there", () => {
    const lacking: readonly Row[] = [["A", 40, null, 50]];
    expect(around(form, lacking, "A", "actual", "cs")).toEqual([]);
    expect(around(form, lacking, "A", "actual", "vao")).toEqual([]);
  });
});
