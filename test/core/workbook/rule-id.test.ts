/** Codes of rules, as a workbook that anybody may have changed has them. */

import fc from "fast-check";
import { RULE_TEXTS } from "../../../src/core/check/texts.vi";
import { isRuleId } from "../../../src/core/workbook/rule-id";

const GROUPS = ["SO", "TH", "QH", "SS", "BT", "KH", "CT"];

test("every rule of the catalogue has the code of a rule", () => {
  expect(Object.keys(RULE_TEXTS).filter((rule) => !isRuleId(rule))).toEqual([]);
});

test("the code of a rule is a group and a number, also of rules that are still to come", () => {
  fc.assert(fc.property(fc.constantFrom(...GROUPS), fc.nat(999), (group, number) => isRuleId(`${group}${number}`)));
});

test("nothing else is: no sign more, less or other", () => {
  const codes = new Set(GROUPS.flatMap((group) => Array.from({ length: 1000 }, (_, number) => `${group}${number}`)));
  const signs = fc.constantFrom("", " ", "\n", "0", "١", "１", "-", "S", "s", "\u200b", ".", "__proto__");
  const altered = fc
    .tuple(fc.constantFrom(...codes), fc.nat(6), fc.nat(2), signs)
    .map(([code, at, cut, sign]) => code.slice(0, at) + sign + code.slice(at + cut));
  const padded = (text: string) => text.replace(/^([A-Z]{2})0+(?=\d)/, "$1");
  fc.assert(
    fc.property(fc.oneof(altered, fc.string()), (text) => {
      expect(isRuleId(text)).toBe(text.length <= 5 && codes.has(padded(text)));
    }),
  );
});
