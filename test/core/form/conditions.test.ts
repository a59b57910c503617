/** Conditions between rows: what of conditions.csv is read, and what is told of one that makes no sense. */

import { count, formOf, heading, load, meta, type Line } from "./support";

const ROWS = [heading("I", "Mục"), count("A", "Số A"), count("B", "Số B"), count("C", "Số C")];
const LINE: Line = { "Mã số": "A", "Vế trái": "A + B", Dấu: "<=", "Vế phải": "C", "Vì sao": "Hai nhóm của C." };

test("both sides, the sign and the reason are kept; without more words it is an error about given figures", () => {
  const [condition] = formOf(ROWS, meta(), [LINE]).conditions;
  expect(condition).toMatchObject({ code: "A", sign: "<=", soft: false, why: "Hai nhóm của C." });
  expect(condition!.left.codes).toEqual(["A", "B"]);
  expect(condition!.right.codes).toEqual(["C"]);
  expect(condition!.difference.evaluate([1, 2, 5])).toBe(-2);
  expect(condition!.missing).toEqual({ own: "any", others: "any" });
});

test("it may be a warning, and say what a blank means on either side", () => {
  const more = { Mức: "cảnh báo", "Thiếu ở vế trái": "luôn xét", "Thiếu ở vế phải": "bỏ qua nếu thiếu hết" };
  const loaded = load(ROWS, meta(), [{ ...LINE, ...more }]);
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
  expect(loaded.form.conditions[0]).toMatchObject({ soft: true, missing: { own: "never", others: "all" } });
});

test.each<[string, Partial<Line>, string]>([
  [
    "a side that nobody can read",
    { "Vế trái": "A + (B" },
    'conditions.csv: Công thức "A + (B": viết sai, không đọc được',
  ],
  ["a row that there is not", { "Vế phải": "MAT" }, "conditions.csv nhắc đến mã số MAT, trong biểu không có."],
  ["a heading", { "Vế phải": "I" }, "conditions.csv nhắc đến I, là dòng mục chứ không phải chỉ tiêu."],
  ["a sign of its own", { Dấu: "<" }, 'conditions.csv: "Dấu" ghi "<": chỉ nhận <=, >=, =.'],
  ["no reason", { "Vì sao": "" }, 'conditions.csv: Thiếu "Vì sao".'],
  ["rows, but not its own", { "Vế trái": "B" }, "Điều kiện của A không nhắc đến chính dòng A."],
])("one that names %s is refused, and it is told why", (_what, change, words) => {
  const loaded = load(ROWS, meta(), [{ ...LINE, ...change } as Line]);
  expect(loaded.ok).toBe(false);
  const problems = loaded.ok ? [] : loaded.problems;
  expect(problems.map(({ message }) => message).join("\n")).toContain(words);
});

test("a column that nobody knows is passed over and told, the others are not", () => {
  const all = { Mức: "lỗi", "Thiếu ở vế trái": "luôn xét", "Thiếu ở vế phải": "luôn xét" };
  expect(load(ROWS, meta(), [{ ...LINE, ...all }]).problems).toEqual([]);
  expect(load(ROWS, meta(), [{ ...LINE, Nguồn: "QĐ" }])).toMatchObject({
    ok: true,
    problems: [
      {
        level: "warning",
        message: 'conditions.csv: Cột "Nguồn" không có trong mẫu định nghĩa nên không được dùng.',
      },
    ],
  });
});

test("mistakes of all files are told at once, with the file where it is not the rows'", () => {
  const { problems } = load([...ROWS, count("D", "D", { Gộp: "nhân" })], { ...meta(), id: "x" }, [
    { ...LINE, Dấu: "<" },
  ]);
  expect(problems.map(({ line, message }) => `${line} ${message.split(" ghi ")[0]}`)).toEqual([
    '0 "id"',
    '6 "Gộp"',
    '2 conditions.csv: "Dấu"',
  ]);
});
