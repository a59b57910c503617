/** Data validations and conditional formats: as files state them, and in the words of Office.js. */

import type {
  CellStyle,
  ConditionalRule,
  ConditionalRuleType,
  DataValidation as FileValidation,
  ValidationOperator,
  ValidationType,
} from "hucre";
import { areaAddress, parseArea, type Area } from "../host/workbook/area";
import type { ConditionalFormat, ConditionalLook, ConditionalType, DataValidation } from "../host/workbook/types";
import { fileColor, readColor } from "./colors";
import { fileBorders, readBorders } from "./styles";

/** What Office.js calls the operators of data validations. */
const OPERATORS: Readonly<Record<ValidationOperator, string>> = {
  between: "Between",
  notBetween: "NotBetween",
  equal: "EqualTo",
  notEqual: "NotEqualTo",
  greaterThan: "GreaterThan",
  lessThan: "LessThan",
  greaterThanOrEqual: "GreaterThanOrEqualTo",
  lessThanOrEqual: "LessThanOrEqualTo",
};

/** And those of conditional formats, where two have other names. */
const CELL_VALUE_OPERATORS: typeof OPERATORS = {
  ...OPERATORS,
  greaterThanOrEqual: "GreaterThanOrEqual",
  lessThanOrEqual: "LessThanOrEqual",
};

/** Type in the file, type in Office.js, and the member of the rule that holds it. */
const VALIDATIONS: readonly (readonly [ValidationType, string, string])[] = [
  ["list", "List", "list"],
  ["whole", "WholeNumber", "wholeNumber"],
  ["decimal", "Decimal", "decimal"],
  ["date", "Date", "date"],
  ["time", "Time", "time"],
  ["textLength", "TextLength", "textLength"],
  ["custom", "Custom", "custom"],
];

const CONDITIONS: Readonly<Partial<Record<ConditionalRuleType, ConditionalType>>> = {
  expression: "Custom",
  cellIs: "CellValue",
  colorScale: "ColorScale",
  dataBar: "DataBar",
  iconSet: "IconSet",
  top10: "TopBottom",
  containsText: "ContainsText",
  notContainsText: "ContainsText",
  beginsWith: "ContainsText",
  endsWith: "ContainsText",
};

const fileOperator = (words: typeof OPERATORS, word: unknown): ValidationOperator | undefined =>
  (Object.keys(words) as ValidationOperator[]).find((operator) => words[operator] === word);

/** A formula or number of a file as Office.js gives it: formulas with their "=", numbers as numbers. */
function operand(text: string | undefined): string | number | undefined {
  if (text === undefined || text === "") return undefined;
  return Number.isFinite(Number(text)) ? Number(text) : `=${text}`;
}

function fileOperand(value: unknown): string | undefined {
  if (typeof value === "number") return String(value);
  return typeof value === "string" && value !== "" ? value.replace(/^=/, "") : undefined;
}

function areasOf(range: string): Area[] {
  return range.split(/\s+/).flatMap((part) => parseArea(part) ?? []);
}

const rangeOf = (areas: readonly Area[]): string => areas.map(areaAddress).join(" ");

/** Reads a data validation; undefined for one without a place. */
export function readValidation(file: FileValidation): DataValidation | undefined {
  const known = VALIDATIONS.find(([type]) => type === file.type);
  const areas = areasOf(file.range);
  if (!known || areas.length === 0) return undefined;
  const [, type, member] = known;
  const style = file.errorStyle ?? "stop";
  return {
    areas,
    type,
    rule: { [member]: validationRule(file) },
    ignoreBlanks: file.allowBlank ?? false,
    errorAlert: {
      showAlert: file.showErrorMessage ?? false,
      style: style.charAt(0).toUpperCase() + style.slice(1),
      title: file.errorTitle ?? "",
      message: file.errorMessage ?? "",
    },
    prompt: {
      showPrompt: file.showInputMessage ?? false,
      title: file.inputTitle ?? "",
      message: file.inputMessage ?? "",
    },
  };
}

function validationRule(file: FileValidation): Record<string, unknown> {
  if (file.type === "list") {
    const source = file.values ? file.values.join(",") : `=${file.formula1 ?? ""}`;
    return { inCellDropDown: true, source };
  }
  if (file.type === "custom") return { formula: `=${file.formula1 ?? ""}` };
  const second = operand(file.formula2);
  return {
    formula1: operand(file.formula1),
    ...(second !== undefined && { formula2: second }),
    operator: OPERATORS[file.operator ?? "between"],
  };
}

/** A data validation as a file states it; undefined for one that no file can hold. */
export function fileValidation(validation: DataValidation): FileValidation | undefined {
  const known = VALIDATIONS.find(([, type]) => type === validation.type);
  const rule = known && (validation.rule[known[2]] as Record<string, unknown> | undefined);
  if (!known || !rule || validation.areas.length === 0) return undefined;
  const { errorAlert, prompt } = validation;
  const style = text(errorAlert["style"]).toLowerCase();
  return {
    type: known[0],
    range: rangeOf(validation.areas),
    allowBlank: validation.ignoreBlanks,
    ...fileRule(known[0], rule),
    showErrorMessage: errorAlert["showAlert"] !== false,
    errorStyle: style === "warning" || style === "information" ? style : "stop",
    ...(text(errorAlert["title"]) && { errorTitle: text(errorAlert["title"]) }),
    ...(text(errorAlert["message"]) && { errorMessage: text(errorAlert["message"]) }),
    showInputMessage: prompt["showPrompt"] !== false && text(prompt["message"]) !== "",
    ...(text(prompt["title"]) && { inputTitle: text(prompt["title"]) }),
    ...(text(prompt["message"]) && { inputMessage: text(prompt["message"]) }),
  };
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

function fileRule(type: ValidationType, rule: Record<string, unknown>): Partial<FileValidation> {
  if (type === "list") {
    const source = text(rule["source"]);
    return source.startsWith("=") ? { formula1: source.slice(1) } : { values: source.split(",") };
  }
  if (type === "custom") return { formula1: text(rule["formula"]).replace(/^=/, "") };
  const [formula1, formula2] = [fileOperand(rule["formula1"]), fileOperand(rule["formula2"])];
  const operator = fileOperator(OPERATORS, rule["operator"]);
  return {
    ...(operator && { operator }),
    ...(formula1 !== undefined && { formula1 }),
    ...(formula2 !== undefined && { formula2 }),
  };
}

function readLook(style: CellStyle | undefined, theme: readonly string[]): ConditionalLook {
  const { font, fill, border, numFmt } = style ?? {};
  // In a differential format a solid fill is the background colour (ECMA-376, 18.8.20, as programs write it).
  const pattern = fill?.type === "pattern" ? (fill.bgColor ?? fill.fgColor) : undefined;
  const [fillColor, fontColor] = [readColor(pattern, theme), readColor(font?.color, theme)];
  const borders = readBorders(border, theme);
  return {
    ...(fillColor && { fill: fillColor }),
    ...(fontColor && { fontColor }),
    ...(font?.bold !== undefined && { bold: font.bold }),
    ...(font?.italic !== undefined && { italic: font.italic }),
    ...(font?.underline && { underline: font.underline === "double" ? ("Double" as const) : ("Single" as const) }),
    ...(font?.strikethrough !== undefined && { strikethrough: font.strikethrough }),
    ...(numFmt !== undefined && { numberFormat: numFmt }),
    ...(Object.keys(borders).length > 0 && { borders }),
  };
}

function fileLook(look: ConditionalLook): CellStyle {
  const font = {
    ...(look.fontColor && { color: fileColor(look.fontColor) }),
    ...(look.bold !== undefined && { bold: look.bold }),
    ...(look.italic !== undefined && { italic: look.italic }),
    ...(look.underline &&
      look.underline !== "None" && { underline: look.underline === "Double" ? ("double" as const) : true }),
    ...(look.strikethrough !== undefined && { strikethrough: look.strikethrough }),
  };
  return {
    ...(Object.keys(font).length > 0 && { font }),
    ...(look.fill && {
      fill: {
        type: "pattern" as const,
        pattern: "solid" as const,
        bgColor: fileColor(look.fill),
        fgColor: fileColor(look.fill),
      },
    }),
    ...(look.borders && { border: fileBorders(look.borders) }),
    ...(look.numberFormat && { numFmt: look.numberFormat }),
  };
}

/** What a file says of a rule that is kept as it is, without being shown. */
const KEPT = ["type", "operator", "formula", "colorScale", "dataBar", "iconSet", "text"] as const;

/** Reads a conditional format; `id` is its name among the sheet's. */
export function readCondition(
  file: ConditionalRule,
  id: string,
  theme: readonly string[],
): ConditionalFormat | undefined {
  const areas = areasOf(file.range);
  if (areas.length === 0) return undefined;
  const type = CONDITIONS[file.type] ?? "PresetCriteria";
  const formulas = file.formula === undefined ? [] : [file.formula].flat();
  const common = { id, type, areas, stopIfTrue: file.stopIfTrue ?? false, look: readLook(file.style, theme) };
  if (type === "Custom") return { ...common, formula: `=${formulas[0] ?? ""}` };
  if (type === "CellValue") {
    const [formula1, formula2] = formulas.map((formula) => `=${formula}`);
    return {
      ...common,
      rule: { formula1, ...(formula2 && { formula2 }), operator: CELL_VALUE_OPERATORS[file.operator ?? "between"] },
    };
  }
  return {
    ...common,
    rule: { file: Object.fromEntries(KEPT.flatMap((key) => (key in file ? [[key, file[key]]] : []))) },
  };
}

/** A conditional format as a file states it; undefined for one that we cannot write. */
export function fileCondition(format: ConditionalFormat, priority: number): ConditionalRule | undefined {
  const common = {
    priority,
    range: rangeOf(format.areas),
    style: fileLook(format.look),
    ...(format.stopIfTrue && { stopIfTrue: true }),
  };
  const { formula, rule = {} } = format;
  if (format.type === "Custom") return { ...common, type: "expression", formula: (formula ?? "").replace(/^=/, "") };
  if (format.type === "CellValue") {
    const operator = fileOperator(CELL_VALUE_OPERATORS, rule["operator"]);
    const formulas = [rule["formula1"], rule["formula2"]].flatMap((one) => fileOperand(one) ?? []);
    if (!operator || formulas.length === 0) return undefined;
    return { ...common, type: "cellIs", operator, formula: formulas.length === 1 ? formulas[0]! : formulas };
  }
  const kept = rule["file"] as Pick<ConditionalRule, (typeof KEPT)[number]> | undefined;
  return kept && { ...common, ...kept };
}
