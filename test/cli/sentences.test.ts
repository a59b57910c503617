import { desk, dienBien, type Desk } from "./support";

let at: Desk;
beforeAll(async () => {
  at = desk();
  await dienBien(at, "f.xlsx");
});

test("the rows that are named, one sentence a line, with the cells in JSON", async () => {
  interface Said {
    readonly forms: readonly {
      readonly form: string;
      readonly sentences: readonly { readonly code: string; readonly row: number; readonly sentence: string }[];
    }[];
  }
  const all = JSON.parse((await at.bieu("sentences", "f.xlsx", "--json")).out) as Said;
  expect(all.forms[0]!.form).toBe("PL02");
  const treated = all.forms[0]!.sentences.find(({ code }) => code === "DTD_10")!;
  const lung = all.forms[0]!.sentences.find(({ code }) => code === "LAO_02")!;
  const { code, out } = await at.bieu("sentences", "f.xlsx", "--dong", `${lung.row},${treated.row}-${treated.row}`);
  expect(code).toBe(0);
  expect(out.split("\n")).toEqual([
    "Số xã khám sàng lọc 6 xã đạt 100% KH, giảm 40% so với cùng kỳ.",
    "Hoạt động phòng chống bệnh đái tháo đường: khám và điều trị cho 14.137 lượt đạt 61,7% KH, tăng 18,9% so với cùng kỳ.",
  ]);
});

test("a section as paragraphs", async () => {
  const { out } = await at.bieu("sentences", "f.xlsx", "--muc", "DTD");
  expect(out.split("\n")).toHaveLength(2);
  expect(out).toContain("khám và điều trị cho 14.137 lượt đạt 61,7% KH, tăng 18,9% so với cùng kỳ;");
});

test("rows without figures are said to have none", async () => {
  expect((await at.bieu("sentences", "f.xlsx", "--dong", "1")).out).toContain("chưa có số thực hiện");
});

test.each([
  [["--dong", "a"], "không đọc được"],
  [["--dong", "9-3"], "không đọc được"],
  [["--muc", "KHONG"], "A_I"],
  [["--muc", "LAO_01"], 'Không có mục "LAO_01"'],
  [["--muc", "LAO", "--dong", "3"], "Chỉ chọn một"],
])("%j is refused with what is possible", async (options, message) => {
  const { code, error } = await at.bieu("sentences", "f.xlsx", ...options);
  expect(code).toBe(2);
  expect(error).toContain(message);
});
