/**
 * SS: the column Đánh giá. Its words must follow from the figures, as the comparisons must.
 *
 * A column that we filled is held to our words. One of the user's own may judge in a way of its own ("Đạt" for all that is
 * on its way); there only a word is found that says the opposite of the figures.
 */

import { STATUS_WORDS, type Status } from "../../compare/assess";
import { assessmentWord, judgedRow, type JudgedRow } from "../../compare/judged-row";
import { isReadable } from "../../fill/assessment";
import { isAssessmentFormula, isPlainAssessment } from "../../fill/assessment-formulas";
import type { AssessmentCell } from "../../table/assessment-cells";
import type { FigureRow, FigureTable } from "../../table/figures";
import { cellText } from "../../table/grid";
import { fact } from "../../table/kept";
import { fold } from "../../text/fold";
import type { Draft, RuleId } from "../finding";
import { isFewTyped, labelOf, roleWords, type Rule } from "../rule";

const STATUS_BY_WORD: ReadonlyMap<string, Status> = new Map([
  ...Object.entries(STATUS_WORDS).map(([status, word]): [string, Status] => [fold(word), status as Status]),
  ["khong dat", "unmet"],
]);

/** What a word says, where it says the opposite of another one. */
const REACHED: ReadonlySet<Status> = new Set(["exceeded", "met", "onPace"]);
const NOT_REACHED: ReadonlySet<Status> = new Set(["behind", "unmet"]);

function checkAssessment(row: FigureRow, table: FigureTable): readonly Draft[] {
  const place = row.assessment;
  const judged = place && judgedRow(row, table);
  if (!place || !judged) return [];
  const { cell } = place;
  // Errors are Excel's to show; a formula without a result was never calculated.
  if (typeof cell?.value === "object" && cell.value !== null) return [];
  const stated = cellText(cell).trim();
  if (cell?.formula !== undefined) {
    if (!isAssessmentFormula(cell.formula) || cell.value === null) return [];
    const blank = isPlainAssessment(cell.formula) && !isReadable(judged);
    const expected = blank ? "" : assessmentWord(judged);
    return expected === stated ? [] : [draft(row, place, judged, stated, expected)];
  }
  const expected = assessmentWord(judged);
  if (fold(stated) === fold(expected)) return [];
  const isOurs = fact(table, measuresInOurWords).includes(asText(row.measure.id));
  const status = STATUS_BY_WORD.get(fold(stated));
  // Where there is nothing to say, what somebody typed is a note.
  if (expected === "") return isOurs && status !== undefined ? [draft(row, place, judged, stated, expected)] : [];
  const isWrong = isOurs || (status !== undefined && contradicts(status, judged.assessment.status));
  return isWrong ? [draft(row, place, judged, stated, expected)] : [];
}

function contradicts(stated: Status, right: Status): boolean {
  // In mid-year "Chưa đạt" also says that the year's target is still ahead.
  if (stated === "unmet") return right === "exceeded" || right === "met";
  return (REACHED.has(stated) && NOT_REACHED.has(right)) || (NOT_REACHED.has(stated) && REACHED.has(right));
}

function draft(row: FigureRow, place: AssessmentCell, judged: JudgedRow, stated: string, expected: string): Draft {
  const { cell } = place;
  const formula = cell?.formula !== undefined;
  return {
    ...about("SS8", row, place, stated),
    expected: expected === "" ? null : expected,
    related: [judged.actual.at, judged.target.at],
    facts: {
      label: labelOf(row),
      column: roleWords("assessment"),
      stated,
      ...(expected !== "" && { expected }),
      working: judged.assessment.sentence,
      formula,
      ...(stated === "" && { variant: "blank" }),
    },
    // A formula is mended by filling again.
    ...(!formula && { edit: { row: place.row, column: place.column, value: expected === "" ? null : expected } }),
  };
}

function about(rule: RuleId, row: FigureRow, place: AssessmentCell, stated: string) {
  return {
    rule,
    row: place.row,
    column: place.column,
    role: "assessment" as const,
    ...(row.code !== undefined && { code: row.code }),
    ...(row.measure.id !== "" && { measure: row.measure.id }),
    stated: stated === "" ? null : stated,
  };
}

/**
 * The measures whose column we filled: a formula of ours stands in it, or most of its words are those that the figures
 * give. In one text, as facts are; see {@link asText}.
 */
function measuresInOurWords(table: FigureTable): string {
  return [...table.assessmentColumns.keys()]
    .filter((measure) => speaksOurWords(table, measure))
    .map(asText)
    .join("");
}

const asText = (measure: string) => `[${measure}]`;

function speaksOurWords(table: FigureTable, measure: string): boolean {
  let words = 0;
  let right = 0;
  for (const row of table.rows) {
    if (row.measure.id !== measure) continue;
    const cell = row.assessment?.cell;
    if (cell?.formula !== undefined && isAssessmentFormula(cell.formula)) return true;
    const stated = fold(cellText(cell));
    const judged = stated === "" ? undefined : judgedRow(row, table);
    if (!judged) continue;
    words += 1;
    if (stated === fold(assessmentWord(judged))) right += 1;
  }
  return words > 0 && right * 2 >= words;
}

const stale: Rule = { id: "SS8", level: "warning", row: checkAssessment };

/** A word typed over a formula in a column of formulas: right today, stale tomorrow. */
const typedOver: Rule = {
  id: "SS9",
  level: "warning",
  table: (table) => [...table.assessmentColumns.keys()].flatMap((measure) => typedOverIn(table, measure)),
};

function typedOverIn(table: FigureTable, measure: string): readonly Draft[] {
  const filled = table.rows.flatMap((row) => {
    const place = row.measure.id === measure ? row.assessment : undefined;
    const stated = cellText(place?.cell).trim();
    return place && (stated !== "" || place.cell?.formula !== undefined) ? [{ row, place, stated }] : [];
  });
  const typed = filled.filter(({ place }) => place.cell?.formula === undefined);
  // A column of words is a choice (chốt số); a few words among formulas are slips. Wrong ones are found as such.
  if (!isFewTyped(typed.length, filled.length)) return [];
  return typed.flatMap(({ row, place, stated }): Draft[] => {
    const judged = judgedRow(row, table);
    if (!judged || fold(stated) !== fold(assessmentWord(judged))) return [];
    const facts = { label: labelOf(row), column: roleWords("assessment"), stated };
    return [{ ...about("SS9", row, place, stated), related: [], facts }];
  });
}

export const assessmentRules: readonly Rule[] = [stale, typedOver];
