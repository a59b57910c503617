/** The task pane: for now, it checks a file chosen from the computer. */

import { TEXTS } from "./texts.vi";

const byId = (id: string) => document.getElementById(id)!;

function paragraphs(texts: readonly string[]): HTMLElement[] {
  return texts.map((text) => {
    const paragraph = document.createElement("p");
    paragraph.textContent = text;
    return paragraph;
  });
}

/** Checks the chosen file and shows what was found; whatever happens, another file can be chosen. */
async function onChosen(input: HTMLInputElement): Promise<void> {
  const file = input.files?.[0];
  if (!file) return;
  const status = byId("status");
  const main = byId("main");
  status.textContent = TEXTS.checking(file.name);
  input.disabled = true;
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const [{ checkFile }, { tableView }] = await Promise.all([import("./check-file"), import("./findings-view")]);
    const checked = await checkFile(bytes);
    if (typeof checked === "string") main.replaceChildren(...paragraphs([checked]));
    else if (checked.length === 0) main.replaceChildren(...paragraphs([TEXTS.noTable]));
    else main.replaceChildren(...checked.map(tableView));
  } catch {
    main.replaceChildren(...paragraphs([TEXTS.failed]));
  } finally {
    status.textContent = file.name;
    input.disabled = false;
    // The same file may be chosen again after it was mended.
    input.value = "";
    byId("choose").textContent = TEXTS.chooseAnother;
    main.scrollTop = 0;
  }
}

byId("choose").textContent = TEXTS.choose;
byId("main").replaceChildren(...paragraphs(TEXTS.welcome));
byId("file").addEventListener("change", (event) => void onChosen(event.target as HTMLInputElement));
