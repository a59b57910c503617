/**
 * A small, linear XML reader that keeps the place of everything it reports. Editing needs the places: what is not
 * edited stays as it is written, to the byte.
 */

/** An XML text that is not well formed, or declares a document type. */
export class XmlError extends Error {
  override readonly name = "XmlError";
  /** Whether the text declares a document type, which office programs never do and attackers like to. */
  readonly declaration: boolean;

  constructor(message: string, declaration = false) {
    super(message);
    this.declaration = declaration;
  }
}

/** A start tag or an empty-element tag, from its `<` to behind its `>`. */
export interface Tag {
  /** The name as written, with its prefix. */
  readonly name: string;
  /** The name without its prefix. */
  readonly local: string;
  readonly start: number;
  readonly end: number;
  /** Whether the tag closes itself: `<c r="A1"/>`. */
  readonly empty: boolean;
  /** How many elements this one lies in; 0 for the root. */
  readonly depth: number;
}

/** What {@link scanXml} reports. An empty-element tag is reported as opened and, at once, as closed. */
export interface XmlHandler {
  open?(tag: Tag): void;
  /** `start` and `end` enclose the closing tag; both are the tag's end for an empty element. */
  close?(local: string, depth: number, start: number, end: number): void;
  /** Text between tags, its references decoded. */
  text?(text: string, depth: number): void;
}

/** An attribute; the places enclose its raw value, without the quotes. */
export interface Attribute {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Deeper than any office document; some readers of XML call themselves for each level and run out of stack. */
const MAX_DEPTH = 1_000;

const SLASH = 47;
const EQUALS = 61;
const GREATER = 62;
const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

/** The name without its namespace prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function decodeReference(whole: string, body: string | undefined): string {
  const named = body !== undefined && Object.hasOwn(NAMED, body) ? NAMED[body] : undefined;
  if (named !== undefined) return named;
  const match = /^#(?:x([0-9A-Fa-f]{1,6})|(\d{1,7}))$/.exec(body ?? "");
  const code = match ? (match[1] ? parseInt(match[1], 16) : Number(match[2])) : NaN;
  if (!(code > 0 && code <= 0x10ffff)) throw new XmlError(`unknown reference ${whole}`);
  return String.fromCodePoint(code);
}

/** Decodes the references of a raw text and its line ends. */
function decodeXml(raw: string): string {
  const lines = raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
  return lines.includes("&") ? lines.replace(/&(?:([^;&\s]{1,12});)?/g, decodeReference) : lines;
}

/** Escapes a text for use between tags or in an attribute, and drops what XML cannot hold. */
export function encodeXml(text: string): string {
  return text
    .replace(/[^\P{Cc}\t\n\r\u007f-\u009f]|\p{Surrogate}|[\ufffe\uffff]/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

/** The place behind the `>` of a tag; a `>` inside a quoted value does not count. */
function tagEnd(xml: string, from: number): number {
  let quote = 0;
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === GREATER) return at + 1;
    else if (code === 60) break;
  }
  throw new XmlError("a tag without its end");
}

function nameEnd(xml: string, from: number): number {
  let at = from;
  for (; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (isSpace(code) || code === SLASH || code === GREATER || code === EQUALS) break;
  }
  if (at === from) throw new XmlError("a name is missing");
  return at;
}

/** The place behind `closing`, searched from `from`. */
function behind(xml: string, closing: string, from: number): number {
  const at = xml.indexOf(closing, from);
  if (at < 0) throw new XmlError(`${closing} is missing`);
  return at + closing.length;
}

/**
 * Reads a whole document once, from start to end.
 *
 * @throws {@link XmlError} where the document is not well formed or declares a document type.
 */
export function scanXml(xml: string, handler: XmlHandler): void {
  const open: string[] = [];
  let roots = 0;
  let at = xml.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < xml.length) {
    if (xml.charCodeAt(at) !== 60) {
      const next = xml.indexOf("<", at);
      const end = next < 0 ? xml.length : next;
      const raw = xml.slice(at, end);
      if (open.length > 0) handler.text?.(decodeXml(raw), open.length);
      else if (raw.trim() !== "") throw new XmlError("text outside the root element");
      at = end;
    } else if (xml.startsWith("<!--", at)) at = behind(xml, "-->", at + 4);
    else if (xml.startsWith("<![CDATA[", at)) {
      const end = behind(xml, "]]>", at + 9);
      handler.text?.(xml.slice(at + 9, end - 3).replace(/\r\n?/g, "\n"), open.length);
      at = end;
    } else if (xml.startsWith("<!", at)) throw new XmlError("a document type declaration", true);
    else if (xml.startsWith("<?", at)) at = behind(xml, "?>", at + 2);
    else if (xml.charCodeAt(at + 1) === SLASH) {
      const end = behind(xml, ">", at + 2);
      const name = xml.slice(at + 2, end - 1).trimEnd();
      if (open.pop() !== name) throw new XmlError(`</${name}> closes nothing`);
      handler.close?.(localName(name), open.length, at, end);
      at = end;
    } else {
      const end = tagEnd(xml, at + 1);
      const name = xml.slice(at + 1, nameEnd(xml, at + 1));
      const depth = open.length;
      if (depth === 0 && ++roots > 1) throw new XmlError("more than one root element");
      if (depth > MAX_DEPTH) throw new XmlError("elements nested too deep");
      const empty = xml.charCodeAt(end - 2) === SLASH;
      const local = localName(name);
      handler.open?.({ name, local, start: at, end, empty, depth });
      if (empty) handler.close?.(local, depth, end, end);
      else open.push(name);
      at = end;
    }
  }
  if (open.length > 0 || roots === 0) throw new XmlError("the document ends too early");
}

/** The attributes of a tag in their order, with the places of their values. */
export function attributesOf(xml: string, tag: Tag): Attribute[] {
  const attributes: Attribute[] = [];
  const last = tag.end - (tag.empty ? 2 : 1);
  let at = tag.start + 1 + tag.name.length;
  for (;;) {
    while (at < last && isSpace(xml.charCodeAt(at))) at++;
    if (at >= last) return attributes;
    const end = nameEnd(xml, at);
    const name = xml.slice(at, end);
    at = end;
    while (isSpace(xml.charCodeAt(at))) at++;
    if (xml.charCodeAt(at) !== EQUALS) throw new XmlError(`attribute ${name} has no value`);
    at++;
    while (isSpace(xml.charCodeAt(at))) at++;
    const quote = xml[at];
    if (quote !== '"' && quote !== "'") throw new XmlError(`attribute ${name} is not quoted`);
    const close = behind(xml, quote, at + 1) - 1;
    attributes.push({ name, value: decodeXml(xml.slice(at + 1, close)), start: at + 1, end: close });
    at = close + 1;
  }
}

/** The attributes of a tag by name. */
export function attributeMap(xml: string, tag: Tag): Map<string, string> {
  return new Map(attributesOf(xml, tag).map(({ name, value }) => [name, value]));
}

/** The value of an attribute without a prefix. */
export function valueOf(attributes: readonly Attribute[], name: string): string | undefined {
  for (const attribute of attributes) if (attribute.name === name) return attribute.value;
  return undefined;
}

/** Whether an attribute that is on or off is on. */
export function isOn(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

/** An attribute as it is written after a tag's name. */
export function attributeText(name: string, value: string): string {
  return ` ${name}="${encodeXml(value)}"`;
}

/** The name of an element beside `tag`, with the prefix that the file uses. */
export function siblingName(tag: Tag, local: string): string {
  return tag.name.slice(0, tag.name.length - tag.local.length) + local;
}

/** A change of a text: what stands from `start` to `end` becomes `text`. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Applies changes that do not overlap, in one pass. Insertions at one place keep the order in which they were given. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const splice of [...splices].sort((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(text.slice(at, splice.start), splice.text);
    at = splice.end;
  }
  return pieces.join("") + text.slice(at);
}
