/**
 * The main job on a real report, for a newcomer: makes Phụ lục 02 of the first half of 2024, puts Điện Biên's published
 * figures in, fills, checks and reports it, and says where the files are.
 */

import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { layoutForm } from "../core/form/layout";
import { parsePeriod } from "../core/form/period";
import type { CellEdit } from "../core/table/grid";
import { formById } from "../forms";
import { DIEN_BIEN, publishedEdits } from "../forms/samples/dien-bien";
import { applyEdits } from "../xlsx/patch";
import { readInput, writeOutput, type Io } from "./io";
import { run } from "./run";

const FIGURES = join("test", "fixtures", "dien-bien-2024-6t", "pl02.csv");

async function sampleEdits(): Promise<CellEdit[]> {
  const layout = layoutForm(formById(DIEN_BIEN.formId)!, parsePeriod(DIEN_BIEN.period)!, DIEN_BIEN.unit);
  return publishedEdits(await readFile(FIGURES, "utf8"), layout);
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

  await step("new", DIEN_BIEN.formId, "--ky", DIEN_BIEN.period, "--don-vi", DIEN_BIEN.unit, "-o", fresh);
  const edits = await sampleEdits();
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
