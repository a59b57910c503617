/** How much figures speak for a relation, and what the words of a row say of its kind. */

import { bits, suggestion, support } from "../../../src/core/learn/evidence";
import { learnKind } from "../../../src/core/learn/kinds";
import type { FigureRole } from "../../../src/core/form/types";
import { FORM, tableOf, type Written } from "../table/support";
import { learnedOf } from "./table";

describe("what columns say together", () => {
  const of = (
    said: readonly (number | "silent" | "fails")[],
    figures: readonly (readonly number[])[] = said.map((_, at) => [at]),
  ) =>
    support(
      said.length,
      (column) => figures[column]!,
      (column) => said[column]!,
    );

  test("is the sum of what each says", () => {
    expect(of([4, 5.5])).toEqual({ columns: [0, 1], distinct: 2, bits: 9.5 });
  });
  test("is nothing as soon as one speaks against it", () => {
    expect(of([4, "fails", 5])).toBeUndefined();
    expect(of(["fails"])).toBeUndefined();
  });
  test("leaves out a column that lacks a figure", () => {
    expect(of([4, "silent", 5])).toEqual({ columns: [0, 2], distinct: 2, bits: 9 });
    expect(of(["silent", "silent"])).toBeUndefined();
    expect(of([])).toBeUndefined();
  });
  test("counts the same figures once, and figures that say nothing not as evidence", () => {
    expect(
      of(
        [4, 4],
        [
          [7, 5],
          [7, 5],
        ],
      ),
    ).toEqual({ columns: [0, 1], distinct: 1, bits: 4 });
    expect(of([4, 4], [[7, 5], [75]])).toEqual({ columns: [0, 1], distinct: 2, bits: 8 });
    expect(of([0, 0])).toEqual({ columns: [0, 1], distinct: 0, bits: 0 });
  });
  test("bits are how often the odds are halved, never less than none", () => {
    expect([bits(8), bits(1), bits(0.25), bits(0)]).toEqual([3, 0, 0, 0]);
  });
});

describe("a relation that holds", () => {
  const { rows, inputs } = learnedOf([
    ["Tổng số", "người", 5, 6, 7],
    ["Nam", "người", 2, 3, 3],
    ["Nữ", "người", 3, 3, 4],
  ]);
  const of = (score: number, distinct = 2, more: object = {}) =>
    suggestion(rows, inputs, {
      type: "total",
      row: 0,
      others: [1, 2],
      support: { columns: [0, 2], distinct, bits: score },
      score,
      ...more,
    });
  test("is suggested with its rows, its columns and how sure it is", () => {
    expect(of(7)).toEqual({
      id: "total:2:3+4",
      type: "total",
      row: 0,
      others: [1, 2],
      columns: ["plan", "samePeriod"],
      trust: "likely",
      confidence: 0.99,
    });
    expect(of(9)!.confidence).toBe(0.99);
    expect(of(12)!.trust).toBe("sure");
    expect(of(20, 2, { factor: 100 })).toMatchObject({ factor: 100, trust: "sure" });
    expect(of(20)).not.toHaveProperty("factor");
  });
  test("is not suggested where little speaks for it, and not called sure on one column or beside another", () => {
    expect(of(6.9)).toBeUndefined();
    expect(of(20, 0)).toBeUndefined();
    expect(of(11.9)!.trust).toBe("likely");
    expect(of(20, 1)!.trust).toBe("likely");
    expect(of(20, 2, { doubtful: true })!.trust).toBe("likely");
  });
});

describe("the kind of a row", () => {
  const rowOf = (figures: readonly Written[]) => tableOf(FORM, [["KHAM", ...figures]]).rows[0]!;
  const inputs: readonly Extract<FigureRole, "plan" | "actual" | "samePeriod">[] = ["plan", "actual", "samePeriod"];
  const learn = (label: string, unit = "", figures: readonly Written[] = [10, 20, 30]) =>
    learnKind(label, unit, rowOf(figures), inputs);

  test.each([
    ["Tỷ lệ trẻ tiêm", "rate"],
    ["Tỷ lệ", "rate"],
    ["Giảm tỷ suất sinh", "rate"],
    ["Tăng tỉ lệ trẻ", "rate"],
    ["Tổng tỷ suất sinh", "rate"],
    ["Số xã có tỷ lệ đạt", "count"],
    ["Tỷ số chết mẹ", "ratio"],
    ["Tỷ số", "ratio"],
    ["Số xã có tỷ số đạt", "count"],
    ["Công suất sử dụng giường", "rate"],
    ["Mức giảm sinh", "rate"],
    ["Số máy công suất lớn", "count"],
    ["Chỉ số hài lòng", "index"],
    ["Tuổi thọ bình quân", "index"],
    ["Số con bình quân của một phụ nữ", "index"],
    ["Số người theo tuổi thọ", "count"],
    ["Kinh phí", "money"],
    ["Tổng kinh phí năm", "money"],
    ["Số tiền thu", "money"],
    ["Viện phí", "money"],
    ["Tổng thu", "money"],
    ["Tổng chi thường xuyên", "money"],
    ["Tổng thuốc cấp", "count"],
    ["Số lớp về kinh phí", "count"],
    ["Vốn", "money"],
    ["Vốn đầu tư", "money"],
    ["Số", "count"],
    ["T.Số trẻ", "count"],
    ["Tổng", "count"],
    ["Lượt khám", "count"],
    ["% trẻ được tiêm", "rate"],
    [" % trẻ", "rate"],
  ])("%s is a %s by its label", (label, kind) => {
    expect(learn(label).kind).toBe(kind);
    expect(learn(label).confidence).toBeGreaterThanOrEqual(0.8);
  });

  test.each([
    ["Bao phủ", "%", "rate"],
    ["Bao phủ", "%o", "rate"],
    ["Bao phủ", "‰", "rate"],
    ["Bao phủ", "/100.000 dân", "rate"],
    ["Ngân sách", "triệu đồng", "money"],
    ["Số", "tr.đồng", "money"],
    ["Số", "đ", "money"],
    ["Số", "tỷ", "money"],
    ["Số", "nghìn đồng", "money"],
    ["Tỷ lệ", "đồng bằng", "rate"],
    ["Tỷ lệ", "triệu người", "rate"],
    ["Tỷ lệ", "hội đồng", "rate"],
    ["Tỷ lệ người", "người", "count"],
    ["Tỷ lệ người", "bệnh nhân", "count"],
    ["Tỷ lệ người", "người bệnh", "rate"],
  ])("%s counted in %s is a %s: the unit speaks first", (label, unit, kind) => {
    expect(learn(label, unit).kind).toBe(kind);
  });

  test("where nothing is said the figures decide, and little is sure", () => {
    expect(learn("Bác sĩ")).toMatchObject({ kind: "count", confidence: 0.7 });
    expect(learn("Bác sĩ", "", [10, 20, 30.5])).toMatchObject({ kind: "count", confidence: 0.5 });
    expect(learn("Bác sĩ", "", [10, 20.5, 30.5])).toMatchObject({ kind: "index", confidence: 0.4 });
    expect(learn("Bác sĩ", "", [null, null, null])).toMatchObject({ kind: "count", confidence: 0.5 });
    expect(learn("Bác sĩ", "", [10.5, 20, null])).toMatchObject({ kind: "count", confidence: 0.5 });
    expect(learn("Số bác sĩ", "", [10, 20.5, 30.5])).toMatchObject({ kind: "index", confidence: 0.5 });
    expect(learn("Tỷ lệ", "", [10, 20.5, 30.5]).kind).toBe("rate");
  });

  test.each([
    ["Tỷ lệ trẻ", "", "%"],
    ["Tỷ suất sinh (‰)", "", "‰"],
    ["Tỷ suất sinh %o", "", "‰"],
    ["Tỷ suất sinh %0", "", "‰"],
    ["Tỷ số giới tính", "", ""],
    ["Số trẻ %o", "", ""],
    ["Kinh phí/1000 dân", "", ""],
    ["Tỷ lệ mắc lao/100.000 dân", "", "/100.000 dân"],
    ["Tỷ lệ mắc lao / 100 000 dân", "", "/100.000 dân"],
    ["Tỷ lệ mắc lao/100000 dân (mới)", "", "/100.000 dân"],
    ["Tỷ số bác sĩ/10.000 dân, năm", "", "/10.000 dân"],
    ["Tỷ suất chết/1000 trẻ: mới", "", "/1.000 trẻ"],
    ["Tỷ lệ trẻ", "người", "người"],
    ["Tỷ lệ trẻ/10005 xã", "", "%"],
  ])("%s with the unit %j is stated in %j", (label, unit, stated) => {
    expect(learn(label, unit).unit).toBe(stated);
  });

  test("decimals are those that most figures have, of as many the finer", () => {
    expect(learn("Tỷ lệ", "%", [10, 20.5, 30.25]).decimals).toBe(2);
    expect(learn("Tỷ lệ", "%", [10, 20.5, 30.5]).decimals).toBe(1);
    expect(learn("Tỷ lệ", "%", [10, 20, 30.25]).decimals).toBe(0);
    expect(learn("Tỷ lệ", "%", [null, null, null]).decimals).toBe(0);
  });

  /** KH, TH, CK, So với KH, So với cùng kỳ. */
  const stating = (label: string, unit: string, actual: Written, before: Written, stated: Written) =>
    learn(label, unit, [null, actual, before, null, stated]);
  test("the comparison is percent for what is counted and points for all else, unless the row states another", () => {
    expect(learn("Số ca", "ca")).toMatchObject({ comparison: "percent", compared: "silent" });
    expect(learn("Kinh phí", "triệu đồng")).toMatchObject({ comparison: "percent", compared: "silent" });
    expect(learn("Tỷ lệ", "%")).toMatchObject({ comparison: "points", compared: "silent" });
    expect(stating("Số ca", "ca", 110, 100, 10.0)).toMatchObject({ comparison: "percent", compared: "agrees" });
    expect(stating("Số ca", "ca", 55, 50, 5)).toMatchObject({ comparison: "difference", compared: "agrees" });
    // A figure that no comparison gives is a mistake, which tells nothing of the way.
    expect(stating("Số ca", "ca", 55, 50, 7)).toMatchObject({ comparison: "percent", compared: "silent" });
    expect(stating("Tỷ lệ", "%", 55, 50, 5)).toMatchObject({ comparison: "points", compared: "agrees" });
    expect(stating("Tỷ lệ", "%", 55, 50, 10)).toMatchObject({ comparison: "points", compared: "contradicts" });
    expect(stating("Kinh phí", "triệu đồng", 55, 50, 5)).toMatchObject({
      comparison: "percent",
      compared: "contradicts",
    });
  });
  test("nothing tells them apart where a figure lacks or nothing changed", () => {
    expect(stating("Số ca", "ca", 50, 50, 0).compared).toBe("silent");
    expect(stating("Số ca", "ca", "…", 50, 5).compared).toBe("silent");
    expect(stating("Số ca", "ca", 55, "…", 5).compared).toBe("silent");
    expect(stating("Số ca", "ca", 55, 50, null).compared).toBe("silent");
  });
  test("a comparison that agrees makes the kind surer", () => {
    const [silent, agreeing] = [learn("Bác sĩ"), stating("Bác sĩ", "", 110, 100, 10)];
    expect(agreeing.confidence).toBeCloseTo(silent.confidence + 0.1);
    expect(stating("Số ca", "ca", 110, 100, 10).confidence).toBe(0.99);
    expect(stating("Số ca", "ca", 55, 50, 7).confidence).toBe(0.97);
  });
});
