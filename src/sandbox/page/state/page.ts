/** What the page shows and what its user is doing; the workbook itself is the host's. */

import { areaAddress, bounding, cellArea, contains, type Area } from "../../host/workbook/area";
import { holdsLocked } from "../../host/workbook/state";
import { WorkbookRefusal, type InputLocale, type Sheet } from "../../host/workbook/types";
import type { Workbook } from "../../host/workbook/workbook";
import { aroundMerges, mergeAt, type Place } from "../grid/moves";
import { textsOf, type Language, type Texts } from "../texts";

/** A cell that is being typed into. */
export interface Editing extends Place {
  readonly sheet: string;
  readonly text: string;
  /** Where the caret is: in the cell or in the formula bar. */
  readonly from: "cell" | "bar";
  /** Whether arrows end the entry, as when typing over a cell, or move the caret, as after F2. */
  readonly arrowsLeave: boolean;
}

export interface Message {
  readonly kind: "info" | "warning";
  readonly text: string;
}

export interface Page {
  readonly workbook: Workbook;
  readonly language: Language;
  readonly locale: InputLocale;
  readonly texts: Texts;
  /** Calls back after every change of what is to be seen, until the returned function is called. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Grows with every change. */
  readonly revision: () => number;
  readonly changed: () => void;
  readonly sheet: () => Sheet;
  /** The cell that typing goes to. */
  readonly active: () => Place;
  readonly selection: () => Area;
  /** The corner of the selection that shift and an arrow move. */
  readonly lead: () => Place;
  readonly select: (place: Place, to?: Place) => void;
  readonly selectArea: (area: Area, active?: Place) => void;
  readonly editing: () => Editing | undefined;
  readonly setEditing: (editing: Editing | undefined) => void;
  readonly message: () => Message | undefined;
  readonly say: (text: string, kind?: Message["kind"]) => void;
  readonly silence: () => void;
  /** 1 for the size in print. */
  readonly zoom: () => number;
  /** How many workbooks were opened so far: each has a pane of its own, as every window of Excel has. */
  readonly book: () => number;
  /** Another workbook stands in the page now. */
  readonly opened: () => void;
  readonly setZoom: (zoom: number) => void;
  /** Does something as one step of the user; a refusal is said, not thrown. @returns whether it was done */
  readonly run: (action: (workbook: Workbook, sheet: Sheet) => void) => boolean;
  /** Whether the user may write there; where not, it is said why. */
  readonly mayWrite: (area: Area) => boolean;
}

/** What the page tells the host of its user's doings. */
export interface PageEvents {
  /** A cell is being edited, or no longer: Excel then answers an add-in with an error. */
  readonly onEditing: (editing: boolean) => void;
}

/** How far one can zoom. */
const SMALLEST = 0.5;
const LARGEST = 2;

/** Makes the state of a page over a workbook. */
export function createPage(workbook: Workbook, language: Language, events: PageEvents): Page {
  const listeners = new Set<() => void>();
  const texts = textsOf(language);
  let revision = 0;
  let anchor: Place = { row: 0, column: 0 };
  let lead: Place = anchor;
  let editing: Editing | undefined;
  let message: Message | undefined;
  let zoom = 1;
  let book = 0;

  const changed = () => {
    revision += 1;
    for (const listener of listeners) listener();
  };
  workbook.onChange(changed);

  const sheet = () => workbook.activeSheet();
  const selection = (): Area => sheet().selection[0] ?? cellArea(0, 0);
  /** The add-in selects too, and knows nothing of the page's anchor. */
  const active = (): Place => {
    const area = selection();
    return contains(area, anchor.row, anchor.column) ? anchor : { row: area.top, column: area.left };
  };
  const setSelection = (area: Area) => {
    const here = sheet();
    const [before] = here.selection;
    const same = before && areaAddress(before) === areaAddress(area) && here.selection.length === 1;
    if (same) return changed();
    workbook.step("user", () => {
      here.selection = [area];
      workbook.edit.tell({ kind: "selection", sheet: here.id, address: areaAddress(area), source: "user" });
    });
  };
  const say = (text: string, kind: Message["kind"] = "info") => {
    message = { text, kind };
    changed();
  };

  return {
    workbook,
    language,
    locale: language === "en" ? "en-US" : "vi-VN",
    texts,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    revision: () => revision,
    changed,
    sheet,
    active,
    selection,
    lead: () => (contains(selection(), lead.row, lead.column) ? lead : active()),
    select: (place, to = place) => {
      const { top, left } = mergeAt(sheet(), place);
      anchor = { row: top, column: left };
      lead = to;
      const area = bounding(cellArea(place.row, place.column), cellArea(to.row, to.column));
      setSelection(aroundMerges(sheet(), area));
    },
    selectArea: (area, at) => {
      anchor = at ?? { row: area.top, column: area.left };
      lead = { row: area.bottom, column: area.right };
      setSelection(area);
    },
    editing: () => editing,
    setEditing: (next) => {
      const was = editing !== undefined;
      editing = next;
      if (was !== (next !== undefined)) events.onEditing(next !== undefined);
      changed();
    },
    message: () => message,
    say,
    silence: () => {
      message = undefined;
      changed();
    },
    zoom: () => zoom,
    book: () => book,
    opened: () => {
      book += 1;
      changed();
    },
    setZoom: (to) => {
      zoom = Math.round(Math.min(LARGEST, Math.max(SMALLEST, to)) * 20) / 20;
      changed();
    },
    run: (action) => {
      try {
        workbook.step("user", () => action(workbook, sheet()));
        return true;
      } catch (error) {
        if (!(error instanceof WorkbookRefusal)) throw error;
        say(refusalText(error, texts), "warning");
        return false;
      }
    },
    mayWrite: (area) => {
      const here = sheet();
      if (!here.protection || !holdsLocked(here, area)) return true;
      say(texts.say.locked, "warning");
      return false;
    },
  };
}

function refusalText({ code }: WorkbookRefusal, { say }: Texts): string {
  if (code === "ItemAlreadyExists") return say.nameTaken;
  if (code === "InvalidArgument") return say.badName;
  return code === "AccessDenied" ? say.locked : say.refused;
}
