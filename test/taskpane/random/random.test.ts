/** Whatever users do, in whatever order: the pane keeps its hands off their figures and reads them from the right rows. */

import { join } from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import fc from "fast-check";
import type { FunctionMetadata } from "../../../src/sandbox/host/custom-functions";
import type { WorkbookState } from "../../../src/sandbox/host/workbook/types";
import { openDesk, type ExcelDesk } from "../excel/desk";
import { addShortForm } from "./form";
import { operation } from "./operations";
import { walk } from "./walk";

/** Operations in one sequence, which begins with a new pane on a new Biểu; on average it has half as many. */
const LONGEST = 300;
/** At least; `npm run random` tries others, and more. */
const OPERATIONS = Number(process.env["BIEU_RANDOM_OPERATIONS"] ?? 10_000);
/** Some more than the average asks for, as their lengths are drawn. */
const SEQUENCES = 5 + Math.ceil((OPERATIONS / LONGEST) * 2.3);
const SEED = Number(process.env["BIEU_RANDOM_SEED"] ?? 20_240_711);

const FUNCTIONS = join(__dirname, "..", "..", "..", "src", "functions", "functions.ts");

let desk: ExcelDesk;
let made: WorkbookState;

beforeAll(async () => {
  desk = await openDesk();
  const { metadataJson } = await generateCustomFunctionsMetadata(FUNCTIONS);
  desk.host.customFunctions.metadata = JSON.parse(metadataJson) as FunctionMetadata;
  await import("../../../src/functions/associate");
  await addShortForm();
  made = desk.keep();
});

afterAll(() => desk.close());

test(`${OPERATIONS} operations in any order`, async () => {
  const done = { operations: 0, assessed: 0, sent: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: LONGEST, size: "max" }), async (operations) => {
      const { assessed, sent } = await walk(desk, made, operations);
      done.operations += operations.length;
      done.assessed += assessed;
      done.sent += sent;
    }),
    // Without a bias for short sequences and small numbers: a long way leads to more. Shrinking has an end, too.
    {
      numRuns: SEQUENCES,
      seed: SEED,
      plugins: [fc.unbiased()],
      interruptAfterTimeLimit: OPERATIONS * 60,
      markInterruptAsFailure: true,
    },
  );
  expect(done.operations).toBeGreaterThanOrEqual(OPERATIONS);
  // Both the column Đánh giá and a copy for sending need much to be in order.
  expect(done.assessed).toBeGreaterThanOrEqual(Math.floor(OPERATIONS / 200));
  expect(done.sent).toBeGreaterThanOrEqual(Math.floor(OPERATIONS / 2000));
}, 3_600_000);
