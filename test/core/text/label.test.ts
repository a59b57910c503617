import fc from "fast-check";
import { labelWithMeasure, shortLabel } from "../../../src/core/text/label";
import { computing } from "../../support/computing";

test.each([
  ["Tổng số người được giám định, trong đó:", "Tổng số người được giám định"],
  ["Số lượt khám. Trong đó", "Số lượt khám"],
  ["Bệnh viện tuyến tỉnh : ", "Bệnh viện tuyến tỉnh"],
  ["Phòng chống bệnh Lao;", "Phòng chống bệnh Lao"],
  ["Số giường bệnh", "Số giường bệnh"],
  ["Số người mắc, trong đó nữ", "Số người mắc, trong đó nữ"],
  ["Tỷ lệ (%)", "Tỷ lệ (%)"],
  ["Trong đó:", "Trong đó:"],
  ["…", "…"],
  ["", ""],
])("%j is spoken of as %j", (label, spoken) => {
  expect(shortLabel(label)).toBe(spoken);
});

test("a long run of spaces takes no time", () => {
  const long = `${" .".repeat(50_000)}x`;
  expect(computing(() => expect(shortLabel(long)).toHaveLength(100_001))).toBeLessThan(2_000);
});

test("a label is told with its measure where the form has several", () => {
  expect(labelWithMeasure("Tả, trong đó:", "Chết")).toBe("Tả (chết)");
  expect(labelWithMeasure("Tả, trong đó:", "")).toBe("Tả");
});

test("what is spoken of is spoken of the same way again, and never without a word", () => {
  const part = fc.constantFrom("Tổng số", "trong đó", "Trong đó:", " ", ":", ",", ".", "người", "…", ";");
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const label = parts.join("");
      const spoken = shortLabel(label);
      expect(spoken === "").toBe(label === "");
      expect(label.startsWith(spoken)).toBe(true);
      expect(labelWithMeasure(label, "")).toBe(spoken);
    }),
  );
});
