import fc from "fast-check";
import { labelForMatching, LEAST_LIKENESS } from "../../../src/core/form/match-rows";
import { foldedLabel, likeness } from "../../../src/core/form/similarity";

const alike = (a: string, b: string) => likeness(foldedLabel(labelForMatching(a)), foldedLabel(labelForMatching(b)));

describe("labels that people take for the same", () => {
  test.each([
    ["Tỷ lệ trẻ em < 1 tuổi được tiêm chủng đầy đủ", "Tỉ lệ trẻ em < 1 tuổi được tiêm chủng đầy đủ"],
    ["Số bác sĩ/vạn dân", "Số bác sỹ/vạn dân"],
    ["Tổng số lượt khám bệnh", "Tổng số luợt khám bệnh"],
    ["Bệnh nhân lao hoàn thành điều trị", "Bệnh nhân lao hoàn thành diều trị, trong đó:"],
    ["Số xã triển khai", "Số xã tiển khai"],
    ["Công suất sử dụng giường bệnh", "Công suất sử dụng giường"],
    ["Tập huấn cho cán bộ tuyến huyện, xã", "Tập huấn cho cán bộ tuyển huyện, xã"],
  ])("%s", (a, b) => {
    expect(alike(a, b)).toBeGreaterThanOrEqual(LEAST_LIKENESS);
    expect(alike(a, b)).toBeLessThan(1.01);
  });

  test.each([
    ["- Số xã triển khai:", "Số xã triển khai"],
    ["SỐ XÃ TRIỂN KHAI", "Số xã triển khai".normalize("NFD")],
    ["1. Số xã triển khai", "Số xã triển khai"],
    ["a) Số xã triển khai", "II. Số  xã\u00a0triển khai, trong đó:"],
  ])("%s, to the letter", (a, b) => {
    expect(alike(a, b)).toBe(1);
  });
});

describe("labels that people do not take for the same", () => {
  test.each([
    ["Tỷ suất tử vong trẻ em < 1 tuổi", "Tỷ suất tử vong trẻ em < 5 tuổi"],
    ["Tổng số trẻ < 2 tuổi", "Tổng số trẻ > 2 tuổi"],
    ["Số phụ nữ đẻ khám thai 3 lần", "Số phụ nữ đẻ khám thai 4 lần"],
    ["Số bệnh nhân lao", "Số bệnh nhân phong mới phát hiện"],
    ["Tuyến tỉnh", "Tuyến huyện"],
    ["Bướu cổ", "Basedow"],
    ["Số giường bệnh", ""],
  ])("%s and %s", (a, b) => {
    expect(alike(a, b)).toBeLessThan(LEAST_LIKENESS);
  });

  test("a number or sign that differs weighs more than all the words that are the same", () => {
    expect(
      alike("Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng", "Tỷ lệ trẻ em dưới 5 tuổi được tiêm chủng"),
    ).toBeLessThanOrEqual(0.54);
    expect(alike("Trẻ từ 1 đến 5 tuổi", "Trẻ đến 5 từ 1 tuổi")).toBeGreaterThan(LEAST_LIKENESS);
    expect(alike("Nhóm 1 2", "Nhóm 12")).toBeLessThan(LEAST_LIKENESS);
  });

  test("nothing is like nothing only to the letter", () => {
    expect(alike("", "")).toBe(1);
    expect(alike("", "Số xã")).toBe(0);
  });

  test("without a word in common only short labels are compared by letters", () => {
    expect(alike("Basedow", "Basedov")).toBeGreaterThan(0.4);
    expect(alike("Khámbệnhchữabệnhngoạitrú", "Khámbệnhchữabệnhngoạitrúx")).toBe(0);
  });
});

test("likeness is a share, the same from both sides, and whole only for the same label", () => {
  const word = fc.constantFrom("số", "xã", "triển", "khai", "bệnh", "nhân", "<", "5", "tuổi", "tỷ", "lệ", "mới");
  const label = fc.array(word, { maxLength: 8 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(label, label, (a, b) => {
      const value = alike(a, b);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
      expect(alike(b, a)).toBeCloseTo(value, 12);
      expect(alike(a, a)).toBe(1);
    }),
  );
});
