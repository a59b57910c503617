/** The page: ribbon, formula bar, grid, tabs and, at the right, the pane. */

import { useEffect, useMemo, useReducer, useState } from "preact/hooks";
import type { Host } from "../host";
import { createClipboard } from "./clipboard/clipboard";
import type { Conditions } from "./grid/conditions";
import { Grid, focusGrid } from "./grid/grid";
import { cellMenu } from "./parts/cell-menu";
import { BookBar } from "./parts/book-bar";
import { Faults } from "./parts/faults";
import { FormulaBar } from "./parts/formula-bar";
import { Menu } from "./parts/menu";
import { CellNote } from "./parts/note";
import { Pane, focusPane } from "./parts/pane";
import { Ribbon, type FileCommands } from "./parts/ribbon";
import { StatusBar } from "./parts/status-bar";
import { Tabs } from "./parts/tabs";
import type { Books } from "./state/books";
import type { Page } from "./state/page";

export interface AppProps {
  readonly page: Page;
  readonly host: Host;
  readonly conditions: Conditions;
  readonly files: FileCommands;
  readonly books: Books;
  /** The requirement set that the pane finds at first; undefined for the newest. */
  readonly excelApi: string | undefined;
  /** Tells the host which requirement set the pane, loaded anew, is to find. */
  readonly setExcelApi: (version: string | undefined) => void;
}

export function App({ page, host, conditions, files, books, excelApi: firstApi, setExcelApi }: AppProps) {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const [paneShown, setPaneShown] = useState(true);
  const [load, setLoad] = useState(0);
  const [excelApi, rememberExcelApi] = useState(firstApi);
  const [menu, setMenu] = useState<{ readonly x: number; readonly y: number }>();
  const clipboard = useMemo(() => createClipboard(page), [page]);
  useEffect(() => page.subscribe(() => redraw(0)), [page]);
  const { texts } = page;
  const message = page.message();

  const command = (name: "bieuFill" | "bieuCheck") => {
    if (host.runRibbonCommand(name)) setPaneShown(true);
    else page.say(texts.say.commandMissing, "warning");
  };
  const restartPane = (version: string | undefined) => {
    setExcelApi(version);
    rememberExcelApi(version);
    setLoad((count) => count + 1);
  };
  const closeMenu = () => {
    setMenu(undefined);
    focusGrid();
  };

  return (
    <div class="app">
      <header>
        <p class="what-it-is">{texts.what}</p>
        <Ribbon
          page={page}
          paneOpen={paneShown}
          togglePane={() => setPaneShown(!paneShown)}
          command={command}
          files={files}
          faults={<Faults page={page} host={host} excelApi={excelApi} setExcelApi={restartPane} />}
        />
      </header>
      <main>
        <h1 class="unseen">{texts.title}</h1>
        <section class="book">
          <BookBar books={books} label={texts.books} show={files.showBook} />
          <FormulaBar page={page} backToGrid={focusGrid} />
          <div class={message?.kind === "warning" ? "message warning" : "message"} role="status" hidden={!message}>
            <span>{message?.text}</span>
            {message && (
              <button type="button" aria-label={texts.dismiss} title={texts.dismiss} onClick={page.silence}>
                ✕
              </button>
            )}
          </div>
          <div class="sheet" id="sheet" role="tabpanel" aria-label={page.sheet().name}>
            <Grid
              page={page}
              conditions={conditions}
              clipboard={clipboard}
              revision={page.revision()}
              openMenu={setMenu}
              leave={focusPane}
            />
            <CellNote page={page} />
          </div>
          <Tabs page={page} />
          <StatusBar page={page} />
        </section>
        <Pane
          texts={texts}
          shown={paneShown}
          load={page.book() === 0 ? undefined : `${page.book()}.${load}`}
          close={() => setPaneShown(false)}
        />
      </main>
      {menu && <Menu label={texts.menu.label} items={cellMenu(page, clipboard)} {...menu} close={closeMenu} />}
    </div>
  );
}
