/** What Excel is told of our functions: made by Microsoft's own tool from their comments. */

import { generateCustomFunctionsMetadata } from "custom-functions-metadata";
import { join } from "node:path";
import { OUR_FUNCTIONS } from "../../src/core/fill/formulas";
import { setUpRuntime } from "./runtime";

interface Metadata {
  readonly functions: readonly {
    readonly id: string;
    readonly name: string;
    readonly description: string;
    readonly parameters: readonly {
      readonly name: string;
      readonly description: string;
      readonly type: string;
      readonly dimensionality: string;
      readonly optional?: boolean;
    }[];
    readonly result: { readonly dimensionality: string };
  }[];
}

async function metadata(): Promise<Metadata> {
  const { metadataJson, errors } = await generateCustomFunctionsMetadata(
    join(__dirname, "..", "..", "src", "functions", "functions.ts"),
  );
  expect(errors).toEqual([]);
  return JSON.parse(metadataJson) as Metadata;
}

test("Excel shows each function with its arguments, the optional ones in brackets", async () => {
  const { functions } = await metadata();
  const shown = functions.map(({ name, parameters }) => {
    const names = parameters.map(({ name: parameter, optional }) => (optional ? `[${parameter}]` : parameter));
    return `${name}(${names.join("; ")})`;
  });
  expect(shown).toEqual([
    "SOVOIKH(TH; KH)",
    "SOCUNGKY(TH; CK; [cách]; [số_thập_phân])",
    "DANHGIA(TH; KH; [chiều]; [tỷ_lệ_thời_gian]; [số_thập_phân])",
    "TYLE(tử; mẫu; [hệ_số])",
    "DOCSO(chữ)",
  ]);
});

test("every argument takes ranges of anything, and every result spills", async () => {
  const { functions } = await metadata();
  for (const { parameters, result } of functions) {
    expect(result.dimensionality).toBe("matrix");
    for (const { dimensionality, type } of parameters) expect([dimensionality, type]).toEqual(["matrix", "any"]);
  }
});

test("descriptions are there, composed, and short enough for Excel's help (128 characters)", async () => {
  const { functions } = await metadata();
  const texts = functions.flatMap(({ description, parameters }) => [
    description,
    ...parameters.map((parameter) => parameter.description),
    ...parameters.map((parameter) => parameter.name),
  ]);
  for (const text of texts) {
    expect(text.length).toBeGreaterThan(0);
    expect(text.length).toBeLessThanOrEqual(128);
    expect(text.normalize("NFC")).toBe(text);
  }
});

test("what is associated, what the metadata names and what filling writes are the same five functions", async () => {
  const { associated } = setUpRuntime();
  await import("../../src/functions/associate");
  const { functions } = await metadata();
  const names = [...OUR_FUNCTIONS].sort();
  expect(Object.keys(associated).sort()).toEqual(names);
  expect(functions.map(({ id }) => id).sort()).toEqual(names);
  expect(functions.map(({ name }) => name).sort()).toEqual(names);
  expect(associated["SOVOIKH"]!([[1200]], [[1750]])).toEqual([[68.6]]);
});
