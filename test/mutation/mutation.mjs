/**
 * Mutation testing of core, folder by folder, each against the tests of the same folder:
 *
 *     npm run mutation                            all of core
 *     npm run mutation -- src/core/fill           a folder, or a file
 *     npm run mutation -- --sample 8 --draw 3     one mutant in eight, another choice for each draw
 */

import { readdirSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import config from "../../stryker.config.mjs";

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: "string", default: "1" }, draw: { type: "string", default: "0" } },
});
const sample = Number(values.sample);
const asked = positionals.length > 0 ? positionals.map((path) => path.replace(/[\\/]$/, "")) : foldersIn("src/core");
const leftOut = config.mutate.filter((pattern) => pattern.startsWith("!"));

const lines = [];
for (const path of asked) {
  const [folder] = path.replace(/^src\/core\//, "").split("/");
  const results = await new Stryker({
    mutate: [statSync(path).isDirectory() ? `${path}/**/*.ts` : path, ...leftOut],
    inProcess: { ...config.inProcess, tests: `test/core/${folder}`, sample, draw: Number(values.draw) },
    jsonReporter: { fileName: `reports/mutation/${path.replace(/^src\/core\//, "").replaceAll("/", "-")}.json` },
  }).runMutationTest();
  lines.push(scoreLine(path, results));
}
console.log(["", "Score, and how many mutants it is of:", ...lines].join("\n"));

function foldersIn(path) {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${path}/${name}`);
}

/** Of a sample, mutants that no test reaches count for their share: they are known without being tried. */
function scoreLine(path, results) {
  const count = (...statuses) => results.filter(({ status }) => statuses.includes(status)).length;
  const found = count("Killed", "Timeout");
  const all = found + count("Survived") + count("NoCoverage") / sample;
  return `${((100 * found) / all).toFixed(1).padStart(5)}%  of ${Math.round(all)}  ${path}`;
}
