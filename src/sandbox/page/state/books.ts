/** The workbooks that are open in the page: one is shown; the others wait as they were left. */

import { newSheet, newState, copyState } from "../../host/workbook/state";
import type { WorkbookState } from "../../host/workbook/types";
import type { Workbook } from "../../host/workbook/workbook";

export interface Books {
  /** The names of all, in the order in which they were opened. */
  readonly names: () => readonly string[];
  /** Which of them is shown. */
  readonly shown: () => number;
  /** Gives the workbook that is shown another name. */
  readonly rename: (name: string) => void;
  /** Adds a workbook behind the one that is shown. @returns its name */
  readonly add: (state: WorkbookState) => string;
  /** Shows another one; undo ends there, as each window of Excel has its own. */
  readonly show: (at: number) => void;
}

interface Book {
  name: string;
  /** As it was left; of the one that is shown the workbook itself tells. */
  state: WorkbookState | undefined;
}

/** How a workbook is called that has no name yet. */
const nameOf = (baseName: string, number: number): string => `${baseName}${number}.xlsx`;
export const firstName = (baseName: string): string => nameOf(baseName, 1);

/** @param baseName of workbooks that have no name yet, such as "So" in "So1.xlsx" */
export function createBooks(workbook: Workbook, baseName: string): Books {
  let made = 1;
  let shown: Book = { name: firstName(baseName), state: undefined };
  const books: Book[] = [shown];
  return {
    names: () => books.map(({ name }) => name),
    shown: () => books.indexOf(shown),
    rename: (name) => {
      shown.name = name;
    },
    add: (state) => {
      made += 1;
      const name = nameOf(baseName, made);
      books.push({ name, state });
      return name;
    },
    show: (at) => {
      const next = books[at];
      if (!next?.state || next === shown) return;
      shown.state = copyState(workbook.state);
      shown = next;
      workbook.open(next.state);
      next.state = undefined;
    },
  };
}

/** A workbook with one empty sheet. */
export const emptyState = (sheetName: string): WorkbookState => newState(newSheet("{SHEET-FRESH}", sheetName));
