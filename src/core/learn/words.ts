/** Suggestions in words, with the figures that bear them out. */

import { shortLabel } from "../text/label";
import { writeFigure, writeInteger } from "../number";
import type { LearnTexts } from "./texts.vi";
import type { Learned, LearnedRow, Suggestion } from "./types";

/** "dòng 12 = dòng 13 + dòng 14 ở cả 3 cột" */
export function suggestionWords({ rows, inputs }: Learned, suggestion: Suggestion, texts: LearnTexts): string {
  const name = (at: number) => texts.row(writeInteger(rows[at]!.row + 1));
  const { type, row, others, columns, factor = 1 } = suggestion;
  const [first = row, second = row] = others;
  const where = texts.columns(columns.length, inputs.length);
  switch (type) {
    case "total":
      return texts.total(name(row), runWords(rows, others, texts, " + "), where);
    case "rate":
      return texts.rate(name(row), name(first), name(second), writeInteger(factor), where);
    case "part":
      return texts.part(name(row), runWords(rows, others, texts, ", "), where);
    case "same":
      return texts.same(name(row), name(first), where);
  }
}

/** More parts than this are told by the first and the last. */
const FEW = 6;

function runWords(rows: readonly LearnedRow[], others: readonly number[], texts: LearnTexts, sign: string): string {
  const names = others.map((at) => texts.row(writeInteger(rows[at]!.row + 1)));
  if (names.length <= FEW) return names.join(sign);
  return [...names.slice(0, 2), "…", names.at(-1)!].join(sign);
}

/** The figures of each column that bears a suggestion out: "TH: 12.806 = 10.222 + 2.584". */
export function evidenceLines({ rows, inputs }: Learned, suggestion: Suggestion, texts: LearnTexts): string[] {
  const { type, row, others, factor = 1, columns } = suggestion;
  return columns.map((role) => {
    const at = inputs.indexOf(role);
    const figure = (index: number) => {
      const value = rows[index]!.values[at]!;
      const decimals = rows[index]!.cells[role]?.decimals ?? 0;
      return Number.isNaN(value) ? "…" : writeFigure(value, decimals);
    };
    const parts = others.map(figure);
    const shown = parts.length > FEW ? [...parts.slice(0, 2), "…", parts.at(-1)!] : parts;
    const told: Readonly<Record<Suggestion["type"], string>> = {
      total: `${figure(row)} = ${shown.join(" + ")}`,
      rate: `${figure(row)} = ${parts[0] ?? ""} / ${parts[1] ?? ""} × ${writeInteger(factor)}`,
      part: `${shown.join("; ")} ≤ ${figure(row)}`,
      same: figure(row),
    };
    return `${texts.roles[role]}: ${told[type]}`;
  });
}

/** The label of a suggestion's row, short. */
export function rowLabel({ rows }: Learned, { row }: Suggestion): string {
  return shortLabel(rows[row]!.label);
}

/** A suggestion over codes, for the note of a row that it was not accepted for. */
export function noteWords(texts: LearnTexts) {
  return ({ type, others, factor = 1 }: Suggestion, codeOf: (row: number) => string): string => {
    const codes = others.map(codeOf);
    switch (type) {
      case "total":
        return texts.note.total(codes.join(" + "));
      case "rate":
        return texts.note.rate(`${factor} * ${codes[0] ?? ""} / ${codes[1] ?? ""}`);
      case "part":
        return texts.note.part(codes.join(", "));
      case "same":
        return texts.note.same(codes.join(", "));
    }
  };
}
