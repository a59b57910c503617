/** A menu at a place of the page, by pointer and keys. */

import { useEffect, useLayoutEffect, useRef } from "preact/hooks";

export interface MenuItem {
  readonly text: string;
  readonly run: () => void;
  /** For an item that is on or off. */
  readonly checked?: boolean;
  /** Whether a line stands above the item. */
  readonly parted?: boolean;
}

export interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly x: number;
  readonly y: number;
  readonly close: () => void;
}

export function Menu({ label, items, x, y, close }: MenuProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const menu = box.current!;
    // Within the window, whichever corner was clicked.
    menu.style.left = `${Math.max(4, Math.min(x, window.innerWidth - menu.offsetWidth - 4))}px`;
    menu.style.top = `${Math.max(4, Math.min(y, window.innerHeight - menu.offsetHeight - 4))}px`;
    menu.querySelector<HTMLElement>("button")?.focus();
  }, []);
  useEffect(() => {
    const outside = (event: Event) => {
      if (!box.current?.contains(event.target as Node)) close();
    };
    document.addEventListener("pointerdown", outside, true);
    window.addEventListener("blur", close);
    return () => {
      document.removeEventListener("pointerdown", outside, true);
      window.removeEventListener("blur", close);
    };
  }, []);

  const move = (event: KeyboardEvent) => {
    const buttons = [...box.current!.querySelectorAll<HTMLElement>("button")];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    const steps: Readonly<Record<string, number>> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
    const next = steps[event.key];
    if (event.key === "Escape" || event.key === "Tab") close();
    else if (next === undefined) return;
    else buttons.at(next % buttons.length)?.focus();
    event.preventDefault();
  };

  return (
    <div ref={box} class="menu" role="menu" aria-label={label} onKeyDown={move}>
      {items.map(({ text, run, checked, parted }) => (
        <button
          key={text}
          type="button"
          role={checked === undefined ? "menuitem" : "menuitemcheckbox"}
          aria-checked={checked}
          class={parted ? "parted" : ""}
          tabIndex={-1}
          onClick={() => {
            close();
            run();
          }}
        >
          <span class="tick" aria-hidden>
            {checked ? "✓" : ""}
          </span>
          {text}
        </button>
      ))}
    </div>
  );
}
