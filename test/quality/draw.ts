/** Draws mistakes: the same for the same seed, as many of each kind, spread over the columns and the books. */

import type { FigureRole } from "../../src/core/form/types";
import type { Book, CellName } from "./book";
import { cleanCell, DERIVED, INPUTS, KINDS, slipAt, type Mistake } from "./mistakes";
import { chance, type Chance } from "./random";
import { SLIPS } from "./slips";
import { statementsOf } from "./statements";

/** Every this manyth mistake goes to PL01, which has a twentieth of PL02's figures. */
const SMALL_FORM_EVERY = 8;
/** How often chance may pick cells to which a mistake cannot happen. */
const PATIENCE = 5000;

function bookFor(books: readonly Book[], index: number, tries: number): Book {
  // A kind that PL01 cannot have, such as a total, falls to PL02 in the end.
  const annex = index % SMALL_FORM_EVERY === 0 && tries < 200 ? "pl01" : "pl02";
  const own = books.filter((book) => book.annex === annex);
  return own[Math.floor(index / SMALL_FORM_EVERY + index) % own.length]!;
}

const signature = ({ kind, book, cells, deleted }: Mistake) =>
  JSON.stringify([kind, book.annex, book.style, deleted, [...cells].map(([name, cell]) => [name, cell?.value])]);

/** Tries until a mistake comes out that has not been drawn before; none where a kind has been drawn wherever it can happen. */
function until(seen: Set<string>, make: (tries: number) => Mistake | undefined): Mistake[] {
  for (let tries = 0; tries < PATIENCE; tries += 1) {
    const mistake = make(tries);
    if (!mistake || seen.has(signature(mistake))) continue;
    seen.add(signature(mistake));
    return [mistake];
  }
  return [];
}

/** @param count in all, shared out among the kinds */
export function singles(books: readonly Book[], count: number, seed: number): Mistake[] {
  const dice = chance(seed);
  const seen = new Set<string>();
  return Array.from({ length: count }).flatMap((_, index) => {
    const { kind, roles, make } = KINDS[index % KINDS.length]!;
    const turn = Math.floor(index / KINDS.length);
    const role = roles[turn % roles.length]!;
    return until(seen, (tries) => {
      const book = bookFor(books, turn, tries);
      const made = make(book, role, dice);
      return made && { kind, book, ...made };
    });
  });
}

/** Pairs of slips, every other pair in figures that have to do with each other. */
export function doubles(books: readonly Book[], count: number, seed: number): Mistake[] {
  const dice = chance(seed);
  const seen = new Set<string>();
  const large = books.filter(({ annex }) => annex === "pl02");
  return Array.from({ length: count }).flatMap((_, index) => {
    const near = index % 2 === 0;
    return until(seen, () => {
      const book = large[Math.floor(index / 2) % large.length]!;
      const first = anyCell(book, dice);
      const second = near ? nearTo(book, first, dice) : anyCell(book, dice);
      const made = [first, second].map((name) => slipIn(book, name, dice));
      if (first === second || !made[0] || !made[1]) return undefined;
      const cells = new Map([...made[0].cells, ...made[1].cells]);
      return { kind: near ? "two that are related" : "two anywhere", book, cells, wrong: [...cells.keys()] };
    });
  });
}

function anyCell(book: Book, dice: Chance): CellName {
  return `${dice.pick(book.form.indicators).code}  ${dice.pick([...INPUTS, ...DERIVED])}`;
}

/** Another cell of a statement that the cell takes part in. */
function nearTo(book: Book, name: CellName, dice: Chance): CellName {
  const groups = statementsOf(book.form).map(({ left, right }) => [left, ...right]);
  const own = groups.filter((group) => group.includes(name)).flat();
  return own.length === 0 ? name : dice.pick(own);
}

function slipIn(book: Book, name: CellName, dice: Chance) {
  const [code, measure, role] = name.split(" ") as [string, string, FigureRole];
  if (cleanCell(book, name) === undefined) return undefined;
  return slipAt(dice.pick(Object.keys(SLIPS)), book, code, measure, name, role, dice);
}
