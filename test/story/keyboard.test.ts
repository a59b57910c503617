/** The whole story with the keyboard alone: whatever is pressed, the keys are somewhere that one sees. */

import { readPublished } from "../support/published";
import { executablePath, startSandbox, type Desk, type Sandbox } from "../support/sandbox";

const inBrowser = executablePath === undefined ? describe.skip : describe;

const FIGURES = readPublished("pl02")
  .map(({ figures }) => figures.slice(0, 3).join("\t"))
  .join("\r\n");

/** Stops of the Tab key from one end of a view to the other; more is a trap. */
const MOST_STOPS = 40;

inBrowser("PL02 with the keyboard alone", () => {
  let sandbox: Sandbox;
  let desk: Desk;
  /** Keys after which nothing visible had focus. */
  const lost: string[] = [];

  beforeAll(async () => {
    sandbox = await startSandbox();
    desk = await sandbox.open();
  }, 400_000);

  afterAll(() => sandbox?.close());

  /** What has focus in the pane: its words, and whether one sees that it has it. */
  const focused = () =>
    desk.pane.locator("html").evaluate(() => {
      const { activeElement: element } = document;
      if (!element || element === document.body) return { words: "", role: "", value: "", seen: false };
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const isField = element instanceof HTMLInputElement || element instanceof HTMLSelectElement;
      const label = isField ? element.labels?.[0] : undefined;
      const around = label ? getComputedStyle(label) : undefined;
      const ring = (style: CSSStyleDeclaration | undefined) =>
        style !== undefined && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1;
      const box = (label ?? element).getBoundingClientRect();
      const words = element.getAttribute("aria-label") ?? (label ?? element).textContent ?? "";
      return {
        words: words.replace(/\s+/g, " ").trim(),
        role: element.getAttribute("role") ?? element.tagName.toLowerCase(),
        value: isField ? element.value : "",
        seen:
          box.bottom > 0 &&
          box.top < innerHeight &&
          ((outlineStyle !== "none" && parseFloat(outlineWidth) >= 1) || boxShadow !== "none" || ring(around)),
      };
    });

  const inPane = () => desk.page.evaluate(() => document.activeElement?.id === "pane-frame");

  /** Presses a key and holds that focus is somewhere visible, in the pane or in the grid. */
  const press = async (key: string) => {
    await desk.page.keyboard.press(key);
    if (!(await inPane())) {
      const where = await desk.page.evaluate(() => document.activeElement?.tagName ?? "BODY");
      if (where === "BODY") lost.push(`${key}: body of the page`);
      return;
    }
    const { seen, words } = await focused();
    if (!seen) lost.push(`${key}: ${words || "body of the pane"}`);
  };

  /** Goes on with a key until what has focus reads so. */
  const until = async (key: string, name: RegExp) => {
    const passed: string[] = [];
    for (let step = 0; step < MOST_STOPS; step += 1) {
      const { words } = await focused();
      if (name.test(words)) return;
      passed.push(words.slice(0, 40));
      await press(key);
    }
    throw new Error(`${key} never comes to ${name.source}: ${passed.join(" | ")}`);
  };

  const message = (text: string) => desk.pane.getByRole("status").filter({ hasText: text }).waitFor();
  /** The keys go to the tab list, whatever had them before. */
  const toTabs = (name: RegExp) => until("Shift+Tab", name);
  /** What the pane says after work; the keys must not have been lost meanwhile. */
  const held = async () => {
    const { seen, words } = await focused();
    if (!seen) lost.push(`after work: ${words || "body of the pane"}`);
  };

  test("F6 goes into the pane, where the first run is skipped", async () => {
    await desk.button("Bỏ qua").waitFor();
    await desk.page.focus("#grid");
    await press("F6");
    expect(await inPane()).toBe(true);
    await until("Tab", /^Bỏ qua$/);
    await press("Enter");
    await desk.button("Tạo Biểu mới").waitFor();
    await held();
  });

  test("a new Biểu is made", async () => {
    await until("Tab", /^Tạo Biểu mới/);
    await press("Enter");
    await until("Tab", /^Kỳ báo cáo/);
    for (let times = 0; times < 3 && (await focused()).value !== "half"; times += 1) await press("ArrowUp");
    expect((await focused()).value).toBe("half");
    await until("Tab", /^Năm/);
    await press("Control+a");
    await desk.page.keyboard.type("2024");
    await until("Tab", /^Đơn vị/);
    await desk.page.keyboard.type("Sở Y tế tỉnh Điện Biên");
    await desk.screenshot("keyboard-1-create");
    await until("Tab", /^Tạo Biểu$/);
    await press("Enter");
    await message("Đã thêm trang “PL02” với 575 chỉ tiêu.");
    await held();
  });

  test("F6 goes to the sheet and back to where it was", async () => {
    const before = (await focused()).words;
    await press("F6");
    expect(await inPane()).toBe(false);
    await desk.page.keyboard.press("Control+Home");
    // The first cell below the header that is not frozen; the figures begin in column E.
    while ((await desk.activeCell()) < "E") await desk.page.keyboard.press("ArrowRight");
    expect(await desk.activeCell()).toBe("E9");
    await desk.paste(FIGURES);
    await press("F6");
    expect((await focused()).words).toBe(before);
    await desk.pane.getByText(/^\d{3}\/575$/).waitFor();
  });

  test("arrows go to the tab Điền, and the way of filling is chosen with arrows", async () => {
    await toTabs(/^Biểu$/);
    await press("ArrowRight");
    expect(await focused()).toMatchObject({ words: "Điền", role: "tab" });
    await until("Tab", /^Hàm Biểu Y tế/);
    await press("ArrowDown");
    expect((await focused()).words).toMatch(/^Công thức Excel/);
    await desk.screenshot("keyboard-2-fill");
    await until("Tab", /^Điền$/);
    await press("Enter");
    await message("Đã điền 557 ô So với KH và 506 ô So với cùng kỳ.");
    await held();
  });

  test("the check is started, and a finding opened; Xem ô shows its cell and leaves the keys in the pane", async () => {
    await toTabs(/^Điền$/);
    await press("ArrowRight");
    await press("Tab");
    await until("Tab", /^Kiểm tra$/);
    await press("Space");
    await desk.button("Kiểm tra lại").waitFor();
    await held();
    await until("Shift+Tab", /^(Lỗi|Cảnh báo|Gợi ý): |^[IVX]+ |^Cả biểu|mục$/);
    await press("Home");
    await until("ArrowDown", /F578/);
    await press("Enter");
    await desk.pane.getByText("Lệch", { exact: true }).waitFor();
    await desk.screenshot("keyboard-3-open");
    await until("Tab", /^Xem ô$/);
    await press("Enter");
    await desk.page.waitForFunction(() => (document.getElementById("name-box") as HTMLInputElement).value === "F578");
    expect(await inPane()).toBe(true);
  });

  test("the figure is mended in the sheet and leaves the list by itself", async () => {
    await press("F6");
    expect(await desk.activeCell()).toBe("F578");
    await desk.page.keyboard.type("1690");
    await press("Enter");
    await desk.pane
      .locator("li[data-entry]")
      .filter({ hasText: "F578" })
      .waitFor({ state: "detached", timeout: 10_000 });
    await press("F6");
    expect(await inPane()).toBe(true);
    await held();
  });

  test("Delete ignores a rule, and Hoàn tác brings it back", async () => {
    await until("Tab", /mục$/);
    await press("Home");
    await until("ArrowDown", /^(Lỗi|Cảnh báo|Gợi ý): /);
    await press("Delete");
    await message("Đã bỏ qua quy tắc");
    await held();
    await until("Shift+Tab", /^Hoàn tác$/);
    await press("Enter");
    await message("Đã hoàn tác.");
    await held();
  });

  test("the results are reached, and a target shows its cell", async () => {
    await toTabs(/^Kiểm tra/);
    await press("ArrowRight");
    expect(await focused()).toMatchObject({ words: "Kết quả", role: "tab" });
    await until("Tab", /^Chép đoạn văn$/);
    await press("Enter");
    await message("Đã chép đoạn văn.");
    await press("Tab");
    await press("ArrowDown");
    const before = await desk.activeCell();
    await press("Enter");
    await desk.page.waitForFunction((cell) => {
      return (document.getElementById("name-box") as HTMLInputElement).value !== cell;
    }, before);
    expect(await inPane()).toBe(true);
    await desk.screenshot("keyboard-4-results");
  });

  test("focus was visible after every key, and the console stayed silent", () => {
    expect(lost).toEqual([]);
    expect(desk.problems).toEqual([]);
  });
});
