/** CT: the table itself. Rows missing, doubled, moved or renamed; columns missing; years that do not agree. */

import { fold } from "../../text/fold";
import { foldedLabel, likeness } from "../../form/similarity";
import { labelForMatching } from "../../form/match-rows";
import { longestRisingRun } from "../../form/rising";
import { headerYears } from "../../form/header-words";
import { namesPeriod, namesYearBefore } from "../../form/template";
import { columnOf, columnsOf, isPart, type BoundRow } from "../../table/binding";
import { cellAt, cellText } from "../../table/grid";
import { isGiven, type FigureTable } from "../../table/figures";
import { isIndicator, type ColumnRole, type Row } from "../../form/types";
import type { Draft, Level } from "../finding";
import { columnWords, headerPlace, isFewTyped, roleWords, type Rule } from "../rule";

/** Below this likeness a row's label no longer says what its Mã số says. */
const SAME_LABEL = 0.75;

function aboutRow(
  table: FigureTable,
  rule: Draft["rule"],
  row: number,
  definition: Row,
  facts: Partial<Draft["facts"]> = {},
): Draft {
  const labelColumn = columnOf(table.binding, "label")?.column ?? 0;
  const text = cellText(cellAt(table.grid, row, labelColumn));
  return {
    rule,
    row,
    column: labelColumn,
    role: "label",
    code: definition.code,
    stated: text,
    related: [],
    facts: { label: definition.label, column: roleWords("label"), stated: text, ...facts },
  };
}

/** The sheet row after which a missing row belongs: that of the nearest row above it in the form that is there. */
function placeOfMissing(table: FigureTable, at: number, boundRows: ReadonlyMap<string, BoundRow>): number {
  const rows = table.binding.form!.rows;
  for (let index = at - 1; index >= 0; index -= 1) {
    const bound = boundRows.get(rows[index]!.code);
    if (bound) return bound.row;
  }
  return table.binding.header.bottom;
}

const rowMissing: Rule = {
  id: "CT1",
  level: "error",
  table: (table) => {
    const { form, rows } = table.binding;
    // Of a part of a form that a person chose for it, what the part leaves out is no mistake.
    if (!form || isPart(table.binding)) return [];
    const bound = new Map(rows.map((row) => [row.code, row]));
    // Labels are recognised with less certainty than codes: there a missing row may be one we did not know again.
    const byLabel = rows.some((row) => row.by === "label");
    return form.rows.flatMap((definition, index) => {
      if (definition.row === "heading" || bound.has(definition.code)) return [];
      const level: Level = !definition.required ? "hint" : byLabel ? "warning" : "error";
      const place = placeOfMissing(table, index, bound);
      return [{ ...aboutRow(table, "CT1", place, definition, { stated: "không có" }), stated: null, level }];
    });
  },
};

const rowDoubled: Rule = {
  id: "CT2",
  level: "error",
  table: (table) => {
    const seen = new Map<string, BoundRow>();
    return table.binding.rows.flatMap((bound) => {
      const first = seen.get(bound.code);
      const definition = table.binding.form?.byCode.get(bound.code);
      if (!first) seen.set(bound.code, bound);
      if (!first || !definition) return [];
      return [aboutRow(table, "CT2", bound.row, definition, { other: `dòng ${first.row + 1}` })];
    });
  },
};

const rowMoved: Rule = {
  id: "CT3",
  level: "hint",
  table: (table) => {
    const { form, rows } = table.binding;
    if (!form) return [];
    const order = new Map(form.rows.map((row, index) => [row.code, index]));
    // A row that stands twice is another rule's.
    const first = new Map([...rows].reverse().map((row) => [row.code, row]));
    const once = rows.filter((row) => first.get(row.code) === row);
    const inPlace = new Set(longestRisingRun(once.map((row) => order.get(row.code)!)));
    return once.flatMap((bound, index) => {
      const definition = form.byCode.get(bound.code);
      return inPlace.has(index) || !definition ? [] : [aboutRow(table, "CT3", bound.row, definition)];
    });
  },
};

const rowRenamed: Rule = {
  id: "CT4",
  level: "warning",
  table: (table) => {
    const labelColumn = columnOf(table.binding, "label")?.column;
    if (labelColumn === undefined) return [];
    return table.binding.rows.flatMap((bound) => {
      const definition = table.binding.form?.byCode.get(bound.code);
      if (!definition || bound.by !== "code") return [];
      const text = cellText(cellAt(table.grid, bound.row, labelColumn));
      // As we print it: by far the most frequent case, and folding costs more than all else here.
      if (text === definition.label || text === `${definition.marker} ${definition.label}`) return [];
      const label = foldedLabel(labelForMatching(text));
      const known = [definition.label, ...definition.aliases].map((text) => foldedLabel(labelForMatching(text)));
      if (known.some((text) => likeness(label, text) >= SAME_LABEL)) return [];
      return [
        {
          ...aboutRow(table, "CT4", bound.row, definition, { expected: definition.label }),
          expected: definition.label,
        },
      ];
    });
  },
};

const columnMissing: Rule = {
  id: "CT5",
  level: "error",
  table: (table) => {
    const { form, columns } = table.binding;
    if (!form) return [];
    return form.columns.flatMap((column) => {
      // Mã số, TT and Đơn vị tính help to recognise a table; a table typed by hand is whole without them.
      if (column.role === "tt" || column.role === "unit" || column.role === "code") return [];
      if (columns.some((bound) => bound.role === column.role && bound.measure === (column.measure ?? ""))) return [];
      return [aboutHeader(table, "CT5", column.role, { stated: "không có" }, column.measure)];
    });
  },
};

function aboutHeader(
  table: FigureTable,
  rule: Draft["rule"],
  role: ColumnRole,
  facts: Partial<Draft["facts"]>,
  measure = "",
): Draft {
  const header = columnOf(table.binding, role, measure)?.header ?? "";
  return {
    rule,
    ...headerPlace(table, role, measure),
    role,
    ...(measure !== "" && { measure }),
    stated: header === "" ? null : header,
    related: [],
    facts: { label: "", column: columnWords(table, role, measure), stated: header, ...facts },
  };
}

const wrongYear: Rule = {
  id: "CT6",
  level: "error",
  table: (table) => {
    const year = table.binding.period?.year;
    if (year === undefined) return [];
    const wanted = { plan: year, actual: year, samePeriod: year - 1 } as const;
    return (Object.keys(wanted) as (keyof typeof wanted)[]).flatMap((role) =>
      columnsOf(table.binding, role).flatMap((column) => {
        const stated = headerYears(column.header);
        const own = table.binding.form?.columns.find(
          (one) => one.role === role && (one.measure ?? "") === column.measure,
        );
        // A form whose header names a year of its own ("Mục tiêu đến năm 2025") says nothing of the period.
        if (own && !namesPeriod(own)) return [];
        const shift = role !== "samePeriod" && namesYearBefore(own) ? 1 : 0;
        const right = wanted[role] - shift;
        const [first] = stated;
        if (first === undefined || stated.includes(right)) return [];
        return [aboutHeader(table, "CT6", role, { expected: String(right), other: String(first) }, column.measure)];
      }),
    );
  },
};

const formulasLost: Rule = {
  id: "CT7",
  level: "warning",
  table: (table) => {
    const { filled } = table.binding;
    if (filled !== "functions" && filled !== "formulas") return [];
    return (["vsPlan", "vsSamePeriod"] as const).flatMap((role) =>
      columnsOf(table.binding, role).flatMap(({ measure }) => {
        const cells = table.rows.flatMap((row) =>
          row.measure.id === measure && isGiven(row.cells[role]) ? [row.cells[role]] : [],
        );
        const typed = cells.filter((cell) => cell.cell?.formula === undefined).length;
        // A few typed cells are SS5's to say one by one.
        if (isFewTyped(typed, cells.length)) return [];
        return [aboutHeader(table, "CT7", role, { stated: `${typed}/${cells.length}` }, measure)];
      }),
    );
  },
};

const rowHidden: Rule = {
  id: "CT8",
  level: "hint",
  table: (table) => {
    const hidden = table.grid.hiddenRows;
    if (!hidden || hidden.size === 0) return [];
    return table.binding.rows.flatMap((bound) => {
      const definition = table.binding.form?.byCode.get(bound.code);
      return hidden.has(bound.row) && definition?.row === "indicator"
        ? [aboutRow(table, "CT8", bound.row, definition)]
        : [];
    });
  },
};

/** A row of figures inside the table that belongs to no indicator. */
const rowUnknown: Rule = {
  id: "CT9",
  level: "hint",
  table: (table) => {
    if (!table.binding.form) return [];
    const labelColumn = columnOf(table.binding, "label")?.column ?? 0;
    const labels = rowsByLabel(table);
    return table.binding.unbound.flatMap((unbound): Draft[] => {
      if (fold(unbound.label) === "") return [];
      const entry = table.bySheetRow.get(unbound.row);
      if (!entry || !Object.values(entry.cells).some((cell) => isGiven(cell))) return [];
      // A label that stands once more: the last such row above, else the first below.
      const twins = labels.get(labelForMatching(unbound.label)) ?? [];
      const twin = twins.findLast(({ row }) => row < unbound.row) ?? twins[0];
      return [
        {
          rule: "CT9",
          row: unbound.row,
          column: labelColumn,
          role: "label",
          stated: unbound.label,
          related: [],
          facts: {
            label: unbound.label,
            column: roleWords("label"),
            stated: unbound.label,
            ...(twin && { other: `dòng ${twin.row + 1}` }),
          },
        },
      ];
    });
  },
};

/** The indicators' rows by each of their labels. */
function rowsByLabel(table: FigureTable): ReadonlyMap<string, readonly BoundRow[]> {
  const rows = new Map<string, BoundRow[]>();
  for (const bound of table.binding.rows) {
    const definition = table.binding.form?.byCode.get(bound.code);
    if (!isIndicator(definition)) continue;
    for (const label of new Set([definition.label, ...definition.aliases].map(labelForMatching))) {
      rows.set(label, [...(rows.get(label) ?? []), bound]);
    }
  }
  return rows;
}

export const structureRules: readonly Rule[] = [
  rowMissing,
  rowDoubled,
  rowMoved,
  rowRenamed,
  columnMissing,
  wrongYear,
  formulasLost,
  rowHidden,
  rowUnknown,
];
