import { columnOf, type Binding } from "../../../src/core/table/binding";
import { SURE } from "../../../src/core/form/match-rows";
import type { Period } from "../../../src/core/form/period";
import { recognise } from "../../../src/core/form/recognise";
import { isColumnNumbers } from "../../../src/core/form/table-rows";
import type { Form } from "../../../src/core/form/types";
import type { Grid } from "../../../src/core/table/grid";
import { allForms, formById } from "../../../src/forms";
import { asPrinted, asTyped } from "../../support/published";
import { count, formOf, grid, HALF_2024, heading, headerOf, laidOut, meta, rate, type Written } from "./support";

const FORM = formOf(
  [
    heading("LAO", "Phòng chống bệnh Lao"),
    count("LAO_1", "Số xã triển khai"),
    count("LAO_2", "Tổng số bệnh nhân lao"),
    rate("LAO_3", "Tỷ lệ bệnh nhân lao được quản lý"),
    heading("PHONG", "Phòng chống bệnh phong"),
    count("PHONG_1", "Số xã triển khai"),
    count("PHONG_2", "Tổng số bệnh nhân phong"),
    rate("PHONG_3", "Tỷ lệ bệnh nhân phong được quản lý"),
  ],
  meta(["tt", "label", "code", "plan", "actual", "samePeriod"]),
);

type Row = readonly Written[];
const HEADER: Row = headerOf(FORM);
const ROWS: readonly Row[] = FORM.rows.map((row, at) => [
  null,
  row.label,
  row.code,
  ...(row.row === "heading" ? [] : [10 * at, 5 * at, 4 * at]),
]);

/** The same without a column of codes, as somebody else typed it. */
const TYPED_HEADER = HEADER.filter((_, at) => at !== 2);
const TYPED = ROWS.map((row) => row.filter((_, at) => at !== 2));

const bind = (rows: readonly Row[], more: Partial<Grid> = {}, forms: readonly Form[] = [FORM]) =>
  recognise(grid(rows, more), forms);

/** The sheet's rows, counted from 1, by code. */
function rowsOf(binding: Binding | undefined): Record<string, number> {
  return Object.fromEntries(binding!.rows.map(({ code, row }) => [code, row + 1]));
}

const CODES = FORM.rows.map(({ code }) => code);
const inOrder = (from: number) => Object.fromEntries(CODES.map((code, at) => [code, from + at]));

describe("a sheet with Mã số", () => {
  test("is known by its codes, surely", () => {
    const binding = bind([HEADER, ...ROWS])!;
    expect(binding.form).toBe(FORM);
    expect(rowsOf(binding)).toEqual(inOrder(2));
    expect(binding.rows.every(({ by, confidence }) => by === "code" && confidence === 1)).toBe(true);
    expect(binding.unbound).toEqual([]);
    expect(binding.period).toEqual(HALF_2024);
  });

  test.each<[string, readonly Row[], Record<string, number>]>([
    [
      "sorted the other way",
      [HEADER, ...[...ROWS].reverse()],
      Object.fromEntries(CODES.map((code, at) => [code, 9 - at])),
    ],
    [
      "with its columns shuffled",
      [[...HEADER].reverse(), ...ROWS.map((row) => [...Array<null>(6 - row.length), ...[...row].reverse()])],
      inOrder(2),
    ],
    [
      "without the label in a row",
      [HEADER, ...ROWS.map((row) => row.map((cell, at) => (at === 1 ? null : cell)))],
      inOrder(2),
    ],
    ["whose codes have no header", [HEADER.map((text, at) => (at === 2 ? null : text)), ...ROWS], inOrder(2)],
    [
      "with spaces around its codes",
      [HEADER, ...ROWS.map((row) => row.map((cell, at) => (at === 2 ? ` ${cell as string}\u00a0` : cell)))],
      inOrder(2),
    ],
  ])("%s", (_, rows, expected) => {
    const binding = bind(rows)!;
    expect(rowsOf(binding)).toEqual(expected);
    expect(binding.rows.every(({ by }) => by === "code")).toBe(true);
    expect(columnOf(binding, "code")).toBeDefined();
  });

  const rolesUnder = (last: string) =>
    bind([[...HEADER.slice(0, -1), last], ...ROWS])!.columns.map(({ role, column }) => `${role} ${column}`);
  test.each(["Ghi chú", "Đánh giá", "Nguyên nhân chưa đạt"])(
    "a column %s in the place of its last is not read as figures of the year before",
    (beside) => expect(rolesUnder(beside)).toEqual(["tt 0", "label 1", "code 2", "plan 3", "actual 4"]),
  );
  test("a slip in the words of a header does not change what its column is", () => {
    expect(rolesUnder("Ky trrước")).toContain("samePeriod 5");
  });

  test("rows without a code that have figures are listed, others passed over", () => {
    const rows = [
      HEADER,
      ...ROWS,
      [null, "Dòng của tỉnh", null, 1, 2],
      [null, "Ghi chú: số ước"],
      [],
      [null, "NGƯỜI LẬP BIỂU"],
    ];
    expect(bind(rows)!.unbound).toEqual([{ row: 9, label: "Dòng của tỉnh", guesses: [] }]);
  });

  test("a code that stands twice is bound twice, for the structure rules to say", () => {
    expect(bind([HEADER, ...ROWS, ROWS[1]!])!.rows.filter(({ code }) => code === "LAO_1")).toHaveLength(2);
  });

  test("codes are found though a quarter of them only is left", () => {
    expect(rowsOf(bind([HEADER, ROWS[1]!, ROWS[2]!]))).toEqual({ LAO_1: 2, LAO_2: 3 });
    expect(bind([HEADER, ROWS[1]!])?.form).toBeUndefined();
  });
});

describe("a sheet without Mã số", () => {
  test("is known by its labels", () => {
    const binding = bind([TYPED_HEADER, ...TYPED])!;
    expect(binding.form).toBe(FORM);
    expect(rowsOf(binding)).toEqual(inOrder(2));
    expect(binding.rows.every(({ by, confidence }) => by === "label" && confidence === 1)).toBe(true);
    expect(columnOf(binding, "code")).toBeUndefined();
  });

  const relabelled = (change: (label: string) => string) =>
    TYPED.map((row) => row.map((cell, at) => (at === 1 ? change(cell as string) : cell)));
  const noise = (from: number, size: number): Row[] =>
    Array.from({ length: size }, (_, at) => [null, `Nội dung chi khác số ${from + at}`, at, at]);

  test.each<[string, readonly Row[], Record<string, number>]>([
    ["in the other encoding", [TYPED_HEADER, ...relabelled((label) => label.normalize("NFD"))], inOrder(2)],
    [
      "in capitals with dashes",
      [TYPED_HEADER, ...relabelled((label) => `- ${label.toLocaleUpperCase("vi")}:`)],
      inOrder(2),
    ],
    ["under a title block", [["SỞ Y TẾ"], [], ["BÁO CÁO 6 THÁNG NĂM 2024"], [], TYPED_HEADER, ...TYPED], inOrder(6)],
    ["with a row of column numbers", [TYPED_HEADER, ["A", "B", "1", "2", "3"], ...TYPED], inOrder(3)],
    [
      "with blank rows between",
      [TYPED_HEADER, ...TYPED.flatMap((row) => [row, []])],
      Object.fromEntries(CODES.map((code, at) => [code, 2 + 2 * at])),
    ],
    [
      "with the header once more on page two",
      [TYPED_HEADER, ...TYPED.slice(0, 4), TYPED_HEADER, ...TYPED.slice(4)],
      Object.fromEntries(CODES.map((code, at) => [code, at < 4 ? 2 + at : 3 + at])),
    ],
    [
      "with rows of its own",
      [TYPED_HEADER, ...TYPED.slice(0, 2), ...noise(0, 40), ...TYPED.slice(2)],
      Object.fromEntries(CODES.map((code, at) => [code, at < 2 ? 2 + at : 42 + at])),
    ],
  ])("%s", (_, rows, expected) => {
    expect(rowsOf(bind(rows))).toEqual(expected);
  });

  test("a misspelt label is bound with a doubt that a person can settle", () => {
    const binding = bind([
      TYPED_HEADER,
      ...relabelled((label) => label.replace("Tỷ lệ bệnh nhân lao", "Tỉ lệ BN lao")),
    ])!;
    const { confidence } = binding.rows.find(({ code }) => code === "LAO_3")!;
    expect(confidence).toBeGreaterThan(0.5);
    expect(confidence).toBeLessThan(SURE);
    expect(String(confidence)).toMatch(/^0\.\d{1,2}$/);
  });

  test("a row missing leaves its neighbours where they are", () => {
    expect(rowsOf(bind([TYPED_HEADER, ...TYPED.filter((_, at) => at !== 5)]))).toEqual({
      ...Object.fromEntries(CODES.slice(0, 5).map((code, at) => [code, 2 + at])),
      ...{ PHONG_2: 7, PHONG_3: 8 },
    });
  });

  test("a row doubled is bound once; the other is listed", () => {
    const binding = bind([TYPED_HEADER, ...TYPED, TYPED[2]!])!;
    expect(rowsOf(binding)).toEqual(inOrder(2));
    expect(binding.unbound).toMatchObject([{ row: 9, label: "Tổng số bệnh nhân lao" }]);
  });

  test("a row moved is found where it went", () => {
    const binding = bind([TYPED_HEADER, ...TYPED.slice(0, 2), ...TYPED.slice(3), TYPED[2]!])!;
    expect(rowsOf(binding)["LAO_2"]).toBe(9);
    expect(binding.rows.find(({ code }) => code === "LAO_2")!.confidence).toBeLessThan(1);
  });

  test("a row that is not known is listed with the indicators that it may be", () => {
    const rows = TYPED.map((row, at) => (at === 3 ? [null, "Quản lý bệnh nhân lao tại xã (%)", 1, 2, 3] : row));
    const [unbound] = bind([TYPED_HEADER, ...rows])!.unbound;
    expect(unbound).toMatchObject({ row: 4, label: "Quản lý bệnh nhân lao tại xã (%)" });
    expect(unbound!.guesses.map(({ code }) => code)).toContain("LAO_3");
    expect(unbound!.guesses.length).toBeLessThanOrEqual(3);
  });

  test("hidden rows and columns are read like the others", () => {
    const hidden = { hiddenRows: new Set([2, 3]), hiddenColumns: new Set([2]) };
    expect(bind([TYPED_HEADER, ...TYPED], hidden)!.rows).toEqual(bind([TYPED_HEADER, ...TYPED])!.rows);
  });
});

describe("a sheet some of whose cells read like another form's codes", () => {
  const NUMBERED = formOf([count("T1", "Số cuộc họp"), count("T2", "Số người dự họp")], meta(undefined, { id: "HOP" }));
  const marked = TYPED.map((row, at) => [at === 1 || at === 2 ? `T${at}` : null, ...row.slice(1)]);

  test("is still known by its labels", () => {
    const binding = bind([TYPED_HEADER, ...marked], {}, [FORM, NUMBERED])!;
    expect(binding.form?.id).toBe(FORM.id);
    expect(rowsOf(binding)).toEqual(inOrder(2));
  });

  test("is that other form where its codes explain the rows", () => {
    const rows = NUMBERED.indicators.map(({ code, label }) => [code, label, 10, 5, 4]);
    expect(bind([TYPED_HEADER, ...rows], {}, [FORM, NUMBERED])?.form?.id).toBe("HOP");
  });
});

describe("what is no table of a known form", () => {
  const OTHER: readonly Row[] = [
    ["Nội dung", "Kế hoạch", "Thực hiện 2024"],
    ["Số buổi họp", 10, 5],
    ["Số người dự", 200, 90],
    ["Tổng kết", null, null],
  ];

  test("is still bound by its header, every row of figures listed", () => {
    expect(bind(OTHER)).toEqual({
      header: { top: 0, bottom: 0 },
      columns: [
        { role: "label", measure: "", column: 0, header: "Nội dung" },
        { role: "plan", measure: "", column: 1, header: "Kế hoạch" },
        { role: "actual", measure: "", column: 2, header: "Thực hiện 2024" },
      ],
      rows: [],
      unbound: [
        { row: 1, label: "Số buổi họp", guesses: [] },
        { row: 2, label: "Số người dự", guesses: [] },
      ],
    });
  });

  test.each<[string, readonly Row[]]>([
    ["an empty sheet", []],
    ["a letter", [["Kính gửi: Sở Y tế"], ["Đề nghị báo cáo kết quả thực hiện kế hoạch năm 2024"]]],
    ["a header alone", [HEADER]],
    ["a header over one row", [OTHER[0]!, OTHER[1]!]],
    [
      "a list of names",
      [
        ["TT", "Họ và tên"],
        ["1", "Lò Văn A"],
        ["2", "Quàng Thị B"],
      ],
    ],
  ])("%s is no table", (_, rows) => {
    expect(bind(rows)).toBeUndefined();
  });

  test("a table that shares a label or two with a form is not taken for it", () => {
    const rows = [OTHER[0]!, ["Số xã triển khai", 1, 2], ...OTHER.slice(1), ["Kinh phí", 5, 6]];
    expect(bind(rows)!.form).toBeUndefined();
  });
});

describe("what the workbook remembers", () => {
  const PERIOD: Period = { span: "year", year: 2022 };

  test("goes before what the header says", () => {
    const hint = { formId: "THU", period: PERIOD, unit: "Sở Y tế Lai Châu", filled: "formulas" as const };
    expect(recognise(grid([HEADER, ...ROWS]), [FORM], hint)).toMatchObject({
      period: PERIOD,
      unit: "Sở Y tế Lai Châu",
      filled: "formulas",
    });
  });

  test("of a form that we do not have is passed over", () => {
    expect(recognise(grid([HEADER, ...ROWS]), [FORM], { formId: "KHONG" })!.form).toBe(FORM);
  });
});

describe("the shipped forms", () => {
  const forms = allForms();
  const figure = (code: string, column: number) => code.length + column;

  test.each(forms.map((form) => [form.id, form] as const))(
    "%s as we lay it out is known again without metadata",
    (_, form) => {
      const period: Period = form.periods.includes("half") ? HALF_2024 : { span: "year", year: 2024 };
      const binding = recognise(laidOut(form, period, figure), forms)!;
      expect(binding.form?.id).toBe(form.id);
      expect(binding.rows).toHaveLength(form.rows.length);
      expect(binding.columns.map(({ role, measure }) => `${role} ${measure}`).sort()).toEqual(
        form.columns.map(({ role, measure }) => `${role} ${measure ?? ""}`).sort(),
      );
      expect(binding.unbound).toEqual([]);
    },
  );

  test.each(forms.map((form) => [form.id, form] as const))(
    "%s is known by its labels when its codes are gone",
    (_, form) => {
      const period: Period = form.periods.includes("half") ? HALF_2024 : { span: "year", year: 2024 };
      const sheet = laidOut(form, period, figure);
      const code = form.columns.findIndex(({ role }) => role === "code");
      const rows = sheet.rows.map((cells) => cells.map((cell, at) => (at === code ? undefined : cell)));
      const binding = recognise({ ...sheet, rows }, forms)!;
      expect(binding.form?.id).toBe(form.id);
      expect(binding.rows.filter(({ code: own }) => form.byCode.has(own))).toHaveLength(form.rows.length);
      expect(binding.columns.map(({ role, measure }) => `${role} ${measure}`).sort()).toEqual(
        form.columns
          .filter(({ role }) => role !== "code")
          .map(({ role, measure }) => `${role} ${measure ?? ""}`)
          .sort(),
      );
    },
  );

  test.each(["pl01", "pl02"] as const)("the published %s is known, with its codes and as typed by hand", (annex) => {
    const form = formById(annex.toUpperCase())!;
    const printed = recognise(asPrinted(annex), forms)!;
    const typed = recognise(asTyped(annex), forms)!;
    for (const binding of [printed, typed]) {
      expect(binding.form?.id).toBe(form.id);
      expect(binding.rows.map(({ code }) => code)).toEqual(form.rows.map(({ code }) => code));
      expect(binding.period).toEqual(HALF_2024);
    }
    expect(typed.rows.every(({ confidence }) => confidence >= SURE)).toBe(true);
  });
});

describe("large sheets", () => {
  const timed = <T>(run: () => T): [T, number] => {
    const started = performance.now();
    return [run(), performance.now() - started];
  };
  const words = ["khám", "lao", "xã", "trẻ", "bệnh", "nhân", "tỷ lệ", "số", "quản lý", "triển khai", "điều trị", "mới"];
  const noiseLabel = (at: number) =>
    Array.from({ length: 6 }, (_, step) => words[(at * 7 + step * step * 5 + at * step) % words.length]).join(" ") +
    ` ${at}`;

  test("PL02 among the rows of sixty other sheets is found within seconds", () => {
    const sheet = asTyped("pl02");
    const noise = Array.from({ length: 60 * 60 }, (_, at) => [
      undefined,
      { value: noiseLabel(at) },
      { value: at },
      { value: at },
    ]);
    const [binding, time] = timed(() => recognise({ ...sheet, rows: [...sheet.rows, ...noise] }, allForms()));
    expect(binding!.form?.id).toBe("PL02");
    expect(binding!.rows).toHaveLength(664);
    expect(time).toBeLessThan(15_000);
  }, 60_000);

  test("5.000 rows of no known form are passed over within seconds", () => {
    const rows = Array.from({ length: 5000 }, (_, at) => [null, noiseLabel(at), at, at, at]);
    const [binding, time] = timed(() => bind([TYPED_HEADER, ...rows], {}, allForms()));
    expect(binding!.form).toBeUndefined();
    expect(binding!.unbound).toHaveLength(5000);
    expect(time).toBeLessThan(15_000);
  }, 60_000);

  test("5.000 rows with the same label do not keep anybody waiting", () => {
    const rows = Array.from({ length: 5000 }, (_, at) => [null, "Số xã triển khai", at, at, at]);
    const [, time] = timed(() => bind([TYPED_HEADER, ...rows, ...TYPED], {}, allForms()));
    expect(time).toBeLessThan(15_000);
  }, 60_000);
});

describe("a small part of a form", () => {
  const many = formOf(
    Array.from({ length: 12 }, (_, at) => count(`M_${at}`, `Chỉ tiêu số ${"abcdefghijkl"[at]} của biểu lớn`)),
    meta(["label", "code", "plan", "actual", "samePeriod"]),
  );
  /** The first rows of the form, then rows that are none of it. */
  const part = (known: number, strange: number) =>
    grid([
      headerOf(many),
      ...many.rows.slice(0, known).map((row): Row => [row.label, row.code, 10, 5, 4]),
      ...Array.from({ length: strange }, (_, at): Row => [`Máy ${at} hàng lạ`, null, 10 + at, 5 + at, 4]),
    ]);
  const formOfPart = (known: number, strange: number, chosen?: boolean) =>
    recognise(part(known, strange), [many], { formId: "THU", ...(chosen !== undefined && { chosen }) })?.form?.id;
  test("is taken for it where a person said so and a third of the rows are its own", () => {
    expect(formOfPart(2, 0, true)).toBe("THU");
    expect(formOfPart(2, 4, true)).toBe("THU");
    expect(formOfPart(2, 8, true)).toBeUndefined();
  });
  test("is not taken for it where nobody did, unless a quarter of it is there", () => {
    expect(formOfPart(2, 0)).toBeUndefined();
    expect(formOfPart(2, 0, false)).toBeUndefined();
    expect(formOfPart(3, 0)).toBe("THU");
    expect(formOfPart(3, 20)).toBe("THU");
  });
  test("one row is no table, whoever says so", () => {
    expect(formOfPart(1, 0, true)).toBeUndefined();
  });
});

test("a column of a later plan is bound only in a form that has one", () => {
  const rows = grid([
    ["Chỉ tiêu", "Kế hoạch năm 2024", "Kế hoạch năm 2025", "Thực hiện 6 tháng đầu năm 2024"],
    ...TYPED.map((row): Row => [row[1], row[2], 7, row[3]]),
  ]);
  const own = recognise(rows, [FORM])!;
  expect(own.form).toBe(FORM);
  expect(own.columns.map(({ role }) => role)).toEqual(["label", "plan", "actual"]);
  expect(recognise(rows, [])!.columns.map(({ role }) => role)).toEqual(["label", "plan", "laterPlan", "actual"]);
});

test("a table of no known form still has the period that its header says, or none", () => {
  const table = (header: Row) => recognise(grid([header, ["Máy thở", 5, 4, 3], ["Máy siêu âm", 6, 5, 4]]), []);
  const { period } = table(["Chỉ tiêu", "Kế hoạch 2024", "Thực hiện 6T.2024", "Thực hiện 6T.2023"]) ?? {};
  expect(period).toEqual(HALF_2024);
  expect(table(["Chỉ tiêu", "Kế hoạch", "Thực hiện", "Cùng kỳ"])).not.toHaveProperty("period");
});

test.each<[string, Row, boolean]>([
  ["letters", ["A", "B", "1", "2"], true],
  ["numbers in a row", ["1", "2", "3", "4=3/2"], true],
  ["numbers without a label", [null, "1", "2", "3"], true],
  ["numbers that begin later", [null, "3", "4", "5"], true],
  ["numbers that begin too late", [null, "4", "5", "6"], false],
  ["numbers with a gap", [null, "1", "3", "4"], false],
  ["one number", [null, "1", null, null], false],
  ["a word", [null, "1", "2", "ước"], false],
  ["a label", ["Số ca", "1", "2", "3"], false],
])("a row of %s under the header numbers the columns: %s %s", (_, row, numbers) => {
  const sheet = grid([["Chỉ tiêu", "KH", "TH", "CK"], row, ["Số ca", 1, 2, 3]]);
  expect(isColumnNumbers(sheet, { bottom: 0 }, 0, 1)).toBe(numbers);
  expect(isColumnNumbers(sheet, { bottom: 0 }, 0, 2)).toBe(false);
});

test("a form that reports the year before beside the plan of its own year is of the plan's year", () => {
  const ahead = formOf(
    ["a", "b", "c"].map((letter) => count(letter.toUpperCase(), `Chỉ tiêu ${letter} của năm`)),
    meta([], {
      columns: [
        { role: "label", header: "Chỉ tiêu", width: 40 },
        { role: "code", header: "Mã số", width: 10 },
        { role: "actual", header: "Ước TH năm {nam-1}", width: 10 },
        { role: "plan", header: "Kế hoạch năm {nam}", width: 10 },
      ],
    }),
  );
  const sheet = grid([
    ["Chỉ tiêu", "Mã số", "Ước TH năm 2020", "Kế hoạch năm 2021"],
    ...ahead.rows.map((row): Row => [row.label, row.code, 5, 6]),
  ]);
  expect(recognise(sheet, [ahead])!.period).toEqual({ span: "year", year: 2021 });
});
