/** Nộp from the command line, on Điện Biên's workbook: fill, mend, explain, submit, verify, and what must stop it. */

import { existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { dirname } from "node:path";
import { checkFigures } from "../../src/core/check/engine";
import { explainFindings, withExplanation, type Explanation } from "../../src/core/check/explanations";
import { layoutForm } from "../../src/core/form/layout";
import { parsePeriod } from "../../src/core/form/period";
import type { ColumnRole, FigureRole } from "../../src/core/form/types";
import { parseFingerprint } from "../../src/core/submit/fingerprint";
import { ignoreRule, memoryText, NO_MEMORY, setExplanations } from "../../src/core/workbook/memory";
import { openTables } from "../../src/cli/tables";
import { formById } from "../../src/forms";
import { putMemory } from "../../src/xlsx/memory";
import { openWorkbook } from "../../src/xlsx/open";
import { applyEdits } from "../../src/xlsx/patch";
import { typed } from "../support/published";
import { readData } from "../quality/book";
import { desk, dienBien, PERIOD, UNIT, type Desk } from "./support";

const layout = layoutForm(formById("PL02")!, parsePeriod(PERIOD)!, UNIT);
const place = (code: string, role: ColumnRole) => ({
  row: layout.rowOf.get(code)!,
  column: layout.columns.find((column) => column.role === role)!.column,
});

/** Types figures into a file, as text or number, and fills the derived columns anew. */
async function type(at: Desk, from: string, to: string, figures: readonly [string, FigureRole, string][]) {
  const edits = figures.map(([code, role, text]) => {
    const { value } = typed(text)!;
    return { ...place(code, role), value: typeof value === "number" ? value : text };
  });
  at.write("tam.xlsx", applyEdits(at.read(from), "PL02", edits));
  expect(await at.bieu("fill", "tam.xlsx", "-o", to, "--ghi-de")).toMatchObject({ code: 0 });
}

/** Gives a reason for every warning of a file that is open. */
async function explainAll(at: Desk, from: string, to: string) {
  const { tables } = await openTables(at.path(from));
  const table = tables[0]!;
  const result = checkFigures(table);
  let given: readonly Explanation[] = [];
  for (const finding of explainFindings(result, table, []).open) {
    if (finding.level !== "warning") continue;
    given = withExplanation(given, finding, table, {
      text: "=Số theo quyết định",
      at: "2024-07-10T00:00:00Z",
      stale: [],
    });
  }
  at.write(to, putMemory(at.read(from), memoryText(setExplanations(NO_MEMORY, "PL02", given))));
  return given.length;
}

const SUBMIT = ["--nguoi", "Nguyễn Thị A"] as const;

describe("from a filled workbook to a copy that can be verified", () => {
  let at: Desk;
  let explained: number;
  beforeAll(async () => {
    at = desk();
    await dienBien(at, "nhap.xlsx");
    await at.bieu("fill", "nhap.xlsx", "-o", "dien.xlsx");
    const mended = readData("mended.csv").flatMap(([code, role, , to]): [string, FigureRole, string][] =>
      layout.rowOf.has(code!) ? [[code!, role as FigureRole, to!]] : [],
    );
    await type(at, "dien.xlsx", "sua.xlsx", mended);
    explained = await explainAll(at, "sua.xlsx", "xong.xlsx");
  });

  test("errors close the gate with their cells and reasons, and nothing is written", async () => {
    const ran = await at.bieu("submit", "dien.xlsx", ...SUBMIT, "-o", "khong.xlsx");
    expect(ran.code).toBe(1);
    expect(ran.out).toMatch(/\[CHƯA\] Không còn lỗi: 8 lỗi phải sửa\./);
    expect(ran.out).toMatch(/F578 +QH1 .*1\.722/);
    const { tables } = await openTables(at.path("dien.xlsx"));
    const { unchecked } = checkFigures(tables[0]!);
    expect(unchecked.length).toBeGreaterThan(0);
    expect(ran.out).toContain(`Chưa kiểm tra được (${unchecked.length})`);
    expect(existsSync(at.path("khong.xlsx"))).toBe(false);
  });

  test("warnings without a reason close it too", async () => {
    const ran = await at.bieu("submit", "sua.xlsx", ...SUBMIT, "-o", "khong.xlsx");
    expect(ran.code).toBe(1);
    expect(ran.out).toContain("[đạt] Không còn lỗi");
    expect(ran.out).toContain(`(đã giải trình 0/${explained})`);
  });

  test("rules that are ignored while working count all the same, and damaged memory is told", async () => {
    const { memory } = await openTables(at.path("sua.xlsx"));
    const ignoring = ["BT1", "BT2", "BT3"].reduce((before, rule) => ignoreRule(before, "PL02", rule), memory);
    const text = memoryText(ignoring).replace('"sheets":[', '"sheets":["hỏng",');
    at.write("bo-qua.xlsx", putMemory(at.read("sua.xlsx"), text));
    const ran = await at.bieu("submit", "bo-qua.xlsx", ...SUBMIT, "-o", "khong.xlsx");
    expect(ran.code).toBe(1);
    expect(ran.out).toContain(`(đã giải trình 0/${explained})`);
    expect(ran.out).toContain("ghi nhớ trong tệp có chỗ không đọc được");
  });

  test("a reason is void once its figure has changed", async () => {
    await type(at, "xong.xlsx", "doi.xlsx", [["LAO_03", "samePeriod", "10.045"]]);
    const ran = await at.bieu("submit", "doi.xlsx", ...SUBMIT, "-o", "khong.xlsx");
    expect(ran.code).toBe(1);
    expect(ran.out).toContain(`(đã giải trình ${explained - 1}/${explained})`);
    expect(ran.out).toContain("1 giải trình không còn ứng với cảnh báo nào");
  });

  describe("once it is open", () => {
    let fingerprint: string;
    beforeAll(async () => {
      const ran = await at.bieu("submit", "xong.xlsx", ...SUBMIT, "-o", "nop.xlsx");
      expect(ran).toMatchObject({ code: 0, error: "" });
      fingerprint = /Dấu vân tay PL02: ([0-9a-f ]+)/.exec(ran.out)![1]!;
    });

    test("the copy verifies alone, against the working file and against the fingerprint that was kept", async () => {
      expect(parseFingerprint(fingerprint)).toMatch(/^[0-9a-f]{64}$/);
      expect((await at.bieu("verify", "nop.xlsx")).code).toBe(0);
      const ran = await at.bieu("verify", "nop.xlsx", "--goc", "xong.xlsx", "--dau-van-tay", fingerprint.toUpperCase());
      expect(ran.code).toBe(0);
      expect(ran.out).toContain("Người lập: Nguyễn Thị A · 11/07/2024 07:00 (giờ Việt Nam)");
      expect(ran.out).toContain("Từng ô giống tệp gốc.");
    });

    test("the slip names every explained warning with its reason, as a text", async () => {
      const { rows } = (await openWorkbook(at.read("nop.xlsx"))).grid("Phiếu kiểm tra");
      const reasons = rows.flatMap((cells) => cells.filter((cell) => cell?.value === "=Số theo quyết định"));
      expect(reasons).toHaveLength(explained);
      expect(reasons.every((cell) => cell?.formula === undefined)).toBe(true);
    });

    test("one figure tampered with is seen, and named with the working file at hand", async () => {
      at.write("gia.xlsx", applyEdits(at.read("nop.xlsx"), "PL02", [{ ...place("LAO_04", "actual"), value: 1201 }]));
      const alone = await at.bieu("verify", "gia.xlsx");
      expect(alone.code).toBe(1);
      expect(alone.out).toContain("SỐ LIỆU ĐÃ THAY ĐỔI");
      const beside = await at.bieu("verify", "gia.xlsx", "--goc", "xong.xlsx");
      expect(beside.code).toBe(1);
      expect(beside.out).toMatch(/LAO_04 “.*”, Thực hiện: 1\.200 → 1\.201 \(F15 trong bản nộp, F15 trong tệp gốc\)/);
      expect(beside.out.match(/→/g)).toHaveLength(1);
    });

    test("a slip made anew for other figures is seen against the working file and the kept fingerprint only", async () => {
      await type(at, "sua.xlsx", "khac.xlsx", [["LAO_02", "actual", "7"]]);
      await explainAll(at, "khac.xlsx", "khac-xong.xlsx");
      expect((await at.bieu("submit", "khac-xong.xlsx", ...SUBMIT, "-o", "nop-khac.xlsx")).code).toBe(0);
      expect((await at.bieu("verify", "nop-khac.xlsx")).code).toBe(0);
      expect((await at.bieu("verify", "nop-khac.xlsx", "--dau-van-tay", fingerprint)).code).toBe(1);
      const beside = await at.bieu("verify", "nop-khac.xlsx", "--goc", "xong.xlsx");
      expect(beside.code).toBe(1);
      expect(beside.out).toMatch(/LAO_02 .*Thực hiện: 6 → 7/);
    });

    test("a number kept as text, sorted rows and a change of looks are no change", async () => {
      const { row, column } = place("LAO_03", "actual");
      const edits = [
        { row, column, value: "1.200" },
        { ...place("LAO_01", "label"), value: "Số xã triển khai " },
      ];
      at.write("chu.xlsx", applyEdits(at.read("nop.xlsx"), "PL02", edits));
      expect((await at.bieu("verify", "chu.xlsx")).code).toBe(0);
    });

    test.each([
      ["its words edited", "Người lập", 2, "Trần Văn B", 1, "Phiếu kiểm tra đã bị sửa"],
      ["its fingerprint gone", "Dấu vân tay số liệu", 2, "", 2, "“Dấu vân tay số liệu”"],
      ["its own fingerprint gone", "Dấu vân tay của phiếu", 2, "không rõ", 2, "“Dấu vân tay của phiếu”"],
      ["another period", "Kỳ báo cáo", 2, "2023-6T (6 tháng đầu năm 2023)", 1, "ĐÃ THAY ĐỔI"],
    ])("a slip with %s is told", async (_, name, column, value, code, message) => {
      const { rows } = (await openWorkbook(at.read("nop.xlsx"))).grid("Phiếu kiểm tra");
      const row = rows.findIndex((cells) => cells[0]?.value === name);
      at.write("phieu.xlsx", applyEdits(at.read("nop.xlsx"), "Phiếu kiểm tra", [{ row, column, value }]));
      const ran = await at.bieu("verify", "phieu.xlsx");
      expect(ran.code).toBe(code);
      expect(ran.out + ran.error).toContain(message);
    });

    test("beside a working file that has not this Biểu nothing can be told, and beside one of another period neither", async () => {
      await at.bieu("new", "PL01", "--ky", PERIOD, "--don-vi", UNIT, "-o", "pl01.xlsx");
      await at.bieu("new", "PL02", "--ky", "2023-6T", "--don-vi", UNIT, "-o", "nam-truoc.xlsx");
      for (const other of ["pl01.xlsx", "nam-truoc.xlsx"]) {
        const ran = await at.bieu("verify", "nop.xlsx", "--goc", other);
        expect(ran).toMatchObject({ code: 2, out: expect.stringContaining("Tệp gốc không có biểu và kỳ này") });
      }
    });

    test("a copy of a form that nobody here has is told so, and is no changed copy", async () => {
      const { rows } = (await openWorkbook(at.read("nop.xlsx"))).grid("Phiếu kiểm tra");
      const row = rows.findIndex((cells) => cells[0]?.value === "Biểu");
      at.write("la.xlsx", applyEdits(at.read("nop.xlsx"), "Phiếu kiểm tra", [{ row, column: 2, value: "RIENG01" }]));
      const ran = await at.bieu("verify", "la.xlsx");
      expect(ran.out).toContain("Không có biểu RIENG01 để đọc bản nộp. Thêm --bieu");
      expect(ran.out).not.toContain("ĐÃ THAY ĐỔI");
    });

    test("a working file named through a link is not written over", async () => {
      symlinkSync(at.path("xong.xlsx"), at.path("duong-tat.xlsx"));
      const before = at.read("xong.xlsx");
      const ran = await at.bieu("submit", "xong.xlsx", ...SUBMIT, "-o", "duong-tat.xlsx", "--ghi-de");
      expect(ran).toMatchObject({ code: 2, error: expect.stringContaining("Không ghi đè lên tệp đang làm việc") });
      expect(at.read("xong.xlsx")).toEqual(before);
    });

    test.each([
      ["UTF-8 with its mark", (text: string) => Buffer.from(`\ufeff${text}`, "utf8"), 0, "DHIS2: 1 số liệu"],
      ["UTF-16", (text: string) => Buffer.from(`\ufeff${text}`, "utf16le"), 0, "DHIS2: 1 số liệu"],
      ["an encoding that loses marks", (text: string) => Buffer.from(text, "latin1"), 2, "CSV UTF-8"],
      ["a workbook", () => Buffer.from(at.read("nop.xlsx")), 2, "lưu trang tính ấy thành CSV"],
    ])("a mapping that was saved as %s", async (_, saved, code, message) => {
      const lines = [
        "Loại;Mã số;Số liệu;Tên;Mã DHIS2;Mã phân nhóm",
        `Đơn vị;;;${UNIT};abcdefghij1;`,
        "Chỉ tiêu;LAO_03;;Số người;abcdefghij2;",
      ];
      const mapping = at.write("anh-xa.csv", saved(`${lines.join("\r\n")}\r\n`));
      const outputs = ["--dhis2", "dhis2.json", "--anh-xa", mapping, "-o", "nop-dhis2.xlsx", "--ghi-de"];
      const ran = await at.bieu("submit", "xong.xlsx", ...SUBMIT, ...outputs);
      expect(ran.code).toBe(code);
      expect(ran.out + ran.error).toContain(message);
    });

    test("a working file has no slip", async () => {
      const ran = await at.bieu("verify", "xong.xlsx");
      expect(ran).toMatchObject({ code: 2, error: expect.stringContaining("không có trang Phiếu kiểm tra") });
    });
  });

  test("several outputs are written all or none, and never over an input", async () => {
    const before = at.read("xong.xlsx");
    const ready = ["submit", "xong.xlsx", ...SUBMIT] as const;
    for (const [rest, message] of [
      [["-o", "xong.xlsx", "--ghi-de"], "Không ghi đè lên tệp đang làm việc"],
      [["-o", "n.xlsx", "--sdmx", "n.xlsx"], "cùng ghi vào"],
      [["-o", "khong-co/n.xlsx", "--sdmx", at.path("ra.csv")], "Không ghi được tệp"],
      [["-o", "n.xlsx", "--dhis2", "ra.json"], "--anh-xa"],
    ] as const) {
      const ran = await at.bieu(...ready, ...rest);
      expect(ran).toMatchObject({ code: 2, error: expect.stringContaining(message) });
    }
    expect(at.read("xong.xlsx")).toEqual(before);
    const folder = dirname(at.path("x"));
    expect(readdirSync(folder).filter((name) => /^(n\.xlsx|ra\.)|\.(tmp|old)$/.test(name))).toEqual([]);
  });

  test("what a file held comes back where a later one cannot be moved to its place", async () => {
    at.write("cu.csv", "cũ");
    mkdirSync(at.path("thu-muc.xlsx"), { recursive: true });
    const outputs = ["--sdmx", at.path("cu.csv"), "-o", "thu-muc.xlsx", "--ghi-de"];
    const ran = await at.bieu("submit", "xong.xlsx", ...SUBMIT, ...outputs);
    expect(ran).toMatchObject({ code: 2, error: expect.stringContaining("thu-muc.xlsx") });
    expect(Buffer.from(at.read("cu.csv")).toString()).toBe("cũ");
  });
});

describe("what a submission needs", () => {
  test.each([
    [["submit", "f.xlsx", "-o", "g.xlsx"], "Thiếu --nguoi"],
    [["submit", "f.xlsx", "--nguoi", "  ", "-o", "g.xlsx"], "Tên người nộp đang trống"],
    [["verify", "f.xlsx", "--dau-van-tay", "abc"], "64 chữ số"],
    [["submit", "khong-co.xlsx", "--nguoi", "A", "-o", "g.xlsx"], "Không thấy tệp"],
  ])("%j is told what is missing", async (args, message) => {
    const ran = await desk().bieu(...args);
    expect(ran).toMatchObject({ code: 2, error: expect.stringContaining(message) });
  });
});
