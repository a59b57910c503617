import { sectionLabel, sectionOf } from "../../../src/core/form/sections";
import { formById } from "../../../src/forms";

const PL02 = formById("PL02")!;

test("a row belongs to its chapter, however deep in it", () => {
  expect(sectionOf(PL02, PL02.byCode.get("LAO_01")!.path)).toBe("A_I");
  expect(sectionLabel(PL02, "A_I")).toMatch(/^A\.I\. Các hoạt động Phòng, chống một số bệnh/);
});

test("a part without chapters is a section of its own, with its own mark", () => {
  expect(sectionLabel(PL02, "NS")).toMatch(/^C\. /);
  expect(sectionLabel(PL02, "SKNN")).toMatch(/^D\.1\. /);
});

test("without a form, or without a heading, there is no section", () => {
  expect(sectionOf(undefined, ["A", "A_I"])).toBe("");
  expect(sectionOf(PL02, [])).toBe("");
  expect(sectionLabel(PL02, "")).toBe("");
});
