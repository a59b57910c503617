import fc from "fast-check";
import { fold, tidy } from "../../../src/core/text/fold";

test.each([
  ["  Số   giường\tbệnh\n", "Số giường bệnh"],
  ["Số\u00a0giường\u202fbệnh\u3000", "Số giường bệnh"],
  ["Tỷ lệ".normalize("NFD"), "Tỷ lệ"],
  ["giườ\u00adng bệ\u200bnh\ufeff", "giường bệnh"],
  ["e\u200d\u0302", "ê"],
  ["10²", "10²"],
  ["", ""],
])("tidy(%j) is %j", (text, tidied) => {
  expect(tidy(text)).toBe(tidied);
});

test.each([
  ["Tỷ lệ TE<1 tuổi TCĐĐ", "ty le te < 1 tuoi tcdd"],
  ["ĐƠN VỊ, đơn vị", "don vi don vi"],
  ["Số xã/phường (TYT): đạt chuẩn.", "so xa phuong tyt dat chuan"],
  ["≥10,8% và ≤2‰", "≥ 10 8% va ≤ 2‰"],
  ["Trẻ > 5 tuổi", "tre > 5 tuoi"],
  ["người/km²", "nguoi km2"],
  ["８５％", "85%"],
  ["La\u200bo - phổi", "lao phoi"],
  ["…", ""],
])("fold(%j) is %j", (text, folded) => {
  expect(fold(text)).toBe(folded);
});

test("labels that differ in more than accents, case and punctuation stay apart", () => {
  expect(fold("trẻ < 1 tuổi")).not.toBe(fold("trẻ > 1 tuổi"));
  expect(fold("trẻ ≤ 1 tuổi")).not.toBe(fold("trẻ < 1 tuổi"));
  expect(fold("tỷ lệ %")).not.toBe(fold("tỷ lệ ‰"));
});

const letters =
  "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ <>≥≤%‰0129,.-/()";
const text = fc.string({ unit: fc.constantFrom(...letters), maxLength: 40 });

test("case, composition and further folding change nothing", () => {
  fc.assert(
    fc.property(text, (label) => {
      const folded = fold(label);
      expect(fold(label.toLocaleUpperCase("vi"))).toBe(folded);
      expect(fold(label.normalize("NFD"))).toBe(folded);
      expect(fold(tidy(label))).toBe(folded);
      expect(fold(folded)).toBe(folded);
      expect(folded).toMatch(/^[a-z0-9<>≥≤%‰ ]*$/);
    }),
  );
});

test("tidying twice changes nothing", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (any) => expect(tidy(tidy(any))).toBe(tidy(any))));
});

test("a text longer than any label is matched by its opening, in little time", () => {
  const long = `Tỷ lệ trẻ em ${"được tiêm chủng ".repeat(100_000)}`;
  const start = performance.now();
  for (let time = 0; time < 200; time += 1) fold(long);
  expect(performance.now() - start).toBeLessThan(20_000);
  expect(fold(long).startsWith("ty le tre em duoc tiem chung")).toBe(true);
  expect(fold(long)).toBe(fold(`${long} khác`));
  expect(fold(fold(long))).toBe(fold(long));
});

test("a text that grows by folding is cut where others are, and folding it again changes nothing", () => {
  const folded = fold("trẻ <".repeat(400));
  expect(folded.length).toBeLessThanOrEqual(2_000);
  expect(folded.length).toBeGreaterThan(1_990);
  expect(folded).toMatch(/^(?:tre < )+tre?( <)?$/);
  expect(fold(folded)).toBe(folded);
});
