/** Slips of typing: which figures a hand that slipped once may have meant by the figure that stands there. */

import { noiseAt, type Box } from "./box";

/** What a single slip does to a figure. */
export type SlipKind =
  /** 1.272 typed as 1.722. */
  | "swapped"
  /** 1.690 typed as 169 or 1.60. */
  | "dropped"
  /** 1.690 typed as 16.690. */
  | "doubled"
  /** 1.690 typed as 1.790: 7 lies beside 6. */
  | "neighbourKey"
  /** 1.690 typed as 1.290. */
  | "digit"
  /** 98,5 typed as 985 or 9,85. */
  | "mark"
  /** 1.690 typed as 16.900. */
  | "tenfold"
  /** 1.244 read as 1,244. */
  | "thousands"
  /** 12 typed as -12. */
  | "sign"
  /** The figure of the row above or below. */
  | "otherRow"
  /** The figure of the column beside it. */
  | "otherColumn";

export interface Slip {
  readonly kind: SlipKind;
  /** What was meant. */
  readonly meant: number;
}

/** How well a slip explains a wrong figure, 0 to 1: the fewer figures a kind can reach, the more it says. */
export const SLIP_STRENGTH: Readonly<Record<SlipKind, number>> = {
  swapped: 1,
  thousands: 1,
  tenfold: 1,
  mark: 1,
  sign: 0.9,
  doubled: 0.9,
  dropped: 0.7,
  neighbourKey: 0.7,
  otherRow: 0.7,
  otherColumn: 0.7,
  digit: 0.4,
};

/** Keys that lie beside each other: in the row above the letters, and in the block of digits. */
const NEIGHBOURS: readonly (readonly number[])[] = [
  [1, 2, 9],
  [0, 2, 4, 5],
  [0, 1, 3, 5, 6],
  [2, 4, 6],
  [1, 3, 5, 7, 8],
  [2, 4, 6, 8, 9],
  [3, 5, 7, 9],
  [4, 6, 8, 9],
  [5, 7, 9, 0],
  [0, 5, 6, 8],
];

const KEYS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** Figures of more units than this are not looked at: a double no longer holds their digits. */
const MOST_UNITS = 1e13;

/**
 * The figures within a range that one slip of the hand turns into the one stated, each with its likeliest slip.
 *
 * @param stated the figure as it stands
 * @param decimals that it is written with
 * @param whole whether the figure counts something: then its dot separates thousands
 * @param range the figures that may have been meant, both ends included
 * @example slipsOf(1722, 0, true, { low: 1200, high: 1300 }) // [{ kind: "swapped", meant: 1272 }]
 */
export function slipsOf(stated: number, decimals: number, whole: boolean, range: Box): readonly Slip[] {
  const found = new Map<number, Slip>();
  const unit = 10 ** decimals;
  const units = Math.round(Math.abs(stated) * unit);
  if (units > MOST_UNITS) return [];
  const [low, high] = [range.low - noiseAt(range.low), range.high + noiseAt(range.high)];
  const add = (kind: SlipKind, value: number): void => {
    if (value < low || value > high || value === stated || (whole && !Number.isInteger(value))) return;
    if (!found.has(value)) found.set(value, { kind, meant: value });
  };
  const sign = stated < 0 ? -1 : 1;
  /** A slip that leaves the mark where it is, counted from the end. */
  const typed = (kind: SlipKind, meant: number, places = decimals): void =>
    add(kind, (sign * meant) / (places === decimals ? unit : 10 ** places));

  if (stated !== 0) {
    add("sign", -stated);
    moved(whole, decimals).forEach(([kind, shift]) =>
      add(kind, shift > 0 ? (sign * units * 10 ** shift) / unit : (sign * units) / (unit * 10 ** -shift)),
    );
  }
  const length = String(units).padStart(decimals + 1, "0").length;
  const digitAt = (place: number): number => Math.floor(units / 10 ** place) % 10;
  // Places are counted from the last digit, which is place 0.
  for (let place = length - 1; place > 0; place -= 1) {
    const turn = digitAt(place - 1) - digitAt(place);
    typed("swapped", units + turn * (10 ** place - 10 ** (place - 1)));
    if (turn !== 0) continue;
    const without = Math.floor(units / 10 ** place) * 10 ** (place - 1) + (units % 10 ** (place - 1));
    typed("doubled", without, place <= decimals ? decimals - 1 : decimals);
  }
  for (let place = 0; place < length; place += 1) {
    for (const key of NEIGHBOURS[digitAt(place)]!) {
      typed("neighbourKey", units + (key - digitAt(place)) * 10 ** place);
    }
  }
  for (let place = 0; place <= length; place += 1) {
    const [front, back] = [Math.floor(units / 10 ** place) * 10 ** (place + 1), units % 10 ** place];
    for (const key of KEYS) {
      const meant = front + key * 10 ** place + back;
      if (place >= decimals) typed("dropped", meant);
      if (place <= decimals && !whole) typed("dropped", meant, decimals + 1);
    }
  }
  for (let place = 0; place < length; place += 1) {
    for (const key of KEYS) typed("digit", units + (key - digitAt(place)) * 10 ** place);
  }
  return [...found.values()];
}

/** The slips that move the mark, with the places that the figure must be moved back by. */
function moved(whole: boolean, decimals: number): readonly (readonly [SlipKind, number])[] {
  // A count with decimals is one whose dot was taken for a decimal mark.
  if (whole && decimals > 0) return [["thousands", 3]];
  const kind = whole ? "tenfold" : "mark";
  return [1, 2, 3].flatMap((shift) => [[kind, -shift] as const, [kind, shift] as const]);
}
