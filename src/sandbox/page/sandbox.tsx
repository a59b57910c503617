/**
 * Starts the page. `?lang=en` speaks English, `?so=trong` begins with an empty workbook, `?api=1.12` is an Excel that has
 * no newer requirement set.
 */

import { render } from "preact";
import { createHost } from "../host";
import type { FunctionMetadata } from "../host/custom-functions";
import { App } from "./app";
import { createFileCommands } from "./file-commands";
import { createConditions } from "./grid/conditions";
import { createEvaluator } from "./grid/evaluate";
import { focusGrid } from "./grid/grid";
import type { PaneHost } from "./pane-host";
import { createBooks } from "./state/books";
import { createPage } from "./state/page";
import { textsOf } from "./texts";

const query = new URLSearchParams(window.location.search);
const language = query.get("lang") === "en" ? "en" : "vi";
const locale = language === "en" ? "en-US" : "vi-VN";

const host = createHost({ firstSheet: textsOf(language).firstSheet });
const page = createPage(host.workbook, language, {
  onEditing: (editing) => {
    host.faults.cellEdit = editing;
  },
});
const conditions = createConditions(createEvaluator(host));
host.workbook.onChange(conditions.forget);

let excelApi = query.get("api") ?? undefined;
let detach: (() => void) | undefined;
const paneHost: PaneHost = {
  host,
  attach: (frame) => {
    detach?.();
    detach = host.attach(frame, { locale, ...(excelApi !== undefined && { excelApi }) });
  },
  leave: focusGrid,
};
Object.assign(window, { bieuHost: paneHost });

const books = createBooks(host.workbook, page.texts.bookName);
const files = createFileCommands(page, books);
host.onNewWindow((bytes) => void files.addBook(bytes));
const empty = query.get("so") === "trong";
if (empty) page.opened();
document.documentElement.lang = language;
document.title = page.texts.title;
const root = document.getElementById("app")!;
root.replaceChildren();
render(
  <App
    page={page}
    host={host}
    conditions={conditions}
    files={files}
    books={books}
    excelApi={excelApi}
    setExcelApi={(version) => {
      excelApi = version;
    }}
  />,
  root,
);

void fetch("functions.json")
  .then((answer) => answer.json() as Promise<FunctionMetadata>)
  .then((metadata) => {
    host.customFunctions.metadata = metadata;
    host.workbook.recalculateAll();
  });
if (!empty) files.sample();
