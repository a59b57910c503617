/** The ribbon: the add-in's own group as its manifest has it, and what a user of Excel does in the stories we try. */

import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import { sortRows, toggleProtection } from "../state/commands";
import type { Page } from "../state/page";
import { Icon, type IconName } from "./icons";

export interface RibbonProps {
  readonly page: Page;
  readonly paneOpen: boolean;
  readonly togglePane: () => void;
  readonly command: (name: "bieuFill" | "bieuCheck") => void;
  readonly files: FileCommands;
  readonly faults: ComponentChildren;
}

export interface FileCommands {
  readonly fresh: () => void;
  readonly sample: () => void;
  readonly open: (file: File) => void;
  readonly save: () => void;
  /** A workbook that the add-in opens: it waits behind the one that is shown. */
  readonly addBook: (bytes: Uint8Array | undefined) => Promise<void>;
  readonly showBook: (at: number) => void;
}

interface ButtonProps {
  readonly icon: IconName;
  readonly text: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly main?: boolean;
}

function Button({ icon, text, onClick, disabled = false, pressed, main = false }: ButtonProps) {
  return (
    <button
      type="button"
      class={main ? "command main" : "command"}
      disabled={disabled}
      aria-pressed={pressed}
      onClick={onClick}
    >
      <Icon name={icon} />
      <span>{text}</span>
    </button>
  );
}

function Group({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <div class="group" role="group" aria-label={name}>
      <div class="commands">{children}</div>
      <div class="group-name" aria-hidden>
        {name}
      </div>
    </div>
  );
}

export function Ribbon({ page, paneOpen, togglePane, command, files, faults }: RibbonProps) {
  const { ribbon } = page.texts;
  const chooser = useRef<HTMLInputElement>(null);
  const isProtected = page.sheet().protection !== null;
  return (
    <div class="ribbon" role="toolbar" aria-label={ribbon.label}>
      <Group name={ribbon.addin}>
        <Button icon="pane" text={ribbon.pane} onClick={togglePane} pressed={paneOpen} main />
        <Button icon="fill" text={ribbon.fill} onClick={() => command("bieuFill")} main />
        <Button icon="check" text={ribbon.check} onClick={() => command("bieuCheck")} main />
      </Group>
      <Group name={ribbon.file}>
        <Button icon="fresh" text={ribbon.fresh} onClick={files.fresh} />
        <Button icon="sample" text={ribbon.sample} onClick={files.sample} />
        <Button icon="open" text={ribbon.open} onClick={() => chooser.current?.click()} />
        <Button icon="save" text={ribbon.save} onClick={files.save} />
        <input
          ref={chooser}
          id="file"
          type="file"
          accept=".xlsx"
          aria-label={ribbon.open}
          tabIndex={-1}
          class="unseen"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = "";
            if (file) files.open(file);
          }}
        />
      </Group>
      <Group name={ribbon.edit}>
        <Button
          icon="undo"
          text={ribbon.undo}
          onClick={() => page.workbook.undo()}
          disabled={!page.workbook.canUndo()}
        />
        <Button
          icon="redo"
          text={ribbon.redo}
          onClick={() => page.workbook.redo()}
          disabled={!page.workbook.canRedo()}
        />
      </Group>
      <Group name={ribbon.sheet}>
        <Button icon="sortUp" text={ribbon.sortUp} onClick={() => sortRows(page, "up")} />
        <Button icon="sortDown" text={ribbon.sortDown} onClick={() => sortRows(page, "down")} />
        <Button
          icon="lock"
          text={isProtected ? ribbon.unprotect : ribbon.protect}
          onClick={() => toggleProtection(page)}
          pressed={isProtected}
        />
      </Group>
      <Group name={ribbon.try}>{faults}</Group>
    </div>
  );
}
