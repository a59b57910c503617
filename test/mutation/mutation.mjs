/**
 * Mutation testing of core: of all of it, or of the folder or file given; `--sample 10` tries one mutant in ten.
 *
 *     npm run mutation -- src/core/fill
 */

import { statSync } from "node:fs";
import { parseArgs } from "node:util";
import { Stryker } from "@stryker-mutator/core";
import config from "../../stryker.config.mjs";

const { positionals, values } = parseArgs({ allowPositionals: true, options: { sample: { type: "string" } } });

const asPattern = (path) => (statSync(path).isDirectory() ? `${path.replace(/[\\/]$/, "")}/**/*.ts` : path);
const leftOut = config.mutate.filter((pattern) => pattern.startsWith("!"));

await new Stryker({
  ...(positionals.length > 0 && { mutate: [...positionals.map(asPattern), ...leftOut] }),
  inProcess: { ...config.inProcess, ...(values.sample && { sample: Number(values.sample) }) },
}).runMutationTest();
