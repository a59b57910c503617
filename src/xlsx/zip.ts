/**
 * The zip container, read with distrust and written with restraint. A library would do for honest files; this one
 * stops a bomb whose headers lie, and copies what was not changed without unpacking and packing it again.
 */
import { Inflate, deflateSync } from "fflate";
import { WorkbookError } from "./error";
import { OPENING, damagedPart } from "./messages";

/** The most that one part may unpack to. */
const MAX_PART_BYTES = 100 * 1024 * 1024;
/** The most that all parts together may unpack to. */
const MAX_TOTAL_BYTES = 200 * 1024 * 1024;
/** The most parts a file may have. */
const MAX_PARTS = 10_000;

/** A part of the container: unpacked, and as it lies in the file. */
export interface ZipPart {
  readonly name: string;
  /** The name as it is written; old programs do not write Unicode, and what we cannot read must still stay as it is. */
  readonly rawName: Uint8Array;
  readonly content: Uint8Array;
  readonly packed: Uint8Array;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  /** Time and date of the last change, as MS-DOS writes them; kept so that the same edit gives the same bytes. */
  readonly stamp: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const END64_LOCATOR = 0x07064b50;
const ENCRYPTED_FLAG = 0x1;
const DESCRIPTOR_FLAG = 0x8;
/** Small enough that one step cannot unpack to more than some 8 MB before the counter is asked. */
const INFLATE_STEP = 8 * 1024;

/** What a byte does to the checksum (APPNOTE.TXT, 4.4.7), followed by no other byte, by one, by two and by three. */
const CRC_TABLES = crcTables();

function crcTables(): Uint32Array[] {
  const first = Uint32Array.from({ length: 256 }, (_, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  const tables = [first];
  while (tables.length < 4) tables.push(tables.at(-1)!.map((value) => first[value & 0xff]! ^ (value >>> 8)));
  return tables;
}

function crc32(bytes: Uint8Array): number {
  const [t0, t1, t2, t3] = CRC_TABLES as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  let crc = -1;
  let at = 0;
  // Four bytes at a time: parts of tens of megabytes are common in large workbooks.
  for (; at + 4 <= bytes.length; at += 4) {
    crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    crc = t3[crc & 0xff]! ^ t2[(crc >>> 8) & 0xff]! ^ t1[(crc >>> 16) & 0xff]! ^ t0[crc >>> 24]!;
  }
  for (; at < bytes.length; at += 1) crc = t0[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
}

/** A part's name as it is compared: by capitals and slashes alone no two parts may differ (ECMA-376 part 2, 6.2.2.3). */
export function canonical(name: string): string {
  return name.replace(/\\/g, "/").toLowerCase();
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function truncated(): WorkbookError {
  return new WorkbookError("damaged", OPENING.truncated);
}

interface Directory {
  readonly count: number;
  readonly start: number;
  readonly size: number;
}

/** Finds the end record, which may be followed by a comment of up to 65.535 bytes. */
function findDirectory(view: DataView): Directory {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff);
  for (let at = view.byteLength - 22; at >= lowest; at--) {
    if (view.getUint32(at, true) !== END || at + 22 + view.getUint16(at + 20, true) > view.byteLength) continue;
    const locator = at - 20;
    if (locator >= 0 && view.getUint32(locator, true) === END64_LOCATOR) return findDirectory64(view, locator);
    return {
      count: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      start: view.getUint32(at + 16, true),
    };
  }
  throw truncated();
}

function findDirectory64(view: DataView, locator: number): Directory {
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== END64) throw truncated();
  return {
    count: Number(view.getBigUint64(at + 32, true)),
    size: Number(view.getBigUint64(at + 40, true)),
    start: Number(view.getBigUint64(at + 48, true)),
  };
}

interface Header {
  readonly name: string;
  readonly rawName: Uint8Array;
  readonly flags: number;
  readonly method: number;
  readonly stamp: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

/** The 64-bit numbers of an extra field, in place of those that read 0xFFFFFFFF. */
function widen(view: DataView, from: number, to: number, values: readonly number[]): number[] {
  const wide = [...values];
  for (let at = from; at + 4 <= to;) {
    const id = view.getUint16(at, true);
    const end = at + 4 + view.getUint16(at + 2, true);
    if (id === 1 && end <= to) {
      let next = at + 4;
      for (let i = 0; i < wide.length; i++) {
        if (wide[i] !== 0xffffffff || next + 8 > end) continue;
        wide[i] = Number(view.getBigUint64(next, true));
        next += 8;
      }
    }
    at = end;
  }
  return wide;
}

function readHeaders(bytes: Uint8Array, view: DataView): Header[] {
  const directory = findDirectory(view);
  if (directory.count > MAX_PARTS) throw new WorkbookError("too-large", OPENING.tooManyParts);
  if (directory.start + directory.size > bytes.length) throw truncated();
  const headers: Header[] = [];
  let at = directory.start;
  for (let i = 0; i < directory.count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) throw truncated();
    const nameEnd = at + 46 + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    const end = extraEnd + view.getUint16(at + 32, true);
    if (end > bytes.length) throw truncated();
    const narrow = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)];
    const [size, packedSize, offset] = widen(view, nameEnd, extraEnd, narrow) as [number, number, number];
    const rawName = bytes.subarray(at + 46, nameEnd);
    headers.push({
      name: new TextDecoder().decode(rawName),
      rawName,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      stamp: view.getUint32(at + 12, true),
      crc: view.getUint32(at + 16, true),
      packedSize,
      size,
      offset,
    });
    at = end;
  }
  return headers;
}

/** Unpacks one part, never holding more than its declared size, and stops as soon as there is more than that. */
function inflatePart(header: Header, packed: Uint8Array, allowed: number): Uint8Array {
  if (header.size > allowed) throw new WorkbookError("too-large", OPENING.tooLarge);
  const content = new Uint8Array(header.size);
  let filled = 0;
  const inflate = new Inflate((chunk) => {
    if (filled + chunk.length > allowed) throw new WorkbookError("too-large", OPENING.tooLarge);
    if (filled + chunk.length > content.length) throw new WorkbookError("damaged", damagedPart(header.name));
    content.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    for (let at = 0; at < packed.length; at += INFLATE_STEP) {
      inflate.push(packed.subarray(at, at + INFLATE_STEP), at + INFLATE_STEP >= packed.length);
    }
  } catch (error) {
    if (error instanceof WorkbookError) throw error;
    throw new WorkbookError("damaged", damagedPart(header.name));
  }
  if (filled !== content.length) throw new WorkbookError("damaged", damagedPart(header.name));
  return content;
}

function unpackPart(bytes: Uint8Array, view: DataView, header: Header, allowed: number): ZipPart {
  if (header.flags & ENCRYPTED_FLAG) throw new WorkbookError("encrypted", OPENING.encrypted);
  const { offset } = header;
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) throw truncated();
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + header.packedSize > bytes.length) throw truncated();
  const packed = bytes.subarray(start, start + header.packedSize);
  if (header.method !== 0 && header.method !== 8) throw new WorkbookError("damaged", damagedPart(header.name));
  if (header.method === 0 && packed.length > allowed) throw new WorkbookError("too-large", OPENING.tooLarge);
  if (header.method === 0 && packed.length !== header.size)
    throw new WorkbookError("damaged", damagedPart(header.name));
  const content = header.method === 0 ? packed : inflatePart(header, packed, allowed);
  if (crc32(content) !== header.crc) throw new WorkbookError("damaged", damagedPart(header.name));
  const { name, rawName, method, flags, crc, stamp } = header;
  return { name, rawName, content, packed, method, flags, crc, stamp };
}

/** Entries that share their bytes can ask for more work than any file has bytes; no program writes such. */
function refuseOverlaps(headers: readonly Header[], length: number): void {
  const packed = headers.reduce((sum, { packedSize }) => sum + packedSize, 0);
  if (packed > length) throw new WorkbookError("damaged", OPENING.overlapping);
}

/**
 * Reads a zip file whole.
 *
 * @throws {@link WorkbookError} `damaged` for a truncated or inconsistent file, `too-large` for one that unpacks to
 * more than the limits above, `encrypted` for one with a zip password.
 */
export function readZip(bytes: Uint8Array): ZipPart[] {
  const view = viewOf(bytes);
  const names = new Set<string>();
  let left = MAX_TOTAL_BYTES;
  const headers = readHeaders(bytes, view);
  refuseOverlaps(headers, bytes.length);
  return headers.map((header) => {
    // Two parts of one name are read differently by different programs: what we check must be what Excel shows.
    const name = canonical(header.name);
    if (names.has(name)) throw new WorkbookError("damaged", damagedPart(header.name));
    names.add(name);
    const part = unpackPart(bytes, view, header, Math.min(left, MAX_PART_BYTES));
    left -= part.content.length;
    return part;
  });
}

function repack(part: ZipPart, content: Uint8Array): ZipPart {
  return { ...part, content, packed: deflateSync(content, { level: 6 }), method: 8, crc: crc32(content) };
}

function writeHeader(view: DataView, at: number, part: ZipPart): void {
  // The sizes stand in the header itself, so the flag that says "they follow the data" must go.
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, part.flags & ~DESCRIPTOR_FLAG, true);
  view.setUint16(at + 4, part.method, true);
  view.setUint32(at + 6, part.stamp, true);
  view.setUint32(at + 10, part.crc, true);
  view.setUint32(at + 14, part.packed.length, true);
  view.setUint32(at + 18, part.content.length, true);
  view.setUint16(at + 22, part.rawName.length, true);
}

/**
 * Writes the parts in their order. A part named in `changes` gets the new content, or goes where that is null; the
 * packed bytes of all others are copied as they are.
 */
export function writeZip(parts: readonly ZipPart[], changes: ReadonlyMap<string, Uint8Array | null>): Uint8Array {
  const kept = parts.flatMap((part) => {
    const change = changes.get(part.name);
    if (change === null) return [];
    return [change ? repack(part, change) : part];
  });
  const dataSize = kept.reduce((sum, { rawName, packed }) => sum + 30 + rawName.length + packed.length, 0);
  const directorySize = kept.reduce((sum, { rawName }) => sum + 46 + rawName.length, 0);
  const bytes = new Uint8Array(dataSize + directorySize + 22);
  const view = viewOf(bytes);
  let at = 0;
  let entry = dataSize;
  for (const part of kept) {
    const { rawName, packed } = part;
    view.setUint32(entry, CENTRAL, true);
    view.setUint16(entry + 4, 20, true);
    writeHeader(view, entry + 6, part);
    view.setUint32(entry + 42, at, true);
    bytes.set(rawName, entry + 46);
    entry += 46 + rawName.length;

    view.setUint32(at, LOCAL, true);
    writeHeader(view, at + 4, part);
    bytes.set(rawName, at + 30);
    bytes.set(packed, at + 30 + rawName.length);
    at += 30 + rawName.length + packed.length;
  }
  view.setUint32(entry, END, true);
  view.setUint16(entry + 8, kept.length, true);
  view.setUint16(entry + 10, kept.length, true);
  view.setUint32(entry + 12, directorySize, true);
  view.setUint32(entry + 16, dataSize, true);
  return bytes;
}
