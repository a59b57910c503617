import Papa from "papaparse";
import { parsePeriod } from "../../../src/core/form/period";
import { recognise } from "../../../src/core/form/recognise";
import { sendable, type Sendable } from "../../../src/core/submit/copy-sheet";
import { dhis2Payload } from "../../../src/core/submit/dhis2";
import { dhis2Period, mappingTemplate, readMapping } from "../../../src/core/submit/dhis2-mapping";
import { sdmxCsv, sdmxPeriod } from "../../../src/core/submit/sdmx";
import { readFigures } from "../../../src/core/table/figures";
import { formById } from "../../../src/forms";
import { asPrinted } from "../../support/published";

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
