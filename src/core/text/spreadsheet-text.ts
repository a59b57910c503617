/**
 * Tables as text that spreadsheets open and save: written so that no cell is run as a formula; read whatever the
 * spreadsheet made of them: another separator, another encoding, quotes where none were.
 */

import Papa from "papaparse";

/**
 * A text that starts so may be taken for a formula by a spreadsheet that opens the file: also behind spaces and signs that
 * nobody sees, and with the wide signs of East Asian keyboards.
 */
const FORMULA_START = /^(?:[\s\p{C}]*[=+@\-＝＋＠－]|[\t\r\n\p{C}])/u;
/** Markers of rows are single signs, which no spreadsheet takes for a formula. */
const MARKER = /^[-+*.–—•]{0,3}$/;

const mayRun = (text: string): boolean => FORMULA_START.test(text.replace(/^'+/, ""));

/** A cell's text that no spreadsheet runs; {@link unguarded} takes the sign away again, whatever the text. */
export function guarded(text: string, column = ""): string {
  return mayRun(text) && !(column === "Dấu" && MARKER.test(text)) ? `'${text}` : text;
}

/** The text that {@link guarded} was given. */
export function unguarded(text: string): string {
  return text.startsWith("'") && mayRun(text) ? text.slice(1) : text;
}

/** A `;`-separated table with a header, as it is written to a file that spreadsheets open: every cell is guarded. */
export function guardedTable(text: string): string {
  const lines = Papa.parse<string[]>(text.replace(/^\ufeff/, ""), { delimiter: ";" }).data;
  const header = lines.find((cells) => cells.some((cell) => cell !== "")) ?? [];
  const table = lines.map((cells) => cells.map((cell, at) => guarded(cell, header[at])));
  return Papa.unparse(table, { delimiter: ";", newline: "\n" });
}

export type Decoded = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string };

/** The largest file that is read: a form of thousands of rows has a megabyte. */
const MOST_BYTES = 8_000_000;

/** The text of a file that a spreadsheet saved: UTF-8, or UTF-16 where its mark says so. */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length > MOST_BYTES) return { ok: false, message: "Tệp lớn hơn mức của một biểu (8 MB)." };
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    return { ok: false, message: "Đây là tệp .xlsx. Hãy lưu trang tính ấy thành CSV UTF-8 rồi nhập lại." };
  }
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  try {
    return { ok: true, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    return {
      ok: false,
      message:
        "Chữ trong tệp không ở dạng UTF-8 nên mất dấu. Trong Excel: Lưu thành > CSV UTF-8 (phân cách bằng dấu phẩy).",
    };
  }
}

/** The cells of each line, whichever separator the spreadsheet chose. */
export function cellsOf(text: string): string[][] {
  const plain = text.replace(/^\ufeff/, "").replace(/^sep=(.)\r?\n/i, "");
  const delimiter = separatorOf(plain);
  return Papa.parse<string[]>(plain, { delimiter }).data.map((cells) => cells.map((cell) => unguarded(cell.trim())));
}

const SEPARATORS = [";", ",", "\t"] as const;

/**
 * The separator of the names of columns, which are the most cells that stand beside a cell "Mã số": a title or a source may
 * speak of codes, too, with commas of its own. Without such a line, the one that the text begins with most of.
 */
function separatorOf(text: string): string {
  const named = text
    .split(/\r?\n/)
    .map((line) => line.normalize("NFC"))
    .filter((line) => /Mã số/i.test(line));
  const tables = named.flatMap((line) =>
    SEPARATORS.flatMap((sign) => {
      const cells = line.split(sign);
      return cells.some(isCode) ? [{ sign, count: cells.length }] : [];
    }),
  );
  const head = named[0] ?? text.slice(0, 2000);
  const found = tables.length > 0 ? tables : SEPARATORS.map((sign) => ({ sign, count: head.split(sign).length }));
  return found.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

/** Whether a cell says "Mã số" and nothing else, in quotes or not. */
const isCode = (cell: string) => cell.trim().replace(/^"|"$/g, "").trim().toLowerCase() === "mã số";

/** More columns than a row file has names for; cells beyond would make every line as wide as the widest. */
const MOST_COLUMNS = 200;

/**
 * Cells as the `;`-separated text that forms are read from, a line each.
 * Cells that a spreadsheet added at the ends of lines are left out.
 */
export function rowFile(lines: readonly (readonly string[])[]): string {
  const header = lines.find((cells) => cells.some((cell) => cell !== ""));
  const endOf = (cells: readonly string[]) => Math.min(cells.findLastIndex((cell) => cell !== "") + 1, MOST_COLUMNS);
  const width = header ? endOf(header) : 0;
  const even = lines.map((cells) => {
    const end = endOf(cells);
    if (end === 0) return [""];
    return Array.from({ length: Math.max(width, end) }, (_, at) => cells[at] ?? "");
  });
  return Papa.unparse(even, { delimiter: ";", newline: "\n" });
}
