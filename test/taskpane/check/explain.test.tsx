/** @jest-environment jsdom */

import { act } from "preact/test-utils";
import { explainedBy, type ExplainedFinding } from "../../../src/core/check/explanations";
import { readFigures } from "../../../src/core/table/figures";
import { draw, published, type Drawn } from "./support";

const checked = published();
const warning = checked.result.findings.find(({ rule, level }) => rule === "QH3" && level === "warning")!;
const error = checked.result.findings.find(({ rule, level }) => rule === "QH1" && level === "error")!;
const table = readFigures(checked.grid, checked.binding);
const done: ExplainedFinding = {
  finding: warning,
  explanation: { ...explainedBy(warning, table), text: '<b>=cmd|"x"</b>', at: "2024-07-11T00:00:00.000Z" },
};

const buttons = ({ root }: Drawn, name: string) =>
  [...root.querySelectorAll("button")].filter(({ textContent }) => textContent === name);
const press = (element: HTMLElement | undefined) => void act(() => element!.click());

function open(drawn: Drawn, cell: string): HTMLElement {
  const head = [...drawn.root.querySelectorAll<HTMLElement>(".check-head")].find((one) =>
    one.querySelector(".check-cell")?.textContent?.endsWith(cell),
  )!;
  press(head);
  return head.closest("li")!;
}

function write(area: HTMLTextAreaElement, text: string): void {
  void act(() => {
    area.value = text;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

test("a warning is explained in a field inside its entry, once there are words", () => {
  const drawn = draw(checked);
  open(drawn, warning.cell);
  press(buttons(drawn, "Giải trình…")[0]);
  const area = drawn.root.querySelector("textarea")!;
  expect(document.activeElement).toBe(area);
  expect(area.closest("label")?.textContent).toBe("Vì sao số này đúng");
  const [save] = buttons(drawn, "Lưu giải trình");
  press(save);
  expect(drawn.asked.filter((one) => one.startsWith("explain"))).toEqual([]);
  write(area, "Đã chốt");
  press(save);
  expect(drawn.asked.at(-1)).toBe(`explain ${warning.cell}: Đã chốt`);
});

test("Escape leaves it, and the focus is where it came from", () => {
  const drawn = draw(checked);
  open(drawn, warning.cell);
  const [opener] = buttons(drawn, "Giải trình…");
  press(opener);
  const area = drawn.root.querySelector("textarea")!;
  void act(() => void area.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true })));
  expect(drawn.root.querySelector("textarea")).toBeNull();
  expect(document.activeElement).toBe(opener);
});

test("an error has no such action", () => {
  const drawn = draw(checked);
  open(drawn, error.cell);
  expect(buttons(drawn, "Giải trình…")).toEqual([]);
});

test("a warning that came back offers the reason it had", () => {
  const drawn = draw(checked, { draftOf: () => "Số cũ đã chốt" });
  open(drawn, warning.cell);
  press(buttons(drawn, "Giải trình…")[0]);
  expect(drawn.root.querySelector("textarea")!.value).toBe("Số cũ đã chốt");
  expect(drawn.root.textContent).toContain("số đã đổi từ đó");
});

test("explained warnings are in a folded group with their reason as text, and out of the list and counts", () => {
  const drawn = draw(checked);
  const count = () => Number(/(\d+) cảnh báo/.exec(drawn.root.querySelector("[role=status]")!.textContent)![1]);
  const before = count();
  drawn.again({ explained: [done] });
  expect(count()).toBe(before - 1);
  expect(drawn.root.querySelectorAll(".check-leaving")).toHaveLength(0);
  const group = drawn.root.querySelector<HTMLDetailsElement>(".check-explained")!;
  expect(group.open).toBe(false);
  expect(group.querySelector("summary")!.textContent).toBe("Đã giải trình (1)");
  void act(() => {
    group.open = true;
    group.dispatchEvent(new Event("toggle"));
  });
  expect(group.querySelector("blockquote")!.textContent).toBe('<b>=cmd|"x"</b>');
  press(buttons(drawn, "Sửa")[0]);
  write(group.querySelector("textarea")!, "Lý do khác");
  press(buttons(drawn, "Lưu giải trình")[0]);
  press(buttons(drawn, "Bỏ giải trình")[0]);
  press(buttons(drawn, "Xóa mọi giải trình")[0]);
  expect(drawn.asked).toEqual([`explain ${warning.cell}: Lý do khác`, `unexplain ${warning.cell}`, "reset explained"]);
});
