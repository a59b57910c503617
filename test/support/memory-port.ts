/** A workbook in memory behind the port: sheets of cells that are read, written, marked and watched as in Excel. */

import { freeName } from "../../src/core/workbook/sheet-name";
import type { SheetLayout } from "../../src/core/form/layout";
import type { AddedColumn } from "../../src/core/fill/assessment";
import { addedProperty, readStored } from "../../src/core/form/metadata";
import { address, type Cell, type CellEdit, type CellPlace, type Grid } from "../../src/core/table/grid";
import { holdsExpected } from "../../src/core/workbook/undo";
import {
  WorkbookTrouble,
  type CellMark,
  type SelectedRows,
  type SheetInfo,
  type SheetSnapshot,
  type TroubleCode,
  type WorkbookEvent,
  type WorkbookPort,
} from "../../src/core/workbook/port";

interface MemorySheet {
  readonly id: string;
  name: string;
  grid: Grid;
  isProtected: boolean;
  marks: readonly CellMark[];
  /** Columns that were given the look of their table. */
  dressed: readonly AddedColumn[];
  /** Comments by A1 address. */
  readonly comments: Map<string, string>;
}

type PortCall = Exclude<keyof WorkbookPort, "watch">;

export interface MemoryWorkbook {
  readonly port: WorkbookPort;
  /** The sheet of a name; throws where there is none. */
  readonly sheet: (name: string) => MemorySheet;
  readonly names: () => string[];
  /** Changes cells as a user does, and tells it as Excel does. */
  readonly type: (sheet: string, edits: readonly CellEdit[]) => void;
  /** Replaces the rows of a sheet, as inserting, deleting and sorting do. */
  readonly rearrange: (sheet: string, rows: Grid["rows"]) => void;
  readonly add: (grid: Grid) => void;
  readonly activate: (sheet: string) => void;
  /** Selects rows of the active sheet, 0-based and inclusive, and tells it. */
  readonly select: (...areas: SelectedRows["areas"]) => void;
  /** Activates a sheet without telling it, as hosts do that lose events. */
  readonly activateUnseen: (sheet: string) => void;
  readonly remove: (sheet: string) => void;
  /** The next calls of a kind fail so, until it is undefined. */
  readonly fail: (call: PortCall, code: TroubleCode | undefined) => void;
  /** How often the port was called, by kind. */
  readonly calls: Readonly<Record<PortCall, number>>;
  /** Files that were opened in a window of their own. */
  readonly opened: Uint8Array[];
  /** Cells that were shown, as "Sheet!A1". */
  readonly shown: string[];
  readonly properties: () => Readonly<Record<string, string>>;
  readonly memory: () => string | null;
  readonly setMemory: (text: string | null) => void;
}

export function memoryWorkbook(...grids: readonly Grid[]): MemoryWorkbook {
  let sheets: MemorySheet[] = [];
  let properties: Record<string, string> = {};
  let memory: string | null = null;
  let active = "";
  let selected: SelectedRows["areas"] = [{ top: 0, bottom: 0 }];
  let made = 0;
  const shown: string[] = [];
  const opened: Uint8Array[] = [];
  const listeners = new Set<(event: WorkbookEvent) => void>();
  const failures = new Map<PortCall, TroubleCode>();
  const calls: Record<PortCall, number> = {
    read: 0,
    write: 0,
    createSheet: 0,
    removeSheet: 0,
    show: 0,
    selection: 0,
    mark: 0,
    comment: 0,
    openInNewWindow: 0,
  };

  const tell = (event: WorkbookEvent) => {
    for (const listener of [...listeners]) listener(event);
  };
  const infoOf = ({ id, name }: MemorySheet): SheetInfo => ({ id, name, visible: true });
  const byId = (id: string) => {
    const found = sheets.find((sheet) => sheet.id === id);
    if (!found) throw new WorkbookTrouble("sheet-gone");
    return found;
  };
  const byName = (name: string) => {
    const found = sheets.find((sheet) => sheet.name === name);
    if (!found) throw new Error(`no sheet ${name}`);
    return found;
  };
  const enter = async (call: PortCall) => {
    calls[call] += 1;
    await Promise.resolve();
    const code = failures.get(call);
    if (code) throw new WorkbookTrouble(code);
  };
  const insert = (name: string, grid: Grid): MemorySheet => {
    made += 1;
    const sheet: MemorySheet = {
      id: `{${made}}`,
      name,
      grid: { ...grid, sheet: name },
      isProtected: false,
      marks: [],
      dressed: [],
      comments: new Map(),
    };
    const at = sheets.findIndex(({ id }) => id === active);
    sheets = [...sheets.slice(0, at + 1), sheet, ...sheets.slice(at + 1)];
    return sheet;
  };
  const activate = (sheet: MemorySheet) => {
    active = sheet.id;
    tell({ kind: "activated", sheet: sheet.id });
  };
  const unlocked = (sheet: MemorySheet) => {
    if (sheet.isProtected) throw new WorkbookTrouble("protected");
  };

  for (const grid of grids) {
    const sheet = insert(grid.sheet, grid);
    active ||= sheet.id;
  }

  const port: WorkbookPort = {
    read: async (id) => {
      await enter("read");
      const sheet = byId(id ?? active);
      const snapshot: SheetSnapshot = {
        sheet: infoOf(sheet),
        sheets: sheets.map(infoOf),
        grid: sheet.grid,
        rowsLeftOut: 0,
        columnsLeftOut: 0,
        isProtected: sheet.isProtected,
        properties,
        memory,
      };
      return snapshot;
    },
    write: async (change) => {
      await enter("write");
      const sheet = byId(change.sheet);
      if (change.edits.length > 0) unlocked(sheet);
      if (!holdsExpected(sheet.grid, change.expected ?? [])) throw new WorkbookTrouble("moved");
      sheet.grid = edited(sheet.grid, change.edits);
      const removed = new Set((change.removed ?? []).map(({ column }) => column));
      sheet.dressed = [...sheet.dressed.filter(({ column }) => !removed.has(column)), ...(change.added ?? [])];
      for (const { name, value } of change.properties ?? []) properties = { ...properties, [name]: value };
      if (change.memory !== undefined) ({ memory } = change);
      return { dressed: (change.added ?? []).map((column) => ({ ...column, before: undefined })) };
    },
    createSheet: async ({ layout, edits, properties: added, stay, replaces }) => {
      await enter("createSheet");
      const name = freeName(
        layout.name,
        sheets.map((sheet) => sheet.name),
      );
      const gone = replaces === undefined ? undefined : byId(replaces);
      if (gone) sheets = sheets.filter((one) => one !== gone);
      const sheet = insert(gone?.name ?? name, edited(gridOf(layout), edits));
      for (const property of added) {
        const [stored] = readStored({ [property.name]: property.value });
        const own = stored ? addedProperty(properties, { ...stored, sheet: name }) : property;
        properties = { ...properties, [own.name]: own.value };
      }
      if (!stay) activate(sheet);
      return infoOf(sheet);
    },
    removeSheet: async (id, made) => {
      await enter("removeSheet");
      const sheet = byId(id);
      const text = (rows: Grid["rows"]) => JSON.stringify(rows.map((row) => row.map((cell) => cell?.value ?? null)));
      if (text(sheet.grid.rows) !== text(gridOf(made).rows)) throw new WorkbookTrouble("moved");
      sheets = sheets.filter((one) => one !== sheet);
      tell({ kind: "deleted", sheet: id });
    },
    show: async (id, place) => {
      await enter("show");
      shown.push(`${byId(id).name}!${address(place.row, place.column)}`);
    },
    selection: async () => {
      await enter("selection");
      return { sheet: active, areas: selected };
    },
    mark: async (id, marks) => {
      await enter("mark");
      const sheet = byId(id);
      unlocked(sheet);
      sheet.marks = marks;
    },
    comment: async (id, place: CellPlace, text) => {
      await enter("comment");
      const sheet = byId(id);
      unlocked(sheet);
      sheet.comments.set(address(place.row, place.column), text);
    },
    openInNewWindow: async (bytes) => {
      await enter("openInNewWindow");
      opened.push(bytes);
    },
    watch: (listener) => {
      listeners.add(listener);
      return Promise.resolve(() => {
        listeners.delete(listener);
        return Promise.resolve();
      });
    },
  };

  return {
    port,
    sheet: byName,
    names: () => sheets.map(({ name }) => name),
    type: (name, edits) => {
      const sheet = byName(name);
      sheet.grid = edited(sheet.grid, edits);
      for (const { row, column } of edits) {
        tell({ kind: "changed", sheet: sheet.id, address: address(row, column), structural: false });
      }
    },
    rearrange: (name, rows) => {
      const sheet = byName(name);
      sheet.grid = { ...sheet.grid, rows };
      tell({ kind: "changed", sheet: sheet.id, address: "1:1", structural: true });
    },
    add: (grid) => void insert(grid.sheet, grid),
    activate: (name) => activate(byName(name)),
    select: (...areas) => {
      selected = areas;
      tell({ kind: "selected", sheet: active });
    },
    activateUnseen: (name) => {
      active = byName(name).id;
    },
    remove: (name) => {
      const gone = byName(name);
      sheets = sheets.filter((sheet) => sheet !== gone);
      if (active === gone.id) active = sheets[0]?.id ?? "";
      tell({ kind: "deleted", sheet: gone.id });
    },
    fail: (call, code) => {
      if (code) failures.set(call, code);
      else failures.delete(call);
    },
    calls,
    opened,
    shown,
    properties: () => properties,
    memory: () => memory,
    setMemory: (text) => {
      memory = text;
    },
  };
}

/** The sheet of a layout, as the edges build it. */
export function gridOf(layout: SheetLayout): Grid {
  return {
    sheet: layout.name,
    rows: layout.cells.map((cells) =>
      Array.from(
        cells,
        (cell): Cell | undefined => cell && { value: cell.value, ...(cell.format && { format: cell.format }) },
      ),
    ),
    merges: layout.merges,
  };
}

function edited(grid: Grid, edits: readonly CellEdit[]): Grid {
  const rows = grid.rows.map((row) => [...row]);
  for (const { row, column, value, formula } of edits) {
    while (rows.length <= row) rows.push([]);
    const { format } = rows[row]![column] ?? {};
    rows[row]![column] = { value, ...(formula !== undefined && { formula }), ...(format !== undefined && { format }) };
  }
  return { ...grid, rows };
}
