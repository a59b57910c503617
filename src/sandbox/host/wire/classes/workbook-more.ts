/** What hangs on a Workbook. */
import { type ApiObject, type Args, type WireContext } from "../api-class";

type Method = (self: null, args: Args, context: WireContext) => unknown;
export const WORKBOOK_MORE_METHODS: Readonly<Record<string, Method>> = {};
export const WORKBOOK_MORE_NAVIGATIONS: Readonly<Record<string, (self: null, context: WireContext) => ApiObject>> = {};
