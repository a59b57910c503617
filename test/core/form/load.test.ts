import { loadForm } from "../../../src/core/form/load";
import { DEFAULT_THRESHOLDS } from "../../../src/core/form/thresholds";
import { traitsOf } from "../../../src/core/form/types";
import schema from "../../../src/forms/form.schema.json";
import { COLUMNS, count, csv, formOf, heading, load, meta, rate, type Line } from "./support";

const LINES = [heading("I", "Khám bệnh"), count("KHAM", "Số lượt khám"), count("NT", "Số lượt nội trú")];

/** Each problem as its line, code and message. */
function problems(lines: readonly Line[], formMeta: object = meta()): string[] {
  return load(lines, formMeta).problems.map(({ level, line, message }) => `${line} ${level}: ${message}`);
}

describe("a row of the row file", () => {
  test("becomes an indicator with all its attributes", () => {
    const form = formOf([
      heading("A", "Phần A", 1),
      heading("A_I", "Mục I", 2),
      ...[count("BN", "Tổng số bệnh nhân"), count("QL", "Bệnh nhân được quản lý")],
      {
        ...rate("TL", "Tỷ lệ được quản lý", { TT: "3", Dấu: "-", "Tên khác": "Tỷ lệ quản lý | Tỷ lệ Q/lý " }),
        "Cách tính": "100 * QL / BN",
        "Tập con của": "TL2",
        "Bằng với": "TL3",
        Chiều: "cố định 85..110,5",
        "Giới hạn": "0,5..120",
        "Sẵn KH": "≥95",
        "Sẵn KH sau": "97",
        "Bắt buộc": "có",
        "Ghi chú": "Ghi; chú",
      },
      ...[rate("TL2", "Tỷ lệ hai"), rate("TL3", "Tỷ lệ ba")],
    ]);
    expect(form.byCode.get("TL")).toMatchObject({
      row: "indicator",
      code: "TL",
      level: 1,
      tt: "3",
      marker: "-",
      label: "Tỷ lệ được quản lý",
      aliases: ["Tỷ lệ quản lý", "Tỷ lệ Q/lý"],
      path: ["A", "A_I"],
      unit: "%",
      kind: "rate",
      accrual: "stock",
      direction: { aim: "band", low: 85, high: 110.5 },
      decimals: 1,
      comparison: "points",
      bounds: { low: 0.5, high: 120 },
      required: true,
      rollUp: "recompute",
      formula: { codes: ["QL", "BN"], factor: 100 },
      partOf: [],
      subsetOf: ["TL2"],
      newOf: [],
      sameAs: ["TL3"],
      presets: { plan: "≥95", laterPlan: "97" },
      note: "Ghi; chú",
    });
  });

  test.each([
    ["Loại số", "tiền", { kind: "money" }],
    ["Cộng dồn", "lũy kế", { accrual: "cumulative" }],
    ["Chiều", "cao", { direction: { aim: "high" } }],
    ["Chiều", "thấp", { direction: { aim: "low" } }],
    ["Chiều", "không", { direction: { aim: "none" } }],
    ["Chiều", "cố định -0,5..1", { direction: { aim: "band", low: -0.5, high: 1 } }],
    ["So cùng kỳ", "PT", { comparison: "percent" }],
    ["So cùng kỳ", "SO", { comparison: "difference" }],
    ["Giới hạn", "0..", { bounds: { low: 0 } }],
    ["Giới hạn", "..100", { bounds: { high: 100 } }],
    ["Giới hạn", "-10..10", { bounds: { low: -10, high: 10 } }],
    ["Gộp", "cộng", { rollUp: "sum" }],
    ["Gộp", "mới nhất", { rollUp: "latest" }],
    ["Gộp", "không", { rollUp: "none" }],
    ["Trong đó của", "NT , BN", { partOf: ["NT", "BN"] }],
    ["Mới của", "NT", { newOf: ["NT"] }],
    ["Bằng tổng", "NT + BN", { total: { isSum: true } }],
    ["Thiếu ở dòng này", "luôn xét", { missing: { own: "never" } }],
    ["Thiếu ở dòng kia", "bỏ qua nếu thiếu hết", { missing: { others: "all" } }],
    ["Thiếu ở dòng kia", "bỏ qua nếu thiếu", { missing: { others: "any" } }],
  ])("%s “%s”", (field, value, expected) => {
    const form = formOf([
      count("KHAM", "Số lượt khám", { [field]: value }),
      count("NT", "Nội trú"),
      count("BN", "Bệnh nhân"),
    ]);
    expect(form.byCode.get("KHAM")).toMatchObject(expected);
  });

  test("that says no more than it must leaves the rest open", () => {
    const [section, row] = formOf([heading("I", "Mục"), count("KHAM", "Số lượt khám")]).rows;
    expect(section).toEqual({
      row: "heading",
      code: "I",
      level: 1,
      tt: "",
      marker: "",
      label: "Mục",
      aliases: [],
      path: [],
    });
    expect(row).toMatchObject({ tt: "", marker: "", aliases: [], missing: {}, presets: {}, note: "" });
    expect(Object.keys((row as { missing: object }).missing)).toEqual([]);
  });

  test("without bounds has none", () => {
    expect(formOf([count("KHAM", "Số lượt khám", { "Giới hạn": "" })]).indicators[0]).not.toHaveProperty("bounds");
  });

  test("stands under the headings above it, outermost first", () => {
    const form = formOf([
      ...[heading("A", "A"), heading("A_I", "I", 2), heading("A_I_1", "1", 3), count("X", "X")],
      ...[heading("A_II", "II", 2), count("Y", "Y"), heading("B", "B"), count("Z", "Z")],
    ]);
    expect(form.indicators.map(({ code, path }) => [code, path.join("/")])).toEqual([
      ["X", "A/A_I/A_I_1"],
      ["Y", "A/A_II"],
      ["Z", "B"],
    ]);
  });

  test("has its texts tidied, whatever the program that saved the file did to them", () => {
    const label = "Tỷ lệ  tiêm\u00a0chủng ".normalize("NFD");
    expect(formOf([rate("TC", label)]).indicators[0]!.label).toBe("Tỷ lệ tiêm chủng");
  });
});

describe("the row file", () => {
  const text = csv([count("KHAM", "Số lượt khám"), count("NT", "Số lượt; nội trú")]);
  const reversed = (line: Line): Line => Object.fromEntries(Object.entries(line).reverse());
  const codes = (rows: string) => {
    const loaded = loadForm({ meta: meta(), rows, schema });
    return loaded.ok ? loaded.form.indicators.map(({ code }) => code) : loaded.problems;
  };

  test.each([
    ["with a byte order mark", `\ufeff${text}`],
    ["with the line ends of Windows", text.replaceAll("\n", "\r\n")],
    ["with a blank line at the end", `${text}\n\n`],
    ["with empty columns at the end", text.replaceAll(/$/gm, ";;")],
    ["with a line of semicolons only", `${text}\n;;;;;;;;;;;;`],
    ["with columns in another order", csv([count("KHAM", "Khám"), count("NT", "Nội trú")].map(reversed))],
  ])("is read %s", (_, rows) => {
    expect(codes(rows)).toEqual(["KHAM", "NT"]);
  });

  test("counts its lines as the spreadsheet shows them, blank ones included", () => {
    const rows = [...csv(LINES).split("\n"), "", ";;;", csv([count("NT", "Nội trú lần nữa")]).split("\n")[1]];
    const loaded = loadForm({ meta: meta(), rows: rows.join("\n"), schema });
    expect(loaded.problems.map(({ line, code, message }) => [line, code, message])).toEqual([
      [7, "NT", "Mã số NT có hai dòng."],
    ]);
  });

  test.each([
    ["nothing", "", ["0 Tệp định nghĩa không có dòng nào."]],
    ["only its header", csv([count("A", "A")]).split("\n")[0]!, ["0 Biểu không có chỉ tiêu nào."]],
    ["only headings", csv([heading("A", "A")]), ["0 Biểu không có chỉ tiêu nào."]],
    ["a line cut short", `${text}\nX;chỉ tiêu`, ["4 Dòng có 2 cột, dòng tiêu đề có 13 cột."]],
    [
      "a quote that is not closed",
      `${text}\n"X;chỉ tiêu`,
      ["4 Không đọc được dòng này: có thể thiếu hoặc thừa dấu ngoặc kép."],
    ],
    ["a column twice", csv([count("A", "A")]).replace("Gộp", "Số lẻ"), ['0 Biểu có hai cột "Số lẻ".']],
  ])("with %s is refused", (_, rows, expected) => {
    const loaded = loadForm({ meta: meta(), rows, schema });
    expect(loaded.ok).toBe(false);
    expect(loaded.problems.map(({ line, message }) => `${line} ${message}`)).toEqual(expect.arrayContaining(expected));
  });

  test("with a column that nobody knows is used without it, and says so", () => {
    const loaded = load([count("A", "A", { "Bằng tông": "B + C", "Người phụ trách": "Lan" })]);
    expect(loaded.ok).toBe(true);
    expect(loaded.problems).toEqual([
      { level: "warning", line: 0, message: 'Cột "Bằng tông" không có trong mẫu định nghĩa nên không được dùng.' },
      {
        level: "warning",
        line: 0,
        message: 'Cột "Người phụ trách" không có trong mẫu định nghĩa nên không được dùng.',
      },
    ]);
  });
});

describe("what the schema does not allow is said with line and column", () => {
  test.each<[string, Line, string]>([
    [
      "a code with a space",
      { "Mã số": "A 1" },
      '"Mã số" ghi "A 1": cách ghi là chữ không dấu, chữ số và _, bắt đầu bằng chữ: CT012.',
    ],
    ["no code", { "Mã số": "" }, 'Thiếu "Mã số".'],
    ["no label", { "Chỉ tiêu": " " }, 'Thiếu "Chỉ tiêu".'],
    ["no unit", { "Đơn vị tính": "" }, 'Thiếu "Đơn vị tính".'],
    ["another kind", { "Loại số": "đếm" }, '"Loại số" ghi "đếm": chỉ nhận số đếm, tỷ lệ, tỷ số, chỉ số, tiền, chữ.'],
    ["another accrual", { "Cộng dồn": "năm" }, '"Cộng dồn" ghi "năm": chỉ nhận phát sinh, thời điểm, lũy kế.'],
    ["another kind of row", { "Loại dòng": "dòng" }, '"Loại dòng" ghi "dòng": chỉ nhận mục, chỉ tiêu.'],
    [
      "a direction in words",
      { Chiều: "tăng" },
      '"Chiều" ghi "tăng": cách ghi là cao, thấp, không, hoặc cố định 85..110.',
    ],
    ["decimals in words", { "Số lẻ": "một" }, '"Số lẻ" ghi "một": cách ghi là một số từ 0 đến 6.'],
    ["bounds with a hyphen", { "Giới hạn": "0-100" }, '"Giới hạn" ghi "0-100": cách ghi là 0..100, 0.. hoặc ..50.'],
    [
      "codes with semicolons",
      { "Tập con của": "A; B" },
      '"Tập con của" ghi "A; B": cách ghi là các mã số, cách nhau bằng dấu phẩy.',
    ],
    ["a level in letters", { Cấp: "I" }, '"Cấp" ghi "I": cách ghi là một số từ 1 đến 9.'],
    ...["Trong đó của", "Mới của", "Bằng với"].map((field): [string, Line, string] => [
      `a code with a mark in ${field}`,
      { [field]: "Á" },
      `"${field}" ghi "Á": cách ghi là các mã số, cách nhau bằng dấu phẩy.`,
    ]),
    [
      "a value that fills the screen",
      { "Số lẻ": "9".repeat(200) },
      `"Số lẻ" ghi "${"9".repeat(60)}": cách ghi là một số từ 0 đến 6.`,
    ],
    ["yes in English", { "Bắt buộc": "yes" }, '"Bắt buộc" ghi "yes": chỉ nhận có, không.'],
  ])("%s", (_, wrong, message) => {
    expect(problems([LINES[0]!, count("X", "Tên", wrong)])).toEqual([`3 error: ${message}`]);
  });

  test.each<[string, object, string]>([
    ["no version", { version: undefined }, 'Thiếu "version".'],
    ["a version in words", { version: "mới" }, '"version" ghi "mới": không đúng cách ghi quy định.'],
    ["an id that is no id", { id: "../etc" }, '"id" ghi "../etc": không đúng cách ghi quy định.'],
    [
      "a role that does not exist",
      { columns: [COLUMNS.label, COLUMNS.code, { ...COLUMNS.plan, role: "kh" }] },
      '"columns/2/role" ghi "kh": chỉ nhận tt, label, code, unit, plan, laterPlan, actual, samePeriod, vsPlan, vsSamePeriod.',
    ],
    [
      "a column too narrow",
      { columns: [COLUMNS.label, COLUMNS.code, { ...COLUMNS.plan, width: 1 }] },
      '"columns/2/width" ghi "1": không đúng cách ghi quy định.',
    ],
    ["no period", { periods: [] }, '"periods": không đúng cách ghi quy định.'],
  ])("%s", (_, wrong, message) => {
    const { version, ...rest } = { ...meta(), ...wrong } as { version?: string };
    expect(problems(LINES, version === undefined ? rest : { version, ...rest })).toEqual([`0 error: ${message}`]);
  });

  test.each([null, 3, "form", []])("%j instead of form.json", (wrong) => {
    expect(loadForm({ meta: wrong, rows: csv(LINES), schema }).ok).toBe(false);
  });

  test("all problems at once, each once", () => {
    expect(problems([count("1A", "", { "Loại số": "đếm" }), count("B", "B", { Gộp: "nhân" })])).toHaveLength(4);
  });
});

test("an expression that is refused is said with its line and reason", () => {
  expect(problems([count("A", "A"), rate("B", "B", { "Cách tính": '100 * A["x"]' })])).toEqual([
    '3 error: Công thức "100 * A["x"]": ký tự "[" không dùng được',
  ]);
});

describe("a form of several measures", () => {
  const form = formOf([count("BV", "Bệnh viện"), count("TT", "Trung tâm")], {
    ...meta(["label", "code"], {
      blankMeansNone: true,
      assessed: false,
      orientation: "landscape",
      notes: ["Ghi chú"],
      footnotes: ["Chân trang"],
      measures: [
        { id: "giuong", label: "Giường", unit: "giường", accrual: "thời điểm", required: true },
        { id: "dung", label: "Giường sử dụng", subsetOf: "giuong", subsetSoft: true },
        {
          id: "cs",
          label: "Công suất",
          unit: "%",
          kind: "tỷ lệ",
          comparison: "DIEM",
          decimals: 2,
          bounds: "0..150",
          direction: "thấp",
          rollUp: "tính lại",
          formula: "100 * dung / giuong",
        },
      ],
    }),
    columns: [
      COLUMNS.label,
      COLUMNS.code,
      { ...COLUMNS.actual, measure: "giuong" },
      { ...COLUMNS.actual, measure: "cs" },
    ],
  });

  test("keeps what form.json says", () => {
    expect(form).toMatchObject({
      blankMeansNone: true,
      assessed: false,
      orientation: "landscape",
      notes: ["Ghi chú"],
      footnotes: ["Chân trang"],
    });
  });

  test("keeps of which measure another is a part, and whether more than it is only to be explained", () => {
    expect(form.measures.map(({ subsetOf, subsetSoft }) => [subsetOf, subsetSoft])).toEqual([
      [undefined, undefined],
      ["giuong", true],
      [undefined, undefined],
    ]);
  });

  test("gives each measure the row's attributes and its own instead of them", () => {
    const [first, used, share] = form.measures.map((measure) => traitsOf(form.indicators[0]!, measure));
    expect(first).toMatchObject({
      unit: "giường",
      kind: "count",
      accrual: "stock",
      required: true,
      bounds: { low: 0 },
    });
    expect(used).toMatchObject({ unit: "người", kind: "count", accrual: "flow", required: false });
    expect(share).toMatchObject({
      unit: "%",
      kind: "rate",
      decimals: 2,
      comparison: "points",
      bounds: { low: 0, high: 150 },
      direction: { aim: "low" },
      rollUp: "recompute",
    });
  });
});

test("limits that a form names go before the usual ones, and what missing figures mean is kept", () => {
  const missing = { total: { others: "all" }, same: { own: "never" } };
  const form = formOf(LINES, meta(undefined, { thresholds: { times: 5 }, missing }));
  expect(form.thresholds).toEqual({ ...DEFAULT_THRESHOLDS, times: 5 });
  expect(form.missing).toEqual(missing);
  expect(formOf(LINES)).toMatchObject({ thresholds: DEFAULT_THRESHOLDS, missing: {} });
});

test("a form without more to say has the usual attributes", () => {
  expect(formOf(LINES)).toMatchObject({
    blankMeansNone: false,
    assessed: true,
    orientation: "portrait",
    notes: [],
    footnotes: [],
    measures: [{ id: "", label: "" }],
  });
});
