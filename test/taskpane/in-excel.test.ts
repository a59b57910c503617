/** The pane on the real office.js and the workbook host: the whole story, as in Excel. */

import { createExcelPort } from "../../src/excel/port";
import { engine } from "../../src/taskpane/engine";
import { createPane, type Pane } from "../../src/taskpane/state/pane";
import { countsOf, findingsOf } from "../../src/taskpane/state/selectors";
import { openOffice, type OpenOffice } from "../support/office";

let office: OpenOffice;
let pane: Pane;

beforeAll(async () => {
  office = await openOffice();
  pane = createPane({
    port: createExcelPort(),
    loadEngine: () => Promise.resolve(engine),
    openChoices: () => Promise.resolve({ get: () => undefined, set: () => undefined }),
    copy: () => Promise.resolve(),
    save: () => Promise.resolve(),
    now: () => new Date(2024, 6, 11, 12, 0),
    hasFunctions: true,
    canDownload: true,
  });
  await pane.actions.start();
});

afterAll(() => {
  pane.actions.end();
  office.close();
});

const state = () => pane.store.get();

test("starts on an empty workbook with the first run", () => {
  expect(state().notice).toBeUndefined();
  expect(state().welcome).toBe(true);
});

test("makes Điện Biên's Biểu, fills it, checks it, and takes the filling back", async () => {
  await pane.actions.createSample();
  expect(state().notice?.what).toEqual({ kind: "sample-created", sheet: "PL02" });
  expect(state().sheet?.adoption.kind).toBe("ours");

  pane.actions.chooseMode("formulas");
  await pane.actions.fill();
  expect(state().notice?.what).toMatchObject({ kind: "filled", vsPlan: 557, vsSamePeriod: 506 });

  await pane.actions.check();
  expect(state().notice).toMatchObject({ what: { kind: "filled" } });
  const errors = findingsOf(state()).filter(({ level }) => level === "error");
  expect(errors.map(({ message }) => message)).toEqual(
    expect.arrayContaining([expect.stringContaining("Sàng lọc sơ sinh ghi 1.722")]),
  );
  expect(countsOf(state()).error).toBe(errors.length);
  expect(state().sheet?.remembered?.checked).toBeDefined();

  await pane.actions.undo();
  expect(state().notice?.what).toMatchObject({ kind: "undone", kept: 0 });
  expect(state().sheet?.adoption).toMatchObject({ kind: "ours" });
});

test("fills with our functions", async () => {
  pane.actions.chooseMode("functions");
  await pane.actions.fill();
  expect(state().notice?.what).toMatchObject({ kind: "filled", mode: "functions" });
});
