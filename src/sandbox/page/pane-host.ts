/** What the pane's frame finds in the page around it. */
export interface PaneHost {
  readonly attach: (window: Window) => void;
}
