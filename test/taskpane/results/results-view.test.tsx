/** @jest-environment jsdom */

import { render } from "preact";
import { act } from "preact/test-utils";
import { assessTable, countBySection, countStatuses } from "../../../src/core/compare/assess-table";
import { recognise } from "../../../src/core/form/recognise";
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
    onCopy: (text) => asked.push(text),
    onAddSheet: () => asked.push("sheet"),
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
  const unmet = () => all(root, ".results-late").map(numberIn);
  expect(unmet()).toHaveLength(5);
  expect(unmet()[0]).toBe(Math.max(...sections.map((one) => one.counts.unmet)));
  click(button(root, "Xem cả"));
  expect(unmet()).toEqual([...unmet()].sort((a, b) => b - a));
  expect(unmet().reduce((sum, one) => sum + one, 0)).toBe(counts.unmet);
});

test("the list has every target that is unmet or late, with figures, gap and what it takes", () => {
  const { root, asked } = draw();
  expect(all(root, ".results-row")).toHaveLength(counts.unmet + counts.behind);
  const row = all(root, ".results-row").find((one) => one.textContent.startsWith("Sàng lọc sơ sinh"))!;
  expect(row.querySelector(".results-pair")!.textContent).toMatch(/^[\d.]+\/[\d.]+$/);
  expect(row.textContent).toMatch(/% cả năm, [\d,]+% của 6 tháng · còn thiếu [\d.]+, cần [\d.]+ \p{L}+ mỗi tháng/u);
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
  const own = [...section.querySelector(".results-late")!.textContent.matchAll(/\d+/g)].map(Number);
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

test("the paragraph is copied as reports write it", () => {
  const { root, asked } = draw();
  click(button(root, "Chép đoạn văn"));
  const met = counts.exceeded + counts.met;
  expect(asked[0]).toMatch(
    new RegExp(
      `^6 tháng đầu năm 2024: hoàn thành và vượt kế hoạch năm ${met}/\\d+ chỉ tiêu, ${counts.onPace} chỉ tiêu đạt`,
    ),
  );
  expect(asked[0]).toContain(`; có ${counts.behind} chỉ tiêu chậm tiến độ là: (1) `);
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
  expect(draw({ assessments: [], form: unjudged }).root.textContent).toBe("Biểu này không đánh giá đạt hay chưa đạt.");
});

test("in English nothing of the pane's own words is left in Vietnamese", () => {
  const { root } = draw({ language: "en" });
  for (const one of all(root, ".results-legend, .results-late, .results-heading, .results-status")) {
    expect(one.textContent).toMatch(/^[\x20-\x7e]*$/);
  }
});
