import { memoryText, parseMemory, setExplanations, NO_MEMORY } from "../../src/core/workbook/memory";
import { memoryXml } from "../../src/core/workbook/memory-part";
import { readFileState } from "../../src/sandbox/files/read";
import { writeFileState } from "../../src/sandbox/files/write";
import { putMemory } from "../../src/xlsx/memory";
import { openWorkbook } from "../../src/xlsx/open";
import { applyEdits } from "../../src/xlsx/patch";
import { readZip } from "../../src/xlsx/zip";
import { changedParts, handWritten, must, oneSheet, startExcelize, textOf } from "./support";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const ROWS = '<row r="1"><c r="A1"><v>5</v></c></row>';
const PLAIN = oneSheet(ROWS);
/** A file in which another program keeps a part of its own. */
const FOREIGN = oneSheet(ROWS, {
  parts: { "customXml/item4.xml": '<sách xmlns="urn:khac">urn:bieu-y-te:memory:1</sách>' },
  relations: `<Relationship Id="rIdXml5" Type="${OFFICE}/customXml" Target="../customXml/item4.xml"/>`,
});

const TEXT = memoryText(
  setExplanations(NO_MEMORY, "Biểu 1", [
    { rule: "BT1", row: "A", role: "actual", figure: "5", text: '<Dịch> & "sởi"', at: "2024-07-11T07:32:00.000Z" },
  ]),
);

const memoryIn = async (bytes: Uint8Array) => (await openWorkbook(bytes)).memory;

/** The packed bytes of each part, to see that they were copied and not packed anew. */
const packed = (bytes: Uint8Array) => new Map(readZip(bytes).map((part) => [part.name, Buffer.from(part.packed)]));

test("a file that remembers nothing says so", async () => {
  expect(await memoryIn(PLAIN)).toBeNull();
  expect(await memoryIn(FOREIGN)).toBeNull();
});

test.each([
  ["a file without such parts", PLAIN, "customXml/item1.xml"],
  ["a file with another program's part", FOREIGN, "customXml/item5.xml"],
])("what is put into %s is read again, and the other parts keep their bytes", async (_, bytes, name) => {
  const after = putMemory(bytes, TEXT);
  expect(await memoryIn(after)).toBe(TEXT);
  const props = name.replace("item", "itemProps");
  const rels = name.replace("/item", "/_rels/item") + ".rels";
  const changed = ["[Content_Types].xml", "xl/_rels/workbook.xml.rels", name, props, rels].sort();
  expect(changedParts(bytes, after).sort()).toEqual(changed);
  const before = packed(bytes);
  for (const [part, content] of packed(after)) if (!changed.includes(part)) expect(content).toEqual(before.get(part));
});

test("what is put in its place changes that part alone, in the same file each time", async () => {
  const first = putMemory(FOREIGN, TEXT);
  const second = putMemory(first, '{"version":1,"sheets":[]}');
  expect(changedParts(first, second)).toEqual(["customXml/item5.xml"]);
  expect(await memoryIn(second)).toBe('{"version":1,"sheets":[]}');
  expect(putMemory(FOREIGN, TEXT)).toEqual(first);
});

test("it outlives a change of a cell", async () => {
  const edits = [{ row: 0, column: 0, value: 6 }];
  expect(await memoryIn(applyEdits(putMemory(PLAIN, TEXT), "Biểu 1", edits))).toBe(TEXT);
});

test("the workbook that the pane works in and the file hold the same part", async () => {
  const { state } = await readFileState(putMemory(PLAIN, TEXT));
  expect(state.customXmlParts.map(({ xml }) => xml)).toEqual([memoryXml(TEXT)]);
  expect(await memoryIn((await writeFileState(state, new Date(2024, 6, 11))).bytes)).toBe(TEXT);
});

test("a part that somebody damaged is handed on, so that it is said and not taken for an empty one", async () => {
  const broken = '<memory xmlns="urn:bieu-y-te:memory:1"><b>1</memory>';
  const bytes = oneSheet(ROWS, {
    parts: { "customXml/item1.xml": broken },
    relations: `<Relationship Id="rId9" Type="${OFFICE}/customXml" Target="../customXml/item1.xml"/>`,
  });
  expect(parseMemory(await memoryIn(bytes)).damaged).toBe(true);
  expect(await memoryIn(putMemory(bytes, TEXT))).toBe(TEXT);
});

test("of two such parts, as when files are merged, the last counts", async () => {
  const part = (text: string) => memoryXml(text);
  const bytes = oneSheet(ROWS, {
    parts: { "customXml/item1.xml": part("{}"), "customXml/item2.xml": part(TEXT) },
    relations: [1, 2]
      .map((n) => `<Relationship Id="rIdM${n}" Type="${OFFICE}/customXml" Target="/customXml/item${n}.xml"/>`)
      .join(""),
  });
  expect(await memoryIn(bytes)).toBe(TEXT);
});

test("names are written the way the file writes them", () => {
  const rels = "xl/_rels/workbook.xml.rels";
  const relations = textOf(PLAIN, rels)
    .replace(/<(\/?)Relationship/g, "<$1p:Relationship")
    .replace("xmlns=", "xmlns:p=");
  const bytes = handWritten({ sheets: { "Biểu 1": `<sheetData>${ROWS}</sheetData>` }, parts: { [rels]: relations } });
  expect(textOf(putMemory(bytes, TEXT), rels)).toMatch(/<p:Relationship Id="rIdXml1"[^>]*\/><\/p:Relationships>$/);
});

test("another program opens the file and finds its cells", async () => {
  const { OpenReader } = await startExcelize();
  const file = must(OpenReader(putMemory(FOREIGN, TEXT)));
  expect(must(file.GetCellValue("Biểu 1", "A1")).value).toBe("5");
});
