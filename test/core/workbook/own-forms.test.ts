import { checkFigures } from "../../../src/core/check/engine";
import { recognise } from "../../../src/core/form/recognise";
import { learnTable } from "../../../src/core/learn/learn";
import { ownForm } from "../../../src/core/learn/own-form";
import { readFigures } from "../../../src/core/table/figures";
import type { Grid } from "../../../src/core/table/grid";
import { adoptSheet, recogniseSheet } from "../../../src/core/workbook/adopt";
import { memoryText, NO_MEMORY, parseMemory, remember } from "../../../src/core/workbook/memory";
import { forgetForm, rememberForm } from "../../../src/core/workbook/own-forms";
import type { SheetSnapshot } from "../../../src/core/workbook/port";
import { allForms } from "../../../src/forms";
import { formsOf } from "../../../src/forms/own";
import { asTyped } from "../../support/published";

const typed = asTyped("pl02");
/** Twelve rows of PL02 under its header: far less than a quarter of it. */
const FRAGMENT: Grid = { ...typed, rows: [...typed.rows.slice(0, 5), ...typed.rows.slice(128, 150)] };

const snapshotOf = (grid: Grid, name = "Trang"): SheetSnapshot => ({
  sheet: { id: "1", name, visible: true },
  sheets: [{ id: "1", name, visible: true }],
  grid,
  rowsLeftOut: 0,
  columnsLeftOut: 0,
  isProtected: false,
  properties: {},
  memory: null,
});

function stored(grid: Grid = FRAGMENT, id = "RIENG") {
  const binding = recognise(grid, [])!;
  const learned = learnTable(grid, binding);
  const accepted = new Set(learned.suggestions.map((one) => one.id));
  return { id, ...ownForm(learned, binding, { id, title: "Riêng", source: "bảng", accepted, note: () => "" }) };
}

test("a form of one's own travels in the workbook's memory and is recognised from it", () => {
  const { memory, damaged } = parseMemory(memoryText(rememberForm(NO_MEMORY, stored())));
  expect(damaged).toBe(false);
  const { forms } = formsOf(memory);
  expect(recogniseSheet(snapshotOf(FRAGMENT), memory, forms)).toMatchObject({
    kind: "adoptable",
    form: { id: "RIENG" },
  });
});

test("what else is remembered later leaves the forms alone", () => {
  const memory = remember(rememberForm(NO_MEMORY, stored()), "Trang", { ignoredRules: ["QH1"] });
  expect(parseMemory(memoryText(memory)).memory.forms).toHaveLength(1);
});

test("a form of lists in lists without end is left out, and the others still hold", () => {
  const endless = `{"id":"SAU","rows":"","meta":{"notes":${"[".repeat(100_000)}${"]".repeat(100_000)}}}`;
  const text = memoryText(rememberForm(NO_MEMORY, stored())).replace('"forms":[', `"forms":[${endless},`);
  const { memory, damaged } = parseMemory(text);
  expect(damaged).toBe(true);
  expect(parseMemory(memoryText(memory)).memory.forms).toHaveLength(1);
  expect(formsOf(memory).forms.at(-1)!.id).toBe("RIENG");
});

test.each<[string, unknown]>([
  ["a text", "x"],
  ["a list of nothing", [null]],
  ["a form without rows", [{ id: "RIENG", meta: {} }]],
  ["a form whose definition is a number", [{ id: "RIENG", meta: 3, rows: "" }]],
])("%s where forms should be is said to be damaged, and the rest still holds", (_, forms) => {
  const sheets = [{ sheet: "Trang", ignoredRules: ["QH1"] }];
  const read = parseMemory(JSON.stringify({ version: 1, sheets, forms }));
  expect(read.damaged).toBe(true);
  expect(read.memory.forms).toBeUndefined();
  expect(read.memory.sheets[0]!.ignoredRules).toEqual(["QH1"]);
});

test("a form that no longer loads is left out, and said", () => {
  const broken = { ...stored(), rows: "Mã số;Loại dòng\nCT001;gì đó\n" };
  expect(formsOf(rememberForm(NO_MEMORY, broken))).toMatchObject({ damaged: true, forms: allForms() });
});

test("a form in the memory never takes a shipped form's place", () => {
  const posing = { ...stored(), id: "PL02", meta: { ...(stored().meta as object), id: "PL02" } };
  expect(formsOf(rememberForm(NO_MEMORY, posing)).damaged).toBe(true);
});

test("a form that is forgotten takes its tables' adoption with it", () => {
  const memory = remember(rememberForm(NO_MEMORY, stored()), "Trang", {
    adopted: { formId: "RIENG", version: "1.0", unit: "", answers: [] },
  });
  const after = forgetForm(memory, "RIENG");
  expect(after.forms).toEqual([]);
  expect(after.sheets[0]!.adopted).toBeUndefined();
});

describe("a small part of a shipped form", () => {
  const forms = allForms();

  test("is of no known form until a person chooses it", () => {
    expect(recogniseSheet(snapshotOf(FRAGMENT), NO_MEMORY, forms).kind).toBe("unknown-form");
    const chosen = recogniseSheet(snapshotOf(FRAGMENT), NO_MEMORY, forms, "PL02");
    expect(chosen).toMatchObject({ kind: "adoptable", form: { id: "PL02" } });
    expect("recognised" in chosen && chosen.recognised).toBeGreaterThan(15);
  });

  test("a form that it has nothing of is not taken", () => {
    expect(recogniseSheet(snapshotOf(FRAGMENT), NO_MEMORY, forms, "B04").kind).toBe("unknown-form");
  });

  test("stays what it was taken for, and lacks no row that it never had", () => {
    const chosen = recogniseSheet(snapshotOf(FRAGMENT), NO_MEMORY, forms, "PL02");
    if (chosen.kind !== "adoptable") throw new Error(chosen.kind);
    const memory = adoptSheet(snapshotOf(FRAGMENT), NO_MEMORY, chosen, {});
    const again = recogniseSheet(snapshotOf(FRAGMENT), memory, forms);
    if (again.kind !== "adopted") throw new Error(again.kind);
    const { findings, unchecked } = checkFigures(readFigures(FRAGMENT, again.binding));
    expect(findings.filter(({ rule }) => rule === "CT1")).toEqual([]);
    expect(unchecked.find(({ reason }) => reason === "part-of-form")?.message).toContain("Phụ lục 02");
  });
});
