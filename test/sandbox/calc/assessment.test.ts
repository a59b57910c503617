/** The formulas of the column "Đánh giá", of both kinds, come to the words of the assessment itself. */

import { STATUS_WORDS } from "../../../src/core/compare/assess";
import { assessTable } from "../../../src/core/compare/assess-table";
import { JUDGED } from "../../../src/core/compare/outlook";
import { planAssessment } from "../../../src/core/fill/assessment";
import { parsePeriod, type Period } from "../../../src/core/form/period";
import { recognise } from "../../../src/core/form/recognise";
import { readFigures, type FigureTable } from "../../../src/core/table/figures";
import { address, cellAt, cellText, placeOf, type Cell } from "../../../src/core/table/grid";
import { readFigure, roundHalfAway } from "../../../src/core/number";
import { allForms, formById } from "../../../src/forms";
import type { CalcValue } from "../../../src/sandbox/host/calc/types";
import { asPrinted, asTyped } from "../../support/published";
import { FORM, formOf, percent, tableOf, type Written } from "../../core/table/support";
import { desk } from "./support";

const contentOf = (cell: Cell | undefined): CalcValue => cell?.value ?? null;

/** The word of every row by its place in the column, as the assessment says it; what was not collected is missing. */
function words(table: FigureTable, column: number): Map<string, string> {
  return new Map(
    assessTable(table).flatMap(({ cell, status, reached, target }) => {
      const row = Number(/\d+/.exec(cell)![0]) - 1;
      const given = cellText(cellAt(table.grid, row, placeOf(cell)!.column)).trim() !== "";
      const missing = status === "noData" && given && !reached && target.kind !== "absent";
      return JUDGED.includes(status) || missing ? [[address(row, column), STATUS_WORDS[status]] as const] : [];
    }),
  );
}

/** Every cell whose formula says something else than the assessment. */
function differing(table: FigureTable, mode: "functions" | "formulas"): { wrong: string[]; judged: number } {
  const plan = planAssessment(table, mode);
  const expected = words(table, plan.columns[0]!.column);
  const unread = new Set(plan.leftBlank.filter(({ why }) => why === "text-figure").map(({ at }) => at));
  const at = desk();
  at.type(
    Object.fromEntries(
      table.grid.rows.flatMap((cells, row) => cells.map((cell, column) => [address(row, column), contentOf(cell)])),
    ),
  );
  const formulas = plan.edits.filter(({ formula }) => formula !== undefined);
  at.type(Object.fromEntries(formulas.map(({ row, column, formula }) => [address(row, column), `=${formula!}`])));
  const wrong = formulas.flatMap(({ row, column, value, formula }) => {
    const place = address(row, column);
    const [shown] = at.show(place);
    const word = unread.has(place) ? "" : (expected.get(place) ?? "");
    return shown === word && value === word
      ? []
      : [`${place} =${formula!}: ${JSON.stringify(shown)}, planned ${value}, ${word}`];
  });
  const written = new Set(formulas.map(({ row, column }) => address(row, column)));
  const missed = [...expected.keys()].filter((place) => !written.has(place));
  return { wrong: [...wrong, ...missed], judged: plan.judged };
}

describe("PL02 of Điện Biên as published", () => {
  test.each([
    ["our functions, over numbers", asTyped("pl02"), "functions", 480],
    ["our functions, over the printed texts", asPrinted("pl02"), "functions", 480],
    ["plain formulas", asTyped("pl02", Infinity), "formulas", 480],
    ["plain formulas, over the printed texts, which they leave blank", asPrinted("pl02"), "formulas", 0],
  ] as const)("%s", (_what, grid, mode, least) => {
    const { wrong, judged } = differing(readFigures(grid, recognise(grid, allForms())!), mode);
    expect(wrong).toEqual([]);
    expect(judged).toBeGreaterThanOrEqual(least);
  });

  test("words: the same as the assessment, row by row", () => {
    const grid = asTyped("pl02");
    const table = readFigures(grid, recognise(grid, allForms())!);
    const plan = planAssessment(table, "values");
    const written = plan.edits.flatMap(({ row, column, value }): [string, unknown][] =>
      value === null || row <= table.binding.header.bottom ? [] : [[address(row, column), value]],
    );
    expect(new Map(written)).toEqual(words(table, plan.columns[0]!.column));
  });
});

const FIGURES: readonly Written[] = [
  ...[2001, 2000, 1000, 999, 103, 107.04, 98.46, 98.5, 0, -1, null, "-", "–", "…", "98,5", "1.750"],
  ...[
    "<6",
    "≤ 98,5",
    "≥1000",
    "> 98,46",
    "khoảng 98,5",
    "trên 95%",
    percent(0.9846),
    percent(null),
    { error: "#REF!" },
  ],
];

const CODES = ["KHAM", "GIUONG", "CS", "SINH3", "GT", "CHET"];

describe.each(["functions", "formulas"] as const)("every figure against every target, by %s", (mode) => {
  test.each([["2024-Q1"], ["2024-6T"], ["2024-9T"], ["2024-N"], [undefined]])("in the period %s", (code) => {
    const period: Period | undefined = code === undefined ? undefined : parsePeriod(code);
    for (const indicator of CODES) {
      const lines = FIGURES.flatMap((actual) => FIGURES.map((plan) => [indicator, plan, actual] as const));
      // An error in a cell is Excel's to show: the formula passes it on.
      const sound = lines.filter(({ 1: plan, 2: actual }) => !isError(plan) && !isError(actual));
      const { wrong, judged } = differing(tableOf(FORM, sound, { ...(period && { period }) }), mode);
      expect(wrong).toEqual([]);
      expect(judged).toBeGreaterThan(50);
    }
  });
});

describe("targets as the provinces set them", () => {
  const TARGETS = ["<6", "< 45", "≤2", "≥10,8", ">86%", "trên 95%", "dưới 35%", "tối thiểu 93%", "khoảng 0,38%"];

  /** Figures at, just beside and far from what a target asks. */
  function around(target: string): Written[] {
    const figure = readFigure(target);
    const value = "value" in figure && typeof figure.value === "number" ? figure.value : 50;
    const beside = [-1, -0.1, -0.004, 0, 0.004, 0.1, 1].map((by) => roundHalfAway(value + by, 3));
    return [...beside, 0, value * 3, "-", "…", null];
  }

  test.each(["MT136", "CTCY", "B01"])("every kind of indicator of %s, by functions, formulas and words alike", (id) => {
    // CTCY sets next year's plan beside this year's figures and is not judged as it ships; its targets can be.
    const form = { ...formById(id)!, assessed: true };
    // A line of the test's table: the code, then the columns from the third on.
    const line = (code: string, plan: Written, actual: Written): [string, ...Written[]] => [
      code,
      ...form.columns.slice(2).map(({ role }) => (role === "plan" ? plan : role === "actual" ? actual : null)),
    ];
    // Indicators that are judged alike are one case, unless the form sets them a target of their own.
    const alike = new Map(
      form.indicators.map((one) => [JSON.stringify([one.direction, one.accrual, one.decimals, one.presets]), one]),
    );
    const lines = [...alike.values()].flatMap(({ code, presets }) =>
      [...TARGETS, ...(presets.plan === undefined ? [] : [presets.plan]), "85", "0,38"].flatMap((target) => {
        const plan = /^[\d,]+$/.test(target) ? Number(target.replace(",", ".")) : target;
        return around(target).map((actual) => line(code, plan, actual));
      }),
    );
    const table = tableOf(form, lines, { period: parsePeriod("2024-N")! });
    const column = planAssessment(table, "values").columns[0]!.column;
    expect(differing(table, "functions").wrong).toEqual([]);
    expect(differing(table, "formulas").wrong).toEqual([]);
    const typed = planAssessment(table, "values").edits.flatMap(({ row, value }): [string, unknown][] =>
      value === null || row === 0 ? [] : [[address(row, column), value]],
    );
    expect(new Map(typed)).toEqual(words(table, column));
    expect(typed.length).toBeGreaterThan(alike.size * 50);
  });
});

const isError = (written: Written) => typeof written === "object" && written !== null && "error" in written;

describe("where there is nothing to judge", () => {
  test("an indicator that is not judged gets neither word nor formula", () => {
    const form = formOf(["A;chỉ tiêu;1;1;;Số hộ;hộ;số đếm;thời điểm;không;0;PT;có;cộng"]);
    const table = tableOf(form, [["A", 100, 90]], { period: parsePeriod("2024-6T")! });
    for (const mode of ["functions", "formulas", "values"] as const) {
      const { edits, judged } = planAssessment(table, mode);
      expect(edits.map(({ row }) => row)).toEqual([0]);
      expect(judged).toBe(0);
    }
  });
});
