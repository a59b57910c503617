/** A short run of every target, the same at every time; `npm run fuzz` runs them longer. */

import fc from "fast-check";
import { TARGETS } from "./targets";

const SEED = 20240711;
jest.setTimeout(300_000);

test.each(TARGETS.map((target) => [target.name, target] as const))("%s", async (_, { property, runs }) => {
  await fc.assert(property(), { seed: SEED, numRuns: runs });
});
