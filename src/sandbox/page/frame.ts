/** Runs in the pane's frame before Office.js, and gives the frame's window to the host in the page around. */

import type { PaneHost } from "./pane-host";

const around = window.parent as Window & { readonly bieuHost?: PaneHost };
if (around !== window) around.bieuHost?.attach(window);
