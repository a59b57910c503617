/** Every file of the corpus through every command: a clear sentence or a right result, in bounded time, nothing lost. */

import { CONTAINERS } from "./corpus/containers";
import { CELLS, CODE_COLUMNS, LINKS, SIZES, TEXTS, XML_BOMBS } from "./corpus/sheets";
import type { HostileFile } from "./corpus/case";
import { HEAVIEST } from "./corpus/heaviest";
import { COMMANDS, PATIENCE, runOn } from "./corpus/run";

jest.setTimeout(10 * PATIENCE);

/** Commands that need a table; without one they refuse. */
const NEEDS_TABLE = /Không thấy biểu nào|không có trang Phiếu kiểm tra/;

/**
 * The commands that a file goes through: a file that is refused through all of them, one that is read through both checks
 * and a third of the others, in turn, so that each command meets many files.
 */
function commandsFor({ outcome, heavy }: HostileFile, nth: number): string[] {
  if (heavy) return ["check"];
  const all = Object.keys(COMMANDS);
  if (outcome.kind !== "read") return all;
  return all.filter((command, at) => command === "check" || command === "json" || at % 3 === nth % 3);
}

async function goThrough(file: HostileFile, nth: number): Promise<void> {
  const { bytes: make, outcome } = file;
  const bytes = new Uint8Array(await make());
  for (const command of commandsFor(file, nth)) {
    const ran = await runOn(bytes, command);
    if (outcome.kind === "refused") {
      expect([command, ran.code, ran.error]).toEqual([command, 2, expect.stringMatching(outcome.says)]);
    } else if (outcome.kind === "no-table" && command !== "freeze") {
      expect([command, ran.code, ran.error]).toEqual([command, 2, expect.stringMatching(NEEDS_TABLE)]);
    } else if (outcome.kind === "read" && (command === "check" || command === "json")) {
      expect([command, ran.code, ran.error]).toEqual([command, expect.any(Number), ""]);
      if (command === "json") for (const rule of outcome.finds ?? []) expect(ran.out).toContain(`"rule": "${rule}"`);
    }
  }
}

const CORPUS = {
  containers: CONTAINERS,
  "XML bombs": XML_BOMBS,
  sizes: SIZES,
  cells: CELLS,
  texts: TEXTS,
  "codes of ours": CODE_COLUMNS,
  "links and macros": LINKS,
};

// The heaviest go through the built program (bounded.test.ts).
const tried = Object.entries(CORPUS).flatMap(([kind, files]) =>
  files.flatMap((file, nth) => (HEAVIEST.includes(file.name) ? [] : [[kind, file.name, file, nth] as const])),
);

test.each(tried)("%s: %s", async (_kind, _name, file, nth) => {
  await goThrough(file, nth);
});
