/** Which formulas read a cell, without looking at every formula or writing down every cell of a range. */

import { type CalcPlace } from "./types";
import { type Area } from "./values";

/** A cell or range that a reader reads. */
export interface Entry<Reader> {
  readonly area: Area;
  readonly reader: Reader;
}

export interface Dependents<Reader> {
  /** @returns what to remove it by */
  add(area: Area, reader: Reader): Entry<Reader>;
  remove(entry: Entry<Reader>): void;
  /** Calls back for everyone who reads the cell; maybe more than once, where one reads it by several references. */
  visit(place: CalcPlace, visit: (reader: Reader) => void): void;
  /** Everyone who reads some cell of the sheet. */
  readersOf(sheet: string): ReadonlySet<Reader>;
  clear(): void;
}

/** Tiles of one size: a power of two of rows by a power of two of columns. */
interface Layer<Reader> {
  readonly rowBits: number;
  readonly columnBits: number;
  /** Most tiles of single cells have one reader: then it stands there alone, without a set around it. */
  readonly tiles: Map<number, Entry<Reader> | Set<Entry<Reader>>>;
}

/** More tiles than there are columns, whatever the size. */
const STRIDE = 32_768;

/** The power of two that a length fits into. */
const bitsFor = (length: number) => (length <= 1 ? 0 : 32 - Math.clz32(length - 1));

/**
 * An area goes into the tiles of its own size that it touches, four at most; a cell is looked for in the one tile of each
 * size that is in use. A whole column is one entry, and so is a single cell.
 */
export function createDependents<Reader>(): Dependents<Reader> {
  const sheets = new Map<string, Map<number, Layer<Reader>>>();

  const layerFor = (area: Area): Layer<Reader> => {
    let layers = sheets.get(area.sheet);
    if (!layers) sheets.set(area.sheet, (layers = new Map<number, Layer<Reader>>()));
    const rowBits = bitsFor(area.bottom - area.top + 1);
    const columnBits = bitsFor(area.right - area.left + 1);
    const key = rowBits * 32 + columnBits;
    let layer = layers.get(key);
    if (!layer) layers.set(key, (layer = { rowBits, columnBits, tiles: new Map() }));
    return layer;
  };

  const eachTile = ({ rowBits, columnBits }: Layer<Reader>, area: Area, visit: (tile: number) => void): void => {
    for (let row = area.top >> rowBits; row <= area.bottom >> rowBits; row += 1) {
      for (let column = area.left >> columnBits; column <= area.right >> columnBits; column += 1) {
        visit(row * STRIDE + column);
      }
    }
  };

  return {
    add(area, reader) {
      const layer = layerFor(area);
      const entry = { area, reader };
      eachTile(layer, area, (tile) => {
        const held = layer.tiles.get(tile);
        if (held instanceof Set) held.add(entry);
        else layer.tiles.set(tile, held ? new Set([held, entry]) : entry);
      });
      return entry;
    },
    remove(entry) {
      const layer = layerFor(entry.area);
      eachTile(layer, entry.area, (tile) => {
        const held = layer.tiles.get(tile);
        if (held === entry || (held instanceof Set && held.delete(entry) && held.size === 0)) layer.tiles.delete(tile);
      });
    },
    visit({ sheet, row, column }, visit) {
      const layers = sheets.get(sheet);
      if (!layers) return;
      const inTile = ({ area, reader }: Entry<Reader>) => {
        const within = row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
        if (within) visit(reader);
      };
      for (const { rowBits, columnBits, tiles } of layers.values()) {
        const held = tiles.get((row >> rowBits) * STRIDE + (column >> columnBits));
        if (held instanceof Set) held.forEach(inTile);
        else if (held) inTile(held);
      }
    },
    readersOf(sheet) {
      const readers = new Set<Reader>();
      for (const { tiles } of sheets.get(sheet)?.values() ?? []) {
        for (const held of tiles.values()) {
          if (held instanceof Set) held.forEach(({ reader }) => readers.add(reader));
          else readers.add(held.reader);
        }
      }
      return readers;
    },
    clear: () => sheets.clear(),
  };
}
