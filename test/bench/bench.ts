/**
 * `npm run bench`: what things cost, each beside a named peer in the same run, so that it reads alike on every machine.
 * `npm run bench -- sizes requests` measures only these.
 */

import { benchBatch } from "./batch";
import { benchChecking } from "./checking";
import { benchFunctions } from "./functions-bench";
import { benchInteractive } from "./interactive";
import { say } from "./measure";
import { benchRequests } from "./requests";
import { benchSizes } from "./sizes";
import { benchValidateR } from "./validate-r";

const PARTS: Readonly<Record<string, () => void | Promise<void>>> = {
  checking: benchChecking,
  batch: benchBatch,
  sizes: benchSizes,
  requests: benchRequests,
  functions: benchFunctions,
  interactive: benchInteractive,
  "validate-r": benchValidateR,
};

async function main(wanted: readonly string[]): Promise<void> {
  const unknown = wanted.filter((name) => !(name in PARTS));
  if (unknown.length > 0) throw new Error(`${unknown.join(", ")}: the parts are ${Object.keys(PARTS).join(", ")}`);
  say(`Node ${process.version}, ${process.platform} ${process.arch}`);
  for (const [name, measure] of Object.entries(PARTS)) {
    if (wanted.length === 0 || wanted.includes(name)) await measure();
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
