/**
 * Focus that is never lost: coming back from the sheet it is where it was, and where that went away, or out of sight with
 * its view, the view that is shown has it.
 */

import { useEffect } from "preact/hooks";

const VIEW = '[role="tabpanel"]:not([hidden])';

/**
 * Watches the page as a whole, because what has focus may be part of any view. What keeps its own focus, as the list of
 * findings does, has done so by then.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: HTMLElement | undefined;
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement) last = target;
    };
    const keep = () => {
      // While the user is in the sheet, the keys stay there; coming back is an event of its own.
      if (!last || !document.hasFocus()) return;
      // What goes out of sight keeps the focus until the browser draws again.
      const isHidden = Boolean(document.activeElement?.closest("[hidden]"));
      if (document.activeElement !== document.body && !isHidden) return;
      // Browsers forget what had focus in a frame that is left.
      if (!isHidden) last.focus({ preventScroll: true });
      if (document.activeElement !== last || isHidden) {
        document.querySelector<HTMLElement>(VIEW)?.focus({ preventScroll: true });
      }
    };
    const observer = new MutationObserver(keep);
    document.addEventListener("focusin", remember);
    observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["hidden"] });
    window.addEventListener("focus", keep);
    return () => {
      document.removeEventListener("focusin", remember);
      observer.disconnect();
      window.removeEventListener("focus", keep);
    };
  }, []);
}
