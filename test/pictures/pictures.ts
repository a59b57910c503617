/**
 * `npm run pictures`: the pictures of README and guide, taken of the real pane in the sandbox, with what each shows in words (docs/images/shown.json).
 * `npm run pictures -- --check` takes them into a folder of its own and ends with 1 where a page shows other words than the pictures that are kept: then
 * they are to be taken anew.
 */

import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startSandbox, type Sandbox } from "../support/sandbox";
import { pictures } from "./scenes";

const KEPT = join(__dirname, "..", "..", "docs", "images");
const SHOWN = "shown.json";

type Shown = Readonly<Record<string, readonly string[]>>;

async function take(sandbox: Sandbox, folder: string): Promise<Shown> {
  const shown: Record<string, string[]> = {};
  for await (const { name, picture, words } of pictures(sandbox)) {
    writeFileSync(join(folder, `${name}.png`), picture);
    shown[name] = words;
    process.stdout.write(`${name}.png\n`);
  }
  return shown;
}

/** The lines that are on one side only. */
function differences(kept: Shown, now: Shown): string[] {
  const names = [...new Set([...Object.keys(kept), ...Object.keys(now)])];
  return names.flatMap((name) => {
    const [before, after] = [kept[name] ?? [], now[name] ?? []];
    return [
      ...before.filter((line) => !after.includes(line)).map((line) => `${name}: - ${line}`),
      ...after.filter((line) => !before.includes(line)).map((line) => `${name}: + ${line}`),
    ];
  });
}

async function main(check: boolean): Promise<number> {
  const folder = check ? mkdtempSync(join(tmpdir(), "bieu-pictures-")) : KEPT;
  mkdirSync(folder, { recursive: true });
  const sandbox = await startSandbox();
  const shown = await take(sandbox, folder).finally(() => sandbox.close());
  if (!check) {
    writeFileSync(join(KEPT, SHOWN), `${JSON.stringify(shown, null, 2)}\n`);
    return 0;
  }
  const different = differences(JSON.parse(readFileSync(join(KEPT, SHOWN), "utf8")) as Shown, shown);
  for (const line of different) process.stdout.write(`${line}\n`);
  process.stdout.write(
    different.length === 0 ? "The pictures show what the pane shows.\n" : "Take them anew: npm run pictures\n",
  );
  return different.length === 0 ? 0 : 1;
}

main(process.argv.includes("--check"))
  .then((code) => process.exit(code))
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exit(1);
  });
