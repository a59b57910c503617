/** LibreOffice as a judge of our files. Its tests run where it is installed; a continuous-integration run must have it. */

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const installed = spawnSync("soffice", ["--version"]).status === 0;
if (!installed && process.env["CI"])
  throw new Error("LibreOffice is needed in continuous integration: install libreoffice-calc");
export const inLibreOffice = installed ? describe : describe.skip;

/** A profile that calculates every file anew on opening, whatever results it holds. */
const RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

const FILTERS = { xlsx: "xlsx:Calc MS Excel 2007 XML", pdf: "pdf" } as const;

/** Opens workbooks in LibreOffice, has them calculate, and gives the places of the files that it makes of them. */
function convertedFiles(files: readonly Uint8Array[], to: keyof typeof FILTERS): string[] {
  const folder = mkdtempSync(join(tmpdir(), "bieu-lo-"));
  mkdirSync(join(folder, "profile", "user"), { recursive: true });
  writeFileSync(join(folder, "profile", "user", "registrymodifications.xcu"), RECALCULATE);
  const names = files.map((bytes, at) => {
    writeFileSync(join(folder, `${at}.xlsx`), bytes);
    return join(folder, `${at}.xlsx`);
  });
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  const out = ["--outdir", join(folder, "out"), ...names];
  const { status, stderr } = spawnSync("soffice", [profile, "--headless", "--convert-to", FILTERS[to], ...out], {
    timeout: 120_000,
  });
  if (status !== 0) throw new Error(`LibreOffice: ${stderr.toString()}`);
  return files.map((_, at) => join(folder, "out", `${at}.${to}`));
}

/** Opens a workbook in LibreOffice, has it calculate, and gives the place of the file that it makes of it. */
export const convertedFile = (bytes: Uint8Array, to: keyof typeof FILTERS): string => convertedFiles([bytes], to)[0]!;

/** The workbooks that LibreOffice saves after opening some, all in one start of it. */
export const allThroughLibreOffice = (files: readonly Uint8Array[]): Uint8Array[] =>
  convertedFiles(files, "xlsx").map((path) => new Uint8Array(readFileSync(path)));

/** The workbook that LibreOffice saves after opening one. */
export const throughLibreOffice = (bytes: Uint8Array): Uint8Array => allThroughLibreOffice([bytes])[0]!;
