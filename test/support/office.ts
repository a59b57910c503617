/** The real office.js in a window made by hand, with our host as its Excel. */

import { pathToFileURL } from "node:url";
import { JSDOM } from "jsdom";
import { type AttachOptions, type Host, type HostOptions, createHost } from "../../src/sandbox/host";

/** What the scripts of office.js put into the window. */
interface OfficeGlobals {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly CustomFunctions: typeof CustomFunctions;
}

export interface OpenOffice extends OfficeGlobals {
  readonly host: Host;
  readonly window: Window;
  /** Closes the window and takes the globals away. */
  readonly close: () => void;
}

const GLOBALS = ["Excel", "Office", "OfficeExtension", "CustomFunctions"] as const;

/**
 * Starts office.js against a new workbook, and puts its globals where the code under test finds them.
 *
 * @param options.host the host to use instead of a new one
 */
export async function openOffice(
  options: AttachOptions & HostOptions & { readonly host?: Host } = {},
): Promise<OpenOffice> {
  const host = options.host ?? createHost(options);
  const script = pathToFileURL(require.resolve("@microsoft/office-js/dist/office.js")).href;
  let detach = (): void => undefined;
  const dom = new JSDOM(`<!doctype html><html><head><script src="${script}"></script></head><body></body></html>`, {
    url: "https://localhost/taskpane.html",
    runScripts: "dangerously",
    resources: "usable",
    pretendToBeVisual: true,
    beforeParse: (window) => {
      detach = host.attach(window, options);
    },
  });
  await new Promise<void>((resolve) => dom.window.addEventListener("load", () => resolve()));
  const globals = dom.window as unknown as OfficeGlobals & Window;
  await globals.Office.onReady();
  const scope = globalThis as unknown as Record<string, unknown>;
  for (const name of GLOBALS) scope[name] = globals[name];
  return {
    Excel: globals.Excel,
    Office: globals.Office,
    OfficeExtension: globals.OfficeExtension,
    CustomFunctions: globals.CustomFunctions,
    host,
    window: globals,
    close: () => {
      detach();
      for (const name of GLOBALS) Reflect.deleteProperty(scope, name);
      dom.window.close();
    },
  };
}
