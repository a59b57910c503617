/** A thousand workbooks of 665 rows through one `bieu check`: time for each, and whether memory grows. */

import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../src/cli/run";
import { planFill } from "../../src/core/fill/fill";
import { layoutForm } from "../../src/core/form/layout";
import { parsePeriod } from "../../src/core/form/period";
import { recognise } from "../../src/core/form/recognise";
import { readFigures } from "../../src/core/table/figures";
import type { CellEdit } from "../../src/core/table/grid";
import { formById } from "../../src/forms";
import { formWorkbook } from "../../src/xlsx/form-sheet";
import { openWorkbook } from "../../src/xlsx/open";
import { applyEdits } from "../../src/xlsx/patch";
import { subject } from "./checking";
import { heading, median, ms, say } from "./measure";

const FILES = 1_000;
/** Files between two looks at the memory. */
const STEP = 100;

/** Prints what a batch costs. */
export async function benchBatch(): Promise<void> {
  heading("Many files");
  const folder = mkdtempSync(join(tmpdir(), "bieu-batch-"));
  try {
    const bytes = await filledWorkbook();
    const paths = Array.from({ length: FILES }, (_, at) => join(folder, `bieu-${String(at).padStart(4, "0")}.xlsx`));
    const model = join(folder, "mau.xlsx");
    writeFileSync(model, bytes);
    for (const path of paths) copyFileSync(model, path);
    const bad = paths[FILES / 2]!;
    writeFileSync(bad, readFileSync(model).subarray(0, 20_000));
    await checkAll(paths);
    peer(paths);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function checkAll(paths: readonly string[]): Promise<void> {
  const times: number[] = [];
  const memory: number[] = [];
  let errors = 0;
  let last = performance.now();
  const out = (line: string) => {
    if (!line.startsWith("== ") && !line.startsWith(`${paths.length}`)) return;
    const now = performance.now();
    times.push(now - last);
    last = now;
    if (times.length % STEP === 0) memory.push(liveMegabytes());
  };
  const started = performance.now();
  const code = await run(["check", ...paths], { out, error: () => (errors += 1), now: () => new Date() });
  const total = performance.now() - started;
  say(`${paths.length} workbooks of 665 rows, one of them cut off, in one bieu check:`);
  say(
    `  ${(total / 1000).toFixed(1)} s, median ${ms(median(times))} a file; exit code ${code}, ${errors} file told as unreadable`,
  );
  say(`  memory in use after every ${STEP} files, collected: ${memory.map((one) => one.toFixed(0)).join(", ")} MB`);
  say(`  most memory of the process: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`);
}

/** What is still held, where the program was started with --expose-gc; what is in use otherwise. */
function liveMegabytes(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed / 1e6;
}

/** The peer: unpacking the same files, the least that reading them takes. */
function peer(paths: readonly string[]): void {
  const some = paths.slice(0, STEP);
  const started = performance.now();
  const { status } = spawnSync("unzip", ["-qqt", some[0]!]);
  if (status !== 0) {
    say("  (unzip is not installed, so there is no peer)");
    return;
  }
  for (const path of some.slice(1)) spawnSync("unzip", ["-qqt", path]);
  say(`  beside it, unzip -t: ${ms((performance.now() - started) / some.length)} a file, each a process of its own`);
}

/** PL02 as published, its derived columns filled with plain formulas. */
async function filledWorkbook(): Promise<Uint8Array> {
  const form = formById("PL02")!;
  const period = parsePeriod("2024-6T")!;
  const unit = "Sở Y tế tỉnh Điện Biên";
  const layout = layoutForm(form, period, unit);
  const metadata = { sheet: layout.name, formId: form.id, version: form.version, period, unit };
  const empty = await formWorkbook(layout, metadata, new Date(0));
  const { grid } = subject(1);
  const inputs = layout.inputs.flatMap(({ column, top, bottom }): CellEdit[] => {
    const rows = Array.from({ length: bottom - top + 1 }, (_, at) => top + at);
    return rows.flatMap((row) => {
      const value = grid.rows[row]?.[column]?.value ?? null;
      return typeof value === "number" || typeof value === "string" ? [{ row, column, value }] : [];
    });
  });
  const typed = applyEdits(empty, layout.name, inputs);
  const book = (await openWorkbook(typed)).grid(layout.name);
  const plan = planFill(readFigures(book, recognise(book, [form])!), "formulas");
  return applyEdits(typed, layout.name, plan.edits);
}
