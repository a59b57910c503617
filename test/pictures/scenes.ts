/** What is on the pictures, in the order in which a user comes by. */

import { ACTUALS, makeMt136, pasteActuals } from "../support/mt136";
import { asTsv, asTyped, withDoubts } from "../support/published";
import type { Desk, Sandbox } from "../support/sandbox";

export interface Picture {
  readonly name: string;
  readonly picture: Buffer;
  /** The lines that it shows, without what changes with the day. */
  readonly words: string[];
}

const WINDOW = { viewport: { width: 1200, height: 720 }, deviceScaleFactor: 1.5 };

/** Yields the pictures one by one. */
export async function* pictures(sandbox: Sandbox): AsyncGenerator<Picture> {
  yield* start(sandbox);
  yield* typedByHand(sandbox);
  yield* ofDienBien(sandbox);
  yield* onItsWayOut(sandbox);
}

async function* start(sandbox: Sandbox): AsyncGenerator<Picture> {
  const desk = await sandbox.open("?so=trong", WINDOW);
  await desk.button("Bỏ qua").click();
  await desk.pane
    .getByRole("button", { name: /^Tạo Biểu mới/ })
    .first()
    .waitFor();
  yield await ofPane(desk, "bat-dau");
  await desk
    .button(/^Tạo Biểu mới/)
    .first()
    .click();
  await desk.pane.getByLabel("Kỳ báo cáo").selectOption({ label: "6 tháng" });
  await desk.pane.getByLabel("Năm", { exact: true }).fill("2024");
  await desk.pane.getByLabel("Đơn vị").fill("Sở Y tế tỉnh Điện Biên");
  yield await ofPane(desk, "tao-bieu");
  await desk.context.close();
}

async function* typedByHand(sandbox: Sandbox): AsyncGenerator<Picture> {
  const desk = await sandbox.open("?so=trong", WINDOW);
  await desk.button("Bỏ qua").click();
  await desk.goTo("A1");
  await desk.page.focus("#grid");
  await desk.paste(asTsv(withDoubts(asTyped("pl02", Infinity))));
  await desk.pane.getByText("Trang này giống").waitFor();
  yield await ofPane(desk, "nhan-bang");
  await desk.context.close();
}

async function* ofDienBien(sandbox: Sandbox): AsyncGenerator<Picture> {
  const desk = await sandbox.open("", WINDOW);
  await desk.tab("Điền");
  await desk.pane.getByRole("radio", { name: /Công thức Excel/ }).check();
  yield await ofPane(desk, "dien");
  await desk.tab(/^Kiểm tra/);
  await desk.button("Kiểm tra").click();
  await desk.button("Kiểm tra lại").waitFor();
  const finding = desk.pane
    .getByRole("listitem")
    .filter({ hasText: "Sàng lọc sơ sinh" })
    .filter({ hasText: "F578" })
    .first();
  await finding.getByRole("button").first().click();
  await desk.pane.getByText("Lệch", { exact: true }).waitFor();
  await finding.scrollIntoViewIfNeeded();
  yield await ofPage(desk, "kiem-tra");
  await desk.tab("Kết quả");
  await desk.pane.getByText("chỉ tiêu được đánh giá").waitFor();
  yield await ofPage(desk, "ket-qua");
  await desk.goTo("B575:B580");
  const sentences = desk.pane.locator(".results-sentences");
  await sentences.getByText("sàng lọc trước sinh", { exact: false }).first().waitFor();
  await sentences.scrollIntoViewIfNeeded();
  yield await ofPane(desk, "cau-van");
  await desk.context.close();
}

async function* onItsWayOut(sandbox: Sandbox): AsyncGenerator<Picture> {
  const desk = await sandbox.open("?so=trong", { ...WINDOW, viewport: { width: 1200, height: 860 } });
  await makeMt136(desk);
  await pasteActuals(desk, ACTUALS);
  await desk.tab("Nộp");
  await desk.pane.getByLabel("Người lập").fill("Nguyễn Thị A");
  await desk.button("Kiểm tra ngay").click();
  await desk.button("Sẵn sàng nộp").waitFor();
  yield await ofPane(desk, "nop");
  await desk.button("Tạo bản nộp").click();
  await desk.button(/^Đã nộp /).waitFor();
  await desk.pane.locator(".sent").scrollIntoViewIfNeeded();
  yield await ofPage(desk, "da-nop");
  await desk.context.close();
}

const ofPane = (desk: Desk, name: string) => picture(desk, name, () => desk.page.locator("#pane-frame").screenshot());

const ofPage = (desk: Desk, name: string) => picture(desk, name, () => desk.page.screenshot());

async function picture(desk: Desk, name: string, take: () => Promise<Buffer>): Promise<Picture> {
  // What just happened is said for a while; the pictures are of what stays.
  await desk.page.waitForTimeout(500);
  const lines = (await desk.pane.locator("body").innerText()).split("\n").map((line) => line.trim());
  return { name, picture: await take(), words: [...new Set(lines.filter(Boolean).map(withoutTheDay))] };
}

/** Times, dates and fingerprints differ from run to run. */
const withoutTheDay = (line: string) =>
  line
    .replace(/\b\d{1,2}:\d{2}\b/g, "…:…")
    .replace(/\b\d{1,2}\/\d{1,2}(\/\d{4})?\b/g, "…/…")
    .replace(/\b([0-9a-f]{4}( |$)){2,}/g, "… ");
