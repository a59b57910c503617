/** QH in forms of several measures: between the measures of a row, and between rows in each measure. */

import { COLUMNS, count, formOf, meta, rate } from "../form/support";
import { check, checkRows, findingsOf, messages, places, rowsOf, type Figures } from "./support";

describe("between the measures of a row", () => {
  const measured = (measure: string, header: string) => ({ ...COLUMNS.actual, header, group: "Năm {nam}", measure });
  const unitsWith = (deaths: object) =>
    formOf(
      [
        count("HUYEN", "Tuyến huyện", { "Bằng tổng": "A + B", "Cộng dồn": "lũy kế" }),
        count("A", "TTYT Tủa Chùa"),
        count("B", "TTYT Mường Ảng"),
      ],
      {
        ...meta(["label", "code"], {
          measures: [
            { id: "mac", label: "Mắc", accrual: "phát sinh" },
            { id: "chet", label: "Chết", subsetOf: "mac", accrual: "phát sinh", ...deaths },
            {
              id: "ty",
              label: "Tỷ lệ chết",
              kind: "tỷ lệ",
              comparison: "DIEM",
              decimals: 1,
              formula: "100 * chet / mac",
            },
          ],
        }),
        columns: [
          COLUMNS.label,
          COLUMNS.code,
          measured("mac", "Mắc"),
          measured("chet", "Chết"),
          measured("ty", "Tỷ lệ chết"),
          { ...COLUMNS.samePeriod, header: "Mắc", group: "Năm {nam-1}", measure: "mac" },
        ],
      },
    );
  const UNITS = unitsWith({});

  test("no more deaths than cases, and the rate follows from both", () => {
    expect(messages(check(UNITS, { A: [10, 12, 120], B: [200, 1, 5] }), "QH")).toEqual([
      "D3 QH4 TTYT Tủa Chùa (chết) ghi 12, lớn hơn Mắc 10. Lệch 2.",
      "E4 QH3 TTYT Mường Ảng (tỷ lệ chết) ghi 5; tính lại từ Chết 1; Mắc 200 được 0,5.",
    ]);
  });

  test("a total adds up cases and deaths, never rates", () => {
    expect(messages(check(UNITS, { HUYEN: [30, 5, 16.7], A: [10, 1, 10], B: [20, 2, 10] }), "QH")).toEqual([
      "D2 QH1 Tuyến huyện (chết) ghi 5; TTYT Tủa Chùa 1 + TTYT Mường Ảng 2 = 3. Lệch 2.",
    ]);
  });

  test("what accrues otherwise in a measure than in the row goes by the measure", () => {
    expect(messages(check(UNITS, { HUYEN: [5, null, null, 30] }), "QH")).toEqual([]);
  });

  test("more deaths than cases are an error in TH; a form may ask for a reason only", () => {
    const [hard] = findingsOf(check(UNITS, { A: [10, 12.25] }), "QH4");
    expect(hard).toMatchObject({ level: "error", measure: "chet", gap: 2.25, expected: null, related: ["C3"] });
    const soft = unitsWith({ subsetSoft: true });
    expect(findingsOf(check(soft, { A: [10, 12] }), "QH4")).toMatchObject([{ level: "warning" }]);
  });

  test("a rate that follows, to whatever decimals, is left alone; as are figures of rows that are nobody's", () => {
    expect(messages(check(UNITS, { A: [300, 100, 33], B: [300, 100, 33.33] }), "QH")).toEqual([]);
    const rows = [...rowsOf(UNITS, { A: [10, 1, 10] }), ["Trạm lạ", null, 5, 9, 1]];
    expect(messages(checkRows(UNITS, rows), "QH")).toEqual([]);
  });

  test("no cases, no rate", () => {
    expect(messages(check(UNITS, { A: ["-", "-", null], B: [0, 0, 0] }), "QH")).toEqual([]);
  });
});

describe("the relations of rows in a form of several measures", () => {
  const form = (more: object = {}) =>
    formOf(
      [
        count("HUYEN", "Tuyến huyện", { "Bằng tổng": "A + B" }),
        count("A", "TTYT Tủa Chùa"),
        count("B", "TTYT Mường Ảng", { "Tập con của": "HUYEN" }),
        count("C", "Tuyến huyện, mục khác", { "Bằng với": "HUYEN" }),
        rate("TL", "Tỷ lệ Tủa Chùa", { "Cách tính": "100 * A / HUYEN", "Giới hạn": "0.." }),
      ],
      {
        ...meta(["label", "code"], {
          measures: [
            { id: "luot", label: "Lượt" },
            { id: "cs", label: "Công suất", kind: "tỷ lệ", comparison: "DIEM", decimals: 1, ...more },
          ],
        }),
        columns: [
          COLUMNS.label,
          COLUMNS.code,
          { ...COLUMNS.actual, header: "Lượt", group: "Năm {nam}", measure: "luot" },
          { ...COLUMNS.actual, header: "Công suất", group: "Năm {nam}", measure: "cs" },
          { ...COLUMNS.samePeriod, header: "Lượt", group: "Năm {nam-1}", measure: "luot" },
          { ...COLUMNS.samePeriod, header: "Công suất", group: "Năm {nam-1}", measure: "cs" },
        ],
      },
    );
  const found = (figures: Figures, own = form()) => places(check(own, figures), "QH");

  test("of sums and subsets speak of counts, never of rates", () => {
    expect(found({ HUYEN: [30, 70], A: [10, 90], B: [15, 80] })).toEqual(["C2 QH1"]);
    expect(found({ HUYEN: [30, 70], B: [31, 80] })).toEqual(["C2 QH1", "C4 QH4"]);
  });

  test("of one figure stated twice speak of both", () => {
    expect(found({ HUYEN: [30, 70], C: [31, 70] })).toEqual(["C5 QH7"]);
    expect(found({ HUYEN: [30, 70], C: [30, 71] })).toEqual(["D5 QH7"]);
  });

  test("of rates speak of rates, not of what is counted", () => {
    const counted = form({ kind: "số đếm", comparison: "PT", decimals: 0 });
    expect(found({ HUYEN: [40, 40], A: [10, 10], TL: [30, 30] }, counted)).toEqual(["C6 QH3"]);
    expect(found({ HUYEN: [null, 40], A: [null, 10], TL: [null, 30] })).toEqual(["D6 QH3"]);
  });

  test("of what accumulates speak of the measure that does", () => {
    const cumulative = form({ accrual: "lũy kế", kind: "số đếm", decimals: 0, comparison: "PT" });
    expect(found({ A: [10, 10, 20, 20] }, cumulative)).toEqual(["D3 QH6"]);
    expect(found({ A: [10, 10, 20, 20] }, form())).toEqual([]);
  });
});
