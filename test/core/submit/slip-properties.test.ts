/** What holds of the Phiếu kiểm tra and of the fingerprint on it, whatever is written. */

import fc from "fast-check";
import { fingerprintOf } from "../../../src/core/submit/fingerprint";
import { readSlip, SLIP_SHEET } from "../../../src/core/submit/slip";
import { isSlipSheet } from "../../../src/core/submit/slip-sheet";
import { cellText, type Grid } from "../../../src/core/table/grid";
import { tidy } from "../../../src/core/text/fold";
import { grid, HALF_2024, type Written } from "../form/support";
import { anySheet, copyBook, FORM, HEADER, read, UNIT, withCell } from "./any-sheet";

describe("the fingerprint", () => {
  const tenths = fc.integer({ min: 0, max: 99_999 }).map((value) => value / 10);
  const ways: readonly ((value: number) => Written)[] = [
    (value) => value,
    (value) => String(value).replace(".", ","),
    (value) => `${String(value).replace(".", ",")} `,
    (value) => ({ value, format: "#,##0.00" }),
    (value) => ({ value, formula: "A1+B1" }),
    (value) => (value / 3) * 3,
  ];
  const table = (written: readonly Written[]) =>
    read(
      grid([
        HEADER,
        ...FORM.indicators.map(({ label, code }, at): Written[] => [label, code, ...written.slice(at * 3, at * 3 + 3)]),
      ]),
    );
  const all = FORM.indicators.length * 3;
  const values = fc.array(tenths, { minLength: all, maxLength: all });

  test("is one for the same figures in whatever way they are written, another once one of them is another", async () => {
    await fc.assert(
      fc.asyncProperty(
        values,
        fc.array(fc.nat(ways.length - 1), { minLength: all, maxLength: all }),
        fc.nat(all - 1),
        tenths,
        async (figures, way, at, other) => {
          const plain = await fingerprintOf(table(figures));
          expect(await fingerprintOf(table(figures.map((value, index) => ways[way[index]!]!(value))))).toBe(plain);
          const changed = figures.map((value, index) => (index === at ? other : value));
          expect((await fingerprintOf(table(changed))) === plain).toBe(other === figures[at]);
        },
      ),
      { numRuns: 30 },
    );
  });

  test("is another for another form, version, period or unit", async () => {
    const one = table(Array<number>(all).fill(1));
    const subject = { formId: FORM.id, version: FORM.version, period: HALF_2024, unit: UNIT };
    const texts = fc.string({ minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("formId" as const, "version" as const, "unit" as const),
        texts,
        async (field, text) => {
          const same = tidy(text) === tidy(subject[field]);
          fc.pre(field === "unit" || text.trim() === text);
          expect(
            (await fingerprintOf(one, undefined, { ...subject, [field]: text })) === (await fingerprintOf(one)),
          ).toBe(same);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe("the Phiếu kiểm tra", () => {
  const words = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 20 }),
    fc.constantFrom("Trang tính", "Dấu vân tay của phiếu", " Nguyễn  Thị A ", "=1+1", "a\tb\nc", "\u200b"),
  );

  test("reads back what was put on it, and no word of it can be another unnoticed", async () => {
    await fc.assert(
      fc.asyncProperty(anySheet, words, fc.nat(200), fc.nat(4), words, async (sheet, person, row, column, word) => {
        const book = await copyBook([read(sheet)], ["THU"], person);
        const slip = book.at(-1)!;
        const said = await readSlip(slip);
        expect(said).toMatchObject({
          kind: "slip",
          person: tidy(person),
          untouched: true,
          tables: [{ sheet: "THU", formId: FORM.id, unit: UNIT }],
        });
        const end = slip.rows.findLastIndex(([first]) => first?.value === "Dấu vân tay của phiếu");
        const at = row % end;
        const spoken = (of: Grid) =>
          of.rows
            .map((cells) => cells.map((one) => tidy(cellText(one))).filter(Boolean))
            .filter(({ length }) => length > 0);
        const changed = withCell(slip, at, column, word);
        const again = await readSlip(changed);
        const same = JSON.stringify(spoken(changed)) === JSON.stringify(spoken(slip));
        expect(again.kind === "slip" && again.untouched).toBe(same);
      }),
      { numRuns: 25 },
    );
  });

  test("is known by its name in whichever way accents are written, and no other sheet is taken for it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("NFC", "NFD", "NFKC", "NFKD"),
        fc.string({ unit: "grapheme", maxLength: 31 }),
        (form, other) => {
          expect(isSlipSheet(SLIP_SHEET.normalize(form))).toBe(true);
          expect(isSlipSheet(other)).toBe(other.normalize("NFC") === SLIP_SHEET);
          expect(isSlipSheet(`${SLIP_SHEET} (2)`)).toBe(false);
        },
      ),
      { numRuns: 20 },
    );
  });
});
