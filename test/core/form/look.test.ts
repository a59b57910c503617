/** Rows of a form's sheet are as high as their texts need, whatever program opens it. */

import fc from "fast-check";
import { layoutForm, type LayoutCell, type Look, type SheetLayout } from "../../../src/core/form/layout";
import { FONT, inputRule, LOOKS, PAGE_FOOTER, rowHeights } from "../../../src/core/form/look";
import type { Period } from "../../../src/core/form/period";
import { linesOf, textWidth } from "../../../src/core/form/text-width";
import { readFigure } from "../../../src/core/number";
import { address } from "../../../src/core/table/grid";
import { allForms, formById } from "../../../src/forms";
import { desk } from "../../sandbox/calc/support";

const YEAR: Period = { span: "year", year: 2024 };
const UNIT = "Sở Y tế tỉnh Điện Biên";
const BODY = { size: 11 };

test("marks add nothing to a letter's width, and bold letters are wider", () => {
  expect(textWidth("Tỷ lệ", BODY)).toBeCloseTo(textWidth("Ty le", BODY));
  expect(textWidth("Tỷ lệ", { size: 11, bold: true })).toBeGreaterThan(textWidth("Tỷ lệ", BODY));
});

test("a text takes as many lines as its words need, and a word wider than the column is broken", () => {
  const width = textWidth("một hai", BODY);
  expect(linesOf("một hai", width, BODY)).toBe(1);
  expect(linesOf("một hai ba", width, BODY)).toBe(2);
  expect(linesOf("mộthaibabốn", width, BODY)).toBe(2);
});

test("no word of a shipped form is wider than its column", () => {
  const wide = allForms().flatMap((form) => {
    const layout = layoutForm(form, { span: form.periods[0]!, year: 2024, quarter: 3 }, UNIT);
    return layout.cells.flatMap((cells, row) =>
      Array.from(cells, (cell, column) => {
        if (row < layout.headerRows.first || row > layout.body.bottom || !cell?.value || !LOOKS[cell.look].wrap)
          return "";
        const room = widthOf(layout, row, column);
        return (
          String(cell.value)
            .split(" ")
            .find((word) => textWidth(word, LOOKS[cell.look]) > room) ?? ""
        );
      }).filter(Boolean),
    );
  });
  expect(wide).toEqual([]);
});

function widthOf({ merges, widths }: SheetLayout, row: number, column: number): number {
  const merged = merges.find(({ top, left }) => top === row && left === column);
  return widths.slice(column, (merged?.right ?? column) + 1).reduce((sum, width) => sum + width, 0);
}

test("both rows of a header with groups fit their texts", () => {
  const layout = layoutForm(formById("B04")!, YEAR, UNIT);
  const heights = rowHeights(layout);
  const { first } = layout.headerRows;
  // "So với cùng kỳ (%)" takes three lines in its column.
  expect(heights.get(first + 1)).toBeGreaterThanOrEqual(3 * 14);
  expect(heights.get(first)).toBeLessThan(heights.get(first + 1)!);
});

test("a label of three lines is not cut, and a unit with a long name gets a second line", () => {
  const layout = layoutForm(formById("MT136")!, YEAR, `${UNIT} và các trung tâm y tế huyện, thị xã, thành phố`);
  const heights = rowHeights(layout);
  expect(heights.get(layout.rowOf.get("MT_13")!)).toBe(3 * 14 + 3);
  expect(heights.get(0)).toBeGreaterThan(32);
});

test("inside the table every cell has a line around it and stands in the middle, outside none has", () => {
  const inside = ["header", "columnNumber", "heading", "headingCode", "label", "centered", "code", "figure"] as const;
  for (const [name, look] of Object.entries(LOOKS)) {
    const isInside = (inside as readonly string[]).includes(name);
    expect([name, look.border]).toEqual([name, isInside ? "thin" : undefined]);
    if (isInside) expect([name, look.vertical]).toEqual([name, "center"]);
  }
});

test("texts that may be long are wrapped, figures and codes never are", () => {
  const wrapped = Object.entries(LOOKS).flatMap(([name, { wrap }]) => (wrap ? [name] : []));
  expect(wrapped.sort()).toEqual(
    ["unit", "title", "subtitle", "header", "heading", "label", "centered", "footnote"].sort(),
  );
  expect(LOOKS.figure.horizontal).toBe("right");
});

test("names are bold, what explains them is in italics, and texts to read begin on the left", () => {
  const named = (said: (look: (typeof LOOKS)[Look]) => unknown) =>
    Object.entries(LOOKS)
      .filter(([, look]) => said(look))
      .map(([name]) => name)
      .sort();
  const bold = ["unit", "number", "title", "header", "heading", "headingCode", "signature"];
  expect(named(({ bold }) => bold)).toEqual([...bold].sort());
  expect(named(({ italic }) => italic)).toEqual(["columnNumber", "footnote", "signatureNote", "subtitle"]);
  expect(named(({ horizontal }) => horizontal === "left")).toEqual(["footnote", "heading", "label"]);
  expect(named(({ horizontal }) => horizontal === "right")).toEqual(["figure"]);
  const outside = ["unit", "number", "title", "subtitle"];
  expect(outside.map((name) => LOOKS[name as Look].vertical)).toEqual(outside.map(() => "center"));
  expect(named(({ color }) => color)).toEqual(["code"]);
});

test("sheets are in the font of official documents, and pages say of how many they are", () => {
  expect(FONT).toBe("Times New Roman");
  expect(PAGE_FOOTER).toBe(`&"${FONT},Italic"&10Trang &P/&N`);
});

test("a title block and a header are given their least height even where their texts are short", () => {
  const layout = layoutForm(formById("B01")!, YEAR, "Sở Y tế");
  const heights = rowHeights(layout);
  expect(heights.get(0)).toBeGreaterThanOrEqual(32);
  expect(heights.get(2)).toBeGreaterThanOrEqual(40);
  expect(heights.get(layout.headerRows.first)).toBeGreaterThanOrEqual(24);
  for (let row = layout.body.top; row <= layout.body.bottom; row += 1) {
    expect(heights.get(row)).toBeGreaterThanOrEqual(14);
  }
});

test("figures of a period are asked to be numbers or the marks for none and not collected, plans are not", () => {
  const area = { column: 3, top: 7, bottom: 20 };
  for (const role of ["actual", "samePeriod"] as const) {
    const rule = inputRule({ ...area, role });
    expect(rule).toMatchObject({
      area: { top: 7, bottom: 20, left: 3, right: 3 },
      title: "Không phải là số",
      text: "Hãy nhập số. Không phát sinh ghi “-”, có phát sinh nhưng chưa thu thập được ghi “…”.",
    });
    expect(rule!.formula).toBe('OR(ISNUMBER(D8),D8="-",D8="–",D8="…",D8="...")');
  }
  expect([inputRule({ ...area, role: "plan" }), inputRule({ ...area, role: "laterPlan" })]).toEqual([
    undefined,
    undefined,
  ]);
});

test("what may be typed without a question is a number or a mark that is read as none or not collected", () => {
  const area = fc.record({ column: fc.nat(30), top: fc.nat(60), rows: fc.nat(40) });
  const typed = fc.oneof(
    fc.double({ min: -1e9, max: 1e9, noNaN: true }),
    fc.constantFrom("-", "–", "…", "...", "—", "", "0", "1.750", "98,5%", "<6", "không", "..", "- ", true),
    fc.string({ maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.constantFrom("actual" as const, "samePeriod" as const), area, typed, (role, drawn, content) => {
      const { column, top, rows } = drawn;
      const rule = inputRule({ role, column, top, bottom: top + rows })!;
      expect(rule.area).toEqual({ top, bottom: top + rows, left: column, right: column });
      // What begins so is no content but a formula.
      fc.pre(typeof content !== "string" || !content.startsWith("="));
      const sheet = desk();
      sheet.type({ [address(top, column)]: content, ZZ1: `=${rule.formula}` });
      const [passes] = sheet.show("ZZ1");
      const figure = typeof content === "number" ? { kind: "number" } : readFigure(String(content));
      if (typeof content === "number") expect(passes).toBe(true);
      else if (passes === true) expect(["none", "missing"]).toContain(figure.kind);
      else expect(passes).toBe(false);
    }),
  );
});

describe("how high a row is", () => {
  /** A sheet of one column for names and two for figures, whose rows hold these cells. */
  const layoutOf = (cells: SheetLayout["cells"], more: Partial<SheetLayout> = {}): SheetLayout => ({
    ...layoutForm(formById("B01")!, YEAR, UNIT),
    cells,
    widths: [20, 8, 8],
    merges: [],
    headerRows: { first: 4, last: 5 },
    body: { top: 6, bottom: 8 },
    ...more,
  });
  const cell = (look: Look, value: string, indent?: number): LayoutCell => ({ look, value, ...(indent && { indent }) });
  const long = "Tỷ lệ trẻ em dưới một tuổi được tiêm chủng đầy đủ";
  const line = (size: number, lines: number) => Math.ceil((lines * size * 14) / 11) + 3;
  const bodyRow = (...cells: LayoutCell[]) => rowHeights(layoutOf([[], [], [], [], [], [], cells])).get(6);

  test("is that of its longest text, wrapped in its column", () => {
    const lines = linesOf(long, 20, LOOKS.label);
    expect(lines).toBeGreaterThan(1);
    expect(bodyRow(cell("label", long), cell("figure", "12"))).toBe(line(11, lines));
    expect(bodyRow(cell("label", "Tỷ lệ"), cell("centered", "người bệnh/10.000 dân"))).toBe(
      line(11, linesOf("người bệnh/10.000 dân", 8, LOOKS.centered)),
    );
  });
  test("leaves room for an indent", () => {
    const lines = linesOf(long, 20 - 2 * 4, LOOKS.label);
    expect(lines).toBeGreaterThan(linesOf(long, 20, LOOKS.label));
    expect(bodyRow(cell("label", long, 4))).toBe(line(11, lines));
  });
  test("is one line where a text is not wrapped, and no less in the table where nothing stands yet", () => {
    expect(bodyRow(cell("figure", "1.234.567.890.123.456"))).toBe(line(11, 1));
    expect(bodyRow(cell("figure", ""))).toBe(line(11, 1));
  });
  test("counts all columns that a cell is merged over, and only those of its own row", () => {
    const rows = [[], [], [], [cell("subtitle", long)]];
    const over = (top: number) => [{ top, bottom: top, left: 0, right: 2 }];
    expect(rowHeights(layoutOf(rows, { merges: over(3) })).get(3)).toBe(line(12, linesOf(long, 36, LOOKS.subtitle)));
    expect(rowHeights(layoutOf(rows, { merges: over(2) })).get(3)).toBe(line(12, linesOf(long, 20, LOOKS.subtitle)));
  });
  test("is left to the program above the table where nothing is wrapped", () => {
    const heights = rowHeights(layoutOf([[], [cell("number", "Biểu 01")], [], [], [cell("header", "TT")]]));
    expect([1, 3].map((row) => heights.has(row))).toEqual([false, false]);
  });
  test("is at least what title block and header have: 48 for a header of one row, 24 for the upper of two", () => {
    const rows = [[cell("unit", "Sở")], [], [cell("title", "Biểu")], [], [cell("header", "TT")], [cell("header", "A")]];
    const heights = (last: number) => {
      const found = rowHeights(layoutOf(rows, { headerRows: { first: 4, last } }));
      return [0, 2, 4, 5].map((row) => found.get(row));
    };
    expect(heights(5)).toEqual([32, 40, 48, line(11, 1)]);
    expect(heights(6)).toEqual([32, 40, 24, line(11, 1)]);
  });
});
