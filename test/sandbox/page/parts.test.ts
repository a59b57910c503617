/** What the page is made of, without a browser: clipboard texts, entries, geometry, ways of the keys. */

import { createAxis, visibleLines } from "../../../src/sandbox/page/grid/axis";
import { aroundMerges, blockEnd, nextCell } from "../../../src/sandbox/page/grid/moves";
import { createClipboard } from "../../../src/sandbox/page/clipboard/clipboard";
import { readTsv, writeTsv } from "../../../src/sandbox/page/clipboard/tsv";
import { readEntry } from "../../../src/sandbox/page/state/entry";
import { createPage, type Page } from "../../../src/sandbox/page/state/page";
import { createHost } from "../../../src/sandbox/host";
import { parseArea } from "../../../src/sandbox/host/workbook/area";
import { cellAt, newSheet } from "../../../src/sandbox/host/workbook/state";
import { DEFAULT_STYLE } from "../../../src/sandbox/host/workbook/style";
import { setContent } from "../../../src/sandbox/host/workbook/write";

describe("clipboard text", () => {
  test("cells with tabs, line ends and quotes are read as Excel writes them", () => {
    expect(readTsv('a\t"b\nc"\t"nói ""vâng"""\r\n1\t\t2\r\n')).toEqual([
      ["a", "b\nc", 'nói "vâng"'],
      ["1", "", "2"],
    ]);
  });

  test("a quote within a cell, or one that is never closed, is a quote", () => {
    expect(readTsv('5"\t"abc\tx')).toEqual([['5"', '"abc', "x"]]);
  });

  test("an empty last cell and an empty line stay", () => {
    expect(readTsv("a\t\n\nb")).toEqual([
      ["a", ""],
      ["", ""],
      ["b", ""],
    ]);
    expect(readTsv("tiêu đề\n1\t2")).toEqual([
      ["tiêu đề", ""],
      ["1", "2"],
    ]);
  });

  test("what is written is read again", () => {
    const rows = [
      ['"', "a\tb", "x\ny"],
      ["", "1,5", ""],
    ];
    expect(readTsv(writeTsv(rows))).toEqual(rows);
  });
});

describe("what is pasted", () => {
  const pageOf = (contents: Readonly<Record<string, string>>) => {
    const { workbook } = createHost();
    const page = createPage(workbook, "vi", { onEditing: () => undefined });
    page.run((_, sheet) => {
      for (const [address, text] of Object.entries(contents)) {
        const { top, left } = parseArea(address)!;
        setContent(workbook, sheet, top, left, readEntry(text, "vi-VN", "General"));
      }
    });
    return { page, clipboard: createClipboard(page), formula: formulaIn(page) };
  };
  const formulaIn = (page: Page) => (address: string) => {
    const { top, left } = parseArea(address)!;
    return cellAt(page.sheet(), top, left)?.formula;
  };

  test("into several cells has each formula speak of its own neighbours", () => {
    const { page, clipboard, formula } = pageOf({ A1: "1", B1: "2", C1: "=A1+B1" });
    page.selectArea(parseArea("C1")!);
    const text = clipboard.copy(false);
    page.selectArea(parseArea("C2:C4")!);
    clipboard.paste(text);
    expect(["C2", "C3", "C4"].map(formula)).toEqual(["=A2+B2", "=A3+B3", "=A4+B4"]);
  });

  test("around a hidden row is where it goes, and a formula that was cut keeps its words", () => {
    const { page, clipboard, formula } = pageOf({ A1: "=B1", A2: "=B2", A3: "=B3" });
    page.run((_, sheet) => sheet.rowLines.set(1, { hidden: true }));
    page.selectArea(parseArea("A1:A3")!);
    const text = clipboard.copy(false);
    page.selectArea(parseArea("A5")!);
    clipboard.paste(text);
    expect(["A5", "A6", "A7"].map(formula)).toEqual(["=B5", "=B6", undefined]);
    page.selectArea(parseArea("A5")!);
    const cut = clipboard.copy(true);
    page.selectArea(parseArea("D9")!);
    clipboard.paste(cut);
    expect([formula("A5"), formula("D9")]).toEqual([undefined, "=B5"]);
  });
});

test.each([
  ["1.750", 1750],
  ["99,7", 99.7],
  ["1,251.7", 1251.7],
  ["21.8", 21.8],
  ["-40,0", -40],
  ["…", "…"],
  ["<6", "<6"],
  ["1.2.3", "1.2.3"],
])("%s typed into a Vietnamese sheet is %p", (text, value) => {
  expect(readEntry(text, "vi-VN", "General").value).toEqual(value);
});

describe("rows on the screen", () => {
  const axis = createAxis(
    new Map([
      [2, { size: 30 }],
      [4, { hidden: true }],
    ]),
    15,
    99,
  );

  test("lie one under the other, hidden ones without height", () => {
    expect([0, 2, 3, 4, 5].map(axis.start)).toEqual([0, 40, 80, 100, 100]);
    expect([axis.at(39), axis.at(40), axis.at(79), axis.at(100), axis.at(1e9)]).toEqual([1, 2, 2, 5, 99]);
  });

  test("are drawn only where they are seen", () => {
    expect(visibleLines(axis, 45, 121, 0, 99)).toEqual([2, 3, 5, 6]);
  });
});

describe("the ways of the keys", () => {
  const sheet = newSheet("{S}", "S");
  for (const row of [0, 1, 2, 6, 7]) sheet.rows[row] = [{ value: 1, style: DEFAULT_STYLE }];
  sheet.merges = [parseArea("B2:C3")!];
  sheet.rowLines.set(4, { hidden: true });

  test("Ctrl and an arrow goes to the end of a block, then to the next one, then to the edge", () => {
    const down = (row: number) => blockEnd(sheet, { row, column: 0 }, "down").row;
    expect([down(0), down(2), down(6), down(7)]).toEqual([2, 6, 7, 1_048_575]);
    expect(blockEnd(sheet, { row: 6, column: 0 }, "up").row).toBe(2);
  });

  test("an arrow passes over hidden rows and through merged cells as one", () => {
    expect(nextCell(sheet, { row: 3, column: 0 }, "down")).toEqual({ row: 5, column: 0 });
    expect(nextCell(sheet, { row: 1, column: 1 }, "down")).toEqual({ row: 3, column: 1 });
    expect(nextCell(sheet, { row: 2, column: 3 }, "left")).toEqual({ row: 1, column: 1 });
  });

  test("a selection takes merged cells whole", () => {
    expect(aroundMerges(sheet, parseArea("A1:B2")!)).toEqual(parseArea("A1:C3"));
  });
});
