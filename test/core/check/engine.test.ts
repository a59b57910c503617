import fc from "fast-check";
import { inSheetOrder } from "../../../src/core/check/engine";
import { checkFigures, checkInSteps, checkTable, RULES } from "../../../src/core/check/engine";
import { relationsOf } from "../../../src/core/check/relations";
import { labelOf } from "../../../src/core/check/rule";
import { RULE_TEXTS, textsOf, type KnownRule } from "../../../src/core/check/texts.vi";
import { recognise, type SheetHint } from "../../../src/core/form/recognise";
import { readFigures } from "../../../src/core/table/figures";
import { shortLabel } from "../../../src/core/text/label";
import { allForms } from "../../../src/forms";
import { asPrinted } from "../../support/published";
import { FORM as PART_FORM, tableOf as partTable } from "../table/support";
import { count, formOf, grid, HALF_2024, heading, meta, rate, type Written } from "../form/support";
import { check, checkGrid, messages, places, rowsOf } from "./support";
import { computing } from "../../support/computing";

const FORM = formOf([
  heading("I", "Khám bệnh"),
  count("KHAM", "Tổng số lượt khám, trong đó:", { "Bằng tổng": "TINH + HUYEN", "Bắt buộc": "có" }),
  count("TINH", "Tuyến tỉnh"),
  count("HUYEN", "Tuyến huyện", { "Tập con của": "KHAM" }),
  rate("TL", "Tỷ lệ khám tại huyện", { "Cách tính": "100 * HUYEN / KHAM" }),
]);

describe("the catalogue", () => {
  const ids = Object.keys(RULE_TEXTS) as KnownRule[];

  test("every rule outside the relations is an entry of the engine, once", () => {
    const entries = RULES.map(({ id }) => id);
    expect([...entries].sort()).toEqual(ids.filter((id) => !id.startsWith("QH")).sort());
  });

  test.each(ids)("%s has all its words", (id) => {
    const { title, checks, why, source } = textsOf(id);
    expect(title).toMatch(/^\p{Lu}.*[^.]$/u);
    for (const text of [checks, why, source]) expect(text).toMatch(/^\p{Lu}.*\.$/u);
  });

  test("what must be mended is an error, what may stand for a reason a warning, what asks for nothing a hint", () => {
    const ofLevel = (level: string) => RULES.filter((rule) => rule.level === level).map(({ id }) => id);
    const known = ["error", "warning", "hint"].flatMap(ofLevel);
    expect(known).toHaveLength(RULES.length);
    expect(ofLevel("error")).toEqual(expect.arrayContaining(["SO2", "SO4", "SO5", "SO6", "SO7", "SO9", "SS1", "SS2"]));
    expect(ofLevel("warning")).toEqual(expect.arrayContaining(["SO1", "SO3", "SO8", "TH1", "TH2", "TH5", "SS5"]));
    expect(ofLevel("hint")).toEqual(expect.arrayContaining(["TH3", "TH4"]));
  });

  test("titles are told apart", () => {
    expect(new Set(Object.values(RULE_TEXTS).map(({ title }) => title)).size).toBe(ids.length);
  });

  test("a rule without words is a mistake of the programmer", () => {
    expect(() => textsOf("QH99")).toThrow("Rule QH99 has no texts");
  });
});

describe("a result", () => {
  const run = () =>
    check(FORM, { KHAM: ["1000", 600, null, 60], TINH: [400, "40 lượt"], HUYEN: [600, 700, "…"], TL: [60, 101] });

  test("has every finding at once, in the order of the sheet", () => {
    expect(places(run())).toEqual([
      ...["C3 SO1", "D3 QH1", "E3 TH4"],
      ...["D4 BT3", "D4 SO8", "D4 KH2", "F4 SS6"],
      ...["D5 QH4", "F5 SS6"],
      ...["D6 QH3", "D6 SO6", "F6 SS6"],
    ]);
  });

  test("has errors before warnings within a cell", () => {
    expect(places(check(FORM, { TL: [null, "104,2%"] }), "SO")).toEqual(["D6 SO6", "D6 SO8"]);
    expect(places(check(FORM, { TL: [null, "-3%"] }), "SO")).toEqual(["D6 SO4", "D6 SO8"]);
  });

  test("says how much was looked at", () => {
    expect(run().checked).toEqual({ cells: 4 * 5, rules: RULES.length + relationsOf(FORM).length });
    expect(relationsOf(FORM).map(({ type, code }) => `${type} ${code}`)).toEqual([
      "total KHAM",
      "subset HUYEN",
      "rate TL",
    ]);
  });

  test("is the same each time", () => {
    expect(run()).toEqual(run());
  });

  test("a finding goes when the cell is right", () => {
    expect(messages(check(FORM, { KHAM: [null, 3], TINH: [null, 1], HUYEN: [null, 1] }), "QH")).toHaveLength(1);
    expect(messages(check(FORM, { KHAM: [null, 3], TINH: [null, 1], HUYEN: [null, 2] }), "QH")).toEqual([]);
  });
});

describe("what was not checked", () => {
  const said = (rows: readonly (readonly Written[])[], forms = [FORM]) => checkGrid(grid(rows), forms).unchecked;

  test("a table of no known form", () => {
    const rows = [
      ["Nội dung", "Thực hiện", "Cùng kỳ"],
      ["Số buổi họp", 3, 2],
      ["Số người dự", 90, 80],
    ];
    expect(said(rows).map(({ reason, message }) => [reason, message])).toEqual([
      [
        "no-form",
        "Chưa nhận ra biểu này. Vẫn kiểm tra được dạng số và cột so sánh; muốn kiểm tra tổng và tỷ lệ, hãy chọn biểu có sẵn hoặc lập biểu riêng từ bảng này.",
      ],
      ["no-column", "Không có cột Kế hoạch nên các kiểm tra cần cột này chưa làm."],
      ["unbound-row", "Dòng “Số buổi họp” chưa gắn với chỉ tiêu nào."],
      ["unbound-row", "Dòng “Số người dự” chưa gắn với chỉ tiêu nào."],
    ]);
  });

  test("a row that is not known, with the likeliest indicator", () => {
    const rows = [
      ["Chỉ tiêu", "Kế hoạch", "Thực hiện", "Cùng kỳ"],
      ["Tổng số lượt khám", 10, 3, 2],
      ["Tuyến tỉnh", 10, 3, 2],
      ["Tỷ lệ khám bệnh ở tuyến huyện và xã", 10, 3, 2],
    ];
    expect(said(rows).filter(({ reason }) => reason === "unbound-row")).toEqual([
      {
        reason: "unbound-row",
        cell: "A4",
        message:
          "Dòng “Tỷ lệ khám bệnh ở tuyến huyện và xã” chưa gắn với chỉ tiêu nào. Có lẽ là “Tỷ lệ khám tại huyện” (TL).",
      },
    ]);
  });

  test("a sheet with a part of its form's rows, which does not make the others missing", () => {
    const { unchecked, findings } = checkFigures(partTable(PART_FORM, [["KHAM", 5, 5, 5]]));
    expect(unchecked.filter(({ reason }) => reason === "part-of-form")).toEqual([
      {
        reason: "part-of-form",
        message:
          "Bảng chỉ có một phần của Biểu thử: 1 trong 6 chỉ tiêu. Dòng không có trong bảng không bị coi là thiếu.",
      },
    ]);
    expect(findings.filter(({ rule }) => rule.startsWith("CT"))).toEqual([]);
    const more = checkFigures(
      partTable(PART_FORM, [
        ["KHAM", 5, 5, 5],
        ["CHET", 5, 5, 5],
      ]),
    );
    expect(more.unchecked.map(({ reason }) => reason)).not.toContain("part-of-form");
  });

  test("a period that nothing tells, and only where the form is known", () => {
    const rows = [["Chỉ tiêu", "Mã số", "Kế hoạch", "Thực hiện", "Cùng kỳ"], ...rowsOf(FORM, {})];
    const reasons = (hint?: SheetHint) => checkGrid(grid(rows), [FORM], hint).unchecked.map(({ reason }) => reason);
    expect(reasons()).toEqual(["no-period"]);
    expect(reasons({ formId: FORM.id, period: HALF_2024 })).toEqual([]);
  });

  test("a column that the form has and the sheet lacks, and none that the form does not have", () => {
    const bare = formOf([count("A", "Số ca"), count("B", "Số chết")], meta(["label", "code", "actual"]));
    const sheet = (form: typeof bare) =>
      checkGrid(grid([["Chỉ tiêu", "Mã số", "Thực hiện"], ...form.rows.map(({ label, code }) => [label, code, 5])]), [
        form,
      ]).unchecked.flatMap(({ reason, column }) => (reason === "no-column" ? [column] : []));
    expect(sheet(bare)).toEqual([]);
    expect(sheet(FORM)).toEqual(["plan", "samePeriod"]);
  });

  test("a formula that has no result", () => {
    const { unchecked, findings } = check(FORM, {
      KHAM: [10, { value: null, formula: "SUM(D4:D5)" }, 10],
      TINH: [5, 5, 5],
      HUYEN: [5, 5, 5],
    });
    expect(unchecked.filter(({ reason }) => reason === "not-calculated")).toEqual([
      {
        reason: "not-calculated",
        cell: "D3",
        code: "KHAM",
        column: "actual",
        message:
          "Thực hiện của “Tổng số lượt khám” là công thức chưa có kết quả; mở bằng Excel hoặc LibreOffice rồi lưu lại.",
      },
    ]);
    expect(findings.filter(({ cell }) => cell === "D3")).toEqual([]);
  });

  test("no formula that has a result, and no cell that is merely blank", () => {
    const { unchecked } = check(FORM, { KHAM: [10, { value: 10, formula: "SUM(D4:D5)" }, null], TINH: [5, 5, 5] });
    expect(unchecked.map(({ reason }) => reason)).not.toContain("not-calculated");
  });

  test("a row that is not known is told at its label, wherever that stands", () => {
    const sheet = grid([
      ["TT", "Mã số", "Chỉ tiêu", "Thực hiện", "Cùng kỳ"],
      ["1", "TINH", "Tuyến tỉnh", 3, 2],
      ["2", "HUYEN", "Tuyến huyện", 3, 2],
      ["3", null, "Việc của riêng huyện", 3, 2],
    ]);
    const { unchecked } = checkGrid(sheet, [FORM]);
    expect(unchecked.flatMap(({ reason, cell }) => (reason === "unbound-row" ? [cell] : []))).toEqual(["C4"]);
  });
});

test("a label is spoken of without what leads to the next rows, however long it is", () => {
  expect(shortLabel("Tổng số lượt khám, trong đó:")).toBe("Tổng số lượt khám");
  expect(shortLabel("Sàng lọc sơ sinh. Trong đó: ")).toBe("Sàng lọc sơ sinh");
  expect(shortLabel("Trong đó:")).toBe("Trong đó:");
  expect(shortLabel("Số trẻ < 1 tuổi")).toBe("Số trẻ < 1 tuổi");
  expect(computing(() => shortLabel(`a${" ,".repeat(15_000)}b`))).toBeLessThan(1_000);
  expect(labelOf({ row: 1, label: "Tả", measure: { id: "chet", label: "Chết" }, cells: {} })).toBe("Tả (chết)");
});

test("the time for a check grows with the table, not with its square", () => {
  const time = (rows: number): number => {
    const sheet = grid([
      ["Nội dung", "Kế hoạch", "Thực hiện", "Cùng kỳ", "So với KH"],
      ...Array.from({ length: rows }, (_, at) => [`Nội dung ${at}`, 2 * at, at, at + 2, at > 0 ? 50 : null]),
    ]);
    const binding = recognise(sheet, [FORM])!;
    const started = performance.now();
    expect(checkTable(sheet, binding).checked.cells).toBe(4 * rows);
    return performance.now() - started;
  };
  time(500);
  // Ten times the rows: a hundredfold time would be quadratic. The floor keeps a fast small run from failing the test.
  expect(time(5000)).toBeLessThan(40 * Math.max(time(500), 25));
}, 60_000);

describe("a check in steps", () => {
  const table = () => {
    const grid = asPrinted("pl02");
    return readFigures(grid, recognise(grid, allForms())!);
  };

  test("tells a share that never falls and stays within 0 and 1, and ends with what the check at once gives", () => {
    const figures = table();
    const steps = checkInSteps(figures);
    const shares: number[] = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) shares.push(step.value);
    expect(shares.length).toBeGreaterThan(20);
    expect(shares.every((share, index) => share > 0 && share <= 1 && share >= (shares[index - 1] ?? 0))).toBe(true);
    expect(step.value).toEqual(checkFigures(figures));
  });

  test("can be left at any step, and the next check is whole", () => {
    const figures = table();
    checkInSteps(figures).next();
    expect(checkFigures(figures).findings.length).toBeGreaterThan(20);
  });
});

test("findings stand in one order, in whatever order they were found", () => {
  const { findings } = check(FORM, { KHAM: [5, 2.5, 9], TINH: ["x", 4, 9], HUYEN: [9, -1, 9], TL: [104, 50, 90] });
  expect(findings.length).toBeGreaterThan(4);
  fc.assert(
    fc.property(fc.shuffledSubarray([...findings], { minLength: findings.length }), (shuffled) => {
      expect(shuffled.sort(inSheetOrder)).toEqual([...findings]);
    }),
  );
});
