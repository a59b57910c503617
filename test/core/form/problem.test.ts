/** Problems of a definition in words, whatever the definition's author wrote. */

import fc from "fast-check";
import { problemText, type ProblemId } from "../../../src/core/form/problem";

const IDS: readonly ProblemId[] = [
  ...(["csv", "csv-empty", "csv-fields", "schema", "too-deep", "double-code", "no-indicator", "no-column"] as const),
  ...(["double-column", "unknown-column", "no-measure", "unknown-measure", "unknown-code", "heading-code"] as const),
  ...(["own-code", "cycle", "factor", "formula-kind", "total-unit", "total-kind", "total-form", "same-unit"] as const),
  ...(["subset-kind", "condition-row", "shipped-id", "band", "bounds", "comparison"] as const),
];
/** Short enough to be said whole. */
const written = fc.oneof(
  fc.constantFrom("toString", "constructor", "__proto__", "$&", '"', "Chiều", "Cấp", "valueOf"),
  fc.string({ minLength: 1, maxLength: 20 }),
);
const details = fc.record({
  line: fc.nat(2_000),
  code: written,
  other: written,
  field: written,
  value: written,
  found: fc.nat(99),
  wanted: fc.nat(99),
});
const ids = fc.constantFrom(...IDS);
const levels = fc.constantFrom("error" as const, "warning" as const);

test("a problem is a sentence at the place and of the weight that it was given", () => {
  fc.assert(
    fc.property(ids, details, levels, (id, given, level) => {
      const problem = problemText(id, given, level);
      expect([problem.level, problem.line, problem.code]).toEqual([level, given.line, given.code]);
      const plain = { code: "CT012", other: "CT013", field: "Trong đó của", value: "CT014" };
      expect(problemText(id, { ...given, ...plain }).message).toMatch(/^[\p{Lu}“"].*[^\s.]\.$/u);
    }),
  );
});

test("what it speaks of stands in it as it was written, in place of nothing else", () => {
  const NAMES = ["code", "other", "field", "value"] as const;
  const marks = Object.fromEntries(NAMES.map((name) => [name, `⟦${name}⟧`]));
  fc.assert(
    fc.property(ids, details, (id, given) => {
      // How a field is written is said of the fields that have a way of their own.
      fc.pre(!(id === "schema" && ["Chiều", "Cấp"].includes(given.field)));
      const { message } = problemText(id, { ...given, ...marks });
      const filled = message.replace(/⟦(\w+)⟧/g, (_, name: (typeof NAMES)[number]) => given[name]);
      expect(problemText(id, given).message).toBe(filled);
    }),
  );
});

test("a value that only some words may be is told all of them, and one that is missing is said to be", () => {
  const words = fc.array(fc.stringMatching(/^[a-zđếộ]{1,8}$/), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(words, written, fc.string({ maxLength: 300 }), (allowed, field, value) => {
      const { message } = problemText("schema", { field, value, allowed });
      expect(message.endsWith(`: chỉ nhận ${allowed.join(", ")}.`)).toBe(true);
      expect(message.startsWith(`"${field}" ghi "${value.slice(0, 60)}"`)).toBe(true);
      expect(problemText("schema", { field, value, allowed, missing: true }).message).toBe(`Thiếu "${field}".`);
    }),
  );
});
