import { strFromU8, unzipSync } from "fflate";
import { checkFigures } from "../../src/core/check/engine";
import { planFill } from "../../src/core/fill/fill";
import { layoutForm } from "../../src/core/form/layout";
import { parsePeriod } from "../../src/core/form/period";
import { recognise } from "../../src/core/form/recognise";
import { sendable } from "../../src/core/submit/copy-sheet";
import { gateOf, type Gate } from "../../src/core/submit/gate";
import { verifyCopy } from "../../src/core/submit/verify";
import { readFigures, type FigureTable } from "../../src/core/table/figures";
import type { Cell, CellEdit, Grid } from "../../src/core/table/grid";
import { allForms, formById } from "../../src/forms";
import { openWorkbook } from "../../src/xlsx/open";
import { makeSentCopy } from "../../src/xlsx/sent-copy";
import { publishedInputs, PERIOD, UNIT } from "../cli/support";
import { asTyped } from "../support/published";

const period = parsePeriod(PERIOD)!;
const AT = new Date("2024-07-11T01:30:00Z");

/** Our own sheet with Điện Biên's figures, its derived columns as formulas. */
function ours(change: (rows: (Cell | undefined)[][]) => void = () => undefined): FigureTable {
  const form = formById("PL02")!;
  const layout = layoutForm(form, period, UNIT);
  const rows: (Cell | undefined)[][] = layout.cells.map((cells) =>
    Array.from(cells, (cell) => cell && { value: cell.value, ...(cell.format && { format: cell.format }) }),
  );
  const put = ({ row, column, value, formula }: CellEdit) => {
    const format = rows[row]![column]?.format;
    rows[row]![column] = { value, ...(formula !== undefined && { formula }), ...(format && { format }) };
  };
  publishedInputs().forEach(put);
  const grid: Grid = { sheet: "Bản nháp nội bộ", rows };
  const hint = { formId: "PL02", period, unit: UNIT };
  planFill(readFigures(grid, recognise(grid, [form], hint)!), "functions").edits.forEach(put);
  change(rows);
  return readFigures(grid, recognise(grid, [form], hint)!);
}

/** A table typed elsewhere, taken for PL02. */
function adopted(grid = asTyped("pl02")): FigureTable {
  return readFigures(grid, { ...recognise(grid, allForms())!, period, unit: UNIT });
}

/** A gate that lets the table through: what a copy is like does not depend on what was found. */
function passed(table: FigureTable): Gate {
  const gate = gateOf({ table, result: checkFigures(table), explanations: [] });
  return { ...gate, ready: true };
}

async function sent(table: FigureTable) {
  const copy = await makeSentCopy({
    tables: [{ ...sendable(table)!, gate: passed(table) }],
    person: "Nguyễn Thị A",
    at: AT,
  });
  return { ...copy, book: await openWorkbook(copy.bytes) };
}

async function verified(bytes: Uint8Array) {
  const book = await openWorkbook(bytes);
  return verifyCopy({ sheets: book.sheets.map(({ name }) => name), grid: (name) => book.grid(name) }, allForms());
}

describe("the copy for sending", () => {
  test("of our own sheet", async () => {
    const { book, bytes } = await sent(ours());
    expect(book.sheets.map(({ name }) => name)).toEqual(["PL02", "Phiếu kiểm tra"]);
    expect(await verified(bytes)).toMatchObject({ kind: "read", tables: [{ outcome: "same" }] });
  });
  test("of an adopted table", async () => {
    const { bytes } = await sent(adopted());
    expect(await verified(bytes)).toMatchObject({ kind: "read", tables: [{ outcome: "same" }] });
  });

  test("has nothing in it but values: no formula, comment, hidden thing, name or property of the working file", async () => {
    const table = ours((rows) => {
      rows[12]![1] = { value: "=cmd|' /C calc'!A0" };
      rows[13]![1] = { value: "<script>@SUM(1)</script>" };
    });
    const { bytes, book } = await sent({ ...table, grid: { ...table.grid, hiddenRows: new Set([20]) } });
    const parts = unzipSync(bytes);
    expect(
      Object.keys(parts).filter((name) => /comment|customXml|custom\.xml|externalLink|vml|calcChain/i.test(name)),
    ).toEqual([]);
    const all = Object.values(parts)
      .map((part) => strFromU8(part))
      .join("\n");
    expect(all).not.toMatch(/<f[ >/]|hidden=|veryHidden|Bản nháp nội bộ|SOVOIKH|BieuYTe\.|[A-Z]:\\|file:/);
    expect([...all.matchAll(/<definedName [^>]*name="([^"]+)"/g)].map(([, name]) => name)).toEqual(
      expect.not.arrayContaining([expect.stringMatching(/^(?!_xlnm\.Print_)/)]),
    );
    const { rows } = book.grid("PL02");
    expect(rows[12]![1]).toMatchObject({ value: "=cmd|' /C calc'!A0" });
    expect(rows[13]![1]).toMatchObject({ value: "<script>@SUM(1)</script>" });
  });
});
