/** What holds of any workbook: what was adopted is found again, any sheet is answered, own forms come and go whole. */

import fc from "fast-check";
import { metadataProperty, readMetadata } from "../../../src/core/form/metadata";
import { cellAt, cellText, type Grid } from "../../../src/core/table/grid";
import type { Binding } from "../../../src/core/table/binding";
import { adoptSheet, bindRemembered, recogniseSheet, type Adoption } from "../../../src/core/workbook/adopt";
import { memoryText, NO_MEMORY, parseMemory, remember, type WorkbookMemory } from "../../../src/core/workbook/memory";
import { forgetForm, MOST_FORMS, rememberForm, roomFor, type StoredForm } from "../../../src/core/workbook/own-forms";
import { anyFigure, anyPeriod } from "../../support/arbitraries";
import { count, formOf, grid, heading, meta, rate, type Written } from "../form/support";
import { snapshotOf } from "./support";

const FORM = formOf([
  heading("KCB", "Khám chữa bệnh"),
  count("KCB_01", "Tổng số lượt khám bệnh"),
  count("KCB_02", "Số bệnh nhân điều trị nội trú"),
  count("KCB_03", "Số bệnh nhân điều trị ngoại trú"),
  heading("DS", "Dân số"),
  rate("DS_01", "Tỷ lệ sinh con thứ ba trở lên"),
  count("DS_02", "Số trẻ đẻ sống"),
]);
const OTHER = formOf(
  [count("PT_01", "Tổng số ca phẫu thuật"), count("PT_02", "Số ca cấp cứu"), count("PT_03", "Số lượt chụp X-quang")],
  meta(undefined, { id: "KHAC" }),
);
const FORMS = [FORM, OTHER];
const HEADER: readonly Written[] = ["Chỉ tiêu", "Kế hoạch năm 2024", "Thực hiện 6T.2024", "Thực hiện 6T.2023"];
/** Worded so that nobody can be sure which row of the form it is, or whether it is one. */
const UNSURE = ["Số BN ngoại trú tại viện", "Trẻ sinh ra còn sống", "Số máy thở còn dùng được"];
const LABELS = FORM.rows.map(({ label }) => label);

const known = (adoption: Adoption) => {
  if (adoption.kind === "nothing" || adoption.kind === "unknown-form") throw new Error(adoption.kind);
  return adoption;
};
/** Which label stands for which code. */
const codesByLabel = (sheet: Grid, { rows }: Binding) =>
  new Map(rows.map(({ row, code }) => [cellText(cellAt(sheet, row, 0)), code]));
const typed = (lines: readonly (readonly Written[])[], above = 0): Grid =>
  grid([...Array.from({ length: above }, (): Written[] => []), HEADER, ...lines]);
const kept = (memory: WorkbookMemory) => parseMemory(memoryText(memory)).memory;

describe("a table that was adopted", () => {
  const figures = fc.tuple(anyFigure, fc.nat(900), fc.nat(900));
  const anyLines = fc
    .tuple(fc.array(figures, { minLength: 10, maxLength: 10 }), fc.subarray(UNSURE))
    .map(([all, unsure]) => [...LABELS, ...unsure].map((label, at): Written[] => [label, ...all[at]!]));
  const said = fc.constantFrom<string | null>(null, ...FORM.indicators.map(({ code }) => code));

  test("is bound to the same rows after they were sorted, others inserted among them and the sheet renamed", () => {
    fc.assert(
      fc.property(
        anyLines.chain((lines) =>
          fc.record({
            lines: fc.constant(lines),
            sorted: fc.shuffledSubarray(lines, { minLength: lines.length }),
            inserted: fc.array(fc.nat(9), { maxLength: 3 }),
            above: fc.nat(3),
            renamed: fc.boolean(),
            answers: fc.array(said, { minLength: UNSURE.length, maxLength: UNSURE.length }),
            period: anyPeriod,
          }),
        ),
        ({ lines, sorted, inserted, above, renamed, answers, period }) => {
          const sheet = typed(lines);
          const snapshot = snapshotOf(sheet);
          // Whatever is not sure was answered, each row as something else.
          const given = new Map<number, string | null>();
          const claimed = new Set<string>();
          for (let row = LABELS.length + 1; row <= lines.length; row += 1) {
            const code = answers[row - LABELS.length - 1] ?? null;
            given.set(row, code === null || claimed.has(code) ? null : code);
            if (code !== null) claimed.add(code);
          }
          const before = known(recogniseSheet(snapshot, NO_MEMORY, FORMS));
          const memory = kept(
            adoptSheet(snapshot, NO_MEMORY, before, { period, unit: "TTYT huyện A", answers: given }),
          );
          const first = known(recogniseSheet(snapshot, memory, FORMS));
          expect(first.kind).toBe("adopted");
          const moved = [...sorted];
          for (const at of inserted) moved.splice(at, 0, [undefined, undefined, "ghi chú"]);
          const later = { ...typed(moved, above), ...(renamed && { sheet: "Tên khác" }) };
          const again = known(recogniseSheet(snapshotOf(later), memory, FORMS));
          expect(again).toMatchObject({ kind: "adopted", binding: { period, unit: "TTYT huyện A" } });
          expect(codesByLabel(later, again.binding)).toEqual(codesByLabel(sheet, first.binding));
          if (!renamed) expect(bindRemembered(later, FORMS, [], memory)).toEqual(again.binding);
        },
      ),
      { numRuns: 12 },
    );
  });

  test("and taken once more with nothing new to say is remembered as it was", () => {
    fc.assert(
      fc.property(anyLines, anyPeriod, (lines, period) => {
        const snapshot = snapshotOf(typed(lines));
        const first = adoptSheet(snapshot, NO_MEMORY, known(recogniseSheet(snapshot, NO_MEMORY, FORMS)), { period });
        expect(adoptSheet(snapshot, first, known(recogniseSheet(snapshot, first, FORMS)), {})).toEqual(first);
      }),
      { numRuns: 15 },
    );
  });
});

describe("any sheet at all", () => {
  const words = [
    ...HEADER,
    "Mã số",
    "TT",
    "So với KH (%)",
    ...LABELS,
    ...OTHER.rows.map(({ label }) => label),
    ...UNSURE,
  ];
  const codes = [...FORMS].flatMap(({ rows }) => rows.map(({ code }) => code));
  const anyCell = fc.oneof(anyFigure, fc.constantFrom<Written>(...words), fc.constantFrom<Written>(...codes));
  const noise = fc.array(fc.array(anyCell, { maxLength: 6 }), { maxLength: 12 });
  /** A header over rows of one of the forms, some of them spoilt. */
  const likely = fc
    .tuple(fc.constantFrom(...FORMS), fc.boolean(), fc.array(fc.tuple(fc.nat(8), fc.nat(4), anyCell), { maxLength: 4 }))
    .map(([form, coded, spoilt]) => {
      const rows = [HEADER, ...form.rows.map(({ label }): Written[] => [label, 3, 2, 1])].map((cells, at) => [
        ...cells,
        ...(coded ? [at === 0 ? "Mã số" : form.rows[at - 1]!.code] : []),
      ]);
      for (const [row, column, cell] of spoilt) if (rows[row]) rows[row][column] = cell;
      return rows.map((cells) => Array.from(cells));
    });
  const anyGrid = fc.oneof(noise, likely, likely).map((rows) => grid(rows));
  const formId = fc.constantFrom("THU", "KHAC", "MAT");
  const entry = fc.tuple(fc.constantFrom("Biểu", "Cũ"), formId, anyPeriod).map(([sheet, id, period]) => ({
    ...{ sheet, formId: id, version: "1.0", period, unit: "TTYT huyện A" },
  }));
  const answer = fc.record({
    label: fc.constantFrom("tong so luot kham benh", "so tre de song", "x"),
    nth: fc.nat(1),
    code: fc.constantFrom(null, ...codes),
  });
  const anyMemory = fc
    .option(
      fc.record({ id: formId, answers: fc.array(answer, { maxLength: 2 }), sheet: fc.constantFrom("Biểu", "Cũ") }),
    )
    .map((one) =>
      one === null
        ? NO_MEMORY
        : remember(NO_MEMORY, one.sheet, {
            adopted: { formId: one.id, version: "1.0", unit: "TTYT huyện B", answers: one.answers },
          }),
    );
  const anyProperties = fc
    .array(entry, { maxLength: 2 })
    .map((entries) =>
      Object.fromEntries(entries.map((one, at) => Object.values(metadataProperty(one, at)) as [string, string])),
    );

  test("is answered: its rows are bound once each, to rows of the form, and asked about only where they stand", () => {
    fc.assert(
      fc.property(anyGrid, anyMemory, anyProperties, (sheet, memory, properties) => {
        const adoption = recogniseSheet(snapshotOf(sheet, { properties }), memory, FORMS);
        if (adoption.kind === "nothing") return;
        const { rows, unbound, header } = adoption.binding;
        const places = [...rows, ...unbound].map(({ row }) => row);
        expect(new Set(places).size).toBe(places.length);
        expect(places.every((row) => row > header.bottom && row < sheet.rows.length)).toBe(true);
        expect(rows.map(({ row }) => row)).toEqual(rows.map(({ row }) => row).sort((a, b) => a - b));
        if (adoption.kind === "unknown-form") return;
        const { form, doubtful, recognised, total } = adoption;
        expect(rows.every(({ code }) => form.byCode.has(code))).toBe(true);
        expect(recognised).toBeLessThanOrEqual(total);
        for (const { row, guess, alternatives } of doubtful) {
          expect(places).toContain(row);
          const asked = [guess, ...alternatives].map(({ code }) => code);
          expect(new Set(asked).size).toBe(asked.length);
          expect(asked.every((code) => form.byCode.has(code))).toBe(true);
        }
      }),
      { numRuns: 80 },
    );
  });

  test("is the same table to the pane and to a file that is only read, as long as it has its name", () => {
    fc.assert(
      fc.property(anyGrid, anyMemory, anyProperties, (sheet, memory, properties) => {
        const adoption = recogniseSheet(snapshotOf(sheet, { properties }), memory, FORMS);
        fc.pre(adoption.kind !== "adopted" || adoption.renamedFrom === undefined);
        fc.pre(adoption.kind !== "ours" || adoption.metadata === undefined || adoption.metadata.sheet === sheet.sheet);
        const bound = bindRemembered(sheet, FORMS, readMetadata(properties), memory);
        expect(bound).toEqual(adoption.kind === "nothing" ? undefined : adoption.binding);
      }),
      { numRuns: 80 },
    );
  });
});

describe("forms of one's own", () => {
  const ids = ["RIENG", "HUYEN", "XA"];
  const anyForm = fc
    .tuple(
      fc.constantFrom(...ids),
      fc.string({ maxLength: 20 }),
      fc.option(fc.string({ maxLength: 9 }), { nil: undefined }),
    )
    .map(([id, rows, conditions]): StoredForm => ({
      id,
      meta: { id },
      rows,
      ...(conditions !== undefined && { conditions }),
    }));
  const adopted = (formId: string) => ({ formId, version: "1.0", unit: "", answers: [] });
  const anyMemory = fc
    .tuple(fc.array(anyForm, { maxLength: 3 }), fc.array(fc.option(fc.constantFrom(...ids, "PL02")), { maxLength: 4 }))
    .map(([forms, sheets]) =>
      sheets.reduce<WorkbookMemory>(
        (memory, id, at) =>
          remember(memory, `Trang ${at}`, { ignoredRules: ["QH1"], ...(id !== null && { adopted: adopted(id) }) }),
        forms.reduce(rememberForm, NO_MEMORY),
      ),
    );

  test("one that is forgotten leaves nothing of itself, and everything else as it was", () => {
    fc.assert(
      fc.property(anyMemory, fc.constantFrom(...ids), (memory, id) => {
        const after = forgetForm(memory, id);
        expect(JSON.stringify(after)).not.toContain(`"${id}"`);
        const others = (of: WorkbookMemory) => ({
          forms: (of.forms ?? []).filter((form) => form.id !== id),
          sheets: of.sheets.map(({ adopted, ...sheet }) => (adopted?.formId === id ? sheet : { ...sheet, adopted })),
        });
        expect(others(after)).toEqual(others(memory));
        expect(forgetForm(after, id)).toEqual(after);
      }),
    );
  });

  test("there is room for one exactly where the workbook, read again, has it and all that it had", () => {
    const long = 2_000_000;
    const size = fc.constantFrom(0, 10, long - 10, long, long + 1);
    fc.assert(
      fc.property(
        fc.integer({ min: MOST_FORMS - 2, max: MOST_FORMS }),
        fc.boolean(),
        size,
        fc.constantFrom(0, 10),
        (count, again, rows, conditions) => {
          const forms = Array.from({ length: count }, (_, at): StoredForm => ({ id: `B${at}`, meta: {}, rows: "" }));
          const memory = forms.reduce(rememberForm, NO_MEMORY);
          const form: StoredForm = {
            ...{ id: again ? "B3" : "MOI", meta: {}, rows: "x".repeat(rows) },
            ...(conditions > 0 && { conditions: "y".repeat(conditions) }),
          };
          const read = parseMemory(memoryText(rememberForm(memory, form)));
          const whole = !read.damaged && read.memory.forms?.at(-1)?.rows.length === rows;
          expect(roomFor(memory, form) === undefined).toBe(whole);
        },
      ),
      { numRuns: 12 },
    );
  });
});
