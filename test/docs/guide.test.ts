/** The commands that the guide and the README show, run in their order, on Điện Biên's figures where the reader would have typed his own. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkFigures } from "../../src/core/check/engine";
import { explainFindings, withExplanation, type Explanation } from "../../src/core/check/explanations";
import { memoryText, NO_MEMORY, setExplanations } from "../../src/core/workbook/memory";
import { openTables } from "../../src/cli/tables";
import { putMemory } from "../../src/xlsx/memory";
import { desk, mendedDienBien, type Desk } from "../cli/support";

/** The words of a line of shell, quotes taken off. */
const words = (line: string) => [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!);

/** Every command of `bieu` in the blocks of a page, in order. */
function commandsOf(page: string): string[][] {
  const text = readFileSync(join(__dirname, "..", "..", page), "utf8");
  return [...text.matchAll(/```sh\n([\s\S]*?)```/g)]
    .flatMap(([, block]) => block!.split("\n"))
    .filter((line) => /^(npx --no-install )?bieu /.test(line))
    .map((line) => words(line.replace(/^npx --no-install /, "")).slice(1));
}

/** Gives every warning that is still open a reason, as the reader goes on to do after the one that is shown. */
async function explainTheRest(at: Desk, name: string): Promise<void> {
  const { tables, memory } = await openTables(at.path(name));
  const table = tables[0]!;
  let given: readonly Explanation[] = [];
  for (const finding of explainFindings(checkFigures(table), table, []).open) {
    if (finding.level !== "warning") continue;
    given = withExplanation(given, finding, table, { text: "Theo quyết định", at: "2024-07-10T00:00:00Z", stale: [] });
  }
  expect(memory).toBeDefined();
  at.write(name, putMemory(at.read(name), memoryText(setExplanations(NO_MEMORY, table.grid.sheet, given))));
}

test("the guide's commands lead from an empty Biểu to a copy that is verified", async () => {
  const at = desk();
  const ran: string[] = [];
  await mendedDienBien(at, "da-nhap.xlsx");
  for (const args of commandsOf("docs/huong-dan.md")) {
    const { code, out, error } = await at.bieu(...args);
    ran.push(args[0]!);
    expect({ args, error, out: code > 1 ? out : "" }).toEqual({ args, error: "", out: "" });
    // Warnings stand until they are explained; everything else must be done.
    expect({ args, code }).toEqual({ args, code: args[0] === "check" ? 1 : 0 });
    if (args[0] === "explain") await explainTheRest(at, args.at(-1)!);
  }
  expect(ran).toEqual("new fill check explain report sentences report submit verify".split(" "));
  expect(existsSync(at.path("nop.xlsx"))).toBe(true);
});

test("the README's commands do what they say", async () => {
  const at = desk();
  const commands = commandsOf("README.md");
  expect(commands.length).toBeGreaterThan(5);
  for (const args of commands) {
    const { code, error } = await at.bieu(...args);
    expect({ args, code, error }).toEqual({ args, code: args[0] === "check" ? 1 : 0, error: "" });
  }
});
