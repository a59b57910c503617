/** The Phiếu kiểm tra of a sent copy: what it says, that it reads back, and what it tells of a copy that was changed. */

import { checkFigures } from "../../../src/core/check/engine";
import type { Unchecked } from "../../../src/core/check/finding";
import { layoutForm, type SheetLayout } from "../../../src/core/form/layout";
import { parsePeriod } from "../../../src/core/form/period";
import { recognise } from "../../../src/core/form/recognise";
import { fingerprintOf, groupedFingerprint } from "../../../src/core/submit/fingerprint";
import { gateOf, type Gate } from "../../../src/core/submit/gate";
import { readSlip, slipLayout, SLIP_SHEET, type Slip, type SlipTable } from "../../../src/core/submit/slip";
import { figureChanges, verifyCopy, verifyTable } from "../../../src/core/submit/verify";
import { readFigures, type FigureTable } from "../../../src/core/table/figures";
import type { Cell, Grid } from "../../../src/core/table/grid";
import { formById } from "../../../src/forms";
import { reasonsFor } from "../../support/mended";

const form = formById("B01")!;
const period = parsePeriod("2020-N")!;
const UNIT = "Sở Y tế tỉnh Lai Châu";
const official = layoutForm(form, period, UNIT);
const columnOf = (role: string) => official.columns.find((column) => column.role === role)!.column;

type Rows = (Cell | undefined)[][];

const gridOf = ({ name, cells, merges }: SheetLayout): Grid => ({
  sheet: name,
  rows: cells.map((row) => Array.from(row, (cell) => cell && { value: cell.value })),
  merges,
});

/** B01 with 50 planned, 40 done and 38 the year before in every row but CB_10, which was not collected, and what a test changes of it. */
function b01(change: (rows: Rows) => void = () => undefined, sheet = "B01"): FigureTable {
  const { rows, ...rest } = gridOf(official);
  const filled: Rows = rows.map((cells) => [...cells]);
  for (const { code } of form.indicators) {
    const cells = filled[official.rowOf.get(code)!]!;
    cells[columnOf("plan")] = { value: 50 };
    cells[columnOf("actual")] = { value: code === "CB_10" ? "…" : 40 };
    cells[columnOf("samePeriod")] = { value: 38 };
  }
  change(filled);
  const grid: Grid = { ...rest, rows: filled, sheet };
  return readFigures(grid, recognise(grid, [form], { formId: "B01", period, unit: UNIT })!);
}

const typed = (code: string, value: Cell["value"]) => (rows: Rows) =>
  void (rows[official.rowOf.get(code)!]![columnOf("actual")] = { value });

const table = b01();
const result = checkFigures(table);
const gate = gateOf({ table, result, explanations: reasonsFor(table, result) });

const tableOnSlip = async (of: Partial<Gate> = {}, more: Partial<SlipTable> = {}): Promise<SlipTable> => ({
  table,
  form,
  period,
  unit: UNIT,
  sheet: "B01",
  gate: { ...gate, ...of },
  fingerprint: await fingerprintOf(table),
  placeInCopy: ({ row, column }) => ({ row: row + 1, column }),
  ...more,
});

const slipOf = (...tables: readonly SlipTable[]): Slip => ({
  person: " Nguyễn  Thị A ",
  at: new Date("2024-12-31T17:05:00Z"),
  tables,
});

const saidOn = ({ cells }: SheetLayout) =>
  cells.map((row) => row.map((cell) => String(cell?.value ?? "")).filter((text) => text !== ""));

describe("what a slip says", () => {
  const nothing: Partial<Gate> = { items: [], explained: [], unchecked: [] };

  test("names person, moment in Vietnam, table, form, period, unit, what was checked and both fingerprints", async () => {
    const counts = {
      ...gate.counts,
      cells: 1_234,
      rules: 45,
      errors: 0,
      warnings: 7,
      explained: 7,
      hints: 2,
      unchecked: 0,
    };
    const one = await tableOnSlip({ ...nothing, counts });
    const said = saidOn(await slipLayout(slipOf(one))).filter((line) => line.length > 0);
    expect(said.slice(0, -2)).toEqual([
      ["SỞ Y TẾ TỈNH LAI CHÂU"],
      ["PHIẾU KIỂM TRA SỐ LIỆU"],
      ["(Kèm theo bản nộp; dùng để đối chiếu số liệu sau khi gửi)"],
      ["Người lập", "Nguyễn Thị A"],
      ["Thời điểm kiểm tra", "01/01/2025 00:05 (giờ Việt Nam)"],
      ["Trang tính", "B01"],
      ["Biểu", `B01 ${form.number}`.trim()],
      ["Bản định nghĩa", form.version],
      ["Kỳ báo cáo", "2020-N (năm 2020)"],
      ["Đơn vị báo cáo", UNIT],
      ["Đã kiểm tra", "1.234 ô, 45 quy tắc"],
      ["Kết quả kiểm tra", "Lỗi 0; Cảnh báo 7, đã giải trình 7; Gợi ý 2; Chưa kiểm tra được 0"],
      ["Dấu vân tay số liệu", groupedFingerprint(one.fingerprint)],
    ]);
    expect(said.at(-2)).toEqual(["Dấu vân tay của phiếu", expect.stringMatching(/^[0-9a-f]{8}( [0-9a-f]{8}){7}$/)]);
    expect(said.at(-1)![0]).toMatch(/^Đối chiếu bằng Biểu Y tế/);
  });

  test("lists every explained warning with its cell in the copy, the row and column, the warning and the reason", async () => {
    const index = gate.explained.findIndex(({ finding }) => finding.rule === "TH2");
    const { finding, explanation } = gate.explained[index]!;
    const said = saidOn(await slipLayout(slipOf(await tableOnSlip())));
    const start = said.findIndex((line) => line.join("|") === "STT|Ô|Chỉ tiêu, cột|Cảnh báo|Giải trình") + 1;
    expect(start).toBeGreaterThan(0);
    const cell = finding.cell.replace(/\d+$/, (row) => String(Number(row) + 1));
    expect(said[start + index]).toEqual([
      String(index + 1),
      cell,
      "Công suất sử dụng giường bệnh · Thực hiện",
      `${finding.rule}: ${finding.message}`,
      explanation.text,
    ]);
    const numbers = said.slice(start, start + gate.explained.length).map(([number]) => number);
    expect(numbers).toEqual(gate.explained.map((_, at) => String(at + 1)));
  });

  test("a warning whose cell does not go along has no address", async () => {
    const one = await tableOnSlip({ explained: gate.explained.slice(0, 1) }, { placeInCopy: () => undefined });
    const line = saidOn(await slipLayout(slipOf(one))).find(([number]) => number === "1")!;
    expect(line[1]).toBe("Số bác sĩ/vạn dân · So với KH");
  });

  const unchecked = (count: number, more: Partial<Unchecked> = {}) =>
    Array.from({ length: count }, (_, at): Unchecked => {
      return { reason: "missing-figure", message: `thiếu số ở dòng ${at + 1}`, ...more };
    });

  test.each([
    ["five of a kind one by one", unchecked(5), unchecked(5).map(({ message }) => ["Quan hệ thiếu số", message])],
    ["more of a kind as their number", unchecked(6), [["Quan hệ thiếu số", "6 chỗ"]]],
    [
      "with the codes that they concern, each once",
      [...unchecked(5, { code: "CB_02" }), ...unchecked(1, { code: "CB_01" })],
      [["Quan hệ thiếu số", "6 chỗ: CB_02, CB_01"]],
    ],
    [
      "each kind by itself",
      [...unchecked(1), ...unchecked(1, { reason: "part-of-form", message: "20/30 chỉ tiêu" })],
      [
        ["Quan hệ thiếu số", "thiếu số ở dòng 1"],
        ["Chỉ có một phần của biểu", "20/30 chỉ tiêu"],
      ],
    ],
  ])("what was not checked is told: %s", async (_, all, lines) => {
    const said = saidOn(await slipLayout(slipOf(await tableOnSlip({ ...nothing, unchecked: all }))));
    const start = said.findIndex((line) => line.join("|") === "STT|Chưa kiểm tra được|Nội dung") + 1;
    expect(said.slice(start, start + lines.length)).toEqual(lines.map((line, at) => [String(at + 1), ...line]));
    expect(said[start + lines.length]).toEqual([]);
  });

  test("remarks of the gate stand on one line, and no line is there where there are none", async () => {
    const noted = gateOf({
      table,
      result,
      explanations: gate.explained.map(({ explanation }) => explanation),
      madeWith: "0.9",
    });
    const lines = async (of: Partial<Gate>) =>
      saidOn(await slipLayout(slipOf(await tableOnSlip(of)))).filter(([name]) => name === "Lưu ý");
    const [[, remark] = [], ...more] = await lines({ items: noted.items });
    expect(remark).toContain(`Biểu lập theo định nghĩa bản 0.9, kiểm tra theo bản ${form.version}.`);
    expect(more).toEqual([]);
    expect(await lines({ items: [] })).toEqual([]);
  });

  test("every line takes the whole width of the page, whatever it holds", async () => {
    const layout = await slipLayout(slipOf(await tableOnSlip({ unchecked: unchecked(2) })));
    const width = layout.widths.length;
    layout.cells.forEach((cells, row) => {
      if (cells.length === 0) return;
      const merges = layout.merges.filter(({ top, bottom }) => top === row && bottom === row);
      const covered = new Set<number>();
      const under = new Set<number>();
      for (const { left, right } of merges) {
        for (let column = left; column <= right; column += 1) covered.add(column);
        for (let column = left + 1; column <= right; column += 1) under.add(column);
      }
      cells.forEach((_, column) => covered.add(column));
      expect([...covered].sort()).toEqual(Array.from({ length: width }, (_, column) => column));
      // Under a merged cell Excel keeps one text: nothing may be lost there.
      for (const column of under) expect(cells[column]?.value ?? "").toBe("");
    });
    expect(layout).toMatchObject({
      name: SLIP_SHEET,
      orientation: "portrait",
      body: { bottom: layout.cells.length - 1 },
      inputs: [],
      names: [],
      columns: [],
    });
  });
});

describe("a slip read again", () => {
  const made = async (...tables: readonly SlipTable[]) => gridOf(await slipLayout(slipOf(...tables)));
  const two = async () => {
    const other = parsePeriod("2024-6T")!;
    return made(await tableOnSlip(), await tableOnSlip({}, { sheet: "Kỳ sau", period: other, unit: "TTYT  huyện" }));
  };

  test("says what was put on it, table by table", async () => {
    const fingerprint = await fingerprintOf(table);
    const common = { formId: "B01", version: form.version, fingerprint };
    expect(await readSlip(await two())).toEqual({
      kind: "slip",
      person: "Nguyễn Thị A",
      at: "01/01/2025 00:05 (giờ Việt Nam)",
      untouched: true,
      tables: [
        { ...common, sheet: "B01", period, unit: UNIT },
        { ...common, sheet: "Kỳ sau", period: { span: "half", year: 2024 }, unit: "TTYT huyện" },
      ],
    });
  });

  test("reads from moved rows and columns", async () => {
    const grid = await two();
    const rows = grid.rows.flatMap((cells) => [[undefined, { value: " " }, ...cells], []]);
    expect(await readSlip({ ...grid, rows })).toMatchObject({ kind: "slip", untouched: true });
  });

  test("another word on it is noticed", async () => {
    const grid = await two();
    const rows = grid.rows.map((cells) =>
      cells.map((cell) => (cell?.value === "Nguyễn Thị A" ? { value: "Nguyễn Thị B" } : cell)),
    );
    expect(await readSlip({ ...grid, rows })).toMatchObject({ kind: "slip", person: "Nguyễn Thị B", untouched: false });
  });

  test("what stands below its own fingerprint is no part of it", async () => {
    const grid = await two();
    const rows = [...grid.rows, [{ value: "Đã nhận ngày 02/01/2025" }]];
    expect(await readSlip({ ...grid, rows })).toMatchObject({ untouched: true });
  });

  test.each([
    "Trang tính",
    "Biểu",
    "Bản định nghĩa",
    "Kỳ báo cáo",
    "Đơn vị báo cáo",
    "Dấu vân tay số liệu",
    "Dấu vân tay của phiếu",
  ])("without the line %s it is damaged, and the line is named", async (line) => {
    const grid = await made(await tableOnSlip());
    const rows = grid.rows.filter(([first]) => first?.value !== line);
    expect(await readSlip({ ...grid, rows })).toEqual({ kind: "damaged", problem: { line } });
  });

  test.each([
    ["Kỳ báo cáo", "hôm qua"],
    ["Dấu vân tay số liệu", "12345678"],
    ["Dấu vân tay của phiếu", "không có"],
  ])("a line %s that says %s does not read", async (line, words) => {
    const grid = await made(await tableOnSlip());
    const rows = grid.rows.map((cells) =>
      cells[0]?.value === line ? cells.map((cell, at) => (at === 2 ? { value: words } : cell)) : cells,
    );
    expect(await readSlip({ ...grid, rows })).toEqual({ kind: "damaged", problem: { line } });
  });
});

describe("a copy compared with its slip", () => {
  /** A copy with its slip, and the sheets as somebody changed them since. */
  async function verified(sheets: Readonly<Record<string, FigureTable>>, slipName = SLIP_SHEET, forms = [form]) {
    const slip = gridOf(await slipLayout(slipOf(await tableOnSlip())));
    const all: Record<string, Grid> = { [slipName]: slip };
    for (const [name, { grid }] of Object.entries(sheets)) all[name] = grid;
    return verifyCopy({ sheets: Object.keys(all), grid: (name) => all[name]! }, forms);
  }
  const outcomeOf = async (...given: Parameters<typeof verified>) => {
    const copy = await verified(...given);
    return copy.kind === "read" ? copy.tables.map(({ outcome }) => outcome) : copy.kind;
  };

  test("holds the figures that were checked", async () => {
    expect(await verified({ B01: table })).toMatchObject({
      kind: "read",
      slip: { untouched: true },
      tables: [{ outcome: "same", said: { sheet: "B01" }, now: await fingerprintOf(table) }],
    });
    expect(await outcomeOf({ B01: table }, SLIP_SHEET.normalize("NFD"))).toEqual(["same"]);
  });
  test("a figure that was changed shows", async () => {
    expect(await outcomeOf({ B01: b01(typed("CB_06", 41)) })).toEqual(["changed"]);
    expect(await outcomeOf({ B01: b01(typed("CB_06", "")) })).toEqual(["changed"]);
  });
  test("a sheet that was renamed is found by its form; a sheet that keeps its name is the one that is meant", async () => {
    expect(await outcomeOf({ "Bản gửi": table })).toEqual(["same"]);
    expect(await outcomeOf({ "Bản nháp": table, B01: b01(typed("CB_06", 41)) })).toEqual(["changed"]);
  });
  test("a sheet that is gone, or of no form that is known, is told", async () => {
    expect(await outcomeOf({})).toEqual(["no-sheet"]);
    expect(await outcomeOf({ B01: table }, SLIP_SHEET, [formById("MT136")!])).toEqual(["no-sheet"]);
  });
  test("a workbook without a slip says nothing of its figures", async () => {
    expect(await outcomeOf({ B01: table }, "Phiếu")).toBe("no-slip");
  });
  test("a slip that does not read is told with its line", async () => {
    const book = { sheets: [SLIP_SHEET], grid: (sheet: string): Grid => ({ sheet, rows: [], merges: [] }) };
    expect(await verifyCopy(book, [form])).toEqual({ kind: "damaged", problem: { line: "Dấu vân tay của phiếu" } });
  });
  test("figures that differ under another version of the form are no proof of a change", async () => {
    const fingerprint = await fingerprintOf(table);
    const said = { sheet: "B01", formId: "B01", version: "0.9", period, unit: UNIT, fingerprint };
    expect(await verifyTable(said, table)).toMatchObject({ outcome: "other-version" });
    expect(await verifyTable({ ...said, version: form.version }, b01(typed("CB_06", 41)))).toMatchObject({
      outcome: "changed",
    });
    expect(await verifyTable(said, undefined)).toEqual({ said, outcome: "no-sheet" });
    expect(await verifyTable({ ...said, formId: "PL01" }, table)).toMatchObject({ outcome: "no-sheet" });
  });
});

describe("which figures differ", () => {
  const at = (code: string) => `${"ABCDEFGH"[columnOf("actual")]}${official.rowOf.get(code)! + 1}`;
  const changes = (before: FigureTable, after: FigureTable) =>
    figureChanges(before, after).map(({ row, role, before: was, after: is }) => [row, role, was, is].join(" "));

  test("none between a table and the same in another order, as text, or with - for 0", () => {
    const zero = b01(typed("CB_06", 0));
    const otherwise = b01((rows) => {
      typed("CB_06", "-")(rows);
      const [a, b] = ["CB_07", "CB_08"].map((code) => official.rowOf.get(code)!);
      [rows[a!], rows[b!]] = [rows[b!]!, rows[a!]!];
    });
    expect(figureChanges(zero, otherwise)).toEqual([]);
  });
  test("each with its row, column, label, both figures and both addresses", () => {
    expect(figureChanges(table, b01(typed("CB_06", 41)))).toEqual([
      {
        row: "CB_06",
        measure: "",
        role: "actual",
        label: table.rows.find(({ code }) => code === "CB_06")!.label,
        before: "40",
        after: "41",
        atBefore: at("CB_06"),
        atAfter: at("CB_06"),
      },
    ]);
  });
  test("a blank, … and 0 are three figures", () => {
    expect(changes(table, b01(typed("CB_06", null)))).toEqual(["CB_06 actual 40 "]);
    expect(changes(b01(typed("CB_06", null)), b01(typed("CB_06", "…")))).toEqual(["CB_06 actual  …"]);
    expect(changes(b01(typed("CB_06", 0)), b01(typed("CB_06", null)))).toEqual(["CB_06 actual 0 "]);
  });
  test("a row that is gone, and one that is new", () => {
    const without = b01((rows) => void rows.splice(official.rowOf.get("CB_06")!, 1));
    const gone = figureChanges(table, without);
    expect(gone.map(({ row, role, before, after }) => [row, role, before, after])).toEqual([
      ["CB_06", "plan", "50", undefined],
      ["CB_06", "actual", "40", undefined],
      ["CB_06", "samePeriod", "38", undefined],
    ]);
    expect(gone.every((change) => !("atAfter" in change))).toBe(true);
    const back = figureChanges(without, table);
    expect(back.map(({ row, role, before, after }) => [row, role, before, after])).toEqual([
      ["CB_06", "plan", undefined, "50"],
      ["CB_06", "actual", undefined, "40"],
      ["CB_06", "samePeriod", undefined, "38"],
    ]);
    expect(back.every((change) => !("atBefore" in change))).toBe(true);
  });
  test("of a row that stands twice only the one that differs", () => {
    const twice = (value: number) =>
      b01((rows) => {
        const row = official.rowOf.get("CB_06")!;
        const again = [...rows[row]!];
        again[columnOf("actual")] = { value };
        rows.splice(row + 1, 0, again);
      });
    expect(changes(twice(7), twice(8))).toEqual(["CB_06 actual 7 8"]);
    expect(changes(twice(7), table)).toEqual(["CB_06 plan 50 ", "CB_06 actual 7 ", "CB_06 samePeriod 38 "]);
  });
});
