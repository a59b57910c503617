/** What the library is told of, once it has registered for it. */

import { type WorkbookChange } from "../workbook/types";
import { type Workbook } from "../workbook/workbook";
import { handedOver, valueType } from "./values";

/** The library's numbers for the events. */
const EVENTS = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  formatChanged: 18,
  rowSorted: 19,
  columnSorted: 20,
  protectionChanged: 24,
  nameChanged: 25,
  visibilityChanged: 26,
  moved: 27,
} as const;

/** The events by what the methods that register for them are called on the wire: `_RegisterDataChangedEvent` … */
export const REGISTRATIONS: Readonly<Record<string, number>> = {
  DataChangedEvent: EVENTS.changed,
  ActivatedEvent: EVENTS.activated,
  DeactivatedEvent: EVENTS.deactivated,
  AddedEvent: EVENTS.added,
  DeletedEvent: EVENTS.deleted,
  SelectionChangedEvent: EVENTS.selectionChanged,
  CalculatedEvent: EVENTS.calculated,
  FormatChangedEvent: EVENTS.formatChanged,
  RowSortedEvent: EVENTS.rowSorted,
  ColumnSortedEvent: EVENTS.columnSorted,
  ProtectionChangedEvent: EVENTS.protectionChanged,
  EventNameChanged: EVENTS.nameChanged,
  EventVisibilityChanged: EVENTS.visibilityChanged,
  EventMoved: EVENTS.moved,
};

/** Events of the collection are told to this target. */
export const WORKBOOK_TARGET = "Workbook";

export interface EventEntry {
  readonly messageCategory: 65536;
  readonly messageType: number;
  readonly targetId: string;
  /** JSON of the event's arguments. */
  readonly message: string;
}

const SHIFTS: Partial<Record<WorkbookChange["kind"], string>> = {
  RowInserted: "ShiftCellDown",
  RowDeleted: "ShiftCellUp",
  ColumnInserted: "ShiftCellRight",
  ColumnDeleted: "ShiftCellLeft",
  CellInserted: "ShiftCellDown",
  CellDeleted: "ShiftCellUp",
};

/** The event of a change, and its arguments; undefined where Excel has none. */
function eventOf(change: WorkbookChange, workbook: Workbook): { type: number; args: object } | undefined {
  if (change.kind === "document" || change.kind === "replaced") return undefined;
  const worksheetId = change.sheet;
  const source = "Local";
  switch (change.kind) {
    case "look":
      return { type: EVENTS.formatChanged, args: { address: change.address, source, worksheetId } };
    case "calculated":
      return { type: EVENTS.calculated, args: { address: change.address, worksheetId } };
    case "selection":
      return { type: EVENTS.selectionChanged, args: { address: change.address, worksheetId } };
    case "activated":
      return { type: EVENTS.activated, args: { worksheetId } };
    case "deactivated":
      return { type: EVENTS.deactivated, args: { worksheetId } };
    case "added":
      return { type: EVENTS.added, args: { source, worksheetId } };
    case "deleted":
      return { type: EVENTS.deleted, args: { source, worksheetId } };
    case "renamed":
      return { type: EVENTS.nameChanged, args: { source, worksheetId, nameAfter: workbook.sheet(worksheetId)?.name } };
    case "moved":
      return { type: EVENTS.moved, args: { source, worksheetId } };
    case "visibility":
      return {
        type: EVENTS.visibilityChanged,
        args: { source, worksheetId, visibilityAfter: workbook.sheet(worksheetId)?.visibility },
      };
    case "protection":
      return {
        type: EVENTS.protectionChanged,
        args: { source, worksheetId, isProtected: workbook.sheet(worksheetId)?.protection !== null },
      };
    default: {
      const { details, address, kind } = change;
      return {
        type: EVENTS.changed,
        args: {
          address,
          changeType: kind,
          source,
          worksheetId,
          triggerSource: change.source === "addin" ? "ThisLocalAddin" : "Unknown",
          shiftDirection: SHIFTS[kind] ?? "None",
          ...(details
            ? {
                valueBefore: handedOver(details.before),
                valueAfter: handedOver(details.after),
                valueTypeBefore: valueType(details.before),
                valueTypeAfter: valueType(details.after),
              }
            : {}),
        },
      };
    }
  }
}

export interface EventTable {
  readonly register: (event: number, target: string) => void;
  readonly unregister: (event: number, target: string) => void;
  /** The messages that a change brings to who registered. */
  readonly entries: (change: WorkbookChange) => EventEntry[];
}

export function createEventTable(workbook: Workbook): EventTable {
  const registered = new Set<string>();
  const key = (event: number, target: string) => `${event} ${target}`;
  return {
    register: (event, target) => registered.add(key(event, target)),
    unregister: (event, target) => registered.delete(key(event, target)),
    entries: (change) => {
      const event = registered.size > 0 ? eventOf(change, workbook) : undefined;
      if (!event || !("sheet" in change)) return [];
      return [change.sheet, WORKBOOK_TARGET]
        .filter((target) => registered.has(key(event.type, target)))
        .map((targetId) => ({
          messageCategory: 65536,
          messageType: event.type,
          targetId,
          message: JSON.stringify(event.args),
        }));
    },
  };
}
