import { sectionLabel, sectionOf } from "../../../src/core/form/sections";
import { formById } from "../../../src/forms";
import { count, formOf, heading } from "./support";

const PL02 = formById("PL02")!;

test("a row belongs to its chapter, however deep in it", () => {
  expect(sectionOf(PL02, PL02.byCode.get("LAO_01")!.path)).toBe("A_I");
  expect(sectionLabel(PL02, "A_I")).toMatch(/^A\.I\. Các hoạt động Phòng, chống một số bệnh/);
});

test("a part without chapters is a section of its own, with its own mark", () => {
  expect(sectionLabel(PL02, "NS")).toMatch(/^C\. /);
  expect(sectionLabel(PL02, "SKNN")).toMatch(/^D\.1\. /);
});

test("a row right under a part belongs to the part", () => {
  expect(sectionOf(PL02, ["NS"])).toBe("NS");
});

test("a section without a mark is called by its label alone", () => {
  const form = formOf([heading("A", "Phần một"), heading("A_I", "Chương một", 2), count("X", "Số X")]);
  expect(sectionLabel(form, "A_I")).toBe("Chương một");
});

test("without a form, or without a heading, there is no section", () => {
  expect(sectionOf(undefined, ["A", "A_I"])).toBe("");
  expect(sectionOf(PL02, [])).toBe("");
  expect(sectionLabel(PL02, "")).toBe("");
});
