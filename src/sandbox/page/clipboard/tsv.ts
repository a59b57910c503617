/** The text that spreadsheets put on the clipboard: cells parted by tabs, rows by line ends, quotes where needed. */

/**
 * Reads such a text; a quote counts only at the beginning of a cell, as Excel writes it. Rows that other programs cut
 * short are filled up, so that the block is a rectangle.
 */
export function readTsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  const body = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  while (at <= body.length) {
    let cell: string;
    const quoted = body[at] === '"' ? /^"((?:[^"]|"")*)"(?=[\t\n]|$)/.exec(body.slice(at)) : null;
    if (quoted) {
      cell = quoted[1]!.replaceAll('""', '"');
      at += quoted[0].length;
    } else {
      const end = /[\t\n]/.exec(body.slice(at));
      const stop = end ? at + end.index : body.length;
      cell = body.slice(at, stop);
      at = stop;
    }
    rows.at(-1)!.push(cell);
    if (body[at] === "\n") rows.push([]);
    at += 1;
  }
  const width = Math.max(...rows.map((row) => row.length));
  return rows.map((row) => [...row, ...new Array<string>(width - row.length).fill("")]);
}

/** Writes cells for the clipboard. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/["\t\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((cells) => cells.map(cell).join("\t")).join("\r\n");
}
