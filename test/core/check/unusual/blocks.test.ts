/** BT5: what makes a run of rows that was copied from last year, and what is passed over or ends it. */

import { copiedBlocks } from "../../../../src/core/check/unusual/blocks";
import { formOf, tableOf, type Written } from "../../table/support";

const FLOW = "lượt;số đếm;phát sinh;cao;0;PT;có;cộng";
const STOCK = "giường;số đếm;thời điểm;cao;0;PT;có;cộng";
const RATE = "%;tỷ lệ;phát sinh;cao;1;DIEM;có;tính lại";
const flows = Array.from({ length: 14 }, (_, index) => `F${index}`);
const FORM = formOf([
  ...flows.map((code) => `${code};chỉ tiêu;1;1;;Hoạt động ${code};${FLOW}`),
  `GIUONG;chỉ tiêu;1;1;;Số giường;${STOCK}`,
  `CS;chỉ tiêu;1;1;;Công suất;${RATE}`,
]);
type Line = readonly [string, ...Written[]];

/** The runs found, as "D2:D7 6" with the cells after the first; TH is in column D. */
const runs = (lines: readonly Line[], form: typeof FORM | undefined = FORM) =>
  copiedBlocks(tableOf(form, lines)).map(
    ({ facts: { other, gap }, related }) => `${other} ${gap} ${related.join(" ")}`,
  );

/** Rows in which TH is CK, from a place in the form on. */
const same = (from: number, figures: readonly Written[]): Line[] =>
  figures.map((figure, index) => [flows[from + index]!, null, figure, figure]);
const FIVE = same(0, [110, 120, 130, 140, 150]);
const SIX = same(0, [110, 120, 130, 140, 150, 160]);
const ALL_SIX = "D2:D7 6 D3 D4 D5 D6 D7";

test.each<[string, Line[], string]>([
  ["six rows in which TH is CK", SIX, ALL_SIX],
  ["that end with the table or before a row that changed", [...SIX, ["F6", null, 170, 171]], ALL_SIX],
  ["with a row between that has neither", [...FIVE, ["F5", 9], ...same(6, [160])], "D2:D8 6 D3 D4 D5 D6 D8"],
  ["with a small figure between", [...FIVE, ...same(5, [9, 160])], "D2:D8 6 D3 D4 D5 D6 D8"],
  ["with beds between, which are often as many", [...FIVE, ["GIUONG", null, 80, 80], ...same(5, [160])], "D2:D8 6"],
  ["with a rate between, which is often the same", [...FIVE, ["CS", null, 90, 90], ...same(5, [160])], "D2:D8 6"],
  ["with a row of nobody's between", [...FIVE, ["Hàng lạ", null, 80, 80], ...same(5, [160])], "D2:D8 6"],
  ["of ten each, the least that counts", same(0, [10, 11, 12, 10, 11, 12]), ALL_SIX],
  ["of three figures", same(0, [100, 100, 100, 200, 200, 300]), ALL_SIX],
])("a run: %s", (_, lines, expected) => {
  const [run, ...more] = runs(lines);
  expect(run).toMatch(new RegExp(`^${expected}`));
  expect(more).toEqual([]);
});

test.each<[string, Line[]]>([
  ["five rows", FIVE],
  ["six, of which TH of one is missing", [...FIVE, ["F5", null, null, 160], ...same(6, [160])]],
  ["six, of which CK of one is missing", [...FIVE, ["F5", null, 160], ...same(6, [160])]],
  ["six with one between that changed, however little", [...FIVE, ["F5", null, 9, 8], ...same(6, [160])]],
  ["six with beds between that changed", [...FIVE, ["GIUONG", null, 80, 81], ...same(5, [160])]],
  ["five and beds", [...FIVE, ["GIUONG", null, 80, 80]]],
  ["five and a rate", [...FIVE, ["CS", null, 90, 90]]],
  ["five and a figure below ten", [...FIVE, ...same(5, [9])]],
  ["two figures in turn", same(0, [100, 200, 100, 200, 100, 200])],
])("no run: %s", (_, lines) => {
  expect(runs(lines)).toEqual([]);
});

test("of two runs each is told by itself", () => {
  const lines = [...SIX, ["F6", null, 7, 8] as const, ...same(7, [210, 220, 230, 240, 250, 260, 270])];
  expect(runs(lines)).toEqual([ALL_SIX, "D9:D15 7 D10 D11 D12 D13 D14 D15"]);
});

test("a form may ask for more rows in a run", () => {
  const strict = formOf(
    flows.map((code) => `${code};chỉ tiêu;1;1;;Hoạt động ${code};${FLOW}`),
    { thresholds: { block: 7 } },
  );
  expect(runs(SIX, strict)).toEqual([]);
  expect(runs([...SIX, ...same(6, [170])], strict)).toHaveLength(1);
});

test("each measure has runs of its own", () => {
  const column = (role: string, measure: string) => ({ role, measure, group: measure, header: role, width: 9 });
  const form = formOf(
    flows.map((code) => `${code};chỉ tiêu;1;1;;Bệnh ${code};${FLOW}`),
    {
      measures: [
        { id: "mac", label: "Mắc" },
        { id: "chet", label: "Chết" },
      ],
      columns: [
        { role: "code", header: "Mã số", width: 9 },
        { role: "label", header: "Chỉ tiêu", width: 9 },
        ...["mac", "chet"].flatMap((measure) => [column("actual", measure), column("samePeriod", measure)]),
      ],
    },
  );
  const lines = flows.slice(0, 6).map((code, at): Line => [code, 110 + at, 110 + at, 12 + at, 13 + at]);
  expect(runs(lines, form)).toEqual(["C2:C7 6 C3 C4 C5 C6 C7"]);
  const alternating = flows.slice(0, 6).map((code, at): Line => [code, 110 + at, 90, 12 + at, 12 + at]);
  expect(runs(alternating, form)).toEqual(["E2:E7 6 E3 E4 E5 E6 E7"]);
});

test("a table of nobody's form has none", () => {
  expect(copiedBlocks(tableOf(undefined, [["Hàng 1", null, 100, 100]]))).toEqual([]);
});
