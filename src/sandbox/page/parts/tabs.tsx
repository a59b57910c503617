/** The tabs of the sheets. */

import { useEffect, useRef, useState } from "preact/hooks";
import { nameSheet, newSheet, removeSheet, showSheet } from "../state/commands";
import type { Page } from "../state/page";
import { Menu } from "./menu";

export function Tabs({ page }: { readonly page: Page }) {
  const [renaming, setRenaming] = useState<string>();
  const [menu, setMenu] = useState<{ readonly id: string; readonly x: number; readonly y: number }>();
  const { texts, workbook } = page;
  const active = page.sheet().id;
  const sheets = workbook.state.sheets.filter(({ visibility }) => visibility === "Visible");
  const step = (by: number) => {
    const at = sheets.findIndex(({ id }) => id === active);
    const next = sheets[(at + by + sheets.length) % sheets.length]!;
    showSheet(page, next.id);
    document.getElementById(tabId(next.id))?.focus();
  };
  return (
    <div class="tabs">
      <div role="tablist" aria-label={texts.tabs} class="tab-list">
        {sheets.map(({ id, name, tabColor }) => (
          <button
            key={id}
            id={tabId(id)}
            type="button"
            role="tab"
            aria-selected={id === active}
            aria-controls="sheet"
            tabIndex={id === active ? 0 : -1}
            class={id === active ? "tab selected" : "tab"}
            style={tabColor ? { boxShadow: `inset 0 -3px 0 ${tabColor}` } : {}}
            onClick={() => showSheet(page, id)}
            onDblClick={() => setRenaming(id)}
            onContextMenu={(event) => {
              event.preventDefault();
              setMenu({ id, x: event.clientX, y: event.clientY });
            }}
            onKeyDown={(event) => {
              if (event.key === "ArrowRight") step(1);
              else if (event.key === "ArrowLeft") step(-1);
              else if (event.key === "F2") setRenaming(id);
              else if (event.key === "Delete") removeSheet(page, id);
            }}
          >
            {name}
          </button>
        ))}
      </div>
      <button
        type="button"
        class="add-sheet"
        aria-label={texts.addSheet}
        title={texts.addSheet}
        onClick={() => newSheet(page)}
      >
        +
      </button>
      {renaming !== undefined && <Rename page={page} id={renaming} close={() => setRenaming(undefined)} />}
      {menu && (
        <Menu
          label={texts.tabs}
          x={menu.x}
          y={menu.y}
          close={() => setMenu(undefined)}
          items={[
            { text: texts.addSheet, run: () => newSheet(page) },
            { text: texts.renameSheet, run: () => setRenaming(menu.id) },
            { text: texts.deleteSheet, run: () => removeSheet(page, menu.id) },
          ]}
        />
      )}
    </div>
  );
}

const tabId = (id: string): string => `tab-${id.replace(/[^\w-]/g, "")}`;

function Rename({ page, id, close }: { readonly page: Page; readonly id: string; readonly close: () => void }) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => box.current?.select(), []);
  const finish = (name: string) => {
    close();
    nameSheet(page, id, name.trim());
  };
  return (
    <input
      ref={box}
      class="rename"
      aria-label={page.texts.sheetName}
      maxLength={31}
      defaultValue={page.workbook.sheet(id)?.name ?? ""}
      onKeyDown={(event) => {
        if (event.key === "Enter") finish(event.currentTarget.value);
        if (event.key === "Escape") close();
      }}
      onBlur={close}
    />
  );
}
