/** QH9: the same indicator stated in several forms of one unit, differently. */

import { periodCode, type Period } from "../form/period";
import type { Link, LinkMember } from "../form/links";
import { namesYearBefore } from "../form/template";
import type { InputRole } from "../form/types";
import { overlaps, roundHalfAway, writeFigure } from "../number";
import { figureKey, type FigureRow, type FigureTable } from "../table/figures";
import { fold } from "../text/fold";
import { checkFigures, inSheetOrder, toFinding } from "./engine";
import type { CheckResult, Draft, Finding } from "./finding";
import { aboutCell, decimalsOfCell, intervalOf, isKnown, roleWords, written, type KnownCell } from "./rule";

const ROLES: readonly InputRole[] = ["plan", "actual", "samePeriod"];

/** A figure of a linked indicator, and what it is a figure of. */
interface Stated {
  readonly table: FigureTable;
  readonly row: FigureRow;
  readonly cell: KnownCell;
}

/** Checks tables that are sent together: each by itself, then against one another. */
export function checkTogether(tables: readonly FigureTable[], links: readonly Link[]): readonly CheckResult[] {
  const across = acrossForms(tables, links);
  return tables.map((table) => withAcross(checkFigures(table), across.get(table) ?? []));
}

/** A table's own result with what other tables say against it. */
export function withAcross(result: CheckResult, across: readonly Finding[]): CheckResult {
  if (across.length === 0) return result;
  return { ...result, findings: [...result.findings, ...across].sort(inSheetOrder) };
}

/**
 * Every figure that another table states differently, by table. Compared are tables of forms that {@link Link} names, of
 * the same unit as far as both say one, and figures of the same year and period: TH of one year's form is CK of the next.
 */
export function acrossForms(
  tables: readonly FigureTable[],
  links: readonly Link[],
): ReadonlyMap<FigureTable, readonly Finding[]> {
  const found = new Map<FigureTable, Finding[]>();
  for (const link of links) {
    const groups = new Map<string, Stated[]>();
    for (const member of link.members) {
      for (const table of tables) {
        for (const [moment, stated] of figuresOf(table, member))
          groups.set(moment, [...(groups.get(moment) ?? []), stated]);
      }
    }
    for (const group of groups.values()) {
      for (const one of group) {
        const others = group.filter((other) => other.table !== one.table && sameUnit(one, other) && differ(one, other));
        if (others.length === 0) continue;
        const finding = toFinding(draftOf(one, others));
        found.set(one.table, [...(found.get(one.table) ?? []), finding]);
      }
    }
  }
  return found;
}

/** The figures of a member in a table, by what they are figures of: "actual 2024-6T", "plan 2024". */
function figuresOf(table: FigureTable, { form, code, measure }: LinkMember): [moment: string, stated: Stated][] {
  const { binding } = table;
  const row = table.byCode.get(figureKey(code, measure));
  const { period } = binding;
  if (binding.form?.id !== form || !period || !row) return [];
  return ROLES.flatMap((role): [string, Stated][] => {
    const cell = row.cells[role];
    return isKnown(cell) ? [[momentOf(table, role, measure, period), { table, row, cell }]] : [];
  });
}

/**
 * What a column's figures are of. A plan is of a year. A figure done is of a period: that of the form, or of the year
 * before where the form's own header says so, as CTCY sets "Ước TH năm {nam-1}" beside next year's plan.
 */
function momentOf(table: FigureTable, role: InputRole, measure: string, period: Period): string {
  const column = table.binding.form!.columns.find((one) => one.role === role && (one.measure ?? "") === measure);
  if (role === "plan") return `plan ${period.year}`;
  const before = role === "samePeriod" || namesYearBefore(column);
  return `done ${periodCode(before ? { ...period, year: period.year - 1 } : period)}`;
}

/**
 * Two forms of a file that do not say their unit are taken for one unit's. Not so a form that stands there twice: that is
 * how the sheets of several districts look.
 */
function sameUnit(a: Stated, b: Stated): boolean {
  const [one, other] = [a.table.binding, b.table.binding];
  if (!one.unit || !other.unit) return one.form !== other.form;
  return fold(one.unit) === fold(other.unit);
}

const differ = (a: Stated, b: Stated) => !overlaps(intervalOf(a.cell), intervalOf(b.cell));

function draftOf({ row, cell }: Stated, others: readonly Stated[]): Draft {
  const [first] = others;
  const other = first!.cell;
  const decimals = Math.max(decimalsOfCell(cell), decimalsOfCell(other));
  const gap = roundHalfAway(cell.value - other.value, decimals);
  return {
    ...aboutCell("QH9", cell, row, {
      gap: writeFigure(Math.abs(gap), decimals),
      working: others.map(placeWords).join("; "),
    }),
    // Which of two forms is right nobody can tell from here, so neither is held up: mended or explained.
    level: "warning",
    expected: null,
    gap,
    elsewhere: others.map(({ table, cell: { at, value } }) => ({ sheet: table.grid.sheet, cell: at, value })),
  };
}

/** "trang tính “B03”, ô F12 (Thực hiện) ghi 20,22". */
function placeWords({ table, cell }: Stated): string {
  return `trang tính “${table.grid.sheet}”, ô ${cell.at} (${roleWords(cell.role)}) ghi ${written(cell)}`;
}
