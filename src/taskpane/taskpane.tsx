/** Starts the task pane, which shares its runtime with our functions. */

import "../functions/associate";
import { render } from "preact";
import type { Language } from "../core/check/finding-texts";
import { hostInfo, officeReady, type HostInfo } from "../excel/host-info";
import { openLastChoices } from "../excel/last-choices";
import { createExcelPort } from "../excel/port";
import { connectRibbon } from "../excel/ribbon";
import { App } from "./frame/app";
import { PlainPage } from "./frame/plain-page";
import { createPane } from "./state/pane";
import { VI, type Texts } from "./texts/vi";

const loadEngine = () => import("./engine").then(({ engine }) => engine);
const loadViews = () => import("./frame/views");

async function start(root: HTMLElement): Promise<void> {
  // Fetched while Office.js and Excel make each other's acquaintance.
  // A failure is met again, and said, where they are first needed.
  for (const part of [loadEngine(), loadViews()]) part.catch(() => undefined);
  const inExcel = await officeReady();
  const host = hostInfo();
  const language: Language = host.language.toLowerCase().startsWith("en") ? "en" : "vi";
  const texts = await textsOf(language);
  document.documentElement.lang = language;
  if (!inExcel || !host.isNewEnough) {
    render(<PlainPage {...(inExcel ? texts.tooOld : texts.outside)} />, emptied(root));
    return;
  }
  dress(host);
  const pane = createPane({
    port: createExcelPort(),
    loadEngine,
    openChoices: openLastChoices,
    copy: copyText,
    save: host.canDownload ? saveFile : () => Promise.reject(new Error("no downloads here")),
    now: () => new Date(),
    hasFunctions: host.hasCustomFunctions,
    canDownload: host.canDownload,
  });
  const { actions } = pane;
  const started = actions.start();
  render(<App pane={pane} texts={texts} language={language} loadViews={loadViews} />, emptied(root));
  connectRibbon({
    fill: async () => {
      actions.openTab("fill");
      await started;
      await actions.fill();
    },
    check: async () => {
      actions.openTab("check");
      await started;
      await actions.check();
    },
  });
}

/** Vietnamese comes with the first script; it also stands in where English could not be fetched. */
async function textsOf(language: Language): Promise<Texts> {
  if (language === "vi") return VI;
  return import("./texts/en").then(
    ({ EN }) => EN,
    () => VI,
  );
}

/** Preact would keep what stands there as its own. */
function emptied(root: HTMLElement): HTMLElement {
  root.replaceChildren();
  return root;
}

function dress({ theme }: HostInfo): void {
  if (theme.isDark) document.documentElement.dataset["theme"] = "dark";
}

/** Web views inside Office may forbid the clipboard's own interface; copying a selection still works there. */
async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch (error) {
    const area = document.createElement("textarea");
    const focused = document.activeElement;
    area.value = text;
    area.className = "hidden-words";
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    if (focused instanceof HTMLElement) focused.focus();
    if (!copied) throw error;
  }
}

/** As a download. Whether it arrives, nothing tells: a browser may have been told to ask, or to refuse. */
function saveFile(name: string, content: string | Uint8Array<ArrayBuffer>): Promise<void> {
  const type =
    typeof content === "string"
      ? "text/csv;charset=utf-8"
      : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  const link = document.createElement("a");
  const url = URL.createObjectURL(new Blob([content], { type }));
  link.href = url;
  link.download = name;
  link.click();
  // The browser takes the file a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return Promise.resolve();
}

const root = document.getElementById("pane");
if (root) void start(root);
