/** Opening and saving. What reads and writes files is loaded when it is first needed. */

import { fittingZoom } from "./grid/fit";
import { newSheet, newState } from "../host/workbook/state";
import type { FileCommands } from "./parts/ribbon";
import type { Page } from "./state/page";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export interface OpenedName {
  name: string;
}

/** Opens a workbook from bytes; a file that cannot be read is said, and leaves the workbook as it was. */
export async function openBytes(page: Page, bytes: Uint8Array, said: string): Promise<boolean> {
  const [{ readFileState }, { uncarriedSentence }] = await Promise.all([
    import("../files/read"),
    import("../files/texts"),
  ]);
  try {
    const { state, left } = await readFileState(bytes);
    page.setEditing(undefined);
    page.workbook.open(state);
    page.opened();
    page.setZoom(fittingZoom(page.sheet(), document.getElementById("sheet")?.clientWidth ?? 0));
    page.say([said, uncarriedSentence(left, page.language, false)].filter(Boolean).join(" "));
    return true;
  } catch (error) {
    // Errors of the reader are sentences for the user; others are not.
    const sentence = error instanceof Error && error.name === "WorkbookError" ? error.message : page.texts.say.badFile;
    page.say(sentence, "warning");
    return false;
  }
}

function download(bytes: Uint8Array, name: string): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: XLSX }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** The commands of the ribbon's group for files. */
export function createFileCommands(page: Page): FileCommands {
  const { texts } = page;
  const opened: OpenedName = { name: "So1.xlsx" };

  const open = async (file: File) => {
    if (await openBytes(page, new Uint8Array(await file.arrayBuffer()), texts.say.opened(file.name)))
      opened.name = file.name;
  };
  const save = async () => {
    const [{ writeFileState }, { uncarriedSentence }] = await Promise.all([
      import("../files/write"),
      import("../files/texts"),
    ]);
    try {
      const { bytes, left } = await writeFileState(page.workbook.state, new Date());
      download(bytes, opened.name);
      page.say([texts.say.saved(opened.name), uncarriedSentence(left, page.language, true)].filter(Boolean).join(" "));
    } catch (error) {
      if (!(error instanceof Error) || error.name !== "WorkbookError") throw error;
      page.say(error.message, "warning");
    }
  };
  const sample = async () => {
    page.say(texts.say.starting);
    const { sampleFile } = await import("./sample");
    if (await openBytes(page, await sampleFile(), texts.say.sample)) opened.name = "dien-bien-pl02.xlsx";
  };

  return {
    fresh: () => {
      page.setEditing(undefined);
      page.workbook.open(newState(newSheet("{SHEET-FRESH}", page.language === "en" ? "Sheet1" : "Trang tính1")));
      page.opened();
      opened.name = "So1.xlsx";
      page.silence();
    },
    sample: () => void sample(),
    open: (file) => void open(file),
    save: () => void save(),
  };
}
