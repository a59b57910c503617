/**
 * Formulas as functions of JavaScript closures: nothing is generated as text, so that a strict content security policy
 * holds. The parser is `@borgar/fx`, which the product uses elsewhere and which is well kept; a formula is parsed once
 * and calculated often, where fast-formula-parser parses again each time.
 */

import { parse, tokenize, type AstExpression } from "@borgar/fx";
import { firstOf, isSingleCell, settled, type Environment, type Part } from "./environment";
import { functionNamed } from "./functions";
import { binaryOperator, overArrays, unaryOperator, type ScalarFunction } from "./operators";
import { resolve } from "./reference";
import { type CalcCells, type CalcMatrix, type CalcPlace, type CalcValue } from "./types";
import { errorValue, isArea, isErrorValue, isMatrix, NAME, NULL, REF, VALUE, type Area, type Operand } from "./values";

/** A formula ready to be calculated. */
export interface Compiled {
  readonly part: Part;
  /** The cells that it reads, as far as the text says. */
  readonly reads: readonly Area[];
  /** Whether it must be calculated every time: RAND, TODAY, and references that are found only in calculating. */
  readonly volatile: boolean;
  /** Whether it hangs on names, tables or sheets, which may come to mean something else. */
  readonly hangsOnNames: boolean;
}

/** Defined names may refer to names; more deeply than this they go round in a circle. */
const DEEPEST_NAME = 20;

/** Compiles a formula in its cell. What cannot be parsed is `#NAME?`, since Excel would not have taken it at all. */
export function compile(formula: string, at: CalcPlace, cells: CalcCells): Compiled {
  const reads: Area[] = [];
  let volatile = false;
  let hangsOnNames = false;

  const compileText = (text: string, depth: number): Part => {
    const tree = parsed(text.startsWith("=") ? text : `=${text}`);
    return tree === undefined ? () => NAME : build(tree, depth);
  };

  const build = (node: AstExpression | null, depth: number): Part => {
    if (node === null) return () => null;
    switch (node.type) {
      case "Literal":
        return constant(node.value);
      case "ErrorLiteral":
        return constant(errorValue(node.value));
      case "ArrayExpression": {
        const elements = node.elements.map((line) => line.map((element) => build(element, depth)));
        return (environment) =>
          elements.map((line) => line.map((element) => firstOf(element(environment), environment)));
      }
      case "ReferenceIdentifier":
        return reference(node.value, depth);
      case "UnaryExpression":
        return unary(node.operator, node.arguments, depth);
      case "BinaryExpression":
        return binary(node.operator, node.arguments, depth);
      case "CallExpression":
        return call(node.callee.name, node.arguments, depth);
      case "LetExpression":
      case "LambdaExpression":
        // Newer than the Excel that the product asks for.
        return () => NAME;
    }
  };

  const reference = (text: string, depth: number): Part => {
    const resolved = resolve(text, at, cells);
    if (resolved.kind !== "area" || text.includes("!") || text.includes("[")) hangsOnNames = true;
    switch (resolved.kind) {
      case "area":
        reads.push(resolved.area);
        return constant(resolved.area);
      case "formula":
        return depth >= DEEPEST_NAME ? constant(REF) : compileText(resolved.formula, depth + 1);
      case "error":
        return constant(resolved.error);
    }
  };

  const unary = (operator: string, args: readonly AstExpression[], depth: number): Part => {
    const inner = build(args[0] ?? null, depth);
    if (operator === "@") return (environment) => intersection(inner(environment), environment);
    if (operator === "#") {
      volatile = true;
      return (environment) => spillOf(inner(environment), environment);
    }
    const each = unaryOperator(operator)!;
    return (environment) => {
      const value = settled(inner(environment), environment);
      return isMatrix(value) ? overArrays([value], ([cell]) => each(cell!)) : each(value);
    };
  };

  const binary = (operator: string, args: readonly AstExpression[], depth: number): Part => {
    const left = build(args[0] ?? null, depth);
    const right = build(args[1] ?? null, depth);
    const each = binaryOperator(operator);
    if (!each) {
      if (operator === ":") volatile = true;
      return (environment) => joinedAreas(operator, left(environment), right(environment));
    }
    return (environment) => {
      const first = settled(left(environment), environment);
      const second = settled(right(environment), environment);
      if (!isMatrix(first) && !isMatrix(second)) return each(first, second);
      return overArrays([first, second], ([a, b]) => each(a!, b!));
    };
  };

  const call = (written: string, args: readonly (AstExpression | null)[], depth: number): Part => {
    const name = written.toUpperCase().replace(/^(?:_XLFN\.|_XLWS\.|_XLUDF\.|_XLDUDF_)+/, "");
    const parts = args.map((arg) => build(arg, depth));
    const known = functionNamed(name);
    if (!known) return custom(name, parts);
    if (known.volatile) volatile = true;
    switch (known.kind) {
      case "parts":
        return (environment) => known.call(parts, environment);
      case "operands":
        return (environment) =>
          known.call(
            parts.map((part) => part(environment)),
            environment,
          );
      case "scalars":
        return (environment) => overCells(known.call, parts, environment);
    }
  };

  const part = compileText(formula, 0);
  return { part, reads, volatile, hangsOnNames };
}

/** What formulas say by their texts: after an undo, and where rows move, the same ones are compiled again. */
const trees = new Map<string, AstExpression | undefined>();
const MOST_TREES = 20_000;

/** @returns undefined for what is no formula */
function parsed(formula: string): AstExpression | undefined {
  if (trees.has(formula)) return trees.get(formula);
  if (trees.size >= MOST_TREES) trees.clear();
  let tree: AstExpression | undefined;
  try {
    tree = parse(tokenize(formula));
  } catch {
    tree = undefined;
  }
  trees.set(formula, tree);
  return tree;
}

const constant =
  (operand: Operand): Part =>
  () =>
    operand;

/** A function of single values over whatever its arguments are; an error in is that error out. */
function overCells(each: ScalarFunction, parts: readonly Part[], environment: Environment): Operand {
  const values = parts.map((part) => settled(part(environment), environment));
  const guarded: ScalarFunction = (cells) => cells.find(isErrorValue) ?? each(cells);
  return values.some(isMatrix) ? overArrays(values, guarded) : guarded(values as CalcValue[]);
}

/** One of our functions: it is given rectangles, whole columns as far as the sheet is in use. */
function custom(name: string, parts: readonly Part[]): Part {
  return (environment) => {
    const args = parts.map((part): CalcMatrix => {
      const value = settled(part(environment), environment);
      return isMatrix(value) ? value : [[value]];
    });
    const result = environment.custom(name, args, environment.at);
    return result ?? NAME;
  };
}

/** `@`: the one cell of a range that stands in the formula's own row or column. */
function intersection(operand: Operand, { at }: Environment): Operand {
  if (isMatrix(operand)) return operand[0]?.[0] ?? null;
  if (!isArea(operand) || isSingleCell(operand)) return operand;
  const { sheet, top, left, bottom, right } = operand;
  if (left === right && at.row >= top && at.row <= bottom) {
    return { sheet, top: at.row, bottom: at.row, left, right };
  }
  if (top === bottom && at.column >= left && at.column <= right) {
    return { sheet, top, bottom, left: at.column, right: at.column };
  }
  return VALUE;
}

function spillOf(operand: Operand, environment: Environment): Operand {
  if (!isArea(operand) || !isSingleCell(operand)) return REF;
  return environment.spillAt({ sheet: operand.sheet, row: operand.top, column: operand.left }) ?? REF;
}

/** The range operators between references: from one to the other, and what is in both. Unions are not supported. */
function joinedAreas(operator: string, left: Operand, right: Operand): Operand {
  if (isErrorValue(left)) return left;
  if (isErrorValue(right)) return right;
  if (!isArea(left) || !isArea(right) || left.sheet !== right.sheet) return VALUE;
  if (operator === ":") {
    return {
      sheet: left.sheet,
      top: Math.min(left.top, right.top),
      left: Math.min(left.left, right.left),
      bottom: Math.max(left.bottom, right.bottom),
      right: Math.max(left.right, right.right),
    };
  }
  if (operator !== " ") return VALUE;
  const common = {
    sheet: left.sheet,
    top: Math.max(left.top, right.top),
    left: Math.max(left.left, right.left),
    bottom: Math.min(left.bottom, right.bottom),
    right: Math.min(left.right, right.right),
  };
  return common.top <= common.bottom && common.left <= common.right ? common : NULL;
}
