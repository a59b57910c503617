/** The workbooks that the operations start from, each made once and brought back for every trial. */

import { layoutForm, type SheetLayout } from "../../../src/core/form/layout";
import { metadataProperty } from "../../../src/core/form/metadata";
import type { CellEdit } from "../../../src/core/table/grid";
import { createExcelPort } from "../../../src/excel/port";
import { formById } from "../../../src/forms";
import { newSheet } from "../../../src/sandbox/host/workbook/state";
import type { WorkbookState } from "../../../src/sandbox/host/workbook/types";
import { setContent } from "../../../src/sandbox/host/workbook/write";
import { readFileState } from "../../../src/sandbox/files/read";
import type { PaneState } from "../../../src/taskpane/state/types";
import { formWorkbook } from "../../../src/xlsx/form-sheet";
import { applyEdits } from "../../../src/xlsx/patch";
import { gridOf } from "../../core/learn/table";
import { NOON, openDesk, PERIOD, UNIT, type ExcelDesk, type OpenPane } from "../excel/desk";

/** The smallest Biểu that is filled in both columns: sixteen units and their totals. */
export const FORM = formById("B06")!;
export const LAYOUT: SheetLayout = layoutForm(FORM, PERIOD, UNIT);

export const INPUTS = ["plan", "actual", "samePeriod"] as const;
export const columnOf = (role: string): number => LAYOUT.columns.find((column) => column.role === role)!.column;
export const rowOf = (code: string): number => LAYOUT.rowOf.get(code)!;

/** Units by Mã số, with figures that agree: parts make their totals, and what is among a total is less. */
const UNITS: Readonly<Record<string, number>> = Object.fromEntries(
  [3, 4, 7, 8, 9, 10, 11, 12, 13, 14].map((unit) => [`DV_${String(unit).padStart(2, "0")}`, 1_000 + unit * 37]),
);
const sum = (from: number, to: number): number =>
  Object.entries(UNITS).reduce((total, [code, figure]) => {
    const unit = Number(code.slice(3));
    return unit >= from && unit <= to ? total + figure : total;
  }, 0);
const ACTUALS: Readonly<Record<string, number>> = {
  ...UNITS,
  DV_01: sum(3, 14),
  DV_02: sum(3, 4),
  DV_05: 400,
  DV_06: sum(7, 14),
  DV_15: 300,
  DV_16: 500,
};
const TIMES = { plan: 20, actual: 10, samePeriod: 9 } as const;

const FIGURES: readonly CellEdit[] = Object.entries(ACTUALS).flatMap(([code, figure]) =>
  INPUTS.map((role) => ({ row: rowOf(code), column: columnOf(role), value: figure * TIMES[role] })),
);

/** A workbook that an operation starts from. */
export type Base = "empty" | "plain" | "filled" | "faulty" | "elsewhere" | "unknown" | "own" | "copy";

export interface Bench {
  readonly desk: ExcelDesk;
  readonly bases: Readonly<Record<Base, WorkbookState>>;
  /** Last year's Biểu, and the same as it comes from a colleague who calls it his own form. */
  readonly files: Readonly<Record<"lastYear" | "ownForm" | "sent", File>>;
}

export interface File {
  readonly name: string;
  readonly bytes: () => Promise<ArrayBuffer>;
}

/** A pane on a workbook, ready for an operation. */
export interface Scene extends Bench {
  readonly pane: OpenPane;
  /** The sheet that the operation is about. */
  readonly sheetId: string;
  /** What the pane knew before the operation. */
  readonly before: PaneState;
  /** Waits until the pane neither works nor asks Excel for anything. */
  readonly quiet: () => Promise<void>;
  /** Lets the pane look at what the user has just changed, as it does after a moment. */
  readonly look: () => Promise<void>;
}

export const fileOf = (name: string, bytes: Uint8Array): File => ({
  name,
  bytes: () => Promise.resolve(bytes.slice().buffer),
});

/** The cell of an indicator, wherever its row is by now; undefined where it is gone. */
export function placeNow(rows: WorkbookState["sheets"][number]["rows"], code: string, role: string) {
  const row = rows.findIndex((cells) => cells?.[columnOf("code")]?.value === code);
  return row < 0 ? undefined : { row, column: columnOf(role) };
}

/** A pane that was started on the workbook as it stands. */
export async function startedPane(desk: ExcelDesk): Promise<OpenPane> {
  // What was done before it came is no news to it.
  await desk.eventsTold();
  const pane = desk.openPane();
  pane.actions.setPerson("Nguyễn Thị A");
  await pane.actions.start();
  return pane;
}

export async function openBench(): Promise<Bench> {
  const desk = await openDesk();
  const empty = desk.keep();
  const typed = (code: string, role: string, text: string) =>
    desk.user.type(desk.workbook.activeSheet().id, rowOf(code), columnOf(role), text);
  /** Brings a workbook back, does something with a pane in it, and keeps what came of it. */
  const after = async (base: WorkbookState, act: (pane: OpenPane) => Promise<void>): Promise<WorkbookState> => {
    desk.open(base);
    const pane = await startedPane(desk);
    await act(pane);
    pane.actions.end();
    return desk.keep();
  };
  const filling = async ({ actions }: OpenPane) => {
    actions.chooseMode("values");
    await actions.fill();
  };

  const metadata = { sheet: LAYOUT.name, formId: FORM.id, version: FORM.version, period: PERIOD, unit: UNIT };
  await createExcelPort().createSheet({ layout: LAYOUT, edits: FIGURES, properties: [metadataProperty(metadata, 0)] });
  const plain = desk.keep();
  const filled = await after(plain, filling);

  desk.open(plain);
  // More among a total than the total, where a reason may be given; and a result that does not follow from its figures.
  typed("DV_05", "plan", "99000");
  const warned = await after(desk.keep(), filling);
  desk.open(warned);
  typed("DV_07", "vsPlan", "12,5");
  const faulty = desk.keep();

  desk.open(plain);
  desk.workbook.state.customProperties = new Map();
  for (const code of LAYOUT.rowOf.keys()) typed(code, "code", "");
  const elsewhere = desk.keep();

  const unknown = tableOf(desk, empty);
  let ownForm: File | undefined;
  const own = await after(unknown, async ({ actions, files }) => {
    await actions.openLearn();
    actions.acceptSure();
    await actions.makeOwnForm();
    await actions.exportForm("BR1");
    ownForm = fileOf("BR1.csv", new TextEncoder().encode(String(files[0]!.content)));
  });

  let sent = new Uint8Array();
  await after(filled, async ({ actions, store }) => {
    await actions.submit();
    sent = store.get().submit.copy!.bytes;
  });
  const copy = (await readFileState(sent)).state;

  return {
    desk,
    bases: { empty, plain, filled, faulty, elsewhere, unknown, own, copy },
    files: { lastYear: await lastYear(), ownForm: ownForm!, sent: fileOf("nop.xlsx", sent) },
  };
}

/** A table of no form of ours, of which the figures tell a total. */
function tableOf(desk: ExcelDesk, empty: WorkbookState): WorkbookState {
  const { rows } = gridOf([
    ["Trẻ được sàng lọc, trong đó:", "trẻ", 7540, 2435, 2507],
    ["- Miễn phí", "trẻ", 6990, 2250, 2299],
    ["- Xã hội hóa", "trẻ", 550, 185, 208],
    ["Số phụ nữ đẻ được khám", "người", 8832, 4620, 4227],
  ]);
  const sheet = newSheet("{UNKNOWN}", "Bảng");
  desk.open({ ...empty, sheets: [sheet, ...empty.sheets], activeSheet: sheet.id });
  desk.workbook.step("user", () => {
    const now = desk.workbook.activeSheet();
    rows.forEach((cells, row) =>
      cells.forEach((cell, column) => {
        if (cell) setContent(desk.workbook, now, row, column, { value: cell.value });
      }),
    );
  });
  return desk.keep();
}

async function lastYear(): Promise<File> {
  const period = { ...PERIOD, year: PERIOD.year - 1 };
  const layout = layoutForm(FORM, period, UNIT);
  const metadata = { sheet: layout.name, formId: FORM.id, version: FORM.version, period, unit: UNIT };
  const bytes = await formWorkbook(layout, metadata, NOON);
  return fileOf("nam-truoc.xlsx", applyEdits(bytes, layout.name, FIGURES));
}
