/** Slips of the hand in one figure, as people make them when they type, copy and paste. */

import { writeFigure } from "../../src/core/number";
import type { Cell } from "../../src/core/table/grid";
import type { Chance } from "./random";

/** A number cell, and what it shows. */
export interface Typed extends Cell {
  readonly value: number;
}

/** What a slip needs to know beside the figure. */
export interface Surroundings {
  readonly chance: Chance;
  /** Figures of the nearest rows above and below in the same column. */
  readonly neighbours: readonly number[];
}

/** @returns what the cell holds after it, undefined for an empty cell; "none" where the slip cannot happen to this figure */
export type Slip = (cell: Typed, around: Surroundings) => Cell | undefined | "none";

/** A figure as typed on the keyboard: "97.3". */
function keys({ value, format }: Typed): string {
  const shown = /\.(0+)/.exec(format ?? "")?.[1]?.length ?? 0;
  const held = String(Number(value.toPrecision(12))).split(".")[1]?.length ?? 0;
  return value.toFixed(Math.max(shown, held));
}

/** The typed keys as a cell of the same look, or "none" where they are the same number or no number. */
function retyped(cell: Typed, text: string): Typed | "none" {
  const value = Number(text);
  // Nobody leaves a zero in front: it would be seen at once.
  if (text === "" || !Number.isFinite(value) || value === cell.value || /^-?0\d/.test(text)) return "none";
  return { value, ...formatFor(text) };
}

function formatFor(text: string): Pick<Cell, "format"> {
  const decimals = text.split(".")[1]?.length ?? 0;
  return { format: decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}` };
}

const digitsAt = (text: string) => [...text].flatMap((key, at) => (/\d/.test(key) ? [at] : []));

const swapped: Slip = (cell, { chance }) => {
  const text = keys(cell);
  const at = digitsAt(text);
  const pairs = at
    .slice(1)
    .flatMap((second, index) => (text[second] === text[at[index]!] ? [] : [[at[index]!, second]]));
  if (pairs.length === 0) return "none";
  const [first, second] = chance.pick(pairs) as [number, number];
  const moved = [...text];
  [moved[first], moved[second]] = [text[second]!, text[first]!];
  return retyped(cell, moved.join(""));
};

const dropped: Slip = (cell, { chance }) => {
  const text = keys(cell);
  const at = digitsAt(text);
  if (at.length < 2) return "none";
  const gone = chance.pick(at);
  return retyped(cell, (text.slice(0, gone) + text.slice(gone + 1)).replace(/\.$/, "").replace(/^(-?)\./, "$10."));
};

const doubled: Slip = (cell, { chance }) => {
  const text = keys(cell);
  const twice = chance.pick(digitsAt(text));
  return retyped(cell, text.slice(0, twice) + text[twice] + text.slice(twice));
};

const tenfold: Slip = (cell, { chance }) => {
  const text = keys(cell);
  const whole = !text.includes(".");
  const less = chance.next() < 0.5 && (!whole || text.endsWith("0"));
  const value = Number((less ? cell.value / 10 : cell.value * 10).toPrecision(12));
  return retyped(cell, String(value));
};

const neighbour: Slip = (cell, { chance, neighbours }) =>
  neighbours.length === 0 ? "none" : retyped(cell, String(chance.pick(neighbours)));

const sign: Slip = (cell) =>
  cell.value === 0 ? "none" : retyped(cell, (-cell.value).toFixed(keys(cell).split(".")[1]?.length ?? 0));

/** "1.244" typed where the comma is the decimal mark of the language, the dot that of the machine. */
const thousands: Slip = (cell) =>
  Number.isInteger(cell.value) && cell.value >= 1000 && cell.value < 1_000_000
    ? { value: cell.value / 1000, format: "General" }
    : "none";

const asText: Slip = (cell) => {
  const decimals = keys(cell).split(".")[1]?.length ?? 0;
  return { value: writeFigure(cell.value, decimals) };
};

const blank: Slip = () => undefined;

/** Slips that can happen to any figure, by the name in the report. */
export const SLIPS: Readonly<Record<string, Slip>> = {
  "digits swapped": swapped,
  "digit dropped": dropped,
  "digit doubled": doubled,
  "factor of ten": tenfold,
  "neighbour row's figure": neighbour,
  sign,
  "thousands dot as decimal": thousands,
  "number as text": asText,
  blank,
};
