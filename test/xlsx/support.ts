/** Workbooks for the tests: written by hand, part by part, or by excelize, a program that is not ours. */
import fs from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { init } from "excelize-wasm";
import type { Cell, Grid } from "../../src/core/table/grid";
import { placeOf } from "../../src/core/table/grid";
import { WorkbookError } from "../../src/xlsx/error";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** What a hand-written workbook holds. */
export interface HandWritten {
  /** What stands inside `<worksheet>`, by sheet name; a text that begins with `<?xml` or `<worksheet` is the part. */
  readonly sheets: Readonly<Record<string, string>>;
  readonly strings?: readonly string[];
  readonly styles?: string;
  /** What stands in the workbook part after the sheets. */
  readonly workbook?: string;
  /** Attributes and elements before the sheets. */
  readonly before?: string;
  /** Further parts, or other contents of parts. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  /** Further relationships of the workbook part. */
  readonly relations?: string;
  readonly types?: string;
}

/** Packs parts into a zip file. */
export function pack(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const bytes = (content: string | Uint8Array) => (typeof content === "string" ? strToU8(content) : content);
  const contents = Object.entries(parts).map(([path, content]) => [path, bytes(content)] as const);
  return zipSync(Object.fromEntries<Uint8Array>(contents), { mtime: new Date(2024, 5, 1) });
}

/** Makes a small workbook, its XML given as text. */
export function handWritten({
  sheets,
  strings,
  styles,
  workbook = "",
  before = "",
  parts = {},
  relations = "",
  types = "",
}: HandWritten): Uint8Array {
  const names = Object.keys(sheets);
  const target = (index: number, kind: string, path: string) =>
    `<Relationship Id="rId${index}" Type="${OFFICE}/${kind}" Target="${path}"/>`;
  const base: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>${names.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPES}.worksheet+xml"/>`).join("")}${strings ? `<Override PartName="/xl/sharedStrings.xml" ContentType="${TYPES}.sharedStrings+xml"/>` : ""}${styles ? `<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>` : ""}${types}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${RELATIONS}">${target(1, "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${before}<sheets>${names.map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join("")}</sheets>${workbook}</workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${RELATIONS}">${names.map((_, i) => target(i + 1, "worksheet", `worksheets/sheet${i + 1}.xml`)).join("")}${target(1001, "sharedStrings", "sharedStrings.xml")}${target(1002, "styles", "styles.xml")}${relations}</Relationships>`,
  };
  names.forEach((name, i) => {
    const xml = sheets[name]!;
    base[`xl/worksheets/sheet${i + 1}.xml`] = /^<(\?xml|\w*:?worksheet)/.test(xml)
      ? xml
      : `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${xml}</worksheet>`;
  });
  if (strings)
    base["xl/sharedStrings.xml"] = `<sst xmlns="${MAIN}">${strings.map((item) => `<si>${item}</si>`).join("")}</sst>`;
  if (styles) base["xl/styles.xml"] = styles;
  return pack({ ...base, ...parts });
}

/** A workbook of one sheet with these rows. */
export function oneSheet(rows: string, more: Partial<HandWritten> = {}): Uint8Array {
  return handWritten({ sheets: { "Biểu 1": `<sheetData>${rows}</sheetData>` }, ...more });
}

/** The parts of a file, unpacked. */
export function partsOf(bytes: Uint8Array): Record<string, Uint8Array> {
  return unzipSync(bytes);
}

/** The text of a part. */
export function textOf(bytes: Uint8Array, path: string): string {
  return strFromU8(partsOf(bytes)[path]!);
}

/** The cell at an A1 address. */
export function at(grid: Grid, a1: string): Cell | undefined {
  const { row, column } = placeOf(a1)!;
  return grid.rows[row]?.[column];
}

/** The parts of two files that differ. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  const names = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...names].filter(
    (name) => !old[name] || !now[name] || !Buffer.from(old[name]).equals(Buffer.from(now[name])),
  );
}

/** The error that an action throws; fails where it throws none or one that is not for people. */
export async function refusal(action: () => unknown): Promise<WorkbookError> {
  try {
    await action();
  } catch (error) {
    if (error instanceof WorkbookError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

let excelize: ReturnType<typeof init> | undefined;

/**
 * Excelize, started once. It loads Node's fs by an `import()` inside `new Function`, which Jest's sandbox refuses; so
 * the constructor is replaced for the moment in which it is used.
 */
export function startExcelize(): ReturnType<typeof init> {
  if (excelize) return excelize;
  const original = globalThis.Function;
  globalThis.Function = (() => () => Promise.resolve(fs)) as unknown as FunctionConstructor;
  try {
    excelize = init("./node_modules/excelize-wasm/excelize.wasm.gz");
  } finally {
    globalThis.Function = original;
  }
  return excelize;
}

type ExcelizeFile = InstanceType<Awaited<ReturnType<typeof init>>["NewFile"]>;

/** Fails where excelize reports an error. */
export function must<Result extends object>(result: Result): Result {
  const { error } = result as { error?: string | null };
  if (error) throw new Error(error);
  return result;
}

/** The bytes of an excelize file. */
export function bytesOf(file: ExcelizeFile): Uint8Array {
  return new Uint8Array(must(file.WriteToBuffer()).buffer as unknown as Uint8Array);
}

/** Opens a file in excelize. */
export async function judge(bytes: Uint8Array): Promise<ExcelizeFile> {
  return must((await startExcelize()).OpenReader(bytes));
}

/** A part of a zip file whose header may claim anything. */
export interface RawEntry {
  readonly name: string;
  readonly packed: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly size: number;
  readonly crc?: number;
}

/** Writes a zip file that says what it is told to say. */
export function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, packed, method = 8, flags = 0, size, crc = 0 } of entries) {
    const path = Buffer.from(name);
    const header = Buffer.alloc(26);
    header.writeUInt16LE(20, 0);
    header.writeUInt16LE(flags, 2);
    header.writeUInt16LE(method, 4);
    header.writeUInt32LE(0x21_0000, 6);
    header.writeUInt32LE(crc, 10);
    header.writeUInt32LE(packed.length, 14);
    header.writeUInt32LE(size, 18);
    header.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), header, path, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\0"), header, tail, path]));
    locals.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return new Uint8Array(Buffer.concat([...locals, central, Buffer.from("PK\x05\x06"), end]));
}
