/** The .xlsx edge: bytes of the container that fell over, and parts that somebody edited. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { WorkbookError } from "../../../src/xlsx/error";
import { freezeSheets } from "../../../src/xlsx/freeze";
import { putMemory } from "../../../src/xlsx/memory";
import { openWorkbook } from "../../../src/xlsx/open";
import { applyEdits } from "../../../src/xlsx/patch";
import { inTime, target } from "../target";
import { freeBook } from "../../hostile/corpus/table";

const BOOK = freeBook([["Số lớp", { raw: '<f t="shared" ref="D6:D7" si="0">D3*2</f><v>5</v>' }, "1.234", 3]], {
  strings: ["<t>Số người</t>", "<r><t>a</t></r><r><t>b</t></r>"],
  styles:
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts><numFmt numFmtId="170" formatCode="#,##0.0"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>',
});

/** Opening, editing, freezing and remembering: each does its work whole or says in our own words why not. */
async function useWhole(bytes: Uint8Array): Promise<void> {
  const before = Buffer.from(bytes);
  const refusedWell = async (action: () => unknown) => {
    try {
      return await action();
    } catch (error) {
      if (!(error instanceof WorkbookError)) throw error;
      assert.match(error.message, /^(Tệp|Sổ tính|Thành phần|Nội dung|Các thành phần|Ô|Trang|Tên trang|Vị trí)/);
      assert.doesNotMatch(error.message, /undefined|NaN|\[object/);
      return undefined;
    }
  };
  const opened = (await refusedWell(() => openWorkbook(bytes))) as Awaited<ReturnType<typeof openWorkbook>> | undefined;
  if (opened) {
    const [first] = opened.sheets;
    const changed = await refusedWell(
      () =>
        first &&
        applyEdits(bytes, first.name, [
          { row: 5, column: 4, value: 7 },
          { row: 900, column: 2, value: "=x" },
        ]),
    );
    if (changed instanceof Uint8Array) {
      const again = await openWorkbook(changed);
      assert.deepEqual(again.sheets, opened.sheets);
      assert.equal(again.grid(first!.name).rows[5]?.[4]?.value, 7);
      assert.equal(again.grid(first!.name).rows[900]?.[2]?.value, "=x");
    }
    const frozen = await refusedWell(() => freezeSheets(bytes));
    if (frozen instanceof Uint8Array) await openWorkbook(frozen);
    const remembered = await refusedWell(() => putMemory(bytes, '{"version":1,"sheets":[]}'));
    if (remembered instanceof Uint8Array)
      assert.equal((await openWorkbook(remembered)).memory, '{"version":1,"sheets":[]}');
  }
  assert.ok(before.equals(bytes), "the file was changed");
}

/** Bytes that were changed, cut out, put in twice or made zero. */
function mangled(): fc.Arbitrary<Uint8Array> {
  const change = fc.tuple(
    fc.constantFrom("flip", "cut", "twice", "zero", "ones"),
    fc.nat(),
    fc.integer({ min: 1, max: 64 }),
  );
  return fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) => {
    let bytes = Buffer.from(BOOK);
    for (const [how, where, length] of changes) {
      // Half of the changes hit the directory at the end, where the lies are.
      const at =
        bytes.length === 0
          ? 0
          : how === "flip"
            ? where % bytes.length
            : bytes.length - 1 - (where % Math.min(bytes.length, 700));
      const piece = bytes.subarray(at, at + length);
      if (how === "flip" && bytes.length > 0) bytes[at]! ^= 1 << (length % 8);
      else if (how === "cut") bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
      else if (how === "twice") bytes = Buffer.concat([bytes.subarray(0, at), piece, bytes.subarray(at)]);
      else bytes.fill(how === "zero" ? 0 : 0xff, at, Math.min(at + length, bytes.length));
    }
    return new Uint8Array(bytes);
  });
}

const TOKENS = [
  ...[
    "<",
    ">",
    "/>",
    "</",
    "&",
    "&amp;",
    "&#0;",
    "&#x1F600;",
    '"',
    "'",
    "=",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<?x?>",
  ],
  ...[
    '<c r="A1"',
    "<row",
    "</row>",
    "<v>",
    "</v>",
    "<f>",
    't="s"',
    't="shared" si="0"',
    'si="0"',
    's="999999"',
    'r="XFD1048576"',
  ],
  ...[
    "1e999",
    "-1",
    "99999999999",
    "#REF!",
    "NaN",
    "<sheetData/>",
    '<mergeCell ref="A1:XFD1048576"/>',
    "xmlns=",
    "x:",
    "\ud800",
  ],
  ...[
    '<sheet name="a" r:id="rId1"/>',
    'Target="../../x"',
    'Id="rId1"',
    "date1904=",
    '<col min="1" max="99999" hidden="1"/>',
    "\0",
  ],
];

/** The same workbook with tokens put into, cut out of, and moved about in its parts. */
function edited(): fc.Arbitrary<Uint8Array> {
  const parts = unzipSync(BOOK);
  const names = Object.keys(parts);
  const change = fc.record({
    part: fc.constantFrom(...names),
    at: fc.nat(),
    cut: fc.oneof(fc.constant(0), fc.nat(30)),
    put: fc.oneof(fc.constant(""), fc.constantFrom(...TOKENS), fc.string({ maxLength: 5 })),
  });
  return fc.array(change, { minLength: 1, maxLength: 5 }).map((changes) => {
    const texts = new Map(names.map((name) => [name, strFromU8(parts[name]!)]));
    for (const { part, at, cut, put } of changes) {
      const text = texts.get(part)!;
      const place = at % (text.length + 1);
      texts.set(part, text.slice(0, place) + put + text.slice(place + cut));
    }
    return zipSync(Object.fromEntries([...texts].map(([name, text]) => [name, strToU8(text)])), { level: 1 });
  });
}

export const FILES = [
  target(".xlsx: a container with other bytes", 300, mangled, (bytes) => inTime(() => useWhole(bytes))),
  target(".xlsx: parts with other XML", 150, edited, (bytes) => inTime(() => useWhole(bytes))),
];
