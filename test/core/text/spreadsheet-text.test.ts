/** What spreadsheets make of a form's rows, and that none of it is taken for a formula. */

import fc from "fast-check";
import {
  cellsOf,
  decodeText,
  guarded,
  guardedTable,
  rowFile,
  unguarded,
} from "../../../src/core/text/spreadsheet-text";

test.each([
  ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ["+1", "'+1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["-5", "'-5"],
  ["\tA", "'\tA"],
  ["Tổng số", "Tổng số"],
  ["a=b", "a=b"],
  ["'=1", "''=1"],
  [" =1", "' =1"],
  ["\u0001=1", "'\u0001=1"],
  ["\u200b@SUM(A1)", "'\u200b@SUM(A1)"],
  ["＝1", "'＝1"],
  ["\nA", "'\nA"],
  ["'a", "'a"],
  [" '=1", " '=1"],
  ["", ""],
])("a spreadsheet that opens %j finds %j, which it does not run", (text, kept) => {
  expect(guarded(text)).toBe(kept);
});

test.each([
  ["-", "-"],
  ["+", "+"],
  ["---", "---"],
  ["- *", "'- *"],
  ["----", "'----"],
  ["-a", "'-a"],
])("the marker %j in column Dấu is kept as %j", (text, kept) => {
  expect(guarded(text, "Dấu")).toBe(kept);
  if (text !== kept) expect(unguarded(kept)).toBe(text);
  expect(guarded(text, "Chỉ tiêu")).toBe(`'${text}`);
});

test("a figure below zero that nobody guarded keeps its sign", () => {
  expect(["-5", "+2", "=1", "'a"].map(unguarded)).toEqual(["-5", "+2", "=1", "'a"]);
});

test("the sign that keeps a text from being run is taken away again, and no other", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."=+-@\t\u0001＝'a1 "), maxLength: 6 }), (text) => {
      const kept = guarded(text);
      expect(kept).not.toMatch(/^[\s\p{C}]*[=+@\-＝]|^[\t\r]/u);
      expect(unguarded(kept)).toBe(text);
    }),
  );
});

test("every cell of a table is kept from being run, and markers stay as they are", () => {
  expect(guardedTable('\ufeffMã số;Dấu;Chỉ tiêu\nA;-;=1+1\nB;;"@a;b"\n')).toBe(
    "Mã số;Dấu;Chỉ tiêu\nA;-;'=1+1\nB;;\"'@a;b\"\n",
  );
});

test("a table is divided at its semicolons alone, and its columns are named by the first line that says something", () => {
  expect(guardedTable("Mã số;Chỉ tiêu\nA;a, b, c\nB;d, e, f")).toBe("Mã số;Chỉ tiêu\nA;a, b, c\nB;d, e, f");
  expect(guardedTable(";;\nMã số;;Dấu\nA;-;-")).toBe(";;\nMã số;;Dấu\nA;'-;-");
});

const bytes = (...parts: readonly number[]) => Uint8Array.from(parts);

test.each([
  ["UTF-8", new TextEncoder().encode("Mã số"), "Mã số"],
  ["UTF-8 with its mark", bytes(0xef, 0xbb, 0xbf, 0x41), "A"],
  ["UTF-16 as Excel saves it", bytes(0xff, 0xfe, 0x41, 0x00, 0xbf, 0x1e), "Aế"],
  ["UTF-16 the other way round", bytes(0xfe, 0xff, 0x00, 0x41, 0x1e, 0xbf), "Aế"],
  ["no text at all", bytes(), ""],
])("a file in %s is read", (_how, file, text) => {
  expect(decodeText(file)).toEqual({ ok: true, text });
});

test.each([
  ["an .xlsx file", bytes(0x50, 0x4b, 3, 4), /\.xlsx.*CSV UTF-8/],
  ["another encoding", bytes(0x4d, 0xe3, 0x20), /UTF-8.*Lưu thành/],
  ["half of the mark of UTF-16 in front", bytes(0xff, 0x41), /UTF-8/],
  ["the other half of it", bytes(0x41, 0xfe), /UTF-8/],
  ["half of the mark of the other UTF-16", bytes(0xfe, 0x41), /UTF-8/],
  ["the other half of that", bytes(0x41, 0xff), /UTF-8/],
  ["a file of many megabytes", new Uint8Array(8_000_001), /8 MB/],
])("%s is not read, and it is said what to do", (_what, file, words) => {
  const decoded = decodeText(file);
  expect(decoded.ok).toBe(false);
  expect(decoded).toMatchObject({ message: expect.stringMatching(words) as string });
});

test("a file that begins with the first letter of an .xlsx file is none yet, and one of eight megabytes is read", () => {
  expect(decodeText(bytes(0x50, 0x41))).toEqual({ ok: true, text: "PA" });
  expect(decodeText(bytes(0x41, 0x4b))).toEqual({ ok: true, text: "AK" });
  expect(decodeText(new Uint8Array(8_000_000).fill(0x20)).ok).toBe(true);
});

test.each([
  ["semicolons", "Mã số;Chỉ tiêu\nA;Tổng, trong đó"],
  ["commas", 'Mã số,Chỉ tiêu\nA,"Tổng, trong đó"'],
  ["tabs", "Mã số\tChỉ tiêu\nA\tTổng, trong đó"],
  ["lines of Windows", "Mã số;Chỉ tiêu\r\nA;Tổng, trong đó"],
  ["a mark in front", "\ufeffMã số;Chỉ tiêu\nA;Tổng, trong đó"],
  ["a line for Excel in front", "sep=;\nMã số;Chỉ tiêu\nA;Tổng, trong đó"],
  ["letters and marks apart", "Mã số;Chỉ tiêu\nA;Tổng, trong đó".normalize("NFD")],
  ["spaces around", " Mã số ; Chỉ tiêu \nA; Tổng, trong đó "],
])("a table with %s is its cells", (_with, text) => {
  const cells = cellsOf(text).map((line) => line.map((cell) => cell.normalize("NFC")));
  expect(cells).toEqual([
    ["Mã số", "Chỉ tiêu"],
    ["A", "Tổng, trong đó"],
  ]);
});

test("the separator is that of the header, whatever the rows above it hold", () => {
  expect(cellsOf("a, b, c, d\nMã số;Chỉ tiêu\nA;B")[1]).toEqual(["Mã số", "Chỉ tiêu"]);
  expect(cellsOf("a,b\nc,d")).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
});

test("where no line is the header, the separator is that of the opening", () => {
  const opening = Array.from({ length: 400 }, (_, at) => `${at};a`).join("\n");
  expect(cellsOf(`${opening}\n${"b,c,d,e\n".repeat(400)}`)[0]).toEqual(["0", "a"]);
});

test("a row that speaks of a separator is a row", () => {
  expect(cellsOf("Mã số;Chỉ tiêu\nA;sep=,\nB;C")).toEqual([
    ["Mã số", "Chỉ tiêu"],
    ["A", "sep=,"],
    ["B", "C"],
  ]);
});

test("cells that a spreadsheet added are left out, and short lines are as long as the header", () => {
  const lines = [["", ""], ["A", "B", "C", "", ""], ["1"], ["", "", ""], ["1", "", "", "4"]];
  expect(rowFile(lines)).toBe("\nA;B;C\n1;;\n\n1;;;4");
  expect(rowFile([["", ""]])).toBe("");
});

test("rows written are the rows read", () => {
  const cell = fc.string({ unit: fc.constantFrom(..."ab;,\"'\n=-"), maxLength: 5 }).map((text) => text.trim());
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 }), (rows) => {
      const lines = [["Mã số", "Chỉ tiêu"], ...rows.map(([code, label]) => [`x${code}`, `y${label}`])];
      expect(cellsOf(rowFile(lines))).toEqual(lines);
    }),
  );
});

test("a text is read as it was written, in each encoding that spreadsheets choose", () => {
  const utf16 = (text: string, isLittle: boolean) => {
    const bytes = new Uint8Array(2 * text.length);
    const view = new DataView(bytes.buffer);
    for (let at = 0; at < text.length; at += 1) view.setUint16(2 * at, text.charCodeAt(at), isLittle);
    return bytes;
  };
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 30 }), (text) => {
      // A letter first: what begins as a zip does is no text.
      const written = `Mã${text}`;
      for (const bytes of [
        new TextEncoder().encode(written),
        utf16(`\ufeff${written}`, true),
        utf16(`\ufeff${written}`, false),
      ]) {
        expect(decodeText(bytes)).toEqual({ ok: true, text: written });
      }
    }),
  );
});
