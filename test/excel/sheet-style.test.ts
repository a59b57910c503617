import { layoutForm } from "../../src/core/form/layout";
import { placeOf } from "../../src/core/table/grid";
import { LOOKS } from "../../src/core/form/look";
import { columnPoints } from "../../src/excel/format";
import { columnFormats, contentOf, heightAreas, styledAreas } from "../../src/excel/sheet-style";
import { freeName } from "../../src/core/workbook/sheet-name";
import { formById } from "../../src/forms";
import { HALF_2024 } from "../core/form/support";

const PL02 = layoutForm(formById("PL02")!, HALF_2024, "Sở Y tế tỉnh Điện Biên");

/** What the assignments give each cell, the later over the earlier. */
function stylesOf(layout: typeof PL02) {
  const styles = new Map<string, string>();
  for (const { addresses, style } of styledAreas(layout)) {
    for (const area of addresses.flatMap((text) => text.split(","))) {
      const [from, to] = area.split(":").map((text) => placeOf(text)!);
      for (let row = from!.row; row <= (to ?? from!).row; row += 1) {
        for (let column = from!.column; column <= (to ?? from!).column; column += 1) {
          styles.set(`${row},${column}`, JSON.stringify(style));
        }
      }
    }
  }
  return styles;
}

test("each cell of PL02 gets the look that the layout gives it, in a handful of assignments", () => {
  const styles = stylesOf(PL02);
  PL02.cells.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      if (!cell) return;
      const wanted = { ...LOOKS[cell.look], ...(cell.indent !== undefined && { indent: cell.indent }) };
      const given = styles.get(`${row},${column}`) ?? JSON.stringify(LOOKS.figure);
      expect(given).toBe(JSON.stringify(wanted));
    });
  });
  const assignments = styledAreas(PL02).flatMap(({ addresses }) => addresses);
  expect(assignments.length).toBeLessThan(30);
  expect(assignments.join("").length).toBeLessThan(20_000);
});

test("each figure gets the number format of its indicator", () => {
  for (const { area, common, others } of columnFormats(PL02)) {
    for (let row = area.top; row <= area.bottom; row += 1) {
      const wanted = PL02.cells[row]![area.left]?.format;
      if (wanted !== undefined) expect(others?.[row - area.top]?.[0] ?? common).toBe(wanted);
    }
  }
});

test("rows of one height are one area, and every row of the table has one", () => {
  const rows = heightAreas(PL02).flatMap(({ addresses }) =>
    addresses
      .flatMap((text) => text.split(","))
      .flatMap((part) => {
        const [first, last] = part.split(":").map(Number);
        return Array.from({ length: last! - first! + 1 }, (_, index) => first! - 1 + index);
      }),
  );
  expect(new Set(rows).size).toBe(rows.length);
  for (let row = PL02.body.top; row <= PL02.body.bottom; row += 1) expect(rows).toContain(row);
});

test("figures given at once stand in the sheet's content, and labels that begin with a dash stay texts", () => {
  const row = PL02.rowOf.values().next().value!;
  const { formulas } = contentOf(PL02, [{ row, column: 5, value: 12 }]);
  expect(formulas[row]![5]).toBe(12);
  const labels = formulas.flat().filter((cell) => typeof cell === "string" && /[-+]/.test(cell.charAt(0)));
  expect(labels).toEqual([]);
});

test("a name that is taken gets a number, whatever its case, within Excel's 31 letters", () => {
  expect(freeName("PL02", ["Sheet1"])).toBe("PL02");
  expect(freeName("PL02", ["pl02", "PL02 (2)"])).toBe("PL02 (3)");
  const long = "Biểu tổng hợp của toàn ngành năm";
  expect(freeName(long, [long.slice(0, 31)])).toBe(`${long.slice(0, 27)} (2)`);
});

test("a column of the default width has the default width in points", () => {
  // Excel's default column: 8,43 characters, 64 pixels, 48 points.
  expect(columnPoints(8.43)).toBeCloseTo(48, 0);
});
