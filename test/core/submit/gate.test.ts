/** The five questions before sending, each answered yes and no, on Điện Biên's annex with its mistakes mended. */

import { checkFigures } from "../../../src/core/check/engine";
import { recognise } from "../../../src/core/form/recognise";
import { gateOf, type Gate, type GateInput, type GateQuestion } from "../../../src/core/submit/gate";
import { GATE_TEXTS as ENGLISH } from "../../../src/core/submit/texts.en";
import { GATE_TEXTS } from "../../../src/core/submit/texts.vi";
import { readFigures, type FigureTable } from "../../../src/core/table/figures";
import type { Binding } from "../../../src/core/table/binding";
import { explained, mendedTable, place, reasonsFor, type Changes, type Rows } from "../../support/mended";

const passing = explained();

const item = (gate: Gate, question: GateQuestion) => gate.items.find((one) => one.question === question)!;
const answer = (gate: Gate, question: GateQuestion) => GATE_TEXTS.answer(item(gate, question), gate.counts);
const openOnes = (gate: Gate) => gate.items.filter(({ state }) => state === "open").map(({ question }) => question);

/** The gate of a sheet with changes, every warning explained that is still there. */
function gateAfter(changes: Changes, input: Partial<GateInput> = {}): Gate {
  return gateOf({ ...explained(changes), ...input });
}

/** The same table under another binding. */
function rebound({ grid, binding }: FigureTable, change: Partial<Binding>): FigureTable {
  return readFigures(grid, { ...binding, ...change });
}

describe("a gate that is open", () => {
  const gate = gateOf(passing);
  test("says yes to all five questions and how many warnings were explained", () => {
    expect(gate.ready).toBe(true);
    expect(gate.items.map(({ question, state }) => [question, state])).toEqual([
      ["complete", "done"],
      ["errors", "done"],
      ["warnings", "done"],
      ["derived", "done"],
      ["definition", "done"],
    ]);
    expect(gate.counts).toMatchObject({ errors: 0, warnings: 11, explained: 11, unchecked: gate.unchecked.length });
    expect(answer(gate, "complete")).toBe("Đủ số ở các chỉ tiêu bắt buộc.");
    expect(answer(gate, "warnings")).toBe("Đã giải trình 11/11 cảnh báo.");
  });
  test("names what was not checked, which closes nothing", () => {
    expect(gate.unchecked.length).toBeGreaterThan(0);
    expect(gate.unchecked).toEqual(passing.result.unchecked);
  });
});

describe("figures complete", () => {
  const blank = place("LAO_04", "actual");
  const withoutOne = { typed: (rows: Rows) => (rows[blank.row]![blank.column] = undefined) };
  test("a required cell that is blank closes it, as that question alone", () => {
    const { table, result } = explained(withoutOne);
    const gate = gateOf({ table, result, explanations: passing.explanations });
    expect(openOnes(gate)).toEqual(["complete"]);
    expect(item(gate, "complete").findings.map(({ cell, rule }) => `${cell} ${rule}`)).toEqual(["F15 TH1"]);
    expect(answer(gate, "complete")).toBe("1 chỗ còn thiếu số: điền, hoặc giải trình.");
    expect(answer(gate, "warnings")).toBe("Đã giải trình 11/11 cảnh báo.");
  });
  test("with a reason it may stay blank, which is said and not called complete", () => {
    const gate = gateAfter(withoutOne);
    expect(gate.ready).toBe(true);
    expect(item(gate, "complete").state).toBe("note");
    expect(answer(gate, "complete")).toBe("1 chỗ còn thiếu số, đã giải trình.");
    expect(gate.counts).toMatchObject({ warnings: 12, explained: 12 });
    expect(answer(gate, "warnings")).toBe("Đã giải trình 11/11 cảnh báo.");
  });
  test("a figure that occurred and was not collected asks for a reason", () => {
    const { table, result } = explained({ typed: (rows) => (rows[blank.row]![blank.column] = { value: "…" }) });
    const gate = gateOf({ table, result, explanations: passing.explanations });
    expect(openOnes(gate)).toEqual(["complete"]);
    expect(item(gate, "complete").findings.map(({ rule }) => rule)).toEqual(["TH2"]);
  });
  test("a figure that is stated as none is there", () => {
    const { row, column } = place("PHONG_02", "actual");
    expect(item(gateAfter({ typed: (rows) => (rows[row]![column] = { value: "-" }) }), "complete").state).toBe("done");
  });
  test("is not said of a table whose form nobody knows", () => {
    const table = mendedTable({ filled: (rows) => rows.forEach((cells) => (cells[2] = undefined)) });
    const unknown = readFigures(table.grid, recognise(table.grid, [])!);
    const gate = gateOf({ table: unknown, result: checkFigures(unknown), explanations: [] });
    expect(openOnes(gate)).toEqual(expect.arrayContaining(["complete", "errors", "definition"]));
    expect(answer(gate, "complete")).toBe("Chưa kiểm tra: chưa nhận ra biểu nên không biết chỉ tiêu nào bắt buộc.");
    expect(answer(gate, "errors")).toContain("Chưa kiểm tra tổng, tỷ lệ");
    expect(ENGLISH.answer(item(gate, "complete"), gate.counts)).toMatch(/^Not checked/);
    expect(gate.ready).toBe(false);
  });
  test("of a part of the form only that part is said, and the rest is no bar", () => {
    const { table } = passing;
    const part = rebound(table, { rows: table.binding.rows.slice(0, 40), unbound: [] });
    const result = checkFigures(part);
    const gate = gateOf({ table: part, result, explanations: reasonsFor(part, result) });
    expect(item(gate, "complete").state).toBe("note");
    expect(answer(gate, "complete")).toBe("Chỉ kiểm tra phần có trong bảng: 40/575 chỉ tiêu của biểu.");
  });
  test("a column that the table does not have is said to be unchecked", () => {
    const { table } = passing;
    const without = rebound(table, { columns: table.binding.columns.filter(({ role }) => role !== "samePeriod") });
    const gate = gateOf({ table: without, result: checkFigures(without), explanations: [] });
    expect(item(gate, "complete").state).toBe("note");
    expect(answer(gate, "complete")).toBe("Chưa kiểm tra cột Cùng kỳ: bảng không có cột này.");
    expect(ENGLISH.answer(item(gate, "complete"), gate.counts)).toContain("no such column: Same period");
  });
});

describe("no errors left", () => {
  test.each([
    ["a total that does not follow from its parts", "LAO_07", "actual", { value: 999 }, /^QH/],
    ["an error of Excel", "LAO_03", "actual", { value: { error: "#REF!" } }, /^SO/],
    ["a text that is no figure", "LAO_03", "actual", { value: "nhiều" }, /^SO/],
  ] as const)("%s closes it", (_, code, role, cell, rule) => {
    const { row, column } = place(code, role);
    const gate = gateAfter({ typed: (rows) => (rows[row]![column] = { ...rows[row]![column], ...cell }) });
    expect(openOnes(gate)).toContain("errors");
    expect(item(gate, "errors").findings.map((finding) => finding.rule)).toContainEqual(expect.stringMatching(rule));
    expect(gate.ready).toBe(false);
  });
  test("a number that is kept as text is no bar", () => {
    const { row, column } = place("LAO_03", "actual");
    const gate = gateAfter({ typed: (rows) => (rows[row]![column] = { value: "1.200" }) });
    expect(item(gate, "errors").findings).toEqual([]);
  });
  test("a reason opens no error", () => {
    const { row, column } = place("LAO_07", "actual");
    const { table, result } = explained({ typed: (rows) => (rows[row]![column] = { value: 999 }) });
    const asWarnings = result.findings.map((finding) => ({ ...finding, level: "warning" as const }));
    const reasons = reasonsFor(table, { ...result, findings: asWarnings });
    const gate = gateOf({ table, result, explanations: reasons });
    expect(openOnes(gate)).toContain("errors");
    expect(gate.counts.errors).toBe(result.findings.filter(({ level }) => level === "error").length);
  });
});

describe("warnings explained", () => {
  test("one without a reason closes it", () => {
    const gate = gateOf({ ...passing, explanations: passing.explanations.slice(1) });
    expect(openOnes(gate)).toEqual(["warnings"]);
    expect(answer(gate, "warnings")).toBe("1 cảnh báo cần sửa hoặc giải trình (đã giải trình 10/11).");
  });
  test("a reason is void once its figure has changed, and is named as such", () => {
    const { row, column } = place("LAO_03", "samePeriod");
    const { table, result } = explained({ typed: (rows) => (rows[row]![column] = { value: 10_045 }) });
    const gate = gateOf({ table, result, explanations: passing.explanations });
    expect(openOnes(gate)).toEqual(["warnings"]);
    expect(gate.stale).toHaveLength(1);
    expect(gate.counts).toMatchObject({ warnings: 11, explained: 10 });
  });
  test("a reason whose row is gone is void, which is no bar", () => {
    const gone = { ...passing.explanations[0]!, row: "LAO_99" };
    const gate = gateOf({ ...passing, explanations: [...passing.explanations, gone] });
    expect(gate.ready).toBe(true);
    expect(gate.stale).toEqual([gone]);
  });
  test("hints ask for nothing", () => {
    const gate = gateOf(passing);
    expect(gate.counts.hints).toBeGreaterThan(0);
    expect(gate.ready).toBe(true);
  });
});

describe("derived columns right", () => {
  const vsPlan = place("LAO_03", "vsPlan");
  test("a So với KH that does not follow closes it, as that question alone", () => {
    const gate = gateAfter({ filled: (rows) => (rows[vsPlan.row]![vsPlan.column] = { value: 99.9, format: "0.0" }) });
    expect(openOnes(gate)).toEqual(["derived"]);
    expect(answer(gate, "derived")).toBe("1 ô So với KH, So với cùng kỳ không khớp số liệu.");
  });
  test("a formula without a result closes it: there is no value to send", () => {
    const gate = gateAfter({
      filled: (rows) => (rows[vsPlan.row]![vsPlan.column] = { value: null, formula: "SOVOIKH(F14,E14)" }),
    });
    expect(openOnes(gate)).toContain("derived");
    expect(item(gate, "derived").remarks).toEqual([{ kind: "not-calculated", cells: ["H14"] }]);
  });
});

describe("the form, its period and its unit", () => {
  const { table, result, explanations } = passing;
  test.each([
    ["period", { period: undefined }, "no-period"],
    ["unit", { unit: "  " }, "no-unit"],
  ])("nobody knows the %s: closed", (_, change, kind) => {
    const binding = { ...table.binding, ...change } as Binding;
    const gate = gateOf({ table: { ...table, binding }, result, explanations });
    expect(openOnes(gate)).toEqual(["definition"]);
    expect(item(gate, "definition").remarks).toEqual([{ kind }]);
  });
  test("another version of the definition is a note", () => {
    const gate = gateOf({ ...passing, madeWith: "0.9" });
    expect(gate.ready).toBe(true);
    expect(item(gate, "definition")).toMatchObject({
      state: "note",
      remarks: [{ kind: "other-version", made: "0.9" }],
    });
    expect(item(gateOf({ ...passing, madeWith: table.binding.form!.version }), "definition").state).toBe("done");
  });
  test("rows that were taken for an indicator without certainty are a note", () => {
    const rows = table.binding.rows.map((row, index) => (index < 3 ? { ...row, confidence: 0.7 } : row));
    const gate = gateOf({ table: { ...table, binding: { ...table.binding, rows } }, result, explanations });
    expect(gate.ready).toBe(true);
    expect(answer(gate, "definition")).toBe("3 dòng nhận chưa chắc là chỉ tiêu nào.");
  });
});

test("every finding that closes the gate belongs to exactly one question", () => {
  const { row, column } = place("LAO_07", "actual");
  const blank = place("LAO_03", "actual");
  const gate = gateOf({
    ...explained({
      typed: (rows) => {
        rows[row]![column] = { value: 999 };
        rows[blank.row]![blank.column] = undefined;
      },
      filled: (rows) => (rows[place("SR_01", "vsPlan").row]![place("SR_01", "vsPlan").column] = { value: 1 }),
    }),
    explanations: [],
  });
  const blocking = gate.items.flatMap(({ findings }) => findings);
  expect(new Set(blocking).size).toBe(blocking.length);
  expect(blocking).toHaveLength(gate.counts.errors + gate.counts.warnings);
});
