/** The indicators that several of the shipped forms state. */

import { readLinks, type Link } from "../core/form/links";
import text from "./links.csv";

let known: readonly Link[] | undefined;

/** All links between shipped forms, read once. */
export function shippedLinks(): readonly Link[] {
  return (known ??= readLinks(text));
}
