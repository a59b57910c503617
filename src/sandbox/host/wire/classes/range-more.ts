/** More of Range. */
import { type ApiObject, type Args, type RangeRef, type WireContext } from "../api-class";

type Method = (self: RangeRef, args: Args, context: WireContext) => unknown;
export const RANGE_MORE_METHODS: Readonly<Record<string, Method>> = {};
export const RANGE_MORE_NAVIGATIONS: Readonly<Record<string, (self: RangeRef, context: WireContext) => ApiObject>> = {};
