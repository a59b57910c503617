/** Runs in the pane's frame before Office.js, and gives the frame's window to the host in the page around. */

import type { PaneHost } from "./pane-host";

const around = window.parent as Window & { readonly bieuHost?: PaneHost };
if (around !== window) {
  around.bieuHost?.attach(window);
  // As Excel does: F6 goes from the pane to the sheet and back.
  window.addEventListener("keydown", (event) => {
    if (event.key !== "F6" || event.defaultPrevented) return;
    event.preventDefault();
    around.bieuHost?.leave();
  });
}
