/** @jest-environment jsdom */

import type { CheckResult, Finding } from "../../../src/core/check/finding";
import { all, button, check, click, draw, entryOf, headOf, numberIn, published } from "./support";

const PL02 = published();
const byLevel = (level: string) => PL02.result.findings.filter((finding) => finding.level === level).length;

describe("counts and filters", () => {
  test("each total is the number of findings of its class", () => {
    const { root } = draw(PL02);
    const totals = all(root, ".check-total").map((one) => one.textContent);
    expect(totals).toEqual([`${byLevel("error")} Lỗi`, `${byLevel("warning")} Cảnh báo`, `${byLevel("hint")} Gợi ý`]);
  });

  test("sections add up to the totals, and entries to their sections", () => {
    const { root } = draw(PL02);
    const sections = all(root, ".check-section");
    expect(sections.length).toBeGreaterThan(10);
    const told = sections.map((section) => {
      const entries = all(section, ".check-head .check-cell").map((cell) =>
        cell.textContent.startsWith("Ô ") ? 1 : numberIn(cell),
      );
      expect(entries.reduce((sum, one) => sum + one, 0)).toBe(numberIn(section.querySelector(".check-count")));
      return numberIn(section.querySelector(".check-count"));
    });
    expect(told.reduce((sum, one) => sum + one, 0)).toBe(PL02.result.findings.length);
  });

  test("a chosen class is shown alone, two together, and none chosen shows all", () => {
    const { root } = draw(PL02);
    const everything = all(root, ".check-item").length;
    const [errors, , hints] = all(root, ".check-total");
    click(errors!);
    expect(errors!.getAttribute("aria-pressed")).toBe("true");
    expect(all(root, ".check-item")).toHaveLength(all(root, ".check-item.check-error").length);
    click(hints!);
    expect(all(root, ".check-item.check-warning")).toHaveLength(0);
    expect(all(root, ".check-item.check-hint").length).toBeGreaterThan(0);
    click(errors!);
    click(hints!);
    expect(all(root, ".check-item")).toHaveLength(everything);
  });

  test("a class with nothing in it says so and offers the way back", () => {
    const findings = PL02.result.findings.filter(({ level }) => level !== "error");
    const { root } = draw({ ...PL02, result: { ...PL02.result, findings } });
    click(button(root, "0 Lỗi"));
    expect(root.textContent).toContain("Không có lỗi.");
    click(button(root, "Hiện tất cả"));
    expect(all(root, ".check-item").length).toBeGreaterThan(0);
  });
});

describe("entries", () => {
  test("missing figures of the same period are one entry a section, with their cells", () => {
    const { root, asked } = draw(PL02);
    const entries = all(root, "[data-rule=TH4]");
    const missing = PL02.result.findings.filter(({ rule }) => rule === "TH4");
    expect(entries.length).toBeLessThan(12);
    entries.forEach(click);
    const cells = all(root, ".check-hint .check-row .check-cell").map((cell) => cell.textContent);
    expect(cells).toEqual(expect.arrayContaining(missing.slice(0, 5).map(({ cell }) => cell)));
    asked.length = 0;
    const row = all(root, ".check-hint .check-row")[0]!;
    click(row);
    expect(asked).toEqual([`go ${row.querySelector(".check-cell")!.textContent}`]);
  });

  test("an open entry names the cells that may be wrong, most likely first, and each goes there", () => {
    const { root, asked } = draw(PL02);
    const finding = PL02.result.findings.find(({ code, rule }) => code === "DD_24" && rule === "QH3")!;
    click(headOf(root, finding.cell));
    const list = entryOf(root, finding.cell).querySelector<HTMLElement>(".check-suspects")!;
    const [first, second] = finding.suspects!;
    expect(first!.cell).not.toBe(finding.cell);
    expect(list.querySelector("b")?.textContent).toBe("Ô nghi sai");
    expect(all(list, "li").map(({ textContent }) => textContent)).toEqual([
      `${first!.cell} 8.897 gõ thành 8.987: đảo hai chữ số.`,
      `${second!.cell} Sửa 16,2 thành 16,35 thì khớp.`,
    ]);
    asked.length = 0;
    all(list, "button").forEach(click);
    expect(asked).toEqual([`go ${first!.cell}`, `go ${second!.cell}`]);
  });

  test("an entry without suspects has no list of them", () => {
    const { root } = draw(PL02);
    const finding = PL02.result.findings.find(({ suspects, rule }) => suspects === undefined && rule.startsWith("SS"))!;
    click(headOf(root, finding.cell));
    expect(entryOf(root, finding.cell).querySelector(".check-suspects")).toBeNull();
  });

  test("an open entry sets the figures against each other and says why and what to do", () => {
    const { root, asked } = draw(PL02);
    const head = headOf(root, "D576");
    expect(head.getAttribute("aria-expanded")).toBe("false");
    expect(head.textContent).toContain("Lỗi: Tổng không bằng các phần cộng lại");
    click(head);
    expect(asked).toEqual(["go D576"]);
    const entry = entryOf(root, "D576");
    const lines = all(entry, "tr").map((line) => [...line.children].map(({ textContent }) => textContent));
    expect(lines).toEqual([
      ["Đang ghiThực hiện", "1.722"],
      ["Theo các dòng khácMiễn phí 1.679 + XHH và thị trường 11", "1.690"],
      ["Lệch", "32"],
    ]);
    expect(entry.textContent).toContain("Vì sao.");
    expect(entry.textContent).toContain("Sửa tổng thành 1.690 nếu các dòng phần đúng");
    click(button(entry, "D577"));
    expect(asked).toEqual(["go D576", "go D577"]);
    click(headOf(root, "D576"));
    expect(all(entry, "table")).toHaveLength(0);
  });

  test("a sure change is offered with its value, a blank by name, and what is not sure is not offered", () => {
    const { root, asked } = draw(PL02);
    const open = (cell: string) => {
      click(headOf(root, cell));
      return entryOf(root, cell);
    };
    click(button(open("F347"), "Sửa thành 117,6"));
    click(button(open("G437"), "Để trống ô này"));
    click(button(entryOf(root, "G437"), "Ghi chú vào ô"));
    click(button(entryOf(root, "G437"), "Bỏ qua quy tắc này cho biểu"));
    expect(asked.filter((one) => !one.startsWith("go"))).toEqual([
      "fix F347",
      "fix G437",
      "comment G437",
      "ignore SS4",
    ]);
    expect(all(open("D576"), ".check-sure")).toHaveLength(0);
  });

  test("a row with several such cells is named once, and its cells by their columns", () => {
    const one = PL02.result.findings.find(({ rule }) => rule === "TH4")!;
    const of = (cell: string, column: string): Finding => ({
      ...one,
      rule: "SS6",
      cell,
      facts: { ...one.facts, label: "Số bác sĩ", column },
    });
    const findings = [of("H10", "So với KH"), of("I10", "So với cùng kỳ")];
    const { root } = draw({ ...PL02, result: { ...PL02.result, findings } });
    const head = all(root, "[data-rule=SS6]")[0]!;
    expect(head.querySelector(".check-label")!.textContent).toBe("Số bác sĩ");
    click(head);
    expect(all(head.closest("li")!, ".check-row").map((row) => row.textContent)).toEqual([
      "Số bác sĩSo với KHH10",
      "Số bác sĩSo với cùng kỳI10",
    ]);
  });

  test("a long section is drawn in parts, its count stays whole", () => {
    const one = PL02.result.findings.find(({ rule }) => rule === "QH1")!;
    const findings = Array.from({ length: 500 }, (_, at): Finding => ({ ...one, cell: `F${at + 9}`, row: at + 8 }));
    const { root } = draw({ ...PL02, result: { ...PL02.result, findings } });
    expect(all(root, ".check-item")).toHaveLength(200);
    expect(root.querySelector(".check-count")!.textContent).toContain("500");
    click(button(root, "Xem thêm 200"));
    click(button(root, "Xem thêm 100"));
    expect(all(root, ".check-item")).toHaveLength(500);
    expect(root.textContent).not.toContain("Xem thêm");
  });

  test("numbers stored as text are mended together", () => {
    const { root, asked } = draw(PL02);
    const head = all(root, "[data-rule=SO1]")[0]!;
    const count = numberIn(head.querySelector(".check-cell"));
    click(head);
    expect(document.activeElement).toBe(head);
    // One cell's own figure is not what to do with all of them.
    expect(head.closest("li")!.textContent).not.toContain("Đổi thành số");
    click(button(head.closest("li")!, `Sửa cả ${count} ô`));
    expect(asked.at(-1)!.split(" ")).toHaveLength(count + 1);
  });

  test("markup in a label is shown as the text that it is", () => {
    const evil = `<img src=x onerror="window.hit=1"><b>đậm</b>`;
    const findings = PL02.result.findings.map((finding): Finding =>
      finding.cell === "D576" ? { ...finding, facts: { ...finding.facts, label: evil } } : finding,
    );
    const { root } = draw({ ...PL02, result: { ...PL02.result, findings } });
    expect(headOf(root, "D576").textContent).toContain(evil);
    expect(root.querySelector("img")).toBeNull();
  });

  test("are grouped by class, the gravest first, and within a class by section in the form's order", () => {
    const { root } = draw(PL02);
    const names = all(root, ".check-section .check-name").map((name) => name.textContent);
    const classes = names.map((name) => ["Lỗi", "Cảnh báo", "Gợi ý"].indexOf(name.split(" · ")[0]!));
    expect(classes).toEqual([...classes].sort());
    expect(new Set(names).size).toBe(names.length);
    expect(names.find((name) => name.startsWith("Cảnh báo"))).toMatch(/· A\.I\./);
  });

  test("what concerns the form as a whole comes first, under its own heading", () => {
    const { grid } = PL02;
    const rows = grid.rows.map((row) =>
      row.map((cell) => (cell?.value === "Ước TH 6T.2024" ? { value: "Ước TH 6T.2021" } : cell)),
    );
    const { root } = draw(check({ ...grid, rows }));
    const [first, second] = all(root, ".check-section");
    expect(first!.querySelector(".check-name")!.textContent).toBe("Lỗi · Cả biểu");
    expect(first!.textContent).toContain("Thiếu cột");
    expect(second!.querySelector(".check-name")!.textContent).toMatch(/^Lỗi · E\.I\. /);
  });
});

describe("what is said around the list", () => {
  const clean: CheckResult = { findings: [], unchecked: [], checked: { cells: 3180, rules: 214 } };

  test("nothing left to mend, with what was checked and when", () => {
    const { root } = draw({ ...PL02, result: clean });
    expect(root.textContent).toContain("Không còn lỗi. Đã kiểm tra 3.180 ô, 214 quy tắc, lúc 14:32.");
  });

  test("errors that are only ignored are not called mended, and can be had back", () => {
    const ignored = [...new Set(PL02.result.findings.map(({ rule }) => rule))];
    const { root, asked } = draw(PL02, { ignored });
    expect(all(root, ".check-item")).toHaveLength(0);
    expect(root.textContent).not.toContain("Không còn lỗi.");
    expect(root.textContent).toContain("Không còn lỗi nào ngoài các quy tắc đang bỏ qua.");
    expect(root.textContent).toContain("Thiếu số mà vẫn so (12)");
    click(button(root, "Xét lại"));
    expect(asked).toEqual(["reset"]);
  });

  test("an ignored rule is counted nowhere but at the foot", () => {
    const { root } = draw(PL02, { ignored: ["SS4"] });
    expect(button(root, `${byLevel("error") - 12} Lỗi`)).toBeTruthy();
    expect(all(root, "[data-rule=SS4]")).toHaveLength(0);
  });

  test("what was not checked is listed by reason, and each leads to its cell", () => {
    const { root, asked } = draw(PL02);
    const list = root.querySelector(".check-unchecked")!;
    expect(list.querySelector("summary")!.textContent).toBe("18 chỗ chưa kiểm tra được");
    expect(list.querySelector("h3")!.textContent).toBe("Thiếu số để đối chiếu 18");
    const rows = all(list, "button.check-row");
    expect(rows).toHaveLength(18);
    click(rows[0]!);
    expect(asked).toEqual([`go ${PL02.result.unchecked[0]!.cell}`]);
  });

  test("before the first check it says what will be looked at; during it, how far it is", () => {
    const { root, again } = draw(PL02, { result: undefined });
    expect(root.textContent).toContain("Chưa kiểm tra. Sẽ xem 664 dòng của biểu");
    again({ progress: 0.426 });
    expect(root.textContent).toBe("Đang kiểm tra 42%.");
  });

  test("checking as one types is a switch", () => {
    const { root, asked } = draw(PL02);
    const live = root.querySelector<HTMLInputElement>("[role=switch]")!;
    expect(live.checked).toBe(true);
    click(live);
    expect(asked).toEqual(["live false"]);
  });

  test("in English nothing of the pane's own words is left in Vietnamese", () => {
    const { root } = draw(PL02, { language: "en" });
    const words = all(
      root,
      ".check-title, .check-total, .check-live, .check-done, .check-quiet, summary, h3 > .check-count",
    );
    for (const one of words) {
      expect(one.textContent.replaceAll("So với cùng kỳ", "").replaceAll("So với KH", "")).toMatch(
        /^[\x20-\x7e“”…·]*$/,
      );
    }
  });
});
