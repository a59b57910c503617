import { metadataProperty } from "../../../src/core/form/metadata";
import { adoptSheet, recogniseSheet, type Adoption } from "../../../src/core/workbook/adopt";
import { memoryText, NO_MEMORY, parseMemory } from "../../../src/core/workbook/memory";
import type { SheetSnapshot } from "../../../src/core/workbook/port";
import type { Grid } from "../../../src/core/table/grid";
import { allForms, formById } from "../../../src/forms";
import { asTyped } from "../../support/published";
import { count, formOf, grid, HALF_2024, heading, laidOut } from "../form/support";
import { snapshotOf } from "./support";

const FORM = formOf([
  heading("KCB", "Khám chữa bệnh"),
  count("KCB_01", "Tổng số lượt khám bệnh"),
  count("KCB_02", "Số bệnh nhân điều trị nội trú"),
  count("KCB_03", "Số bệnh nhân điều trị ngoại trú"),
  count("KCB_04", "Tổng số ca phẫu thuật"),
  count("KCB_05", "Số giường bệnh thực kê"),
]);
const FORMS = [FORM];
const METADATA = { sheet: "Biểu", formId: "THU", version: "1.0", period: HALF_2024, unit: "TTYT huyện A" };
const properties = (sheet: string) => {
  const { name, value } = metadataProperty({ ...METADATA, sheet }, 0);
  return { [name]: value };
};
const OURS = laidOut(FORM, HALF_2024, () => 1);

/** The form typed by somebody, with one label that is only alike and one that nobody knows. */
const TYPED: Grid = grid([
  ["Chỉ tiêu", "Kế hoạch năm 2024", "Thực hiện 6T.2024", "Thực hiện 6T.2023"],
  ["Tổng số lượt khám bệnh", 100, 50, 40],
  ["Số bệnh nhân điều trị nội trú", 100, 50, 40],
  ["Số BN điều trị ngoại trú tại viện", 100, 50, 40],
  ["Tổng số ca phẫu thuật", 100, 50, 40],
  ["Số máy thở còn dùng được", 3, 2, 1],
  ["Giường thực kê", 100, 50, 40],
]);

/** The adoption as one that has a form. */
function known(adoption: Adoption) {
  if (adoption.kind === "nothing" || adoption.kind === "unknown-form") throw new Error(adoption.kind);
  return adoption;
}

const codesOf = (adoption: Adoption) =>
  Object.fromEntries(known(adoption).binding.rows.map(({ row, code }) => [row, code]));

describe("a sheet that we made", () => {
  test("is ours by the workbook's metadata, which tell period and unit", () => {
    const snapshot = snapshotOf(OURS, { properties: properties("Biểu") });
    expect(recogniseSheet(snapshot, NO_MEMORY, FORMS)).toMatchObject({
      kind: "ours",
      metadata: { property: "BieuYTe.1", formId: "THU" },
      binding: { period: HALF_2024, unit: "TTYT huyện A" },
      recognised: 5,
      total: 5,
      doubtful: [],
    });
  });

  test("stays ours when it is renamed", () => {
    const renamed = { ...OURS, sheet: "Biểu đã sửa" };
    expect(recogniseSheet(snapshotOf(renamed, { properties: properties("Biểu") }), NO_MEMORY, FORMS)).toMatchObject({
      kind: "ours",
      metadata: { sheet: "Biểu" },
      binding: { unit: "TTYT huyện A" },
    });
  });

  test("does not take the metadata of a sheet that is still there", () => {
    const copy = { id: "{2}", name: "Biểu (2)", visible: true };
    const snapshot = snapshotOf(
      { ...OURS, sheet: "Biểu (2)" },
      { sheet: copy, sheets: [{ ...copy, id: "{1}", name: "Biểu" }, copy], properties: properties("Biểu") },
    );
    const adoption = recogniseSheet(snapshot, NO_MEMORY, FORMS);
    expect(adoption.kind).toBe("ours");
    expect(adoption).not.toHaveProperty("metadata");
  });

  test("is ours by its Mã số where the metadata were lost", () => {
    expect(recogniseSheet(snapshotOf(OURS), NO_MEMORY, FORMS)).toMatchObject({ kind: "ours", recognised: 5 });
  });

  test("is looked at afresh where another form was put in its place", () => {
    const snapshot = snapshotOf({ ...asTyped("pl02"), sheet: "Biểu" }, { properties: properties("Biểu") });
    const adoption = recogniseSheet(snapshot, NO_MEMORY, [...FORMS, formById("PL02")!]);
    expect(adoption).toMatchObject({ kind: "adoptable", form: { id: "PL02" } });
  });
});

describe("a table made elsewhere", () => {
  const snapshot = snapshotOf(TYPED);
  const adoption = recogniseSheet(snapshot, NO_MEMORY, FORMS);

  test("can be adopted, with the doubtful rows, our guess and what else they may be", () => {
    expect(adoption.kind).toBe("adoptable");
    const { doubtful, recognised } = known(adoption);
    expect(recognised).toBe(3);
    expect(doubtful.map(({ label, guess }) => [label, guess.code])).toEqual([
      ["Số BN điều trị ngoại trú tại viện", "KCB_03"],
      ["Giường thực kê", "KCB_05"],
    ]);
    expect(doubtful[0]!.alternatives.length).toBeLessThanOrEqual(2);
    for (const { guess, alternatives } of doubtful) {
      expect(alternatives.map(({ code }) => code)).not.toContain(guess.code);
    }
  });

  const answers = new Map<number, string | null>([
    [3, "KCB_03"],
    [5, null],
    [6, "KCB_05"],
  ]);
  const memory = adoptSheet(snapshot, NO_MEMORY, known(adoption), { unit: "TTYT huyện B", period: HALF_2024, answers });
  const reread = (changed: SheetSnapshot) => recogniseSheet(changed, parseMemory(memoryText(memory)).memory, FORMS);

  test("is adopted with the user's answers, which are certain", () => {
    expect(reread(snapshot)).toMatchObject({
      kind: "adopted",
      recognised: 5,
      doubtful: [],
      binding: { period: HALF_2024, unit: "TTYT huyện B" },
    });
    expect(codesOf(reread(snapshot))).toMatchObject({ 3: "KCB_03", 6: "KCB_05" });
    expect(known(reread(snapshot)).binding.unbound).toEqual([]);
  });

  test("keeps the answers when its rows are moved", () => {
    const [header, ...rows] = TYPED.rows;
    const moved = snapshotOf({ ...TYPED, rows: [header!, [], ...[...rows].reverse()] });
    const codes = codesOf(reread(moved));
    expect(codes[2]).toBe("KCB_05");
    expect(codes[5]).toBe("KCB_03");
  });

  test("keeps its adoption when the sheet is renamed", () => {
    expect(reread(snapshotOf({ ...TYPED, sheet: "Tháng 6" }))).toMatchObject({ kind: "adopted", renamedFrom: "Biểu" });
  });

  test("of two rows with one label, an answer is for the one that was asked about", () => {
    const twice = snapshotOf({ ...TYPED, rows: [...TYPED.rows, TYPED.rows[5]!] });
    const asked = new Map([[7, "KCB_05"]]);
    const told = adoptSheet(twice, NO_MEMORY, known(recogniseSheet(twice, NO_MEMORY, FORMS)), { answers: asked });
    const codes = codesOf(recogniseSheet(twice, told, FORMS));
    expect(codes[7]).toBe("KCB_05");
    expect(codes).not.toHaveProperty("5");
  });

  test("an answer that names a code the form does not have is passed over", () => {
    const wrong = adoptSheet(snapshot, NO_MEMORY, known(adoption), { answers: new Map([[6, "KHAC_99"]]) });
    expect(known(recogniseSheet(snapshot, wrong, FORMS)).doubtful).not.toEqual([]);
  });

  test("answers add up over several times of asking", () => {
    const first = adoptSheet(snapshot, NO_MEMORY, known(adoption), { answers: new Map([[6, "KCB_05"]]) });
    const second = adoptSheet(snapshot, first, known(recogniseSheet(snapshot, first, FORMS)), {
      answers: new Map([[3, "KCB_03"]]),
    });
    expect(known(recogniseSheet(snapshot, second, FORMS)).recognised).toBe(5);
  });
});

test("the published annex as typed is adoptable with every row sure or asked about", () => {
  const adoption = known(recogniseSheet(snapshotOf(asTyped("pl02")), NO_MEMORY, allForms()));
  expect(adoption.kind).toBe("adoptable");
  expect(adoption.form.id).toBe("PL02");
  expect(adoption.recognised + adoption.doubtful.length).toBeGreaterThanOrEqual(adoption.total);
});

test("a table of no form we have, and a sheet without a table", () => {
  const table = grid([
    ["Chỉ tiêu", "Kế hoạch 2024", "Thực hiện 2024"],
    ["Số xe cứu thương", 3, 4],
    ["Số máy phát điện", 3, 4],
  ]);
  expect(recogniseSheet(snapshotOf(table), NO_MEMORY, FORMS).kind).toBe("unknown-form");
  expect(recogniseSheet(snapshotOf(grid([["Ghi chú", 1]])), NO_MEMORY, FORMS)).toEqual({ kind: "nothing" });
});
