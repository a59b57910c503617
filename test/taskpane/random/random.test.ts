/** Whatever users do, in whatever order: the pane keeps its hands off their figures and reads them from the right rows. */

import { join } from "node:path";
import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import fc from "fast-check";
import type { FunctionMetadata } from "../../../src/sandbox/host/custom-functions";
import type { WorkbookState } from "../../../src/sandbox/host/workbook/types";
import { addForm, LAYOUT, openDesk, type ExcelDesk } from "../excel/desk";
import { agreeingFigures } from "../excel/figures";
import { allHold, type Seen } from "./invariants";
import { operation, type Operation } from "./operations";
import { modelOf, perform, type World } from "./world";

/** Operations in one sequence, which begins with a new pane on a new Biểu; on average it has half as many. */
const LONGEST = 150;
/** At least; `npm run random` tries ten thousand and more, and others. */
const OPERATIONS = Number(process.env["BIEU_RANDOM_OPERATIONS"] ?? 1_000);
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
  await addForm(agreeingFigures());
  made = desk.keep();
});

afterAll(() => desk.close());

const SEEN: Readonly<Partial<Record<Operation["do"], Seen>>> = {
  read: "read",
  check: "checked",
  explain: "checked",
  look: "followed",
  fix: "followed",
};

/** Does the operations one after the other. @returns how often what is hard to reach was reached */
async function play(operations: readonly Operation[]): Promise<World["reached"]> {
  desk.open(made);
  const sheet = desk.workbook.sheetNamed(LAYOUT.name)!;
  const pane = desk.openPane();
  await pane.actions.start();
  pane.actions.setPerson("Nguyễn Thị A");
  const world: World = {
    desk,
    pane,
    sheetId: sheet.id,
    model: modelOf(sheet),
    past: [],
    beforeWrite: undefined,
    explained: [],
    knowsReasons: true,
    reached: { assessed: 0, sent: 0 },
  };
  try {
    for (const one of operations) {
      await perform(world, one);
      await allHold(world, SEEN[one.do] ?? "nothing");
    }
    return world.reached;
  } finally {
    pane.actions.end();
  }
}

test(`${OPERATIONS} operations in any order`, async () => {
  const done = { operations: 0, assessed: 0, sent: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: LONGEST, size: "max" }), async (operations) => {
      const { assessed, sent } = await play(operations);
      done.operations += operations.length;
      done.assessed += assessed;
      done.sent += sent;
    }),
    // Without a bias for short sequences and small numbers: a long way leads to more.
    { numRuns: SEQUENCES, seed: SEED, plugins: [fc.unbiased()] },
  );
  expect(done.operations).toBeGreaterThanOrEqual(OPERATIONS);
  // Both the column Đánh giá and a copy for sending need much to be in order.
  expect(done.assessed).toBeGreaterThanOrEqual(Math.floor(OPERATIONS / 200));
  expect(done.sent).toBeGreaterThanOrEqual(Math.floor(OPERATIONS / 2000));
}, 3_600_000);
