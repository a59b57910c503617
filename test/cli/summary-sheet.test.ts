import { strFromU8, unzipSync } from "fflate";
import { STATUS_WORDS } from "../../src/core/compare/assess";
import { scanXml } from "../../src/xlsx/xml";
import { openWorkbook } from "../../src/xlsx/open";
import { startExcelize } from "../xlsx/support";
import { desk, dienBien, PERIOD, type Desk } from "./support";

interface Report {
  readonly forms: readonly {
    readonly counts: Readonly<Record<keyof typeof STATUS_WORDS, number>>;
    readonly sections: readonly { readonly label: string }[];
  }[];
}

async function summed(): Promise<Desk> {
  const at = desk();
  await dienBien(at, "f.xlsx");
  await at.bieu("fill", "f.xlsx", "-o", "g.xlsx");
  expect((await at.bieu("report", "g.xlsx", "--trang-tong-hop", "-o", "h.xlsx")).code).toBe(0);
  return at;
}

const STATES = ["exceeded", "met", "onPace", "behind", "unmet", "notJudged", "noData"] as const;

describe("bieu report --trang-tong-hop", () => {
  test("counts what the report counts, and lists what is unmet and behind", async () => {
    const at = await summed();
    const rows = (await openWorkbook(at.read("h.xlsx")))
      .grid("Tổng hợp")
      .rows.map((row) => row.map((cell) => cell?.value));
    const { forms } = JSON.parse((await at.bieu("report", "g.xlsx", "--json")).out) as Report;
    const { counts } = forms[0]!;
    expect(rows[5]!.slice(0, 8)).toEqual(["Mục", ...STATES.map((state) => STATUS_WORDS[state])]);
    expect(rows[6]!.slice(0, 8)).toEqual(["Cả biểu", ...STATES.map((state) => counts[state])]);
    const said = rows.map((row) => row[8]);
    expect(said.filter((word) => word === STATUS_WORDS.unmet)).toHaveLength(counts.unmet);
    expect(said.filter((word) => word === STATUS_WORDS.behind)).toHaveLength(counts.behind);
    // By hand: 20 a year, 8 in six months; 12 are left, 2 for each of six months.
    const [late] = rows.filter((row) => row[0] === "Điều tra tỷ lệ nhiễm giun/sán tại cộng đồng");
    expect(late?.slice(1)).toEqual(["cuộc", 20, 8, 40, 80, -12, 2, STATUS_WORDS.behind]);
  });

  test("nothing else of the file changes, and the sheet is not taken for a Biểu", async () => {
    const at = await summed();
    const [before, after] = [unzipSync(at.read("g.xlsx")), unzipSync(at.read("h.xlsx"))];
    const changed = Object.keys(before).filter((name) => strFromU8(before[name]!) !== strFromU8(after[name]!));
    expect(changed.sort()).toEqual([
      "[Content_Types].xml",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      "xl/workbook.xml",
    ]);
    expect((await at.bieu("report", "h.xlsx")).out).toBe((await at.bieu("report", "g.xlsx")).out);
    for (const content of Object.values(after))
      expect(() => {
        scanXml(strFromU8(content), {});
      }).not.toThrow();
  });

  test("a sheet of that name that is there stays, ours gets a number", async () => {
    const at = await summed();
    const { out } = await at.bieu("report", "h.xlsx", "--trang-tong-hop", "-o", "k.xlsx");
    expect(out).toContain("“Tổng hợp (2)”");
    expect((await openWorkbook(at.read("k.xlsx"))).sheets.map(({ name }) => name)).toEqual([
      "PL02",
      "Tổng hợp",
      "Tổng hợp (2)",
    ]);
    const parts = Object.keys(unzipSync(at.read("k.xlsx")));
    expect(parts.filter((name) => name.startsWith("xl/charts/chart"))).toHaveLength(2);
  });

  test("another program reads the cells, with the looks of ours", async () => {
    const at = await summed();
    const file = (await startExcelize()).OpenReader(at.read("h.xlsx"));
    expect(file.GetCellValue("Tổng hợp", "A7").value).toBe("Cả biểu");
    const style = file.GetStyle(file.GetCellStyle("Tổng hợp", "A3").style).style;
    expect(style?.Font).toMatchObject({ Bold: true, Size: 14, Family: "Times New Roman" });
  });

  test("the chart points at the counts, one pattern for each state that work is needed for", async () => {
    const at = await summed();
    const parts = unzipSync(at.read("h.xlsx"));
    const chart = strFromU8(Object.entries(parts).find(([name]) => name.startsWith("xl/charts/"))![1]);
    expect(/<c:f>[^<]*\$B\$6<\/c:f>/.exec(chart)).not.toBeNull();
    expect(chart.match(/<c:ser>/g)).toHaveLength(5);
    expect(new Set(chart.match(/prst="\w+"/g))).toHaveProperty("size", 2);
  });

  test("a form that is not judged leaves no file", async () => {
    const at = desk();
    await at.bieu("new", "CTCY", "--ky", "2024-N", "--don-vi", "Sở Y tế", "-o", "f.xlsx");
    const { code, error } = await at.bieu("report", "f.xlsx", "--trang-tong-hop", "-o", "g.xlsx");
    expect([code, error]).toEqual([2, expect.stringContaining("Không có gì để tổng hợp")]);
  });

  test.each([["--json"], ["--html"]])("%s beside it is refused", async (option) => {
    const at = desk();
    await at.bieu("new", "B01", "--ky", PERIOD, "--don-vi", "Sở Y tế", "-o", "f.xlsx");
    expect((await at.bieu("report", "f.xlsx", "--trang-tong-hop", option, "-o", "g.xlsx")).code).toBe(2);
  });

  test("a form without figures has a sheet without a chart", async () => {
    const at = desk();
    await at.bieu("new", "B01", "--ky", "2024-N", "--don-vi", "Sở Y tế", "-o", "f.xlsx");
    expect((await at.bieu("report", "f.xlsx", "--trang-tong-hop", "-o", "g.xlsx")).code).toBe(0);
    expect(Object.keys(unzipSync(at.read("g.xlsx"))).filter((name) => name.includes("chart"))).toEqual([]);
  });
});
