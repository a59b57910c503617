import fc from "fast-check";
import { checkFigures } from "../../../src/core/check/engine";
import {
  draftFor,
  explainedBy,
  explainFindings,
  explanationText,
  LONGEST_EXPLANATION,
  withExplanation,
  withoutExplanation,
  type Explanation,
} from "../../../src/core/check/explanations";
import type { Finding } from "../../../src/core/check/finding";
import { recognise } from "../../../src/core/form/recognise";
import { readFigures, type FigureTable } from "../../../src/core/table/figures";
import type { Grid } from "../../../src/core/table/grid";
import { allForms } from "../../../src/forms";
import { asTyped } from "../../support/published";
import { count, formOf, grid, headerOf, type Written } from "../form/support";

const FORM = formOf([
  count("KHAM", "Tổng số lượt khám", { "Bằng tổng": "TINH + HUYEN" }),
  count("TINH", "Tuyến tỉnh"),
  count("HUYEN", "Tuyến huyện"),
]);

/** Chỉ tiêu, Mã số, KH, TH, CK: the total of CK does not add up, which is a warning. */
const ROWS: readonly (readonly Written[])[] = [
  ["Tổng số lượt khám", "KHAM", null, 1000, 930],
  ["Tuyến tỉnh", "TINH", null, 400, 400],
  ["Tuyến huyện", "HUYEN", null, 600, 500],
];

const AT = "2024-07-11T07:32:00.000Z";

function tableOf(rows: readonly (readonly Written[])[], more: Partial<Grid> = {}): FigureTable {
  const sheet = grid([headerOf(FORM), ...rows], more);
  return readFigures(sheet, recognise(sheet, [FORM], { formId: FORM.id })!);
}

/** The rows with one cell changed: row and column from 0, under the header. */
function changed(row: number, column: number, value: Written): Written[][] {
  return ROWS.map((cells, at) => (at === row ? cells.with(column, value) : [...cells]));
}

function findingOf(table: FigureTable, rule: string): Finding {
  return checkFigures(table).findings.find((finding) => finding.rule === rule)!;
}

function given(table = tableOf(ROWS), text = "Số năm trước đã chốt"): Explanation[] {
  return withExplanation([], findingOf(table, "QH1"), table, { text, at: AT, stale: [] });
}

function withoutCode(finding: Finding): Finding {
  const bare: { code?: string } & Omit<Finding, "code"> = { ...finding };
  delete bare.code;
  return bare;
}

function sorted(rows: readonly (readonly Written[])[] | FigureTable, explanations: readonly Explanation[]) {
  const table = "grid" in rows ? rows : tableOf(rows);
  const result = explainFindings(checkFigures(table), table, explanations);
  const names = (findings: readonly Finding[]) => findings.map(({ cell, rule }) => `${cell} ${rule}`);
  return {
    open: names(result.open).filter((name) => name.includes("QH")),
    explained: names(result.explained.map(({ finding }) => finding)),
    stale: result.stale.length,
  };
}

describe("an explained warning", () => {
  test("is no longer open, and says why it stands", () => {
    const table = tableOf(ROWS);
    const { explained } = explainFindings(checkFigures(table), table, given());
    expect(explained[0]!.explanation).not.toHaveProperty("measure");
    expect(explained.map(({ explanation }) => explanation)).toEqual([
      {
        rule: "QH1",
        row: "KHAM",
        role: "samePeriod",
        figure: "930; HUYEN/samePeriod=500; TINH/samePeriod=400",
        text: "Số năm trước đã chốt",
        at: AT,
      },
    ]);
    expect(sorted(ROWS, given())).toEqual({ open: [], explained: ["E2 QH1"], stale: 0 });
  });

  test("is open before, and with no explanation at all", () => {
    expect(sorted(ROWS, [])).toEqual({ open: ["E2 QH1"], explained: [], stale: 0 });
  });

  test.each([
    ["its own figure", changed(0, 4, 931)],
    ["another figure that takes part", changed(2, 4, 501)],
  ])("returns when %s changes", (_, rows) => {
    expect(sorted(rows, given())).toEqual({ open: ["E2 QH1"], explained: [], stale: 1 });
  });

  test.each([
    ["a figure that takes no part changes", changed(1, 3, 400.4), "E2 QH1"],
    ["rows move", [ROWS[2]!, ROWS[1]!, ROWS[0]!], "E4 QH1"],
    ["a row is inserted above", [["Ghi chú riêng", null, 5], ...ROWS], "E3 QH1"],
    ["a number is written as text", changed(0, 4, "930"), "E2 QH1"],
    ["another program reckoned the last digits", changed(2, 4, { value: 500.00000000000006, formula: "A1" }), "E2 QH1"],
  ])("stays explained when %s", (_, rows, place) => {
    expect(sorted(rows as Written[][], given()).explained).toEqual([place]);
  });

  test("is stale when it has been mended, and holds again when the same figures are back", () => {
    const explanations = given();
    expect(sorted(changed(0, 4, 900), explanations)).toEqual({ open: [], explained: [], stale: 1 });
    expect(sorted(ROWS, explanations).explained).toEqual(["E2 QH1"]);
  });

  test("is open again when its explanation is taken away, and the others stay", () => {
    const table = tableOf(ROWS);
    const other: Explanation = { ...given()[0]!, row: "TINH" };
    expect(withoutExplanation([other, ...given()], findingOf(table, "QH1"), table)).toEqual([other]);
  });
});

describe("what an explanation is given for", () => {
  const one = (finding: Partial<Finding>, table = tableOf(ROWS)) =>
    explainedBy({ ...findingOf(tableOf(ROWS), "QH1"), ...finding }, table);

  test("is the cell itself once, also where a finding names it among the others", () => {
    expect(one({ related: ["E2", "E3"] }).figure).toBe("930; TINH/samePeriod=400");
  });

  test("are the cells beside the table too, by their column", () => {
    const table = tableOf([[...ROWS[0]!, null, null, "Ghi chú"], ...ROWS.slice(1)]);
    expect(one({ related: ["H2", "A1", "?"] }, table).figure).toBe("930; /label=Chỉ tiêu; KHAM/7=Ghi chú");
  });

  test("of a missing row is told by its own code, not by that of the row where it stands", () => {
    expect(one({ code: "MOI" }).row).toBe("MOI");
  });

  test("of a row without a code is told by its label, whatever the row's place", () => {
    const strange: Written[] = ["Ghi chú  RIÊNG", null, 5];
    const finding = withoutCode(findingOf(tableOf(ROWS), "QH1"));
    for (const rows of [
      [...ROWS, strange],
      [strange, ...ROWS],
    ]) {
      const row = rows.indexOf(strange) + 1;
      expect(explainedBy({ ...finding, row }, tableOf(rows)).row).toBe("ghi chu rieng#1");
    }
    const both = tableOf([strange, ...ROWS, strange]);
    expect([1, 5].map((row) => explainedBy({ ...finding, row }, both).row)).toEqual([
      "ghi chu rieng#1",
      "ghi chu rieng#2",
    ]);
  });

  test("of a code that stands twice is told which of the two it is", () => {
    const twice = tableOf([...ROWS, ROWS[0]!]);
    expect([1, 4].map((row) => one({ row, cell: `E${row + 1}`, related: [] }, twice).row)).toEqual(["KHAM", "KHAM#2"]);
  });

  test("of a column as a whole is what its header says of it", () => {
    expect(one({ row: 0, related: [], facts: { label: "", column: "Cùng kỳ", stated: "trống" } }).figure).toBe("trống");
  });

  test("in another sheet is that sheet's figure", () => {
    const elsewhere = [
      { sheet: "B03", cell: "F2", value: 20.5 },
      { sheet: "B01", cell: "F2", value: 1 },
    ];
    expect(one({ related: [], elsewhere }).figure).toBe("930; B01=1; B03=20.5");
  });
});

describe("in a form of several measures", () => {
  const sheet = asTyped("pl01");
  const table = readFigures(sheet, recognise(sheet, allForms())!);
  const findingIn = (measure: string): Finding => {
    const entry = table.rows.find((row) => row.measure.id === measure && row.cells.actual?.value !== undefined)!;
    const { row, column, at } = entry.cells.actual!;
    const base = findingOf(tableOf(ROWS), "QH1");
    return { ...base, row, column, cell: at, measure, code: entry.code!, role: "actual", related: [] };
  };
  const [cases, deaths] = [findingIn("mac"), findingIn("chet")];

  test("a reason for the cases is none for the deaths of the same row", () => {
    const given = withExplanation([], cases, table, { text: "Đúng", at: AT, stale: [] });
    expect(given[0]).toMatchObject({ measure: "mac" });
    const { open, explained } = explainFindings({ findings: [cases, deaths] }, table, given);
    expect(explained.map(({ finding }) => finding)).toEqual([cases]);
    expect(open).toEqual([deaths]);
  });

  test("a figure that takes part is told with its measure", () => {
    expect(explainedBy({ ...cases, related: [deaths.cell] }, table).figure).toMatch(/; \w+\/actual\.chet=\d/);
  });
});

describe("what cannot be explained", () => {
  test("an error, whatever the workbook says", () => {
    const table = tableOf(changed(0, 3, 1100));
    const error = checkFigures(table).findings.find(({ level }) => level === "error")!;
    const forged: Explanation = { ...explainedBy(error, table), text: "Cứ để vậy", at: AT };
    const { open, explained } = explainFindings(checkFigures(table), table, [forged]);
    expect(open).toContainEqual(error);
    expect(explained).toEqual([]);
  });
});

describe("a reason given anew", () => {
  test("takes the place of the one before for the same figures", () => {
    const table = tableOf(ROWS);
    const again = withExplanation(given(), findingOf(table, "QH1"), table, { text: "Khác", at: AT, stale: [] });
    expect(again.map(({ text }) => text)).toEqual(["Khác"]);
  });

  test("takes the place of the one for figures that have changed, which is its draft", () => {
    const table = tableOf(changed(0, 4, 931));
    const finding = findingOf(table, "QH1");
    const { stale } = explainFindings(checkFigures(table), table, given());
    expect(draftFor(finding, table, stale)).toBe("Số năm trước đã chốt");
    const again = withExplanation(given(), finding, table, { text: "Đã xem lại", at: AT, stale });
    expect(again.map(({ text, figure }) => [text, figure.split(";")[0]])).toEqual([["Đã xem lại", "931"]]);
  });

  test("leaves those of other cells and rules alone", () => {
    const other: Explanation = { ...given()[0]!, row: "TINH", text: "Của dòng khác" };
    const table = tableOf(ROWS);
    const both = withExplanation([other], findingOf(table, "QH1"), table, { text: "Đúng", at: AT, stale: [other] });
    expect(both.map(({ text }) => text)).toEqual(["Của dòng khác", "Đúng"]);
    expect(draftFor(findingOf(table, "QH1"), table, [other])).toBeUndefined();
  });
});

describe("the words", () => {
  test("are one line without what cannot be seen, and not too long", () => {
    expect(explanationText("  Dịch sởi\r\n\tđầu năm\u200b ")).toBe("Dịch sởi đầu năm");
    expect(explanationText("ă".repeat(5_000))).toHaveLength(LONGEST_EXPLANATION);
  });
});

describe("Điện Biên's published page", () => {
  const sheet = asTyped("pl02");
  const table = readFigures(sheet, recognise(sheet, allForms())!);
  const result = checkFigures(table);
  const warnings = result.findings.filter(({ level }) => level === "warning");
  const all = warnings.map((finding): Explanation => ({ ...explainedBy(finding, table), text: "Đã xem", at: AT }));

  test("every warning can be explained, each by its own reason", () => {
    expect(warnings.length).toBeGreaterThan(50);
    expect(new Set(all.map((one) => JSON.stringify(one))).size).toBe(warnings.length);
    const { open, explained, stale } = explainFindings(result, table, all);
    expect(explained.map(({ finding }) => finding)).toEqual(warnings);
    expect(open.some(({ level }) => level === "warning")).toBe(false);
    expect(stale).toEqual([]);
  });

  test("a warning about many cells keeps a short mark of them, which differs when one of them does", () => {
    const block = warnings.find(({ related }) => related.length > 20) ?? warnings[0]!;
    const figures = [table, tableWithout(table)].map((one) => explainedBy({ ...block, related: manyCells() }, one));
    expect(figures[0]!.figure.length).toBeLessThanOrEqual(200);
    expect(figures[0]!.figure).not.toBe(figures[1]!.figure);
  });

  const manyCells = () => table.rows.flatMap(({ cells }) => (cells.actual ? [cells.actual.at] : [])).slice(0, 200);

  /** The same table with the figure of one of those cells taken away. */
  function tableWithout(from: FigureTable): FigureTable {
    const cell = from.rows.find(({ cells }) => cells.actual?.value !== undefined)!.cells.actual!;
    const rows = from.grid.rows.map((cells, row) => (row === cell.row ? cells.with(cell.column, undefined) : cells));
    return readFigures({ ...from.grid, rows }, from.binding);
  }
});

test("every finding is open or explained, and a reason that is taken back leaves what was there", () => {
  const figures = fc.array(fc.nat(60), { minLength: 9, maxLength: 9 });
  const texts = fc.array(fc.tuple(fc.nat(9), fc.constantFrom("đã chốt", "số điều chỉnh")), { maxLength: 5 });
  const codes = ["KHAM", "TINH", "HUYEN"];
  fc.assert(
    fc.property(figures, texts, (drawn, given) => {
      const rows = codes.map((code, at) => [code, code, ...drawn.slice(at * 3, at * 3 + 3)]);
      const sheet = grid([headerOf(FORM), ...rows]);
      const table = readFigures(sheet, recognise(sheet, [FORM], { formId: FORM.id })!);
      const result = checkFigures(table);
      const warnings = result.findings.filter(({ level }) => level === "warning");
      let explanations: Explanation[] = [];
      const told = new Map<string, string>();
      for (const [at, text] of given) {
        const finding = warnings[at % Math.max(1, warnings.length)];
        if (!finding) continue;
        const { stale } = explainFindings(result, table, explanations);
        explanations = withExplanation(explanations, finding, table, { text, at: "2024-07-11T07:31:00.000Z", stale });
        told.set(JSON.stringify(explainedBy(finding, table)), text);
      }
      const { open, explained, stale } = explainFindings(result, table, explanations);
      expect(new Set([...open, ...explained.map(({ finding }) => finding)])).toEqual(new Set(result.findings));
      expect(open.length + explained.length).toBe(result.findings.length);
      expect(stale).toEqual([]);
      for (const { finding, explanation } of explained) {
        expect(explanation.text).toBe(told.get(JSON.stringify(explainedBy(finding, table))));
        const without = withoutExplanation(explanations, finding, table);
        expect(explainFindings(result, table, without).open).toContain(finding);
      }
    }),
    { numRuns: 30 },
  );
});

test("a reason that is kept is kept as it is, in one line", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), fc.nat(60), (text, times) => {
      const kept = explanationText(text.repeat(times));
      expect(explanationText(kept)).toBe(kept);
      expect(kept).not.toMatch(/[\n\r\t]/);
      expect(kept.length).toBeLessThanOrEqual(LONGEST_EXPLANATION);
    }),
  );
});
