/**
 * What the adapter asks of Excel for PL02: round trips and bytes of its requests and answers, through the real Office.js and
 * our host. The peer is the same work as Office.js is often written: a range object for every cell.
 */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkTable } from "../../src/core/check/engine";
import { planFill } from "../../src/core/fill/fill";
import { layoutForm, type SheetLayout } from "../../src/core/form/layout";
import { metadataProperty } from "../../src/core/form/metadata";
import { parsePeriod } from "../../src/core/form/period";
import { readFigures } from "../../src/core/table/figures";
import { address, placeOf, type CellEdit } from "../../src/core/table/grid";
import { recogniseSheet } from "../../src/core/workbook/adopt";
import { NO_MEMORY } from "../../src/core/workbook/memory";
import { createExcelPort } from "../../src/excel/port";
import { publishedEdits, DIEN_BIEN } from "../../src/forms/samples/dien-bien";
import type { Host } from "../../src/sandbox/host";
import { openOffice } from "../support/office";
import { heading, kilobytes, say } from "./measure";
import { repeated } from "./repeated-form";

const FIXTURE = join("test", "fixtures", "dien-bien-2024-6t", "pl02.csv");
const PERIOD = parsePeriod(DIEN_BIEN.period)!;

/** The published figures once for every repetition of the form. */
function figures(layout: SheetLayout, times: number): CellEdit[] {
  const csv = readFileSync(FIXTURE, "utf8");
  if (times === 1) return publishedEdits(csv, layout);
  const [header, ...lines] = csv.trim().split("\n");
  const copies = Array.from({ length: times }, (_, copy) =>
    lines.map((line) => line.replace(/^[^;]+/, (code) => `${code}_R${copy}`)),
  ).flat();
  return publishedEdits([header, ...copies].join("\n"), layout);
}

/** Does something and prints what went over the wire for it; the library's own batches of clean-up are not counted. */
async function counted<T>(host: Host, name: string, act: () => Promise<T>): Promise<T> {
  host.resetTraffic();
  const result = await act();
  const { batches, cleanUps, bytesIn, bytesOut } = host.traffic;
  say(
    `  ${name.padEnd(52)} round trips ${String(batches - cleanUps).padStart(2)}, requests ${kilobytes(bytesIn).padStart(9)}, answers ${kilobytes(bytesOut).padStart(9)}`,
  );
  return result;
}

async function story(times: number): Promise<void> {
  const form = repeated(times);
  const layout = layoutForm(form, PERIOD, DIEN_BIEN.unit);
  const office = await openOffice();
  const { host } = office;
  const port = createExcelPort();
  try {
    say(`PL02${times === 1 ? "" : ` ${times} times over`}, ${form.rows.length} rows:`);
    const edits = figures(layout, times);
    const metadata = {
      sheet: layout.name,
      formId: form.id,
      version: form.version,
      period: PERIOD,
      unit: DIEN_BIEN.unit,
    };
    const sheet = await counted(host, "making the sheet, with its figures", () =>
      port.createSheet({ layout, edits, properties: [metadataProperty(metadata, 0)] }),
    );
    const snapshot = await counted(host, "reading", () => port.read());
    const adoption = recogniseSheet(snapshot, NO_MEMORY, [form]);
    if (adoption.kind !== "ours") throw new Error(`The sheet was read as ${adoption.kind}`);
    const table = readFigures(snapshot.grid, adoption.binding);
    const plan = planFill(table, "formulas");
    await counted(host, `filling: writing ${plan.edits.length} formulas`, () =>
      port.write({ sheet: sheet.id, edits: plan.edits }),
    );
    const again = await counted(host, "checking: reading again", () => port.read());
    const { findings } = checkTable(again.grid, adoption.binding);
    const marks = findings.flatMap(({ cell, level }) => {
      const place = placeOf(cell);
      return place ? [{ ...place, level }] : [];
    });
    await counted(host, `marking ${marks.length} findings, when asked for`, () => port.mark(sheet.id, marks));
    await counted(host, "peer: reading with a range object for every cell", () =>
      office.Excel.run(async (context) => {
        const active = context.workbook.worksheets.getActiveWorksheet();
        for (let row = 0; row < snapshot.grid.rows.length; row += 1) {
          for (let column = 0; column < layout.columns.length; column += 1) {
            active.getCell(row, column).load("values,formulas,numberFormat");
          }
        }
        await context.sync();
      }),
    );
    await counted(host, "peer: filling with a range object for every cell", () =>
      office.Excel.run(async (context) => {
        const active = context.workbook.worksheets.getActiveWorksheet();
        for (const edit of plan.edits) {
          active.getRange(address(edit.row, edit.column)).formulas = [[edit.formula ?? edit.value]];
        }
        await context.sync();
      }),
    );
  } finally {
    office.close();
  }
}

/** Prints round trips and bytes of making, reading, filling and checking PL02, and a form of five times its rows. */
export async function benchRequests(): Promise<void> {
  heading("Requests to Excel");
  await story(1);
  await story(5);
}
