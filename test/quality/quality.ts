/**
 * `npm run quality`: how many mistakes the check finds and whom it accuses. Slips of known kinds are put, one at a time and
 * in pairs, into Điện Biên's annexes with their published mistakes mended. Ends with 1 where a target is missed.
 * `npm run quality -- --misses` lists what was not found or accused wrongly; `-- --part=10` draws a tenth of
 * the mistakes, for a quick look.
 */

import { cleanBook, readData } from "./book";
import { contradictions, falseAlarms } from "./clean";
import { doubles, singles } from "./draw";
import { judge } from "./judge";
import { isOfInputs, printDefinitions, printMisses, printTable, say, share, summary } from "./report";
import { FIRST, FOUND, isReached } from "./targets";

const SINGLES = 2400;
const DOUBLES = 500;
const SEED = 20240711;

/** @param part every how manyth of the mistakes is drawn: 1 for all, more for a quick look */
function main(showMisses: boolean, part: number): boolean {
  const books = (["pl02", "pl01"] as const).flatMap((annex) =>
    (["typed", "formulas"] as const).map((style) => cleanBook(annex, style)),
  );
  const alarms = books.flatMap(falseAlarms);
  const wrong = books.flatMap(contradictions);
  say(`Clean base: PL02 and PL01, derived columns typed and calculated; ${readData("mended.csv").length} cells mended`);
  say(`  false alarms (errors and warnings): ${alarms.length}`);
  for (const alarm of [...alarms, ...wrong]) say(`    ${alarm}`);

  const one = singles(books, Math.round(SINGLES / part), SEED).map(judge);
  const two = doubles(books, Math.round(DOUBLES / part), SEED + 1).map(judge);
  printTable("Single mistakes", one);
  printTable("Two mistakes at once", two);
  const all = summary(one);
  // A comparison that does not follow is its own cell's finding; who is to blame is a question of the inputs.
  const inputs = summary(one.filter(isOfInputs));
  say("");
  say(
    `Nothing could reveal ${one.length - all.revealable} of ${one.length}: every relation, bound and comparison still holds`,
  );
  say(`Recall: ${share(all.found, all.revealable)} of the revealable are found (at least ${FOUND * 100}%)`);
  say(`  of mistakes in KH, TH and CK: ${share(inputs.found, inputs.revealable)} (at least ${FOUND * 100}%)`);
  say(`  of all injected, revealable or not: ${share(all.foundOfAll, all.injected)}`);
  say(`  of all injected in KH, TH and CK: ${share(inputs.foundOfAll, inputs.injected)}`);
  say(`  by relations, bounds, form and derived columns: ${share(all.foundHard, all.revealableHard)}`);
  say(`  by the size of the figure alone: ${share(all.found - all.foundHard, all.revealable - all.revealableHard)}`);
  say(
    `Accused first: ${share(all.firstDetermined, all.determined)} where the relations determine it (at least ${FIRST * 100}%)`,
  );
  say(`  of mistakes in KH, TH and CK: ${share(inputs.firstDetermined, inputs.determined)} (at least ${FIRST * 100}%)`);
  say(
    `Precision: ${share(all.rightAccusations, all.accusations)} of new errors and warnings accuse first a cell that truly is wrong`,
  );
  printDefinitions();
  if (showMisses) printMisses([...one, ...two]);
  return alarms.length === 0 && wrong.length === 0 && isReached(all) && isReached(inputs);
}

const partOf = (options: readonly string[]) =>
  Math.max(1, Number(options.find((option) => option.startsWith("--part="))?.slice("--part=".length) ?? 1) || 1);

try {
  process.exitCode = main(process.argv.includes("--misses"), partOf(process.argv)) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
}
