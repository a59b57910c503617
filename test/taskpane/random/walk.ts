/** One way through the operations, with a new pane on the Biểu as it was made. */

import type { WorkbookState } from "../../../src/sandbox/host/workbook/types";
import type { ExcelDesk } from "../excel/desk";
import { allHold, type Seen } from "./invariants";
import type { Operation } from "./operations";
import { perform } from "./perform";
import { worldOf, type World } from "./world";

/** How far the pane has looked at the sheet after an operation. */
const SEEN: Readonly<Partial<Record<Operation["do"], Seen>>> = {
  read: "read",
  check: "checked",
  explain: "checked",
  look: "followed",
  fix: "followed",
};

/**
 * Does the operations one after the other, and looks after each whether all holds that must.
 *
 * @returns how often what is hard to reach was reached
 */
export async function walk(
  desk: ExcelDesk,
  made: WorkbookState,
  operations: readonly Operation[],
): Promise<World["reached"]> {
  desk.open(made);
  const pane = desk.openPane();
  await pane.actions.start();
  pane.actions.setPerson("Nguyễn Thị A");
  const world = worldOf(desk, pane);
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
