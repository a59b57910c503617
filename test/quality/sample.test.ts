/** A sample of the measurement, small enough for every run of the tests: `npm run quality` has all of it. */

import { cleanBook } from "./book";
import { contradictions, falseAlarms } from "./clean";
import { singles } from "./draw";
import { judge } from "./judge";
import { KINDS } from "./mistakes";
import { isOfInputs, summary } from "./report";
import { isReached } from "./targets";

const SEED = 20240711;
const OF_EACH_KIND = 3;

const books = (["pl02", "pl01"] as const).flatMap((annex) =>
  (["typed", "formulas"] as const).map((style) => cleanBook(annex, style)),
);

test("a sample of mistakes is found and rightly blamed, and the clean books stay silent", () => {
  expect(books.flatMap(falseAlarms)).toEqual([]);
  expect(books.flatMap(contradictions)).toEqual([]);
  const verdicts = singles(books, KINDS.length * OF_EACH_KIND, SEED).map(judge);
  const [all, inputs] = [summary(verdicts), summary(verdicts.filter(isOfInputs))];
  // Too few to mean something would be reached by anything.
  expect(all.revealable).toBeGreaterThan(35);
  expect(inputs.determined).toBeGreaterThan(5);
  expect({ all, reached: isReached(all) }).toMatchObject({ reached: true });
  expect({ inputs, reached: isReached(inputs) }).toMatchObject({ reached: true });
}, 240_000);
