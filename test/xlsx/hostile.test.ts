/** Files that are not what they seem: each is refused with a message that says what to do, or read rightly. */
import { crc32, deflateRawSync } from "node:zlib";
import { strToU8 } from "fflate";
import fc from "fast-check";
import { XmlError, scanXml } from "../../src/xlsx/xml";
import { WorkbookError } from "../../src/xlsx/error";
import { openWorkbook } from "../../src/xlsx/open";
import { applyEdits } from "../../src/xlsx/patch";
import { at, handWritten, oneSheet, pack, partsOf, rawZip, refusal } from "./support";

const good = oneSheet('<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="inlineStr"><is><t>Tổng số</t></is></c></row>');
const open = (bytes: Uint8Array) => refusal(() => openWorkbook(bytes));
const utf16 = (text: string) => Uint8Array.from(Buffer.from(text, "utf16le"));
const CFB = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const MEGABYTE = 1024 * 1024;
/** Bounded, not fast: the tests may run beside others on a slow machine. */
const PATIENCE = 60_000;
jest.setTimeout(2 * PATIENCE);

describe("what is not an .xlsx file", () => {
  test.each<[string, Uint8Array, WorkbookError["reason"], RegExp]>([
    ["an empty file", new Uint8Array(), "not-workbook", /rỗng/],
    ["a text", strToU8("TT;Chỉ tiêu;KH;TH\n1;Tổng số;5;6"), "not-workbook", /không phải là sổ tính/],
    ["a web page named .xls", strToU8("<html><table>"), "not-workbook", /không phải là sổ tính/],
    ["one byte", Uint8Array.of(0x50), "not-workbook", /không phải là sổ tính/],
    [
      "an encrypted workbook",
      Uint8Array.from([...CFB, ...new Uint8Array(600), ...utf16("EncryptedPackage")]),
      "encrypted",
      /mật khẩu/,
    ],
    ["an old .xls", Uint8Array.from([...CFB, ...new Uint8Array(600), ...utf16("Workbook")]), "old-xls", /\.xls\)/],
    [
      "an old .doc",
      Uint8Array.from([...CFB, ...new Uint8Array(600), ...utf16("WordDocument")]),
      "not-workbook",
      /Word/,
    ],
    ["a .docx", pack({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>" }), "not-workbook", /Word/],
    ["a .pptx", pack({ "ppt/presentation.xml": "<p/>" }), "not-workbook", /trình chiếu/],
    ["an .ods", pack({ mimetype: "application/vnd.oasis", "content.xml": "<x/>" }), "not-workbook", /\.ods/],
    ["an .xlsb", pack({ "xl/workbook.bin": "x" }), "not-workbook", /\.xlsb/],
    ["another zip", pack({ "../../etc/passwd": "x", "anh.png": "y" }), "not-workbook", /không chứa sổ tính/],
  ])("%s", async (_, bytes, reason, message) => {
    const error = await open(bytes);
    expect(error.reason).toBe(reason);
    expect(error.message).toMatch(message);
  });

  test("random bytes, with and without the mark of a zip file", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom("", "PK\x03\x04", "PK\x05\x06"),
        async (bytes, mark) => {
          const error = await open(Uint8Array.from([...strToU8(mark), ...bytes]));
          expect(error.message).toMatch(/^(Tệp|Sổ tính)/);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("damage", () => {
  test("a file cut off anywhere", async () => {
    for (let length = 1; length < good.length; length += 13) {
      const error = await open(good.subarray(0, length));
      expect(["damaged", "not-workbook"]).toContain(error.reason);
    }
  });

  test("a byte that was changed is noticed, or does not matter", async () => {
    const expected = (await openWorkbook(good)).grid("Biểu 1");
    for (let place = 0; place < good.length; place += 7) {
      const bytes = good.slice();
      bytes[place]! ^= 0x5a;
      try {
        expect((await openWorkbook(bytes)).grid("Biểu 1")).toEqual(expected);
      } catch (error) {
        if (!(error instanceof WorkbookError)) throw error;
      }
    }
  });

  test.each([
    ["a sheet that ends too early", '<row r="1"><c r="A1"><v>1</v>'],
    ["tags that do not match", '<row r="1"><c r="A1"><v>1</c></v></row>'],
    ["an unknown entity", '<row r="1"><c r="A1"><v>&so;</v></c></row>'],
    ["an address that is none", '<row r="1"><c r="?1"><v>1</v></c></row>'],
    ["an address outside the sheet", '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
    ["a row outside the sheet", '<row r="1048577"><c r="A1048577"><v>1</v></c></row>'],
    ["a cell that claims another row", '<row r="1"><c r="A2"><v>1</v></c></row>'],
  ])("%s", async (_, rows) => {
    const error = await open(oneSheet(rows));
    expect([error.reason, error.message]).toEqual(["damaged", expect.stringContaining("xl/worksheets/sheet1.xml")]);
  });

  test("a sheet without its part", async () => {
    const parts = partsOf(good);
    delete parts["xl/worksheets/sheet1.xml"];
    expect((await open(pack(parts))).reason).toBe("damaged");
  });

  test("two parts of one name", async () => {
    const entry = { name: "xl/workbook.xml", packed: strToU8("x"), method: 0, size: 1, crc: 0x8cdc1683 };
    expect((await open(rawZip([entry, entry]))).reason).toBe("damaged");
  });

  test("invalid UTF-8", async () => {
    const parts = partsOf(good);
    parts["xl/worksheets/sheet1.xml"] = Uint8Array.from([...parts["xl/worksheets/sheet1.xml"]!, 0xc3, 0x28]);
    expect((await open(pack(parts))).reason).toBe("damaged");
  });

  test("a part with a zip password", async () => {
    const entry = { name: "xl/workbook.xml", packed: strToU8("x"), method: 0, size: 1, flags: 1 };
    expect((await open(rawZip([entry]))).reason).toBe("encrypted");
  });
});

describe("what would swallow the machine", () => {
  const zeros = (megabytes: number) => new Uint8Array(deflateRawSync(new Uint8Array(megabytes * MEGABYTE)));
  const inTime = async (action: () => Promise<WorkbookError>) => {
    const start = performance.now();
    const error = await action();
    expect(performance.now() - start).toBeLessThan(PATIENCE);
    return error;
  };

  test("a bomb that says how large it is", async () => {
    const bomb = rawZip([{ name: "xl/workbook.xml", packed: zeros(101), size: 101 * MEGABYTE }]);
    expect((await inTime(() => open(bomb))).reason).toBe("too-large");
  });

  test("a bomb that says it is small", async () => {
    const bomb = rawZip([{ name: "xl/workbook.xml", packed: zeros(101), size: 1000 }]);
    expect((await inTime(() => open(bomb))).reason).toBe("damaged");
  });

  test("a bomb in many parts", async () => {
    const packed = zeros(80);
    const crc = crc32(new Uint8Array(80 * MEGABYTE));
    const parts = [1, 2, 3].map((part) => ({ name: `xl/media/${part}.bin`, packed, size: 80 * MEGABYTE, crc }));
    expect((await inTime(() => open(rawZip(parts)))).reason).toBe("too-large");
  });

  test("more than 10.000 parts", async () => {
    const parts = Array.from({ length: 10_001 }, (_, i) => ({
      name: `${i}`,
      packed: new Uint8Array(),
      method: 0,
      size: 0,
    }));
    expect((await open(rawZip(parts))).reason).toBe("too-large");
  });

  test.each([
    ["a document type", '<!DOCTYPE x [<!ENTITY a "ha">]><worksheet><sheetData/></worksheet>'],
    ["an entity", '<worksheet><!ENTITY a "ha"><sheetData/></worksheet>'],
  ])("%s declared in a sheet", async (_, xml) => {
    const bytes = handWritten({ sheets: { A: `<?xml version="1.0"?>${xml}` } });
    const error = await open(bytes);
    expect([error.reason, error.message]).toEqual(["damaged", expect.stringContaining("DOCTYPE")]);
  });

  test("a document type declared in a part that only Excel reads", async () => {
    const bytes = oneSheet("", { parts: { "customXml/item1.xml": '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>' } });
    expect((await open(bytes)).message).toContain("customXml/item1.xml");
  });

  test("two cells at the far corners of a sheet", async () => {
    const bytes = oneSheet(
      '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>',
    );
    const grid = (await openWorkbook(bytes)).grid("Biểu 1");
    expect([at(grid, "A1"), at(grid, "XFD1048576")]).toEqual([{ value: 1 }, { value: 2 }]);
    expect(grid.rows[5]).toEqual([]);
    const patched = applyEdits(bytes, "Biểu 1", [{ row: 500, column: 16_000, value: 3 }]);
    expect((await openWorkbook(patched)).grid("Biểu 1").rows[500]?.[16_000]).toEqual({ value: 3 });
  });

  test("a hundred thousand rows", async () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => `<row><c><v>${i}</v></c></row>`).join("");
    const grid = (await openWorkbook(oneSheet(rows))).grid("Biểu 1");
    expect(grid.rows).toHaveLength(100_000);
    expect(at(grid, "A100000")).toEqual({ value: 99_999 });
  });

  test("a cell in the last column of too many rows", async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`).join(
      "",
    );
    expect((await open(oneSheet(rows))).reason).toBe("too-large");
  });

  test("a long formula shared by very many cells", async () => {
    const long = `A1${`&amp;"${"x".repeat(250)}"`.repeat(28)}`;
    const followers = Array.from({ length: 4_000 }, () => '<row><c><f t="shared" si="0"/><v>1</v></c></row>').join("");
    const master = `<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A60001">${long}</f><v>1</v></c></row>`;
    const start = performance.now();
    expect((await open(oneSheet(master + followers))).reason).toBe("too-large");
    expect(performance.now() - start).toBeLessThan(PATIENCE);
  });

  test("a formula that is none", async () => {
    const follower = '<row><c><f t="shared" si="0"/><v>1</v></c></row>';
    const master = `<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A2">${"1".repeat(8000)}</f><v>1</v></c></row>`;
    expect((await open(oneSheet(master + follower))).reason).toBe("damaged");
  });

  test("a hundred sheets", async () => {
    const sheets = Object.fromEntries(
      Array.from({ length: 100 }, (_, i) => [`Trang ${i + 1}`, `<sheetData><row><c><v>${i}</v></c></row></sheetData>`]),
    );
    const workbook = await openWorkbook(handWritten({ sheets }));
    expect(workbook.sheets).toHaveLength(100);
    expect(at(workbook.grid("Trang 77"), "A1")).toEqual({ value: 76 });
  });
});

test("XML of any kind is read or refused, never more", () => {
  const piece = fc.constantFrom(
    "<a>",
    "</a>",
    "<a/>",
    "<b x='1'>",
    "</b>",
    "&amp;",
    "&",
    "<",
    ">",
    "]]>",
    "<![CDATA[",
    "<!--",
    "-->",
    "x",
    '"',
    "<?p",
    "?>",
    "\ud800",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      try {
        scanXml(pieces.join(""), {});
      } catch (error) {
        if (!(error instanceof XmlError)) throw error;
      }
    }),
    { numRuns: 2000 },
  );
});
