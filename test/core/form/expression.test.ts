import fc from "fast-check";
import { compileExpression, ExpressionError, MAX_EXPRESSION_LENGTH } from "../../../src/core/form/expression";

/** The value of an expression for figures by code. */
function valueOf(text: string, figures: Readonly<Record<string, number>>): number | undefined {
  const expression = compileExpression(text);
  return expression.evaluate(expression.codes.map((code) => figures[code]!));
}

function reasonFor(text: string): string {
  try {
    compileExpression(text);
  } catch (error) {
    if (error instanceof ExpressionError) return error.reason;
    throw error;
  }
  return "not refused";
}

describe("what an expression may say", () => {
  test.each([
    ["100 * A / B", { A: 3, B: 4 }, 75],
    ["A / B * 1000", { A: 3, B: 4 }, 750],
    ["100 * (A + B) / C", { A: 1, B: 2, C: 4 }, 75],
    ["A - B", { A: 1, B: 3 }, -2],
    ["-A + 10", { A: 4 }, 6],
    ["A + A", { A: 4 }, 8],
    ["1.5 * A", { A: 2 }, 3],
    ["1e5 * A / B", { A: 1, B: 4 }, 25_000],
    ["sum(A, B, C)", { A: 1, B: 2, C: 3 }, 6],
    ["max(A, B) - min(A, B)", { A: 1, B: 3 }, 2],
    ["abs(A - B)", { A: 1, B: 3 }, 2],
    ["A < B", { A: 1, B: 3 }, 1],
    ["A >= B", { A: 1, B: 3 }, 0],
    ["A < B < C", { A: 1, B: 2, C: 3 }, 1],
    ["A <= B < C", { A: 2, B: 2, C: 2 }, 0],
    ["A > B", { A: 3, B: 1 }, 1],
    ["(A < B) + (B <= C) + 1", { A: 1, B: 3, C: 3 }, 3],
    ["A > B ? A - B : B > C ? B - C : 0", { A: 1, B: 5, C: 2 }, 3],
    ["A <= 0 ? 0 : 100 * B / A", { A: 0, B: 3 }, 0],
    ["A <= 0 ? 0 : 100 * B / A", { A: 4, B: 3 }, 75],
    ["100*LAO_09/LAO_07", { LAO_09: 1, LAO_07: 2 }, 50],
  ])("%s", (text, figures, value) => {
    expect(valueOf(text, figures)).toBe(value);
  });

  test.each([
    ["A / B", { A: 1, B: 0 }],
    ["A / B", { A: 0, B: 0 }],
    ["A * 1e308", { A: 1e10 }],
  ])("%s has no value where it divides by zero or overflows", (text, figures) => {
    expect(valueOf(text, figures)).toBeUndefined();
  });

  test("codes are named once, in the order of their use", () => {
    expect(compileExpression("100 * B / (A + B)").codes).toEqual(["B", "A"]);
  });

  test("evaluating leaves no trace", () => {
    const expression = compileExpression("A + B");
    expect([expression.evaluate([1, 2]), expression.evaluate([10, 20]), expression.evaluate([1, 2])]).toEqual([
      3, 30, 3,
    ]);
  });
});

describe("what a stranger's definition cannot do", () => {
  const CHARACTER = /^ký tự "." không dùng được$/su;
  const CALL = "cách gọi hàm này không có trong danh sách";
  const UNREADABLE = "viết sai, không đọc được";
  test.each<[string, string | RegExp]>([
    // Reaching out of the expression.
    ['import("fs")', CHARACTER],
    ["import(A)", 'hàm "import" không có trong danh sách'],
    ["config({relTol:0.9})", CHARACTER],
    ["config(A)", 'hàm "config" không có trong danh sách'],
    ["evaluate(A)", 'hàm "evaluate" không có trong danh sách'],
    ["parse(A)", 'hàm "parse" không có trong danh sách'],
    ["createUnit(A)", 'hàm "createUnit" không có trong danh sách'],
    ["A.constructor", "có phần không dùng được trong định nghĩa biểu"],
    ["A.constructor.constructor(B)", CALL],
    ["A.sum(B)", CALL],
    ["sum.max(A)", CALL],
    ["(A).abs(B)", CALL],
    ["constructor(A)", 'hàm "constructor" không có trong danh sách'],
    ["toString(A)", 'hàm "toString" không có trong danh sách'],
    ["__proto__", '"__proto__" không phải mã số'],
    ["toString + A", '"toString" không phải mã số'],
    ["hasOwnProperty(A)", 'hàm "hasOwnProperty" không có trong danh sách'],
    // Words that mathjs keeps for itself.
    ["end + A", '"end" không phải mã số'],
    ["A + true", "chỉ dùng được số"],
    ["A + null", "chỉ dùng được số"],
    ["A + undefined", "chỉ dùng được số"],
    ["A + NaN", "chỉ dùng được số"],
    ["A + Infinity", "chỉ dùng được số"],
    ["A + 1e999", "chỉ dùng được số"],
    ["sum + A", '"sum" không phải mã số'],
    // Defining and changing.
    ["=100 * A / B", 'dấu "=" không dùng được; chỉ có <, <=, >, >='],
    ["a=1", 'dấu "=" không dùng được; chỉ có <, <=, >, >='],
    ["f(x)=x", 'dấu "=" không dùng được; chỉ có <, <=, >, >='],
    ["A == B", 'dấu "=" không dùng được; chỉ có <, <=, >, >='],
    ["A; B", CHARACTER],
    ["A\nB", CHARACTER],
    // Things that are not numbers.
    ['"s"', CHARACTER],
    ["'s'", CHARACTER],
    ["[1,2]", CHARACTER],
    ["{a:1}", CHARACTER],
    ["A'", CHARACTER],
    ["A!", CHARACTER],
    ["A^9^9", CHARACTER],
    ["A % B", CHARACTER],
    ["A & B", CHARACTER],
    ["1:1e7", "có phần không dùng được trong định nghĩa biểu"],
    ["sum(1:10000000, A)", "có phần không dùng được trong định nghĩa biểu"],
    ["A .* B", /không dùng được/],
    ["A ./ B", /không dùng được/],
    // Units and implied products.
    ["2 A", "thiếu dấu phép tính giữa hai số"],
    ["2(A)", "thiếu dấu phép tính giữa hai số"],
    ["A(B)", 'hàm "A" không có trong danh sách'],
    ["5 cm + A", "thiếu dấu phép tính giữa hai số"],
    ["A to B", /không dùng được/],
    ["A in B", /không dùng được/],
    ["A mod B", /không dùng được/],
    ["A and B", /không dùng được/],
    ["not A", /không dùng được/],
    // Look-alikes and things that do not show.
    ["Ａ + B", CHARACTER],
    ["А + B", CHARACTER],
    ["A − B", CHARACTER],
    ["A × B", CHARACTER],
    ["A\u00a0+ B", CHARACTER],
    ["A\u200b", CHARACTER],
    ["SỐ + A", CHARACTER],
    ["A\u0000", CHARACTER],
    // Wrong.
    ["", "để trống"],
    ["  ", "để trống"],
    ["100", "không có mã số chỉ tiêu nào"],
    ["A +", UNREADABLE],
    ["(A", UNREADABLE],
    ["A)", UNREADABLE],
    ["A,B", UNREADABLE],
    ["sum()", 'hàm "sum" thiếu tham số'],
    ["abs(A, B)", 'hàm "abs" chỉ nhận một tham số'],
    ["A <=> B", UNREADABLE],
    ["A < B == C", 'dấu "=" không dùng được; chỉ có <, <=, >, >='],
    ["A < B != C", CHARACTER],
    ["_A", '"_A" không phải mã số'],
    ["A".repeat(41), /không phải mã số/],
  ])("refuses %j", (text, reason) => {
    expect(reasonFor(text)).toEqual(typeof reason === "string" ? reason : expect.stringMatching(reason));
  });

  test.each([
    ["ten thousand parentheses", "(".repeat(10_000) + "A" + ")".repeat(10_000), "dài quá 1000 ký tự"],
    ["four hundred parentheses", "(".repeat(400) + "A" + ")".repeat(400), "lồng quá nhiều dấu ngoặc"],
    ["a run of signs", `${"-".repeat(900)}A`, "lồng quá nhiều dấu ngoặc"],
    ["a run of signs with spaces between", `${"- ".repeat(450)}A`, "lồng quá nhiều dấu ngoặc"],
    ["a run of signs with tabs between", `${"-\t".repeat(450)}A`, "lồng quá nhiều dấu ngoặc"],
    ["a run of plus signs", `A ${"+".repeat(60)} B`, "lồng quá nhiều dấu ngoặc"],
    ["a run of question marks", `A ${"?".repeat(60)} B`, "lồng quá nhiều dấu ngoặc"],
    ["conditions without end", `${"A ? ".repeat(240)}A`, "viết sai, không đọc được"],
  ])("refuses %s", (_, text, reason) => {
    expect(reasonFor(text)).toBe(reason);
  });

  test.each([
    ["of the greatest length", "A + B".padEnd(MAX_EXPRESSION_LENGTH)],
    ["of forty parentheses in one another", `${"(".repeat(40)}A${")".repeat(40)}`],
    ["of many parentheses side by side", Array.from({ length: 90 }, (_, at) => `(A${at})`).join(" + ")],
    ["of many signs, each at a code of its own", Array.from({ length: 90 }, (_, at) => `-A${at}`).join(" - ")],
  ])("reads an expression %s", (_, text) => {
    expect(reasonFor(text)).toBe("not refused");
  });

  test("an expression of the greatest length is still read at once", () => {
    const longest = Array.from({ length: 199 }, (_, at) => `A${at + 100}`)
      .join("+")
      .slice(0, MAX_EXPRESSION_LENGTH);
    expect(compileExpression(longest).isSum).toBe(true);
    expect(reasonFor(`${longest}+A${"0".repeat(10)}`.padEnd(MAX_EXPRESSION_LENGTH + 1, " "))).toMatch(/^dài quá/);
  });

  test("whatever is written is either refused in Vietnamese or gives numbers, and never throws", () => {
    const piece = fc.constantFrom(
      ..."A B AB_1 sum min abs end i pi e 1 2.5 1e3 + - * / ( ) , < > <= >= ? : . mod to in not true null constructor prototype".split(
        " ",
      ),
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(" "));
    fc.assert(
      fc.property(text, fc.array(fc.double(), { minLength: 12, maxLength: 12 }), (written, figures) => {
        if (reasonFor(written) !== "not refused") return;
        const value = compileExpression(written).evaluate(figures);
        expect(value === undefined || Number.isFinite(value)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

test("an error names the expression and the reason, without swallowing the screen", () => {
  expect(() => compileExpression("A ^ 2")).toThrow('Công thức "A ^ 2": ký tự "^" không dùng được');
  const long = `${"A + ".repeat(100)}^`;
  expect(() => compileExpression(long)).toThrow(new ExpressionError(long, 'ký tự "^" không dùng được').message);
  expect(new ExpressionError(long, "x").message.length).toBeLessThan(110);
});
