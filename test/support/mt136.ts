/** MT136 made by hand in the sandbox: a form small enough to be taken all the way in a story. */

import type { Desk } from "./sandbox";

/** The actuals of its rows, none of them wrong. */
export const ACTUALS =
  "68,2 62,5 95,6 34,1 95,2 40,1 27,3 30,2 11,1 163,4 152,6 71,5 92,3 33,4 13,2 1,6 16,8 81,5 0,37";

/** Makes the Biểu from the pane of an empty workbook that was just opened. */
export async function makeMt136(desk: Desk): Promise<void> {
  await desk.button("Bỏ qua").click();
  await desk
    .button(/^Tạo Biểu mới/)
    .first()
    .click();
  await desk.pane.getByRole("combobox", { name: "Biểu", exact: true }).selectOption("MT136");
  await desk.pane.getByLabel("Kỳ báo cáo").selectOption({ label: "Cả năm" });
  await desk.pane.getByRole("textbox", { name: "Năm" }).fill("2024");
  await desk.pane.getByRole("textbox", { name: "Đơn vị" }).fill("Sở Y tế tỉnh Lai Châu");
  await desk.button("Tạo Biểu").click();
  await desk.pane.getByRole("status").filter({ hasText: "Đã thêm trang “MT136”" }).first().waitFor();
}

/** A1 address of the actual of a row. */
export async function actualOf(desk: Desk, code: string): Promise<string> {
  const cells = Object.entries(await desk.cells());
  const [, row] = /^R(\d+)C/.exec(cells.find(([, held]) => held.includes(`"${code}"`))![0])!;
  return `G${row}`;
}

/** Pastes actuals, one below the other. */
export async function pasteActuals(desk: Desk, actuals: string): Promise<void> {
  await desk.goTo(await actualOf(desk, "MT_01"));
  await desk.page.focus("#grid");
  await desk.paste(actuals.split(" ").join("\n"));
}
