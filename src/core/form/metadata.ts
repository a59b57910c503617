/** What a workbook remembers of a sheet that we made: kept as custom document properties, one for each sheet. */

import { isFillMode, type FillMode } from "../table/binding";
import { parsePeriod, periodCode, type Period } from "./period";
import type { SheetHint } from "./recognise";

/** Properties of ours begin so. */
const PREFIX = "BieuYTe.";

export interface SheetMetadata {
  readonly sheet: string;
  readonly formId: string;
  /** Version of the definition the sheet was made from. */
  readonly version: string;
  readonly period: Period;
  readonly unit: string;
  readonly filled?: FillMode;
}

/** The property that holds the metadata of the `index`th sheet of a new workbook: a name and a JSON text. */
export function metadataProperty(
  metadata: SheetMetadata,
  index: number,
): { readonly name: string; readonly value: string } {
  return { name: `${PREFIX}${index + 1}`, value: metadataText(metadata) };
}

/** Excel cuts longer property values off, which would leave no JSON. */
const LONGEST_VALUE = 255;

/** The unit, the only part that can be long, is cut where the whole would be. */
function metadataText(metadata: SheetMetadata): string {
  const { sheet, formId, version, period, unit, filled } = metadata;
  const text = JSON.stringify({
    sheet,
    form: formId,
    version,
    period: periodCode(period),
    unit,
    ...(filled && { filled }),
  });
  if (text.length <= LONGEST_VALUE || unit === "") return text;
  return metadataText({ ...metadata, unit: [...unit].slice(0, -1).join("") });
}

/** Metadata with the property that holds it. */
export interface StoredMetadata extends SheetMetadata {
  readonly property: string;
}

/** The property for a sheet that joins a workbook: the first name that is free, or that of a sheet of the same name. */
export function addedProperty(
  properties: Readonly<Record<string, string>>,
  metadata: SheetMetadata,
): { readonly name: string; readonly value: string } {
  const same = readStored(properties).find(({ sheet }) => sheet === metadata.sheet);
  if (same) return { name: same.property, value: metadataText(metadata) };
  let index = 0;
  while (`${PREFIX}${index + 1}` in properties) index += 1;
  return metadataProperty(metadata, index);
}

/**
 * The property to write once a sheet was filled; undefined where the workbook remembers nothing of the sheet.
 *
 * @param properties all custom properties of the workbook
 */
export function filledProperty(
  properties: Readonly<Record<string, string>>,
  sheet: string,
  filled: FillMode,
): { readonly name: string; readonly value: string } | undefined {
  const stored = readStored(properties).find((entry) => entry.sheet === sheet);
  return stored && changedProperty(stored, { filled });
}

/** The property of a sheet that was filled, renamed or given another period. */
export function changedProperty(
  { property, ...before }: StoredMetadata,
  change: Partial<SheetMetadata>,
): { readonly name: string; readonly value: string } {
  return { name: property, value: metadataText({ ...before, ...change }) };
}

/** Reads the metadata of all sheets. What does not read is passed over: the workbook may have been edited by anyone. */
export function readMetadata(properties: Readonly<Record<string, string>>): SheetMetadata[] {
  return storedIn(properties).map(([, metadata]) => metadata);
}

/** Reads the metadata of all sheets, each with its property. */
export function readStored(properties: Readonly<Record<string, string>>): StoredMetadata[] {
  return storedIn(properties).map(([property, metadata]) => ({ property, ...metadata }));
}

function storedIn(properties: Readonly<Record<string, string>>): (readonly [string, SheetMetadata])[] {
  return Object.entries(properties)
    .filter(([name]) => name.startsWith(PREFIX))
    .flatMap(([property, text]) => {
      const metadata = readOne(text);
      return metadata ? [[property, metadata] as const] : [];
    });
}

function readOne(text: string): SheetMetadata | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { sheet, form, version, period, unit, filled } = (parsed ?? {}) as Record<string, unknown>;
  const read = typeof period === "string" ? parsePeriod(period) : undefined;
  if (typeof sheet !== "string" || typeof form !== "string" || typeof version !== "string" || !read) return undefined;
  return {
    sheet,
    formId: form,
    version,
    period: read,
    unit: typeof unit === "string" ? unit : "",
    ...(isFillMode(filled) && { filled }),
  };
}

/** The hint for recognising a sheet, from the workbook's metadata. */
export function hintFor(sheet: string, metadata: readonly SheetMetadata[]): SheetHint | undefined {
  return metadata.find((entry) => entry.sheet === sheet);
}
