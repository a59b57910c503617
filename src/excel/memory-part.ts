/** The workbook's memory in Excel: the custom XML part of `core/workbook/memory-part.ts`. */

import { MEMORY_NAMESPACE, memoryXml } from "../core/workbook/memory-part";

/**
 * Replaces the memory, or takes it away (null), within the batch under way. The part is replaced where it is and never
 * taken away first: a workbook that takes no more keeps what it has.
 *
 * @param known ids of the parts that the last reading found; more than one where two files were merged, the last counts
 * @returns the part that was added, whose id is known after the batch; undefined where one was there
 */
export function putMemory(
  context: Excel.RequestContext,
  text: string | null,
  known: readonly string[],
): Excel.CustomXmlPart | undefined {
  const parts = context.workbook.customXmlParts;
  if (text === null) {
    for (const id of known) parts.getItemOrNullObject(id).delete();
    // One that was added since the last reading has an id of which nobody knows.
    parts.getByNamespace(MEMORY_NAMESPACE).getOnlyItemOrNullObject().delete();
    return undefined;
  }
  const last = known.at(-1);
  if (last === undefined) {
    parts.getByNamespace(MEMORY_NAMESPACE).getOnlyItemOrNullObject().delete();
    return parts.add(memoryXml(text)).load("id");
  }
  parts.getItem(last).setXml(memoryXml(text));
  for (const id of known.slice(0, -1)) parts.getItemOrNullObject(id).delete();
  return undefined;
}
