/** The commands for the selected cells. */

import type { Clipboard } from "../clipboard/clipboard";
import { clearSelection, deleteLines, insertLines, setHidden, sortRows } from "../state/commands";
import type { Page } from "../state/page";
import type { MenuItem } from "./menu";

export function cellMenu(page: Page, clipboard: Clipboard): MenuItem[] {
  const { menu, say } = page.texts;
  const write = (cut: boolean) => {
    // Where the browser refuses, the copy within this page is still there.
    navigator.clipboard.writeText(clipboard.copy(cut)).catch(() => undefined);
  };
  const paste = () => {
    navigator.clipboard
      .readText()
      .then(clipboard.paste)
      .catch(() => page.say(say.pasteBlocked, "warning"));
  };
  return [
    { text: menu.cut, run: () => write(true) },
    { text: menu.copy, run: () => write(false) },
    { text: menu.paste, run: paste },
    { text: menu.insertAbove, run: () => insertLines(page, "rows"), parted: true },
    { text: menu.deleteRows, run: () => deleteLines(page, "rows") },
    { text: menu.hideRows, run: () => setHidden(page, "rows", true) },
    { text: menu.showRows, run: () => setHidden(page, "rows", false) },
    { text: menu.insertColumns, run: () => insertLines(page, "columns"), parted: true },
    { text: menu.deleteColumns, run: () => deleteLines(page, "columns") },
    { text: menu.hideColumns, run: () => setHidden(page, "columns", true) },
    { text: menu.showColumns, run: () => setHidden(page, "columns", false) },
    { text: menu.clear, run: () => clearSelection(page), parted: true },
    { text: menu.sortUp, run: () => sortRows(page, "up") },
    { text: menu.sortDown, run: () => sortRows(page, "down") },
  ];
}
