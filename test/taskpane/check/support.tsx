/** Draws the view of findings as the pane does, with Điện Biên's published table under it. */

import { render } from "preact";
import { act } from "preact/test-utils";
import { checkTable } from "../../../src/core/check/engine";
import type { CheckResult, Finding, RuleId } from "../../../src/core/check/finding";
import { recognise } from "../../../src/core/form/recognise";
import type { Binding } from "../../../src/core/table/binding";
import type { Cell, CellEdit, Grid } from "../../../src/core/table/grid";
import { allForms } from "../../../src/forms";
import { CheckView, type CheckViewProps } from "../../../src/taskpane/check/check-view";
import { asTyped } from "../../support/published";

export interface Checked {
  readonly grid: Grid;
  readonly binding: Binding;
  readonly result: CheckResult;
}

export function check(grid: Grid): Checked {
  const binding = recognise(grid, allForms())!;
  return { grid, binding, result: checkTable(grid, binding) };
}

/** PL02 of the first half of 2024 as somebody types it, with a number as text here and there. */
export const published = (): Checked => check(asTyped("pl02"));

/** The same grid with some cells changed. */
export function edited(grid: Grid, edits: readonly CellEdit[]): Grid {
  const rows = grid.rows.map((row): (Cell | undefined)[] => [...row]);
  for (const { row, column, value } of edits) rows[row]![column] = { value };
  return { ...grid, rows };
}

/** What the user asked for, in order: "go D576", "ignore SS4". */
export type Asked = string[];

export interface Drawn {
  readonly root: HTMLElement;
  readonly asked: Asked;
  /** Draws the view again with other properties. */
  readonly again: (change: Partial<CheckViewProps>) => void;
}

export function draw(checked: Checked, change: Partial<CheckViewProps> = {}): Drawn {
  const root = document.createElement("main");
  document.body.replaceChildren(root);
  const asked: Asked = [];
  let props: CheckViewProps = {
    result: checked.result,
    form: checked.binding.form,
    checkedAt: new Date(2024, 6, 11, 14, 32),
    progress: undefined,
    ignored: [],
    explained: [],
    draftOf: () => undefined,
    onExplain: (findings, text) => asked.push(`explain ${findings.map(({ cell }) => cell).join(" ")}: ${text}`),
    onUnexplain: ({ cell }) => asked.push(`unexplain ${cell}`),
    onResetExplained: () => asked.push("reset explained"),
    language: "vi",
    live: true,
    onLive: (on) => asked.push(`live ${on}`),
    onGo: ({ cell }) => asked.push(`go ${cell}`),
    onFix: (findings: readonly Finding[]) => asked.push(`fix ${findings.map(({ cell }) => cell).join(" ")}`),
    onComment: ({ cell }: Finding) => asked.push(`comment ${cell}`),
    onIgnoreRule: (rule: RuleId) => asked.push(`ignore ${rule}`),
    onResetIgnored: () => asked.push("reset"),
    ...change,
  };
  const again = (next: Partial<CheckViewProps>) => {
    props = { ...props, ...next };
    void act(() => render(<CheckView {...props} />, root));
  };
  again({});
  return { root, asked, again };
}

export const all = (root: Element, selector: string): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>(selector),
];

/** The head of the entry whose cell this is. */
export function headOf(root: Element, cell: string): HTMLElement {
  const head = all(root, ".check-head").find((one) => one.querySelector(".check-cell")!.textContent === `Ô ${cell}`);
  if (!head) throw new Error(`No entry for ${cell}`);
  return head;
}

export const entryOf = (root: Element, cell: string): HTMLElement => headOf(root, cell).closest("li")!;

export function press(key: string): void {
  const target = document.activeElement!;
  void act(() => void target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })));
}

export function click(element: Element): void {
  void act(() => void element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, detail: 1 })));
}

export function button(root: Element, words: string): HTMLElement {
  const found = all(root, "button").find((one) => one.textContent.trim().startsWith(words));
  if (!found) throw new Error(`No button “${words}”`);
  return found;
}

/** The number that a text begins with, or that stands alone in it. */
export const numberIn = (element: Element | null): number =>
  Number(/\d[\d.]*/.exec(element?.textContent ?? "")![0].replace(/\./g, ""));
