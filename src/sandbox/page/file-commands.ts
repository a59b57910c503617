/** Opening and saving. What reads and writes files is loaded when it is first needed. */

import type { WorkbookState } from "../host/workbook/types";
import { fittingZoom } from "./grid/fit";
import type { FileCommands } from "./parts/ribbon";
import { emptyState, firstName, type Books } from "./state/books";
import type { Page } from "./state/page";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Reads a workbook, with a sentence on what the page does not carry over; a file that cannot be read is said. */
async function readBytes(
  page: Page,
  bytes: Uint8Array,
): Promise<{ readonly state: WorkbookState; readonly left: string } | undefined> {
  const [{ readFileState }, { uncarriedSentence }] = await Promise.all([
    import("../files/read"),
    import("../files/texts"),
  ]);
  try {
    const { state, left } = await readFileState(bytes);
    return { state, left: uncarriedSentence(left, page.language, false) };
  } catch (error) {
    // Errors of the reader are sentences for the user; others are not.
    const sentence = error instanceof Error && error.name === "WorkbookError" ? error.message : page.texts.say.badFile;
    page.say(sentence, "warning");
    return undefined;
  }
}

/** Opens a workbook from bytes; where it cannot be read, the one that is shown stays as it was. */
async function openBytes(page: Page, bytes: Uint8Array, said: string): Promise<boolean> {
  const read = await readBytes(page, bytes);
  if (!read) return false;
  page.setEditing(undefined);
  page.workbook.open(read.state);
  page.opened();
  fitZoom(page);
  page.say([said, read.left].filter(Boolean).join(" "));
  return true;
}

const fitZoom = (page: Page) =>
  page.setZoom(fittingZoom(page.sheet(), document.getElementById("sheet")?.clientWidth ?? 0));

function download(bytes: Uint8Array, name: string): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: XLSX }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

/** The commands of the ribbon's group for files, and of the workbooks that are open. */
export function createFileCommands(page: Page, books: Books): FileCommands {
  const { texts } = page;

  const name = (fileName: string) => {
    books.rename(fileName);
    page.changed();
  };
  const open = async (file: File) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (await openBytes(page, bytes, texts.say.opened(file.name))) name(file.name);
  };
  const save = async () => {
    const [{ writeFileState }, { uncarriedSentence }] = await Promise.all([
      import("../files/write"),
      import("../files/texts"),
    ]);
    try {
      const { bytes, left } = await writeFileState(page.workbook.state, new Date());
      const fileName = books.names()[books.shown()]!;
      download(bytes, fileName);
      page.say([texts.say.saved(fileName), uncarriedSentence(left, page.language, true)].filter(Boolean).join(" "));
    } catch (error) {
      if (!(error instanceof Error) || error.name !== "WorkbookError") throw error;
      page.say(error.message, "warning");
    }
  };
  const sample = async () => {
    page.say(texts.say.starting);
    const { sampleFile } = await import("./sample");
    if (await openBytes(page, await sampleFile(), texts.say.sample)) name("dien-bien-pl02.xlsx");
  };

  return {
    fresh: () => {
      page.setEditing(undefined);
      page.workbook.open(emptyState(texts.firstSheet));
      page.opened();
      books.rename(firstName(texts.bookName));
      page.silence();
    },
    sample: () => void sample(),
    open: (file) => void open(file),
    save: () => void save(),
    addBook: async (bytes) => {
      const read = bytes ? await readBytes(page, bytes) : { state: emptyState(texts.firstSheet), left: "" };
      if (!read) return;
      page.say([texts.say.newBook(books.add(read.state)), read.left].filter(Boolean).join(" "));
    },
    showBook: (at) => {
      page.setEditing(undefined);
      books.show(at);
      page.opened();
      fitZoom(page);
      page.silence();
    },
  };
}
