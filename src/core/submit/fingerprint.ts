/**
 * The fingerprint (dấu vân tay) of a table's figures: SHA-256 over a canonical text of codes and figures, described with
 * an example in docs/ban-nop.md. Order of rows and columns, formats, formulas, labels of indicators, and whether a number
 * is stored as text do not count; which figure stands at which code does.
 */

import { periodCode, type Period } from "../form/period";
import type { FigureRole } from "../form/types";
import type { Figure, NumberFigure } from "../number";
import type { FigureCell, FigureTable } from "../table/figures";
import { tidy } from "../text/fold";

/** Names the way of writing; another way would be another name. */
const WAY = "BIEU-Y-TE DAU VAN TAY 1";

/** In the order of the canonical text. */
const ROLES: readonly FigureRole[] = ["plan", "laterPlan", "actual", "samePeriod", "vsPlan", "vsSamePeriod"];

/** How columns are called in the canonical text; part of the format, so never translated. */
const ROLE_NAMES: Readonly<Record<FigureRole, string>> = {
  plan: "KH",
  laterPlan: "KHSAU",
  actual: "TH",
  samePeriod: "CK",
  vsPlan: "SOKH",
  vsSamePeriod: "SOCK",
};

/** Programs agree in so many digits of a double. */
const SAME_DIGITS = 14;

/** One figure of the canonical text. */
export interface CanonicalFigure {
  /** Mã số, or `~` and the label of a row that has none. */
  readonly row: string;
  readonly measure: string;
  readonly role: FigureRole;
  /** The figure as it is written in the canonical text; "" where the cell is blank. */
  readonly figure: string;
  /** A1 address in the sheet that was read. */
  readonly at: string;
  readonly label: string;
}

/** One line of the canonical text: the figures of a row and measure. */
export interface CanonicalLine {
  readonly text: string;
  readonly row: string;
  readonly measure: string;
  readonly label: string;
  readonly figures: readonly CanonicalFigure[];
}

/**
 * The lines of figures in their canonical order. Rows without a code count where they have a figure and are not hidden:
 * what is hidden and no part of the form is not sent.
 */
export function canonicalLines(table: FigureTable): CanonicalLine[] {
  const lines = table.rows.flatMap((entry): CanonicalLine[] => {
    if (entry.code === undefined && table.grid.hiddenRows?.has(entry.row)) return [];
    const row = entry.code ?? `~${tidy(entry.label)}`;
    const measure = entry.measure.id;
    const figures = ROLES.flatMap((role): CanonicalFigure[] => {
      const cell = entry.cells[role];
      return cell ? [{ row, measure, role, figure: figureText(cell), at: cell.at, label: entry.label }] : [];
    });
    if (figures.length === 0) return [];
    if (entry.code === undefined && figures.every(({ figure }) => figure === "")) return [];
    const written = figures.map(({ role, figure }) => `${ROLE_NAMES[role]}=${figure}`);
    return [{ text: [row, measure, ...written].join("\t"), row, measure, label: entry.label, figures }];
  });
  return lines.sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
}

/** What the figures are of. */
export interface Subject {
  readonly formId: string;
  /** Version of the definition. */
  readonly version: string;
  readonly period?: Period;
  readonly unit: string;
}

/** What a table says that its figures are of. */
function subjectOf({ binding: { form, period, unit = "" } }: FigureTable): Subject {
  return { formId: form?.id ?? "", version: form?.version ?? "", ...(period && { period }), unit };
}

/** The canonical text of a table: UTF-8, lines ended by a line feed. */
export function canonicalText(table: FigureTable, subject = subjectOf(table)): string {
  const { formId, version, period, unit } = subject;
  const head = [
    WAY,
    `BIEU\t${formId}`,
    `BAN\t${version}`,
    `KY\t${period ? periodCode(period) : ""}`,
    `DONVI\t${tidy(unit)}`,
  ];
  return [...head, ...canonicalLines(table).map(({ text }) => text)].map((line) => `${line}\n`).join("");
}

/**
 * A figure as a text that differs exactly where the statement does. "-" and 0 are the same statement: it did not occur.
 * Blank, "…" and 0 are three.
 */
export function figureText({ figure, value }: FigureCell): string {
  // A number takes the value that the cell states, which for 0,987 shown as 98,7% is 98,7.
  if (figure.kind === "number" && value !== undefined) return `${number(value)}${unit(figure)}`;
  return written(figure);
}

function written(figure: Figure): string {
  switch (figure.kind) {
    case "number":
      return `${number(figure.value)}${unit(figure)}`;
    case "none":
      return "0";
    case "missing":
      return figure.written === "blank" ? "" : "…";
    case "bound":
      return `${figure.operator}${number(figure.value)}${unit(figure)}`;
    case "pair":
      return `${written(figure.first)}/${written(figure.second)}`;
    case "unreadable":
      return JSON.stringify(tidy(figure.text));
  }
}

/** Shortest decimal notation with a point; no sign of zero. */
const number = (value: number) => String(Number(value.toPrecision(SAME_DIGITS)) + 0);

/** A percent sign says of a percentage what its column says; any other unit changes what the number means. */
const unit = ({ unit: suffix = "" }: Pick<NumberFigure, "unit">) =>
  suffix === "" || suffix === "%" ? "" : ` ${tidy(suffix)}`;

/** SHA-256 of bytes; {@link webDigest} where there is Web Crypto. */
export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>;

/** Web Crypto, which browsers (in a secure context) and Node have alike. */
const webDigest: Digest = (bytes) => globalThis.crypto.subtle.digest("SHA-256", bytes);

/** SHA-256 of a text as 64 hexadecimal digits, small letters. */
export async function sha256(text: string, digest: Digest = webDigest): Promise<string> {
  const bytes = new Uint8Array(await digest(new TextEncoder().encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The fingerprint of a table's figures. */
export function fingerprintOf(table: FigureTable, digest?: Digest, subject?: Subject): Promise<string> {
  return sha256(canonicalText(table, subject), digest);
}

/** A fingerprint for people to compare by eye: eight groups of eight. */
export const groupedFingerprint = (fingerprint: string) => fingerprint.replace(/(.{8})(?=.)/g, "$1 ");

/** Reads a fingerprint as people copy it: spaces, dashes and capitals do not count; undefined where it is none. */
export function parseFingerprint(text: string): string | undefined {
  const digits = text.replace(/[\s\-‐-―]/g, "").toLowerCase();
  return /^[0-9a-f]{64}$/.test(digits) ? digits : undefined;
}
