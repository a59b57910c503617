/** What can go wrong in Excel, to be tried on the pane. */

import { useState } from "preact/hooks";
import type { Host } from "../../host";
import { noFaults } from "../../host/faults";
import { toggleProtection } from "../state/commands";
import type { Page } from "../state/page";
import { Icon } from "./icons";
import { Menu, type MenuItem } from "./menu";

export interface FaultsProps {
  readonly page: Page;
  readonly host: Host;
  /** The requirement set that the pane is told; undefined for the newest. */
  readonly excelApi: string | undefined;
  readonly setExcelApi: (version: string | undefined) => void;
}

/** Action of the next batch that fails: far enough for something to have been written. */
const HALFWAY = 3;

export function Faults({ page, host, excelApi, setExcelApi }: FaultsProps) {
  const [at, setAt] = useState<{ readonly x: number; readonly y: number }>();
  const { faults, ribbon } = page.texts;
  const { faults: state } = host;
  const set = (change: () => void) => () => {
    change();
    page.changed();
  };
  const items: MenuItem[] = [
    {
      text: faults.editing,
      checked: state.cellEdit && !page.editing(),
      run: set(() => {
        state.cellEdit = !state.cellEdit;
      }),
    },
    { text: faults.protected, checked: page.sheet().protection !== null, run: () => toggleProtection(page) },
    {
      text: faults.halfway,
      checked: state.failAt !== null,
      run: set(() => {
        state.failAt = state.failAt === null ? HALFWAY : null;
      }),
    },
    {
      text: faults.lostEvents,
      checked: state.loseEvents,
      run: set(() => {
        state.loseEvents = !state.loseEvents;
      }),
    },
    {
      text: faults.deletedSheet,
      checked: state.deleteSheetBeforeNextBatch !== null,
      run: set(() => {
        state.deleteSheetBeforeNextBatch = state.deleteSheetBeforeNextBatch === null ? page.sheet().name : null;
      }),
    },
    {
      text: faults.noNewWindow,
      checked: state.refuseNewWindows,
      run: set(() => {
        state.refuseNewWindows = !state.refuseNewWindows;
      }),
    },
    {
      text: faults.oldApi,
      checked: excelApi !== undefined,
      run: () => setExcelApi(excelApi === undefined ? "1.13" : undefined),
    },
    {
      text: faults.none,
      parted: true,
      run: set(() => {
        Object.assign(state, noFaults());
        if (excelApi !== undefined) setExcelApi(undefined);
        if (page.sheet().protection) toggleProtection(page);
      }),
    },
  ];
  const on = items.some(({ checked }) => checked);
  return (
    <>
      <button
        type="button"
        class={on ? "command on" : "command"}
        aria-haspopup="menu"
        aria-expanded={at !== undefined}
        onClick={(event) => {
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          setAt({ x: left, y: bottom });
        }}
      >
        <Icon name="faults" />
        <span>{ribbon.faults} ▾</span>
      </button>
      {at && <Menu label={ribbon.faults} items={items} {...at} close={() => setAt(undefined)} />}
    </>
  );
}
