/**
 * The pane as people use it: what is drawn, by keyboard and by pointer.
 *
 * @jest-environment jsdom
 */

import { render } from "preact";
import { act } from "preact/test-utils";
import * as views from "../../src/taskpane/frame/views";
import { App } from "../../src/taskpane/frame/app";
import { EN } from "../../src/taskpane/texts/en";
import { VI } from "../../src/taskpane/texts/vi";
import { asTyped } from "../support/published";
import { memoryWorkbook, type MemoryWorkbook } from "../support/memory-port";
import { addSample, paneOn, type Desk, type DeskOptions } from "./support";

const loadViews = () => Promise.resolve(views);

let root: HTMLElement;
let desk: Desk;

async function open(workbook: MemoryWorkbook, language: "vi" | "en" = "vi", options: DeskOptions = {}): Promise<void> {
  desk = paneOn(workbook, options);
  await act(async () => {
    render(<App pane={desk} texts={language === "en" ? EN : VI} language={language} loadViews={loadViews} />, root);
    await desk.actions.start();
  });
}

async function sample(): Promise<MemoryWorkbook> {
  const workbook = memoryWorkbook({ sheet: "Sheet1", rows: [] });
  await addSample(workbook);
  return workbook;
}

beforeEach(() => {
  root = document.createElement("div");
  document.body.replaceChildren(root);
});

afterEach(() => {
  render(null, root);
});

const all = <T extends HTMLElement = HTMLElement>(selector: string) => [...root.querySelectorAll<T>(selector)];
const one = <T extends HTMLElement = HTMLElement>(selector: string) => {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`${selector} is not there`);
  return found;
};
const button = (words: string | RegExp) => {
  const found = all("button").find(({ textContent, ariaLabel }) => {
    const text = ariaLabel ?? textContent ?? "";
    return typeof words === "string" ? text.trim() === words : words.test(text);
  });
  if (!found) throw new Error(`no button ${words}`);
  return found;
};
const primary = () => one(".button-primary");
const idle = async () => {
  const end = Date.now() + 20_000;
  while (desk.store.get().work && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
};
const press = (element: HTMLElement) =>
  act(async () => {
    element.click();
    await Promise.resolve();
    await idle();
  });
const key = (name: string) =>
  act(() => void document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true })));
const shownPanel = () => all('[role="tabpanel"]').find(({ hidden }) => !hidden)!;

describe("tabs", () => {
  test("arrows, Home and End move through them, and the view below is the tab's panel", async () => {
    await open(await sample());
    const tabs = all('[role="tab"]');
    expect(tabs.map(({ textContent }) => textContent)).toEqual(["Biểu", "Điền", "Kiểm tra", "Kết quả", "Nộp"]);
    tabs[0]!.focus();
    for (const [name, words] of [
      ["ArrowRight", "Điền"],
      ["End", "Nộp"],
      ["ArrowRight", "Biểu"],
      ["ArrowLeft", "Nộp"],
      ["Home", "Biểu"],
    ] as const) {
      await key(name);
      expect(document.activeElement?.textContent).toBe(words);
      expect(all('[aria-selected="true"]').map(({ textContent }) => textContent)).toEqual([words]);
      expect(shownPanel().getAttribute("aria-labelledby")).toBe(document.activeElement?.id);
    }
    expect(all('[role="tab"]').map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1, -1, -1]);
  });
});

describe("the header", () => {
  test("says form, period and where the sheet stands; the chip leads to the view it speaks of", async () => {
    await open(await sample());
    expect(one("h1").textContent).toBe("PL02 6 tháng 2024");
    const chip = button(/Chưa kiểm tra/);
    await press(chip);
    expect(desk.store.get().tab).toBe("check");
    await press(primary());
    expect(one(".chip").textContent).toMatch(/^\d+ (lỗi|cảnh báo)$/);
  });
});

describe("filling", () => {
  test("from the overview: next step, fill, message with a way back, undo", async () => {
    await open(await sample());
    expect(one(".card-own").textContent).toContain("Đã nhận 575/575 chỉ tiêu trên trang “PL02”.");
    await press(button("Tiếp: điền cột so sánh"));
    await press(primary());
    expect(one('[role="status"]').textContent).toContain("Đã điền 557 ô So với KH và 506 ô So với cùng kỳ.");
    await press(button("Hoàn tác"));
    expect(one('[role="status"]').textContent).toMatch(/Đã trả lại [\d.]+ ô như trước/);
    await press(button("Đóng thông báo"));
    expect(all(".notice")).toHaveLength(0);
  });

  test("the keyboard keeps its place on the primary button while the work runs", async () => {
    await open(await sample());
    await act(() => desk.actions.openTab("fill"));
    primary().focus();
    let during: string | null | undefined;
    const stop = desk.store.subscribe(() => {
      if (desk.store.get().work) during ??= document.activeElement?.className;
    });
    await press(primary());
    stop();
    expect(during).toContain("button-primary");
    expect(document.activeElement).toBe(primary());
  });

  test("typed figures are listed with their rows before a yes", async () => {
    const workbook = await sample();
    await open(workbook);
    const row = desk.store.get().sheet!.table!.rows.find(({ cells }) => cells.vsPlan && cells.plan?.value)!;
    await act(async () => {
      workbook.type("PL02", [{ ...row.cells.vsPlan!, value: 12.3 }]);
      desk.actions.openTab("fill");
      await desk.actions.fill();
    });
    const question = one(".question");
    expect(question.textContent).toContain("12,3 →");
    expect(question.textContent).toContain(row.cells.vsPlan!.at);
    await press(one(".question .line"));
    expect(workbook.shown).toEqual([`PL02!${row.cells.vsPlan!.at}`]);
    await press(button("Giữ các số này"));
    expect(all(".question")).toHaveLength(0);
    expect(one('[role="status"]').textContent).toContain("Đã điền 556 ô So với KH");
  });

  test("the three ways are radio buttons, each with its line", async () => {
    await open(await sample(), "vi", { hasFunctions: false });
    await act(() => desk.actions.openTab("fill"));
    const choices = all(".choice").map(({ textContent }) => textContent);
    expect(choices).toEqual([
      "Hàm Biểu Y tếExcel trên máy này không dùng được hàm của add-in.",
      "Công thức Excelmở được ở mọi máy, WPS, LibreOffice",
      "Giá trịchốt số",
    ]);
    expect(all<HTMLInputElement>(".choice input").map(({ disabled, checked }) => [disabled, checked])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
  });
});

describe("a table made elsewhere", () => {
  test("its doubtful rows are shown with guess and alternatives, answered, and taken", async () => {
    const typed = asTyped("pl02");
    const rows = typed.rows.map((cells, row) =>
      cells.map((cell, column) =>
        column === 1 && row > 20 && row % 40 === 0 && typeof cell?.value === "string"
          ? { value: `${cell.value.slice(0, Math.ceil(cell.value.length * 0.8))} khác` }
          : cell,
      ),
    );
    const workbook = memoryWorkbook({ ...typed, rows });
    await open(workbook);
    expect(one(".card-own").textContent).toMatch(
      /^Trang này giống Phụ lục 02: nhận được \d+\/575 dòng\.\d+ dòng cần xác nhận\./,
    );
    expect(primary().textContent).toMatch(/^Đúng cả \d+ dòng, tiếp tục$/);
    const items = all(".row-item");
    const options = [...items[0]!.querySelectorAll(".choice")];
    expect(options.at(-1)?.textContent).toBe("Không phải chỉ tiêu");
    await press(options.at(-1)!.querySelector("input")!);
    await press(items[1]!.querySelector("button")!);
    expect(all(".row-item")[0]!.textContent).toContain("Không phải chỉ tiêu");
    expect(workbook.shown).toHaveLength(1);
    await press(primary());
    expect(one('[role="status"]').textContent).toContain("Đã nhận trang này là Phụ lục 02");
    expect(all(".row-item")).toHaveLength(0);
  });
});

describe("a new Biểu", () => {
  test("says what is made and where, and is not made with a year that is none", async () => {
    await open(await sample());
    await press(button(/^Tạo Biểu mới/));
    expect(shownPanel().textContent).toContain("Sẽ thêm trang “PL02 (2)” ngay sau trang “PL02”.");
    const year = one<HTMLInputElement>('input[inputmode="numeric"]');
    await act(() => {
      year.value = "20";
      year.dispatchEvent(new Event("input", { bubbles: true }));
    });
    expect(year.getAttribute("aria-invalid")).toBe("true");
    expect(primary().getAttribute("aria-disabled")).toBe("true");
    await press(primary());
    expect(desk.workbook.names()).toEqual(["Sheet1", "PL02"]);
    await act(() => {
      year.value = "2025";
      year.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await press(primary());
    expect(desk.workbook.names()).toEqual(["Sheet1", "PL02", "PL02 (2)"]);
  });
});

test("a locked sheet is said before the user works", async () => {
  const workbook = await sample();
  workbook.sheet("PL02").isProtected = true;
  await open(workbook);
  expect(shownPanel().textContent).toContain("Trang tính đang khóa");
  await act(() => desk.actions.openTab("fill"));
  expect(primary().getAttribute("aria-disabled")).toBe("true");
});

test("a memory that was damaged is said, and the sheet still works", async () => {
  const workbook = await sample();
  workbook.setMemory("{hỏng");
  await open(workbook);
  expect(shownPanel().textContent).toContain("không đọc được");
  await press(button("Tiếp: điền cột so sánh"));
  await press(primary());
  expect(one('[role="status"]').textContent).toContain("Đã điền");
});

test("in English the frame speaks English; only names of forms and rows stay Vietnamese", async () => {
  await open(await sample(), "en");
  expect(one("h1").textContent).toBe("PL02 6 months 2024");
  expect(all('[role="tab"]').map(({ textContent }) => textContent)).toEqual([
    "Form",
    "Fill",
    "Check",
    "Results",
    "Send",
  ]);
  await press(button("Next: fill the comparisons"));
  await press(primary());
  expect(one('[role="status"]').textContent).toContain("Filled 557 cells against the plan");
});
