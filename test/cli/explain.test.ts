import type { CellEdit } from "../../src/core/table/grid";
import { fold } from "../../src/core/text/fold";
import { memoryText, NO_MEMORY, parseMemory, remember } from "../../src/core/workbook/memory";
import { putMemory } from "../../src/xlsx/memory";
import { openWorkbook } from "../../src/xlsx/open";
import { applyEdits } from "../../src/xlsx/patch";
import { asTyped } from "../support/published";
import { changedParts, oneSheet } from "../xlsx/support";
import { desk, dienBien, PERIOD, UNIT, type Desk } from "./support";

interface Told {
  readonly cell: string;
  readonly rule: string;
  readonly code: string | null;
  readonly level: string;
  readonly explanation: { readonly text: string; readonly at: string } | null;
}

async function findings(at: Desk, name: string): Promise<readonly Told[]> {
  const { forms } = JSON.parse((await at.bieu("check", name, "--json")).out) as { forms: { findings: Told[] }[] };
  return forms.flatMap((form) => form.findings);
}

/** Điện Biên's Biểu as published, filled with values. */
async function filled(): Promise<Desk> {
  const at = desk();
  await dienBien(at, "nhap.xlsx");
  await at.bieu("fill", "nhap.xlsx", "-o", "f.xlsx", "--cach", "gia-tri");
  return at;
}

const REASON = 'Kế hoạch giao theo quyết định; <số> đã "chốt" & công bố';

describe("bieu explain", () => {
  let at: Desk;
  beforeAll(async () => {
    at = await filled();
    await at.bieu("explain", "f.xlsx", "--o", "E22,e$30", "--ly-do", REASON, "-o", "g.xlsx");
  }, 60_000);

  test("says what it did, and check tells the explained warnings apart", async () => {
    const ran = await at.bieu("explain", "f.xlsx", "--o", "E22", "--ly-do", REASON, "-o", "mot.xlsx");
    expect(ran).toMatchObject({ code: 0, error: "", out: expect.stringContaining("Đã giải trình E22 QH3.") });
    const before = (await at.bieu("check", "f.xlsx")).out;
    const { out, code } = await at.bieu("check", "g.xlsx");
    const count = Number(/Cảnh báo (\d+) ·/.exec(before)![1]);
    expect(out).toContain(`Cảnh báo ${count - 2} · `);
    expect(out).toContain("· Đã giải trình 2");
    const [open, explained] = out.split("\nĐã giải trình (2)\n") as [string, string];
    expect(open).not.toContain("  E22 ");
    expect(explained).toMatch(/ {2}E22 +QH3 .* Giải trình: Kế hoạch giao theo quyết định/);
    expect(code).toBe(1);
  });

  test("changes nothing of the file but what it remembers", () => {
    const changed = changedParts(at.read("f.xlsx"), at.read("g.xlsx"));
    expect(changed.filter((part) => !part.startsWith("customXml/")).sort()).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
    ]);
  });

  test("in the JSON each finding has its explanation or null", async () => {
    const told = await findings(at, "g.xlsx");
    const explanation = { text: REASON, at: "2024-07-11T00:00:00.000Z" };
    const explained = told.filter((one) => one.explanation !== null);
    expect(explained.map((one) => [one.cell, one.explanation])).toEqual([
      ["E22", explanation],
      ["E30", explanation],
    ]);
    expect(told.every((one) => "explanation" in one)).toBe(true);
  });

  test("a changed figure, its own or a related one, brings the warning back with the reason as it was", async () => {
    for (const [name, row] of [
      ["rieng.xlsx", 21],
      ["lien-quan.xlsx", 19],
    ] as const) {
      at.write(name, applyEdits(at.read("g.xlsx"), "PL02", [{ row, column: 4, value: row === 21 ? 96 : 280 }]));
      const { out } = await at.bieu("check", name);
      expect(out).toContain("· Đã giải trình 1\n");
      expect(out).toMatch(/ {2}E22 .*Số đã đổi từ khi giải trình: Kế hoạch giao/);
    }
  });

  test("check is clean when every warning is explained", async () => {
    await at.bieu("new", "PL02", "--ky", PERIOD, "--don-vi", UNIT, "-o", "trong.xlsx");
    const figures = Object.entries({ 18: 300, 20: 300, 22: 97.3 });
    const edits = figures.map(([row, value]) => ({ row: Number(row) - 1, column: 4, value }));
    at.write("it.xlsx", applyEdits(at.read("trong.xlsx"), "PL02", edits));
    expect((await at.bieu("check", "it.xlsx")).code).toBe(1);
    const cells = (await findings(at, "it.xlsx")).filter(({ level }) => level !== "hint").map(({ cell }) => cell);
    const ran = await at.bieu("explain", "it.xlsx", "--o", cells.join(","), "--ly-do", "Đã xem", "-o", "het.xlsx");
    expect(ran).toMatchObject({ code: 0, error: "" });
    expect(await at.bieu("check", "het.xlsx")).toMatchObject({ code: 0 });
  });

  test("takes all reasons back", async () => {
    const ran = await at.bieu("explain", "g.xlsx", "--xoa-het", "-o", "lai.xlsx");
    expect(ran).toMatchObject({ code: 0, out: expect.stringContaining("Đã xóa 2 giải trình.") });
    expect(await findings(at, "lai.xlsx")).toEqual(await findings(at, "f.xlsx"));
    const none = await at.bieu("explain", "lai.xlsx", "--xoa-het", "-o", "lai2.xlsx");
    expect(none.out).toContain("Tệp không có giải trình nào.");
  });

  test("filling and freezing keep them", async () => {
    await at.bieu("fill", "g.xlsx", "-o", "dien.xlsx", "--cach", "ham");
    await at.bieu("freeze", "dien.xlsx", "-o", "chot.xlsx");
    expect((await at.bieu("check", "chot.xlsx")).out).toContain("· Đã giải trình 2\n");
  });

  test.each([
    [["--o", "F5789", "--ly-do", "x"], "không có cảnh báo nào"],
    [["--o", "dòng 5", "--ly-do", "x"], "“dòng” không phải địa chỉ ô"],
    [["--o", "E22", "--quy-tac", "BT1", "--ly-do", "x"], "Ô E22, quy tắc BT1 không có cảnh báo nào"],
    [["--o", "F81", "--quy-tac", "KH3", "--ly-do", "x"], "chỉ có gợi ý"],
    [["--o", "E22", "--trang", "Khác", "--ly-do", "x"], "Không có biểu nào ở trang tính “Khác”"],
    [["--o", "E22", "--ly-do", " "], "Lý do giải trình đang trống"],
    [["--o", "E22", "--ly-do", "a".repeat(1_001)], "dài quá 1.000 ký tự"],
    [["--o", "E22"], "Thiếu --ly-do"],
    [["--ly-do", "x"], "Thiếu --o"],
    [["--o", ",", "--ly-do", "x"], "Chưa có ô nào"],
    [["--o", "E22", "--xoa-het"], "không dùng cùng"],
  ])("%j is refused, and nothing is written", async (args, message) => {
    const ran = await at.bieu("explain", "f.xlsx", ...args, "-o", "khong.xlsx");
    expect(ran).toMatchObject({ code: 2, error: expect.stringContaining(message) });
    expect(() => at.read("khong.xlsx")).toThrow();
  });

  test("an error is not explained: it must be mended", async () => {
    const ran = await at.bieu("explain", "nhap.xlsx", "--o", "F578", "--ly-do", "Cứ để", "-o", "khong.xlsx");
    expect(ran).toMatchObject({ code: 2, error: expect.stringContaining("Ô F578 có lỗi, phải sửa") });
  });

  test("neither the file it works on nor a file that is there is written over", async () => {
    const args = ["--o", "E22", "--ly-do", "x", "-o"];
    expect((await at.bieu("explain", "f.xlsx", ...args, "f.xlsx", "--ghi-de")).code).toBe(2);
    expect((await at.bieu("explain", "f.xlsx", ...args, "nhap.xlsx")).error).toContain("--ghi-de");
    expect((await at.bieu("explain", "f.xlsx", ...args, "mot.xlsx", "--ghi-de")).code).toBe(0);
  });
});

describe("a table that was adopted in the pane", () => {
  /** As the published page has it. */
  const LABEL = "- Tỷ lệ B/nhân lao được Q/ly & Đ.trị";
  const OWN = "Bệnh nhân đang uống thuốc (%)";

  /** Somebody's own table in which one row's label is unlike any of ours. */
  function ownTable(): Uint8Array {
    const { rows } = asTyped("pl02", 1_000);
    const edits = rows.flatMap((cells, row) =>
      cells.flatMap((cell, column): CellEdit[] => {
        const value = cell?.value === LABEL ? OWN : (cell?.value ?? null);
        return value === null || typeof value === "object" ? [] : [{ row, column, value }];
      }),
    );
    return applyEdits(oneSheet(""), "Biểu 1", edits);
  }

  test("keeps on the command line what the user said of its rows, and the reasons given for them", async () => {
    const at = desk();
    at.write("f.xlsx", ownTable());
    const about = async (name: string) => (await findings(at, name)).filter(({ code }) => code === "LAO_11");
    expect((await about("f.xlsx")).map(({ rule }) => rule)).toEqual(["CT1"]);
    const answers = [{ label: fold(OWN), nth: 0, code: "LAO_11" }];
    const adopted = { formId: "PL02", version: "1.0", unit: "", answers };
    const text = memoryText(remember(NO_MEMORY, "Biểu 1", { adopted }));
    at.write("nhan.xlsx", putMemory(at.read("f.xlsx"), text));
    const [warning] = await about("nhan.xlsx");
    expect(warning).toMatchObject({ rule: "QH3", level: "warning" });
    await at.bieu("explain", "nhan.xlsx", "--o", warning!.cell, "--ly-do", REASON, "-o", "xong.xlsx");
    expect((await about("xong.xlsx")).map(({ explanation }) => explanation?.text)).toEqual([REASON]);
    const { memory } = parseMemory((await openWorkbook(at.read("xong.xlsx"))).memory);
    expect(memory.sheets).toEqual([
      expect.objectContaining({ adopted, explanations: [expect.objectContaining({ row: "LAO_11", text: REASON })] }),
    ]);
  });

  test("what cannot be read of its memory is said, and a form that is not known is passed over", async () => {
    const at = desk();
    const adopted = { formId: "KHAC", version: "1.0", unit: "", answers: [] };
    at.write("f.xlsx", putMemory(ownTable(), memoryText(remember(NO_MEMORY, "Biểu 1", { adopted }))));
    expect((await at.bieu("check", "f.xlsx")).out).toContain("PL02 · ");
    at.write("hong.xlsx", putMemory(ownTable(), "{hỏng"));
    const ran = await at.bieu("explain", "hong.xlsx", "--xoa-het", "-o", "g.xlsx");
    expect(ran).toMatchObject({ code: 0, out: expect.stringContaining("có chỗ không đọc được") });
  });
});
