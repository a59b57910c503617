/**
 * The main job on a real report, for a newcomer: makes Phụ lục 02 of the first half of 2024, puts Điện Biên's published
 * figures in, fills, checks and reports it, and says where the files are.
 */

import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import Papa from "papaparse";
import { layoutForm } from "../core/form/layout";
import { parsePeriod } from "../core/form/period";
import { readFigure } from "../core/number";
import type { CellEdit } from "../core/table/grid";
import { formById } from "../forms";
import { applyEdits } from "../xlsx/patch";
import { readInput, writeOutput, type Io } from "./io";
import { run } from "./run";

const PERIOD = "2024-6T";
const UNIT = "Sở Y tế tỉnh Điện Biên";
const FIGURES = join("test", "fixtures", "dien-bien-2024-6t", "pl02.csv");
/** The published figures' columns: Mã số, TT, Chỉ tiêu, then these. */
const ROLES = ["plan", "actual", "samePeriod"] as const;
const FIRST_FIGURE = 3;

/** What a published cell holds when typed into Excel: a number where it is one, else its text. */
function typed(text: string): number | string | null {
  const figure = readFigure(text, { separators: "vi" });
  if (figure.kind === "number") return figure.value;
  return text === "" ? null : text;
}

async function publishedEdits(): Promise<CellEdit[]> {
  const layout = layoutForm(formById("PL02")!, parsePeriod(PERIOD)!, UNIT);
  const [, ...lines] = Papa.parse<string[]>(await readFile(FIGURES, "utf8"), {
    delimiter: ";",
    skipEmptyLines: true,
  }).data;
  return lines.flatMap((line) =>
    ROLES.flatMap((role, index): CellEdit[] => {
      const row = layout.rowOf.get(line[0]!);
      const column = layout.columns.find((one) => one.role === role)?.column;
      const value = typed(line[FIRST_FIGURE + index] ?? "");
      return row === undefined || column === undefined || value === null ? [] : [{ row, column, value }];
    }),
  );
}

async function tour(folder: string, io: Io): Promise<number> {
  await mkdir(folder, { recursive: true });
  const at = (name: string) => join(folder, name);
  const step = async (...args: string[]) => {
    io.out(`\n$ bieu ${args.map((arg) => (arg.includes(" ") ? `"${arg}"` : arg)).join(" ")}`);
    return run(args, io);
  };
  const [fresh, entered, filled, plain, page] = [
    at("1-bieu-moi.xlsx"),
    at("2-da-nhap-so.xlsx"),
    at("3-da-dien.xlsx"),
    at("3-da-dien-cong-thuc.xlsx"),
    at("4-ket-qua.html"),
  ];
  for (const path of [fresh, entered, filled, plain, page]) await rm(path, { force: true });

  await step("new", "PL02", "--ky", PERIOD, "--don-vi", UNIT, "-o", fresh);
  const edits = await publishedEdits();
  await writeOutput(entered, applyEdits(await readInput(fresh), "PL02", edits), true);
  io.out(`\nĐã nhập ${edits.length} số đã công bố của Điện Biên vào ${entered}.`);
  await step("fill", entered, "-o", filled);
  await step("fill", entered, "-o", plain, "--cach", "cong-thuc");
  await step("check", filled);
  await step("report", filled);
  await step("report", filled, "--html", "-o", page);
  io.out("\nCác tệp (mở .xlsx bằng Excel, WPS hoặc LibreOffice):");
  for (const path of [fresh, entered, filled, plain, page]) io.out(`  ${path}`);
  return 0;
}

const io: Io = {
  out: (line) => process.stdout.write(`${line}\n`),
  error: (line) => process.stderr.write(`${line}\n`),
  now: () => new Date(),
};

tour(process.argv[2] ?? "out", io)
  .then((code) => {
    process.exitCode = code;
  })
  .catch((error: unknown) => {
    io.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  });
