/** What a relation does where figures of one of its sides are missing; the strategies are those that DHIS2 knows. */

/** The relations that a form may declare. */
export type RelationType = "total" | "rate" | "part" | "subset" | "new" | "same" | "cumulative" | "condition";

/**
 * Of one side of a relation:
 * - `any`: where one figure is missing nothing is concluded. The default: missing is never zero.
 * - `all`: where all are missing nothing is concluded; where only some are, a cell that was left blank counts as none.
 * - `never`: a cell that was left blank counts as none, even where all are.
 *
 * Whatever the strategy, "…" (it occurred, but was not collected), a threshold and a text that cannot be read are never
 * taken for none.
 */
export type MissingStrategy = "any" | "all" | "never";

/** The strategies of a relation: of the row that it is declared for, and of the rows that it names. */
export interface Missing {
  readonly own: MissingStrategy;
  readonly others: MissingStrategy;
}

/** What holds where neither the row nor the form says otherwise. */
export const DEFAULT_MISSING: Missing = { own: "any", others: "any" };

/** How a spreadsheet of definitions says it. */
export const MISSING_WORDS: Readonly<Record<string, MissingStrategy>> = {
  "bỏ qua nếu thiếu": "any",
  "bỏ qua nếu thiếu hết": "all",
  "luôn xét": "never",
};
