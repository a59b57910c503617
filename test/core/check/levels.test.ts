/** Which rules stop a table from being sent, which ask for a reason, and which only say something. */

import { RULES } from "../../../src/core/check/engine";
import type { Level } from "../../../src/core/check/finding";

const idsOf = (level: Level) => RULES.flatMap((rule) => (rule.level === level ? [rule.id] : [])).sort();

// Relations (QH) weigh by their column: they are no entries of their own.
test.each<[Level, string]>([
  ["error", "BT4 CT1 CT2 CT5 CT6 SO2 SO4 SO5 SO6 SO7 SO9 SS1 SS2 SS3 SS4 SS7"],
  ["warning", "BT1 BT2 BT3 BT5 BT6 BT7 CT4 CT7 SO1 SO3 SO8 SS5 SS6 SS8 SS9 TH1 TH2 TH5"],
  ["hint", "CT3 CT8 CT9 KH1 KH2 KH3 TH3 TH4"],
])("rules of class %s", (level, ids) => {
  expect(idsOf(level).join(" ")).toBe(ids);
});

test("every rule stands once", () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
});
