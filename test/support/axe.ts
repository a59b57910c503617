/** Accessibility, as axe sees it, of the page or of the pane in it. */

import axeCore from "axe-core";
import type { Frame, Page } from "playwright-core";

/** The pane's own frame in the page of the sandbox. */
export function paneFrame(page: Page): Frame {
  return page.frames().find((frame) => frame.url().includes("taskpane.html"))!;
}

/**
 * What axe complains of, one line for each rule: its id, the first element, and how many there are.
 *
 * @param within a selector, or what to leave out; the whole frame where absent
 */
export async function violationsIn(
  frame: Frame,
  {
    within = "html",
    options = {},
  }: { readonly within?: string | { readonly exclude: string[] }; readonly options?: axeCore.RunOptions } = {},
): Promise<string[]> {
  // Put there once, which takes longer than a look.
  if (!(await frame.evaluate(() => "axe" in window))) await frame.evaluate(axeCore.source);
  const { violations } = await frame.evaluate(
    async ([where, how]) => {
      // Colours that fade into one another are looked at when they have done so.
      const fading = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
      await Promise.allSettled(fading.map(({ finished }) => finished));
      const { axe } = window as unknown as { axe: typeof axeCore };
      return axe.run(where, { ...how, iframes: false, resultTypes: ["violations"] });
    },
    [within, options] as const,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html} (${nodes.length})`);
}
