/** Runs `bieu` in a folder of its own and keeps what it prints. */

import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../../src/cli/run";
import { layoutForm } from "../../src/core/form/layout";
import { parsePeriod } from "../../src/core/form/period";
import type { CellEdit } from "../../src/core/table/grid";
import { formById } from "../../src/forms";
import { applyEdits } from "../../src/xlsx/patch";
import { readData } from "../quality/book";
import { readPublished, typed } from "../support/published";

export const PERIOD = "2024-6T";
export const UNIT = "Sở Y tế tỉnh Điện Biên";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

export interface Desk {
  /** Runs a command; names of files are taken in the desk's folder. */
  readonly bieu: (...args: string[]) => Promise<Ran>;
  readonly path: (name: string) => string;
  readonly read: (name: string) => Uint8Array;
  readonly write: (name: string, content: Uint8Array | string) => string;
}

/** A folder to work in. */
export function desk(): Desk {
  const folder = mkdtempSync(join(tmpdir(), "bieu-"));
  const path = (name: string) => join(folder, name);
  return {
    path,
    read: (name) => new Uint8Array(readFileSync(path(name))),
    write: (name, content) => {
      writeFileSync(path(name), content);
      return path(name);
    },
    bieu: async (...args) => {
      const out: string[] = [];
      const error: string[] = [];
      const io = {
        out: (line: string) => out.push(line),
        error: (line: string) => error.push(line),
        now: () => new Date("2024-07-11"),
      };
      const code = await run(
        args.map((arg) => (/\.(xlsx|html|json|txt)$/.test(arg) ? path(arg) : arg)),
        io,
      );
      return { code, out: out.join("\n"), error: error.join("\n") };
    },
  };
}

/** The edits that put Điện Biên's published inputs into a new PL02. */
export function publishedInputs(): CellEdit[] {
  const layout = layoutForm(formById("PL02")!, parsePeriod(PERIOD)!, UNIT);
  const columns = (["plan", "actual", "samePeriod"] as const).map(
    (role) => layout.columns.find((column) => column.role === role)!.column,
  );
  return readPublished("pl02").flatMap(({ code, figures }) =>
    columns.flatMap((column, index): CellEdit[] => {
      const value = typed(figures[index]!)?.value ?? null;
      return value === null || typeof value === "object" || typeof value === "boolean"
        ? []
        : [{ row: layout.rowOf.get(code)!, column, value }];
    }),
  );
}

/** Makes the PL02 of Điện Biên in a desk: `name` holds the published inputs, nothing derived. */
export async function dienBien(at: Desk, name: string): Promise<void> {
  await at.bieu("new", "PL02", "--ky", PERIOD, "--don-vi", UNIT, "-o", "moi.xlsx", "--ghi-de");
  at.write(name, applyEdits(at.read("moi.xlsx"), "PL02", publishedInputs()));
}

/** As {@link dienBien}, with the published mistakes mended that are listed for the measurement of quality. */
export async function mendedDienBien(at: Desk, name: string): Promise<void> {
  await dienBien(at, name);
  const layout = layoutForm(formById("PL02")!, parsePeriod(PERIOD)!, UNIT);
  const edits = readData("mended.csv").flatMap(([code, role, , to]): CellEdit[] => {
    const row = layout.rowOf.get(code!);
    const { column } = layout.columns.find((one) => one.role === role)!;
    const value = typed(to!)!.value;
    return row === undefined ? [] : [{ row, column, value: typeof value === "number" ? value : to! }];
  });
  at.write(name, applyEdits(at.read(name), "PL02", edits));
}
