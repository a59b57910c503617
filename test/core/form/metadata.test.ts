import fc from "fast-check";
import { anyPeriod } from "../../support/arbitraries";
import {
  addedProperty,
  changedProperty,
  filledProperty,
  hintFor,
  metadataProperty,
  readMetadata,
  readStored,
  type SheetMetadata,
} from "../../../src/core/form/metadata";

const PL02: SheetMetadata = {
  sheet: "PL02",
  formId: "PL02",
  version: "1.0",
  period: { span: "half", year: 2024 },
  unit: "Sở Y tế tỉnh Điện Biên",
};
const B01: SheetMetadata = {
  sheet: "Biểu “1”",
  formId: "B01",
  version: "1.2",
  period: { span: "quarter", year: 2024, quarter: 3 },
  unit: "",
  filled: "formulas",
};

const stored = (...entries: SheetMetadata[]) =>
  Object.fromEntries(
    entries.map((entry, index) => metadataProperty(entry, index)).map(({ name, value }) => [name, value]),
  );

test("a property holds a sheet's metadata as text that people can read", () => {
  expect(metadataProperty(PL02, 0)).toEqual({
    name: "BieuYTe.1",
    value: '{"sheet":"PL02","form":"PL02","version":"1.0","period":"2024-6T","unit":"Sở Y tế tỉnh Điện Biên"}',
  });
});

test("what was stored is read back, among the properties of others", () => {
  const properties = { Company: "Sở Y tế", ...stored(PL02, B01), "Khác.1": metadataProperty(PL02, 0).value };
  expect(readMetadata(properties)).toEqual([PL02, B01]);
  expect(readMetadata({})).toEqual([]);
});

test.each(["functions", "formulas", "values"] as const)("the way of filling: %s", (filled) => {
  expect(readMetadata(stored({ ...PL02, filled }))).toEqual([{ ...PL02, filled }]);
});

const good = { sheet: "PL02", form: "PL02", version: "1.0", period: "2024-6T", unit: "Sở Y tế" };

test.each<readonly [string, string]>([
  ["no JSON", "{"],
  ["a number", "5"],
  ["nothing", "null"],
  ["a list", "[]"],
  ...Object.entries({ sheet: 1, form: null, version: 2, period: 2024 }).map(
    ([field, value]) => [`another kind of ${field}`, JSON.stringify({ ...good, [field]: value })] as const,
  ),
  ...["sheet", "form", "version", "period"].map(
    (field) => [`no ${field}`, JSON.stringify({ ...good, [field]: undefined })] as const,
  ),
  ["an unknown period", JSON.stringify({ ...good, period: "2024-3T" })],
])("what was edited until it does not read is passed over: %s", (_what, text) => {
  expect(readMetadata({ "BieuYTe.1": text, "BieuYTe.2": JSON.stringify(good) })).toHaveLength(1);
});

test("a lost unit and an unknown way of filling do no harm", () => {
  expect(readMetadata({ "BieuYTe.1": JSON.stringify({ ...good, unit: 5, filled: "magic" }) })).toEqual([
    { sheet: "PL02", formId: "PL02", version: "1.0", period: { span: "half", year: 2024 }, unit: "" },
  ]);
});

test("the hint for a sheet is that of its own name, the first where there are two", () => {
  expect(hintFor("Biểu “1”", [PL02, B01])).toEqual(B01);
  expect(hintFor("PL02", [PL02, { ...PL02, formId: "B01" }])).toEqual(PL02);
  expect(hintFor("Trang khác", [PL02, B01])).toBeUndefined();
});

test("a filled sheet's property is found by the sheet, whatever stands in the others", () => {
  const properties = {
    "BieuYTe.1": "hỏng",
    ...Object.fromEntries([[metadataProperty(PL02, 4).name, metadataProperty(PL02, 4).value]]),
  };
  const property = filledProperty(properties, PL02.sheet, "values");
  expect(property?.name).toBe("BieuYTe.5");
  expect(readMetadata({ [property!.name]: property!.value })).toEqual([{ ...PL02, filled: "values" }]);
  expect(filledProperty(properties, "Trang khác", "values")).toBeUndefined();
});

test("a sheet that joins a workbook gets the first name that is free, and never another sheet's", () => {
  const two = stored(PL02, B01);
  const joined: SheetMetadata = { ...B01, sheet: "PL02 (2)" };
  expect(addedProperty(two, joined).name).toBe("BieuYTe.3");
  expect(addedProperty({ "BieuYTe.2": two["BieuYTe.2"]! }, joined).name).toBe("BieuYTe.1");
  expect(addedProperty({ "BieuYTe.1": "hỏng" }, joined).name).toBe("BieuYTe.2");
});

test("a sheet that is made anew under its old name takes its old property over", () => {
  expect(addedProperty(stored(PL02, B01), { ...B01, version: "2.0" })).toMatchObject({ name: "BieuYTe.2" });
});

test("a renamed sheet keeps its property", () => {
  const [entry] = readStored(stored(PL02));
  const { name, value } = changedProperty(entry!, { sheet: "Phụ lục 02" });
  expect(name).toBe("BieuYTe.1");
  expect(readMetadata({ [name]: value })).toEqual([{ ...PL02, sheet: "Phụ lục 02" }]);
});

test("a unit that is longer than Excel keeps is cut, and the rest still reads", () => {
  const { value } = metadataProperty({ ...PL02, unit: "Trung tâm Y tế ".repeat(40) }, 0);
  expect(value.length).toBeLessThanOrEqual(255);
  expect(value.length).toBeGreaterThan(250);
  const [read] = readMetadata({ "BieuYTe.1": value });
  expect(read).toMatchObject({ sheet: "PL02", formId: "PL02" });
  expect("Trung tâm Y tế ".repeat(40).startsWith(read!.unit)).toBe(true);
});

test("a unit is cut no more than it must, and nothing else is lost", () => {
  const long: SheetMetadata = { ...PL02, unit: "", filled: "values" };
  const room = 255 - metadataProperty(long, 0).value.length;
  for (const length of [room, room + 1]) {
    const [read] = readMetadata(stored({ ...long, unit: "x".repeat(length) }));
    expect(read).toEqual({ ...long, unit: "x".repeat(room) });
  }
});

test("what is too long without a unit is stored as it is", () => {
  expect(metadataProperty({ ...PL02, sheet: "S".repeat(300), unit: "" }, 0).value.length).toBeGreaterThan(300);
});

const anyMetadata: fc.Arbitrary<SheetMetadata> = fc
  .record({
    sheet: fc.constantFrom("PL02", "Biểu “1”", "Trang\\2", "B01 (2)"),
    formId: fc.constantFrom("PL02", "B01", "RIENG"),
    version: fc.constantFrom("1.0", "12.3"),
    period: anyPeriod,
    unit: fc.string({ unit: "grapheme", maxLength: 60 }),
  })
  .chain((told) =>
    fc.constantFrom<SheetMetadata>(told, { ...told, filled: "functions" }, { ...told, filled: "values" }),
  );

test("sheets that join a workbook one after the other are all read back; of two of one name the last", () => {
  fc.assert(
    fc.property(fc.array(anyMetadata, { maxLength: 6 }), (all) => {
      let properties: Readonly<Record<string, string>> = { Title: "Báo cáo" };
      for (const one of all) {
        const { name, value } = addedProperty(properties, one);
        expect(value.length).toBeLessThanOrEqual(255);
        properties = { ...properties, [name]: value };
      }
      const last = new Map(all.map((one) => [one.sheet, one]));
      const read = readMetadata(properties);
      const withoutUnits = (told: Iterable<SheetMetadata>) =>
        new Map([...told].map((one) => [one.sheet, { ...one, unit: "" }]));
      expect(withoutUnits(read)).toEqual(withoutUnits(last.values()));
      // Only the unit gives way where a property would be too long, and only from its end.
      for (const { sheet, unit } of read) expect(last.get(sheet)!.unit.startsWith(unit)).toBe(true);
      for (const [name, value] of Object.entries(properties)) {
        if (name !== "Title") expect(hintFor(readMetadata({ [name]: value })[0]!.sheet, read)).toBeDefined();
      }
    }),
  );
});
