/**
 * The pane on a table whose labels, units, sheet and memory are an attacker's: it shows them as texts and runs nothing.
 *
 * @jest-environment jsdom
 */

import { render } from "preact";
import { act } from "preact/test-utils";
import type { Cell, Grid } from "../../src/core/table/grid";
import { App } from "../../src/taskpane/frame/app";
import * as views from "../../src/taskpane/frame/views";
import { VI } from "../../src/taskpane/texts/vi";
import { asTyped } from "../support/published";
import { memoryWorkbook } from "../support/memory-port";
import { paneOn, type Desk } from "../taskpane/support";
import { PAYLOADS } from "./corpus/payloads";
import { HEADER } from "./corpus/header";

const LABELS = Object.values(PAYLOADS);
let root: HTMLElement;
let desk: Desk;

const text = (value: Cell["value"]): Cell => ({ value });

/** A free table: every label, unit and figure text is a payload. */
const free: Grid = {
  sheet: PAYLOADS.image.slice(0, 31),
  rows: [
    [text("BÁO CÁO NĂM 2024")],
    HEADER.map(text),
    ...LABELS.map((label, index) => [
      text(index + 1),
      text(label),
      text(LABELS.at(-1 - index)!),
      text(index),
      text(label),
      text(5),
    ]),
  ],
};

/** Điện Biên's Biểu as typed, with payloads in labels and figures of some of its rows. */
function known(): Grid {
  const grid = asTyped("pl02");
  const rows = grid.rows.map((cells, row) => {
    const label = LABELS[row % 40];
    return row < 20 || label === undefined
      ? cells
      : cells.map((cell, column) => (column === 1 || column === 4 ? text(label) : cell));
  });
  return { ...grid, sheet: "</script>", rows };
}

async function open(grid: Grid, memory: string | null = null): Promise<void> {
  const workbook = memoryWorkbook(grid);
  workbook.setMemory(memory);
  desk = paneOn(workbook);
  await act(async () => {
    render(<App pane={desk} texts={VI} language="vi" loadViews={() => Promise.resolve(views)} />, root);
    await desk.actions.start();
  });
}

/** Nothing that a label could have brought: elements that load or run, handlers, targets outside. */
function isInert(): void {
  const strange = root.querySelectorAll("script, img, iframe, object, embed, link, style, base, form[action]");
  expect([...strange].map(({ outerHTML }) => outerHTML)).toEqual([]);
  const attributes = [...root.querySelectorAll("*")].flatMap((element) =>
    element.getAttributeNames().map((name) => `${name}=${element.getAttribute(name) ?? ""}`),
  );
  expect(attributes.filter((one) => /^on|^(?:href|src|action)=(?!#)|javascript:/i.test(one))).toEqual([]);
}

beforeEach(() => {
  root = document.createElement("div");
  document.body.replaceChildren(root);
});

afterEach(() => {
  render(null, root);
  desk.actions.end();
});

test("a table of no known form", async () => {
  await open(free);
  isInert();
  await act(() => desk.actions.check());
  isInert();
  expect(root.textContent).not.toMatch(/undefined|NaN|\[object/);
});

test("a known form with payloads among its rows, adopted, checked and told in results", async () => {
  await open(known());
  isInert();
  await act(() => desk.actions.check());
  isInert();
  for (const tab of root.querySelectorAll<HTMLElement>('[role="tab"]')) {
    await act(() => tab.click());
    isInert();
  }
});

test("a memory that somebody edited is said to be damaged, or passed over", async () => {
  const sheets = [
    { sheet: free.sheet, ignoredRules: [PAYLOADS.image], adopted: { formId: "PL02", unit: PAYLOADS.script } },
  ];
  await open(free, JSON.stringify({ version: 1, sheets }));
  isInert();
  await open(free, "<img src=x onerror=alert(1)>");
  isInert();
});
