import fc from "fast-check";
import { shortLabel } from "../../../src/core/text/label";
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

describe("in a form of any headings", () => {
  /** Headings of any depth with marks or none, each followed by an indicator. */
  const forms = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom("", "I", "B", "2")), { minLength: 1, maxLength: 8 })
    .map((headings) =>
      formOf(
        headings.flatMap(([level, tt], at) => [
          { ...heading(`M${at}`, `Mục ${at}, trong đó:`, level), TT: tt },
          count(`CT${at}`, `Số ${at}`),
        ]),
      ),
    );

  test("rows belong to the nearest part or chapter above them, and deeper headings make no difference", () => {
    fc.assert(
      fc.property(forms, (form) => {
        for (const { path } of form.indicators) {
          const section = sectionOf(form, path);
          const outer = path.filter((code) => form.byCode.get(code)!.level <= 2);
          expect(section).toBe(outer.at(-1) ?? "");
          expect(sectionOf(form, outer)).toBe(section);
          expect(sectionOf(form, [...path, "KHONG", form.indicators[0]!.code])).toBe(section);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("a section is called by the marks above it and its own, then its name, which is always there", () => {
    fc.assert(
      fc.property(forms, (form) => {
        for (const row of form.rows) {
          if (row.row !== "heading") continue;
          const label = sectionLabel(form, row.code);
          const marks = [...row.path, row.code].map((code) => form.byCode.get(code)!.tt).filter(Boolean);
          const [name, mark = ""] = label.split(". ").reverse();
          expect([mark.split(".").filter(Boolean), name]).toEqual([marks, shortLabel(row.label)]);
        }
      }),
      { numRuns: 50 },
    );
  });
});
