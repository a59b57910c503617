/** Events: what the user does is told, what we do is not. */

import type { WorkbookEvent } from "../../src/core/workbook/port";
import { openExcel, type OpenExcel } from "./support";

let excel: OpenExcel;
beforeEach(async () => {
  excel = await openExcel();
});
afterEach(() => {
  excel.close();
});

async function watched(act: () => Promise<unknown>): Promise<WorkbookEvent[]> {
  const events: WorkbookEvent[] = [];
  const stop = await excel.port.watch((event) => events.push(event));
  await act();
  await excel.eventsTold();
  await stop();
  return events;
}

test("a change of the user's is told with its place", async () => {
  const { sheet } = await excel.port.read();
  const events = await watched(() => {
    excel.type("C4", "12,5");
    return Promise.resolve();
  });
  expect(events).toEqual([{ kind: "changed", sheet: sheet.id, address: "C4", structural: false }]);
});

test("inserted rows are told as a change of structure", async () => {
  const events = await watched(() => {
    excel.insertRows(3, 2);
    return Promise.resolve();
  });
  expect(events).toMatchObject([{ kind: "changed", structural: true }]);
});

test("our own writes do not come back as the user's", async () => {
  const { sheet } = await excel.port.read();
  const edits = [1, 2, 3].map((row) => ({ row, column: 2, value: row }));
  expect(await watched(() => excel.port.write({ sheet: sheet.id, edits }))).toEqual([]);
});

test("another sheet shown and a sheet deleted are told", async () => {
  const { sheet } = await excel.port.read();
  let other = "";
  await excel.run((_, context) => {
    context.workbook.worksheets.add("Khác");
  });
  const events = await watched(async () => {
    await excel.run((_, context) => {
      context.workbook.worksheets.getItem("Khác").activate();
    });
    other = (await excel.port.read()).sheet.id;
    await excel.run((_, context) => {
      context.workbook.worksheets.getItem("Sheet1").delete();
    });
  });
  expect(events).toContainEqual({ kind: "activated", sheet: other });
  expect(events).toContainEqual({ kind: "deleted", sheet: sheet.id });
});

test("a listener that stopped hears no more, while others still do", async () => {
  const [first, second]: [WorkbookEvent[], WorkbookEvent[]] = [[], []];
  const stopFirst = await excel.port.watch((event) => first.push(event));
  const stopSecond = await excel.port.watch((event) => second.push(event));
  excel.type("A1", "1");
  await excel.eventsTold();
  await stopFirst();
  excel.type("A2", "2");
  await excel.eventsTold();
  await stopSecond();
  excel.type("A3", "3");
  await excel.eventsTold();
  expect([first.length, second.length]).toEqual([1, 2]);
});

test("lost events harm nothing: the sheet is read as it is", async () => {
  excel.host.faults.loseEvents = true;
  expect(
    await watched(() => {
      excel.type("A1", "7");
      return Promise.resolve();
    }),
  ).toEqual([]);
  expect((await excel.port.read()).grid.rows[0]?.[0]).toEqual({ value: 7 });
});
