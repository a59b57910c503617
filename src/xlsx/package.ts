/** The parts of an .xlsx file and how they point at each other (Open Packaging Conventions). */
import { WorkbookError } from "./error";
import { OPENING, damagedPart, declarationRefused } from "./messages";
import { XmlError, attributeMap, scanXml } from "./xml";
import { canonical, readZip } from "./zip";
import type { ZipPart } from "./zip";

/** An opened container. */
export interface Package {
  readonly parts: readonly ZipPart[];
  /** The part of a path, also where a careless program wrote other capitals or backslashes. */
  part(path: string): ZipPart | undefined;
}

/** A relationship of a part to another one inside the file. */
export interface Relationship {
  readonly id: string;
  /** The last word of the type, the same in the transitional and the strict standard: `worksheet`, `styles` … */
  readonly type: string;
  /** The path of the target inside the container, without a leading slash. */
  readonly path: string;
}

/** The part that lists the kinds of all parts. */
const CONTENT_TYPES = "[Content_Types].xml";

const ZIP = [0x50, 0x4b];
const CFB = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Whether the bytes hold a text in UTF-16, as stream names in a compound file are written. */
function holdsUtf16(bytes: Uint8Array, text: string): boolean {
  const wanted = Array.from(text, (letter) => letter.charCodeAt(0));
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1)) {
    if (wanted.every((code, index) => bytes[at + 2 * index] === code && bytes[at + 2 * index + 1] === 0)) return true;
  }
  return false;
}

function refuseForeign(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new WorkbookError("not-workbook", OPENING.empty);
  if (startsWith(bytes, CFB)) {
    if (holdsUtf16(bytes, "EncryptedPackage")) throw new WorkbookError("encrypted", OPENING.encrypted);
    if (holdsUtf16(bytes, "WordDocument")) throw new WorkbookError("not-workbook", OPENING.document);
    if (holdsUtf16(bytes, "PowerPoint Document")) throw new WorkbookError("not-workbook", OPENING.slides);
    // Excel 5 and 95 called the stream Book, later ones Workbook.
    if (holdsUtf16(bytes, "Workbook") || holdsUtf16(bytes, "Book")) throw new WorkbookError("old-xls", OPENING.oldXls);
    throw new WorkbookError("not-workbook", OPENING.notWorkbook);
  }
  if (!startsWith(bytes, ZIP)) throw new WorkbookError("not-workbook", OPENING.notWorkbook);
}

/** Office programs write UTF-8, some old exporters UTF-16. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
}

/** The text of a part. */
export function partText(part: ZipPart): string {
  try {
    return new TextDecoder(encodingOf(part.content), { fatal: true, ignoreBOM: true }).decode(part.content);
  } catch {
    throw new WorkbookError("damaged", damagedPart(part.name));
  }
}

/** A changed text of a part, in the encoding that the part had. */
export function textBytes(part: ZipPart, text: string): Uint8Array {
  const encoding = encodingOf(part.content);
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), encoding === "utf-16le");
  return bytes;
}

/** Runs a reader over a part's text and says which part is at fault where it is not well formed. */
export function readPart<Result>(part: ZipPart, read: (xml: string) => Result): Result {
  try {
    return read(partText(part));
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    throw new WorkbookError("damaged", error.declaration ? declarationRefused(part.name) : damagedPart(part.name));
  }
}

/** Declarations are refused in every XML part, also in those that only Excel will read. */
function refuseDeclarations(parts: readonly ZipPart[]): void {
  for (const part of parts) {
    if (!/\.(xml|rels|vml)$/i.test(part.name)) continue;
    const text = new TextDecoder(encodingOf(part.content)).decode(part.content);
    if (text.includes("<!DOCTYPE") || text.includes("<!ENTITY")) {
      throw new WorkbookError("damaged", declarationRefused(part.name));
    }
  }
}

/** What a zip without a workbook is instead. */
function foreignZip(has: (path: string) => boolean): string {
  if (has("xl/workbook.bin")) return OPENING.xlsb;
  if (has("word/document.xml")) return OPENING.document;
  if (has("ppt/presentation.xml")) return OPENING.slides;
  if (has("mimetype") && has("content.xml")) return OPENING.ods;
  return OPENING.otherZip;
}

/**
 * Opens the container of a workbook, after the checks that make it safe to read.
 *
 * @throws {@link WorkbookError} for anything that is not a sound, unencrypted .xlsx container of bearable size.
 */
export function openPackage(bytes: Uint8Array): Package {
  refuseForeign(bytes);
  const parts = readZip(bytes);
  const exact = new Map(parts.map((part) => [part.name, part]));
  const folded = new Map(parts.map((part) => [canonical(part.name), part]));
  const part = (path: string) => exact.get(path) ?? folded.get(canonical(path));
  const opened = { parts, part };
  if (!part(workbookPath(opened)))
    throw new WorkbookError(
      "not-workbook",
      foreignZip((path) => part(path) !== undefined),
    );
  // What kind each part is of; a file without it is opened by no program, and nothing could be added to it.
  if (!part(CONTENT_TYPES)) throw new WorkbookError("damaged", damagedPart(CONTENT_TYPES));
  refuseDeclarations(parts);
  return opened;
}

/** The path of a part's relationships. */
export function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf("/") + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

/** A target as a path from the container's root; steps above the root lead nowhere, as in a URL. */
function resolve(from: string, target: string): string {
  const base = target.startsWith("/") ? [] : from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") base.pop();
    else if (step !== "." && step !== "") base.push(step);
  }
  return base.join("/");
}

/** The relationships of a part to other parts, in their order; `""` is the container itself. */
export function relationships(pack: Package, path: string): Relationship[] {
  const part = pack.part(relationshipsPath(path));
  if (!part) return [];
  return readPart(part, (xml) => {
    const found: Relationship[] = [];
    scanXml(xml, {
      open(tag) {
        if (tag.local !== "Relationship") return;
        const attributes = attributeMap(xml, tag);
        if (attributes.get("TargetMode") === "External") return;
        const type = attributes.get("Type") ?? "";
        const target = attributes.get("Target") ?? "";
        found.push({
          id: attributes.get("Id") ?? "",
          type: type.slice(type.lastIndexOf("/") + 1),
          path: resolve(path, target),
        });
      },
    });
    return found;
  });
}

/** The path of the workbook part: where the container says, or where it always is. */
export function workbookPath(pack: Package): string {
  const stated = relationships(pack, "").find(({ type }) => type === "officeDocument")?.path;
  return stated?.startsWith("xl/") && /\.xml$/i.test(stated) ? stated : "xl/workbook.xml";
}
