/** QH8: at what a condition holds, when nobody can say, and how its sides are told. */

import { count, formOf, meta, rate, type Line, type Written } from "../form/support";
import { check, findingsOf, messages } from "./support";

const ROWS = [
  count("A", "Lao", { "Giới hạn": "" }),
  count("B", "Sởi", { "Giới hạn": "" }),
  count("C", "Tả", { "Giới hạn": "" }),
  rate("TL", "Tỷ lệ", { "Giới hạn": "" }),
];
const condition = (left: string, sign: string, right: string, more: Line = {}): Line => ({
  "Mã số": "A",
  "Vế trái": left,
  Dấu: sign,
  "Vế phải": right,
  "Vì sao": "Như biểu ghi.",
  ...more,
});
const run = (stated: Line, figures: Readonly<Record<string, Written>>) =>
  check(
    formOf(ROWS, meta(["label", "code", "plan", "actual"]), [stated]),
    Object.fromEntries(Object.entries(figures).map(([code, figure]) => [code, [null, figure]])),
  );

test.each<[string, string, string, Record<string, Written>, boolean]>([
  ["A + B", "<=", "C", { A: 3, B: 4, C: 7 }, true],
  ["A + B", "<=", "C", { A: 3, B: 4, C: 6 }, false],
  ["A + B", "<=", "C", { A: 0, B: "-", C: 0 }, true],
  ["A + B", ">=", "C", { A: 3, B: 4, C: 7 }, true],
  ["A + B", ">=", "C", { A: 3, B: 4, C: 8 }, false],
  ["A + B", ">=", "C", { A: 0, B: "-", C: 0 }, true],
  ["A + B", "=", "C", { A: 3, B: 4, C: 7 }, true],
  ["A + B", "=", "C", { A: 3, B: 4, C: 8 }, false],
  ["A + B", "=", "C", { A: 3, B: 4, C: 6 }, false],
  ["A + B", "=", "C", { A: 0, B: "-", C: 0 }, true],
  ["A + TL", "<=", "B", { A: 1, TL: 0.1, B: 1 }, false],
  ["A + TL", "<=", "B", { A: 1, TL: 0, B: 1 }, true],
  ["A * TL", "=", "B * TL", { A: 30, B: 30, TL: 0.1 }, true],
])("%s %s %s of %j: %j", (left, sign, right, figures, holds) => {
  expect(findingsOf(run(condition(left, sign, right), figures), "QH8")).toHaveLength(holds ? 0 : 1);
});

test("where a divisor may be nothing the condition says nothing", () => {
  const { findings, unchecked } = run(condition("A / B", "<=", "C"), { A: 5, B: 0, C: 1 });
  expect(findings.filter(({ rule }) => rule === "QH8")).toEqual([]);
  expect(unchecked.filter(({ reason }) => reason === "missing-figure")).toEqual([]);
  expect(findingsOf(run(condition("A / B", "<=", "C"), { A: 5, B: 1, C: 1 }), "QH8")).toHaveLength(1);
});

test.each<[string, string, string, Record<string, Written>, string]>([
  ["A + B", "<=", "C", { A: 3, B: 4, C: 6 }, "Lao 3 + Sởi 4 = 7 lớn hơn Tả 6. Lệch 1."],
  ["A - B", ">=", "C", { A: 3, B: 4, C: 6 }, "Lao 3 − Sởi 4 = -1 nhỏ hơn Tả 6. Lệch 7."],
  ["-A + B", ">=", "C", { A: 3, B: 4, C: 6 }, "− Lao 3 + Sởi 4 = 1 nhỏ hơn Tả 6. Lệch 5."],
  ["2 * A", "<=", "C", { A: 4, C: 6 }, "Lao 4 không khớp với Tả 6."],
  ["2 * A + B", "<=", "C", { A: 4, B: 1, C: 6 }, "Lao 4; Sởi 1 không khớp với Tả 6."],
  ["A / 2", ">=", "C", { A: 4, C: 6 }, "Lao 4 không khớp với Tả 6."],
  ["A / (1 + B)", ">=", "C", { A: 4, B: 1, C: 6 }, "Lao 4; Sởi 1 không khớp với Tả 6."],
  ["A + B", "<=", "C / 2", { A: 3, B: 4, C: 6 }, "Lao 3 + Sởi 4 = 7 không khớp với Tả 6."],
  ["A + 1", "<=", "C", { A: 6, C: 6 }, "Lao 6 không khớp với Tả 6."],
  ["A * B", "<=", "C", { A: 3, B: 4, C: 6 }, "Lao 3; Sởi 4 không khớp với Tả 6."],
])("%s %s %s is told as it can be read", (left, sign, right, figures, words) => {
  expect(messages(run(condition(left, sign, right), figures), "QH8")).toEqual([`D2 QH8 ${words} Như biểu ghi.`]);
});

test("of plain sides the gap is told to machines, of others none; what it should be is never said", () => {
  const [plain] = findingsOf(run(condition("A + B", "<=", "C"), { A: 3, B: 4, C: 6 }), "QH8");
  expect(plain).toMatchObject({ level: "error", expected: null, gap: 1, related: ["D3", "D4"] });
  const [other] = findingsOf(run(condition("2 * A", "<=", "C", { Mức: "cảnh báo" }), { A: 4, C: 6 }), "QH8");
  expect(other).toMatchObject({ level: "warning", expected: null });
  expect(other).not.toHaveProperty("gap");
});

describe("a figure that is missing", () => {
  const unchecked = (figures: Readonly<Record<string, Written>>, more: Line = {}) =>
    run(condition("A + B", "<=", "C", more), figures).unchecked.flatMap(({ reason, message }) =>
      reason === "missing-figure" ? [message] : [],
    );

  test("leaves it open, and is named", () => {
    expect(unchecked({ A: 9, B: 1 })).toEqual(["Chưa đối chiếu được Thực hiện của “Lao”: thiếu số của “Tả”."]);
    expect(unchecked({ A: 9, C: 1 })).toEqual(["Chưa đối chiếu được Thực hiện của “Lao”: thiếu số của “Sởi”."]);
    expect(unchecked({ A: 9, B: "…", C: 1 })).toHaveLength(1);
  });

  test("of the row itself, or of all others, which nobody asks for, is passed over", () => {
    expect(unchecked({ B: 1, C: 1 })).toEqual([]);
    expect(unchecked({ A: 9 })).toEqual([]);
  });

  test("counts as none where the form says so, each side by itself", () => {
    const none = (side: string) => ({ [`Thiếu ở vế ${side}`]: "luôn xét" });
    expect(unchecked({ A: 9, C: 1 }, none("phải"))).toHaveLength(1);
    expect(findingsOf(run(condition("A + B", "<=", "C", none("trái")), { A: 9, C: 1 }), "QH8")).toHaveLength(1);
    expect(findingsOf(run(condition("A + B", "<=", "C", none("phải")), { A: 9, B: 1 }), "QH8")).toHaveLength(1);
  });
});
