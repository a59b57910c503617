/**
 * The mapping file (ánh xạ) that says which data element of a DHIS2 server an indicator is: a table of a line for each
 * thing, edited in a spreadsheet, filled by the person who knows the server. See docs/ban-nop.md.
 */

import Papa from "papaparse";
import { parsePeriod, periodCode, type Period } from "../form/period";
import { withoutPlaces } from "../form/template";
import type { Form } from "../form/types";
import { fold, tidy } from "../text/fold";

const HEADER = ["Loại", "Mã số", "Số liệu", "Tên", "Mã DHIS2", "Mã phân nhóm"] as const;

/** What a line maps, by its first column, folded. */
const KINDS: Readonly<Record<string, "unit" | "period" | "dataSet" | "indicator">> = {
  "don vi": "unit",
  ky: "period",
  "bo du lieu": "dataSet",
  "chi tieu": "indicator",
};

/** An indicator's figure, of one measure, as DHIS2 knows it. */
export interface MappedElement {
  readonly code: string;
  readonly measure: string;
  readonly dataElement: string;
  readonly categoryOptionCombo?: string;
}

export interface Dhis2Mapping {
  readonly dataSet?: string;
  /** Organisation units by the unit's name, folded. */
  readonly units: ReadonlyMap<string, string>;
  /** Periods by their codes, where they are not what follows from the calendar. */
  readonly periods: ReadonlyMap<string, string>;
  readonly elements: readonly MappedElement[];
}

export interface MappingProblem {
  /** Line of the file, from 1. */
  readonly line: number;
  readonly message: string;
}

/** A DHIS2 identifier: a letter, then ten letters or digits. */
const UID = /^[A-Za-z][A-Za-z0-9]{10}$/;

/** Periods of DHIS2 that a report may be of: year, half, quarter, month, or a day. */
const DHIS2_PERIOD =
  /^(?:19|20)\d{2}(?:S[12]|Q[1-4]|(?:0[1-9]|1[0-2])(?:\d{2})?|April|July|Oct|Nov|AprilS[12]|NovS[12])?$/;

/** The DHIS2 period of the calendar; undefined for nine months, which DHIS2 has not. */
export function dhis2Period(period: Period): string | undefined {
  switch (period.span) {
    case "half":
      return `${period.year}S1`;
    case "quarter":
      return `${period.year}Q${period.quarter}`;
    case "year":
      return String(period.year);
    case "nine":
      return undefined;
  }
}

/** The file to fill in: every indicator of a form, and the lines for unit, data set and period. */
export function mappingTemplate(form: Form, given: { readonly unit?: string; readonly period?: Period } = {}): string {
  const { unit = "", period } = given;
  const lines = [
    [...HEADER],
    ["Bộ dữ liệu", "", "", withoutPlaces(form.title), "", ""],
    ["Đơn vị", "", "", unit, "", ""],
    ...(period ? [["Kỳ", periodCode(period), "", "", dhis2Period(period) ?? "", ""]] : []),
    ...form.indicators
      .filter(({ kind }) => kind !== "text")
      .flatMap(({ code, label }) =>
        form.measures.map(({ id, label: of }) => [
          "Chỉ tiêu",
          code,
          id,
          of === "" ? label : `${label} (${of})`,
          "",
          "",
        ]),
      ),
  ];
  // The mark in front tells Excel that the file is UTF-8; the semicolon is what it expects in Vietnam.
  return `\ufeff${Papa.unparse(lines, { delimiter: ";", newline: "\r\n", escapeFormulae: true })}\r\n`;
}

/**
 * Reads a mapping that somebody filled in. Lines without a DHIS2 identifier are not mapped; that is no problem.
 *
 * @param forms whose codes the lines may name
 * @returns every problem, line by line; the mapping is of use only where there is none
 */
export function readMapping(
  text: string,
  forms: readonly Form[],
): { readonly mapping: Dhis2Mapping; readonly problems: readonly MappingProblem[] } {
  const clean = text.replace(/^\ufeff/, "");
  const [first = ""] = clean.split(/\r?\n/, 1);
  const delimiter = [";", ",", "\t"].find((mark) => first.split(mark).length >= HEADER.length - 1) ?? ";";
  const { data } = Papa.parse<string[]>(clean, { delimiter });
  const units = new Map<string, string>();
  const periods = new Map<string, string>();
  const elements: MappedElement[] = [];
  const problems: MappingProblem[] = [];
  let dataSet: string | undefined;
  const taken = new Map<string, number>();
  if (fold(data[0]?.[0] ?? "") !== fold(HEADER[0])) {
    return { mapping: { units, periods, elements }, problems: [{ line: 1, message: headerProblem }] };
  }
  data.slice(1).forEach((cells, index) => {
    const line = index + 2;
    const [kindText = "", code = "", measure = "", name = "", id = "", combo = ""] = cells.map(cellOf);
    if ([kindText, code, measure, name, id, combo].every((one) => one === "")) return;
    const problem = (message: string) => void problems.push({ line, message });
    const kind = Object.hasOwn(KINDS, fold(kindText)) ? KINDS[fold(kindText)] : undefined;
    if (!kind) return problem(`“${kindText}” không phải Bộ dữ liệu, Đơn vị, Kỳ hay Chỉ tiêu.`);
    if (kind === "indicator" && !knows(forms, code, measure)) {
      return problem(`không có chỉ tiêu ${code}${measure === "" ? "" : `, số liệu ${measure}`} trong biểu.`);
    }
    const period = kind === "period" ? parsePeriod(code) : undefined;
    if (kind === "period" && !period) return problem(`kỳ “${code}” không đọc được; viết như 2024-6T.`);
    if (id === "") return combo === "" ? undefined : problem("có mã phân nhóm nhưng thiếu mã DHIS2.");
    if (kind !== "period" && !UID.test(id)) return problem(uidProblem(id));
    if (combo !== "" && !UID.test(combo)) return problem(uidProblem(combo));
    const said = kind === "unit" ? fold(name) : kind === "period" ? periodCode(period!) : `${code} ${measure}`;
    const before = taken.get(`${kind} ${said}`);
    if (before !== undefined) return problem(`đã có ở dòng ${before}.`);
    taken.set(`${kind} ${said}`, line);
    if (kind === "dataSet") dataSet = id;
    else if (kind === "unit") {
      if (said === "") return problem("dòng Đơn vị thiếu tên đơn vị.");
      units.set(said, id);
    } else if (kind === "period") {
      if (!DHIS2_PERIOD.test(id)) return problem(`kỳ DHIS2 “${id}” không đúng cách viết, ví dụ 2024S1, 2024Q2, 2024.`);
      periods.set(said, id);
    } else {
      const same = taken.get(`element ${id} ${combo}`);
      if (same !== undefined) return problem(`mã DHIS2 ${id} đã dùng cho chỉ tiêu ở dòng ${same}.`);
      taken.set(`element ${id} ${combo}`, line);
      elements.push({ code, measure, dataElement: id, ...(combo !== "" && { categoryOptionCombo: combo }) });
    }
  });
  return { mapping: { ...(dataSet !== undefined && { dataSet }), units, periods, elements }, problems };
}

const headerProblem = `dòng đầu phải là: ${HEADER.join("; ")}.`;
const uidProblem = (id: string) => `mã DHIS2 “${id}” phải có 11 chữ và số, bắt đầu bằng chữ.`;

/** The apostrophe that keeps a spreadsheet from taking a text for a formula is no part of it. */
const cellOf = (text: string) => tidy(text).replace(/^'(?=[=+\-@])/, "");

function knows(forms: readonly Form[], code: string, measure: string): boolean {
  return forms.some(
    (form) => form.byCode.get(code)?.row === "indicator" && form.measures.some(({ id }) => id === measure),
  );
}
