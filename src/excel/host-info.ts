/** What the pane needs to know of the Office it runs in. Office.js must be loaded; call after {@link officeReady}. */

/** The oldest requirement set that everything here is built for: Excel 2021 and later. */
const LEAST_EXCEL_API = "1.13";

export type Platform = "windows" | "mac" | "web" | "ios" | "other";

/** Theme colours as CSS colours; absent where the host does not say. */
export interface HostTheme {
  readonly background?: string;
  readonly text?: string;
  readonly isDark: boolean;
}

export interface HostInfo {
  /** Whether the page runs in Excel at all; opened in a browser by itself it does not. */
  readonly inExcel: boolean;
  /** Whether Excel has what the add-in needs. */
  readonly isNewEnough: boolean;
  /** Whether our functions can be used in cells. */
  readonly hasCustomFunctions: boolean;
  /** Language of Office's own windows, such as "vi-VN". */
  readonly language: string;
  readonly platform: Platform;
  /**
   * Whether a file can be downloaded from the pane. The web views of Office for Mac and iPad take a download and do nothing, by
   * design (OfficeDev/office-js #2700, #4681); on Windows and on the web it arrives like any other.
   */
  readonly canDownload: boolean;
  readonly theme: HostTheme;
}

/** Waits until Office.js is ready and tells whether this is Excel. False where the script did not load. */
export async function officeReady(): Promise<boolean> {
  if (typeof Office === "undefined") return false;
  const { host } = await Office.onReady();
  // A plain browser answers with null.
  return String(host) === "Excel";
}

/** What is known of the host. Never throws: a host that leaves something out is described by what it gives. */
export function hostInfo(): HostInfo {
  const context: Partial<Office.Context> = (typeof Office === "undefined" ? undefined : Office.context) ?? {};
  const has = (set: string, version: string) => context.requirements?.isSetSupported(set, version) ?? false;
  const platform = platformOf(String(context.platform));
  return {
    inExcel: String(context.host) === "Excel",
    isNewEnough: has("ExcelApi", LEAST_EXCEL_API),
    hasCustomFunctions: has("CustomFunctionsRuntime", "1.1"),
    language: languageOf(context.displayLanguage),
    platform,
    canDownload: platform === "windows" || platform === "web",
    theme: themeOf(context.officeTheme),
  };
}

/** Windows' numbers of languages, which some builds hand out instead of names. */
const LANGUAGES: Readonly<Record<number, string>> = { 1066: "vi-VN", 1033: "en-US" };

function languageOf(language: unknown): string {
  if (typeof language === "number") return LANGUAGES[language] ?? "en-US";
  return typeof language === "string" && language !== "" ? language : "vi-VN";
}

const PLATFORMS: Readonly<Record<string, Platform>> = {
  PC: "windows",
  Mac: "mac",
  OfficeOnline: "web",
  iOS: "ios",
};

const platformOf = (platform: string): Platform => PLATFORMS[platform] ?? "other";

function themeOf(theme: Office.OfficeTheme | null | undefined): HostTheme {
  const background = colorOf(theme?.bodyBackgroundColor);
  const text = colorOf(theme?.bodyForegroundColor);
  return {
    ...(background !== undefined && { background }),
    ...(text !== undefined && { text }),
    isDark: theme?.isDarkTheme ?? (background !== undefined && luminance(background) < 0.4),
  };
}

/** Hosts give `#RRGGBB`, some with an alpha channel or without the sign; anything else is not put into a style sheet. */
function colorOf(text: string | undefined): string | undefined {
  const match = /^#?([0-9a-f]{6})(?:[0-9a-f]{2})?$/i.exec(text ?? "");
  return match ? `#${match[1]!.toLowerCase()}` : undefined;
}

/** How light a colour is, 0 to 1, by the weights of the eye. */
function luminance(color: string): number {
  const channel = (at: number) => Number.parseInt(color.slice(at, at + 2), 16) / 255;
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
