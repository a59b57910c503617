/** @jest-environment jsdom */

import { render } from "preact";
import { act } from "preact/test-utils";
import { assessTable, countBySection, countStatuses } from "../../../src/core/compare/assess-table";
import { recognise } from "../../../src/core/form/recognise";
import { tellSection, tellSelected } from "../../../src/core/report/selected";
import { readFigures } from "../../../src/core/table/figures";
import { allForms, formById } from "../../../src/forms";
import { ResultsView, type ResultsViewProps } from "../../../src/taskpane/results/results-view";
import { asTyped } from "../../support/published";
import { all, button, click, numberIn, press } from "../check/support";

const grid = asTyped("pl02");
const table = readFigures(grid, recognise(grid, allForms())!);
const assessments = assessTable(table);
const counts = countStatuses(assessments);
const sections = countBySection(assessments, table);

const unmetIn = (section: Element) => Number(/(\d+) chưa đạt/.exec(section.textContent)?.[1] ?? 0);

function draw(change: Partial<ResultsViewProps> = {}) {
  const root = document.createElement("main");
  document.body.replaceChildren(root);
  const asked: string[] = [];
  const props: ResultsViewProps = {
    assessments,
    sections,
    form: table.binding.form,
    period: table.binding.period,
    language: "vi",
    onGo: (cell) => asked.push(cell),
    sentences: { section: undefined, told: undefined },
    title: "PL02 · 6 tháng 2024",
    onCopySummary: () => asked.push("summary"),
    onAddSheet: () => asked.push("sheet"),
    onPrint: () => asked.push("print"),
    onTell: (section) => asked.push(`tell ${section ?? "selected"}`),
    onCopySentences: () => asked.push("copy"),
    onAddSentences: () => asked.push("sentences"),
    ...change,
  };
  void act(() => render(<ResultsView {...props} />, root));
  return { root, asked };
}

test("the bar has a name with its figures, and a part for each state as wide as its share", () => {
  const { root } = draw();
  const bar = root.querySelector(".results-bar")!;
  const { exceeded, met, onPace, behind, unmet } = counts;
  expect(bar.getAttribute("aria-label")).toBe(
    `Cả biểu: Vượt ${exceeded}, Đạt ${met}, Đạt tiến độ ${onPace}, Chậm tiến độ ${behind}, Chưa đạt ${unmet}.`,
  );
  const widths = all(bar, "rect").map((part) => parseFloat(part.getAttribute("width")!));
  const total = exceeded + met + onPace + behind + unmet;
  expect(widths).toHaveLength(5);
  expect(widths[2]).toBeCloseTo((onPace / total) * 100);
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100);
});

test("patterns tell the states apart without colour, and each pattern that is used is there", () => {
  const { root } = draw();
  const used = new Set(all(root, "rect[fill]").map((part) => part.getAttribute("fill")!));
  expect(used.size).toBe(3);
  for (const fill of used) expect(root.querySelector(fill.slice(4, -1))!.tagName).toBe("pattern");
});

test("every state is told with its count, those without a verdict too", () => {
  const { root } = draw();
  expect(all(root, ".results-legend li").map(({ textContent }) => textContent)).toEqual([
    `Vượt${counts.exceeded}`,
    `Đạt${counts.met}`,
    `Đạt tiến độ${counts.onPace}`,
    `Chậm tiến độ${counts.behind}`,
    `Chưa đạt${counts.unmet}`,
    `Không đánh giá${counts.notJudged}`,
    `Thiếu số liệu${counts.noData}`,
  ]);
});

test("sections come with most unmet first, a few of them until all are asked for", () => {
  const { root } = draw();
  const shown = () => all(root, ".results-sections > li:not(.results-beyond)").map((one) => unmetIn(one));
  expect(shown()).toHaveLength(5);
  expect(shown()[0]).toBe(Math.max(...sections.map((one) => one.counts.unmet)));
  click(button(root, "Xem cả"));
  expect(shown()).toHaveLength(sections.length);
  expect(shown()).toEqual([...shown()].sort((a, b) => b - a));
  expect(shown().reduce((sum, one) => sum + one, 0)).toBe(counts.unmet);
});

test("every section tells all of its counts, those that are not judged too", () => {
  const { root } = draw();
  const hiv = sections.find(({ section }) => section === "HIV")!;
  const { unmet, behind, onPace, met, exceeded, notJudged } = hiv.counts;
  const told = all(root, ".results-section").find((one) => one.textContent.startsWith("A.V."))!;
  const words = told.querySelector(".results-counts")!.textContent.split(" · ");
  expect(words).toEqual([
    `${unmet} chưa đạt`,
    `${behind} chậm tiến độ`,
    `${onPace} đạt tiến độ`,
    `${met} đạt`,
    `${exceeded} vượt`,
    `${notJudged} không đánh giá`,
    ...(hiv.counts.noData > 0 ? [`${hiv.counts.noData} thiếu số liệu`] : []),
  ]);
  // A section of which nothing is judged has no bar, but its count.
  const unjudged = all(root, ".results-section").find((one) => one.textContent.includes("Giám định pháp y"))!;
  expect(unjudged.querySelector("svg")).toBeNull();
  expect(unjudged.textContent).toContain("2 không đánh giá");
});

test("the list has every target that is unmet or late, with figures, gap and what it takes", () => {
  const { root, asked } = draw();
  expect(all(root, ".results-row")).toHaveLength(counts.unmet + counts.behind);
  const row = all(root, ".results-row").find((one) => one.textContent.startsWith("Sàng lọc sơ sinh"))!;
  expect(row.querySelector(".results-pair")!.textContent).toMatch(/^[\d.]+\/[\d.]+$/);
  expect(row.textContent).toMatch(/% cả năm, [\d,]+% của 6 tháng · còn thiếu [\d.]+ \p{L}+, cần [\d.]+ \p{L}+\/tháng/u);
  click(row);
  const assessed = assessments.find(
    ({ label, status }) => label.startsWith("Sàng lọc sơ sinh") && status === "behind",
  )!;
  expect(asked).toEqual([assessed.cell]);
});

test("a section narrows the list to its own, and back", () => {
  const { root } = draw();
  const section = root.querySelector(".results-section")!;
  click(section);
  expect(section.getAttribute("aria-pressed")).toBe("true");
  const own = all(section, ".results-wanting").map(numberIn);
  expect(all(root, ".results-row")).toHaveLength(own[0]! + own[1]!);
  click(button(root, "Xem tất cả"));
  expect(all(root, ".results-row")).toHaveLength(counts.unmet + counts.behind);
});

test("arrows move through the list, which is one stop of the Tab key", () => {
  const { root } = draw();
  const rows = all(root, ".results-row");
  expect(rows.filter(({ tabIndex }) => tabIndex === 0)).toEqual([rows[0]]);
  rows[0]!.focus();
  press("ArrowDown");
  expect(document.activeElement).toBe(rows[1]);
});

test("what can be asked for is asked for: the paragraph, the sheet, the printer", () => {
  const { root, asked } = draw();
  for (const name of ["Chép đoạn văn", "Thêm trang Tổng hợp", "In kết quả"]) click(button(root, name));
  expect(asked).toEqual(["summary", "sheet", "print"]);
});

describe("sentences", () => {
  const told = tellSelected(table, [{ top: 0, bottom: 5_000 }]);
  const sentences = { section: undefined, told };

  test("a few until all are asked for, with how many there are; each leads to its cell", () => {
    const { root, asked } = draw({ sentences });
    expect(all(root, ".results-told li")).toHaveLength(5);
    expect(root.querySelector(".results-sentences h2")!.textContent).toBe(
      `Câu cho dòng đang chọn ${told.sentences.length}`,
    );
    expect(root.querySelector(".results-told li span")!.textContent).toBe(told.sentences[0]!.text);
    click(root.querySelector(".results-cell")!);
    click(button(root, `Xem cả ${told.sentences.length} câu`));
    expect(all(root, ".results-told li")).toHaveLength(told.sentences.length);
    for (const name of ["Chép câu", "Ghi ra trang"]) click(button(root, name));
    expect(asked).toEqual([told.sentences[0]!.cell, "copy", "sentences"]);
  });

  test("rows without a sentence are counted with why", () => {
    const silent = { missing: 8, unknown: 2, hidden: 1 };
    const { root } = draw({ sentences: { section: undefined, told: { sentences: [], rows: 11, silent } } });
    expect(root.querySelector(".results-sentences")!.textContent).toBe(
      "Câu cho dòng đang chọn 11 dòng không có câu: 8 chưa có số thực hiện; 2 chưa nhận ra là chỉ tiêu nào; 1 đang ẩn.",
    );
  });

  test("nothing selected: what to select", () => {
    expect(draw().root.querySelector(".results-sentences")!.textContent).toContain("Chọn một hay nhiều dòng");
  });

  test("a section is told, and back to the selected rows", () => {
    const { root, asked } = draw();
    const section = all(root, ".results-section").find((one) => one.textContent.startsWith("A.V."))!;
    click(section);
    click(button(root, "Câu của mục này"));
    expect(asked).toEqual(["tell HIV"]);
    const of = draw({ sentences: { section: "HIV", told: tellSection(table, "HIV") } });
    expect(of.root.querySelector(".results-sentences h2")!.textContent).toContain(
      "Câu của mục: A.V. Phòng, chống HIV/AIDS",
    );
    click(button(of.root, "Về dòng đang chọn"));
    expect(of.asked).toEqual(["tell selected"]);
  });

  test("a form that is not judged has sentences all the same", () => {
    const unjudged = { ...formById("PL02")!, assessed: false };
    const { root } = draw({ assessments: [], form: unjudged, sentences });
    expect(root.textContent).toContain("Biểu này không đánh giá");
    expect(all(root, ".results-told li")).toHaveLength(5);
  });

  test("arrows move through the cells, which are one stop of the Tab key", () => {
    const { root } = draw({ sentences });
    const cells = all(root, ".results-cell");
    expect(cells.filter(({ tabIndex }) => tabIndex === 0)).toEqual([cells[0]]);
    cells[0]!.focus();
    press("ArrowDown");
    expect(document.activeElement).toBe(cells[1]);
  });
});

test("markup in a label is shown as the text that it is", () => {
  const evil = "<img src=x onerror=alert(1)>";
  const { root } = draw({ assessments: assessments.map((one) => ({ ...one, label: evil })) });
  expect(root.querySelector("img")).toBeNull();
  expect(root.querySelector(".results-row .results-name")!.textContent).toBe(evil);
});

test("a form that is not judged, and a table that was not checked, say so", () => {
  expect(draw({ assessments: undefined }).root.textContent).toMatch(/^Chưa có kết quả\./);
  const unjudged = { ...formById("PL02")!, assessed: false };
  expect(draw({ assessments: [], form: unjudged }).root.textContent).toMatch(
    /^Biểu này không đánh giá đạt hay chưa đạt\./,
  );
});

test("in English nothing of the pane's own words is left in Vietnamese", () => {
  const { root } = draw({ language: "en" });
  for (const one of all(root, ".results-legend, .results-heading, .results-status, .results-buttons")) {
    expect(one.textContent).toMatch(/^[\x20-\x7e]*$/);
  }
  expect(root.querySelector(".results-counts")!.textContent).toMatch(/^\d+ not met · \d+ behind pace/);
});
