import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parsePeriod } from "../../../src/core/form/period";
import { recognise } from "../../../src/core/form/recognise";
import { canonicalText, fingerprintOf, parseFingerprint } from "../../../src/core/submit/fingerprint";
import { readFigures } from "../../../src/core/table/figures";
import type { Cell, CellContent } from "../../../src/core/table/grid";
import { formById } from "../../../src/forms";

const form = formById("MT136")!;
const codes = form.indicators.slice(0, 6).map(({ code }) => code);

/** MT136 with TH figures for its first rows. */
function table(figures: readonly (CellContent | Cell)[], reversed = false) {
  const header = form.columns.map(({ header }): Cell => ({ value: header.replaceAll("{nam}", "2024") }));
  const actual = form.columns.findIndex(({ role }) => role === "actual");
  const body = form.indicators.map(({ code, label }, index) =>
    form.columns.map(({ role }, at): Cell | undefined => {
      if (role === "code") return { value: code };
      if (role === "label") return { value: label };
      const given = figures[index] ?? null;
      if (at !== actual) return undefined;
      return typeof given === "object" && given !== null && "value" in given ? given : { value: given };
    }),
  );
  const grid = { sheet: "x", rows: [header, ...(reversed ? body.reverse() : body)] };
  const hint = { formId: "MT136", period: parsePeriod("2024-N")!, unit: "Sở Y tế  tỉnh Lai Châu" };
  return readFigures(grid, recognise(grid, [form], hint)!);
}

const FIGURES = [95.5, 0, "…", null, "12,50", "<6"] as const;

describe("the fingerprint", () => {
  test("is what sha256sum says of the example in the documentation, which is what we write of such a sheet", async () => {
    const docs = readFileSync(join(__dirname, "../../../docs/ban-nop.md"), "utf8");
    const [, example = ""] = /```text\n(BIEU-Y-TE[^]*?)```/.exec(docs) ?? [];
    const [, said = ""] = /Dấu vân tay của văn bản ấy: `([0-9a-f]{64})`/.exec(docs) ?? [];
    // A stranger's way: none of our code.
    expect(createHash("sha256").update(example, "utf8").digest("hex")).toBe(said);
    const whole = table(FIGURES);
    const six = { ...whole, rows: whole.rows.slice(0, codes.length) };
    expect(six.rows.map(({ code }) => code)).toEqual(codes);
    expect(canonicalText(six)).toBe(example);
    expect(await fingerprintOf(six)).toBe(said);
  });

  test("of a whole sheet is what a stranger recomputes from codes and figures alone", async () => {
    const lines = form.indicators.map(({ code }, index) => {
      const figures = ["95.5", "0", "…", "", "12.5", "<6"];
      return [code, "", "KH=", "KHSAU=", `TH=${figures[index] ?? ""}`].join("\t");
    });
    const head = ["BIEU-Y-TE DAU VAN TAY 1", "BIEU\tMT136", "BAN\t1.0", "KY\t2024-N", "DONVI\tSở Y tế tỉnh Lai Châu"];
    const text = [...head, ...lines.sort()].map((line) => `${line}\n`).join("");
    expect(await fingerprintOf(table(FIGURES))).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
  });

  test("does not depend on order, formats, or whether a number is a text", async () => {
    const one = await fingerprintOf(table(FIGURES));
    expect(await fingerprintOf(table(FIGURES, true))).toBe(one);
    const otherwise = ["95,5", "-", "...", "", 12.5, "< 6"];
    expect(await fingerprintOf(table(otherwise))).toBe(one);
    expect(await fingerprintOf(table([{ value: 0.955, format: "0.0%" }, ...FIGURES.slice(1)]))).toBe(one);
  });

  test.each([
    ["a digit", [95.4, 0, "…", null, "12,50", "<6"]],
    ["zero for missing", [95.5, 0, "…", 0, "12,50", "<6"]],
    ["missing for zero", [95.5, null, "…", null, "12,50", "<6"]],
    ["blank for not collected", [95.5, 0, null, null, "12,50", "<6"]],
    ["a number for a threshold", [95.5, 0, "…", null, "12,50", 6]],
    ["two rows swapped", [0, 95.5, "…", null, "12,50", "<6"]],
  ] as const)("changes with %s", async (_, figures) => {
    expect(await fingerprintOf(table(figures))).not.toBe(await fingerprintOf(table(FIGURES)));
  });

  test("takes a unit that changes what a number means, a percent sign not", async () => {
    const of = (figure: string) => fingerprintOf(table([figure, ...FIGURES.slice(1)]));
    expect(await of("95,5%")).toBe(await of("95,5"));
    expect(await of("95,5‰")).not.toBe(await of("95,5"));
    expect(await of("95,5‰")).toBe(await of("95,5 ‰"));
  });

  test("reads back as people copy it", () => {
    expect(parseFingerprint("ABCDEF01 ".repeat(8))).toBe("abcdef01".repeat(8));
    expect(parseFingerprint("abc")).toBeUndefined();
  });
});
