import { figureKey, inferKind, isGiven, readFigures } from "../../../src/core/table/figures";
import { FORM, formOf, percent, tableOf, type Written } from "./support";

/** TH of a rate (percentages, one decimal) or of a count, as read. */
function actual(written: Written, code = "CS", byLabel = false) {
  return tableOf(FORM, [[code, null, written]], { byLabel }).rows[0]!.cells.actual!;
}

describe("what a cell counts as", () => {
  test.each<[string, Written, number | undefined, number]>([
    ["a number", 98.46, 98.46, 2],
    ["a whole number", 98, 98, 0],
    ["a number typed as text", "98,46", 98.46, 2],
    ["a text with its unit", "98,5%", 98.5, 1],
    ["zero", 0, 0, 0],
    ["a dash: none occurred", "-", 0, 0],
    ["a long dash", "–", 0, 0],
    ["blank: not entered", null, undefined, 0],
    ["spaces", "  ", undefined, 0],
    ["an ellipsis: not collected", "…", undefined, 0],
    ["a threshold, with the decimals it states", "≥10,8", undefined, 1],
    ["a pair", "503/1.825", undefined, 0],
    ["words", "chưa có", undefined, 0],
    ["true", true, undefined, 0],
    ["an Excel error", { error: "#DIV/0!" }, undefined, 0],
    ["a number shown as a percentage", percent(0.987), 98.7, 1],
    ["a percentage that holds more than it shows", percent(0.98765), 98.765, 3],
    ["a text in a cell for percentages", percent("98,7"), 98.7, 1],
    ["binary noise of a percentage", percent(0.07, "0%"), 7, 0],
  ])("%s", (_what, written, value, decimals) => {
    const cell = actual(written);
    expect([cell.value, cell.decimals]).toEqual([value, decimals]);
    expect(cell.interval === undefined).toBe(value === undefined);
  });

  test("an unreadable cell keeps what stood there", () => {
    expect(actual({ error: "#DIV/0!" }).figure).toMatchObject({ kind: "unreadable", text: "#DIV/0!" });
    expect(actual(true).figure).toMatchObject({ kind: "unreadable", text: "true" });
  });

  test("1.234 as text is read by what the indicator counts", () => {
    expect(actual("1.234", "GIUONG").value).toBe(1234);
    expect(actual("1.234", "CS").value).toBe(1.234);
    expect(actual("1.234", "GT").value).toBe(1.234);
    expect(actual("1.234", "GT").figure).toMatchObject({ alternative: 1234 });
  });

  test("1.234 as text is read by its column first", () => {
    const table = tableOf(FORM, [
      ["CS", null, "1.234"],
      ["SINH3", null, "12,5"],
      ["GT", null, "1.107,5"],
    ]);
    expect(table.rows.map(({ cells }) => cells.actual!.value)).toEqual([1234, 12.5, 1107.5]);
  });

  test("1.234 as text is not read by a hidden row of one's own, which is not sent; by any other row it is", () => {
    const { grid, binding } = tableOf(FORM, [
      ["CS", null, "1.234"],
      ["Nháp của phòng", null, "12,5"],
      ["GT", null, null],
    ]);
    const read = (hidden: number) =>
      readFigures({ ...grid, hiddenRows: new Set([hidden]) }, binding).rows.map(({ cells }) => cells.actual!.value);
    expect(read(2)).toEqual([1.234, 12.5, undefined]);
    expect(read(1)).toEqual([1234, 12.5, undefined]);
    expect(read(9)).toEqual([1234, 12.5, undefined]);
  });
});

describe("the true values behind a figure", () => {
  const shown = (value: number, format: string) => ({ value, format });
  test.each<[string, Written, string, number, number]>([
    ["a rate is rounded", 98.5, "CS", 98.45, 98.55],
    ["a whole rate is rounded to units", 98, "CS", 97.5, 98.5],
    ["a count is exact", 1750, "GIUONG", 1750, 1750],
    ["a broken count is rounded", 17.5, "GIUONG", 17.45, 17.55],
    ["a dash is exactly zero", "-", "CS", 0, 0],
  ])("%s", (_what, written, code, low, high) => {
    expect(actual(written, code).interval).toMatchObject({ low, high });
  });

  test("a number states the decimals that its format shows, unless the format is ours", () => {
    expect(actual(shown(51, "#,##0.0"), "CS", true)).toMatchObject({
      decimals: 1,
      interval: { low: 50.95, high: 51.05 },
    });
    expect(actual(shown(51, "#,##0.0"), "CS", false)).toMatchObject({
      decimals: 0,
      interval: { low: 50.5, high: 51.5 },
    });
    expect(actual(shown(98.4567, "0.0"), "CS", true).decimals).toBe(4);
    expect(actual(percent(0.5, "0.00%"), "CS", true)).toMatchObject({ value: 50, decimals: 2 });
    expect(actual(percent(0.5, "0.00%"), "CS", false)).toMatchObject({ value: 50, decimals: 0 });
  });

  test("the formats are ours as soon as one row is known by its code", () => {
    const { grid, binding } = tableOf(FORM, [
      ["CS", null, shown(51, "0.0")],
      ["SINH3", null, shown(12, "0.0")],
    ]);
    const rows = binding.rows.map((row, at) => ({ ...row, by: at === 0 ? ("code" as const) : ("label" as const) }));
    const mixed = readFigures(grid, { ...binding, rows });
    expect(mixed.rows.map(({ cells }) => cells.actual!.decimals)).toEqual([0, 0]);
  });

  test("whole money is exact, broken money is rounded", () => {
    const purse = formOf(["VP;chỉ tiêu;1;1;;Viện phí;triệu đồng;tiền;phát sinh;cao;1;PT;có;cộng"]);
    const intervalOf = (value: number) => tableOf(purse, [["VP", null, value]]).rows[0]!.cells.actual!.interval;
    expect(intervalOf(120)).toMatchObject({ low: 120, high: 120 });
    expect(intervalOf(120.5)).toMatchObject({ low: 120.45, high: 120.55 });
  });

  test("a derived figure is rounded even of a count, and its format always speaks", () => {
    const [row] = tableOf(FORM, [["KHAM", 100, 95, 90, shown(95, "0.0"), 6]]).rows;
    expect(row!.cells.vsPlan).toMatchObject({ decimals: 1, interval: { low: 94.95, high: 95.05 } });
    expect(row!.cells.vsSamePeriod!.interval).toMatchObject({ low: 5.5, high: 6.5 });
  });
});

describe("where blank means none", () => {
  const diseases = formOf(["TA;chỉ tiêu;1;1;;Tả;ca;số đếm;phát sinh;thấp;0;SO;không;cộng"], { blankMeansNone: true });
  const [row] = tableOf(diseases, [["TA", null, null, "…", null, null]]).rows;

  test("a blank input is zero", () => {
    expect(row!.cells.actual).toMatchObject({ value: 0, interval: { low: 0, high: 0 } });
  });

  test("an ellipsis is still missing, and a blank result is no figure", () => {
    expect(row!.cells.samePeriod!.value).toBeUndefined();
    expect(row!.cells.vsSamePeriod!.value).toBeUndefined();
  });
});

describe("rows", () => {
  const table = tableOf(FORM, [
    ["KCB", null, 5],
    ["Số máy thở", null, 12],
    ["CS", 90, 95],
    ["CS", 90, 96],
  ]);

  test("in the order of the sheet, without headings, each with its address", () => {
    expect(table.rows.map(({ row, code, label, cells }) => [row, code, label, cells.actual!.at])).toEqual([
      [2, undefined, "Số máy thở", "D3"],
      [3, "CS", "Tỷ lệ sử dụng giường bệnh", "D4"],
      [4, "CS", "Tỷ lệ sử dụng giường bệnh", "D5"],
    ]);
    expect(table.cellCount).toBe(15);
  });

  test("by code the first, by row of the sheet each", () => {
    expect(table.byCode.get(figureKey("CS", ""))!.row).toBe(3);
    expect(table.bySheetRow.get(4)!.cells.actual!.value).toBe(96);
    expect(table.bySheetRow.get(1)).toBeUndefined();
  });

  test("a row without an indicator is read by the words of its label", () => {
    const [count, rate] = tableOf(undefined, [
      ["Số máy thở", null, "1.234"],
      ["Tỷ lệ xã đạt", null, "1.234"],
    ]).rows;
    expect([count!.cells.actual!.value, rate!.cells.actual!.value]).toEqual([1234, 1.234]);
    expect([count!.indicator, count!.traits]).toEqual([undefined, undefined]);
  });

  test("a table without a label column still has its figures", () => {
    const { grid, binding } = table;
    const bare = readFigures(grid, { ...binding, columns: binding.columns.filter(({ role }) => role !== "label") });
    expect(bare.rows.map(({ label, cells }) => [label, cells.actual!.value])).toEqual([
      ["", 12],
      ["Tỷ lệ sử dụng giường bệnh", 95],
      ["Tỷ lệ sử dụng giường bệnh", 96],
    ]);
  });
});

test("a form of several measures has an entry for each, with the traits of the measure", () => {
  const beds = formOf(["BV;chỉ tiêu;1;1;;Bệnh viện tỉnh;giường;số đếm;thời điểm;cao;0;PT;có;cộng"], {
    measures: [
      { id: "giuong", label: "Giường" },
      { id: "cs", label: "Công suất", kind: "tỷ lệ", unit: "%", comparison: "DIEM", decimals: 1 },
    ],
    columns: [
      { role: "code", header: "Mã số", width: 9 },
      { role: "label", header: "Đơn vị", width: 9 },
      { role: "actual", header: "Giường", width: 9, measure: "giuong" },
      { role: "actual", header: "Công suất", width: 9, measure: "cs" },
    ],
  });
  const table = tableOf(beds, [["BV", "1.234", "1.234"]]);
  expect(table.rows.map(({ measure, traits, cells }) => [measure.id, traits!.kind, cells.actual!.value])).toEqual([
    ["giuong", "count", 1234],
    ["cs", "rate", 1.234],
  ]);
  expect(table.byCode.get(figureKey("BV", "cs"))!.cells.actual!.at).toBe("D2");
  expect(table.bySheetRow.get(1)!.measure.id).toBe("giuong");
});

test.each([
  ["Tỷ lệ xã đạt tiêu chí", "rate"],
  ["Giảm tỷ lệ sinh con thứ 3", "rate"],
  ["Tỉ suất tử vong mẹ", "rate"],
  ["% trẻ được tiêm chủng", "rate"],
  ["Tỷ số giới tính khi sinh", "ratio"],
  ["Số giường bệnh", "count"],
  ["Tổng số lượt khám", "count"],
  ["T.số bệnh nhân", "count"],
  ["Tổng cộng", "count"],
  ["Số xã có tỷ lệ tiêm chủng đạt", "count"],
  ["Tỷ số giới tính theo tổng số trẻ", "ratio"],
  ["Bệnh nhân theo tỷ lệ", undefined],
  ["Khám theo tỷ số", undefined],
  ["Bác sĩ trong tổng số", undefined],
  ["Bác sĩ", undefined],
  ["Sốt rét", undefined],
  ["", undefined],
])("the kind of %j is %p", (label, kind) => {
  expect(inferKind(label)).toBe(kind);
});

test("something is in a cell that holds anything a person sees", () => {
  const given = (written: Written) => isGiven(actual(written));
  expect([given(0), given("-"), given("…"), given({ error: "#N/A" })]).toEqual([true, true, true, true]);
  expect([given(null), given(" "), isGiven(undefined)]).toEqual([false, false, false]);
});
