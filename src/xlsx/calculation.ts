/** What a workbook holds about calculation: the order of the last one, and the engine that did it. */
import type { PartContents } from "./new-parts";
import { readPart, relationships, relationshipsPath, textBytes, workbookPath } from "./package";
import type { Package } from "./package";
import { applySplices, attributeMap, attributesOf, attributeText, scanXml, siblingName } from "./xml";
import type { Splice, Tag } from "./xml";

/** Removes the elements that `matches` names, whole. */
function withoutElements(xml: string, matches: (tag: Tag) => boolean): string {
  const splices: Splice[] = [];
  let open: Tag | undefined;
  scanXml(xml, {
    open(tag) {
      if (!open && matches(tag)) open = tag;
    },
    close(_local, depth, _start, end) {
      if (open?.depth !== depth) return;
      splices.push({ start: open.start, end, text: "" });
      open = undefined;
    },
  });
  return applySplices(xml, splices);
}

/**
 * Removes the calculation chain with everything that points at it. Excel builds it anew; one that names a cell whose
 * formula is gone makes Excel call the file damaged.
 */
export function calcChainRemoval(pack: Package): PartContents {
  const workbook = workbookPath(pack);
  const chain = relationships(pack, workbook).find(({ type }) => type === "calcChain");
  const part = chain && pack.part(chain.path);
  const changes: PartContents = new Map();
  if (!chain || !part) return changes;
  changes.set(part.name, null);
  const relations = pack.part(relationshipsPath(workbook));
  const types = pack.part("[Content_Types].xml");
  if (relations) {
    const isChain = (xml: string) => (tag: Tag) => attributeMap(xml, tag).get("Id") === chain.id;
    changes.set(
      relations.name,
      textBytes(
        relations,
        readPart(relations, (xml) => withoutElements(xml, isChain(xml))),
      ),
    );
  }
  if (types) {
    const named = `/${chain.path}`.toLowerCase();
    const isChain = (xml: string) => (tag: Tag) => attributeMap(xml, tag).get("PartName")?.toLowerCase() === named;
    changes.set(
      types.name,
      textBytes(
        types,
        readPart(types, (xml) => withoutElements(xml, isChain(xml))),
      ),
    );
  }
  return changes;
}

/** The elements of a workbook part that stand before `calcPr`; the schema fixes the order. */
const BEFORE_CALC_PR: ReadonlySet<string> = new Set(["sheets", "functionGroups", "externalReferences", "definedNames"]);

/** The calculation engine of today's Excel; with an older one, or none, Excel computes everything anew on opening. */
const CALCULATION_ENGINE = "191029";

/** Attributes of `calcPr` that have Excel compute everything anew. */
const OF_CALCULATING_ANEW: ReadonlySet<string> = new Set(["calcId", "fullCalcOnLoad"]);

/**
 * Marks the cached results of a new workbook as good: on a machine without the add-in, computing our functions anew
 * would replace the figures by `#NAME?`.
 */
export function withCalculationEngine(xml: string): string {
  let calcPr: Tag | undefined;
  let before: { tag: Tag; end: number } | undefined;
  let opened: Tag | undefined;
  scanXml(xml, {
    open(tag) {
      if (tag.depth !== 1) return;
      opened = tag;
      if (tag.local === "calcPr") calcPr = tag;
    },
    close(local, depth, _start, end) {
      if (depth === 1 && opened && BEFORE_CALC_PR.has(local)) before = { tag: opened, end };
    },
  });
  const kept = calcPr ? attributesOf(xml, calcPr).filter(({ name }) => !OF_CALCULATING_ANEW.has(name)) : [];
  const stated = [...kept, { name: "calcId", value: CALCULATION_ENGINE }];
  const attributes = stated.map(({ name, value }) => attributeText(name, value)).join("");
  if (calcPr) {
    const text = `<${calcPr.name}${attributes}${calcPr.empty ? "/" : ""}>`;
    return applySplices(xml, [{ start: calcPr.start, end: calcPr.end, text }]);
  }
  if (!before) return xml;
  const text = `<${siblingName(before.tag, "calcPr")}${attributes}/>`;
  return applySplices(xml, [{ start: before.end, end: before.end, text }]);
}
