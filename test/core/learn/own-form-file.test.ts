/** The words of an own form's file that say what its columns are and which periods it is for. */

import { recognise } from "../../../src/core/form/recognise";
import { learnTable } from "../../../src/core/learn/learn";
import { ownForm } from "../../../src/core/learn/own-form";
import { formFile, problemWords, readFormFile } from "../../../src/core/learn/own-form-file";
import type { Grid } from "../../../src/core/table/grid";
import { gridOf } from "./table";

const encode = (text: string) => new TextEncoder().encode(text);

const made = (grid: Grid) => {
  const binding = recognise(grid, [])!;
  const options = { id: "RIENG", title: "Biểu riêng", source: "", accepted: new Set<string>(), note: () => "" };
  return ownForm(learnTable(grid, binding), binding, options);
};

const TABLE = gridOf([
  ["Số ca", "ca", 7540, 2435, 2507],
  ["Tỷ lệ", "%", 92.7, 92.4, 91.7],
]);

describe("each kind of column has its words in the file, and is read from them", () => {
  const ROLES: readonly (readonly [string, string])[] = [
    ["tt", "TT"],
    ["label", "tên chỉ tiêu"],
    ["code", "mã số"],
    ["unit", "đơn vị tính"],
    ["plan", "kế hoạch"],
    ["laterPlan", "kế hoạch sau"],
    ["actual", "thực hiện"],
    ["samePeriod", "cùng kỳ"],
    ["vsPlan", "so với kế hoạch"],
    ["vsSamePeriod", "so với cùng kỳ"],
  ];
  const { meta, rows } = made(TABLE);
  const columnsRead = (text: string) => {
    const read = readFormFile(encode(text));
    return read.ok ? (read.parts.meta as { columns: unknown }).columns : read.problems.map(problemWords);
  };

  test.each(ROLES)("%s: %s", (role, words) => {
    const columns = [{ role, header: "Cột thử", width: 12.5 }];
    const file = formFile({ meta: { ...(meta as object), columns }, rows });
    expect(file).toContain(`\nCột;Cột thử;${words};12.5\n`);
    expect(columnsRead(file)).toEqual(columns);
    expect(columnsRead(file.replace(`;${words};`, `;${words.toUpperCase()};`))).toEqual(columns);
  });

  test("other words are no column, and the words that are stand beside them", () => {
    const file = formFile(made(TABLE)).replace(";kế hoạch;", ";kế hoạch năm;");
    expect(columnsRead(file)).toEqual([
      `Dòng 10: Cột “Kế hoạch năm {nam}” ghi vai trò “kế hoạch năm”; chỉ nhận: ${ROLES.map(([, words]) => words).join(", ")}.`,
    ]);
  });

  test("a target for a later year is a column of its own, and stays the year that it names", () => {
    const header = ["Chỉ tiêu", "Ước TH năm 2024", "Kế hoạch năm 2024", "Mục tiêu năm 2030"];
    const figures = [
      ["Số ca", 7540, 7500, 7700],
      ["Số lượt", 912, 900, 950],
    ];
    const cells = [header, ...figures].map((line) => line.map((value) => ({ value })));
    const file = formFile(made({ sheet: "Bảng", rows: cells }));
    expect(file.split("\n").filter((line) => line.includes(";kế hoạch"))).toEqual([
      "Cột;Kế hoạch {ky};kế hoạch;11",
      "Cột;Mục tiêu năm 2030;kế hoạch sau;11",
    ]);
  });
});

test.each([
  [["year"], "năm"],
  [["quarter"], "quý"],
  [["half", "nine"], "6 tháng, 9 tháng"],
  [["nine", "quarter", "year", "half"], "9 tháng, quý, năm, 6 tháng"],
])("the periods %j are %s in the file, and are read from it however they are spaced", (periods, words) => {
  const { meta, rows } = made(TABLE);
  const file = formFile({ meta: { ...(meta as object), periods }, rows });
  expect(file).toContain(`\nKỳ báo cáo;${words}\n`);
  for (const text of [file, file.replace(words, words.toUpperCase().replaceAll(", ", " ,  "))]) {
    const read = readFormFile(encode(text));
    expect(read.ok && (read.parts.meta as { periods: unknown }).periods).toEqual(periods);
  }
});

test("a file that ends without a line end keeps its last row", () => {
  const file = formFile(made(TABLE));
  const rowsOf = (text: string) => {
    const read = readFormFile(encode(text));
    return read.ok ? read.parts.rows.trimEnd() : "";
  };
  expect(rowsOf(file.trimEnd())).toBe(rowsOf(file));
  expect(rowsOf(file.trimEnd())).toContain("Tỷ lệ");
});
