/** Takes the cell styles of a workbook that we made into another one's styles. */

import { applySplices, attributeMap, attributeText, scanXml, siblingName, type Splice, type Tag } from "./xml";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** The sections of the styles that ours go to the end of; our fills are Excel's own two, which every file has. */
const SECTIONS = ["fonts", "borders", "cellXfs"] as const;
/** Numbers of number formats below this one are Excel's own. */
const FIRST_FORMAT = 164;

interface Section {
  readonly tag: Tag;
  /** Where the closing tag begins. */
  readonly close: number;
  readonly count: number;
}

function sectionsOf(xml: string): { root: Tag | undefined; sections: Map<string, Section>; lastFormat: number } {
  const sections = new Map<string, Section>();
  let root: Tag | undefined;
  let opened: Tag | undefined;
  let count = 0;
  let lastFormat = FIRST_FORMAT - 1;
  scanXml(xml, {
    open(tag) {
      if (tag.depth === 0) root = tag;
      if (tag.depth === 1) {
        opened = tag;
        count = 0;
      }
      if (tag.depth !== 2) return;
      count += 1;
      if (tag.local === "numFmt")
        lastFormat = Math.max(lastFormat, Number(attributeMap(xml, tag).get("numFmtId")) || 0);
    },
    close(local, depth, start) {
      if (depth === 1 && opened) sections.set(local, { tag: opened, close: start, count });
    },
  });
  return { root, sections, lastFormat };
}

/**
 * Appends the cell styles of `ours`.
 *
 * @param ours - the styles of a workbook made by {@link createWorkbook}, written without prefixes
 * @returns the styles with ours behind them, and by how much the numbers of ours grow; undefined where the file's own
 * styles have no place for them
 */
export function withStyles(theirs: string, ours: string): { xml: string; offset: number } | undefined {
  const own = sectionsOf(theirs);
  const made = sectionsOf(ours);
  const places = SECTIONS.map((name) => own.sections.get(name));
  if (!own.root || places.some((section) => section === undefined || section.tag.empty)) return undefined;
  const [fonts, borders, xfs] = places as Section[];
  const content = (name: string) => {
    const section = made.sections.get(name);
    return section ? ours.slice(section.tag.end, section.close) : "";
  };
  const shift = own.lastFormat + 1 - FIRST_FORMAT;
  const renumber = (text: string, attribute: string, by: number, from = 0) =>
    text.replace(new RegExp(` ${attribute}="(\\d+)"`, "g"), (whole, digits: string) =>
      Number(digits) < from ? whole : ` ${attribute}="${Number(digits) + by}"`,
    );
  const styles = [
    content("fonts"),
    content("borders"),
    renumber(
      renumber(renumber(content("cellXfs"), "fontId", fonts!.count), "borderId", borders!.count),
      "numFmtId",
      shift,
      FIRST_FORMAT,
    ),
  ];
  const splices = SECTIONS.flatMap((name, index) =>
    appended(theirs, own.sections.get(name)!, made.sections.get(name)?.count ?? 0, styles[index]!),
  );
  const formats = renumber(content("numFmts"), "numFmtId", shift, FIRST_FORMAT);
  splices.unshift(...formatSplices(theirs, own.root, own.sections.get("numFmts"), made, formats));
  return {
    xml: applySplices(
      theirs,
      splices.sort((a, b) => a.start - b.start),
    ),
    offset: xfs!.count,
  };
}

function formatSplices(
  xml: string,
  root: Tag,
  section: Section | undefined,
  made: ReturnType<typeof sectionsOf>,
  formats: string,
): Splice[] {
  const count = made.sections.get("numFmts")?.count ?? 0;
  if (count === 0) return [];
  if (section && !section.tag.empty) return appended(xml, section, count, formats);
  const name = siblingName(root, "numFmts");
  const text = `<${name} count="${count}">${inTheirNames(root, formats)}</${name}>`;
  if (section) return [{ start: section.tag.start, end: section.tag.end, text }];
  return [{ start: root.end, end: root.end, text }];
}

function appended(xml: string, { tag, close, count }: Section, more: number, text: string): Splice[] {
  const stated = [...attributeMap(xml, tag)].filter(([name]) => name !== "count");
  const attributes = [...stated, ["count", String(count + more)] as const];
  const open = `<${tag.name}${attributes.map(([name, value]) => attributeText(name, value)).join("")}>`;
  return [
    { start: tag.start, end: tag.end, text: open },
    { start: close, end: close, text: inTheirNames(tag, text) },
  ];
}

/** Where a file names its elements with a prefix, ours say for themselves what they are. */
function inTheirNames(beside: Tag, text: string): string {
  if (beside.name === beside.local) return text;
  let depth = 0;
  return text.replace(
    /<(\/?)(\w+)([^>]*?)(\/?)>/g,
    (whole, closing: string, name: string, rest: string, empty: string) => {
      if (closing) depth -= 1;
      else if (!empty) depth += 1;
      const outermost = !closing && depth === (empty ? 0 : 1);
      return outermost ? `<${name} xmlns="${MAIN}"${rest}${empty}>` : whole;
    },
  );
}
