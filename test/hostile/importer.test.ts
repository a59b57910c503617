/** Files of the corpus opened in the sandbox's page, and adopted by the pane there: refused with a sentence, or usable. */

import { createExcelPort } from "../../src/excel/port";
import { readFileState } from "../../src/sandbox/files/read";
import { engine } from "../../src/taskpane/engine";
import { createPane } from "../../src/taskpane/state/pane";
import { WorkbookError } from "../../src/xlsx/error";
import { openOffice, type OpenOffice } from "../support/office";
import type { HostileFile } from "./corpus/case";
import { CONTAINERS } from "./corpus/containers";
import { HEAVIEST } from "./corpus/heaviest";
import { PATIENCE } from "./corpus/run";
import { CELLS, CODE_COLUMNS, LINKS, SIZES, TEXTS, XML_BOMBS } from "./corpus/sheets";

jest.setTimeout(4 * PATIENCE);

let office: OpenOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

/** The pane as it starts on what is open in the sandbox; it reads, adopts what can be adopted, and checks. */
async function paneHere(): Promise<void> {
  const pane = createPane({
    port: createExcelPort(),
    loadEngine: () => Promise.resolve(engine),
    openChoices: () => Promise.resolve({ get: () => undefined, set: () => undefined }),
    copy: () => Promise.resolve(),
    save: () => Promise.resolve(),
    now: () => new Date(2024, 6, 11, 12, 0),
    hasFunctions: true,
    canDownload: true,
  });
  try {
    await pane.actions.start();
    await pane.actions.check();
    // Whatever the sheet is, it is none of our own failures.
    expect(JSON.stringify(pane.store.get().notice ?? {})).not.toContain('"unknown"');
  } finally {
    pane.actions.end();
  }
}

async function opens({ name, bytes: make, outcome }: HostileFile): Promise<void> {
  const bytes = new Uint8Array(await make());
  const start = performance.now();
  const before = JSON.stringify(office.host.workbook.state.sheets.map(({ name }) => name));
  let opened: Awaited<ReturnType<typeof readFileState>>;
  try {
    opened = await readFileState(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(WorkbookError);
    // What looks at styles takes no sheet whose cells lie as far apart as they can.
    if (name !== CORNER) expect(outcome.kind).not.toBe("read");
    expect(JSON.stringify(office.host.workbook.state.sheets.map(({ name }) => name))).toBe(before);
    return;
  }
  office.host.workbook.open(opened.state);
  await paneHere();
  expect(performance.now() - start).toBeLessThan(2 * PATIENCE);
}

const CORNER = "a cell in the last corner";

/**
 * What is refused, is refused by what the page and the command line share; that it is refused there is enough. So it is
 * that the heaviest are borne there, but for the one that only the page refuses.
 */
const files = [...CONTAINERS, ...XML_BOMBS, ...SIZES, ...CELLS, ...TEXTS, ...CODE_COLUMNS, ...LINKS].filter(
  ({ outcome, name }) =>
    (outcome.kind !== "refused" && (name === CORNER || !HEAVIEST.includes(name))) ||
    /old \.xls|bomb that says it is small|billion/.test(name),
);

test.each(files.map((file) => [file.name, file] as const))("%s", async (_, file) => {
  await opens(file);
});
