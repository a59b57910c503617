/** @jest-environment jsdom */

import { act } from "preact/test-utils";
import { LEAVING_TIME } from "../../../src/taskpane/check/use-leaving";
import { all, check, click, draw, edited, entryOf, headOf, press, published, type Checked } from "./support";

const PL02 = published();

/** The table after the sure change of a cell. */
function mended(cell: string): Checked {
  const finding = PL02.result.findings.find((one) => one.cell === cell && one.edit)!;
  return check(edited(PL02.grid, [finding.edit!]));
}

const focused = () => document.activeElement!.getAttribute("data-stop");

describe("by keyboard", () => {
  test("the list is one stop of the Tab key, and it stays where one was", () => {
    const { root, again } = draw(PL02);
    const tabbable = () => all(root, "[data-stop]").filter(({ tabIndex }) => tabIndex === 0);
    expect(tabbable()).toHaveLength(1);
    headOf(root, "D576").focus();
    expect(tabbable()).toEqual([headOf(root, "D576")]);
    again({ live: false });
    expect(tabbable()).toEqual([headOf(root, "D576")]);
  });

  test("arrows, Home and End move from stop to stop and not past the ends", () => {
    const { root } = draw(PL02);
    const stops = all(root, "[data-stop]");
    stops[0]!.focus();
    press("ArrowUp");
    expect(document.activeElement).toBe(stops[0]);
    press("ArrowDown");
    expect(document.activeElement).toBe(stops[1]);
    press("End");
    expect(document.activeElement).toBe(stops.at(-1));
    press("ArrowDown");
    expect(document.activeElement).toBe(stops.at(-1));
    press("Home");
    expect(document.activeElement).toBe(stops[0]);
  });

  test("Enter and the space bar open and close an entry without leaving for the sheet", () => {
    const { root, asked } = draw(PL02);
    const head = headOf(root, "D576");
    head.focus();
    press("Enter");
    expect(head.getAttribute("aria-expanded")).toBe("true");
    press(" ");
    expect(head.getAttribute("aria-expanded")).toBe("false");
    expect(document.activeElement).toBe(head);
    expect(asked).toEqual([]);
  });

  test("a section folds with the left arrow and unfolds with the right one", () => {
    const { root } = draw(PL02);
    const fold = all(root, ".check-fold")[1]!;
    const entries = () => all(fold.closest("section")!, ".check-item").length;
    const before = entries();
    fold.focus();
    press("ArrowLeft");
    expect([entries(), fold.getAttribute("aria-expanded")]).toEqual([0, "false"]);
    press("ArrowLeft");
    expect(entries()).toBe(0);
    press("ArrowRight");
    expect(entries()).toBe(before);
  });

  test("Delete ignores the rule of the entry, and does nothing on a section", () => {
    const { root, asked } = draw(PL02);
    all(root, ".check-fold")[0]!.focus();
    press("Delete");
    headOf(root, "G437").focus();
    press("Delete");
    expect(asked).toEqual(["ignore SS4"]);
  });

  test("when a rule is ignored, focus goes on to the next entry that is left", () => {
    const { root, again } = draw(PL02);
    const head = headOf(root, "G441");
    const stops = all(root, "[data-stop]");
    const next = stops.slice(stops.indexOf(head)).find((stop) => stop.dataset["rule"] !== "SS4")!;
    head.focus();
    again({ ignored: ["SS4"] });
    expect(focused()).toBe(next.dataset["stop"]);
    expect(all(root, ".check-leaving")).toHaveLength(0);
  });

  test("when the last entry goes, focus stays in the list", () => {
    const { root, again } = draw(PL02);
    headOf(root, "D576").focus();
    again({ result: { ...PL02.result, findings: [] } });
    expect(document.activeElement).toBe(root.querySelector(".check-list"));
  });
});

describe("when something is mended", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  test("its entry is struck through for a moment, then gone, and counts are those of the new result at once", () => {
    const { root, again } = draw(PL02);
    const { result } = mended("G437");
    const entries = all(root, ".check-item").length;
    again({ result });
    const [leaving] = all(root, ".check-leaving");
    expect(leaving!.textContent).toContain("Đã sửa: ");
    expect(leaving).toBe(entryOf(root, "G437"));
    expect(all(root, ".check-item")).toHaveLength(entries);
    const errors = result.findings.filter(({ level }) => level === "error").length;
    expect(all(root, ".check-total")[0]!.textContent).toBe(`${errors} Lỗi`);
    void act(() => void jest.advanceTimersByTime(LEAVING_TIME));
    expect(all(root, ".check-item")).toHaveLength(entries - 1);
    expect(all(root, ".check-leaving")).toHaveLength(0);
  });

  test("focus goes from its button to the next entry, and stays there when it is gone", () => {
    const { root, again } = draw(PL02);
    click(headOf(root, "G437"));
    const stops = all(root, "[data-stop]");
    const next = stops[stops.indexOf(headOf(root, "G437")) + 1]!;
    entryOf(root, "G437").querySelector<HTMLElement>(".check-sure")!.focus();
    again({ result: mended("G437").result });
    expect(document.activeElement).toBe(next);
    void act(() => void jest.advanceTimersByTime(LEAVING_TIME));
    expect(document.activeElement).toBe(next);
  });

  test("an entry that somebody reads stays open, with focus where it was", () => {
    const { root, again } = draw(PL02);
    click(headOf(root, "D576"));
    const action = entryOf(root, "D576").querySelector<HTMLElement>(".check-button")!;
    action.focus();
    again({ result: mended("G437").result });
    void act(() => void jest.advanceTimersByTime(LEAVING_TIME));
    expect(document.activeElement).toBe(action);
    expect(headOf(root, "D576").getAttribute("aria-expanded")).toBe("true");
  });

  test("a focus outside the list is not taken", () => {
    const { root, again } = draw(PL02);
    const total = all(root, ".check-total")[0]!;
    total.focus();
    again({ result: mended("G437").result });
    void act(() => void jest.advanceTimersByTime(LEAVING_TIME));
    expect(document.activeElement).toBe(total);
  });

  test("a mended cell that is one of several alike shortens their entry", () => {
    const { root, again } = draw(PL02);
    const cells = () => all(root, "[data-rule=SO1] .check-cell")[0]!.textContent;
    const before = cells();
    const first = PL02.result.findings.find(({ rule }) => rule === "SO1")!;
    again({ result: mended(first.cell).result });
    expect(all(root, ".check-leaving")).toHaveLength(0);
    expect(parseInt(cells(), 10)).toBe(parseInt(before, 10) - 1);
  });

  test("many mended at once, or another form, make a new list without a show", () => {
    const { root, again } = draw(PL02);
    again({ result: { ...PL02.result, findings: [] } });
    expect(all(root, ".check-item")).toHaveLength(0);
    again({ result: PL02.result });
    again({ result: mended("G437").result, form: undefined });
    expect(all(root, ".check-leaving")).toHaveLength(0);
  });
});
