/**
 * The random operations of the tests beyond those that every run tries:
 *
 *     npm run random -- --operations 100000 --seed 7
 *
 * What fails is printed as the shortest sequence that still fails, ready to be put into a test.
 */

import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

const { values } = parseArgs({
  options: {
    operations: { type: "string", default: "10000" },
    seed: { type: "string", default: String(Date.now() % 1_000_000_000) },
  },
});
console.log(`${values.operations} operations, seed ${values.seed}`);
const { status } = spawnSync(
  process.execPath,
  ["node_modules/jest/bin/jest.js", "test/taskpane/random", "--maxWorkers=1"],
  {
    stdio: "inherit",
    env: { ...process.env, BIEU_RANDOM_OPERATIONS: values.operations, BIEU_RANDOM_SEED: values.seed },
  },
);
process.exit(status ?? 1);
