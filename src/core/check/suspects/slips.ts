/** Slips of typing: which figures a hand that slipped once may have meant by the figure that stands there. */

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

const DIGITS = "0123456789";

/** Keys that lie beside each other: in the row above the letters, and in the block of digits. */
const NEIGHBOURS: readonly string[] = ["129", "0245", "01356", "246", "13578", "24689", "3579", "4689", "5790", "0568"];

interface Written {
  /** Digits without the mark: "985" of 98,5. */
  readonly digits: string;
  readonly decimals: number;
  readonly negative: boolean;
}

function written(value: number, decimals: number): Written {
  const digits = Math.abs(value).toFixed(Math.min(decimals, 12)).replace(".", "");
  return { digits, decimals, negative: value < 0 };
}

function read({ digits, decimals, negative }: Written): number {
  const value = Number(`${digits}e${-decimals}`);
  return negative ? 0 - value : value;
}

/**
 * Every figure that one slip of the hand turns into the one stated, the likeliest slip first for each.
 *
 * @param stated the figure as it stands
 * @param decimals that it is written with
 * @param whole whether the figure counts something: then its dot separates thousands
 * @example slipsOf(1722, 0, true).some(({ kind, meant }) => kind === "swapped" && meant === 1272)
 */
export function slipsOf(stated: number, decimals: number, whole: boolean): readonly Slip[] {
  const found = new Map<number, Slip>();
  const from = written(stated, decimals);
  const add = (kind: SlipKind, meant: Written | number): void => {
    const value = typeof meant === "number" ? meant : read(meant);
    const allowed = value !== stated && (!whole || Number.isInteger(value));
    if (allowed && !found.has(value)) found.set(value, { kind, meant: value });
  };
  if (stated !== 0) add("sign", -stated);
  for (const shift of [1, 2, 3]) {
    const kind = whole && decimals === 0 ? "tenfold" : whole ? "thousands" : "mark";
    if (stated === 0 || (kind === "thousands" && shift !== 3)) continue;
    for (const places of [from.decimals + shift, from.decimals - shift]) add(kind, read({ ...from, decimals: places }));
  }
  const { digits } = from;
  const edited = (kind: SlipKind, text: string, places = decimals): void =>
    add(kind, { ...from, digits: text, decimals: places });
  for (let at = 0; at + 1 < digits.length; at += 1) {
    edited("swapped", digits.slice(0, at) + digits[at + 1]! + digits[at]! + digits.slice(at + 2));
  }
  for (let at = 1; at < digits.length; at += 1) {
    const behindMark = at >= digits.length - decimals;
    if (digits[at] === digits[at - 1])
      edited("doubled", digits.slice(0, at) + digits.slice(at + 1), behindMark ? decimals - 1 : decimals);
  }
  for (let at = 0; at < digits.length; at += 1) {
    for (const key of NEIGHBOURS[Number(digits[at])]!)
      edited("neighbourKey", digits.slice(0, at) + key + digits.slice(at + 1));
  }
  for (let at = 0; at <= digits.length; at += 1) {
    for (const key of DIGITS) {
      const text = digits.slice(0, at) + key + digits.slice(at);
      if (at <= digits.length - decimals) edited("dropped", text);
      if (decimals > 0 && at >= digits.length - decimals) edited("dropped", text, decimals + 1);
    }
  }
  for (let at = 0; at < digits.length; at += 1) {
    for (const key of DIGITS) edited("digit", digits.slice(0, at) + key + digits.slice(at + 1));
  }
  return [...found.values()];
}
