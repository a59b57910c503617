/** The workbook's memory in Excel: the custom XML part of `core/workbook/memory-part.ts`. */

import { MEMORY_NAMESPACE, memoryXml } from "../core/workbook/memory-part";

/**
 * Replaces the memory, or takes it away (null), within the batch under way. Deleting what is not there does nothing.
 *
 * @param known ids of the parts that the last reading found; more than one where two files were merged
 */
export function putMemory(context: Excel.RequestContext, text: string | null, known: readonly string[]): void {
  const parts = context.workbook.customXmlParts;
  for (const id of known.slice(1)) parts.getItemOrNullObject(id).delete();
  parts.getByNamespace(MEMORY_NAMESPACE).getOnlyItemOrNullObject().delete();
  if (text !== null) parts.add(memoryXml(text));
}
