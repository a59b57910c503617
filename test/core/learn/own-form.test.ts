import fc from "fast-check";
import Papa from "papaparse";
import { checkFigures } from "../../../src/core/check/engine";
import { recognise } from "../../../src/core/form/recognise";
import { learnTable } from "../../../src/core/learn/learn";
import { formIdOf, ownForm, type FormParts } from "../../../src/core/learn/own-form";
import { formFile, problemWords, readFormFile, readFormFolder } from "../../../src/core/learn/own-form-file";
import { LEARN_VI } from "../../../src/core/learn/texts.vi";
import { noteWords } from "../../../src/core/learn/words";
import { readFigures } from "../../../src/core/table/figures";
import type { Grid } from "../../../src/core/table/grid";
import { memoryText, NO_MEMORY, parseMemory } from "../../../src/core/workbook/memory";
import { rememberForm } from "../../../src/core/workbook/own-forms";
import { allForms } from "../../../src/forms";
import { loadOwnForm, withOwnForms } from "../../../src/forms/own";
import { asTyped } from "../../support/published";
import { gridOf, type Line } from "./table";

const LINES: readonly Line[] = [
  ["CHĂM SÓC TRẺ EM", ""],
  ["Trẻ được sàng lọc, trong đó:", "trẻ", 7540, 2435, 2507, -2.9],
  ["- Miễn phí", "trẻ", 6990, 2250, 2299, -2.1],
  ["- Xã hội hóa", "trẻ", 550, 185, 208, -11.1],
  ["Tỷ lệ miễn phí", "%", 92.7, 92.4, 91.7, 0.7],
];

const encode = (text: string) => new TextEncoder().encode(text);

function partsOf(grid: Grid, accept: "all" | "none" = "all"): FormParts {
  const binding = recognise(grid, [])!;
  const learned = learnTable(grid, binding);
  const accepted = new Set(accept === "all" ? learned.suggestions.map(({ id }) => id) : []);
  const note = noteWords(LEARN_VI);
  return ownForm(learned, binding, { id: "RIENG", title: "Biểu riêng", source: "bảng của đơn vị", accepted, note });
}

function loaded(parts: FormParts) {
  const result = loadOwnForm(parts);
  if (!result.ok) throw new Error(result.problems.map(problemWords).join("\n"));
  return result.form;
}

const rowsOf = ({ rows }: ReturnType<typeof loaded>) =>
  rows.map((row) => (row.row === "heading" ? row.code : [row.code, row.total?.text, row.formula?.text, row.kind]));

test("what was accepted becomes the form's rules", () => {
  expect(rowsOf(loaded(partsOf(gridOf(LINES))))).toEqual([
    "M01",
    ["CT001", "CT002 + CT003", undefined, "count"],
    ["CT002", undefined, undefined, "count"],
    ["CT003", undefined, undefined, "count"],
    ["CT004", undefined, "100 * CT002 / CT001", "rate"],
  ]);
});

test("what was not accepted is no rule, and is kept in the notes", () => {
  const form = loaded(partsOf(gridOf(LINES), "none"));
  expect(form.indicators.some(({ total, formula, partOf }) => total ?? formula ?? partOf[0])).toBe(false);
  expect(form.indicators[0]!.note).toBe("Gợi ý chưa nhận: Bằng tổng CT002 + CT003.");
});

test("the table is recognised by its own form beside the shipped ones, and its next mistake is found", () => {
  const form = loaded(partsOf(gridOf(LINES)));
  const wrong = gridOf(
    LINES.map((line) => (line[0] === "- Xã hội hóa" ? ["- Xã hội hóa", "trẻ", 550, 158, 208, -11.1] : line)),
  );
  const forms = withOwnForms([form]);
  const clean = checkFigures(readFigures(gridOf(LINES), recognise(gridOf(LINES), forms)!));
  expect(clean.findings.filter(({ level }) => level !== "hint")).toEqual([]);
  const binding = recognise(wrong, forms)!;
  expect(binding.form?.id).toBe("RIENG");
  const findings = checkFigures(readFigures(wrong, binding)).findings.map(({ rule, cell }) => `${rule} ${cell}`);
  expect(findings).toContain("QH1 D3");
});

test("PL02 is still PL02 where a form was made of a part of it", () => {
  const whole = asTyped("pl02");
  const part = { ...whole, rows: whole.rows.slice(0, 160) };
  const own = loaded(partsOf(part));
  expect(recognise(whole, withOwnForms([own]))?.form?.id).toBe("PL02");
  expect(recognise(part, withOwnForms([own]))?.form?.id).toBe("RIENG");
});

test("a header that names the period names the next one in the next", () => {
  const { columns } = loaded(partsOf(gridOf(LINES)));
  expect(columns.map(({ header }) => header)).toEqual([
    "Chỉ tiêu",
    "Mã số",
    "Đơn vị tính",
    "Kế hoạch năm {nam}",
    "Thực hiện {ky}",
    "Thực hiện {ky-1}",
    "So với cùng kỳ",
  ]);
});

describe("out and in again", () => {
  const parts = () => partsOf(gridOf(LINES));
  const back = (text: string | Uint8Array) => {
    const read = readFormFile(typeof text === "string" ? encode(text) : text);
    if (!read.ok) throw new Error(read.problems.map(problemWords).join("\n"));
    return read.parts;
  };

  test("one file holds the whole form", () => {
    const [again, before] = [loaded(back(formFile(parts()))), loaded(parts())];
    expect(rowsOf(again)).toEqual(rowsOf(before));
    expect({ ...again, rows: [], indicators: [], byCode: new Map() }).toEqual({
      ...before,
      rows: [],
      indicators: [],
      byCode: new Map(),
    });
  });

  test("as Excel saves it: commas, quotes, blank cells at the ends, line ends of Windows", () => {
    const cells = formFile(parts())
      .replace(/^\ufeff/, "")
      .split("\n")
      .map((line) => line.split(";"));
    const saved = cells.map((line) =>
      [...line, "", ""].map((cell) => (cell.includes(",") ? `"${cell}"` : cell)).join(","),
    );
    expect(rowsOf(loaded(back(`\ufeff${saved.join("\r\n")}`)))).toEqual(rowsOf(loaded(parts())));
  });

  test("as Excel saves Unicode text: UTF-16 with tabs", () => {
    const text = formFile(parts())
      .replace(/^\ufeff/, "")
      .replaceAll(";", "\t");
    const bytes = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(new Uint16Array([...text].map((sign) => sign.charCodeAt(0))).buffer),
    ]);
    expect(rowsOf(loaded(back(bytes)))).toEqual(rowsOf(loaded(parts())));
  });

  test("measures and thresholds of a form are not lost on the way", () => {
    const meta = { ...(parts().meta as object), thresholds: { smallCount: 5 }, assessed: false };
    const form = loaded(back(formFile({ ...parts(), meta })));
    expect(form.thresholds.smallCount).toBe(5);
    expect(form.assessed).toBe(false);
  });

  test("no label is run as a formula by the spreadsheet, and every label comes back", () => {
    const evil = "=cmd|' /C calc'!A0";
    const own = partsOf(
      gridOf([
        [evil, "ca", 7540, 2435, 2507],
        ["@SUM(A1)", "ca", 1, 2, 3],
      ]),
    );
    const file = formFile(own);
    expect(file).not.toMatch(/(?:^|[;\n"])[=@]/);
    expect(loaded(back(file)).indicators.map(({ label }) => label)).toEqual([evil, "@SUM(A1)"]);
  });

  test("a label that looks like a formula is itself at once, and guarded again in every file that is written", () => {
    const own = partsOf(
      gridOf([
        ["=1+1", "ca", 7540, 2435, 2507],
        ["Số ca khác", "ca", 1, 2, 3],
      ]),
    );
    expect(loaded(own).indicators[0]!.label).toBe("=1+1");
    expect(formFile(back(formFile(own)))).toContain(";'=1+1;");
  });

  test.each(["1", "1,0"])("a version 1.0 that a spreadsheet made %s of is the same version", (version) => {
    expect(loaded(back(formFile(parts()).replace("Phiên bản;1.0", `Phiên bản;"${version}"`))).version).toBe("1.0");
  });

  describe("conditions of a form", () => {
    const conditions = "Mã số;Vế trái;Dấu;Vế phải;Vì sao\nCT002;CT002;>=;CT003;Miễn phí là chính.";
    const kept = { left: { text: "CT002" }, sign: ">=", right: { text: "CT003" }, why: "Miễn phí là chính." };

    test("go with it into one file and out of it", () => {
      expect(loaded(back(formFile({ ...parts(), conditions }))).conditions).toMatchObject([kept]);
      expect(loaded(back(formFile(parts()))).conditions).toEqual([]);
    });

    test("are read from its folder", () => {
      const { meta, rows } = parts();
      const read = readFormFolder(encode(JSON.stringify(meta)), encode(rows), encode(conditions.replaceAll(";", "\t")));
      expect(loaded((read as { parts: FormParts }).parts).conditions).toMatchObject([kept]);
    });

    test("stay with it in the workbook", () => {
      const memory = memoryText(rememberForm(NO_MEMORY, { id: "RIENG", ...parts(), conditions }));
      expect(parseMemory(memory).memory.forms).toEqual([{ id: "RIENG", ...parts(), conditions }]);
    });

    test("that are wrong are said with the line that the spreadsheet shows", () => {
      const file = formFile({ ...parts(), conditions: conditions.replace(">=", "gồm") });
      const result = loadOwnForm(back(file));
      const line = file.split("\n").findIndex((text) => text.startsWith("CT002;CT002;")) + 1;
      expect(result.ok ? [] : result.problems.map(problemWords)).toEqual([expect.stringContaining(`Dòng ${line}:`)]);
    });
  });

  test("a folder as a spreadsheet left it", () => {
    const { meta, rows } = parts();
    const read = readFormFolder(encode(JSON.stringify(meta)), encode(rows.replaceAll(",", "").replaceAll(";", ",")));
    expect(read.ok && loadOwnForm(read.parts).ok).toBe(true);
  });
});

describe("what is wrong in an edited file is said with its line and column", () => {
  const said = (change: (text: string) => string) => {
    const read = readFormFile(encode(change(formFile(partsOf(gridOf(LINES))))));
    const result = read.ok ? loadOwnForm(read.parts) : read;
    return result.ok ? [] : result.problems.map(problemWords);
  };

  test.each<[string, (text: string) => string, string]>([
    [
      "a kind of its own",
      (text) => text.replace("tỷ lệ;thời điểm", "phần trăm;thời điểm"),
      'Dòng 20: "Loại số" ghi "phần trăm": chỉ nhận số đếm, tỷ lệ, tỷ số, chỉ số, tiền, chữ.',
    ],
    [
      "a code that is not there",
      (text) => text.replace("CT002 + CT003", "CT002 + CT009"),
      "Dòng 17 (CT001): Bằng tổng nhắc đến mã số CT009, trong biểu không có.",
    ],
    [
      "a role of its own",
      (text) => text.replace("kế hoạch;11", "dự toán;11"),
      "Dòng 10: Cột “Kế hoạch năm {nam}” ghi vai trò “dự toán”",
    ],
    [
      "a period of its own",
      (text) => text.replace("quý, 6 tháng", "tháng, 6 tháng"),
      "Dòng 6: Kỳ báo cáo ghi “tháng”; chỉ nhận: quý, 6 tháng, 9 tháng, năm.",
    ],
    [
      "the id of a shipped form",
      (text) => text.replace("RIENG", "PL02"),
      "Mã biểu PL02 là của một biểu có sẵn; hãy đặt mã khác.",
    ],
    [
      "no rows at all",
      (text) => text.slice(0, text.indexOf("Mã số;")),
      "Không thấy dòng tiêu đề của danh sách chỉ tiêu",
    ],
  ])("%s", (_, change, message) => {
    expect(said(change).join("\n")).toContain(message);
  });

  test("a file in an old encoding, and a workbook", () => {
    const old = new Uint8Array([0x54, 0xea, 0x6e, 0xff]);
    for (const [bytes, words] of [
      [old, "CSV UTF-8"],
      [new Uint8Array([0x50, 0x4b, 3, 4]), "Đây là tệp .xlsx"],
    ] as const) {
      const read = readFormFile(bytes);
      expect(read.ok ? "" : read.problems[0]!.message).toContain(words);
    }
  });
});

test("an id is made of the name that people gave", () => {
  expect(formIdOf("bieu-cua-toi", [])).toBe("BIEUCUATOI");
  expect(formIdOf("Biểu Đống Đa", [])).toBe("BIEUDONGDA");
  expect(
    formIdOf(
      "PL02",
      allForms().map(({ id }) => id),
    ),
  ).toBe("PL022");
  expect(formIdOf("2024", [])).toBe("BR2024");
  expect(formIdOf("…", [])).toBe("BR");
});

test("a form's id is free and well formed, whatever people call their form", () => {
  const names = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom("biểu của tôi", "12", "", "Đề án 06", "PL02"));
  fc.assert(
    fc.property(fc.array(names, { maxLength: 6 }), (all) => {
      const taken: string[] = [];
      for (const name of all) {
        const id = formIdOf(name, taken);
        expect(taken).not.toContain(id);
        expect(id).toMatch(/^[A-Z][A-Z0-9]{1,14}$/);
        taken.push(id);
      }
    }),
  );
});

test("a form in one file is the same form again, whatever its labels hold", () => {
  const cell = fc.constantFrom(
    "Tổng số; trong đó",
    "=1+1",
    '"ngoặc"',
    "-",
    "'x",
    "+ Nam",
    "@a",
    "Tỷ lệ (%)",
    "dòng 1, dòng 2",
  );
  const parts = partsOf(gridOf(LINES));
  const [head = "", ...lines] = parts.rows
    .replace(/^\ufeff/, "")
    .trimEnd()
    .split("\n");
  const at = head.split(";").indexOf("Chỉ tiêu");
  fc.assert(
    fc.property(fc.array(cell, { minLength: lines.length, maxLength: lines.length }), cell, (labels, title) => {
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const rows = lines.map((line, index) => line.split(";").toSpliced(at, 1, quoted(labels[index]!)).join(";"));
      const meta = { ...(parts.meta as object), title };
      const read = readFormFile(encode(formFile({ ...parts, meta, rows: [head, ...rows].join("\n") })));
      if (!read.ok) throw new Error(read.problems.map(problemWords).join(" "));
      const tableOf = (text: string) => Papa.parse<string[]>(text.trim(), { delimiter: ";" }).data;
      expect(tableOf(read.parts.rows)).toEqual(tableOf([head, ...rows].join("\n")));
      expect(read.parts.meta).toEqual(meta);
    }),
    { numRuns: 40 },
  );
});
