/** What happens to the references in formulas when cells move, are copied, or sheets get other names. */

import { type RangeA1, parseA1Ref, stringifyA1Ref, tokenize } from "@borgar/fx";
import { type Area, MAX_COLUMNS, MAX_ROWS } from "./area";

/** Rows or columns put in (a positive count) or taken out (a negative one), in a band of the other direction. */
export interface Shift {
  readonly axis: "rows" | "columns";
  readonly at: number;
  readonly count: number;
  readonly band: { readonly from: number; readonly to: number };
}

/** Where an area lies after cells moved; undefined where it was deleted. */
export function shiftArea(area: Area, { axis, at, count, band }: Shift): Area | undefined {
  const [start, end, crossStart, crossEnd, last] =
    axis === "rows"
      ? [area.top, area.bottom, area.left, area.right, MAX_ROWS - 1]
      : [area.left, area.right, area.top, area.bottom, MAX_COLUMNS - 1];
  if (crossStart < band.from || crossEnd > band.to) return area;
  if (start === 0 && end === last) return area;
  let [from, to] = [start, end];
  if (count > 0) {
    if (start >= at) from = start + count;
    if (end >= at) to = Math.min(end + count, last);
    if (from > last) return undefined;
  } else {
    const gone = at - count - 1;
    if (start >= at && end <= gone) return undefined;
    from = start > gone ? start + count : Math.min(start, at);
    to = end > gone ? end + count : end >= at ? at - 1 : end;
  }
  return axis === "rows" ? { ...area, top: from, bottom: to } : { ...area, left: from, right: to };
}

interface Reference {
  /** The sheet that the reference names; undefined for the formula's own. */
  readonly sheet: string | undefined;
  readonly range: RangeA1;
}

type Rewrite = (reference: Reference) => Reference | "unchanged" | "gone";

/** Rewrites the references to cells of this workbook in a formula. */
function rewrite(formula: string, change: Rewrite): string {
  if (!/\d|:/.test(formula)) return formula;
  let different = false;
  const text = tokenize(formula)
    .map((token) => {
      if (token.type !== "range" && token.type !== "range_beam") return token.value;
      const reference = parseA1Ref(token.value);
      if (!reference || !("range" in reference) || !reference.range) return token.value;
      const context = "context" in reference ? (reference.context as string[] | undefined) : undefined;
      // `[Sổ khác.xlsx]Sheet1!A1` is of another workbook.
      if (context && context.length > 1) return token.value;
      const changed = change({ sheet: context?.[0], range: reference.range });
      if (changed === "unchanged") return token.value;
      different = true;
      if (changed === "gone") return "#REF!";
      return stringifyA1Ref({ context: changed.sheet === undefined ? [] : [changed.sheet], range: changed.range });
    })
    .join("");
  return different ? text : formula;
}

const areaOf = (range: RangeA1): Area => ({
  top: range.top ?? 0,
  left: range.left ?? 0,
  bottom: range.bottom ?? MAX_ROWS - 1,
  right: range.right ?? MAX_COLUMNS - 1,
});

/** Whole rows and columns leave an edge open. */
const isOpen = (edge: number | null | undefined): boolean => edge === null || edge === undefined;

const withArea = (range: RangeA1, area: Area): RangeA1 => ({
  ...range,
  top: isOpen(range.top) ? null : area.top,
  bottom: isOpen(range.bottom) ? null : area.bottom,
  left: isOpen(range.left) ? null : area.left,
  right: isOpen(range.right) ? null : area.right,
});

const isSheet = (one: string, other: string): boolean => one.toLocaleLowerCase() === other.toLocaleLowerCase();

/** A formula of the sheet named `home` after cells of the sheet named `moved` have moved. */
export const shiftFormula = (formula: string, home: string, moved: string, shift: Shift): string =>
  rewrite(formula, ({ sheet, range }) => {
    if (!isSheet(sheet ?? home, moved)) return "unchanged";
    const area = areaOf(range);
    const to = shiftArea(area, shift);
    if (!to) return "gone";
    return to === area ? "unchanged" : { sheet, range: withArea(range, to) };
  });

/** A formula copied so many rows down and columns to the right: what is not fixed by a $ moves with it. */
export const copyFormula = (formula: string, down: number, across: number): string =>
  down === 0 && across === 0
    ? formula
    : rewrite(formula, ({ sheet, range }) => {
        const move = (value: number | null | undefined, fixed: boolean | null | undefined, by: number) =>
          value === null || value === undefined ? null : fixed ? value : value + by;
        const moved: RangeA1 = {
          ...range,
          top: move(range.top, range.$top, down),
          bottom: move(range.bottom, range.$bottom, down),
          left: move(range.left, range.$left, across),
          right: move(range.right, range.$right, across),
        };
        const { top, bottom, left, right } = areaOf(moved);
        if (top < 0 || left < 0 || bottom >= MAX_ROWS || right >= MAX_COLUMNS) return "gone";
        return { sheet, range: moved };
      });

/** A formula after a sheet got another name. */
export const renameSheetInFormula = (formula: string, before: string, after: string): string =>
  rewrite(formula, ({ sheet, range }) =>
    sheet !== undefined && isSheet(sheet, before) ? { sheet: after, range } : "unchanged",
  );

/** A formula after a sheet was deleted. */
export const dropSheetFromFormula = (formula: string, gone: string): string =>
  rewrite(formula, ({ sheet }) => (sheet !== undefined && isSheet(sheet, gone) ? "gone" : "unchanged"));
