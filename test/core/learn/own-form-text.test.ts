/** The words of an own form: what stands on each line of its file, what its rows say, and what is wrong with a file. */

import { readRows } from "../../../src/core/learn/read-rows";
import { learnTable } from "../../../src/core/learn/learn";
import { ownForm, type OwnFormOptions } from "../../../src/core/learn/own-form";
import { formFile, problemWords, readFormFile, readFormFolder } from "../../../src/core/learn/own-form-file";
import { recognise } from "../../../src/core/form/recognise";
import type { Grid } from "../../../src/core/table/grid";
import { gridOf, learnedOf, type Line } from "./table";

const encode = (text: string) => new TextEncoder().encode(text);
const OPTIONS: OwnFormOptions = {
  id: "RIENG",
  title: "  Biểu của  tôi ",
  source: "Phòng Kế hoạch",
  accepted: new Set(),
  note: () => "Gợi ý.",
};

const made = (grid: Grid, options: Partial<OwnFormOptions> = {}) => {
  const binding = recognise(grid, [])!;
  return ownForm(learnTable(grid, binding), binding, { ...OPTIONS, ...options });
};

/** The fields of each row that a test asks for. */
function fieldsOf(lines: readonly Line[], names: readonly string[]): string[][] {
  const [header, ...rows] = made(gridOf(lines))
    .rows.replace(/^\ufeff/, "")
    .trimEnd()
    .split("\n")
    .map((line) => line.split(";"));
  return rows.map((cells) => names.map((name) => cells[header!.indexOf(name)]!));
}

const LINES: readonly Line[] = [
  ["Số ca", "ca", 7540, 2435, 2507],
  ["Tỷ lệ", "%", 92.7, 92.4, 91.7],
];

test("the file begins with what the form is, its periods and its columns, then the rows", () => {
  const [head, rows] = formFile(made(gridOf(LINES))).split("\n\n");
  expect(head).toBe(
    [
      "\ufeffBiểu riêng;RIENG",
      "Phiên bản;1.0",
      "Số biểu;Biểu riêng",
      "Tên biểu;Biểu của tôi",
      "Nguồn;Phòng Kế hoạch",
      "Kỳ báo cáo;quý, 6 tháng, 9 tháng, năm",
      "Cột;Chỉ tiêu;tên chỉ tiêu;46",
      "Cột;Mã số;mã số;11",
      "Cột;Đơn vị tính;đơn vị tính;13",
      "Cột;Kế hoạch năm {nam};kế hoạch;11",
      "Cột;Thực hiện {ky};thực hiện;11",
      "Cột;Thực hiện {ky-1};cùng kỳ;11",
      "Cột;So với cùng kỳ;so với cùng kỳ;11",
    ].join("\n"),
  );
  expect(rows!.split("\n")[0]).toMatch(/^Mã số;Loại dòng;Cấp;TT;Dấu;Chỉ tiêu;/);
});

test("columns of several measures are kept whole, beside those that a line can say", () => {
  const { meta, rows } = made(gridOf(LINES));
  const columns = [
    { role: "label", header: "Bệnh", width: 30 },
    { role: "actual", header: "Mắc", width: 8, measure: "mac" },
    { role: "actual", header: "Chết", width: 8, group: "Năm nay" },
  ];
  const file = formFile({ meta: { ...(meta as object), columns }, rows });
  const lines = file.split("\n");
  expect(lines.filter((line) => line.startsWith("Cột;"))).toEqual(["Cột;Bệnh;tên chỉ tiêu;30"]);
  const read = readFormFile(encode(file));
  expect(read.ok && (read.parts.meta as { columns: unknown }).columns).toEqual(columns);
  expect(formFile({ meta: undefined, rows })).toContain("Kỳ báo cáo;\n");
});

test("a table without a name or a source gets one, and keeps its column of codes", () => {
  const { meta } = made(gridOf(LINES), { title: " ", source: "" });
  expect(meta).toMatchObject({ title: "Biểu riêng", source: "Bảng của đơn vị" });
  const grid = gridOf(LINES);
  const coded = {
    ...grid,
    rows: grid.rows.map((cells, row) => [{ value: row === 0 ? "Mã số" : `X${row}` }, ...cells]),
  };
  const { columns } = made(coded).meta as { columns: { role: string }[] };
  expect(columns.map(({ role }) => role).filter((role) => role === "code")).toEqual(["code"]);
  expect(columns[0]!.role).toBe("code");
});

test("limits, units and what is required follow from what a row holds", () => {
  const lines: readonly Line[] = [
    ["Số ca", "ca", 10, 20, 30],
    ["Thay đổi", "ca", 10, -20, 30],
    ["Số xã", "", 10, 20, null],
    ["Tỷ lệ", "", 10.5, 20.5, 30.5],
    ["Bác sĩ", "", 10.5, 20.5, 30.5],
    ["Kinh phí", "triệu đồng", 10.5, 20.5, 30.5],
  ];
  const names = [
    "Giới hạn",
    "Bắt buộc",
    "Đơn vị tính",
    "Loại số",
    "Cộng dồn",
    "Chiều",
    "Số lẻ",
    "So cùng kỳ",
    "Gộp",
    "Ghi chú",
  ];
  const guessed = "Loại số do đoán từ số liệu, hãy xem lại.";
  expect(fieldsOf(lines, names)).toEqual([
    ["0..", "có", "ca", "số đếm", "phát sinh", "không", "0", "PT", "cộng", ""],
    ["", "có", "ca", "số đếm", "phát sinh", "không", "0", "PT", "cộng", ""],
    ["0..", "không", "số", "số đếm", "phát sinh", "không", "0", "PT", "cộng", ""],
    ["0..", "có", "%", "tỷ lệ", "thời điểm", "không", "1", "DIEM", "không", ""],
    ["0..", "có", "số", "chỉ số", "thời điểm", "không", "1", "DIEM", "không", guessed],
    ["0..", "có", "triệu đồng", "tiền", "phát sinh", "không", "1", "PT", "cộng", ""],
  ]);
});

test("an accepted formula gives the rate the unit of its factor", () => {
  const lines: readonly Line[] = [
    ["Tổng số dân", "người", 656670, 656717, 641200],
    ["Số bệnh nhân lao", "người", 1901, 1801, 1604],
    ["Tỷ lệ mắc lao/dân số", "", 28.95, 27.42, 25.02],
  ];
  const { suggestions } = learnedOf(lines);
  const accepted = new Set(suggestions.map(({ id }) => id));
  const unit = (options: Partial<OwnFormOptions>) => made(gridOf(lines), options).rows.split("\n")[3];
  expect(unit({ accepted })).toContain(";/10.000 dân;tỷ lệ;");
  expect(unit({ accepted })).toContain(";10000 * CT002 / CT001;");
  expect(unit({ accepted })).toContain(";tính lại;");
  expect(unit({})).toContain(";%;tỷ lệ;");
});

describe("the rows of a table", () => {
  const rowsOf = (labels: readonly string[], tts: readonly string[] = []) => {
    const header = ["TT", "Chỉ tiêu", "Kế hoạch năm 2024", "Thực hiện 6T.2024"].map((value) => ({ value }));
    const rows = labels.map((label, at) => {
      const heading = label === label.toUpperCase();
      return [{ value: tts[at] ?? "" }, { value: label }, ...(heading ? [] : [{ value: 10 + at }, { value: 20 + at }])];
    });
    const grid: Grid = { sheet: "Bảng", rows: [header, ...rows], merges: [] };
    return { grid, binding: recognise(grid, [])! };
  };
  test("have their marker apart from their label, and stand as deep as it says", () => {
    const { grid, binding } = rowsOf([
      "Tổng số",
      "* Tuyến tỉnh",
      "- Nam",
      "-Nữ",
      "+ Trẻ em",
      ". Sơ sinh",
      "a) Nội trú",
      "1.2. Ngoại trú",
      "   - Khác",
      "– Khác nữa",
      "a.b khám",
      "12 giờ",
    ]);
    const { rows } = readRows(grid, binding);
    expect(rows.map(({ marker, label, depth }) => `${marker}|${label}|${depth}`)).toEqual([
      "|Tổng số|20",
      "*|Tuyến tỉnh|40",
      "-|Nam|60",
      "-|Nữ|60",
      "+|Trẻ em|80",
      ".|Sơ sinh|100",
      "a)|Nội trú|20",
      "1.2|Ngoại trú|20",
      "-|Khác|63",
      "–|Khác nữa|60",
      "|a.b khám|20",
      "|12 giờ|20",
    ]);
  });
  test("belong to the heading above them", () => {
    const { grid, binding } = rowsOf(["Số xã", "KHÁM BỆNH", "Số ca", "GIƯỜNG BỆNH", "Số giường"]);
    expect(readRows(grid, binding).rows.map(({ heading, section }) => (heading ? "mục" : section))).toEqual([
      -1,
      "mục",
      1,
      "mục",
      3,
    ]);
  });
  test("of a table without labels are none", () => {
    const { grid, binding } = rowsOf(["Số xã", "Số ca", "Số trẻ"]);
    const columns = binding.columns.filter(({ role }) => role !== "label");
    expect(readRows(grid, { ...binding, columns })).toEqual({ rows: [], inputs: [] });
  });
  test("headings stand as high as their number says", () => {
    const labels = ["PHẦN MỘT", "MỤC MỘT", "ĐIỂM MỘT", "KHÔNG SỐ", "PHẦN ĐÊ", "Số xã", "- Trong đó"];
    const { grid } = rowsOf(labels, ["A", "I", "1", "", "Đ", "1", ""]);
    const levels = made(grid)
      .rows.trimEnd()
      .split("\n")
      .slice(1)
      .map((line) => line.split(";").slice(1, 4).join(" "));
    expect(levels).toEqual(["mục 1 A", "mục 2 I", "mục 3 1", "mục 4 ", "mục 1 Đ", "chỉ tiêu 1 1", "chỉ tiêu 2 "]);
  });
});

describe("what is wrong with a file is said", () => {
  const file = formFile(made(gridOf(LINES)));
  const said = (text: string) => {
    const read = readFormFile(encode(text));
    return read.ok ? [] : read.problems.map(problemWords);
  };
  test.each<[string, string, string]>([
    [
      "a line of its own",
      file.replace("Nguồn;", `${"Ghi chú riêng ".repeat(4)};`),
      `Dòng 5: Dòng “${"Ghi chú riêng ".repeat(4).slice(0, 40)}” không có trong mẫu.`,
    ],
    [
      "the rest torn",
      file.replace("\n\n", '\nKhác;"{""a"": 1"\n\n'),
      "Dòng 14: Dòng “Khác” không còn nguyên vẹn; hãy chép lại dòng này từ tệp đã xuất.",
    ],
    [
      "the rest no record",
      file.replace("\n\n", "\nKhác;5\n\n"),
      "Dòng 14: Dòng “Khác” không còn nguyên vẹn; hãy chép lại dòng này từ tệp đã xuất.",
    ],
    [
      "no rows",
      file.split("\n\n")[0]!,
      "Không thấy dòng tiêu đề của danh sách chỉ tiêu (Mã số; Loại dòng; …; Chỉ tiêu).",
    ],
  ])("%s", (_, text, words) => {
    expect(said(text)).toEqual([words]);
  });
  test("and nothing of a blank line, a role in capitals or a width with a comma", () => {
    const read = readFormFile(
      encode(
        file
          .replace("Nguồn;", ";;\nNguồn;")
          .replace("Cột;Chỉ tiêu;tên chỉ tiêu;46", 'Cột;Chỉ tiêu;TÊN CHỈ TIÊU;"46,5"')
          .replace("mã số;11", "mã số;rộng"),
      ),
    );
    expect(read.ok && (read.parts.meta as { columns: object[] }).columns.slice(0, 2)).toEqual([
      { role: "label", header: "Chỉ tiêu", width: 46.5 },
      { role: "code", header: "Mã số", width: 11 },
    ]);
  });
  test("of a folder with the file it is in", () => {
    const [good, bad, zip] = [encode("{}"), Uint8Array.of(0x4d, 0xe3, 0x20), Uint8Array.of(0x50, 0x4b, 3, 4)];
    const folder = (...given: Parameters<typeof readFormFolder>) => {
      const read = readFormFolder(...given);
      return read.ok ? "ok" : read.problems.map(problemWords).join("\n");
    };
    const rows = encode("Mã số;Chỉ tiêu\nA;B");
    expect(folder(bad, rows)).toMatch(/^form\.json: Chữ trong tệp không ở dạng UTF-8/);
    expect(folder(good, zip)).toMatch(/^indicators\.csv: Đây là tệp \.xlsx/);
    expect(folder(good, rows, bad)).toMatch(/^conditions\.csv: Chữ trong tệp/);
    expect(folder(encode("{a"), rows)).toBe("form.json không đúng cú pháp JSON.");
    expect(folder(good, rows, encode("Mã số;Vế trái"))).toBe("ok");
  });
});
