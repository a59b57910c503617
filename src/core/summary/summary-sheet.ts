/** The sheet "Tổng hợp": how many targets are met, by section, and what each of the others still takes. */

import { STATUS_WORDS, toldDecimals, type Reached, type Status } from "../compare/assess";
import {
  assessmentName,
  assessTable,
  countBySection,
  countStatuses,
  type RowAssessment,
} from "../compare/assess-table";
import { JUDGED, judgedCount, outlookOf } from "../compare/outlook";
import type { LayoutCell, Look, SheetLayout } from "../form/layout";
import { heightOfRows, pageHeight } from "../form/page";
import { periodWords, shareOfYear, spanWords } from "../form/period";
import { writeFigure } from "../number";
import type { FigureTable } from "../table/figures";
import type { Merge } from "../table/grid";
import type { PartFill, StackedBars } from "./chart";

const SUMMARY_NAME = "Tổng hợp";

export interface SummarySheet {
  readonly layout: SheetLayout;
  /** Absent where nothing is judged. */
  readonly chart?: StackedBars;
}

const STATES: readonly Status[] = [...JUDGED, "notJudged", "noData"];

/** Dark is done, white is on its way, lines are what wants work; legible without colour. */
const FILLS: Readonly<Partial<Record<Status, PartFill>>> = {
  exceeded: { ink: "404040", ground: "404040", tone: "595959", figures: "FFFFFF" },
  met: { ink: "A6A6A6", ground: "A6A6A6", tone: "A6A6A6", figures: "000000" },
  onPace: { ink: "FFFFFF", ground: "FFFFFF", tone: "FFFFFF", figures: "000000" },
  behind: { pattern: "wdUpDiag", ink: "7F7F7F", ground: "FFFFFF", tone: "D9D9D9", figures: "000000" },
  unmet: { pattern: "smCheck", ink: "000000", ground: "FFFFFF", tone: "000000", figures: "FFFFFF" },
};

const WIDTHS = [46, 12, 12, 12, 14, 12, 14, 14, 14] as const;
const LAST = WIDTHS.length - 1;
/** Rows of the sheet that the chart covers: for its title and legend, for each bar, and at most what a page holds. */
const CHART_ROWS = { around: 6, perBar: 1.15, most: 30 } as const;
/** Title, header and first rows of the list that stay on one page. */
const LIST_START = 4;
/** Longest name of a bar; beyond, the chart would have no room for the bars. */
const LONGEST_NAME = 60;

/**
 * Lays out the summary of a table.
 *
 * @returns undefined where the form is not known or is not judged
 */
export function layoutSummary(table: FigureTable): SummarySheet | undefined {
  const { form, period, unit } = table.binding;
  if (!form?.assessed) return undefined;
  const assessments = assessTable(table);
  const cells: (LayoutCell | undefined)[][] = [];
  const merges: Merge[] = [];
  const line = (row: number, values: readonly LayoutCell[]) => (cells[row] = [...values]);
  const across = (row: number, cell: LayoutCell) => {
    line(row, [cell]);
    merges.push({ top: row, left: 0, bottom: row, right: LAST });
  };
  if (unit) line(0, [{ value: unit.toLocaleUpperCase("vi"), look: "unit" }]);
  else line(0, []);
  line(1, []);
  across(2, { value: "TỔNG HỢP KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU", look: "title" });
  const about = [form.number, period && periodWords(period)].filter(Boolean).join(", ");
  across(3, { value: `(${about}; trang tính “${table.grid.sheet}”)`, look: "subtitle" });
  line(4, []);

  const counts = countStatuses(assessments);
  const headerRow = 5;
  line(headerRow, heads(["Mục", ...STATES.map((status) => STATUS_WORDS[status]), "Được đánh giá"]));
  const sections = countBySection(assessments, table).filter(({ counts: own }) => judgedCount(own) > 0);
  const bars = [{ label: "Cả biểu", counts }, ...(sections.length > 1 ? sections : [])];
  bars.forEach(({ label, counts: own }, index) => {
    const figures = [...STATES.map((status) => own[status]), judgedCount(own)];
    const look: Look = index === 0 ? "heading" : "label";
    const name = shortened(label || "Chung");
    line(headerRow + 1 + index, [
      { value: name, look },
      ...figures.map((value): LayoutCell => ({ value, look: "figure", format: "#,##0" })),
    ]);
  });
  const lastBar = headerRow + bars.length;
  const hasChart = judgedCount(counts) > 0;
  const chartTop = lastBar + 2;
  const chartBottom = hasChart ? chartTop + chartRows(bars.length) : lastBar;
  for (let row = lastBar + 1; row <= chartBottom + 1; row += 1) line(row, []);

  const listTop = chartBottom + 2;
  const body = listRows(assessments, table, cells, merges, listTop);
  const layout: SheetLayout = {
    name: SUMMARY_NAME,
    cells,
    merges,
    widths: WIDTHS,
    orientation: "landscape",
    headerRows: { first: listTop + 1, last: listTop + 1 },
    frozen: { rows: 0, columns: 0 },
    // The whole sheet: counts and list alike have formats of their own.
    body: { top: headerRow, bottom: body },
    inputs: [],
    names: [],
    rowOf: new Map(),
    columns: [],
  };
  if (!hasChart) return { layout };
  const pageStarts = pagesOf(layout, chartTop, listTop);
  const series = JUDGED.map((status, index) => ({
    name: STATUS_WORDS[status],
    column: index + 1,
    fill: FILLS[status]!,
  }));
  return {
    layout: { ...layout, ...(pageStarts.length > 0 && { pageStarts }) },
    chart: {
      title: "Tỷ lệ chỉ tiêu theo kết quả thực hiện",
      headerRow,
      first: headerRow + 1,
      last: lastBar,
      labels: 0,
      series,
      place: { top: chartTop, left: 0, bottom: chartBottom, right: LAST },
    },
  };
}

/** No page cuts the chart in two, and none ends with the head of the list. */
function pagesOf(layout: SheetLayout, chartTop: number, listTop: number): number[] {
  const page = pageHeight(layout);
  const together = heightOfRows(layout, 0, listTop - 1);
  const chartFirst = together > page ? chartTop : 0;
  const used = heightOfRows(layout, chartFirst, listTop - 1);
  const head = heightOfRows(layout, listTop, Math.min(listTop + LIST_START, layout.cells.length - 1));
  return [...(chartFirst > 0 ? [chartTop] : []), ...(used + head > page ? [listTop] : [])];
}

const chartRows = (bars: number) => Math.min(CHART_ROWS.most, Math.ceil(CHART_ROWS.around + CHART_ROWS.perBar * bars));

const heads = (texts: readonly string[]) => texts.map((value): LayoutCell => ({ value, look: "header" }));

/** Cut between words. */
const shortened = (label: string) =>
  label.length <= LONGEST_NAME ? label : `${label.slice(0, LONGEST_NAME - 1).replace(/[\s,;(-]+\S*$/u, "")}…`;

/**
 * The unmet and the behind from a row on.
 *
 * @returns the last row of the list
 */
function listRows(
  assessments: readonly RowAssessment[],
  table: FigureTable,
  cells: (LayoutCell | undefined)[][],
  merges: Merge[],
  top: number,
): number {
  const late = (["unmet", "behind"] as const).flatMap((wanted) =>
    assessments.filter(({ status }) => status === wanted),
  );
  const { period } = table.binding;
  const title =
    late.length === 0 ? "Không có chỉ tiêu nào chậm tiến độ hay chưa đạt" : "Chỉ tiêu chưa đạt và chậm tiến độ";
  cells[top] = [{ value: title, look: "signature" }];
  merges.push({ top, left: 0, bottom: top, right: LAST });
  const partial = period !== undefined && shareOfYear(period) < 1;
  cells[top + 1] = heads([
    LIST_COLUMN,
    "Đơn vị tính",
    "KH giao",
    "Đã thực hiện",
    "% kế hoạch",
    partial ? `% phần của ${spanWords(period)}` : "% phần của kỳ",
    "Chênh lệch với mức cần đạt",
    "Cần thêm mỗi tháng",
    STATUS_COLUMN,
  ]);
  late.forEach((assessment, index) => (cells[top + 2 + index] = lateRow(assessment, table)));
  return top + 1 + late.length;
}

/** Not "Chỉ tiêu": the list is no Biểu, and must not be taken for one when the workbook is checked. */
const LIST_COLUMN = "Chưa đạt, chậm tiến độ";
const STATUS_COLUMN = "Kết quả";

function lateRow(assessment: RowAssessment, table: FigureTable): LayoutCell[] {
  const { reached, target, ofYear, ofPeriod, traits, status } = assessment;
  const outlook = outlookOf(assessment, table.binding.period);
  const gap = outlook && { ...outlook.gap, value: outlook.side === "below" ? -outlook.gap.value : outlook.gap.value };
  return [
    { value: assessmentName(assessment, table.binding.form), look: "label" },
    { value: traits.unit, look: "centered" },
    target.kind === "bound"
      ? { value: `${target.operator} ${writeFigure(target.value, target.decimals)}`, look: "centered" }
      : figure(target.kind === "absent" ? undefined : target),
    figure(reached),
    figure(ofYear === undefined ? undefined : { value: ofYear, decimals: 1 }),
    figure(ofPeriod === undefined ? undefined : { value: ofPeriod, decimals: 1 }),
    figure(gap),
    figure(outlook?.perMonth),
    { value: STATUS_WORDS[status], look: status === "unmet" ? "headingCode" : "centered" },
  ];
}

function figure(stated: Reached | undefined): LayoutCell {
  if (!stated) return { value: null, look: "figure" };
  const decimals = toldDecimals(stated);
  const format = decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
  return { value: stated.value, look: "figure", format };
}
