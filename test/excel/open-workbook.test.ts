/** Opening a file beside the workbook, through Microsoft's library. */

import { openExcel, type OpenExcel } from "./support";

let excel: OpenExcel;
const opened: (Uint8Array | undefined)[] = [];

beforeEach(async () => {
  excel = await openExcel("1.13");
  opened.length = 0;
  excel.host.onNewWindow((bytes) => opened.push(bytes));
});
afterEach(() => excel.close());

const soon = () => new Promise((resolve) => setTimeout(resolve, 20));
/** As large as a long Biểu, and every byte in it. */
const FILE = Uint8Array.from({ length: 200_000 }, (_, at) => (at < 4 ? [0x50, 0x4b, 3, 4][at]! : at % 256));

test("one round trip, and the file arrives to the byte", async () => {
  const trips = excel.traffic().syncs;
  await excel.port.openInNewWindow(FILE);
  await soon();
  expect(excel.traffic().syncs - trips).toBe(1);
  expect(opened).toEqual([FILE]);
});

test("a host that opens no window is a trouble, not a claim that something was half done", async () => {
  excel.host.faults.refuseNewWindows = true;
  await expect(excel.port.openInNewWindow(FILE)).rejects.toMatchObject({ name: "WorkbookTrouble", code: "unknown" });
  await soon();
  expect(opened).toEqual([]);
});
