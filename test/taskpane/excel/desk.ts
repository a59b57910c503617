/** A pane on the real office.js, with a workbook of ours as its Excel and the hands of a user beside it. */

import { layoutForm, type SheetLayout } from "../../../src/core/form/layout";
import { metadataProperty } from "../../../src/core/form/metadata";
import type { Period } from "../../../src/core/form/period";
import type { CellEdit } from "../../../src/core/table/grid";
import { createExcelPort } from "../../../src/excel/port";
import { formById } from "../../../src/forms";
import { type Host, type Workbook } from "../../../src/sandbox/host";
import { copyState } from "../../../src/sandbox/host/workbook/state";
import type { WorkbookState } from "../../../src/sandbox/host/workbook/types";
import { engine } from "../../../src/taskpane/engine";
import type { ChoiceName } from "../../../src/taskpane/state/context";
import { createPane, type Pane } from "../../../src/taskpane/state/pane";
import { openOffice } from "../../support/office";
import { userActions, type UserActions } from "../../support/user";

export const NOON = new Date(2024, 6, 11, 12, 0);
export const PERIOD: Period = { span: "half", year: 2024 };
export const UNIT = "TTYT huyện Tủa Chùa";

/** A small form with rates, subsets and both derived columns. */
export const FORM = formById("B03")!;
export const LAYOUT: SheetLayout = layoutForm(FORM, PERIOD, UNIT);

/** A pane that was opened on the workbook. */
export interface OpenPane extends Pane {
  /** Files that the user was given. */
  readonly files: { readonly name: string; readonly content: string | Uint8Array<ArrayBuffer> }[];
}

/** Excel with the add-in's library in it, for many panes and workbooks one after the other. */
export interface ExcelDesk {
  readonly host: Host;
  readonly workbook: Workbook;
  readonly user: UserActions;
  /** Opens a pane on the workbook as it stands; it was not started. */
  readonly openPane: () => OpenPane;
  /** The workbook as it stands, to come back to. */
  readonly keep: () => WorkbookState;
  readonly open: (state: WorkbookState) => void;
  /** Waits until the add-in was told of what happened so far. */
  readonly eventsTold: () => Promise<void>;
  readonly close: () => void;
}

export async function openDesk(): Promise<ExcelDesk> {
  const office = await openOffice();
  const { workbook } = office.host;
  return {
    host: office.host,
    workbook,
    user: userActions(workbook, "vi-VN"),
    openPane,
    keep: () => copyState(workbook.state),
    open: (state) => workbook.open(state),
    eventsTold: () => new Promise((resolve) => setTimeout(resolve, 1)),
    close: office.close,
  };
}

function openPane(): OpenPane {
  const choices = new Map<ChoiceName, string>([["welcomed", "1"]]);
  const files: OpenPane["files"] = [];
  const pane = createPane({
    port: createExcelPort(),
    loadEngine: () => Promise.resolve(engine),
    openChoices: () =>
      Promise.resolve({ get: (name) => choices.get(name), set: (name, value) => void choices.set(name, value) }),
    copy: () => Promise.resolve(),
    save: (name, content) => {
      files.push({ name, content });
      return Promise.resolve();
    },
    now: () => NOON,
    hasFunctions: true,
    canDownload: true,
  });
  return { ...pane, files };
}

/** Adds the form's sheet with figures, as the add-in makes it. */
export async function addForm(edits: readonly CellEdit[], layout = LAYOUT, period = PERIOD): Promise<void> {
  const metadata = { sheet: layout.name, formId: FORM.id, version: FORM.version, period, unit: UNIT };
  await createExcelPort().createSheet({ layout, edits, properties: [metadataProperty(metadata, 0)] });
}

/** A cell of the form's sheet by Mã số and role, before anybody moves it. */
export function placeIn(
  code: string,
  role: string,
  layout = LAYOUT,
): { readonly row: number; readonly column: number } {
  return { row: layout.rowOf.get(code)!, column: layout.columns.find((column) => column.role === role)!.column };
}
