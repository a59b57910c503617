import { existsSync } from "node:fs";
import { zipSync, strToU8 } from "fflate";
import { USAGE } from "../../src/cli/command-line";
import { createWorkbook } from "../../src/xlsx/create";
import { openWorkbook } from "../../src/xlsx/open";
import { applyEdits } from "../../src/xlsx/patch";
import { readPublished, typed } from "../support/published";
import { desk, dienBien, PERIOD, UNIT, type Desk } from "./support";

const NEW = ["new", "PL02", "--ky", PERIOD, "--don-vi", UNIT] as const;

interface Json {
  file: string;
  forms: {
    sheet: string;
    form: string | null;
    period: string | null;
    checked: { cells: number; rules: number };
    rows: { cell: string; code: string; confidence: number }[];
    unbound: { cell: string; label: string }[];
    unchecked: { reason: string }[];
    findings: Record<string, unknown>[];
    assessment: Record<string, unknown>[];
  }[];
}

const json = (text: string) => JSON.parse(text) as Json;

describe("bieu without a usable request", () => {
  test.each([
    [[], 2, ""],
    [["--help"], 0, ""],
    [["chep"], 2, 'Không có lệnh "chep"'],
    [["check"], 2, "cần ít nhất một tệp .xlsx"],
    [["report", "a.xlsx", "b.xlsx"], 2, "cần đúng một tệp .xlsx"],
    [["check", "a.xlsx", "--nhanh"], 2, "--nhanh"],
    [["new", "PL02", "--ky", PERIOD, "--don-vi", UNIT], 2, "Thiếu -o"],
    [["new", "PL02", "-o", "f.xlsx", "--don-vi", UNIT], 2, "Thiếu --ky"],
    [["fill", "khong-co.xlsx", "-o", "g.xlsx"], 2, "Không thấy tệp"],
  ])("%j ends with %d", async (args, code, message) => {
    const ran = await desk().bieu(...args);
    expect(ran.code).toBe(code);
    expect(message === "" ? ran.out : ran.error).toContain(message === "" ? USAGE : message);
  });
});

describe("bieu list", () => {
  test("names every form", async () => {
    const { code, out } = await desk().bieu("list");
    expect(code).toBe(0);
    for (const id of ["PL01", "PL02", "B01", "B02", "B03", "B04", "B05", "B06", "CTCY", "MT136"])
      expect(out).toContain(`${id} `);
  });
});

describe("bieu new", () => {
  test.each(["PL01", "PL02", "B01", "B02", "B03", "B04", "B05", "B06", "CTCY", "MT136"])(
    "%s makes a sheet that is recognised again, whole and in its period",
    async (id) => {
      const at = desk();
      const made = await at.bieu("new", id, "--ky", "2024-N", "--don-vi", UNIT, "-o", "f.xlsx");
      expect(made).toMatchObject({ code: 0, error: "" });
      const [form] = json((await at.bieu("check", "f.xlsx", "--json")).out).forms;
      expect(form).toMatchObject({ sheet: id, form: id, period: "2024-N", unbound: [] });
      expect(form!.findings.filter(({ level }) => level === "error")).toEqual([]);
    },
  );

  test("has the Mã số column, the names, the metadata and the print set-up of an official sheet", async () => {
    const at = desk();
    await at.bieu(...NEW, "-o", "f.xlsx");
    const workbook = await openWorkbook(at.read("f.xlsx"));
    const names = workbook.names.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["BIEU_PL02", "BIEU_PL02_MA", "BIEU_PL02_TH", "BIEU_PL02_SOCK"]));
    expect(JSON.parse(workbook.customProperties["BieuYTe.1"]!)).toEqual({
      sheet: "PL02",
      form: "PL02",
      version: "1.0",
      period: PERIOD,
      unit: UNIT,
    });
    const rows = workbook.grid("PL02").rows.map((cells) => cells.map((cell) => cell?.value ?? null));
    expect(rows[0]![0]).toBe("SỞ Y TẾ TỈNH ĐIỆN BIÊN");
    expect(rows[2]![0]).toBe("KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU CHUYÊN MÔN 6 THÁNG ĐẦU NĂM 2024");
    expect(rows[6]).toEqual([
      "TT",
      "Chỉ tiêu",
      "Mã số",
      "Đơn vị tính",
      "Kế hoạch năm 2024",
      "Ước TH 6T.2024",
      "Thực hiện 6T.2023",
      "So với Kế hoạch (%)",
      "So với cùng kỳ",
    ]);
    expect(rows[7]).toEqual(["A", "B", "C", "D", "1", "2", "3", "4=2/1", "5"]);
  });

  test.each([
    ["PL99", PERIOD, "Không có biểu PL99"],
    ["PL02", "2024-13", "không đọc được"],
    ["CTCY", PERIOD, "không có kỳ"],
  ])("%s for %s is refused", async (form, period, message) => {
    const { code, error } = await desk().bieu("new", form, "--ky", period, "--don-vi", UNIT, "-o", "f.xlsx");
    expect(code).toBe(2);
    expect(error).toContain(message);
  });

  test("does not replace a file that is there, unless told to", async () => {
    const at = desk();
    at.write("f.xlsx", "quan trọng");
    expect(await at.bieu(...NEW, "-o", "f.xlsx")).toMatchObject({
      code: 2,
      error: expect.stringContaining("--ghi-de"),
    });
    expect(Buffer.from(at.read("f.xlsx")).toString()).toBe("quan trọng");
    expect((await at.bieu(...NEW, "-o", "f.xlsx", "--ghi-de")).code).toBe(0);
  });

  test("--tu makes last year's TH this year's CK, and says what it could not carry", async () => {
    const at = desk();
    await at.bieu("new", "PL02", "--ky", "2023-6T", "--don-vi", UNIT, "-o", "cu.xlsx");
    const row = 10;
    const values = [129, "-", "…", "khoảng 10"];
    const edits = values.map((value, index) => ({ row: row + 1 + index, column: 5, value }));
    at.write("cu.xlsx", applyEdits(at.read("cu.xlsx"), "PL02", edits));
    const made = await at.bieu(...NEW, "--tu", "cu.xlsx", "-o", "moi.xlsx");
    expect(made.code).toBe(0);
    expect(made.out).toContain("Đã chuyển 3 số thực hiện");
    expect(made.out).toContain("khoảng 10");
    const { rows } = (await openWorkbook(at.read("moi.xlsx"))).grid("PL02");
    expect(values.map((_, index) => rows[row + 1 + index]![6]?.value ?? null)).toEqual([129, "-", "…", null]);
    expect(rows[row + 1]![5]?.value ?? null).toBeNull();
  });

  test("--tu with the wrong year is refused", async () => {
    const at = desk();
    await at.bieu("new", "PL02", "--ky", "2022-6T", "--don-vi", UNIT, "-o", "cu.xlsx");
    const made = await at.bieu(...NEW, "--tu", "cu.xlsx", "-o", "moi.xlsx");
    expect(made.code).toBe(2);
    expect(made.error).toContain("6 tháng đầu năm 2022");
    expect(existsSync(at.path("moi.xlsx"))).toBe(false);
  });
});

describe("on Điện Biên's report", () => {
  let at: Desk;
  beforeAll(async () => {
    at = desk();
    await dienBien(at, "nhap.xlsx");
  });

  test.each([
    ["ham", /^(IF\(.*)?SO(VOIKH|CUNGKY)\(/],
    ["cong-thuc", /^IF\(/],
    ["gia-tri", undefined],
  ])("fill --cach %s fills both columns and touches nothing else", async (mode, formula) => {
    const filled = await at.bieu("fill", "nhap.xlsx", "-o", `${mode}.xlsx`, "--cach", mode);
    expect(filled).toMatchObject({ code: 0, error: "" });
    expect(filled.out).toContain("điền 557 ô So với KH và 506 ô So với cùng kỳ");
    const before = (await openWorkbook(at.read("nhap.xlsx"))).grid("PL02").rows;
    const after = (await openWorkbook(at.read(`${mode}.xlsx`))).grid("PL02").rows;
    const derived = after
      .slice(8, 672)
      .flatMap((cells) => [cells[7], cells[8]])
      .filter((cell) => typeof cell?.value === "number");
    expect(derived).toHaveLength(557 + 506);
    for (const cell of derived) expect(cell!.formula ?? "").toMatch(formula ?? /^$/);
    const inputs = (rows: typeof before) => rows.map((cells) => cells.slice(0, 7).map((cell) => cell?.value ?? null));
    expect(inputs(after)).toEqual(inputs(before));
  });

  test("the three ways give the same figures, and check finds the same", async () => {
    const values = await Promise.all(
      ["ham", "cong-thuc", "gia-tri"].map(async (mode) => {
        const { rows } = (await openWorkbook(at.read(`${mode}.xlsx`))).grid("PL02");
        return rows
          .slice(8, 672)
          .map((cells) =>
            [cells[7], cells[8]].map((cell) => (typeof cell?.value === "number" ? cell.value.toFixed(1) : "")),
          );
      }),
    );
    expect(values[1]).toEqual(values[0]);
    expect(values[2]).toEqual(values[0]);
  });

  test("check finds the published contradictions and nothing in the columns that we filled", async () => {
    const ran = await at.bieu("check", "ham.xlsx", "--json");
    expect(ran.code).toBe(1);
    const [form] = json(ran.out).forms;
    const rules = new Set(form!.findings.map(({ rule }) => String(rule)));
    expect(
      [...rules].filter((rule) => rule.startsWith("SS") || rule.startsWith("CT") || rule.startsWith("SO")),
    ).toEqual([]);
    expect(form!.findings.find(({ code, column }) => code === "DA7DS_11" && column === "actual")).toMatchObject({
      rule: "QH1",
      level: "error",
      stated: 1722,
      expected: 1690,
      gap: 32,
      related: ["F579", "F580"],
      suspects: [
        { cell: "F578", value: 1690, why: "Sửa 1.722 thành 1.690 thì khớp." },
        { cell: "F579", value: 1711, why: "Sửa 1.679 thành 1.711 thì khớp." },
        { cell: "F580", value: 43, why: "Sửa 11 thành 43 thì khớp." },
      ],
    });
    for (const finding of form!.findings) {
      expect(Object.keys(finding)).toEqual(
        expect.arrayContaining([
          "rule",
          "level",
          "cell",
          "code",
          "column",
          "stated",
          "expected",
          "gap",
          "related",
          "message",
          "suspects",
        ]),
      );
    }
  });

  test("the text names another cell than the accused one where a slip explains it, and keeps quiet where none does", async () => {
    const lines = (await at.bieu("check", "ham.xlsx")).out.split("\n");
    const lineOf = (label: string) => lines.find((line) => line.includes(label) && line.includes(" QH"));
    expect(lineOf("Tỷ lệ suy dinh dưỡng CN/tuổi ở trẻ em DTTS dưới 5 tuổi ghi 16,2")).toMatch(
      / Có lẽ ô E\d+: 8\.897 gõ thành 8\.987\.$/,
    );
    expect(lineOf("Sàng lọc sơ sinh ghi 1.722")).not.toContain("Có lẽ");
  });

  test("check judges every indicator with both percentages and a sentence", async () => {
    const [form] = json((await at.bieu("check", "ham.xlsx", "--json")).out).forms;
    expect(form!.assessment).toHaveLength(575);
    expect(form!.assessment.find(({ code }) => code === "DTD_10")).toEqual({
      code: "DTD_10",
      measure: null,
      cell: "F101",
      status: "onPace",
      ofYear: 61.7,
      ofPeriod: 123.5,
      sentence: "Đạt tiến độ: 14.137/22.900 (61,7% cả năm, 123,5% của 6 tháng), còn thiếu 8.763 so với cả năm.",
    });
  });

  test("report counts by section, as text, as JSON and as a page", async () => {
    const text = await at.bieu("report", "ham.xlsx");
    expect(text.code).toBe(0);
    expect(text.out).toMatch(/Vượt \d+ · Đạt \d+ · Đạt tiến độ \d+ · Chậm tiến độ \d+ · Chưa đạt \d+/);
    expect(text.out).toContain("A.VI. Đảm bảo máu an toàn");
    const counts = (
      JSON.parse((await at.bieu("report", "ham.xlsx", "--json")).out) as { forms: { counts: Record<string, number> }[] }
    ).forms[0]!.counts;
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(575);
    const page = await at.bieu("report", "ham.xlsx", "--html", "-o", "kq.html");
    expect(page.code).toBe(0);
    const html = Buffer.from(at.read("kq.html")).toString();
    expect(html).toContain("<!doctype html>");
    expect(html).not.toMatch(/<script|https?:/);
    expect(html).toContain("Trẻ &lt; 1 tuổi tiêm đủ các loại Vacxin");
  });

  test("freeze leaves values where formulas were, to the digit", async () => {
    const frozen = await at.bieu("freeze", "ham.xlsx", "-o", "chot.xlsx");
    expect(frozen).toMatchObject({ code: 0, error: "" });
    const before = (await openWorkbook(at.read("ham.xlsx"))).grid("PL02").rows;
    const after = (await openWorkbook(at.read("chot.xlsx"))).grid("PL02").rows;
    const shown = (rows: typeof before) => rows.map((cells) => cells.map((cell) => cell?.value ?? ""));
    expect(shown(after)).toEqual(shown(before));
    expect(after.flat().filter((cell) => cell?.formula !== undefined)).toEqual([]);
  });

  test("a figure changed after filling makes its derived cells stale", async () => {
    at.write("sua.xlsx", applyEdits(at.read("gia-tri.xlsx"), "PL02", [{ row: 13, column: 5, value: 1300 }]));
    const [form] = json((await at.bieu("check", "sua.xlsx", "--json")).out).forms;
    const stale = form!.findings.filter(({ rule }) => rule === "SS1" || rule === "SS2");
    expect(stale).toEqual([
      expect.objectContaining({
        rule: "SS1",
        cell: "H14",
        code: "LAO_03",
        column: "vsPlan",
        stated: 68.6,
        expected: 74.3,
      }),
      expect.objectContaining({
        rule: "SS2",
        cell: "I14",
        code: "LAO_03",
        column: "vsSamePeriod",
        stated: -88.1,
        expected: -87.1,
      }),
    ]);
  });

  test("never writes over the file it works on", async () => {
    for (const command of ["fill", "freeze"]) {
      const ran = await at.bieu(command, "ham.xlsx", "-o", "ham.xlsx", "--ghi-de");
      expect(ran).toMatchObject({ code: 2, error: expect.stringContaining("Không ghi đè lên tệp đang làm việc") });
    }
  });

  test("an unknown way of filling is refused", async () => {
    const ran = await at.bieu("fill", "nhap.xlsx", "-o", "x.xlsx", "--cach", "constructor");
    expect(ran).toMatchObject({ code: 2, error: expect.stringContaining("ham, cong-thuc, gia-tri") });
  });
});

describe("files that cannot be read", () => {
  const cfb = (stream: string) => {
    const bytes = new Uint8Array(2048);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    [...stream].forEach((char, index) => (bytes[1024 + 2 * index] = char.charCodeAt(0)));
    return bytes;
  };
  const bomb = () =>
    zipSync(
      { "xl/workbook.xml": strToU8("<workbook/>"), "xl/worksheets/sheet1.xml": new Uint8Array(120 * 1024 * 1024) },
      { level: 9 },
    );

  test.each([
    ["empty", () => new Uint8Array()],
    ["a text", () => strToU8("TT;Chỉ tiêu\n1;Lao")],
    ["an encrypted workbook", () => cfb("EncryptedPackage")],
    ["an old .xls", () => cfb("Workbook")],
    ["a Word document", () => zipSync({ "word/document.xml": strToU8("<w/>") })],
    ["a zip bomb", bomb],
  ])("%s: a clear message and exit code 2", async (_name, make) => {
    const at = desk();
    at.write("f.xlsx", make());
    for (const args of [
      ["check", "f.xlsx"],
      ["report", "f.xlsx"],
      ["fill", "f.xlsx", "-o", "g.xlsx"],
      ["freeze", "f.xlsx", "-o", "g.xlsx"],
    ]) {
      const ran = await at.bieu(...args);
      expect(ran.code).toBe(2);
      expect(ran.error).toMatch(/^[^\n]{15,300}$/);
      expect(ran.error).not.toMatch(/Error|undefined|at /);
    }
    expect(existsSync(at.path("g.xlsx"))).toBe(false);
  });

  test("a truncated workbook", async () => {
    const at = desk();
    await at.bieu(...NEW, "-o", "f.xlsx");
    const whole = at.read("f.xlsx");
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      at.write("cat.xlsx", whole.slice(0, Math.floor(whole.length * share)));
      expect((await at.bieu("check", "cat.xlsx")).code).toBe(2);
    }
  });

  test("a workbook without a table", async () => {
    const at = desk();
    const created = new Date("2024-01-01");
    at.write(
      "f.xlsx",
      await createWorkbook({
        sheets: [{ name: "Ghi chú", rows: [[{ value: "Họp giao ban" }]] }],
        properties: { created },
      }),
    );
    expect(await at.bieu("check", "f.xlsx")).toMatchObject({
      code: 2,
      error: expect.stringContaining("Không thấy biểu nào"),
    });
  });
});

describe("tables that we did not make", () => {
  const created = new Date("2024-01-01");
  const workbook = (name: string, rows: (string | number | null)[][]) => ({
    name,
    rows: rows.map((cells) => cells.map((value) => ({ value }))),
  });

  test("an unknown form still gets the checks that need no definition", async () => {
    const at = desk();
    const sheet = workbook("Theo dõi", [
      ["STT", "Nội dung", "KH năm 2024", "Thực hiện 2024", "Cùng kỳ 2023", "% so KH", "So cùng kỳ"],
      [1, "Số lượt tập huấn riêng của đơn vị", 40, 20, 10, 50, 100],
      [2, "Tỷ lệ hài lòng nội bộ", 90, 45.5, 50, 50.6, -9],
      [3, "Số buổi họp", "mười", 5, 4, null, 25],
    ]);
    at.write("f.xlsx", await createWorkbook({ sheets: [sheet], properties: { created } }));
    const ran = await at.bieu("check", "f.xlsx", "--json");
    const [form] = json(ran.out).forms;
    expect(form).toMatchObject({ form: null, rows: [] });
    expect(form!.unbound).toHaveLength(3);
    expect(form!.unchecked.map(({ reason }) => reason)).toContain("no-form");
    expect(form!.findings.map(({ rule, cell }) => `${String(rule)} ${String(cell)}`)).toEqual(["SS2 G3", "SO2 C4"]);
    expect(ran.code).toBe(1);
  });

  test("markup and formula starts in labels stay text, on the page too", async () => {
    const at = desk();
    const label = `=cmd|' /C calc'!A0 <img src=x onerror=alert(1)>`;
    await at.bieu("new", "B02", "--ky", "2024-N", "--don-vi", `<b>${label}`, "-o", "f.xlsx");
    const { rows } = (await openWorkbook(at.read("f.xlsx"))).grid("B02");
    expect(rows[0]![0]!.formula).toBeUndefined();
    const page = await at.bieu("report", "f.xlsx", "--html");
    expect(page.out).not.toMatch(/<img|<b>=/);
  });

  test("a protected sheet is not written to", async () => {
    const at = desk();
    await at.bieu(...NEW, "-o", "f.xlsx");
    const { unzipSync, strFromU8 } = await import("fflate");
    const parts = unzipSync(at.read("f.xlsx"));
    const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"]!);
    parts["xl/worksheets/sheet1.xml"] = strToU8(
      sheet.replace("</sheetData>", '</sheetData><sheetProtection sheet="1"/>'),
    );
    at.write("khoa.xlsx", zipSync(parts));
    expect(await at.bieu("fill", "khoa.xlsx", "-o", "g.xlsx")).toMatchObject({
      code: 2,
      error: expect.stringContaining("đang khóa"),
    });
    expect((await at.bieu("check", "khoa.xlsx")).code).not.toBe(2);
  });
});

describe("bieu fill --ky", () => {
  test("gives the period where the workbook does not say it, so that Đánh giá can be filled", async () => {
    const at = desk();
    const rows = [
      ["TT", "Chỉ tiêu", "Kế hoạch", "Thực hiện", "Cùng kỳ", "So với KH", "So với cùng kỳ"],
      ...readPublished("pl02").map(({ tt, label, figures }) => [
        tt,
        label,
        ...figures.slice(0, 3).map((figure) => typed(figure)?.value ?? null),
      ]),
    ].map((cells) => cells.map((value) => ({ value: value as string | number | null })));
    at.write(
      "f.xlsx",
      await createWorkbook({ sheets: [{ name: "Biểu", rows }], properties: { created: new Date(0) } }),
    );
    const without = await at.bieu("fill", "f.xlsx", "-o", "g.xlsx", "--danh-gia");
    expect(without).toMatchObject({ code: 0, out: expect.stringContaining("chưa rõ kỳ báo cáo") });
    const given = await at.bieu("fill", "f.xlsx", "-o", "h.xlsx", "--danh-gia", "--ky", PERIOD);
    expect(given.code).toBe(0);
    expect(given.out).not.toContain("chưa rõ kỳ báo cáo");
    expect(await at.bieu("fill", "f.xlsx", "-o", "k.xlsx", "--ky", "2024-8T")).toMatchObject({ code: 2 });
  });
});
