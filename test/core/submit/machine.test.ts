import fc from "fast-check";
import { anyPeriod } from "../../support/arbitraries";
import Papa from "papaparse";
import type { Form } from "../../../src/core/form/types";
import { parsePeriod } from "../../../src/core/form/period";
import { recognise } from "../../../src/core/form/recognise";
import { sendable, type Sendable } from "../../../src/core/submit/copy-sheet";
import { dhis2Payload } from "../../../src/core/submit/dhis2";
import { dhis2Period, mappingTemplate, readMapping } from "../../../src/core/submit/dhis2-mapping";
import { sdmxCsv, sdmxPeriod } from "../../../src/core/submit/sdmx";
import { readFigures } from "../../../src/core/table/figures";
import { formById } from "../../../src/forms";
import { asPrinted } from "../../support/published";
import { FORM, formOf, tableOf, type Written } from "../table/support";

const PL02 = formById("PL02")!;
const UNIT = "Sở Y tế tỉnh Điện Biên";

function published(period = "2024-6T"): Sendable {
  const grid = asPrinted("pl02");
  const hint = { formId: "PL02", period: parsePeriod(period)!, unit: UNIT };
  return sendable(readFigures(grid, recognise(grid, [PL02], hint)!))!;
}

describe("SDMX-CSV", () => {
  test.each([
    ["2024-N", "2024"],
    ["2024-6T", "2024-S1"],
    ["2024-Q3", "2024-Q3"],
    ["2024-9T", "2024-01-01/P9M"],
  ])("%s is %s", (period, expected) => {
    expect(sdmxPeriod(parsePeriod(period)!)).toBe(expected);
  });

  test("tells plan, actual and the year before apart, and zero from missing", () => {
    const { data } = Papa.parse<Record<string, string>>(sdmxCsv([published()]), { header: true, skipEmptyLines: true });
    expect(data[0]).toMatchObject({ STRUCTURE: "dataflow", STRUCTURE_ID: "BIEU_Y_TE:PL02(1.0)", ACTION: "I" });
    const of = (code: string) =>
      data
        .filter(({ INDICATOR }) => INDICATOR === code)
        .map((one) => [one["VALUE_TYPE"], one["TIME_PERIOD"], one["OBS_VALUE"], one["OBS_STATUS"]].join(" "));
    expect(of("LAO_03")).toEqual(["PLAN 2024 1750 A", "ACTUAL 2024-S1 1200 E", "ACTUAL 2023-S1 10044 A"]);
    expect(of("PHONG_02")).toEqual(["PLAN 2024 2 A", "ACTUAL 2024-S1 0 E", "ACTUAL 2023-S1 0 A"]);
    expect(of("DA7TT_06")).toEqual(["PLAN 2024 80 A", "ACTUAL 2024-S1 NaN O"]);
  });
});

describe("estimates in SDMX-CSV", () => {
  const statusOf = (header: string, cell = "TH") => {
    const { table, ...rest } = published();
    const columns = table.binding.columns.map((column) => ({
      ...column,
      header: column.role === "actual" ? header : column.role === "samePeriod" ? `${cell} 2023` : column.header,
    }));
    const said = { ...rest, table: { ...table, binding: { ...table.binding, columns } } };
    const { data } = Papa.parse<Record<string, string>>(sdmxCsv([said]), { header: true, skipEmptyLines: true });
    return data.filter(({ INDICATOR }) => INDICATOR === "LAO_03").map((one) => one["OBS_STATUS"]);
  };
  test.each([
    ["Ước TH 6T.2024", "E"],
    ["Năm 2024 Ước TH", "E"],
    ["Thực hiện 6 tháng (ước)", "E"],
    ["TH 6 tháng, ƯỚC", "E"],
    ["Thực hiện 6T.2024", "A"],
    ["Thực hiện nước sạch", "A"],
    ["Được thực hiện", "A"],
  ])("%s: %s", (header, status) => {
    expect(statusOf(header)).toEqual(["A", status, "A"]);
  });
  test("the year before may be an estimate too; a plan never is", () => {
    expect(statusOf("Thực hiện 6T.2024", "Ước TH")).toEqual(["A", "A", "E"]);
  });
});

describe("observations of small tables", () => {
  const observed = (
    form: Form,
    lines: readonly (readonly [string, ...Written[]])[],
    change: Partial<Sendable> = {},
  ) => {
    const table = tableOf(form, lines);
    const said: Sendable = { table, form, period: parsePeriod("2024-6T")!, unit: UNIT, ...change };
    return Papa.parse<Record<string, string>>(sdmxCsv([said]), { header: true, skipEmptyLines: true }).data;
  };
  const shortly = (all: readonly Record<string, string>[]) =>
    all.map((one) =>
      ["VALUE_TYPE", "FREQ", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "OPERATOR", "DECIMALS"]
        .map((name) => one[name])
        .join(" "),
    );

  test("bounds keep their operator, dashes are none, ellipses were not collected, words are no observation", () => {
    const of = (...figures: Written[]) => shortly(observed(FORM, [["CS", ...figures]]));
    expect(of("<6", 12.25, "-")).toEqual([
      "PLAN A 2024 6 A < 0",
      "ACTUAL S 2024-S1 12.25 E  2",
      "ACTUAL S 2023-S1 0 A  0",
    ]);
    expect(of(null, "…", "…")).toEqual(["ACTUAL S 2024-S1 NaN L  ", "ACTUAL S 2023-S1 NaN L  "]);
    expect(of(null, null, null)).toEqual(["ACTUAL S 2024-S1 NaN O  "]);
    expect(of("chưa giao", "503/1.825", "chưa rõ")).toEqual([]);
    expect(of(null, { value: 0.987, format: "0.0%" }, null)).toEqual(["ACTUAL S 2024-S1 98.7 E  1"]);
  });
  test("every line says of which form, unit, row, measure and unit of measure it is", () => {
    expect(observed(FORM, [["CS", null, 5]])[0]).toEqual({
      STRUCTURE: "dataflow",
      STRUCTURE_ID: "BIEU_Y_TE:THU(1.0)",
      ACTION: "I",
      FREQ: "S",
      REPORTING_UNIT: UNIT,
      INDICATOR: "CS",
      MEASURE: "_T",
      VALUE_TYPE: "ACTUAL",
      TIME_PERIOD: "2024-S1",
      OBS_VALUE: "5",
      OBS_STATUS: "E",
      OPERATOR: "",
      UNIT_MEASURE: "%",
      DECIMALS: "0",
    });
    expect(observed(FORM, [["Hàng lạ", null, 5]])).toEqual([]);
  });
  test.each([
    ["2024-Q3", "Q 2024-Q3"],
    ["2024-9T", "_O 2024-01-01/P9M"],
    ["2024-N", "A 2024"],
  ])("the frequency of %s: %s", (period, told) => {
    const [one] = observed(FORM, [["CS", null, 5]], { period: parsePeriod(period)! });
    expect(`${one!["FREQ"]} ${one!["TIME_PERIOD"]}`).toBe(told);
  });
  test.each([
    ["=1+1", "'=1+1"],
    ["-Sở", "'-Sở"],
    ["Sở Y tế = Sở", "Sở Y tế = Sở"],
    ["TTYT A-B", "TTYT A-B"],
  ])("the unit %s is written %s", (unit, written) => {
    expect(observed(FORM, [["CS", null, 5]], { unit })[0]!["REPORTING_UNIT"]).toBe(written);
  });
  test("a column is of the year that its header names", () => {
    const plans = (header: string, role = "laterPlan") => {
      const column = (of: string, text: string) => ({ role: of, header: text, width: 9 });
      const form = formOf(["A;chỉ tiêu;1;1;;Số A;ca;số đếm;phát sinh;cao;0;PT;có;cộng"], {
        columns: [
          column("code", "Mã số"),
          column("label", "Chỉ tiêu"),
          column("actual", "TH {ky}"),
          column(role, header),
        ],
      });
      return shortly(observed(form, [["A", null, 7]]))[1]?.split(" ")[2];
    };
    expect(plans("Kế hoạch năm 2025")).toBe("2025");
    expect(plans("Kế hoạch {nam}")).toBe("2024");
    expect(plans("Kế hoạch {nam-1}")).toBe("2023");
    expect(plans("Kế hoạch")).toBe("2024");
    expect(plans("TH {ky-1}", "samePeriod")).toBe("2023-S1");
    expect(plans("TH cùng kỳ", "samePeriod")).toBe("2023-S1");
    expect(plans("TH cùng kỳ của {ky}", "samePeriod")).toBe("2024-S1");
    expect(plans("TH 2022", "samePeriod")).toBe("2022-S1");
  });
});

describe("the mapping for DHIS2", () => {
  const uid = (nth: number) => `a${String(nth).padStart(10, "0")}`;
  const filled = (lines: readonly string[]) => ["Loại;Mã số;Số liệu;Tên;Mã DHIS2;Mã phân nhóm", ...lines].join("\r\n");

  test("the template reads back without a problem and maps nothing", () => {
    const text = mappingTemplate(PL02, { unit: UNIT, period: parsePeriod("2024-6T")! });
    expect(text).toContain("Chỉ tiêu;LAO_03;;");
    const { mapping, problems } = readMapping(text, [PL02]);
    expect(problems).toEqual([]);
    expect(mapping.elements).toEqual([]);
    expect(mapping.periods.get("2024-6T")).toBe("2024S1");
  });

  test("the template of a form of several measures has a line for each, and none for texts", () => {
    const column = (role: string, measure?: string) => ({
      role,
      header: `${role} ${measure}`,
      width: 9,
      ...(measure && { measure }),
    });
    const beds = formOf(
      [
        "BV;chỉ tiêu;1;1;;Bệnh viện;giường;số đếm;thời điểm;cao;0;PT;có;cộng",
        "GC;chỉ tiêu;1;2;;Ghi chú;chữ;chữ;thời điểm;không;0;PT;không;không",
      ],
      {
        title: "Biểu giường {kỳ báo cáo} của tỉnh",
        measures: [
          { id: "giuong", label: "Giường" },
          { id: "cs", label: "Công suất" },
        ],
        columns: [column("code"), column("label"), column("actual", "giuong"), column("actual", "cs")],
      },
    );
    expect(mappingTemplate(beds)).toBe(
      [
        "\ufeffLoại;Mã số;Số liệu;Tên;Mã DHIS2;Mã phân nhóm",
        "Bộ dữ liệu;;;Biểu giường của tỉnh;;",
        "Đơn vị;;;;;",
        "Chỉ tiêu;BV;giuong;Bệnh viện (Giường);;",
        "Chỉ tiêu;BV;cs;Bệnh viện (Công suất);;",
        "",
      ].join("\r\n"),
    );
    const given = mappingTemplate(FORM, { unit: "=Sở", period: parsePeriod("2024-9T")! });
    expect(given.split("\r\n").slice(2, 5)).toEqual([
      'Đơn vị;;;"\'=Sở";;',
      "Kỳ;2024-9T;;;;",
      "Chỉ tiêu;KHAM;;Tổng số lượt khám bệnh;;",
    ]);
  });

  test.each([
    ["2024-N", "2024"],
    ["2024-6T", "2024S1"],
    ["2024-Q3", "2024Q3"],
    ["2024-9T", undefined],
  ])("%s is %s", (period, expected) => {
    expect(dhis2Period(parsePeriod(period)!)).toBe(expected);
  });

  test.each([";", ",", "\t"])("a file that was saved with the separator %j reads alike", (sign) => {
    const lines = [
      `Đơn vị;;;Sở;${uid(1)};`,
      `Chỉ tiêu;LAO_03;;Tên;${uid(2)};${uid(3)}`,
      `Bộ dữ liệu;;;;${uid(4)};`,
      ";;;;;",
    ];
    const text = filled(lines).replaceAll(";", sign);
    const { mapping, problems } = readMapping(`\ufeff${text}`, [PL02]);
    expect(problems).toEqual([]);
    expect(mapping.dataSet).toBe(uid(4));
    expect([...mapping.units]).toEqual([["so", uid(1)]]);
    expect(mapping.elements).toEqual([
      { code: "LAO_03", measure: "", dataElement: uid(2), categoryOptionCombo: uid(3) },
    ]);
  });

  test("a file with another header is not read", () => {
    const { mapping, problems } = readMapping(`Mã;Tên\nChỉ tiêu;LAO_03;;;${uid(2)};`, [PL02]);
    expect(problems).toEqual([{ line: 1, message: expect.stringContaining("Loại; Mã số; Số liệu") as string }]);
    expect(mapping.elements).toEqual([]);
    expect(readMapping("", [PL02]).problems).toHaveLength(1);
  });

  test.each([
    "2024",
    "2024S2",
    "2024Q4",
    "202401",
    "202412",
    "20240131",
    "2024April",
    "2024Nov",
    "2024AprilS1",
    "2024NovS2",
  ])("%s is a period of DHIS2", (id) => {
    const { mapping, problems } = readMapping(filled([`Kỳ;2024-9T;;;${id};`]), [PL02]);
    expect(problems).toEqual([]);
    expect(mapping.periods.get("2024-9T")).toBe(id);
  });
  test.each(["24", "2024S3", "2024Q0", "2024Q5", "202413", "202400", "2024AprilS3", "2024S1x", "x2024", "1824"])(
    "%s is none",
    (id) => {
      expect(readMapping(filled([`Kỳ;2024-9T;;;${id};`]), [PL02]).problems).toHaveLength(1);
    },
  );

  test.each([
    ["a period that does not read", "Kỳ;năm nay;;;2024;", "không đọc được"],
    ["a unit without a name", `Đơn vị;;;;${uid(1)};`, "thiếu tên đơn vị"],
    ["a group without an element", `Chỉ tiêu;LAO_01;;;;${uid(1)}`, "thiếu mã DHIS2"],
    ["a group that is no identifier", `Chỉ tiêu;LAO_01;;;${uid(1)};abc`, "“abc” phải có 11"],
    ["an identifier that begins with a digit", "Chỉ tiêu;LAO_01;;;12345678901;", "bắt đầu bằng chữ"],
    ["one that is too long", `Chỉ tiêu;LAO_01;;;${uid(1)}a;`, "11 chữ và số"],
    ["one with a sign", "Chỉ tiêu;LAO_01;;;a123-567890;", "11 chữ và số"],
    ["a heading", `Chỉ tiêu;A_I;;;${uid(1)};`, "không có chỉ tiêu A_I"],
    ["another measure", `Chỉ tiêu;LAO_01;mac;;${uid(1)};`, "LAO_01, số liệu mac"],
  ])("%s is told alone with its line", (_, line, message) => {
    const { problems, mapping } = readMapping(filled([line]), [PL02]);
    expect(problems).toEqual([{ line: 2, message: expect.stringContaining(message) as string }]);
    expect([mapping.units.size, mapping.periods.size, mapping.elements.length]).toEqual([0, 0, 0]);
  });

  test("one element may be taken twice in two groups, and a sign against formulas is no part of a name", () => {
    const lines = [
      `Chỉ tiêu;LAO_01;;;${uid(1)};${uid(2)}`,
      `Chỉ tiêu;LAO_02;;;${uid(1)};${uid(3)}`,
      `Đơn vị;;;'=Sở;${uid(4)};`,
    ];
    const { mapping, problems } = readMapping(filled(lines), [PL02]);
    expect(problems).toEqual([]);
    expect([...mapping.units.keys()]).toEqual(["so"]);
    expect(mapping.elements).toHaveLength(2);
  });

  test("a figure that is no number is left out and told why, and rows without a place for it are not spoken of", () => {
    const elements = ["CS", "GIUONG", "KHAM"].map((code, at) => ({ code, measure: "", dataElement: uid(at) }));
    const mapping = { dataSet: uid(9), units: new Map([["so y te", uid(8)]]), periods: new Map(), elements };
    const table = tableOf(FORM, [
      ["CS", null, "…"],
      ["GIUONG", null, "<6"],
      ["KHAM", null, 0.1 + 0.2],
      ["CHET", null, 5],
      ["Hàng lạ", null, 5],
    ]);
    const said = { table, form: FORM, period: parsePeriod("2024-N")!, unit: "Sở Y tế" };
    expect(dhis2Payload(said, mapping)).toEqual({
      kind: "ready",
      payload: {
        dataSet: uid(9),
        period: "2024",
        orgUnit: uid(8),
        dataValues: [{ dataElement: uid(2), value: "0.3" }],
      },
      left: [
        { code: "CS", measure: "", label: "Tỷ lệ sử dụng giường bệnh", why: "not-collected" },
        { code: "GIUONG", measure: "", label: "Số giường bệnh", why: "no-number" },
        { code: "CHET", measure: "", label: "Số ca tử vong mẹ", why: "not-mapped" },
      ],
    });
    const { dataSet: _set, ...none } = mapping;
    expect(_set).toBe(uid(9));
    const made = dhis2Payload(said, none);
    expect(made.kind === "ready" && "dataSet" in made.payload).toBe(false);
  });

  test.each([
    ["a short identifier", "Chỉ tiêu;LAO_01;;;abc;", "11 chữ và số"],
    ["an unknown code", `Chỉ tiêu;LAO_99;;;${uid(1)};`, "không có chỉ tiêu LAO_99"],
    ["an unknown kind", `Chi cục;LAO_01;;;${uid(1)};`, "không phải"],
    ["a period that DHIS2 has not", "Kỳ;2024-9T;;;2024N9;", "không đúng cách viết"],
    ["the same code twice", `Chỉ tiêu;LAO_02;;;${uid(7)};`, "đã có ở dòng 2"],
    ["the same element twice", `Chỉ tiêu;LAO_01;;;${uid(9)};`, "đã dùng cho chỉ tiêu ở dòng 2"],
  ])("%s is told with its line", (_, line, message) => {
    const { problems } = readMapping(filled([`Chỉ tiêu;LAO_02;;;${uid(9)};`, line]), [PL02]);
    expect(problems).toEqual([{ line: 3, message: expect.stringContaining(message) }]);
  });

  test("gives the payload, and lists what is not in it", () => {
    const lines = [
      `Đơn vị;;;SỞ Y TẾ TỈNH ĐIỆN BIÊN;${uid(1)};`,
      `Chỉ tiêu;LAO_03;;;${uid(2)};${uid(3)}`,
      `Chỉ tiêu;PHONG_02;;;${uid(4)};`,
      `Chỉ tiêu;DA7TT_06;;;${uid(5)};`,
    ];
    const { mapping, problems } = readMapping(filled(lines), [PL02]);
    expect(problems).toEqual([]);
    const made = dhis2Payload(published(), mapping);
    expect(made).toMatchObject({
      kind: "ready",
      payload: {
        period: "2024S1",
        orgUnit: uid(1),
        dataValues: [
          { dataElement: uid(2), categoryOptionCombo: uid(3), value: "1200" },
          { dataElement: uid(4), value: "0" },
        ],
      },
    });
    const left = made.kind === "ready" ? made.left : [];
    expect(left.filter(({ why }) => why !== "not-mapped").map(({ code, why }) => `${code} ${why}`)).toEqual([
      "DA7TT_06 blank",
    ]);
    expect(left).toHaveLength(575 - 2);
    expect(dhis2Payload(published("2024-9T"), mapping)).toEqual({ kind: "no-period" });
    expect(dhis2Payload(published(), { ...mapping, units: new Map() })).toEqual({ kind: "no-unit" });
    expect(dhis2Period(parsePeriod("2024-9T")!)).toBeUndefined();
  });
});

test("no two periods are one to SDMX, or, where it has them, to DHIS2", () => {
  fc.assert(
    fc.property(anyPeriod, anyPeriod, (one, other) => {
      const same = JSON.stringify(one) === JSON.stringify(other);
      expect(sdmxPeriod(one) === sdmxPeriod(other)).toBe(same);
      const [first, second] = [dhis2Period(one), dhis2Period(other)];
      if (first !== undefined) expect(first === second).toBe(same);
    }),
  );
});

test("a mapping file as it is made has nothing to mend, whatever the unit is called", () => {
  const unit = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 20 }),
    fc.constantFrom('=HYPERLINK("x")', "Sở; Y tế", '"'),
  );
  fc.assert(
    fc.property(unit, anyPeriod, (called, period) => {
      const { mapping, problems } = readMapping(mappingTemplate(formById("PL01")!, { unit: called, period }), [
        formById("PL01")!,
      ]);
      expect(problems).toEqual([]);
      expect(mapping.elements).toEqual([]);
      const known = dhis2Period(period);
      expect([...mapping.periods.values()]).toEqual(known === undefined ? [] : [known]);
    }),
    { numRuns: 40 },
  );
});
