/**
 * Every operation of the pane under every misfortune of Excel: what the user sees, what stands, and that it works afterwards.
 * What came of it is docs/loi-trong-excel.md, which `BIEU_WRITE_DOCS=1 npx jest test/taskpane/faults` writes.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openBench, startedPane, type Bench } from "./bench";
import { putHourglass, type Hourglass } from "./hourglass";
import { FAULTS, refusal, type Fault } from "./misfortunes";
import { OPERATIONS, type Operation } from "./operations";
import { pageText, type CodeRow, type Row } from "./page";
import { rehearse, type Outcome } from "./trial";

const PAGE = join(__dirname, "..", "..", "..", "docs", "loi-trong-excel.md");

/** Every operation has some twenty trials, on machines of every speed. */
const LONG = 240_000;

let bench: Bench;
let glass: Hourglass;
const rows: Row[] = [];
const codes: CodeRow[] = [];

beforeAll(async () => {
  bench = await openBench();
  glass = putHourglass();
}, LONG);

afterAll(() => {
  glass.remove();
  bench.desk.close();
});

/** Does an operation under each of the misfortunes, and says which was the one that something did not hold under. */
async function undergoAll(operation: Operation, faults: readonly Fault[]): Promise<Row["outcome"]> {
  const outcomes = new Map<string, Outcome>();
  const rehearsal = await rehearse(bench, glass, operation);
  for (const fault of faults) {
    for (const moment of fault.concerns?.(operation) === false ? [] : fault.moments) {
      if (rehearsal.batchAt(moment) === undefined) continue;
      try {
        outcomes.set(`${fault.id} ${moment}`, await rehearsal.undergo(fault, moment));
      } catch (error) {
        throw new Error(`${operation.name}, ${fault.id} ${moment}: ${String(error)}`, { cause: error });
      }
    }
  }
  rehearsal.end();
  return (fault, moment) => outcomes.get(`${fault} ${moment}`);
}

test.each(OPERATIONS)(
  "$name",
  async (operation) => {
    rows.push({ operation, outcome: await undergoAll(operation, FAULTS) });
  },
  LONG,
);

/** Codes of Office.js with which a batch is refused as a whole. */
const REFUSALS = [
  "HostIsBusy",
  "WriteNotSupportedWhenModalDialogOpen",
  "InvalidOrTimedOutSession",
  "Unauthenticated",
  "ActivityLimitReached",
  "InactiveWorkbook",
  "UnsupportedOperation",
  "ApiNotFound",
];

test(
  "what else Excel refuses with leaves nothing half done",
  async () => {
    const filling = OPERATIONS.find(({ name }) => name === "Điền bằng giá trị (chốt số)")!;
    const outcome = await undergoAll(filling, REFUSALS.map(refusal));
    for (const code of REFUSALS) {
      const row = { code, read: outcome(code, "read")!, write: outcome(code, "write")! };
      // What Excel does not know it may refuse to tell: then the sheet is read without it, and filled.
      expect(row).toMatchObject({ read: { stands: expect.not.stringMatching("part") }, write: { stands: "before" } });
      codes.push(row);
    }
  },
  LONG,
);

test("what asks nothing of Excel meets none of it", async () => {
  const { desk, bases } = bench;
  desk.open(bases.own);
  const { actions, store } = await startedPane(desk);
  const { batches } = desk.host.traffic;
  actions.chooseMode("formulas");
  actions.answer(3, null);
  actions.decide("", true);
  actions.acceptSure();
  actions.dismiss();
  await actions.exportForm("BR1");
  await actions.tellSection("A");
  await actions.copySentences();
  await actions.copySummary();
  await actions.copyFingerprint("0000");
  expect(store.get().work).toBeUndefined();
  expect(desk.host.traffic.batches).toBe(batches);
  actions.end();
});

test("the page says what came of it", () => {
  expect(rows).toHaveLength(OPERATIONS.length);
  const text = pageText(rows, codes);
  if (process.env["BIEU_WRITE_DOCS"] === "1") writeFileSync(PAGE, text);
  expect(readFileSync(PAGE, "utf8")).toBe(text);
});
