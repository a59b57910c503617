/** Which of several forms a sheet is taken for, and when it is taken for none. */

import { SURE } from "../../../src/core/form/match-rows";
import { recognise, type SheetHint } from "../../../src/core/form/recognise";
import type { Form } from "../../../src/core/form/types";
import { columnOf } from "../../../src/core/table/binding";
import { COLUMNS, count, formOf, grid, headerOf, meta, type ColumnName, type Written } from "./support";

const LETTERS = [..."abcdefghijklmnopqrstuvwxyzabcd"];
const NAMES = "khám,sinh,tiêm,lao,phong,máu,răng,mắt,tim,gan,thận,phổi,xương,da,tai,mũi,họng,não".split(",");
const LABELS = NAMES.map((name) => `Số người bệnh ${name} trong kỳ`);

type Row = readonly Written[];
const form = (id: string, labels: readonly string[], columns?: readonly ColumnName[], more: object = {}): Form =>
  formOf(
    labels.map((label, at) => count(`${id}_${LETTERS[at]}${at}`, label)),
    meta(columns ?? ["label", "code", "plan", "actual", "samePeriod"], { id, ...more }),
  );
/** A sheet of a form without codes, then rows that are none of it. */
const typed = (of: Form, labels: readonly string[], ...more: readonly Row[]) => {
  const columns = of.columns.flatMap(({ role }, at) => (role === "code" ? [] : [at]));
  const header = headerOf(of);
  return grid([
    columns.map((at) => header[at]),
    ...labels.map((label, at): Row => [label, 10 + at, 5 + at, 4]),
    ...more,
  ]);
};
const coded = (of: Form, codes: readonly string[]) =>
  grid([headerOf(of), ...codes.map((code, at): Row => [`Dòng ${LETTERS[at]} lạ`, code, 10 + at, 5 + at, 4])]);
const idOf = (...args: Parameters<typeof recognise>) => recognise(...args)?.form?.id;

describe("of two forms with the same rows", () => {
  const [first, second] = [form("MOT", LABELS), form("HAI", LABELS)];

  test("the one that the workbook remembers is taken", () => {
    const sheet = typed(first, LABELS);
    for (const id of ["MOT", "HAI"]) expect(idOf(sheet, [first, second], { formId: id })).toBe(id);
  });

  test("the one whose columns the sheet has is taken", () => {
    const wide = form("RONG", LABELS, ["label", "code", "plan", "actual", "samePeriod", "vsPlan", "vsSamePeriod"]);
    const narrow = form("HEP", LABELS, ["label", "code", "actual"]);
    const sheet = grid([["Chỉ tiêu", "Thực hiện 6T.2024"], ...LABELS.map((label): Row => [label, 5])]);
    for (const forms of [
      [wide, narrow],
      [narrow, wide],
    ]) {
      expect(idOf(sheet, forms)).toBe("HEP");
      expect(idOf(typed(wide, LABELS), forms)).toBe("RONG");
    }
  });
});

test("a form that is a part of a larger one is taken for what it is, and so is the larger one", () => {
  const [whole, part] = [form("CHUNG", LABELS), form("PHAN", LABELS.slice(0, 6))];
  for (const forms of [
    [whole, part],
    [part, whole],
  ]) {
    expect(idOf(typed(whole, LABELS), forms)).toBe("CHUNG");
    expect(idOf(typed(part, LABELS.slice(0, 6)), forms)).toBe("PHAN");
  }
});

test("codes decide before labels: a form that only shares the words is not asked", () => {
  const [whole, part] = [form("CHUNG", LABELS), form("PHAN", LABELS.slice(0, 8))];
  const rows = whole.indicators.slice(0, 8).map(({ label, code }): Row => [label, code, 10, 5, 4]);
  for (const forms of [
    [whole, part],
    [part, whole],
  ]) {
    expect(idOf(grid([headerOf(whole), ...rows]), forms)).toBe("CHUNG");
  }
});

describe("codes", () => {
  const FORM = form("THU", LABELS);
  const codes = FORM.indicators.map(({ code }) => code);

  test("stand in the column that has most of them", () => {
    const header = ["Thuộc dòng", "Chỉ tiêu", "Mã số", "TH 6T.2024"];
    const rows = LABELS.map((label, at): Row => [at < 5 ? codes[0]! : null, label, codes[at]!, 5]);
    const binding = recognise(grid([header, ...rows]), [FORM])!;
    expect(binding.rows.map(({ code, by }) => [code, by])).toEqual(codes.map((code) => [code, "code"]));
    expect(binding.columns.filter(({ role }) => role === "code").map(({ column }) => column)).toEqual([2]);
  });

  test("are found though nothing is written over them and they stand in another place", () => {
    const header = ["Chỉ tiêu", null, "Kế hoạch năm 2024", "Thực hiện 6T.2024", "Thực hiện 6T.2023", null];
    const rows = LABELS.map((label, at): Row => [label, null, 10, 5, 4, codes[at]!]);
    const binding = recognise(grid([header, ...rows]), [FORM])!;
    expect(columnOf(binding, "code")).toEqual({ role: "code", measure: "", column: 5, header: "" });
    expect(binding.columns.filter(({ role }) => role === "code")).toHaveLength(1);
    expect(binding.rows.map(({ code }) => code)).toEqual(codes);
  });

  test("without a header are no table", () => {
    expect(recognise(grid(LABELS.map((label, at): Row => [label, codes[at]!, 10, 5])), [FORM])).toBeUndefined();
  });

  test("a quarter of them is enough, and less is not", () => {
    expect(recognise(coded(FORM, codes.slice(0, 5)), [FORM])?.rows.map(({ by }) => by)).toEqual(Array(5).fill("code"));
    expect(idOf(coded(FORM, codes.slice(0, 4)), [FORM])).toBeUndefined();
    const four = form("BON", LABELS.slice(0, 8));
    expect(
      idOf(
        coded(
          four,
          four.indicators.slice(0, 2).map(({ code }) => code),
        ),
        [four],
      ),
    ).toBe("BON");
  });

  test("rows without one are listed where they have figures, wherever they stand", () => {
    const own: Row = ["Dòng của tỉnh", null, 1, 2, 3];
    const section: Row = ["Phần thêm"];
    const rows = LABELS.map((label, at): Row => [label, codes[at]!, 10, 5, 4]);
    const binding = recognise(grid([headerOf(FORM), rows[0]!, own, section, ...rows.slice(1), own, section]), [FORM])!;
    expect(binding.header).toEqual({ top: 0, bottom: 0 });
    expect(binding.unbound).toEqual([2, 21].map((row) => ({ row, label: "Dòng của tỉnh", guesses: [] })));
  });
});

describe("labels", () => {
  const FORM = form("THU", LABELS);

  test("that are only alike do not make a sheet the form's", () => {
    const alike = LABELS.map((label, at) => (at < 2 ? label : label.replace("trong kỳ", "trong năm")));
    expect(idOf(typed(FORM, alike), [FORM])).toBeUndefined();
    const binding = recognise(typed(FORM, [...LABELS.slice(0, 9), ...alike.slice(9)]), [FORM])!;
    expect(binding.rows.filter(({ confidence }) => confidence < SURE).length).toBeGreaterThan(5);
  });

  test("one of them, written twice, is no table of the form", () => {
    const hint: SheetHint = { formId: "THU", chosen: true };
    const labels = ["Số giường bệnh", "Tỷ lệ tiêm chủng đầy đủ", "Kinh phí truyền thông", "Bác sĩ làm việc tại xã"];
    const four = form("THU", labels);
    expect(idOf(typed(four, [labels[0]!, labels[0]!]), [four], hint)).toBeUndefined();
    expect(idOf(typed(four, labels.slice(0, 2)), [four], hint)).toBe("THU");
  });

  test("a few are enough where a person said which form it is, and of no other form", () => {
    const large = form("LON", [...LABELS, ...LABELS.slice(0, 12).map((label) => `${label.slice(0, -6)}năm`)]);
    const sheet = typed(large, LABELS.slice(0, 2));
    expect(idOf(sheet, [large], { formId: "LON", chosen: true })).toBe("LON");
    expect(idOf(sheet, [large], { formId: "LON" })).toBeUndefined();
    expect(idOf(sheet, [large], { formId: "KHAC", chosen: true })).toBeUndefined();
    expect(idOf(sheet, [large])).toBeUndefined();
  });

  test("unknown rows are listed down to the last known one, below it where they have figures", () => {
    const some: Row[] = [["Ghi chú: số ước"], ["Dòng của tỉnh", 7, 8], ["NGƯỜI LẬP BIỂU"], ["", "", "ngày 5"]];
    const { rows: known } = typed(FORM, LABELS, ...some);
    const section = [{ value: "Phần thêm của tỉnh" }];
    const sheet = { sheet: "S", rows: [...known.slice(0, 5), section, ...known.slice(5)] };
    const { rows, unbound } = recognise(sheet, [FORM])!;
    expect(rows.map(({ row }) => row)).toEqual(LABELS.map((_, at) => (at < 4 ? at + 1 : at + 2)));
    expect(unbound.map(({ row, label }) => [row, label])).toEqual([
      [5, "Phần thêm của tỉnh"],
      [21, "Dòng của tỉnh"],
      [23, ""],
    ]);
  });

  test("a guess has a confidence of two decimals, less than one that is sure", () => {
    const labels = [...LABELS.slice(1), "Người bệnh được khám tại các trạm y tế"];
    const { unbound } = recognise(typed(FORM, labels), [FORM])!;
    const guesses = unbound.flatMap(({ guesses }) => guesses);
    expect(guesses.map(({ code }) => code)).toEqual([FORM.indicators[0]!.code]);
    for (const { confidence } of guesses) expect(String(confidence)).toMatch(/^0\.\d{1,2}$/);
  });
});

describe("the period", () => {
  const ahead = (header: string) =>
    form("SAU", LABELS, [], {
      columns: [COLUMNS.label, COLUMNS.code, { ...COLUMNS.actual, header }, COLUMNS.plan],
    });
  const sheet = (of: Form, ...header: readonly string[]) =>
    grid([
      ["CHỈ TIÊU GIAO NĂM 2021"],
      ["Chỉ tiêu", "Mã số", ...header],
      ...of.indicators.map(({ label, code }): Row => [label, code, 5, 6]),
    ]);

  test("of a form that reports the year before is one more than the year over TH, where that has one", () => {
    const form = ahead("Ước TH năm {nam-1}");
    expect(recognise(sheet(form, "Ước TH năm 2020", "Kế hoạch năm 2021"), [form])!.period).toEqual({
      span: "year",
      year: 2021,
    });
    expect(recognise(sheet(form, "Ước TH", "Kế hoạch"), [form])!.period).toEqual({ span: "year", year: 2021 });
  });

  test("is left open where nothing says it", () => {
    const FORM = form("THU", LABELS);
    const header = ["Chỉ tiêu", "Mã số", "Kế hoạch", "Thực hiện", "Cùng kỳ"];
    const rows = FORM.indicators.map(({ label, code }): Row => [label, code, 10, 5, 4]);
    expect(recognise(grid([header, ...rows]), [FORM])).not.toHaveProperty("period");
  });
});
