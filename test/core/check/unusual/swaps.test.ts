/** BT6: which two rows have each other's figures, told by their other columns or by what they add up to. */

import { swappedRows } from "../../../../src/core/check/unusual/swaps";
import { parsePeriod } from "../../../../src/core/form/period";
import type { Form } from "../../../../src/core/form/types";
import { COLUMNS, count, formOf, meta, rate } from "../../form/support";
import { tableOf, type Written } from "../../table/support";

type Line = readonly [string, ...Written[]];
const STOCK = { "Cộng dồn": "thời điểm" };
const columns = meta(["code", "label", "plan", "actual", "samePeriod"]);
const FORM = formOf(
  [
    count("A", "Số lượt khám", STOCK),
    count("B", "Số lượt khám lao", STOCK),
    count("G", "Số giường", { ...STOCK, "Đơn vị tính": "giường" }),
    count("TAP", "Số lượt khám có thẻ", { ...STOCK, "Tập con của": "B" }),
    rate("T1", "Tỷ lệ thứ nhất", { "Giới hạn": "0.." }),
    rate("T2", "Tỷ lệ thứ hai", { "Giới hạn": "0.." }),
    count("TONG", "Tổng số", { ...STOCK, "Bằng tổng": "PHAN + CON" }),
    count("PHAN", "Phần", STOCK),
    count("CON", "Còn lại", STOCK),
    count("SO", "Số mắc", STOCK),
    count("TREN", "Số trên", { ...STOCK, "Tập con của": "DUOI" }),
    count("DUOI", "Số dưới", STOCK),
    rate("TL", "Tỷ lệ mắc", { "Cách tính": "100 * SO / TREN" }),
  ],
  columns,
);
const period = parsePeriod("2024-6T")!;

/** The exchanges found: the lower cell, what it should hold, and the cells that show it. */
const found = (lines: readonly Line[], form: Form = FORM) =>
  swappedRows(tableOf(form, lines, { period })).map(
    ({ row, column, expected, related }) => `${"ABCDE"[column]}${row + 1} ${expected} ${related.join(" ")}`,
  );

describe("by the other columns", () => {
  test.each<[string, Line[], string[]]>([
    [
      "TH",
      [
        ["A", 4000, 300, 4000],
        ["B", 300, 4000, 300],
      ],
      ["D3 300 D2 E3 C3 E2 C2"],
    ],
    [
      "CK",
      [
        ["A", 4000, 4000, 300],
        ["B", 300, 300, 4000],
      ],
      ["E3 300 E2 D3 C3 D2 C2"],
    ],
    [
      "KH",
      [
        ["A", 300, 4000, 4000],
        ["B", 4000, 300, 300],
      ],
      ["C3 300 C2 D3 E3 D2 E2"],
    ],
    [
      "a figure three times that of its row",
      [
        ["A", 900, 300, 900],
        ["B", 300, 900, 300],
      ],
      ["D3 300 D2 E3 C3 E2 C2"],
    ],
    [
      "where the plan is somewhat off",
      [
        ["A", 9000, 300, 4000],
        ["B", 300, 4000, 300],
      ],
      ["D3 300 D2 E3 C3 E2 C2"],
    ],
    [
      "with a row of nobody's between",
      [
        ["A", 4000, 300, 4000],
        ["Hàng lạ", 1, 2, 3],
        ["B", 300, 4000, 300],
      ],
      ["D4 300 D2 E4 C4 E2 C2"],
    ],
    [
      "of rates",
      [
        ["T1", 90, 10, 90],
        ["T2", 10, 90, 10],
      ],
      ["D3 10 D2 E3 C3 E2 C2"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(found(lines)).toEqual(expected);
  });

  test.each<[string, Line[]]>([
    [
      "the upper one is less than three times off",
      [
        ["A", 900, 400, 900],
        ["B", 300, 900, 300],
      ],
    ],
    [
      "the lower one is less than three times off",
      [
        ["A", 1200, 300, 1200],
        ["B", 420, 1200, 420],
      ],
    ],
    [
      "one other column of the upper row is less than three times off",
      [
        ["A", 800, 300, 900],
        ["B", 300, 900, 300],
      ],
    ],
    [
      "the figures are less than three times apart",
      [
        ["A", 890, 300, 890],
        ["B", 300, 890, 300],
      ],
    ],
    [
      "only the upper one is out of line",
      [
        ["A", 4000, 300, 4000],
        ["B", 2000, 4000, 2000],
      ],
    ],
    [
      "only the lower one is out of line",
      [
        ["A", 4000, 2000, 4000],
        ["B", 300, 4000, 300],
      ],
    ],
    [
      "one of the two other columns has the figure of its row",
      [
        ["A", 300, 300, 4000],
        ["B", 300, 4000, 300],
      ],
    ],
    [
      "the upper row is not like what it would get",
      [
        ["A", 9000, 300, 9000],
        ["B", 300, 4000, 300],
      ],
    ],
    [
      "the lower row is not like what it would get",
      [
        ["A", 4000, 300, 4000],
        ["B", 900, 4000, 900],
      ],
    ],
    [
      "the upper row has one other column only",
      [
        ["A", null, 300, 4000],
        ["B", 300, 4000, 300],
      ],
    ],
    [
      "the lower row has one other column only",
      [
        ["A", 4000, 300, 4000],
        ["B", 300, 4000],
      ],
    ],
    [
      "the upper row is small",
      [
        ["A", 29, 2, 29],
        ["B", 2, 30, 2],
      ],
    ],
    [
      "the lower row is small",
      [
        ["A", 30, 2, 30],
        ["B", 2, 29, 2],
      ],
    ],
    [
      "one figure is missing",
      [
        ["A", 4000, null, 4000],
        ["B", 300, 4000, 300],
      ],
    ],
    [
      "the units are others",
      [
        ["A", 4000, 300, 4000],
        ["G", 300, 4000, 300],
      ],
    ],
    [
      "the kinds are others",
      [
        ["A", 90, 10, 90],
        ["T1", 10, 90, 10],
      ],
    ],
    [
      "another row stands between",
      [
        ["A", 4000, 300, 4000],
        ["G", 50, 50, 50],
        ["B", 300, 4000, 300],
      ],
    ],
    [
      "a subset would be above its set",
      [
        ["A", 4000, 300, 4000],
        ["B", 300, 4000, 300],
        ["TAP", null, 3000],
      ],
    ],
  ])("not where %s", (_, lines) => {
    expect(found(lines)).toEqual([]);
  });

  test("also where a relation was broken before and stays so", () => {
    const lines: Line[] = [
      ["A", 4000, 300, 4000],
      ["B", 300, 4000, 300],
      ["TAP", null, 5000],
    ];
    expect(found(lines)).toEqual(["D3 300 D2 E3 C3 E2 C2"]);
  });

  test("a form that calls other figures far apart, and other counts small, is held to these", () => {
    const strict = formOf([count("A", "Một", STOCK), count("B", "Hai", STOCK)], {
      ...columns,
      thresholds: { times: 5, smallCount: 0 },
    });
    expect(
      found(
        [
          ["A", 29, 2, 29],
          ["B", 2, 29, 2],
        ],
        strict,
      ),
    ).toHaveLength(1);
    expect(
      found(
        [
          ["A", 1200, 300, 1200],
          ["B", 300, 1200, 300],
        ],
        strict,
      ),
    ).toEqual([]);
  });

  test("each measure by itself", () => {
    const column = (role: "plan" | "actual" | "samePeriod", measure: string) => ({
      ...COLUMNS[role],
      measure,
      group: measure,
    });
    const form = formOf([count("A", "Tả", STOCK), count("B", "Lỵ", STOCK)], {
      ...meta([], {
        measures: [
          { id: "mac", label: "Mắc" },
          { id: "khoi", label: "Khỏi" },
        ],
      }),
      columns: [
        COLUMNS.code,
        COLUMNS.label,
        ...["mac", "khoi"].flatMap((measure) => [
          column("plan", measure),
          column("actual", measure),
          column("samePeriod", measure),
        ]),
      ],
    });
    const swapped = swappedRows(
      tableOf(form, [
        ["A", 4000, 300, 4000, 4000, 4000, 4000],
        ["B", 300, 4000, 300, 300, 300, 300],
      ]),
    );
    expect(swapped.map(({ measure, related }) => `${measure} ${related[0]}`)).toEqual(["mac D2"]);
  });
});

describe("by what the figures add up to", () => {
  test.each<[string, Line[], string[]]>([
    [
      "a total and a part",
      [
        ["TONG", null, 700],
        ["PHAN", null, 1000],
        ["CON", null, 300],
      ],
      ["D3 700 D2"],
    ],
    [
      "a total and a part, like CK once exchanged",
      [
        ["TONG", null, 700, 1100],
        ["PHAN", null, 1000, 750],
        ["CON", null, 300, 350],
      ],
      ["D3 700 D2 E3 E2"],
    ],
    [
      "a total and a part, though CK is not like either order",
      [
        ["TONG", null, 700, 900],
        ["PHAN", null, 1000, 600],
        ["CON", null, 300, 350],
      ],
      ["D3 700 D2 E3 E2"],
    ],
    [
      "the two figures of a rate",
      [
        ["SO", null, 400],
        ["TREN", null, 100],
        ["DUOI", null, 500],
        ["TL", null, 25],
      ],
      ["D3 400 D2"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(found(lines)).toEqual(expected);
  });

  test.each<[string, Line[]]>([
    [
      "the sum holds",
      [
        ["TONG", null, 1000],
        ["PHAN", null, 700],
        ["CON", null, 300],
      ],
    ],
    [
      "the sum stays broken",
      [
        ["TONG", null, 700],
        ["PHAN", null, 1000],
        ["CON", null, 200],
      ],
    ],
    [
      "the rows would be less like their other columns",
      [
        ["TONG", null, 700, 700],
        ["PHAN", null, 1000, 1000],
        ["CON", null, 300],
      ],
    ],
    [
      "both figures are the same",
      [
        ["TONG", null, 700],
        ["PHAN", null, 700],
        ["CON", null, 300],
      ],
    ],
    [
      "one figure is only above another, as each order could be",
      [
        ["TREN", null, 900],
        ["DUOI", null, 100],
      ],
    ],
    [
      "no relation speaks of them",
      [
        ["A", null, 700],
        ["B", null, 1000],
      ],
    ],
  ])("not where %s", (_, lines) => {
    expect(found(lines)).toEqual([]);
  });
});

test("the lower row's cell is told, with the upper row's figure and both rows as they stand", () => {
  const [draft] = swappedRows(
    tableOf(
      FORM,
      [
        ["A", 4000, 310, 4000],
        ["B", 300, 4100, 290],
      ],
      { period },
    ),
  );
  expect(draft).toMatchObject({
    rule: "BT6",
    code: "B",
    role: "actual",
    stated: 4100,
    expected: 310,
    facts: {
      other: "“Số lượt khám”",
      expected: "310",
      working: "TH 310; CK 4.000; KH 4.000 | TH 4.100; CK 290; KH 300",
    },
  });
});

test("a table of nobody's form has none", () => {
  expect(
    swappedRows(
      tableOf(undefined, [
        ["Hàng 1", 4000, 300, 4000],
        ["Hàng 2", 300, 4000, 300],
      ]),
    ),
  ).toEqual([]);
});
