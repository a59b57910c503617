import { recognise } from "../../../src/core/form/recognise";
import { rowSentences, sectionSentence } from "../../../src/core/report/sentences";
import { lowerLabel, spokenLabel } from "../../../src/core/report/spoken-label";
import { readFigures, type FigureTable } from "../../../src/core/table/figures";
import type { Grid } from "../../../src/core/table/grid";
import { allForms } from "../../../src/forms";
import { asPrinted, type Annex } from "../../support/published";

const tableOf = (grid: Grid) => readFigures(grid, recognise(grid, allForms())!);
const published: Readonly<Record<Annex, FigureTable>> = {
  pl01: tableOf(asPrinted("pl01")),
  pl02: tableOf(asPrinted("pl02")),
};

/** The published annex with other figures in one row: KH, TH, CK. */
function withFigures(annex: Annex, code: string, figures: readonly (string | number)[]): FigureTable {
  const grid = asPrinted(annex);
  const rows = grid.rows.map((row) =>
    row[0]?.value === code
      ? [...row.slice(0, 3), ...figures.map((value) => (value === "" ? undefined : { value }))]
      : row,
  );
  return tableOf({ ...grid, rows });
}

const sayIn = (table: FigureTable, code: string) =>
  rowSentences(table, (row) => row.code === code).map(({ sentence }) => sentence);

test.each([
  [
    "pl02",
    "DTD_10",
    "Hoạt động phòng chống bệnh đái tháo đường: khám và điều trị cho 14.137 lượt đạt 61,7% KH, tăng 18,9% so với cùng kỳ.",
  ],
  ["pl02", "LAO_02", "Số xã khám sàng lọc 6 xã đạt 100% KH, giảm 40% so với cùng kỳ."],
  ["pl02", "LAO_01", "Phòng chống bệnh Lao: số xã triển khai 129 xã đạt 100% KH, bằng cùng kỳ."],
  [
    "pl02",
    "LAO_17",
    "Tỷ lệ bệnh nhân lao hoàn thành điều trị 98,7% (KH 95,3%), tăng 6,3 điểm phần trăm so với cùng kỳ.",
  ],
  ["pl02", "LAO_21", "Tỷ lệ người DTTS mắc lao 31,52/100.000 dân DTTS (KH 36,7), tăng 0,62 so với cùng kỳ."],
  ["pl02", "HIV_11", "Tỷ lệ nhiễm HIV trong nhóm bán dâm 0% (yêu cầu dưới 10%), bằng cùng kỳ."],
  ["pl02", "SKSS_23", "Mắc tai biến sản khoa 8 ca, giảm 2 ca so với cùng kỳ."],
  [
    "pl02",
    "LAO_16",
    "Bệnh nhân lao hoàn thành điều trị, trong đó 53 bệnh nhân lao người DTTS, đạt 60,2% KH, giảm 3,6% so với cùng kỳ.",
  ],
  ["pl01", "BTN_07", "Sốt xuất huyết (ngoại lai): mắc 2 ca, tăng 2 ca so với cùng kỳ; không có ca chết."],
  ["pl01", "BTN_21", "Cúm A(H5N1): không có ca mắc; không có ca chết."],
] as const)("%s %s", (annex, code, sentence) => {
  const [said] = sayIn(published[annex], code);
  expect(said).toBe(sentence);
});

describe("a label that says its unit takes its figure before it, so that nothing is said twice", () => {
  test.each([
    ["LAO_12", "1.700 lam phát hiện, đạt 56,7% KH, giảm 40,8% so với cùng kỳ."],
    // As in the report's section II.1: "phát hiện 75 bệnh nhân Lao mới đạt 50% KH".
    ["LAO_08", "Phát hiện 75 bệnh nhân lao mới, đạt 50% KH, bằng cùng kỳ."],
    ["PHONG_04", "57 bệnh nhân Phong được Quản lý và điều trị, đạt 95% KH, giảm 6,6% so với cùng kỳ."],
    ["MAT_02", "Khám điều tra các bệnh về mắt cho 10.079 lượt đạt 55,1% KH, giảm 11,8% so với cùng kỳ."],
    ["LAO_01", "Phòng chống bệnh Lao: số xã triển khai 129 xã đạt 100% KH, bằng cùng kỳ."],
  ])("%s", (code, sentence) => {
    expect(sayIn(published.pl02, code)).toEqual([sentence]);
  });

  test("patients are treated in visits", () => {
    expect(rowSentences(published.pl02).map(({ sentence }) => sentence)).toContain(
      "Điều trị cho 7.089 lượt bệnh nhân, đạt 55,6% KH, tăng 9,8% so với cùng kỳ.",
    );
  });
});

describe("none is told as none, with what was planned and never as 0% of it", () => {
  test.each([
    // As in the report: "Không phát hiện bệnh nhân Phong mới".
    ["PHONG_02", "Không phát hiện bệnh nhân phong mới (KH 2 bệnh nhân), bằng cùng kỳ."],
    ["PHONG_03", "Chưa có bệnh nhân Phong điều trị khỏi (KH 2 bệnh nhân), bằng cùng kỳ."],
  ])("%s", (code, sentence) => {
    expect(sayIn(published.pl02, code)).toEqual([sentence]);
  });

  test("a drop to none is told in figures, not as 100%", () => {
    const said = rowSentences(published.pl02).map(({ sentence }) => sentence);
    expect(said).toContain(
      "Tập huấn CM về VSMT và giám sát chất lượng nước: chưa có lớp nào (KH 11 lớp), giảm 11 lớp so với cùng kỳ.",
    );
    expect(said.filter((sentence) => /(?:^| )0 \p{L}|(?:đạt|bằng) 0%/u.test(sentence))).toEqual([]);
  });

  test("a rate of 0 is a figure like any other", () => {
    expect(sayIn(published.pl02, "HIV_11")[0]).toContain(" 0% (yêu cầu");
  });
});

test.each([
  ["Tỷ lệ mắc lao/dân số", "Tỷ lệ mắc lao 36,55/100.000 dân (KH 45,7), tăng 0,18 so với cùng kỳ."],
  ["Tỷ số chết mẹ", "Tỷ số chết mẹ 16,8/100.000 trẻ đẻ sống (KH 32,9), giảm 17,1 so với cùng kỳ."],
  [
    "Tỷ lệ ca NĐTP",
    "Tỷ lệ ca NĐTP trong các vụ NĐTP được thống kê báo cáo 0/100.000 dân (yêu cầu dưới 6/100.000 dân), giảm 0,47 so với cùng kỳ.",
  ],
])("a rate is told with what it is of once, behind its figure: %s", (label, sentence) => {
  const said = rowSentences(published.pl02, (row) => row.label.replace(/^[-+. ]+/, "").startsWith(label));
  expect(said.map((one) => one.sentence)).toContain(sentence);
});

test("a part is told with its total where its label alone does not say what it counts", () => {
  const said = rowSentences(published.pl02).map(({ sentence }) => sentence);
  expect(said).toContain(
    "Tổng số người được giám định, trong đó tai nạn lao động 3 người bằng 33,3% KH, giảm 25% so với cùng kỳ.",
  );
  expect(said.filter((sentence) => sentence.startsWith("Khám sức khỏe trước khi kết hôn: khám"))).toEqual([]);
});

test("says nothing of a plan or a last year that is missing, and nothing at all without TH", () => {
  expect(sayIn(withFigures("pl02", "DTD_10", ["", 14137, ""]), "DTD_10")).toEqual([
    "Hoạt động phòng chống bệnh đái tháo đường: khám và điều trị cho 14.137 lượt.",
  ]);
  expect(sayIn(withFigures("pl02", "DTD_10", [22900, 14137, "…"]), "DTD_10")).toEqual([
    "Hoạt động phòng chống bệnh đái tháo đường: khám và điều trị cho 14.137 lượt đạt 61,7% KH.",
  ]);
  expect(sayIn(withFigures("pl02", "DTD_10", [22900, "", 11892]), "DTD_10")).toEqual([]);
  expect(sayIn(withFigures("pl02", "DTD_10", [22900, "chưa có", 11892]), "DTD_10")).toEqual([]);
});

test("growth from nothing is told as a number, and a change too small to show as none to speak of", () => {
  expect(sayIn(withFigures("pl02", "DTD_10", ["", 12, 0]), "DTD_10")).toEqual([
    "Hoạt động phòng chống bệnh đái tháo đường: khám và điều trị cho 12 lượt, tăng 12 lượt so với cùng kỳ.",
  ]);
  expect(sayIn(withFigures("pl02", "DTD_10", ["", 100001, 100000]), "DTD_10")).toEqual([
    "Hoạt động phòng chống bệnh đái tháo đường: khám và điều trị cho 100.001 lượt, tương đương cùng kỳ.",
  ]);
});

test("more than planned of what should stay low is no achievement", () => {
  expect(sayIn(withFigures("pl02", "LAO_20", ["36,5", "38,2", ""]), "LAO_20")[0]).toContain("cao hơn KH 1,7");
});

test("a section is told group by group, parts after their totals", () => {
  const said = sectionSentence(published.pl02, "DTD")!;
  expect(said.split("\n")).toHaveLength(2);
  expect(said).toContain("tư vấn thường xuyên cho 12.806 lượt đạt 74,9% KH, tăng 27,3% so với cùng kỳ; trong đó: đái");
  expect(sectionSentence(published.pl02, "KHONG_CO")).toBeUndefined();
});

test("every published row of figures has a sentence without a hole", () => {
  const all = rowSentences(published.pl02);
  expect(all.length).toBeGreaterThan(500);
  for (const { sentence } of all) expect(sentence).not.toMatch(/undefined|NaN| {2}|\( | ,|: :|\.\.$/);
});

test.each([
  ["Tỷ lệ trẻ em", "tỷ lệ trẻ em"],
  ["HIV còn sống", "HIV còn sống"],
  ["TTYT huyện", "TTYT huyện"],
  ["BHYT toàn dân", "BHYT toàn dân"],
  ["Sở Y tế", "Sở Y tế"],
  ["Điện Biên Đông", "Điện Biên Đông"],
  ["Xã NTM", "xã NTM"],
  ["B/N lao", "B/N lao"],
  ["Methadone thay thế", "Methadone thay thế"],
])("in a sentence %s is %s", (label, lower) => {
  expect(lowerLabel(label)).toBe(lower);
});

test("a label loses what only a table needs", () => {
  expect(spokenLabel("Số lớp tập huấn chuyên môn (lớp)", "lớp")).toBe("Số lớp tập huấn chuyên môn");
  expect(spokenLabel("T.Số B/nhân lao. Trong đó:")).toBe("Tổng số B/nhân lao");
  expect(spokenLabel("Rubeon (Rubella)", "ca")).toBe("Rubeon (Rubella)");
});

test.each([
  ["HOẠT ĐỘNG PHÒNG, CHỐNG TÁC HẠI RƯỢU, BIA", "Hoạt động phòng, chống tác hại rượu, bia"],
  ["CTMTQG GIẢM NGHÈO BỀN VỮNG", "CTMTQG giảm nghèo bền vững"],
  ["CÔNG TÁC TRUYỀN THÔNG GDSK", "Công tác truyền thông GDSK"],
  ["Số CĐTB", "Số CĐTB"],
])("a heading in capitals is written as sentences are: %s", (heading, told) => {
  expect(spokenLabel(heading)).toBe(told);
});
