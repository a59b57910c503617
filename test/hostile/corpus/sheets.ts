/** Sheets that are no honest tables: bombs of XML, sizes at the edge, figures that are none, labels that want to run. */

import { columnName, EXCEL_ERRORS } from "../../../src/core/table/grid";
import { handWritten } from "../../xlsx/support";
import { PAYLOADS } from "./payloads";
import { ANY, heavyFile, hostileFile, NO_TABLE, read, refused, type HostileFile } from "./case";
import { HEADER } from "./header";
import { bookOf, cellOf, CODES, edit, freeBook, freeRows, ourBook, rowsXml, spoilt, xml, type Written } from "./table";

const DAMAGED = /bị hỏng/;
const UNSAFE = /DOCTYPE/;
const TOO_LARGE = /quá lớn|quá nhiều/;

const ROWS = rowsXml(freeRows([]));
const SHEET = "xl/worksheets/sheet1.xml";
const worksheet = (inside: string) =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">${inside}</worksheet>`;

/** "Billion laughs": ten entities, each ten times the one before. */
const LAUGHS = `<!DOCTYPE x [<!ENTITY a0 "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join("")}]>`;

export const XML_BOMBS: readonly HostileFile[] = [
  hostileFile(
    "a billion laughs",
    () =>
      bookOf(
        `<?xml version="1.0"?>${LAUGHS}<worksheet><sheetData><row><c t="inlineStr"><is><t>&a9;</t></is></c></row></sheetData></worksheet>`,
      ),
    refused(UNSAFE),
  ),
  hostileFile(
    "an entity of a file",
    () =>
      bookOf(
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><worksheet><sheetData/></worksheet>',
      ),
    refused(UNSAFE),
  ),
  hostileFile(
    "an entity of the net",
    () =>
      bookOf('<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><worksheet><sheetData/></worksheet>'),
    refused(UNSAFE),
  ),
  hostileFile(
    "a document type in UTF-16",
    () =>
      spoilt(freeBook(), () => ({
        [SHEET]: Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x><worksheet/>`, "utf16le"),
      })),
    refused(UNSAFE),
  ),
  hostileFile(
    "a document type in the relationships",
    () => spoilt(freeBook(), () => ({ "xl/_rels/workbook.xml.rels": "<!DOCTYPE x><Relationships/>" })),
    refused(UNSAFE),
  ),
  hostileFile(
    "a document type in the memory part",
    () => spoilt(freeBook(), () => ({ "customXml/item1.xml": "<!DOCTYPE x><memory/>" })),
    refused(UNSAFE),
  ),
  heavyFile(
    "elements a million deep",
    () => bookOf(`${"<a>".repeat(1_000_000)}${"</a>".repeat(1_000_000)}<sheetData>${ROWS}</sheetData>`),
    refused(DAMAGED),
  ),
  heavyFile("elements that never end", () => bookOf(worksheet("<a>".repeat(200_000))), refused(DAMAGED)),
  heavyFile(
    "an attribute of ten megabytes",
    () => bookOf(`<sheetData x="${"x".repeat(10_000_000)}">${ROWS}</sheetData>`),
    read(),
  ),
  heavyFile(
    "a million attributes",
    () => bookOf(`<sheetData ${Array.from({ length: 200_000 }, (_, i) => `a${i}=""`).join(" ")}>${ROWS}</sheetData>`),
    read(),
  ),
  heavyFile(
    "comments without end",
    () => bookOf(`${"<!-- -->".repeat(500_000)}<sheetData>${ROWS}</sheetData>`),
    read(),
  ),
  heavyFile(
    "instructions without end",
    () => bookOf(`${"<?a b?>".repeat(500_000)}<sheetData>${ROWS}</sheetData>`),
    read(),
  ),
  hostileFile("an unfinished comment", () => bookOf(`<sheetData>${ROWS}</sheetData><!-- `), refused(DAMAGED)),
  hostileFile("an unfinished attribute", () => bookOf(`<sheetData a="${"&".repeat(100_000)}`), refused(DAMAGED)),
  hostileFile(
    "references that are none",
    () => bookOf(`<sheetData><row><c t="inlineStr"><is><t>${"&".repeat(100_000)}</t></is></c></row></sheetData>`),
    refused(DAMAGED),
  ),
  hostileFile(
    "a character beyond Unicode",
    () => bookOf('<sheetData><row><c t="inlineStr"><is><t>&#x110000;</t></is></c></row></sheetData>'),
    refused(DAMAGED),
  ),
  hostileFile(
    "bytes that are no UTF-8",
    () => spoilt(freeBook(), () => ({ [SHEET]: Uint8Array.of(0x3c, 0xff, 0xfe, 0x3e) })),
    refused(DAMAGED),
  ),
  hostileFile("two sheetData", () => bookOf(`<sheetData>${ROWS}</sheetData><sheetData/>`), refused(DAMAGED)),
];

const rowOf = (row: number, column: number, value = 1) =>
  `<row r="${row}"><c r="${columnName(column - 1)}${row}"><v>${value}</v></c></row>`;

/** Sheets as large as Excel allows, or as they claim to be. */
export const SIZES: readonly HostileFile[] = [
  hostileFile(
    "a dimension of the whole sheet",
    () => bookOf(`<dimension ref="A1:XFD1048576"/><sheetData>${ROWS}</sheetData>`),
    read(),
  ),
  hostileFile(
    "a dimension beyond the sheet",
    () => bookOf(`<dimension ref="A1:ZZZ99999999"/><sheetData>${ROWS}</sheetData>`),
    read(),
  ),
  hostileFile(
    "a cell in the last corner",
    () => bookOf(`<sheetData>${ROWS}${rowOf(1_048_576, 16_384)}</sheetData>`),
    read(),
  ),
  heavyFile(
    "every row in use",
    () =>
      bookOf(
        `<sheetData>${ROWS}${Array.from({ length: 1_048_570 }, (_, i) => `<row r="${i + 7}"><c r="D${i + 7}"><v>1</v></c></row>`).join("")}</sheetData>`,
      ),
    refused(/quá mức 50\.000 dòng/),
  ),
  heavyFile(
    "every row with a label and a figure",
    () =>
      bookOf(
        `<sheetData>${ROWS}${Array.from({ length: 15_000 }, (_, i) => `<row r="${i + 7}"><c r="B${i + 7}" t="inlineStr"><is><t>Số người ${i}</t></is></c><c r="D${i + 7}"><v>${i}</v></c></row>`).join("")}</sheetData>`,
      ),
    read(),
  ),
  hostileFile(
    "every column in use",
    () =>
      bookOf(
        `<sheetData><row r="1">${Array.from({ length: 16_384 }, (_, i) => `<c r="${columnName(i)}1"><v>1</v></c>`).join("")}</row>${ROWS.replace(/<row r="1">.*?<\/row>/, "")}</sheetData>`,
      ),
    read(),
  ),
  heavyFile(
    "headers in every column of the first fifty rows",
    () =>
      bookOf(
        `<sheetData>${Array.from({ length: 50 }, (_, r) => `<row r="${r + 1}">${Array.from({ length: 400 }, (_, c) => `<c r="${columnName(c)}${r + 1}" t="inlineStr"><is><t>${["Chỉ tiêu", "Kế hoạch 2024", "Thực hiện 2024", "So với cùng kỳ năm 2023"][c % 4]} ${r} ${c}</t></is></c>`).join("")}</row>`).join("")}</sheetData>`,
      ),
    ANY,
  ),
  heavyFile(
    "too many cells",
    () => bookOf(`<sheetData>${Array.from({ length: 3_000 }, (_, i) => rowOf(i + 1, 16_384)).join("")}</sheetData>`),
    refused(TOO_LARGE),
  ),
  hostileFile(
    "a row beyond the sheet",
    () => bookOf(`<sheetData>${ROWS}<row r="1048577"/></sheetData>`),
    refused(DAMAGED),
  ),
  hostileFile(
    "a column beyond the sheet",
    () => bookOf(`<sheetData>${rowOf(1, 16_385)}</sheetData>`),
    refused(DAMAGED),
  ),
  heavyFile(
    "rows without end under one number",
    () =>
      bookOf(
        `<sheetData>${ROWS}${'<row r="900"><c r="XFD900"><v>1</v></c></row>'}${'<row r="900"/>'.repeat(300_000)}</sheetData>`,
      ),
    ANY,
  ),
  heavyFile(
    "columns described without end",
    () =>
      bookOf(`<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(200_000)}</cols><sheetData>${ROWS}</sheetData>`),
    refused(DAMAGED),
  ),
  hostileFile(
    "everything merged",
    () => bookOf(`<sheetData>${ROWS}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`),
    ANY,
  ),
  hostileFile(
    "a header that is merged with its rows",
    () =>
      bookOf(
        `<sheetData>${ROWS}</sheetData><mergeCells><mergeCell ref="A2:A6"/><mergeCell ref="B2:C6"/><mergeCell ref="D3:F3"/></mergeCells>`,
      ),
    ANY,
  ),
  heavyFile(
    "merges over merges",
    () =>
      bookOf(`<sheetData>${ROWS}</sheetData><mergeCells>${'<mergeCell ref="A1:GR80"/>'.repeat(100_000)}</mergeCells>`),
    ANY,
  ),
  hostileFile(
    "a merge that is none",
    () => bookOf(`<sheetData>${ROWS}</sheetData><mergeCells><mergeCell ref="A0:?"/></mergeCells>`),
    refused(DAMAGED),
  ),
  heavyFile(
    "a hundred sheets with tables",
    () =>
      handWritten({
        sheets: Object.fromEntries(
          Array.from({ length: 100 }, (_, i) => [`Trang ${i}`, `<sheetData>${ROWS}</sheetData>`]),
        ),
      }),
    read(),
  ),
  heavyFile(
    "ten thousand sheets of one part",
    () =>
      spoilt(freeBook(), (_, textIn) => ({
        "xl/workbook.xml": textIn("xl/workbook.xml").replace(
          /<sheet [^>]*>/,
          Array.from({ length: 10_000 }, (_, i) => `<sheet name="T${i}" sheetId="${i + 1}" r:id="rId1"/>`).join(""),
        ),
        [SHEET]: worksheet(`${"<!-- -->".repeat(500_000)}<sheetData/>`),
      })),
    refused(DAMAGED),
  ),
  hostileFile(
    "two sheets of one name",
    () =>
      spoilt(
        handWritten({ sheets: { A: `<sheetData>${ROWS}</sheetData>`, B: `<sheetData>${ROWS}</sheetData>` } }),
        (_, textIn) => ({ "xl/workbook.xml": textIn("xl/workbook.xml").replace('name="B"', 'name="A"') }),
      ),
    ANY,
  ),
  hostileFile(
    "no sheet at all",
    () =>
      spoilt(freeBook(), (_, textIn) => ({
        "xl/workbook.xml": textIn("xl/workbook.xml").replace(/<sheet [^>]*>/, ""),
      })),
    ANY,
  ),
  heavyFile(
    "a shared text of thirty megabytes in every label",
    () =>
      bookOf(
        `<sheetData>${rowsXml([["BÁO CÁO NĂM 2024"], HEADER])}${Array.from({ length: 2_000 }, (_, i) => `<row r="${i + 3}"><c r="B${i + 3}" t="s"><v>0</v></c><c r="D${i + 3}"><v>1</v></c></row>`).join("")}</sheetData>`,
        { strings: [`<t>${"số người ".repeat(3_000_000)}</t>`] },
      ),
    refused(DAMAGED),
  ),
  heavyFile(
    "labels of 32.767 letters",
    () =>
      freeBook(
        Array.from(
          { length: 60 },
          (_, i) => [`Tỷ lệ số người ${i} ${"trẻ em dưới 5 tuổi ".repeat(1_600)}`, 1, 2, 3] as const,
        ),
      ),
    read(),
  ),
  hostileFile("a text longer than a cell holds", () => freeBook([["x".repeat(40_000), 1, 2, 3]]), refused(DAMAGED)),
  heavyFile(
    "a million shared texts",
    () => freeBook([], { strings: ["<t/>".repeat(1), ...Array.from({ length: 300_000 }, () => "<t>a</t>")] }),
    read(),
  ),
];

const shared = (index: string): Written => ({ raw: `<v>${index}</v>`, attributes: ' t="s"' });
const styled = (style: string): Written => ({ raw: "<v>5</v>", attributes: ` s="${style}"` });
const formula = (text: string, value: string, type = ""): Written => ({
  raw: `<f>${xml(text)}</f><v>${xml(value)}</v>`,
  attributes: type,
});

/** Every error that Excel knows, and one that it does not. */
const ERRORS = [...EXCEL_ERRORS, "#BLAH!"];

/** Parts that point at what is not there, and cells that are not what they say. */
export const CELLS: readonly HostileFile[] = [
  hostileFile(
    "a shared text that is not there",
    () => freeBook([[shared("99"), 1, 2, 3]], { strings: ["<t>a</t>"] }),
    refused(DAMAGED),
  ),
  hostileFile(
    "a shared text of a negative number",
    () => freeBook([[shared("-1"), 1, 2, 3]], { strings: ["<t>a</t>"] }),
    refused(DAMAGED),
  ),
  hostileFile(
    "a shared text of half a number",
    () => freeBook([[shared("0.5"), 1, 2, 3]], { strings: ["<t>a</t>"] }),
    refused(DAMAGED),
  ),
  hostileFile("a shared text of no list", () => freeBook([[shared("0"), 1, 2, 3]]), refused(DAMAGED)),
  hostileFile(
    "a shared text that is not said",
    () => freeBook([["Số lớp", shared(""), 2, 3]], { strings: ["<t>a</t>"] }),
    read(),
  ),
  hostileFile(
    "a style that is not there",
    () => freeBook([["Số lớp", styled("9999"), styled("-1"), styled("x")]]),
    read(),
  ),
  hostileFile(
    "styles that are no styles",
    () =>
      freeBook([], {
        styles:
          "<styleSheet><numFmts><numFmt numFmtId='x' formatCode='&lt;script&gt;'/></numFmts><cellXfs><xf numFmtId='x'/><xf/></cellXfs></styleSheet>",
      }),
    read(),
  ),
  hostileFile(
    "a number format without end",
    () =>
      freeBook([["Số lớp", styled("1"), 2, 3]], {
        styles: `<styleSheet><numFmts><numFmt numFmtId='170' formatCode='${"[$".repeat(20_000)}0.0'/></numFmts><cellXfs><xf/><xf numFmtId='170'/></cellXfs></styleSheet>`,
      }),
    read(),
  ),
  hostileFile(
    "a cell type of nobody",
    () => freeBook([["Số lớp", { raw: "<v>5</v>", attributes: ' t="zzz"' }, 2, 3]]),
    read(),
  ),
  hostileFile(
    "a figure larger than a double",
    () => freeBook([["Số lớp", { raw: "<v>1e999</v>" }, { raw: "<v>-1e999</v>" }, { raw: "<v>NaN</v>" }]]),
    read("SO2"),
  ),
  hostileFile(
    "figures at the edge of doubles",
    () =>
      freeBook([["Số lớp", { raw: "<v>1.7976931348623157e308</v>" }, { raw: "<v>5e-324</v>" }, { raw: "<v>-0</v>" }]]),
    read(),
  ),
  hostileFile(
    "hexadecimal and other numbers",
    () => freeBook([["Số lớp", { raw: "<v>0x10</v>" }, { raw: "<v>0b11</v>" }, { raw: "<v>Infinity</v>" }]]),
    read(),
  ),
  hostileFile(
    "every error of Excel",
    () =>
      freeBook(
        ERRORS.map((error, i) => [`Số lớp ${i}`, { raw: `<v>${error}</v>`, attributes: ' t="e"' }, 2, 3] as const),
      ),
    read("SO7"),
  ),
  hostileFile(
    "errors in our own form",
    () =>
      ourBook().then((bytes) =>
        spoilt(bytes, (_, textIn) => ({
          [SHEET]: textIn(SHEET).replace(
            new RegExp(`<c r="${cellOf(CODES[2]!, "actual")}"([^>]*?)><v>50</v>`),
            `<c r="${cellOf(CODES[2]!, "actual")}"$1 t="e"><v>#REF!</v>`,
          ),
        })),
      ),
    read("SO7"),
  ),
  hostileFile(
    "circular references",
    () => freeBook([["Số lớp", formula("E6", "0"), formula("D6", "0"), formula("F6+F6", "0")]]),
    read(),
  ),
  hostileFile(
    "formulas of Dynamic Data Exchange",
    () =>
      freeBook([
        [
          "Số lớp",
          formula("cmd|'/C calc'!A0", "5"),
          formula('DDE("cmd","/C calc","a")', "6"),
          formula('WEBSERVICE("http://127.0.0.1:9/")', "7"),
        ],
      ]),
    read(),
  ),
  hostileFile("a formula without end", () => freeBook([["Số lớp", formula(`${"(".repeat(60_000)}1`, "5"), 2, 3]]), ANY),
  hostileFile(
    "a formula of functions in functions",
    () => freeBook([["Số lớp", formula(`${"SUM(".repeat(5_000)}1${")".repeat(5_000)}`, "5"), 2, 3]]),
    ANY,
  ),
  hostileFile(
    "dates where numbers belong",
    () =>
      freeBook([
        ["Số lớp", "7/2024", "31/12/2024", "2024-07-11"],
        [
          "Số trường",
          { raw: "<v>2024-07-11</v>", attributes: ' t="d"' },
          { raw: "<v>hello 1</v>", attributes: ' t="d"' },
          45_000,
        ],
      ]),
    read("SO2"),
  ),
  hostileFile(
    "true and false where numbers belong",
    () =>
      freeBook([["Số lớp", { raw: "<v>1</v>", attributes: ' t="b"' }, { raw: "<v>0</v>", attributes: ' t="b"' }, 3]]),
    read("SO2"),
  ),
  hostileFile(
    "texts in number cells",
    () => freeBook([["Số lớp", "nhiều", "khoảng mười", "12 (mười hai)"]]),
    read("SO2"),
  ),
];

const LOCALES: readonly (readonly [string, string, string])[] = [
  ["vi", "1.234.567,5", "12,5"],
  ["en", "1,234,567.5", "12.5"],
  ["fr", "1\u202f234\u202f567,5", "12,5"],
  ["de-CH", "1’234’567.5", "12.5"],
  ["de-CH, typed", "1'234'567.5", "12.5"],
  ["ar", "١٬٢٣٤٬٥٦٧٫٥", "١٢٫٥"],
  ["fa", "۱٬۲۳۴٬۵۶۷٫۵", "۱۲٫۵"],
  ["hi", "१२,३४,५६७.५", "१२.५"],
  ["full-width", "１．２３４．５６７，５", "１２，５"],
];

/** A return, an escape for terminals, a bell and a C1 control, as SpreadsheetML writes them. */
const CONTROLS = "a_x000D_=1+1_x001B_]0;tiêu đề_x0007__x001B_[2J_x009B_31m";

export const TEXTS: readonly HostileFile[] = [
  ...LOCALES.map(([locale, whole, fraction]) =>
    hostileFile(
      `numbers as text, ${locale}`,
      () =>
        freeBook([
          ["Số tiền", whole, whole, whole],
          ["Tỷ lệ", fraction, fraction, fraction],
        ]),
      read(),
    ),
  ),
  hostileFile(
    "labels with markup and formulas",
    () => freeBook(Object.values(PAYLOADS).map((label) => [label, 1, 2, 3] as const)),
    read(),
  ),
  hostileFile(
    "figures that are markup and formulas",
    () => freeBook(Object.values(PAYLOADS).map((text, i) => [`Số lớp ${i}`, text, text, text] as const)),
    read("SO2"),
  ),
  hostileFile(
    "labels with controls of terminals",
    () =>
      freeBook([
        [CONTROLS, "x1", 2, 3],
        ["Số lớp", CONTROLS, 2, 3],
      ]),
    read(),
  ),
  hostileFile(
    "a sheet named by an attacker",
    () => handWritten({ sheets: { "T&#10;&lt;img src=x&gt;&#x9b;31m": `<sheetData>${ROWS}</sheetData>` } }),
    refused(DAMAGED),
  ),
  hostileFile(
    "right-to-left marks and zero widths",
    () =>
      freeBook([
        ["\u202eSố\u202c lớp\u200b \u2066học\u2069", "\u200f1.234\u200e", "1\u200b234", "\ufeff12"],
        ["S\u00adố t\u200drường", "\u202e12\u202c", 2, 3],
      ]),
    read(),
  ),
  hostileFile(
    "decomposed letters",
    () =>
      freeBook([
        ["Số lớp học".normalize("NFD"), 1, 2, 3],
        ["Tỷ lệ".normalize("NFD"), "trên 95%".normalize("NFD"), "khoảng 3".normalize("NFD"), 3],
      ]),
    read(),
  ),
  hostileFile(
    "marks piled on letters",
    () => freeBook([[`Số${"\u0301".repeat(20_000)} lớp`, `1${"\u0301".repeat(20_000)}`, 2, 3]]),
    read(),
  ),
  hostileFile("lone surrogates", () => freeBook([["Số _xD83D_ lớp", "1_xDE00_", 2, 3]]), read()),
  hostileFile("emoji and flags", () => freeBook([["👨‍👩‍👧‍👦 Số hộ 🇻🇳", "5️⃣", 2, 3]]), read()),
  hostileFile(
    "labels that keep patterns busy",
    () =>
      freeBook([
        [`Số${" ".repeat(30_000)}x`, `${"1.".repeat(15_000)}`, `${"(".repeat(30_000)}`, `${"a ".repeat(15_000)}1`],
        [`${"trong đó ".repeat(3_000)}:`, `${"- ".repeat(15_000)}`, `${",".repeat(30_000)}`, `1${"0".repeat(30_000)}`],
        [
          `${"I.".repeat(15_000)} a`,
          `${"/1.000".repeat(5_000)}`,
          `từ ${" ".repeat(30_000)} trở`,
          `1${".000".repeat(48)}`,
        ],
      ]),
    read("SO2"),
  ),
];

const swapped = (code: string, by: string) => async () =>
  spoilt(await ourBook(), (parts, textIn) => {
    const changes = Object.keys(parts).filter((name) => /sharedStrings|sheet1\.xml$/.test(name));
    return Object.fromEntries(changes.map((name) => [name, textIn(name).replaceAll(`>${code}<`, `>${by}<`)]));
  });

/** Tables of ours whose Mã số column somebody touched. */
export const CODE_COLUMNS: readonly HostileFile[] = [
  hostileFile("a code twice", swapped(CODES[3]!, CODES[2]!), read("CT1")),
  hostileFile(
    "a code with letters that only look Latin",
    swapped(
      CODES[3]!,
      CODES[3]!.replace(
        /[A-Z]/,
        (letter) =>
          ({ A: "А", B: "В", C: "С", E: "Е", H: "Н", K: "К", M: "М", O: "О", P: "Р", T: "Т", X: "Х" })[letter] ?? "А",
      ),
    ),
    read(),
  ),
  hostileFile("a code named __proto__", swapped(CODES[3]!, "__proto__"), read()),
  hostileFile("a code named constructor", swapped(CODES[3]!, "constructor"), read()),
  hostileFile(
    "a code with invisible letters",
    swapped(CODES[3]!, `${CODES[3]!.slice(0, 2)}\u200b${CODES[3]!.slice(2)}`),
    read(),
  ),
  hostileFile(
    "texts, errors and formulas in the figures of our form",
    () =>
      ourBook([
        edit(CODES[1]!, "actual", "=1+1"),
        edit(CODES[2]!, "actual", "<img src=x>"),
        edit(CODES[3]!, "actual", true),
        edit(CODES[4]!, "actual", 1, "cmd|'/C calc'!A0"),
      ]),
    read("SO2"),
  ),
];

export const LINKS: readonly HostileFile[] = [
  hostileFile(
    "links to other files and to the net",
    () =>
      freeBook(
        [
          [
            "Số lớp",
            formula("[1]Sheet1!A1", "5"),
            formula("'\\\\may\\chung\\[x.xlsx]Sheet1'!A1", "6"),
            formula("'http://127.0.0.1:9/[x.xlsx]S'!A1", "7"),
          ],
        ],
        {
          parts: {
            "xl/externalLinks/externalLink1.xml":
              '<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><externalBook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></externalLink>',
            "xl/externalLinks/_rels/externalLink1.xml.rels":
              '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
          },
          relations:
            '<Relationship Id="rId900" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" Target="externalLinks/externalLink1.xml"/>',
          workbook: '<externalReferences><externalReference r:id="rId900"/></externalReferences>',
        },
      ),
    read(),
  ),
  hostileFile(
    "a workbook with macros",
    () =>
      spoilt(freeBook(), (_, textIn) => ({
        "xl/vbaProject.bin": Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3),
        "[Content_Types].xml": textIn("[Content_Types].xml").replace(
          "spreadsheetml.sheet.main+xml",
          "spreadsheetml.template.macroEnabled.main+xml",
        ),
      })),
    read(),
  ),
  hostileFile(
    "a sheet out of the file",
    () =>
      spoilt(freeBook(), (_, textIn) => ({
        "xl/_rels/workbook.xml.rels": textIn("xl/_rels/workbook.xml.rels").replace(
          'Target="worksheets/sheet1.xml"',
          'Target="http://127.0.0.1:9/sheet.xml" TargetMode="External"',
        ),
      })),
    refused(DAMAGED),
  ),
  hostileFile(
    "a workbook of charts only",
    () =>
      spoilt(freeBook(), (_, textIn) => ({
        "xl/_rels/workbook.xml.rels": textIn("xl/_rels/workbook.xml.rels").replace(
          "relationships/worksheet",
          "relationships/chartsheet",
        ),
      })),
    NO_TABLE,
  ),
];
