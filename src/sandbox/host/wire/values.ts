/** Values of cells as Excel hands them over. */

import { type CellValue } from "../workbook/types";

/** Blanks are empty texts, errors their names. */
export const handedOver = (value: CellValue): string | number | boolean =>
  value === null ? "" : typeof value === "object" ? value.error : value;

const TYPES: Readonly<Record<string, string>> = { number: "Double", string: "String", boolean: "Boolean" };

/** The `RangeValueType` of a value. */
export const valueType = (value: CellValue): string =>
  value === null ? "Empty" : typeof value === "object" ? "Error" : TYPES[typeof value]!;
