/**
 * Puts what Office.js looks for into a window, before its script runs there: `window.external`, by which it starts, and
 * `window._richApiNativeBridge`, by which its batches and events travel.
 */

import { type InputLocale } from "./workbook/types";

/** A window of the add-in, as far as the host touches it. */
export interface AddinWindow {
  readonly OfficeExtension?: { readonly CommonUtility?: { _doApiNotSupportedCheck: boolean } };
  readonly CustomFunctions?: {
    readonly _association?: { readonly mappings: Readonly<Record<string, (...args: unknown[]) => unknown>> };
  };
}

export interface AttachOptions {
  /** Of the data: separators. Excel's display language too unless that is given. */
  readonly locale?: InputLocale;
  readonly displayLocale?: string;
  /**
   * The newest requirement set that this Excel has, such as `1.13`. The library then also refuses to call what is newer,
   * as a check that the add-in runs there.
   */
  readonly excelApi?: string;
}

/** Version 1.15 is the newest that the installed library knows. */
const NEWEST_EXCEL_API = "1.15";

const LCID: Readonly<Record<string, number>> = { "vi-VN": 1066, "en-US": 1033 };

interface Bridge {
  readonly sendMessageToHost: (text: string) => void;
  /** Set by the library. */
  onMessageFromHost?: (text: string) => void;
}

export interface Attachment {
  readonly window: AddinWindow;
  /** Sends a message to the library. */
  readonly send: (message: object) => void;
  /** The same for a message that is JSON already. */
  readonly sendText: (text: string) => void;
  /** Presses a button of the ribbon. @returns false where the library does not listen yet */
  readonly ribbon: (name: string) => boolean;
}

/** The library's number for a button of the ribbon that is pressed. */
const RIBBON_EVENT = 39;

type Callback = (...args: unknown[]) => void;

/**
 * Makes a window the add-in's.
 *
 * @param receive is given every message of the library, as JSON
 */
export function attachTo(
  window: object,
  { locale = "vi-VN", displayLocale = locale, excelApi }: AttachOptions,
  receive: (text: string) => void,
): Attachment {
  const addin: AddinWindow = window;
  const documentSettings = new Map<string, string>();
  const handlers = new Map<number, Callback>();
  const bridge: Bridge = { sendMessageToHost: receive };
  const context = {
    GetAppType: () => 1,
    GetSolutionRef: () => "bieu-y-te",
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 0,
    GetAppUILocale: () => LCID[displayLocale] ?? 1033,
    GetAppDataLocale: () => LCID[locale] ?? 1033,
    GetDocUrl: () => "Book1.xlsx",
    GetAppCapabilities: () => 1,
    GetActivationMode: () => 0,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => "",
    GetInstanceId: () => "1",
    GetHostFullVersion: () => "16.0.18000.20000",
    GetInitialDisplayMode: () => 2,
    GetOfficeThemeInfo: () => JSON.stringify({}),
    GetSupportedMatrix: () => {
      // The library is complete by now.
      if (excelApi !== undefined && addin.OfficeExtension?.CommonUtility)
        addin.OfficeExtension.CommonUtility._doApiNotSupportedCheck = true;
      return JSON.stringify({
        ExcelApi: excelApi ?? NEWEST_EXCEL_API,
        CustomFunctionsRuntime: "1.3",
        SharedRuntime: "1.1",
        RibbonApi: "1.1",
        DialogApi: "1.2",
        ImageCoercion: "1.1",
        // Lets requests wait for the end of cell editing.
        DelayForCellEdit: "1.1",
      });
    },
    GetSettings: () => ({
      Read: (keys: string[], values: string[]) => {
        for (const [key, value] of documentSettings) {
          keys.push(key);
          values.push(value);
        }
      },
      Write: (keys: readonly string[], values: readonly string[]) => {
        documentSettings.clear();
        keys.forEach((key, index) => documentSettings.set(key, values[index] ?? ""));
      },
    }),
  };
  const external = {
    GetHostInfo: () => `Excel$Win32$16.01$${displayLocale.toLowerCase()}$$$disableLogging$3`,
    GetLoggingAllowed: () => false,
    GetContext: () => context,
    Execute: (_id: number, _parameters: unknown, callback?: Callback) => callback?.({ toArray: () => [0] }),
    RegisterEvent: (id: number, _target: string, handler: Callback, callback?: Callback) => {
      handlers.set(id, handler);
      callback?.(0);
    },
    UnregisterEvent: (id: number, _target: string, callback?: Callback) => {
      handlers.delete(id);
      callback?.(0);
    },
  };
  const put = (name: string, value: object) =>
    Object.defineProperty(window, name, { value, configurable: true, writable: true });
  put("external", external);
  put("_richApiNativeBridge", bridge);
  return {
    window: addin,
    send: (message) => bridge.onMessageFromHost?.(JSON.stringify(message)),
    sendText: (text) => bridge.onMessageFromHost?.(text),
    ribbon: (name) => {
      const handler = handlers.get(RIBBON_EVENT);
      handler?.(RIBBON_EVENT, [name, name, JSON.stringify({ source: { id: name } })]);
      return handler !== undefined;
    },
  };
}
