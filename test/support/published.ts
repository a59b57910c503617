/** Điện Biên's annexes of the first half of 2024 as published, as tables of every shape that the tests need. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { readFigure } from "../../src/core/number";
import type { Cell, Grid, Merge } from "../../src/core/table/grid";

const FOLDER = join(__dirname, "..", "fixtures", "dien-bien-2024-6t");

export type Annex = "pl01" | "pl02";

/** A row of an annex: Mã số, TT, label as printed, then the figures as printed. */
export interface PublishedRow {
  readonly code: string;
  readonly tt: string;
  readonly label: string;
  readonly figures: readonly string[];
}

export function readPublished(annex: Annex): PublishedRow[] {
  return readCsv(`${annex}.csv`).map(([code, tt, label, ...figures]) => ({
    code: code!,
    tt: tt!,
    label: label!,
    figures,
  }));
}

/** Rows of a fixture file without its header. */
export function readCsv(name: string): string[][] {
  const { data } = Papa.parse<string[]>(readFileSync(join(FOLDER, name), "utf8"), {
    delimiter: ";",
    skipEmptyLines: true,
  });
  return data.slice(1);
}

const text = (value: string): Cell | undefined => (value === "" ? undefined : { value });

/** A printed figure as somebody types it into Excel: a number with as many decimals as are printed, or its text. */
export function typed(printed: string): Cell | undefined {
  const figure = readFigure(printed, { separators: "vi" });
  if (figure.kind !== "number") return printed.startsWith("#") ? { value: { error: printed } } : text(printed);
  return { value: figure.value, format: figure.decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(figure.decimals)}` };
}

const HEADERS: Readonly<Record<Annex, readonly (readonly string[])[]>> = {
  pl01: [
    ["TT", "Tên bệnh", "6 tháng năm 2024", "", "6 tháng năm 2023", "", "So cùng kỳ", ""],
    ["", "", "Mắc", "Chết", "Mắc", "Chết", "Mắc", "Chết"],
  ],
  pl02: [
    ["TT", "Chỉ tiêu", "Kế hoạch năm 2024", "Ước TH 6T.2024", "Thực hiện 6T.2023", "So với Kế hoạch", "So với cùng kỳ"],
  ],
};

/** The published table with its Mã số in front, every cell as printed text. */
export function asPrinted(annex: Annex): Grid {
  const header = HEADERS[annex].map((cells, index) => [
    index === 0 ? { value: "Mã số" } : undefined,
    ...cells.map(text),
  ]);
  const rows = readPublished(annex).map((row) => [
    text(row.code),
    text(row.tt),
    text(row.label),
    ...row.figures.map(printed),
  ]);
  return { sheet: annex, rows: [...header, ...rows], merges: groupMerges(annex, 0, 1) };
}

const printed = (figure: string): Cell | undefined =>
  figure.startsWith("#") ? { value: { error: figure } } : text(figure);

/** Rows of the title block that somebody types above the table. */
const TITLE = [
  "Phụ lục 02",
  "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU CHUYÊN MÔN 6 THÁNG ĐẦU NĂM 2024",
  "(Kèm theo Báo cáo số /BC-SYT ngày /7/2024 của Sở Y tế)",
];

/**
 * The same table as somebody types it: no Mã số, a merged title block, numbers as numbers, every `textEvery`th of them
 * as text, and the header once more on "page two".
 */
export function asTyped(annex: Annex, textEvery = 17): Grid {
  const width = HEADERS[annex][0]!.length;
  const title = TITLE.map((line) => [text(line)]);
  const header = HEADERS[annex].map((cells) => cells.map(text));
  let count = 0;
  const rows = readPublished(annex).map((row) => [
    text(row.tt),
    text(row.label),
    ...row.figures.map((figure) => {
      const cell = typed(figure);
      if (typeof cell?.value !== "number") return cell;
      count += 1;
      return count % textEvery === 0 ? text(figure) : cell;
    }),
  ]);
  const half = Math.floor(rows.length / 2);
  const repeated = annex === "pl02" ? header : [];
  const merges: Merge[] = title.map((_, row) => ({ top: row, left: 0, bottom: row, right: width - 1 }));
  return {
    sheet: "Sheet1",
    rows: [...title, [], ...header, ...rows.slice(0, half), ...repeated, ...rows.slice(half)],
    merges: [...merges, ...groupMerges(annex, title.length + 1, 0)],
  };
}

/** PL01's header has groups of two columns. */
function groupMerges(annex: Annex, top: number, shift: number): Merge[] {
  if (annex !== "pl01") return [];
  return [2, 4, 6].map((left) => ({ top, bottom: top, left: left + shift, right: left + shift + 1 }));
}

/** A typed PL02 in which one label is worded otherwise, one is shortened, and one row is of nobody's form. */
export function withDoubts(grid: Grid): Grid {
  const rows = grid.rows.map((row) => [...row]);
  const reword = (label: string, to: string) => {
    const at = rows.findIndex((row) => row[1]?.value === label);
    rows[at]![1] = { value: to };
    return at;
  };
  reword("Số xã triển khai khám sàng lọc THA", "Xã có khám sàng lọc THA");
  const screened = reword("Sàng lọc sơ sinh", "Sàng lọc trẻ sơ sinh trong kỳ");
  rows.splice(screened + 1, 0, [undefined, { value: "Sàng lọc sơ sinh lưu động" }, { value: 40 }, { value: 21 }]);
  return { ...grid, rows };
}

/** A block as Excel puts it on the clipboard, with the decimal separator of its user. */
export function asTsv({ rows }: Grid, decimal: "," | "." = ","): string {
  const written = (cell: Cell | undefined) => {
    const value = cell?.value ?? "";
    if (typeof value === "number") return String(value).replace(".", decimal);
    const content = typeof value === "object" ? value.error : String(value);
    return /["\t\n]/.test(content) ? `"${content.replaceAll('"', '""')}"` : content;
  };
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => Array.from({ length: width }, (_, at) => written(row[at])).join("\t")).join("\r\n");
}
