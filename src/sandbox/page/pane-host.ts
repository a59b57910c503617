/** What ties the page to the pane's frame. */

import type { Host } from "../host";

/** What the pane's frame finds in the page around it. */
export interface PaneHost {
  /** The workbook and what can go wrong with it, for the console and for tests. */
  readonly host: Host;
  readonly attach: (window: Window) => void;
  /** Brings the keys back to the grid. */
  readonly leave: () => void;
}
