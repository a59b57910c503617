/** Our functions as the calculation calls them: those that the attached add-in associated with their names. */

import { type CalcMatrix, type CalcPlace, type CalcValue, type CustomFunctionCaller } from "./calc/types";
import { columnLetters } from "./workbook/area";

/** A function as the add-in associated it. */
type Associated = (...args: unknown[]) => unknown;

/** Where the add-in's functions are found, once one is attached. */
type FunctionTable = () => Readonly<Record<string, Associated>> | undefined;

/** The parameters of the functions, from the add-in's functions.json; without it every parameter takes a rectangle. */
export interface FunctionMetadata {
  readonly functions: readonly {
    readonly id?: string;
    readonly name?: string;
    readonly parameters?: readonly { readonly dimensionality?: string; readonly optional?: boolean }[];
    readonly options?: { readonly allowErrorForDataTypeAny?: boolean };
  }[];
}

const isError = (value: CalcValue): value is { readonly error: string } => typeof value === "object" && value !== null;

/** What a function gave for one cell; errors come as the library's error objects, with Excel's word as their code. */
function asValue(value: unknown): CalcValue {
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return Number.isFinite(value) ? value : { error: "#NUM!" };
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "object" && "code" in value && typeof value.code === "string") return { error: value.code };
  return { error: "#VALUE!" };
}

/** Makes the caller for the calculation. */
export function customFunctionCaller(
  table: FunctionTable,
  metadata: () => FunctionMetadata | undefined,
  sheetName: (id: string) => string,
): CustomFunctionCaller {
  return (name, args, at) => {
    const call = table()?.[name.toUpperCase()];
    if (!call) return undefined;
    const described = metadata()?.functions.find((one) => (one.id ?? one.name)?.toUpperCase() === name.toUpperCase());
    const takesErrors = described?.options?.allowErrorForDataTypeAny === true;
    // Excel does not call a function that takes no errors; its cell shows the error instead.
    const broken = takesErrors ? undefined : args.flat(2).find(isError);
    if (broken) return [[broken]];
    const handed = args.map((matrix, index) => handOver(matrix, described?.parameters?.[index]?.dimensionality));
    // Optional arguments that are left out arrive as null.
    for (const parameter of described?.parameters?.slice(args.length) ?? []) if (parameter.optional) handed.push(null);
    return outcome(call, [...handed, { address: addressOf(at, sheetName), functionName: name }]);
  };
}

const handOver = (matrix: CalcMatrix, dimensionality = "matrix"): unknown => {
  const handed = matrix.map((row) =>
    row.map((value) => (isError(value) ? { type: "CustomFunctionError", code: value.error } : value)),
  );
  return dimensionality === "scalar" ? (handed[0]?.[0] ?? null) : handed;
};

const addressOf = ({ sheet, row, column }: CalcPlace, sheetName: (id: string) => string): string =>
  `${sheetName(sheet)}!${columnLetters(column)}${row + 1}`;

function outcome(call: Associated, args: unknown[]): CalcMatrix {
  try {
    const result = call(...args);
    if (!Array.isArray(result)) return [[asValue(result)]];
    return (result as unknown[]).map((row) => (Array.isArray(row) ? (row as unknown[]).map(asValue) : [asValue(row)]));
  } catch (error) {
    return [[asValue(error)]];
  }
}
