/** Why a cell is suspected, in the reader's language. */

import type { SuspectFacts } from "../../../../src/core/check/suspects/suspect";
import { slipWords, suspectWords } from "../../../../src/core/check/suspects/words";

const facts = (more: Partial<SuspectFacts>): SuspectFacts => ({
  stated: "1.722",
  mends: 1,
  also: [],
  typedOver: false,
  recent: false,
  comparison: false,
  ...more,
});

test.each<[string, Partial<SuspectFacts>, string]>([
  ["a slip of the hand", { value: "1.272", slip: "swapped" }, "1.272 gõ thành 1.722: đảo hai chữ số."],
  ["another figure", { value: "1.272" }, "Sửa 1.722 thành 1.272 thì khớp."],
  [
    "a slip together with another cell",
    { value: "1.272", slip: "swapped", also: ["D5"] },
    "Sửa 1.722 thành 1.272 cùng với ô D5 thì khớp. Đảo hai chữ số.",
  ],
  [
    "a figure copied from another row",
    { value: "1.272", slip: "otherRow" },
    "Sửa 1.722 thành 1.272 thì khớp. Giống hệt số ở dòng bên cạnh, có thể chép nhầm dòng.",
  ],
  ["a range", { from: "10", to: "20" }, "Sửa 1.722 thành số từ 10 đến 20 thì khớp."],
  ["a floor", { from: "10", also: ["D5", "D6"] }, "Sửa 1.722 thành số từ 10 trở lên cùng với ô D5, D6 thì khớp."],
  ["a ceiling", { to: "20" }, "Sửa 1.722 thành số không quá 20 thì khớp."],
  ["anything else", {}, "Sửa 1.722 thành số khác thì khớp."],
  [
    "a slip that leads to no one figure",
    { to: "20", slip: "otherColumn" },
    "Sửa 1.722 thành số không quá 20 thì khớp. Giống hệt số ở cột khác cùng dòng, có thể chép nhầm cột.",
  ],
])("%s", (_what, more, words) => {
  expect(suspectWords(facts(more), "vi")).toBe(words);
});

test("all that speaks for it is told, each in its sentence", () => {
  const all = { value: "1.272", mends: 2, comparison: true, typedOver: true, recent: true };
  expect(suspectWords(facts(all), "vi")).toBe(
    "Sửa 1.722 thành 1.272 thì khớp. Một ô này liên quan cả 2 mâu thuẫn. Cột so sánh bên cạnh cũng tính ra số này. " +
      "Số gõ đè lên công thức. Ô vừa sửa.",
  );
});

test("in one line only a slip that leads from one figure to another is told", () => {
  expect(slipWords(facts({ value: "1.272", slip: "swapped" }), "vi")).toBe("1.272 gõ thành 1.722");
  expect(slipWords(facts({ value: "1.272", slip: "otherRow" }), "vi")).toBeUndefined();
  expect(slipWords(facts({ value: "1.272" }), "vi")).toBeUndefined();
  expect(slipWords(facts({ slip: "swapped" }), "vi")).toBeUndefined();
});

test("in English it is told in English", () => {
  const slip = facts({ value: "1.272", slip: "swapped", recent: true });
  expect(suspectWords(slip, "en")).toMatch(/^[ -~]+$/);
  expect(slipWords(slip, "en")).toMatch(/^[ -~]*1\.272[ -~]*1\.722[ -~]*$/);
  expect(slipWords(slip, "en")).not.toBe(slipWords(slip, "vi"));
});
