/** Phiếu kiểm tra: the sheet of a sent copy that says who checked what, how, and which figures. */

import type { Unchecked } from "../check/finding";
import { columnWords, labelOf } from "../check/rule";
import type { LayoutCell, SheetLayout } from "../form/layout";
import { parsePeriod, periodCode, periodWords, type Period } from "../form/period";
import { writeInteger } from "../number";
import { address, cellText, type CellPlace, type Grid, type Merge } from "../table/grid";
import { tidy } from "../text/fold";
import type { Sendable } from "./copy-sheet";
import { groupedFingerprint, parseFingerprint, sha256, type Digest } from "./fingerprint";
import type { Gate } from "./gate";
import { GATE_TEXTS } from "./texts.vi";
import { SLIP_SHEET } from "./slip-sheet";
import { SLIP, UNCHECKED_WORDS } from "./slip-texts";

export { SLIP_SHEET };

/** One table of the copy. */
export interface SlipTable extends Sendable {
  /** Its sheet in the copy. */
  readonly sheet: string;
  readonly gate: Gate;
  readonly fingerprint: string;
  readonly placeInCopy: (place: CellPlace) => CellPlace | undefined;
}

export interface Slip {
  readonly person: string;
  readonly at: Date;
  readonly tables: readonly SlipTable[];
}

/** STT, cell, what it is about, the warning, the reason. */
const WIDTHS = [6, 18, 28, 34, 34] as const;
const LAST = WIDTHS.length - 1;
/** Of one kind of what was not checked so many are told in full. */
const TOLD = 5;

/** The sheet of a slip, with the fingerprint of its own words at the end. */
export async function slipLayout(slip: Slip, digest?: Digest): Promise<SheetLayout> {
  const page = newPage();
  const [first] = slip.tables;
  page.line(first?.unit.toLocaleUpperCase("vi") ?? "", "unit");
  page.blankLine();
  page.line(SLIP.title, "title");
  page.line(SLIP.subtitle, "subtitle");
  page.blankLine();
  page.pair(SLIP.person, tidy(slip.person));
  page.pair(SLIP.at, momentWords(slip.at));
  for (const table of slip.tables) putTable(table, page);
  page.blankLine();
  page.pair(SLIP.ownFingerprint, groupedFingerprint(await sha256(slipText(spokenLines(page.texts())), digest)));
  page.line(SLIP.foot, "footnote");
  const { cells, merges } = page;
  return {
    name: SLIP_SHEET,
    cells,
    merges,
    widths: WIDTHS,
    orientation: "portrait",
    headerRows: { first: 2, last: 2 },
    frozen: { rows: 0, columns: 0 },
    body: { top: 4, bottom: cells.length - 1 },
    inputs: [],
    names: [],
    rowOf: new Map(),
    columns: [],
  };
}

type Page = ReturnType<typeof newPage>;

function newPage() {
  const cells: (LayoutCell | undefined)[][] = [];
  const merges: Merge[] = [];
  const merged = (left: number, right: number) => merges.push({ top: cells.length, left, bottom: cells.length, right });
  const label = (value: string): LayoutCell => ({ value, look: "label" });
  return {
    cells,
    merges,
    blankLine: () => void cells.push([]),
    line(value: string, look: LayoutCell["look"]) {
      merged(0, LAST);
      cells.push([{ value, look }]);
    },
    /** What is said in a name and its value; the value is always a text. */
    pair(name: string, value: string) {
      merged(0, 1);
      merged(2, LAST);
      const blank = label("");
      cells.push([{ value: name, look: "heading" }, blank, label(value), blank, blank]);
    },
    heading(texts: readonly string[]) {
      if (texts.length <= LAST) merged(texts.length - 1, LAST);
      cells.push(WIDTHS.map((_, at) => ({ value: texts[at] ?? "", look: "header" })));
    },
    /** A numbered line; the last text takes the columns that are left. */
    row(number: number, texts: readonly string[]) {
      if (texts.length < LAST) merged(texts.length, LAST);
      const line: LayoutCell[] = [{ value: String(number), look: "centered" }, ...texts.map(label)];
      while (line.length <= LAST) line.push(label(""));
      cells.push(line);
    },
    texts: () => cells.map((row) => row.map((cell) => String(cell?.value ?? ""))),
  };
}

function putTable(one: SlipTable, page: Page): void {
  const { form, period, gate, unit } = one;
  const { counts } = gate;
  page.blankLine();
  page.pair(SLIP.sheet, one.sheet);
  page.pair(SLIP.form, `${form.id} ${form.number}`.trim());
  page.pair(SLIP.version, form.version);
  page.pair(SLIP.period, `${periodCode(period)} (${periodWords(period)})`);
  page.pair(SLIP.unit, tidy(unit));
  page.pair(SLIP.checked, SLIP.checkedWords(writeInteger(counts.cells), writeInteger(counts.rules)));
  page.pair(SLIP.findings, SLIP.findingWords(counts));
  const remarks = gate.items.flatMap(({ remarks }) => remarks.map((remark) => GATE_TEXTS.remark(remark)));
  if (remarks.length > 0) page.pair(SLIP.remarks, remarks.join(" "));
  page.pair(SLIP.fingerprint, groupedFingerprint(one.fingerprint));
  if (gate.explained.length > 0) {
    page.heading(SLIP.explanationHeader);
    gate.explained.forEach(({ finding, explanation }, index) => {
      const entry = one.table.bySheetRow.get(finding.row);
      const about = `${entry ? labelOf(entry) : finding.facts.label} · ${columnWords(one.table, finding.role, finding.measure)}`;
      const reason = `${finding.rule}: ${finding.message}`;
      page.row(index + 1, [cellIn(one, finding), about, reason, explanation.text]);
    });
  }
  if (gate.unchecked.length > 0) {
    page.heading(SLIP.uncheckedHeader);
    uncheckedLines(gate.unchecked).forEach((texts, index) => page.row(index + 1, texts));
  }
}

/** A cell by its address in the copy; "" where the copy does not have it. */
function cellIn({ placeInCopy }: SlipTable, place: CellPlace): string {
  const there = placeInCopy(place);
  return there ? address(there.row, there.column) : "";
}

/** Few of a kind one by one, many of a kind in one line with the codes that they concern. */
function uncheckedLines(unchecked: readonly Unchecked[]): string[][] {
  const kinds = new Map<Unchecked["reason"], Unchecked[]>();
  for (const one of unchecked) kinds.set(one.reason, [...(kinds.get(one.reason) ?? []), one]);
  return [...kinds].flatMap(([reason, all]) => {
    const title = UNCHECKED_WORDS[reason];
    if (all.length <= TOLD) return all.map(({ message }) => [title, message]);
    const codes = [...new Set(all.flatMap(({ code }) => code ?? []))];
    return [[title, `${writeInteger(all.length)} chỗ${codes.length > 0 ? `: ${codes.join(", ")}` : ""}`]];
  });
}

/** A moment in Vietnam, which keeps UTC+7 all year. */
function momentWords(at: Date): string {
  const there = new Date(at.getTime() + 7 * 3_600_000).toISOString();
  return `${there.slice(8, 10)}/${there.slice(5, 7)}/${there.slice(0, 4)} ${there.slice(11, 16)} (giờ Việt Nam)`;
}

/** The lines of a slip that say something, each as its texts: blank lines and blank cells are no part of it. */
function spokenLines(rows: readonly (readonly string[])[]): string[][] {
  const spoken = rows.map((row) => row.map(tidy).filter((text) => text !== ""));
  return spoken.filter((texts) => texts.length > 0);
}

/** The words of a slip, up to its own fingerprint, as the text that this is made of. */
const slipText = (lines: readonly (readonly string[])[]) => lines.map((texts) => `${texts.join("\t")}\n`).join("");

/** What a slip says of one table. */
export interface ReadSlipTable {
  readonly sheet: string;
  readonly formId: string;
  readonly version: string;
  readonly period: Period;
  readonly unit: string;
  readonly fingerprint: string;
}

/** What a slip cannot be read for: a line is not there, or does not read. */
export interface SlipProblem {
  readonly line: string;
}

export type ReadSlip =
  | {
      readonly kind: "slip";
      readonly person: string;
      readonly at: string;
      readonly tables: readonly ReadSlipTable[];
      /** Whether the words of the slip are those that it was made with. */
      readonly untouched: boolean;
    }
  | { readonly kind: "damaged"; readonly problem: SlipProblem };

/** Reads a Phiếu kiểm tra, also from a copy whose rows or columns were moved. */
export async function readSlip(grid: Grid, digest?: Digest): Promise<ReadSlip> {
  const said = spokenLines(grid.rows.map((cells) => Array.from(cells, (cell) => cellText(cell))));
  const end = said.findLastIndex(([name]) => name === SLIP.ownFingerprint);
  const own = parseFingerprint(said[end]?.[1] ?? "");
  if (own === undefined) return damaged(SLIP.ownFingerprint);
  const lines = said.slice(0, end);
  const starts = lines.flatMap(([name], at) => (name === SLIP.sheet ? [at] : []));
  if (starts.length === 0) return damaged(SLIP.sheet);
  const tables: ReadSlipTable[] = [];
  for (const [index, start] of starts.entries()) {
    const read = readTable(lines.slice(start, starts[index + 1]));
    if ("line" in read) return { kind: "damaged", problem: read };
    tables.push(read);
  }
  const untouched = (await sha256(slipText(lines), digest)) === own;
  const [person, at] = [SLIP.person, SLIP.at].map((name) => valueOf(lines.slice(0, starts[0]), name) ?? "");
  return { kind: "slip", person: person!, at: at!, tables, untouched };
}

const damaged = (line: string): ReadSlip => ({ kind: "damaged", problem: { line } });

const valueOf = (lines: readonly (readonly string[])[], name: string) => lines.find(([first]) => first === name)?.[1];

function readTable(lines: readonly (readonly string[])[]): ReadSlipTable | SlipProblem {
  const names = ["sheet", "form", "version", "period", "unit", "fingerprint"] as const;
  const said = Object.fromEntries(names.map((name) => [name, valueOf(lines, SLIP[name])]));
  const lost = names.find((name) => said[name] === undefined);
  if (lost) return { line: SLIP[lost] };
  const period = parsePeriod(said["period"]!.split(" ")[0]!);
  const fingerprint = parseFingerprint(said["fingerprint"]!);
  if (!period) return { line: SLIP.period };
  if (fingerprint === undefined) return { line: SLIP.fingerprint };
  const formId = said["form"]!.split(" ")[0]!;
  return { sheet: said["sheet"]!, formId, version: said["version"]!, period, unit: said["unit"]!, fingerprint };
}
