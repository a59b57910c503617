/** The cells of a worksheet part, put together from the events of a scan. */
import type { CellPlace } from "../core/table/grid";
import type { RawCell, RawFormula, Span } from "./sheet";
import { plainTextCollector } from "./text";
import { attributesOf, valueOf, type Attribute, type Tag } from "./xml";

interface OpenCell {
  tag: Tag;
  place: CellPlace;
  attributes: Attribute[];
  formula: (Omit<RawFormula, "end" | "text"> & { end: number }) | undefined;
  formulaText: string;
  value: string | undefined;
  valueStart: number;
  valueSpan: Span | undefined;
  others: Span[];
  otherStart: number;
}

/** Copied field by field: spreading objects here made reading a large sheet ten times slower. */
function rawCell(cell: OpenCell, end: number): RawCell {
  const { tag, place, attributes, formula, value, valueSpan, others } = cell;
  const style = valueOf(attributes, "s");
  return {
    row: place.row,
    column: place.column,
    start: tag.start,
    end,
    tag,
    attributes,
    type: valueOf(attributes, "t") ?? "n",
    style: style === undefined ? undefined : Number(style),
    // Some programs write the equals sign into the file, where it does not belong; Excel reads past it.
    formula: formula && { ...formula, text: cell.formulaText.replace(/^\s*=/, "") },
    value,
    valueSpan,
    others,
  };
}

/** Collects the cells of one sheet from the events of {@link scanXml}. */
export function cellReader(xml: string, done: (cell: RawCell) => void) {
  const inline = plainTextCollector(4);
  let cell: OpenCell | undefined;
  let child = "";

  function openChild(tag: Tag, current: OpenCell): void {
    child = tag.local;
    if (child === "v") {
      current.value = "";
      current.valueStart = tag.end;
    } else if (child === "f") {
      const attributes = attributesOf(xml, tag);
      current.formulaText = "";
      current.formula = {
        start: tag.start,
        end: tag.end,
        type: valueOf(attributes, "t") ?? "normal",
        ref: valueOf(attributes, "ref"),
        shared: valueOf(attributes, "si"),
      };
    } else if (child !== "is") current.otherStart = tag.start;
  }

  function closeChild(current: OpenCell, start: number, end: number): void {
    if (child === "v") current.valueSpan = { start: current.valueStart, end: start };
    else if (child === "f") current.formula!.end = end;
    else if (child === "is") current.value = inline.take();
    else current.others.push({ start: current.otherStart, end });
    child = "";
  }

  return {
    start(tag: Tag, place: CellPlace, attributes: Attribute[]): void {
      cell = {
        tag,
        place,
        attributes,
        formula: undefined,
        formulaText: "",
        value: undefined,
        valueStart: 0,
        valueSpan: undefined,
        others: [],
        otherStart: 0,
      };
    },
    open(tag: Tag): void {
      if (!cell) return;
      if (tag.depth === 4) openChild(tag, cell);
      else if (child === "is") inline.open(tag);
    },
    close(local: string, depth: number, start: number, end: number): void {
      if (!cell) return;
      if (depth === 4) closeChild(cell, start, end);
      else if (depth > 4 && child === "is") inline.close(local, depth, start, end);
      else if (depth === 3) {
        done(rawCell(cell, end));
        cell = undefined;
      }
    },
    text(text: string, depth: number): void {
      if (!cell) return;
      if (child === "is") inline.text(text, depth);
      else if (depth === 5 && child === "v") cell.value += text;
      else if (depth === 5 && child === "f") cell.formulaText += text;
    },
  };
}
