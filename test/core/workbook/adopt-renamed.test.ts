/** Which stored entry a renamed sheet takes over, and what is asked of a row that nobody is sure of. */

import { metadataProperty } from "../../../src/core/form/metadata";
import { parsePeriod, type Period } from "../../../src/core/form/period";
import type { Form } from "../../../src/core/form/types";
import { adoptSheet, bindRemembered, recogniseSheet, type Adoption } from "../../../src/core/workbook/adopt";
import { NO_MEMORY, type WorkbookMemory } from "../../../src/core/workbook/memory";
import type { Grid } from "../../../src/core/table/grid";
import { count, formOf, grid, HALF_2024, laidOut, meta, type Written } from "../form/support";
import { snapshotOf } from "./support";

const lines = [
  count("KCB_01", "Tổng số lượt khám bệnh"),
  count("KCB_02", "Số bệnh nhân điều trị nội trú"),
  count("KCB_03", "Số bệnh nhân điều trị ngoại trú"),
  count("KCB_04", "Tổng số ca phẫu thuật"),
];
const FORM = formOf(lines);
const OTHER: Form = formOf(
  [count("DS_01", "Dân số trung bình"), count("DS_02", "Số trẻ đẻ sống"), count("DS_03", "Số phụ nữ có thai")],
  meta(undefined, { id: "KHAC" }),
);
const FORMS = [FORM, OTHER];
const YEAR_2023 = parsePeriod("2023")!;

function known(adoption: Adoption) {
  if (adoption.kind === "nothing" || adoption.kind === "unknown-form") throw new Error(adoption.kind);
  return adoption;
}

describe("a sheet of ours under another name", () => {
  interface Entry {
    readonly sheet: string;
    readonly formId?: string;
    readonly period?: Period;
  }
  const stored = (...entries: readonly Entry[]) =>
    Object.fromEntries(
      entries.map(({ sheet, formId = "THU", period = HALF_2024 }, index) => {
        const { name, value } = metadataProperty(
          { sheet, formId, version: "1.0", period, unit: `Đơn vị của ${sheet}` },
          index,
        );
        return [name, value];
      }),
    );
  /** The sheet Biểu, beside others, in a workbook with these entries: whose entry it takes over. */
  const takenOver = (
    entries: readonly Entry[],
    beside: readonly string[] = [],
    sheet: Grid = laidOut(FORM, HALF_2024, () => 1),
  ) => {
    const own = { id: "{1}", name: "Biểu", visible: true };
    const sheets = [own, ...beside.map((name, at) => ({ id: `{${at + 2}}`, name, visible: true }))];
    const adoption = known(
      recogniseSheet(snapshotOf(sheet, { sheet: own, sheets, properties: stored(...entries) }), NO_MEMORY, FORMS),
    );
    return "metadata" in adoption ? [adoption.metadata?.sheet, adoption.binding.unit] : adoption.kind;
  };

  test.each<[string, readonly Entry[], readonly string[], unknown]>([
    ["takes the one whose sheet is gone", [{ sheet: "Cũ" }], [], ["Cũ", "Đơn vị của Cũ"]],
    ["not one whose sheet is there", [{ sheet: "Cũ" }], ["Cũ"], "ours"],
    ["not one of another form", [{ sheet: "Cũ", formId: "KHAC" }], [], "ours"],
    ["not one of another period", [{ sheet: "Cũ", period: YEAR_2023 }], [], "ours"],
    [
      "of two the one of its period",
      [{ sheet: "Cũ", period: YEAR_2023 }, { sheet: "Mới" }],
      [],
      ["Mới", "Đơn vị của Mới"],
    ],
    ["neither of two of its period", [{ sheet: "Cũ" }, { sheet: "Mới" }], [], "ours"],
    ["of two the one whose sheet is gone", [{ sheet: "Cũ" }, { sheet: "Mới" }], ["Cũ"], ["Mới", "Đơn vị của Mới"]],
  ])("%s", (_, entries, beside, expected) => {
    expect(takenOver(entries, beside)).toEqual(expected);
  });

  test("whose header does not say the period takes the only one that is gone, with its period", () => {
    const bare = laidOut(FORM, HALF_2024, () => 1);
    const rows = bare.rows.map((row) =>
      row.map(
        (cell) =>
          cell &&
          (typeof cell.value === "string"
            ? { ...cell, value: cell.value.replace(/ ?(6T|6 tháng|năm)?[. ]*(đầu )?(năm )?202[34]/g, "") }
            : cell),
      ),
    );
    const undated = { ...bare, rows };
    expect(takenOver([{ sheet: "Cũ", period: YEAR_2023 }], [], undated)).toEqual(["Cũ", "Đơn vị của Cũ"]);
    expect(takenOver([{ sheet: "Cũ", period: YEAR_2023 }, { sheet: "Mới" }], [], undated)).toBe("ours");
  });
});

const HEADER = ["Chỉ tiêu", "Kế hoạch năm 2024", "Thực hiện 6T.2024", "Thực hiện 6T.2023"];
const typed = (...labels: readonly string[]): Grid =>
  grid([HEADER, ...labels.map((label): Written[] => [label, 100, 50, 40])]);
const LABELS = [
  "Tổng số lượt khám bệnh",
  "Số bệnh nhân điều trị nội trú",
  "Số bệnh nhân điều trị ngoại trú",
  "Tổng số ca phẫu thuật",
];

describe("a table that was adopted, under another name", () => {
  const remembered = (...sheets: readonly (readonly [string, string?])[]): WorkbookMemory => ({
    ...NO_MEMORY,
    sheets: sheets.map(([sheet, formId = "THU"]) => ({
      sheet,
      ignoredRules: [],
      explanations: [],
      adopted: { formId, version: "1.0", period: YEAR_2023, unit: `Đơn vị của ${sheet}`, answers: [] },
    })),
  });
  const found = (memory: WorkbookMemory, beside: readonly string[] = []) => {
    const own = { id: "{1}", name: "Biểu", visible: true };
    const sheets = [own, ...beside.map((name, at) => ({ id: `{${at + 2}}`, name, visible: true }))];
    const adoption = known(recogniseSheet(snapshotOf(typed(...LABELS), { sheet: own, sheets }), memory, FORMS));
    return adoption.kind === "adopted"
      ? [adoption.renamedFrom, adoption.binding.unit, adoption.binding.period]
      : adoption.kind;
  };

  test.each<[string, WorkbookMemory, readonly string[], unknown]>([
    ["takes over the only one that is gone", remembered(["Cũ"]), [], ["Cũ", "Đơn vị của Cũ", YEAR_2023]],
    ["not one that is there", remembered(["Cũ"]), ["Cũ"], "adoptable"],
    ["not one of another form", remembered(["Cũ", "KHAC"]), [], "adoptable"],
    ["neither of two", remembered(["Cũ"], ["Mới"]), [], "adoptable"],
    ["of two the one that is gone", remembered(["Cũ"], ["Mới"]), ["Mới"], ["Cũ", "Đơn vị của Cũ", YEAR_2023]],
    ["of two the one of its form", remembered(["Cũ"], ["Mới", "KHAC"]), [], ["Cũ", "Đơn vị của Cũ", YEAR_2023]],
  ])("%s", (_, memory, beside, expected) => {
    expect(found(memory, beside)).toEqual(expected);
  });
});

describe("what is remembered of a sheet by its own name", () => {
  const snapshot = snapshotOf(typed(...LABELS));
  const adopted = adoptSheet(snapshot, NO_MEMORY, known(recogniseSheet(snapshot, NO_MEMORY, FORMS)), {
    unit: "TTYT huyện A",
    period: YEAR_2023,
  });
  const entry = (sheet: string) => ({ sheet, formId: "THU", version: "1.0", period: HALF_2024, unit: "Sở Y tế" });

  test("comes before what stands there: first that we made it, then that the user took it", () => {
    expect(bindRemembered(snapshot.grid, FORMS, [entry("Biểu")], adopted)).toMatchObject({
      unit: "Sở Y tế",
      period: HALF_2024,
    });
    expect(bindRemembered(snapshot.grid, FORMS, [entry("Khác")], adopted)).toMatchObject({
      unit: "TTYT huyện A",
      period: YEAR_2023,
    });
    expect(bindRemembered(snapshot.grid, FORMS, [], NO_MEMORY)).toMatchObject({
      form: { id: "THU" },
      period: HALF_2024,
    });
  });

  test("is passed over where another table took its place", () => {
    const other = typed("Dân số trung bình", "Số trẻ đẻ sống", "Số phụ nữ có thai");
    expect(bindRemembered(other, FORMS, [], adopted)?.form?.id).toBe("KHAC");
  });

  test("stays where the user says nothing new, and goes where another form is chosen", () => {
    const again = adoptSheet(snapshot, adopted, known(recogniseSheet(snapshot, adopted, FORMS)), {});
    expect(again).toEqual(adopted);
    const answered = adoptSheet(snapshot, adopted, known(recogniseSheet(snapshot, adopted, FORMS)), {
      answers: new Map([[1, null]]),
    });
    expect(answered.sheets[0]!.adopted!.answers).toHaveLength(1);
    const other = typed("Dân số trung bình", "Số trẻ đẻ sống", "Số phụ nữ có thai");
    const moved = snapshotOf(other);
    const taken = adoptSheet(moved, answered, known(recogniseSheet(moved, answered, FORMS)), {});
    expect(taken.sheets[0]!.adopted).toMatchObject({ formId: "KHAC", answers: [] });
  });
});

describe("a row that nobody is sure of", () => {
  const doubtful = (...labels: readonly string[]) =>
    known(recogniseSheet(snapshotOf(typed(...labels)), NO_MEMORY, FORMS)).doubtful.map(
      ({ row, guess, alternatives }) => [row, guess.code, ...alternatives.map(({ code }) => code)],
    );

  test("is asked about in the order of the sheet, its likeliest indicator first; one like none is not", () => {
    const [first, second, third, fourth] = LABELS as [string, string, string, string];
    expect(doubtful(first, second, third, fourth)).toEqual([]);
    expect(doubtful(first, second, third, fourth, "Số máy thở còn dùng được")).toEqual([]);
    expect(doubtful(first, "Số BN điều trị nội trú tại viện", third, "Ca phẫu thuật các loại")).toEqual([
      [2, "KCB_02"],
      [4, "KCB_04"],
    ]);
  });

  test("is not taken for what another row already is for certain", () => {
    const [first, second, third] = LABELS as [string, string, string];
    for (const [, ...codes] of doubtful(first, second, third, "Số BN điều trị nội trú tại viện"))
      expect(codes).not.toContain("KCB_02");
  });

  test("says how alike it is in hundredths", () => {
    const adoption = known(
      recogniseSheet(
        snapshotOf(typed(LABELS[0]!, LABELS[1]!, "Số BN ngoại trú tại viện", LABELS[3]!)),
        NO_MEMORY,
        FORMS,
      ),
    );
    for (const { guess, alternatives } of adoption.doubtful)
      for (const { confidence, label, code } of [guess, ...alternatives]) {
        expect(confidence).toBeGreaterThanOrEqual(0.4);
        expect(confidence).toBeLessThan(1);
        expect(label).toBe(FORM.byCode.get(code)!.label);
      }
    expect(adoption.doubtful).toHaveLength(1);
  });
});
