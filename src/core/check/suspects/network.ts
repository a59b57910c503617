/** The relations of a table as constraints between its cells, listed around the cells that are asked about. */

import { isInputRole, traitsOf, type Form, type InputRole, type Measure } from "../../form/types";
import { figureKey, type FigureRow, type FigureTable } from "../../table/figures";
import type { Relation } from "../relations";
import { otherCodes, relationsByCode } from "../relations-by-code";
import { isKnown, type KnownCell } from "../rule";
import { RELATION_RULES, sumsLike } from "../rules/relation-rules";
import { conditioned } from "./conditioned";
import { linear, rated, type Constraint } from "./constraint";
import { variableOf, type Variable } from "./variable";

/** Cells and what ties them together, looked up by A1 address. */
export interface Network {
  readonly variable: (at: string) => Variable;
  /** Every constraint that a cell takes part in. */
  readonly around: (at: string) => readonly Constraint[];
  /** Makes the cells of a row known, so that their addresses can be asked about. */
  readonly enter: (row: FigureRow, role: InputRole) => void;
}

/** The network of a table whose form is known. Nothing is listed before it is asked for. */
export function networkOf(table: FigureTable, form: Form): Network {
  const variables = new Map<string, Variable>();
  const listed = new Map<string, readonly Constraint[]>();
  const made = new Map<string, Constraint>();

  const enter = (row: FigureRow, role: InputRole): void => {
    const cell = row.cells[role];
    if (isKnown(cell) && !variables.has(cell.at)) variables.set(cell.at, variableOf(cell, row));
  };
  const rowOf = (code: string, measure: string) => table.byCode.get(figureKey(code, measure));
  const cellOf = (code: string, measure: string, role: InputRole): KnownCell | undefined => {
    const row = rowOf(code, measure);
    const cell = row?.cells[role];
    if (!row || !isKnown(cell)) return undefined;
    enter(row, role);
    return cell;
  };
  /** One and the same constraint whichever of its cells it is listed for. */
  const shared = (constraint: Constraint | undefined): readonly Constraint[] => {
    if (!constraint) return [];
    const known = made.get(constraint.key);
    if (known) return [known];
    made.set(constraint.key, constraint);
    return [constraint];
  };
  const around = (at: string): readonly Constraint[] => {
    const known = listed.get(at);
    if (known) return known;
    const entered = variables.get(at);
    // A cell left blank that counts as none holds no figure to blame.
    if (!entered) return [];
    const { row, cell } = entered;
    // A row of a code that stands twice takes part in nothing: the first one does.
    const first = row.code !== undefined && rowOf(row.code, row.measure.id) === row;
    const found =
      first && isInputRole(cell.role)
        ? [
            ...(relationsByCode(form).get(row.code) ?? []).flatMap((relation) =>
              // The cumulative relation ties TH to CK.
              shared(
                applied(relation, row.measure, relation.type === "cumulative" ? "actual" : (cell.role as InputRole)),
              ),
            ),
            ...form.measures.flatMap((measure) => ofMeasure(measure, row, cell.role as InputRole)),
          ].filter(({ cells }) => cells.some((other) => other.at === at))
        : [];
    listed.set(at, found);
    return found;
  };

  const applied = (relation: Relation, measure: Measure, role: InputRole): Constraint | undefined => {
    const row = rowOf(relation.code, measure.id);
    const own = cellOf(relation.code, measure.id, role);
    if (!row?.indicator || !own) return undefined;
    if (measure.id !== "" && !sumsLike(traitsOf(row.indicator, measure).kind, relation)) return undefined;
    const rule = RELATION_RULES[relation.type];
    if (relation.type === "condition") return conditioned(relation, (code) => cellOf(code, "", role));
    if (relation.type === "cumulative") {
      const before = cellOf(relation.code, measure.id, "samePeriod");
      if (role !== "actual" || row.traits?.accrual !== "cumulative" || !before) return undefined;
      return linear(rule, [own, before], [1, -1], AT_LEAST_NOTHING);
    }
    const cells = otherCodes(relation).map((code) => cellOf(code, measure.id, role));
    const given = cells.filter((cell) => cell !== undefined);
    if (given.length === 0) return undefined;
    // What counts as none adds nothing, and holds no figure to blame.
    const complete = given.length === cells.length || relation.missing.others !== "any";
    switch (relation.type) {
      case "total": {
        // The parts that are missing can only add to those given.
        const allowed = complete ? NOTHING : AT_LEAST_NOTHING;
        return linear(rule, [own, ...given], [1, ...given.map(() => -1)], allowed);
      }
      case "rate":
        return given.length === cells.length ? rated(rule, [own, ...given], relation.expression) : undefined;
      case "same":
        return linear(rule, [own, ...given], [1, -1], NOTHING);
      default:
        return linear(rule, [own, ...given], [-1, 1], AT_LEAST_NOTHING);
    }
  };

  const ofMeasure = (measure: Measure, row: FigureRow, role: InputRole): readonly Constraint[] => {
    const own = row.code === undefined ? undefined : cellOf(row.code, measure.id, role);
    if (!own || row.code === undefined) return [];
    const whole = measure.subsetOf === undefined ? undefined : cellOf(row.code, measure.subsetOf, role);
    const terms = (measure.formula?.codes ?? []).map((id) => cellOf(row.code!, id, role));
    const complete = terms.length > 0 && terms.every((term) => term !== undefined);
    return [
      ...shared(whole && linear("QH4", [own, whole], [-1, 1], AT_LEAST_NOTHING)),
      ...shared(measure.formula && complete ? rated("QH3", [own, ...terms], measure.formula) : undefined),
    ];
  };

  return { variable: (at) => variables.get(at)!, around, enter };
}

const NOTHING = { low: 0, high: 0 };
const AT_LEAST_NOTHING = { low: 0, high: Infinity };
