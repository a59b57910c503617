import { CHECK_TEXTS_EN } from "../../../src/taskpane/texts/check.en";
import { CHECK_TEXTS } from "../../../src/taskpane/texts/check.vi";

const keys = (value: object): string[] =>
  Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === "object" && inner !== null ? keys(inner as object).map((one) => `${key}.${one}`) : [key],
  );

test("both languages have the same words; only English tells anew what was not checked", () => {
  expect(
    keys(CHECK_TEXTS_EN)
      .filter((key) => key !== "uncheckedSentence")
      .sort(),
  ).toEqual(keys(CHECK_TEXTS).sort());
});

test.each([
  "no-form",
  "part-of-form",
  "no-period",
  "no-column",
  "unbound-row",
  "not-calculated",
  "missing-figure",
  "suspects",
] as const)("%s is told in plain English", (reason) => {
  const unchecked = { reason, cell: "D3", column: "actual", message: "…" } as const;
  const said = CHECK_TEXTS_EN.uncheckedSentence!(unchecked, "Beds");
  expect(said).toMatch(/^[A-Z][\x20-\x7e“”]+\.$/);
});
