/** Containers that lie, are cut off, or would swallow the machine. */

import { crc32, deflateRawSync } from "node:zlib";
import { pack, partsOf, rawZip, type RawEntry } from "../../xlsx/support";
import { ANY, heavyFile, hostileFile, read, refused, type HostileFile } from "./case";
import { freeBook, ourBook, spoilt } from "./table";

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;

const utf16 = (text: string) => Buffer.from(text, "utf16le");

/** A compound file (OLE CFB) with these streams, as far as anybody looks: header, one sector of directory entries. */
function compoundFile(streams: readonly string[]): Uint8Array {
  const header = Buffer.alloc(512);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  const entries = ["Root Entry", ...streams].map((name, index) => {
    const entry = Buffer.alloc(128);
    utf16(name).copy(entry);
    entry.writeUInt16LE(2 * (name.length + 1), 64);
    entry[66] = index === 0 ? 5 : 2;
    return entry;
  });
  return new Uint8Array(Buffer.concat([header, ...entries, Buffer.alloc(2048)]));
}

const zeros = (bytes: number) => new Uint8Array(deflateRawSync(new Uint8Array(bytes), { level: 9 }));

/** The parts of a file as raw entries, to be lied about. */
function entriesOf(bytes: Uint8Array): RawEntry[] {
  return Object.entries(partsOf(bytes)).map(([name, content]) => ({
    name,
    packed: new Uint8Array(deflateRawSync(content)),
    size: content.length,
    crc: crc32(content),
  }));
}

/** A file whose directory has every entry of `entries` at the same place: the local header of the first. */
function overlapping(count: number, packed: Uint8Array, size: number, crc: number): Uint8Array {
  const one = Buffer.from(rawZip([{ name: "00000", packed, size, crc }]));
  const end = one.subarray(one.length - 22);
  const centralStart = end.readUInt32LE(16);
  const local = one.subarray(0, centralStart);
  const central = one.subarray(centralStart, one.length - 22);
  const directory = Array.from({ length: count }, (_, index) => {
    const entry = Buffer.from(central);
    entry.write(String(index).padStart(5, "0"), 46);
    return entry;
  });
  const tail = Buffer.from(end);
  tail.writeUInt16LE(count, 8);
  tail.writeUInt16LE(count, 10);
  tail.writeUInt32LE(count * central.length, 12);
  return new Uint8Array(Buffer.concat([local, ...directory, tail]));
}

/** Deflate data that unpacks to nothing, however long: stored blocks of no bytes. */
function emptyBlocks(bytes: number): Uint8Array {
  const block = [0x00, 0x00, 0x00, 0xff, 0xff];
  const packed = new Uint8Array(bytes - (bytes % 5) + 5);
  for (let at = 0; at < packed.length; at += 1) packed[at] = block[at % 5]!;
  packed[packed.length - 5] = 0x01;
  return packed;
}

/** Rewrites a file's directory in the 64-bit manner, with the numbers given instead of the true ones. */
function zip64(
  bytes: Uint8Array,
  lie: { count?: bigint; size?: bigint; start?: bigint; at?: bigint } = {},
): Uint8Array {
  const file = Buffer.from(bytes);
  const end = file.subarray(file.length - 22);
  const [count, size, start] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)];
  const record = Buffer.alloc(56);
  record.write("PK\x06\x06", 0, "latin1");
  record.writeBigUInt64LE(44n, 4);
  record.writeUInt16LE(45, 12);
  record.writeUInt16LE(45, 14);
  record.writeBigUInt64LE(lie.count ?? BigInt(count), 24);
  record.writeBigUInt64LE(lie.count ?? BigInt(count), 32);
  record.writeBigUInt64LE(lie.size ?? BigInt(size), 40);
  record.writeBigUInt64LE(lie.start ?? BigInt(start), 48);
  const locator = Buffer.alloc(20);
  locator.write("PK\x06\x07", 0, "latin1");
  locator.writeBigUInt64LE(lie.at ?? BigInt(start + size), 8);
  locator.writeUInt32LE(1, 16);
  const tail = Buffer.from(end);
  tail.fill(0xff, 8, 20);
  return new Uint8Array(Buffer.concat([file.subarray(0, start + size), record, locator, tail]));
}

const CUT = /cắt cụt|không phải là sổ tính|rỗng/;
const DAMAGED = /bị hỏng|cắt cụt/;

function cuts(): HostileFile[] {
  const shares = [0, 0.0005, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999];
  return shares.map((share) =>
    hostileFile(
      `cut off after ${share * 100}%`,
      async () => {
        const whole = await ourBook();
        return whole.subarray(0, Math.floor(whole.length * share));
      },
      refused(CUT),
    ),
  );
}

/** An empty part of every name that is asked. */
const named = (names: readonly string[]) =>
  spoilt(freeBook(), () => Object.fromEntries(names.map((name) => [name, "x"])));

export const CONTAINERS: readonly HostileFile[] = [
  ...cuts(),
  hostileFile("encrypted", () => compoundFile(["EncryptionInfo", "EncryptedPackage"]), refused(/mật khẩu/)),
  hostileFile("an old .xls", () => compoundFile(["Workbook"]), refused(/\.xls\)/)),
  hostileFile("an old .xls of Excel 5", () => compoundFile(["Book"]), refused(/\.xls\)/)),
  hostileFile("an old .doc", () => compoundFile(["1Table", "WordDocument"]), refused(/Word/)),
  hostileFile("an old .ppt", () => compoundFile(["PowerPoint Document"]), refused(/trình chiếu/)),
  hostileFile("an e-mail .msg", () => compoundFile(["__properties_version1.0"]), refused(/không phải là sổ tính/)),
  hostileFile(
    "the mark of a compound file alone",
    () => compoundFile([]).subarray(0, 8),
    refused(/cắt cụt|không phải là sổ tính/),
  ),
  hostileFile(
    "a .docx",
    () => pack({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>" }),
    refused(/Word/),
  ),
  hostileFile(
    "a .jar",
    () =>
      pack({ "META-INF/MANIFEST.MF": "Manifest-Version: 1.0", "Main.class": Uint8Array.of(0xca, 0xfe, 0xba, 0xbe) }),
    refused(/không chứa sổ tính/),
  ),
  hostileFile(
    "a zip in a zip in a zip",
    () => pack({ "a.zip": pack({ "b.zip": freeBook() }) }),
    refused(/không chứa sổ tính/),
  ),
  hostileFile(
    "a workbook with a zip bomb beside its parts",
    () => spoilt(freeBook(), () => ({ "xl/media/a.zip": pack({ "b.bin": new Uint8Array(MEGABYTE) }) })),
    read(),
  ),
  hostileFile(
    "a web page named .xlsx",
    () => Buffer.from("<html><table><tr><td>1</td></tr></table></html>"),
    refused(/không phải là sổ tính/),
  ),
  hostileFile(
    "a CSV named .xlsx",
    () => Buffer.from("\ufeffTT;Chỉ tiêu;KH;TH\n1;Lao;5;6\n"),
    refused(/không phải là sổ tính/),
  ),
  hostileFile("a PDF named .xlsx", () => Buffer.from("%PDF-1.7\n%âãÏÓ\n"), refused(/không phải là sổ tính/)),
  hostileFile("a shortcut to a script", () => Buffer.from("#!/bin/sh\nrm -rf /\n"), refused(/không phải là sổ tính/)),

  heavyFile(
    "a bomb of a high ratio",
    () =>
      rawZip([
        ...entriesOf(freeBook()),
        { name: "xl/media/a.bin", packed: zeros(120 * MEGABYTE), size: 120 * MEGABYTE },
      ]),
    refused(/giải nén quá lớn/),
  ),
  heavyFile(
    "a bomb that says it is small",
    () => rawZip([...entriesOf(freeBook()), { name: "xl/media/a.bin", packed: zeros(120 * MEGABYTE), size: 10 }]),
    refused(DAMAGED),
  ),
  heavyFile(
    "a bomb that says it is larger than the machine",
    () => rawZip([...entriesOf(freeBook()), { name: "xl/media/a.bin", packed: zeros(MEGABYTE), size: 0xfffffffe }]),
    refused(/giải nén quá lớn/),
  ),
  heavyFile(
    "a part that says it is larger than it is",
    () => rawZip([...entriesOf(freeBook()), { name: "xl/media/a.bin", packed: zeros(KILOBYTE), size: 90 * MEGABYTE }]),
    refused(DAMAGED),
  ),
  hostileFile(
    "a stored part of another size than it says",
    () =>
      rawZip([
        ...entriesOf(freeBook()),
        { name: "xl/media/a.bin", packed: Buffer.from("abc"), method: 0, size: 9, crc: crc32("abc") },
      ]),
    refused(DAMAGED),
  ),
  heavyFile(
    "too many parts",
    () =>
      rawZip(
        Array.from({ length: 12_000 }, (_, i) => ({ name: `${i}`, packed: new Uint8Array(), method: 0, size: 0 })),
      ),
    refused(/quá nhiều thành phần/),
  ),
  heavyFile(
    "many entries over the same bytes",
    () => overlapping(9_000, zeros(MEGABYTE), MEGABYTE, crc32(new Uint8Array(MEGABYTE))),
    refused(/chồng lên nhau|quá lớn/),
  ),
  heavyFile(
    "many entries over bytes that unpack to nothing",
    () => overlapping(9_000, emptyBlocks(20 * MEGABYTE), 0, 0),
    refused(/chồng lên nhau|quá lớn|bị hỏng/),
  ),
  hostileFile("a directory of 64 bits", () => zip64(freeBook()), read()),
  hostileFile(
    "a 64-bit directory of more parts than there are atoms",
    () => zip64(freeBook(), { count: 0xffff_ffff_ffff_ffffn }),
    refused(/quá nhiều thành phần/),
  ),
  hostileFile(
    "a 64-bit directory beyond the file",
    () => zip64(freeBook(), { start: 0x7fff_ffff_ffff_ffffn }),
    refused(DAMAGED),
  ),
  hostileFile(
    "a 64-bit directory of absurd size",
    () => zip64(freeBook(), { size: 0xffff_ffff_ffffn }),
    refused(DAMAGED),
  ),
  hostileFile(
    "a 64-bit end record beyond the file",
    () => zip64(freeBook(), { at: 0xffff_ffff_ffff_fff0n }),
    refused(DAMAGED),
  ),
  hostileFile(
    "an unknown way of packing",
    () => rawZip(entriesOf(freeBook()).map((entry) => ({ ...entry, method: 14 }))),
    refused(DAMAGED),
  ),
  hostileFile(
    "parts with a zip password",
    () => rawZip(entriesOf(freeBook()).map((entry) => ({ ...entry, flags: 1 }))),
    refused(/mật khẩu/),
  ),
  hostileFile(
    "wrong checksums",
    () => rawZip(entriesOf(freeBook()).map((entry) => ({ ...entry, crc: 1 }))),
    refused(DAMAGED),
  ),

  hostileFile(
    "paths above the root",
    () => named(["../../../../tmp/bieu-escape.txt", "..\\..\\bieu-escape.txt"]),
    read(),
  ),
  hostileFile(
    "absolute paths",
    () => named(["/etc/bieu-escape", "C:\\Windows\\bieu-escape", "\\\\may\\chung\\bieu-escape"]),
    read(),
  ),
  hostileFile(
    "strange names of parts",
    () => named(["a\0b.xml", "con", "aux.xml", "x".repeat(5_000), "\u202egnp.xml"]),
    ANY,
  ),
  hostileFile(
    "two parts that differ in capitals only",
    () =>
      rawZip([
        ...entriesOf(freeBook()),
        { name: "XL/Workbook.xml", packed: Buffer.from("<x/>"), method: 0, size: 4, crc: crc32("<x/>") },
      ]),
    refused(DAMAGED),
  ),
  hostileFile(
    "two parts of one name",
    () =>
      rawZip([
        ...entriesOf(freeBook()),
        { name: "xl/workbook.xml", packed: Buffer.from("<x/>"), method: 0, size: 4, crc: crc32("<x/>") },
      ]),
    refused(DAMAGED),
  ),
  hostileFile(
    "no sheet part",
    () => spoilt(freeBook(), () => ({ "xl/worksheets/sheet1.xml": undefined })),
    refused(DAMAGED),
  ),
  hostileFile(
    "no content types",
    () => spoilt(freeBook(), () => ({ "[Content_Types].xml": undefined })),
    refused(DAMAGED),
  ),
  hostileFile(
    "no relationships",
    () => spoilt(freeBook(), () => ({ "xl/_rels/workbook.xml.rels": undefined })),
    refused(DAMAGED),
  ),
  hostileFile(
    "relationships that point out of the file",
    () =>
      spoilt(freeBook(), (_, textIn) => ({
        "xl/_rels/workbook.xml.rels": textIn("xl/_rels/workbook.xml.rels").replace(
          "worksheets/sheet1.xml",
          "../../../../../../etc/passwd",
        ),
      })),
    refused(DAMAGED),
  ),
  hostileFile(
    "a workbook part that points at itself",
    () =>
      spoilt(freeBook(), () => ({
        "_rels/.rels":
          '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="_rels/.rels"/></Relationships>',
      })),
    ANY,
  ),
];
