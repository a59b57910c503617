/** Title, author and their like: as files state them, and by the names that Office.js gives them. */

import type { WorkbookProperties } from "hucre";
import type { WorkbookState } from "../host/workbook/types";

type NameInFile = Exclude<keyof WorkbookProperties, "created" | "modified" | "custom">;

/** Name in the file, name in Office.js. */
const NAMES: readonly (readonly [NameInFile, string])[] = [
  ["title", "title"],
  ["subject", "subject"],
  ["creator", "author"],
  ["keywords", "keywords"],
  ["description", "comments"],
  ["category", "category"],
  ["company", "company"],
  ["manager", "manager"],
  ["lastModifiedBy", "lastAuthor"],
];

/** The properties that a file states. */
export function readDocumentProperties(file: WorkbookProperties = {}): WorkbookState["properties"] {
  return new Map(
    NAMES.flatMap(([inFile, name]) => {
      const text = file[inFile];
      return text === undefined ? [] : [[name, text] as const];
    }),
  );
}

/** The properties as a file states them; empty ones are left out. */
export function fileDocumentProperties(properties: WorkbookState["properties"]): WorkbookProperties {
  return Object.fromEntries(
    NAMES.flatMap(([inFile, name]) => {
      const text = properties.get(name);
      return text ? [[inFile, text] as const] : [];
    }),
  );
}
