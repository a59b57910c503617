/** What holds of tables that are checked together and of explaining, whatever the figures. */

import fc from "fast-check";
import { acrossForms, checkTogether, withAcross } from "../../../src/core/check/across-forms";
import { checkFigures, checkTable, inSheetOrder } from "../../../src/core/check/engine";
import {
  explainFindings,
  isExplainable,
  withExplanation,
  type Explanation,
} from "../../../src/core/check/explanations";
import type { CheckResult, Finding } from "../../../src/core/check/finding";
import { readLinks } from "../../../src/core/form/links";
import type { Period } from "../../../src/core/form/period";
import { recognise } from "../../../src/core/form/recognise";
import { roundHalfAway } from "../../../src/core/number";
import { readFigures, type FigureTable } from "../../../src/core/table/figures";
import { formOf, grid, headerOf, meta, rate, type Written } from "../form/support";

const CODES = ["A", "B", "C"] as const;
const FORMS = ["MOT", "HAI", "BA"].map((id) =>
  formOf(
    CODES.map((code) => rate(code, `Tỷ lệ ${code}`)),
    meta(["label", "code", "plan", "actual", "samePeriod"], { id }),
  ),
);
const LINKS = readLinks(
  ["Nghĩa;Biểu;Mã số;Số đo", "a;MOT;A;", "a;HAI;A;", "a;BA;C;", "b;MOT;B;", "b;BA;B;"].join("\n"),
);
/** What an indicator of a form means; "" where no other form has it. */
const meaningOf = (form: string, code: string) =>
  LINKS.find(({ members }) => members.some((member) => member.form === form && member.code === code))?.meaning ?? "";

interface Drawn {
  readonly form: number;
  readonly period: Period;
  readonly unit: string | undefined;
  /** KH, TH and CK of each indicator. */
  readonly figures: readonly (readonly Written[])[];
}

/** Tables with sheets of different names. */
function tablesOf(drawn: readonly Drawn[]): FigureTable[] {
  return drawn.map(({ form: at, period, unit, figures }, index) => {
    const form = FORMS[at]!;
    const rows = CODES.map((code, row) => [`Tỷ lệ ${code}`, code, ...figures[row]!]);
    const sheet = grid([headerOf(form, period), ...rows], { sheet: `Trang ${index + 1}` });
    return readFigures(sheet, recognise(sheet, [form], { formId: form.id, period, ...(unit && { unit }) })!);
  });
}

const form = fc.nat(FORMS.length - 1);
const period = fc.constantFrom<Period>(
  { span: "year", year: 2023 },
  { span: "year", year: 2024 },
  { span: "half", year: 2024 },
);
const unit = fc.constantFrom(undefined, "Sở Y tế A", "SỞ Y TẾ A", "Sở Y tế B");
const figure = fc.constantFrom<Written>(20, 20.4, 20.5, 31, null, "…", "-", "<6", "20,5", "xem lại");
const figures = fc.array(fc.array(figure, { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 3 });
const tables = fc.array(fc.record({ form, period, unit, figures }), { minLength: 1, maxLength: 4 }).map(tablesOf);

/** Enough of these small tables to meet each way in which two of them can stand to each other. */
const RUNS = { numRuns: 25 };

const ofRule = ({ findings }: CheckResult, across: boolean) =>
  findings.filter(({ rule }) => (rule === "QH9") === across);

/** Each accusation as the cell that is accused and those that say otherwise. */
const accusations = (all: readonly FigureTable[], results: readonly CheckResult[]) =>
  results.map((result, index) => [
    all[index]!.grid.sheet,
    ofRule(result, true).map(({ cell, level, elsewhere }) => [
      cell,
      level,
      elsewhere!.map(({ sheet, cell: other, value }) => `${sheet} ${other} ${value}`).sort(),
    ]),
  ]);

describe("tables that are checked together", () => {
  test("a table alone has the findings that it has by itself", () => {
    fc.assert(
      fc.property(tables, ([table]) => {
        const { grid: sheet, binding } = table!;
        expect(checkTogether([table!], LINKS)).toEqual([checkTable(sheet, binding)]);
      }),
      RUNS,
    );
  });

  test("none loses a finding of its own, and what others say stands among them in the order of the sheet", () => {
    fc.assert(
      fc.property(tables, (all) => {
        checkTogether(all, LINKS).forEach((result, index) => {
          const own = checkFigures(all[index]!);
          expect(ofRule(result, false)).toEqual(own.findings);
          expect([result.unchecked, result.checked]).toEqual([own.unchecked, own.checked]);
          expect(result.findings).toEqual([...result.findings].sort(inSheetOrder));
        });
      }),
      RUNS,
    );
  });

  test("which of them comes first does not matter", () => {
    const orders = tables.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(orders, ([all, moved]) => {
        const found = new Map(accusations(moved, checkTogether(moved, LINKS)).map((one) => [one[0], one]));
        expect(all.map(({ grid: { sheet } }) => found.get(sheet))).toEqual(accusations(all, checkTogether(all, LINKS)));
      }),
      RUNS,
    );
  });

  test("who accuses is accused: of one unit, of one meaning, by a cell that says what it is said to say", () => {
    fc.assert(
      fc.property(tables, (all) => {
        const across = acrossForms(all, LINKS);
        const bySheet = new Map(all.map((table) => [table.grid.sheet, table]));
        const meaningAt = (table: FigureTable, at: string) => {
          const { code } = table.rows.find(({ cells }) => Object.values(cells).some((cell) => cell.at === at))!;
          return meaningOf(table.binding.form!.id, code!);
        };
        for (const [table, findings] of across) {
          for (const { cell, elsewhere } of findings) {
            for (const { sheet, cell: at, value } of elsewhere!) {
              const other = bySheet.get(sheet)!;
              const back = across.get(other)?.find((finding) => finding.cell === at)?.elsewhere;
              expect(back).toContainEqual(expect.objectContaining({ sheet: table.grid.sheet, cell }));
              const cells = other.rows.flatMap((row) => Object.values(row.cells));
              expect(cells.find((one) => one.at === at)!.value).toBe(value);
              expect(meaningAt(other, at)).toBe(meaningAt(table, cell));
              const units = [table, other].flatMap(({ binding }) => binding.unit?.toLowerCase() ?? []);
              expect(new Set(units).size).toBeLessThanOrEqual(1);
              // Sheets of one form that name no unit may be those of several districts.
              if (units.length < 2) expect(other.binding.form).not.toBe(table.binding.form);
            }
          }
        }
      }),
      RUNS,
    );
  });

  test("forms that tell of the same true figures, each in its own decimals, are never held against each other", () => {
    /** By what the indicator means and what the column is of: "a done 2024-year". */
    const truth = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 16, maxLength: 16 });
    const decimals = fc.array(fc.nat(3), { minLength: 9, maxLength: 9 });
    const states = fc.tuple(truth, fc.array(fc.tuple(form, period, unit, decimals), { minLength: 2, maxLength: 4 }));
    fc.assert(
      fc.property(states, ([values, sheets]) => {
        const known = new Map<string, number>();
        const figureOf = (what: string) => {
          if (!known.has(what)) known.set(what, values[known.size % values.length]! / 1000);
          return known.get(what)!;
        };
        const all = tablesOf(
          sheets.map(([at, when, of, places]) => ({
            form: at,
            period: when,
            unit: of,
            figures: CODES.map((code, row) => {
              const meaning = meaningOf(FORMS[at]!.id, code) || `${FORMS[at]!.id} ${code}`;
              const { span, year } = when;
              const moments = [`plan ${year}`, `${span} ${year}`, `${span} ${year - 1}`];
              return moments.map((moment, column) => {
                const stated = figureOf(`${meaning} ${moment}`);
                return roundHalfAway(stated, places[3 * row + column]!);
              });
            }),
          })),
        );
        expect([...acrossForms(all, LINKS).values()].flat().map(({ message }) => message)).toEqual([]);
      }),
      RUNS,
    );
  });

  test("what other tables say may come at once or one by one", () => {
    fc.assert(
      fc.property(tables, (all) => {
        const across = acrossForms(all, LINKS);
        for (const table of all) {
          const own = checkFigures(table);
          const said = across.get(table) ?? [];
          const once = withAcross(own, said);
          const one = said.reduce<CheckResult>((result, finding) => withAcross(result, [finding]), own);
          expect(one.findings).toEqual(once.findings);
        }
      }),
      RUNS,
    );
  });
});

describe("explaining", () => {
  const AT = "2024-07-11T07:32:00.000Z";

  test("with a reason given for everything, all that can be explained is, and all else stays open", () => {
    fc.assert(
      fc.property(tables, (all) => {
        checkTogether(all, LINKS).forEach((result, index) => {
          const table = all[index]!;
          const given = result.findings.reduce<readonly Explanation[]>(
            (reasons, finding) => withExplanation(reasons, finding, table, { text: "Đã rà soát", at: AT, stale: [] }),
            [],
          );
          const { open, explained } = explainFindings(result, table, given);
          const findings = (which: (finding: Finding) => boolean) => result.findings.filter(which);
          expect(explained.map(({ finding }) => finding)).toEqual(findings(isExplainable));
          expect(open).toEqual(findings((finding) => !isExplainable(finding)));
          // The gate holds back errors, and hints ask for nothing.
          expect(open.filter(({ level }) => level === "warning")).toEqual([]);
          expect(explained.filter(({ finding }) => finding.level !== "warning")).toEqual([]);
        });
      }),
      RUNS,
    );
  });
});
