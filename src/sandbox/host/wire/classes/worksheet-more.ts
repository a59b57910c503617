/** What hangs on a Worksheet. */
import { type ApiObject, type Args, type WireContext } from "../api-class";

interface SheetRef {
  readonly sheet: string;
}
type Method = (self: SheetRef, args: Args, context: WireContext) => unknown;
export const SHEET_MORE_METHODS: Readonly<Record<string, Method>> = {};
export const SHEET_MORE_NAVIGATIONS: Readonly<Record<string, (self: SheetRef, context: WireContext) => ApiObject>> = {};
