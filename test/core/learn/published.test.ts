/** What is learned of Điện Biên's PL02 when its definition is withheld, against the definition that is shipped. */

import { checkFigures } from "../../../src/core/check/engine";
import { relationsOf } from "../../../src/core/check/relations";
import { recognise } from "../../../src/core/form/recognise";
import { isIndicator, type Indicator } from "../../../src/core/form/types";
import { learnTable } from "../../../src/core/learn/learn";
import { ownForm } from "../../../src/core/learn/own-form";
import type { Learned, Suggestion } from "../../../src/core/learn/types";
import { formById } from "../../../src/forms";
import { readFigures } from "../../../src/core/table/figures";
import { loadOwnForm } from "../../../src/forms/own";
import { asTyped, readPublished } from "../../support/published";

const form = formById("PL02")!;
const published = readPublished("pl02");

function learned(): Learned {
  const grid = asTyped("pl02");
  const found = learnTable(grid, recognise(grid, [])!);
  expect(found.rows).toHaveLength(published.length);
  return found;
}

const indicatorAt = (row: number): Indicator | undefined => {
  const definition = form.byCode.get(published[row]!.code);
  return isIndicator(definition) ? definition : undefined;
};
const codeOf = (row: number) => published[row]!.code;

/** Whether the shipped definition says the same, in these words or by rows that it says to be the same figure. */
function isShipped({ type, row, others, factor }: Suggestion): boolean {
  const own = indicatorAt(row);
  if (!own) return false;
  const codes = others.map(codeOf);
  switch (type) {
    case "total":
      return own.total?.text === codes.join(" + ");
    case "rate":
      return own.formula?.text === `${factor} * ${codes.join(" / ")}`;
    case "part":
      return others.every((part) => {
        const { partOf = [], subsetOf = [] } = indicatorAt(part) ?? {};
        return partOf.includes(own.code) || subsetOf.includes(own.code) || own.total?.codes.includes(codeOf(part));
      });
    case "same":
      return own.sameAs.includes(codes[0]!) || (indicatorAt(others[0]!)?.sameAs.includes(own.code) ?? false);
  }
}

const countOf = (all: readonly Suggestion[], type: Suggestion["type"]) => all.filter((one) => one.type === type).length;

test("of PL02's 85 formulas and 21 totals most are suggested, and nothing that its definition does not say", () => {
  const { suggestions } = learned();
  const wrong = suggestions.filter((one) => !isShipped(one)).map(({ id }) => id);
  expect(relationsOf(form).filter(({ type }) => type === "rate")).toHaveLength(85);
  expect(relationsOf(form).filter(({ type }) => type === "total")).toHaveLength(21);
  expect(wrong).toEqual([]);
  expect(countOf(suggestions, "rate")).toBeGreaterThanOrEqual(52);
  expect(countOf(suggestions, "total")).toBeGreaterThanOrEqual(17);
});

test("what is called certain is certain", () => {
  const sure = learned().suggestions.filter(({ trust }) => trust === "sure");
  expect(sure.length).toBeGreaterThanOrEqual(60);
  expect(sure.every(isShipped)).toBe(true);
});

test("labels alone tell the kind of nearly every row", () => {
  const { rows } = learned();
  const told = rows.filter(({ heading, index }) => !heading && indicatorAt(index));
  const right = told.filter(({ traits, index }) => traits.kind === indicatorAt(index)!.kind);
  expect(right.length / told.length).toBeGreaterThan(0.98);
  const compared = told.filter(({ traits, index }) => traits.comparison === indicatorAt(index)!.comparison);
  expect(compared.length / told.length).toBeGreaterThan(0.98);
});

test("figures dealt out to other rows of their kind suggest nothing", () => {
  const grid = asTyped("pl02");
  // Rows of figures move 97 rows down: every figure is still a real one, and none belongs to its label.
  const bodies = grid.rows.map((cells) => cells.slice(2));
  const first = 5;
  const moved = grid.rows.map((cells, at) => {
    if (at < first || cells.slice(2).every((cell) => cell === undefined)) return cells;
    const from = first + (((at - first) * 97 + 31) % (grid.rows.length - first));
    return [...cells.slice(0, 2), ...(bodies[from] ?? [])];
  });
  const shuffled = { ...grid, rows: moved };
  const { suggestions } = learnTable(shuffled, recognise(shuffled, [])!);
  const held = suggestions.filter(({ type }) => type === "total" || type === "rate").map(({ id }) => id);
  expect(held.length).toBeLessThanOrEqual(1);
});

test("with every suggestion accepted the table that they came from breaks none of its rules", () => {
  const grid = asTyped("pl02");
  const unknown = recognise(grid, [])!;
  const found = learnTable(grid, unknown);
  const accepted = new Set(found.suggestions.map(({ id }) => id));
  const own = loadOwnForm(
    ownForm(found, unknown, { id: "RIENG", title: "Riêng", source: "bảng", accepted, note: () => "" }),
  );
  if (!own.ok) throw new Error(own.problems.map(({ message }) => message).join("\n"));
  const binding = recognise(grid, [own.form])!;
  expect([binding.rows.length, binding.unbound.length]).toEqual([published.length, 0]);
  const { findings } = checkFigures(readFigures(grid, binding));
  expect(
    findings.filter(({ rule }) => /^(?:QH|CT|TH|KH)/.test(rule)).map(({ rule, cell }) => `${rule} ${cell}`),
  ).toEqual([]);
});
