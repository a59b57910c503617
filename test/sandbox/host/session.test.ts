import { type OpenOffice, openOffice } from "../../support/office";
import { userActions } from "../../support/user";
import { codeOf } from "./support";

let office: OpenOffice;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

const first = () => office.host.workbook.state.sheets[0]!;
const user = () => userActions(office.host.workbook, "vi-VN");
/** Events are told after the answer, in a turn of their own. */
const soon = () => new Promise((resolve) => setTimeout(resolve, 20));
const write = (address: string, value: unknown) =>
  Excel.run(async (context) => {
    context.workbook.worksheets.getFirst().getRange(address).values = [[value]];
    await context.sync();
  });
const valueOf = (address: string) =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getFirst().getRange(address).load("values");
    await context.sync();
    return range.values[0]![0] as unknown;
  });

describe("events", () => {
  test("a user's entry is told to the sheet and to the collection, with what it was", async () => {
    const told: unknown[] = [];
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.getFirst().onChanged.add((event) => {
        told.push(["sheet", event.address, event.changeType, event.details.valueBefore, event.details.valueAfter]);
        return Promise.resolve();
      });
      sheets.onChanged.add((event) => {
        told.push(["all", event.address, event.worksheetId]);
        return Promise.resolve();
      });
      await context.sync();
    });
    user().type(first().id, 1, 1, "1,5");
    await soon();
    expect(told).toEqual([
      ["sheet", "B2", "RangeEdited", "", 1.5],
      ["all", "B2", first().id],
    ]);
  });

  test("inserted rows, activation, selection, new and deleted sheets", async () => {
    const told: unknown[] = [];
    const tell = (event: { type: string; address?: string; changeType?: string }) => {
      told.push([event.type, event.changeType ?? event.address ?? ""]);
      return Promise.resolve();
    };
    await Excel.run(async (context) => {
      const sheets = context.workbook.worksheets;
      sheets.onChanged.add(tell);
      sheets.onActivated.add(tell);
      sheets.onAdded.add(tell);
      sheets.onDeleted.add(tell);
      sheets.onSelectionChanged.add(tell);
      await context.sync();
    });
    user().insert(first().id, { top: 2, bottom: 2, left: 0, right: 16_383 });
    const sheet = user().addSheet("Hai");
    user().select({ top: 0, left: 1, bottom: 1, right: 1 });
    user().deleteSheet(sheet.id);
    await soon();
    expect(told).toEqual([
      ["WorksheetChanged", "RowInserted"],
      ["WorksheetAdded", ""],
      ["WorksheetActivated", ""],
      ["WorksheetSelectionChanged", "B1:B2"],
      ["WorksheetDeleted", ""],
      ["WorksheetActivated", ""],
    ]);
  });

  test("a handler that was removed, and one behind switched-off events, are not called", async () => {
    let calls = 0;
    const handler = await Excel.run(async (context) => {
      const result = context.workbook.worksheets.getFirst().onChanged.add(() => {
        calls++;
        return Promise.resolve();
      });
      await context.sync();
      return result;
    });
    await Excel.run(async (context) => {
      context.runtime.enableEvents = false;
      await context.sync();
    });
    user().type(first().id, 0, 0, "1");
    await soon();
    expect(calls).toBe(0);
    await Excel.run(async (context) => {
      context.runtime.enableEvents = true;
      await context.sync();
    });
    user().type(first().id, 0, 0, "2");
    await soon();
    expect(calls).toBe(1);
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    user().type(first().id, 0, 0, "3");
    await soon();
    expect(calls).toBe(1);
  });
});

describe("rows", () => {
  test("hundreds of thousands are inserted at once, and content never falls off the end", () => {
    user().type(first().id, 5, 0, "1");
    const rows = (from: number, to: number) => ({ top: from, left: 0, bottom: to, right: 16_383 });
    user().insert(first().id, rows(2, 300_001));
    expect(first().rows[300_005]?.[0]?.value).toBe(1);
    expect(() => user().insert(first().id, rows(0, 800_000))).toThrow("off the end");
    expect(first().rows).toHaveLength(300_006);
  });
});

describe("undo", () => {
  test("is told as an edit of what it changed, and of nothing else", async () => {
    user().type(first().id, 1, 1, "1");
    user().type(first().id, 4, 3, "2");
    const told: string[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add((event) => {
        told.push(`${event.changeType} ${event.address}`);
        return Promise.resolve();
      });
      await context.sync();
    });
    office.host.workbook.undo();
    await soon();
    expect(told).toEqual(["RangeEdited D5"]);
  });

  test("what a batch wrote is one step; undo and redo put it back and forth, with what depends on it", async () => {
    user().type(first().id, 0, 0, "1");
    user().type(first().id, 0, 1, "=A1*2");
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getFirst();
      sheet.getRange("A1").values = [[5]];
      sheet.getRange("C1").values = [[9]];
      sheet.getRange("C1").format.font.bold = true;
      await context.sync();
    });
    expect(await valueOf("B1")).toBe(10);
    expect(office.host.workbook.undo()).toBe(true);
    expect([await valueOf("A1"), await valueOf("B1"), await valueOf("C1")]).toEqual([1, 2, ""]);
    expect(office.host.workbook.redo()).toBe(true);
    expect([await valueOf("B1"), await valueOf("C1")]).toEqual([10, 9]);
  });

  test("reading is no step, and a deleted sheet comes back", async () => {
    await valueOf("A1");
    expect(office.host.workbook.canUndo()).toBe(false);
    const { id } = user().addSheet("Hai");
    user().type(id, 0, 0, "7");
    user().deleteSheet(id);
    expect(office.host.workbook.undo()).toBe(true);
    expect(office.host.workbook.sheet(id)?.name).toBe("Hai");
  });

  test("steps of a wide sheet are forgotten before they fill the memory; the last one stays", () => {
    const last = 16_383;
    for (let row = 0; row < 60; row++) user().type(first().id, row, last, "1");
    let steps = 0;
    while (office.host.workbook.undo()) steps++;
    expect(steps).toBeGreaterThan(0);
    expect(steps).toBeLessThan(10);
    expect(first().rows[59 - steps]?.[last]?.value).toBe(1);
  });

  test("a user's step that is refused changes nothing", () => {
    user().protect(first().id);
    expect(() => user().paste(first().id, 0, 0, [["1", "2"]])).toThrow("protected");
    expect(first().rows).toEqual([]);
  });
});

describe("what a user types and pastes", () => {
  test("in Vietnamese: commas are decimals, dots thousands, semicolons divide arguments", async () => {
    user().paste(first().id, 0, 0, [
      ["1.750", "99,7", "50%", "1/7/2024"],
      ["'0123", "=TỔNG", "=SUM(A1;B1)", "21.8"],
    ]);
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getFirst().getRange("A1:D2").load("values,numberFormat");
      await context.sync();
      expect(range.values).toEqual([
        [1750, 99.7, 0.5, 45474],
        ["0123", "#NAME?", 1849.7, "21.8"],
      ]);
      expect(range.numberFormat[0]).toEqual(["#,##0", "General", "0%", "dd/mm/yyyy"]);
    });
  });
});

describe("faults", () => {
  test("in cell editing everything is refused, and what may wait, waits", async () => {
    office.host.faults.cellEdit = true;
    expect(await codeOf(write("A1", 1))).toBe("InvalidOperationInCellEditMode");
    const waiting = Excel.run({ delayForCellEdit: true }, async (context) => {
      context.workbook.worksheets.getFirst().getRange("A1").values = [[2]];
      await context.sync();
    });
    setTimeout(() => (office.host.faults.cellEdit = false), 30);
    await waiting;
    expect(await valueOf("A1")).toBe(2);
  });

  test("a batch that fails half-way leaves what it did before, once", async () => {
    const twoWrites = () =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getFirst();
        sheet.getRange("A1").values = [[1]];
        sheet.getRange("A2").values = [[2]];
        await context.sync();
      });
    office.host.faults.failAt = 8;
    expect(await codeOf(twoWrites())).toBe("GeneralException");
    expect([await valueOf("A1"), await valueOf("A2")]).toEqual([1, ""]);
    await twoWrites();
    expect(await valueOf("A2")).toBe(2);
  });

  test("a workbook that may only be read refuses whatever changes it, and lets be read", async () => {
    user().paste(first().id, 0, 0, [["2"], ["1"]]);
    office.host.faults.readOnly = true;
    const changes: readonly ((range: Excel.Range) => void)[] = [
      (range) => range.sort.apply([{ key: 0 }]),
      (range) => range.getOffsetRange(0, 2).copyFrom(range),
      (range) => range.unmerge(),
      (range) => range.format.autofitColumns(),
      (range) => range.replaceAll("1", "3", {}),
    ];
    for (const change of changes) {
      const made = Excel.run(async (context) => {
        change(context.workbook.worksheets.getFirst().getRange("A1:A2"));
        await context.sync();
      });
      expect(await codeOf(made)).toBe("AccessDenied");
    }
    expect([await valueOf("A1"), await valueOf("A2"), await valueOf("C1")]).toEqual([2, 1, ""]);
  });

  test("a sheet that somebody deletes between two requests is not found", async () => {
    user().addSheet("Hai");
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Hai").load("id");
      await context.sync();
      office.host.faults.deleteSheetBeforeNextBatch = "Hai";
      sheet.getRange("A1").values = [[1]];
      expect(await codeOf(context.sync())).toBe("ItemNotFound");
    });
  });

  test("lost events are not told, and too large a request is refused", async () => {
    let calls = 0;
    await Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().onChanged.add(() => {
        calls++;
        return Promise.resolve();
      });
      await context.sync();
    });
    office.host.faults.loseEvents = true;
    user().type(first().id, 0, 0, "1");
    await soon();
    expect(calls).toBe(0);
    office.host.faults.largestRequest = 500;
    expect(await codeOf(write("A1", "x".repeat(600)))).toBe("RequestPayloadSizeLimitExceeded");
  });

  test("an Excel of 2021 has no newer members, and the library says so", async () => {
    const old = await openOffice({ excelApi: "1.13" });
    expect(old.Office.context.requirements.isSetSupported("ExcelApi", "1.13")).toBe(true);
    expect(old.Office.context.requirements.isSetSupported("ExcelApi", "1.14")).toBe(false);
    const tooNew = Excel.run(async (context) => {
      context.workbook.worksheets.getFirst().onProtectionChanged.add(() => Promise.resolve());
      await context.sync();
    });
    expect(await codeOf(tooNew)).toBe("ApiNotFound");
    old.close();
  });
});

describe("our functions", () => {
  const associate = () =>
    CustomFunctions.associate("GAPDOI", (values: number[][]) => values.map((row) => row.map((value) => value * 2)));

  test("formulas call what the add-in associated, and spill", async () => {
    associate();
    user().paste(first().id, 0, 0, [["1"], ["2"]]);
    user().type(first().id, 0, 1, "=GAPDOI(A1:A2)");
    expect([await valueOf("B1"), await valueOf("B2")]).toEqual([2, 4]);
    user().type(first().id, 1, 1, "chắn");
    expect(await valueOf("B1")).toBe("#SPILL!");
    user().clear(first().id, { top: 1, bottom: 1, left: 1, right: 1 });
    expect(await valueOf("B2")).toBe(4);
    user().type(first().id, 0, 2, "=KHONGCO(A1)");
    expect(await valueOf("C1")).toBe("#NAME?");
  });

  test("the library's own machinery gives the same", async () => {
    associate();
    expect(await office.host.customFunctions.invoke("GAPDOI", [[[4]]])).toMatchObject({ value: [[8]] });
  });

  test("an error that a function gives is the cell's", async () => {
    CustomFunctions.associate(
      "HONG",
      () => new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, "không có"),
    );
    user().type(first().id, 0, 0, "=HONG()");
    expect(await valueOf("A1")).toBe("#N/A");
  });
});

test("the ribbon's buttons run their commands", async () => {
  const pressed = new Promise<string>((resolve) => {
    office.Office.actions.associate("kiemTra", (event: Office.AddinCommands.Event) => {
      resolve(event.source.id);
      event.completed();
    });
  });
  expect(office.host.runRibbonCommand("kiemTra")).toBe(true);
  expect(await pressed).toBe("kiemTra");
});

test("requests and bytes are counted", async () => {
  office.host.resetTraffic();
  await write("A1", 1);
  expect(office.host.traffic.batches - office.host.traffic.cleanUps).toBeLessThanOrEqual(2);
  expect(office.host.traffic.bytesIn).toBeGreaterThan(300);
  expect(office.host.traffic.bytesOut).toBeGreaterThan(50);
});

describe("a workbook in a window of its own", () => {
  const made: (Uint8Array | undefined)[] = [];
  beforeEach(() => {
    made.length = 0;
    office.host.onNewWindow((bytes) => made.push(bytes));
  });

  test("opens with the bytes that it was made of, or empty, after the batch that asked for it", async () => {
    await Excel.createWorkbook(btoa("PK\x03\x04 and so on"));
    await Excel.createWorkbook();
    await soon();
    expect(made).toEqual([new TextEncoder().encode("PK\x03\x04 and so on"), undefined]);
  });

  test("does not open where it is no file, or where Excel opens none", async () => {
    expect(await codeOf(Excel.createWorkbook("ký tự lạ"))).toBe("InvalidArgument");
    expect(await codeOf(Excel.createWorkbook(btoa("khong phai tep")))).toBe("InvalidArgument");
    office.host.faults.refuseNewWindows = true;
    expect(await codeOf(Excel.createWorkbook(btoa("PK\x03\x04")))).toBe("GeneralException");
    await soon();
    expect(made).toEqual([]);
  });
});
