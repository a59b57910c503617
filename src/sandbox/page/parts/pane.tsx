/** The task pane: the add-in itself in a frame, and the edge that changes its width. */

import { useState } from "preact/hooks";
import type { Texts } from "../texts";

/** Excel's own limits, and the width that it opens a pane with. */
const NARROWEST = 320;
const WIDEST = 700;
const USUAL = 350;
const STEP = 10;

const PANE_ID = "pane-frame";

/** Brings the keys into the pane, to where they were when they left it. */
export function focusPane(): void {
  const frame = document.getElementById(PANE_ID) as HTMLIFrameElement | null;
  frame?.contentWindow?.focus();
  const inside = frame?.contentDocument;
  if (inside?.activeElement === inside?.body) inside?.querySelector<HTMLElement>("[tabindex='0'], button")?.focus();
}

export interface PaneProps {
  readonly texts: Texts;
  readonly shown: boolean;
  /** Another text loads the pane anew; absent while there is no workbook yet. */
  readonly load: string | undefined;
  readonly close: () => void;
}

export function Pane({ texts, shown, load, close }: PaneProps) {
  const [width, setWidth] = useState(USUAL);
  const change = (to: number) => setWidth(Math.round(Math.min(WIDEST, Math.max(NARROWEST, to))));
  return (
    <>
      <div
        class="pane-edge"
        role="separator"
        aria-orientation="vertical"
        aria-label={texts.resizePane}
        aria-valuenow={width}
        aria-valuemin={NARROWEST}
        aria-valuemax={WIDEST}
        tabIndex={shown ? 0 : -1}
        hidden={!shown}
        onKeyDown={(event) => {
          if (event.key === "ArrowLeft") change(width + STEP);
          if (event.key === "ArrowRight") change(width - STEP);
        }}
        onPointerDown={(event) => {
          event.preventDefault();
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) change(window.innerWidth - event.clientX - 2);
        }}
      />
      {/* With a shared runtime a closed pane goes on running, so it is hidden, not taken away. */}
      <aside class="pane" aria-label={texts.paneTitle} hidden={!shown} style={{ width: `${width}px` }}>
        <div class="pane-head">
          <span>Biểu Y tế</span>
          <button type="button" aria-label={texts.closePane} title={texts.closePane} onClick={close}>
            ✕
          </button>
        </div>
        {load !== undefined && <iframe key={load} id={PANE_ID} title={texts.paneTitle} src="taskpane.html" />}
      </aside>
    </>
  );
}
