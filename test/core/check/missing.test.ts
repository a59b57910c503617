/** What each strategy for missing figures makes of totals, rates, parts and conditions. */

import { count, formOf, meta, rate, type Line, type Written } from "../form/support";
import { check, messages } from "./support";

/** A form whose relations have the strategies given; rows stand in lines 2 to 8, TH in D. */
const formWith = (missing: object, total: Line = {}, conditions: readonly Line[] = []) =>
  formOf(
    [
      count("TONG", "Tổng số", { "Bằng tổng": "A + B", ...total }),
      count("A", "Nam"),
      count("B", "Nữ", { "Bắt buộc": "có" }),
      count("NHOM", "Được khám", { "Tập con của": "B" }),
      rate("TL", "Tỷ lệ khám", { "Cách tính": "100 * NHOM / (A + B)" }),
      count("LAI", "Tổng số, ghi lại", { "Bằng với": "TONG" }),
      count("LUYKE", "Tích lũy", { "Cộng dồn": "lũy kế" }),
    ],
    meta(["label", "code", "plan", "actual", "samePeriod"], { missing }),
    conditions,
  );

const actual = (figures: Readonly<Record<string, Written>>) =>
  Object.fromEntries(Object.entries(figures).map(([code, figure]) => [code, [null, figure]]));

/** What is found of group QH, and what is said to be undecided. */
function said(form: ReturnType<typeof formWith>, figures: Readonly<Record<string, Written>>): string[] {
  const result = check(form, actual(figures));
  const undecided = result.unchecked.filter(({ reason }) => reason === "missing-figure");
  return [...messages(result, "QH"), ...undecided.map(({ message }) => message)];
}

const UNDECIDED_TOTAL = "Chưa đối chiếu được Thực hiện của “Tổng số”: thiếu số của “Nữ”.";
const WRONG_TOTAL = "D2 QH1 Tổng số ghi 10; Nam 7 = 7. Lệch 3.";

describe("a total with a part left blank", () => {
  const figures = { TONG: 10, A: 7 };

  test.each([
    ["nothing is named: undecided", {}, [UNDECIDED_TOTAL]],
    ["skipped if any is missing: undecided", { total: { others: "any" } }, [UNDECIDED_TOTAL]],
    [
      "skipped only if all are missing: it counts as none",
      { total: { others: "all" } },
      [WRONG_TOTAL.replace("Nam 7", "Nam 7 + Nữ trống")],
    ],
    [
      "never skipped: it counts as none",
      { total: { others: "never" } },
      [WRONG_TOTAL.replace("Nam 7", "Nam 7 + Nữ trống")],
    ],
  ] as const)("%s", (_, missing, expected) => {
    expect(said(formWith(missing), figures)).toEqual(expected);
  });

  test("a row says it otherwise than its form", () => {
    const rowSays = { "Thiếu ở dòng kia": "bỏ qua nếu thiếu hết" };
    expect(said(formWith({}, rowSays), figures)).toHaveLength(1);
    expect(said(formWith({}, rowSays), figures)[0]).toMatch(/^D2 QH1/);
    const back = { "Thiếu ở dòng kia": "bỏ qua nếu thiếu" };
    expect(said(formWith({ total: { others: "never" } }, back), figures)).toEqual([UNDECIDED_TOTAL]);
  });
});

describe("a total with all parts left blank", () => {
  test("is undecided where a part is required, or wrong where it is never skipped", () => {
    const both = "Chưa đối chiếu được Thực hiện của “Tổng số”: thiếu số của “Nam”, “Nữ”.";
    expect(said(formWith({}), { TONG: 10 })).toEqual([both]);
    expect(said(formWith({ total: { others: "all" } }), { TONG: 10 })).toEqual([both]);
    expect(said(formWith({ total: { others: "never" } }), { TONG: 10 })).toEqual([
      "D2 QH1 Tổng số ghi 10; Nam trống + Nữ trống = 0. Lệch 10.",
    ]);
  });

  test("none at all agrees with parts left blank", () => {
    expect(said(formWith({ total: { others: "never" } }), { TONG: "-" })).toEqual([]);
  });
});

describe("a total that is blank itself", () => {
  test("is left to the rules of completeness, unless it is never skipped", () => {
    const figures = { A: 7, B: 3 };
    expect(said(formWith({}), figures)).toEqual([]);
    expect(said(formWith({ total: { own: "all" } }), figures)).toEqual([]);
    expect(said(formWith({ total: { own: "never" } }), figures)).toEqual([
      "D2 QH1 Tổng số ghi trống; Nam 7 + Nữ 3 = 10. Lệch 10.",
    ]);
  });
});

describe("what no strategy takes for none", () => {
  const never = formWith({ total: { own: "never", others: "never" } });

  test("what occurred but was not collected", () => {
    expect(said(never, { TONG: 10, A: 7, B: "…" })).toEqual([UNDECIDED_TOTAL]);
  });

  test("a text that cannot be read, and a formula without a result", () => {
    expect(said(never, { TONG: 10, A: 7, B: "chưa có" })).toEqual([UNDECIDED_TOTAL]);
    expect(said(never, { TONG: 10, A: 7, B: { value: null, formula: "=X1" } })).toEqual([UNDECIDED_TOTAL]);
  });
});

test("a rate is undecided for want of its denominator; where blank counts as none it is worked out", () => {
  const figures = { NHOM: 5, TL: 50, A: 10 };
  const undecided = "Chưa đối chiếu được Thực hiện của “Tỷ lệ khám”: thiếu số của “Nữ”.";
  const subset = "Chưa đối chiếu được Thực hiện của “Được khám”: thiếu số của “Nữ”.";
  expect(said(formWith({}), figures)).toEqual([subset, undecided]);
  expect(said(formWith({ rate: { others: "all" } }), figures)).toEqual([subset]);
  expect(said(formWith({ rate: { others: "all" } }), { ...figures, TL: 40 })).toEqual([
    "D6 QH3 Tỷ lệ khám ghi 40; tính lại từ Được khám 5; Nam 10; Nữ trống được 50,0.",
    subset,
  ]);
});

test("some of a group that is blank: undecided, or more than none", () => {
  const figures = { NHOM: 5 };
  expect(said(formWith({}), figures)).toEqual(["Chưa đối chiếu được Thực hiện của “Được khám”: thiếu số của “Nữ”."]);
  expect(said(formWith({ subset: { others: "never" } }), figures)).toEqual([
    "D5 QH4 Được khám ghi 5, lớn hơn Nữ trống. Lệch 5.",
  ]);
});

test("one of two places blank: nothing is said where neither is required, and a difference where never skipped", () => {
  expect(said(formWith({}), { LAI: 10 })).toEqual([]);
  expect(said(formWith({ same: { others: "never" } }), { LAI: 10 })).toEqual([
    "D7 QH7 Tổng số, ghi lại ghi 10; “Tổng số” ghi 0. Lệch 10.",
  ]);
});

test("a cumulative figure left blank is a fall only where never skipped", () => {
  const figures = { LUYKE: [null, null, 5] };
  const found = (missing: object) => messages(check(formWith(missing), figures), "QH");
  expect(found({})).toEqual([]);
  expect(found({ cumulative: { own: "never" } })).toEqual(["D8 QH6 Tích lũy ghi trống, thấp hơn cùng kỳ 5. Lệch 5."]);
});

describe("a condition", () => {
  const condition = (more: Line) => [
    { "Mã số": "TONG", "Vế trái": "TONG", Dấu: ">=", "Vế phải": "A + NHOM", "Vì sao": "Hai nhóm rời nhau.", ...more },
  ];
  const figures = { TONG: 10, NHOM: 12, B: 20 };
  const found = (more: Line) =>
    messages(check(formWith({}, { "Bằng tổng": "" }, condition(more)), actual(figures)), "QH8");

  test("skips a side with a figure missing, and takes it for none where the side says so", () => {
    expect(found({})).toEqual([]);
    expect(found({ "Thiếu ở vế trái": "luôn xét" })).toEqual([]);
    expect(found({ "Thiếu ở vế phải": "bỏ qua nếu thiếu hết" })).toEqual([
      "D2 QH8 Tổng số 10 nhỏ hơn Nam trống + Được khám 12 = 12. Lệch 2. Hai nhóm rời nhau.",
    ]);
  });
});
