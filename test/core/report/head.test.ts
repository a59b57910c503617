/** Pieces of sentences: figures with their units, what a clause begins with, what a row is told with. */

import { contextOf, headingOf, isBarePart, repeatedLabels } from "../../../src/core/report/context";
import { amountOf, isPoints, withUnit, writeShort } from "../../../src/core/report/amount";
import { headOf, noneHead } from "../../../src/core/report/head";
import { leadTo, lowerLabel, spokenLabel } from "../../../src/core/report/spoken-label";
import type { Form, Indicator } from "../../../src/core/form/types";
import { formOf } from "../table/support";

const reached = (value: number, decimals = 0) => ({ value, decimals });
const count = (unit: string) => ({ unit, kind: "count" as const });
const rate = (unit: string) => ({ unit, kind: "rate" as const });
const money = { unit: "triệu đồng", kind: "money" as const };

describe("a figure", () => {
  test.each([
    [50, 1, "50"],
    [100, 2, "100"],
    [12.5, 2, "12,5"],
    [0.05, 3, "0,05"],
    [1000, 0, "1.000"],
    [-40, 1, "-40"],
  ])("%d of %d decimals is told as %s", (value, decimals, told) => {
    expect(writeShort(reached(value, decimals))).toBe(told);
  });

  test.each([
    ["people are whole, whatever their cell shows", 14137, 1, count("lượt"), false, "14.137 lượt"],
    ["money keeps its decimals", 12, 1, money, false, "12,0 triệu đồng"],
    ["a rate keeps its decimals", 50, 1, rate("%"), false, "50,0%"],
    ["a rate keeps its sign also where the unit was said", 50, 1, rate("%"), true, "50,0%"],
    ["per mille too", 2.5, 1, rate("‰"), true, "2,5‰"],
    ["of so many", 30.5, 1, rate("/100.000 dân"), false, "30,5/100.000 dân"],
    ["a unit that was said is not said again", 30.5, 1, rate("/100.000 dân"), true, "30,5"],
    ["no unit", 30.5, 1, rate(""), false, "30,5"],
  ])("%s", (_, value, decimals, traits, bare, told) => {
    expect(withUnit(reached(value, decimals), traits, bare)).toBe(told);
  });

  test.each([
    [count("ca"), "3 ca"],
    [money, "3 triệu đồng"],
    [rate("%"), "3 điểm phần trăm"],
    [rate("‰"), "3 điểm phần nghìn"],
    [rate("/100.000 dân"), "3"],
    [{ unit: "nam/100 nữ", kind: "ratio" as const }, "3"],
    [count(""), "3"],
  ])("a difference of %o is %s", (traits, told) => {
    expect(amountOf(reached(3, 1), traits)).toBe(told);
  });

  test("of percentages differences are points, of nothing else", () => {
    expect(["%", "‰", "", "ca", "/100.000 dân"].map((unit) => isPoints({ unit, kind: "rate" }))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe("the beginning of a clause", () => {
  const head = (...given: Parameters<typeof headOf>) => {
    const { text, wordsLast } = headOf(...given);
    return `${text}${wordsLast ? " …" : ""}`;
  };
  test.each([
    ["what is counted stands behind its figure", "Lam phát hiện", count("lam"), "1.700 lam phát hiện …"],
    ["with a deed before it", "Phát hiện bệnh nhân lao mới", count("bệnh nhân"), "Phát hiện 1.700 bệnh nhân lao mới …"],
    ["shortened in the label", "B/N tâm thần", count("bệnh nhân"), "1.700 bệnh nhân tâm thần …"],
    ["alone", "Trẻ", count("trẻ"), "1.700 trẻ"],
    ["a longer word is no unit", "Lamivudin đã cấp", count("lam"), "Lamivudin đã cấp 1.700 lam"],
    ["nor is a mark behind it", "Lam, phiến", count("lam"), "Lam, phiến: 1.700 lam"],
    ["other words begin like a unit", "Xã hội hóa y tế", count("xã"), "Xã hội hóa y tế 1.700 xã"],
    ["care is given to somebody", "Khám phụ khoa", count("lượt"), "Khám phụ khoa cho 1.700 lượt"],
    ["the label says to whom", "Khám cho trẻ", count("lượt"), "Khám cho trẻ 1.700 lượt"],
    ["a colon ends the words", "Khám: lần đầu", count("lượt"), "Khám: lần đầu: 1.700 lượt"],
    ["buildings are given no care", "Khám phụ khoa", count("phòng"), "Khám phụ khoa 1.700 phòng"],
    ["patients in visits", "Điều trị bệnh nhân lao", count("lượt"), "Điều trị cho 1.700 lượt bệnh nhân lao …"],
    ["money", "Tổng kinh phí", money, "Tổng kinh phí 1.700 triệu đồng"],
    ["money before its words", "Triệu đồng viện phí", money, "1.700 triệu đồng viện phí …"],
    ["a count without a unit", "Khám bệnh", count(""), "Khám bệnh 1.700"],
    ["a rate", "Tỷ lệ trẻ được tiêm", rate("%"), "Tỷ lệ trẻ được tiêm 1.700%"],
  ])("%s: %s", (_, label, traits, told) => {
    expect(head(label, reached(1700), traits, false)).toBe(told);
  });

  test("of one measure of several the unit is said once, and care is not turned round", () => {
    expect(head("Lượt khám", reached(12), count("lượt"), true)).toBe("12 lượt khám …");
    expect(head("Khám bệnh", reached(12), count("lượt"), true)).toBe("Khám bệnh 12 lượt");
    expect(head("Số lượt khám", reached(12), count("lượt"), true)).toBe("Số lượt khám 12");
    expect(head("Số tiền triệu đồng", reached(12), money, true)).toBe("Số tiền triệu đồng 12");
    expect(head("Số lượt khám", reached(12), count("lượt"), false)).toBe("Số lượt khám 12 lượt");
    expect(head("Tỷ lệ %", reached(12), rate("%"), true)).toBe("Tỷ lệ % 12%");
  });

  test.each([
    ["Tỷ lệ mắc lao/dân số", "/100.000 dân", "Tỷ lệ mắc lao 36,50/100.000 dân"],
    ["Tỷ số chết mẹ: 1/100.000 trẻ đẻ sống", "/100.000 trẻ đẻ sống", "Tỷ số chết mẹ 36,50/100.000 trẻ đẻ sống"],
    ["Tỷ suất chết trẻ em /1000 trẻ đẻ sống", "/1.000 trẻ", "Tỷ suất chết trẻ em 36,50/1.000 trẻ đẻ sống"],
    ["Tỷ suất trẻ dưới 1 tuổi trên 1000 trẻ DTTS", "/1.000 trẻ", "Tỷ suất trẻ dưới 1 tuổi 36,50/1.000 trẻ DTTS"],
    ["Số bác sĩ/10000 dân", "/10.000 dân", "Số bác sĩ 36,50/10.000 dân"],
    ["Số bác sĩ /10.000  dân", "/10.000 dân", "Số bác sĩ 36,50/10.000 dân"],
    ["Tỷ lệ mắc 1/100000 dân", "/100.000 dân", "Tỷ lệ mắc 36,50/100.000 dân"],
    ["Tỷ lệ ca mắc/100.000 dân trong các vụ", "/100.000 dân", "Tỷ lệ ca mắc trong các vụ 36,50/100.000 dân"],
    ["Tỷ lệ ca mắc/100.000 người trong các vụ", "/100.000 dân", "Tỷ lệ ca mắc 36,50/100.000 người trong các vụ"],
    ["Tỷ lệ ca mắc/100.000 dân DTTS", "/100.000 dân", "Tỷ lệ ca mắc 36,50/100.000 dân DTTS"],
    ["Tỷ lệ mắc", "/100.000 dân", "Tỷ lệ mắc 36,50/100.000 dân"],
    // What is no rate of so many people is told as it is labelled.
    ["Tỷ lệ mắc 1/100.000 dân", "%", "Tỷ lệ mắc 1/100.000 dân 36,50%"],
  ])("what a rate is of stands behind its figure once: %s", (label, unit, told) => {
    expect(head(label, reached(36.5, 2), rate(unit), false)).toBe(told);
  });
});

describe("none", () => {
  const none = (...given: Parameters<typeof noneHead>) => noneHead(...given)?.text;
  test("is no figure of a rate, nor of what has no unit", () => {
    expect(none("Tỷ lệ mắc", rate("%"), false)).toBeUndefined();
    expect(none("Kinh phí", money, false)).toBeUndefined();
    expect(none("Số lớp", count(""), false)).toBeUndefined();
  });
  test.each([
    ["Phát hiện bệnh nhân phong mới", "bệnh nhân", "Không phát hiện bệnh nhân phong mới"],
    ["Tổng số ca chết mẹ", "ca", "Không có ca chết mẹ"],
    ["Số ca chết mẹ", "ca", "Không có ca chết mẹ"],
    ["Ca chết mẹ", "ca", "Không có ca chết mẹ"],
    ["Số ca", "ca", "Số ca: không có ca nào"],
    ["Tập huấn", "lớp", "Tập huấn: không có lớp nào"],
  ])("of %s is told as %s", (label, unit, __) => {
    expect(none(label, count(unit), false)).toBe(__);
    expect(noneHead(label, count(unit), false)!.wordsLast).toBe(true);
  });
  test("is not yet, while there is time for it", () => {
    expect(none("Số ca chết mẹ", count("ca"), true)).toBe("Chưa có ca chết mẹ");
    expect(none("Tập huấn", count("lớp"), true)).toBe("Tập huấn: chưa có lớp nào");
  });
});

describe("a label inside a sentence", () => {
  test.each([
    ["Số lớp (lớp)", "lớp", "Số lớp"],
    ["Số lớp (Lớp)", "lớp", "Số lớp"],
    ["Số lớp (buổi)", "lớp", "Số lớp (buổi)"],
    ["Số lớp ()", "", "Số lớp ()"],
    ["Bệnh (A) trong xã (xã)", "xã", "Bệnh (A) trong xã (xã)"],
    ["Số lớp (lớp) mới", "lớp", "Số lớp (lớp) mới"],
    ["Tỷ lệ trẻ (dưới 5 tuổi) được tiêm (%)", "%", "Tỷ lệ trẻ (dưới 5 tuổi) được tiêm"],
    ["Tỷ suất sinh(%o)", "‰", "Tỷ suất sinh"],
    ["Tỷ suất sinh (‰)", "‰", "Tỷ suất sinh"],
    ["Tỷ lệ (%) trẻ", "%", "Tỷ lệ (%) trẻ"],
    ["Số trẻ (a) và người (%)", "người", "Số trẻ (a) và người (%)"],
    ["Số  xã   mới", "", "Số xã mới"],
    ["Giảm tỷ lệ sinh con thứ 3", "%", "Tỷ lệ sinh con thứ 3"],
    ["Tăng tỷ số", "", "Tăng tỷ số"],
    ["T. số khám", "", "Tổng số khám"],
    ["HIV", "", "HIV"],
    ["A", "", "A"],
    ["Á", "", "Á"],
  ])("%s of %s is %s", (label, unit, told) => {
    expect(spokenLabel(label, unit)).toBe(told);
  });
  test.each([
    ["HỌP", "HỌP"],
    ["KẾT QUẢ HIV/AIDS", "Kết quả HIV/AIDS"],
    ["PHÒNG CHỐNG SỐT XUẤT HUYẾT", "Phòng chống sốt xuất huyết"],
    ["HOẠT ĐỘNG CỦA TYT, TTYT VÀ BHYT", "Hoạt động của TYT, TTYT và BHYT"],
    ["NGHIÊN CỨU Y TẾ, GIÁM SÁT SUY TIM Ở NGƯỜI TỰ NGUYỆN", "Nghiên cứu y tế, giám sát suy tim ở người tự nguyện"],
    ["QUẢN LÝ THUỐC, KHUYẾT TẬT, PHỤ KHOA, XYLITOL", "Quản lý thuốc, khuyết tật, phụ khoa, XYLITOL"],
  ])("capitals: %s is %s", (label, told) => {
    expect(spokenLabel(label)).toBe(told);
  });
  test.each([
    ["Khám, chữa bệnh", "khám, chữa bệnh"],
    ["Xã: tổng số", "xã: tổng số"],
    ["Bệnh A mới", "Bệnh A mới"],
    ["Khám", "khám"],
    ["iPhone cấp", "iPhone cấp"],
    ["xHiv mới", "xHiv mới"],
    ["Vitamin3 uống", "Vitamin3 uống"],
    ["", ""],
  ])("behind a beginning %j is %j", (label, told) => {
    expect(lowerLabel(label)).toBe(told);
  });
  test.each([
    ["Số lớp", "Số lớp "],
    ["Số trẻ dưới 5", "Số trẻ dưới 5: "],
    ["Số trẻ 5 tuổi", "Số trẻ 5 tuổi "],
    ["Cúm A(H5N1)", "Cúm A(H5N1): "],
    ["Cúm (mùa) mới", "Cúm (mùa) mới "],
    ["Khám, chữa", "Khám, chữa: "],
    ["Tại xã: người", "Tại xã: người: "],
  ])("%j leads to its figure as %j", (label, lead) => {
    expect(leadTo(label)).toBe(lead);
  });
});

describe("what a row is told with", () => {
  const line = (code: string, label: string, unit: string, more = "") =>
    `${code};chỉ tiêu;1;1;;${label};${unit};số đếm;phát sinh;cao;0;PT;có;cộng${more}`;
  const form: Form = formOf([
    line("DAU", "Số bệnh nhân", "người"),
    "GIAM;mục;1;I;;GIÁM ĐỊNH Y KHOA:",
    line("TONG", "T.Số người được giám định, trong đó:", "người"),
    line("LAN", "Số lượt", "lượt"),
    "KHAM;mục;1;II;;Khám bệnh",
    line("KHAM_1", "KHÁM BỆNH", "lượt"),
    line("KHAM_2", "Số lượt", "lượt"),
  ]);
  const of = (code: string, change: Partial<Indicator> = {}) => ({
    ...(form.byCode.get(code) as Indicator),
    ...change,
  });

  test("labels that stand there twice are known", () => {
    expect([...repeatedLabels(form)]).toEqual(["Số lượt"]);
    expect([...repeatedLabels(undefined)]).toEqual([]);
  });
  test("the heading above it", () => {
    expect(contextOf(of("LAN"), form)).toBe("Giám định y khoa: ");
    expect(contextOf(of("DAU"), form)).toBe("");
    expect(contextOf(of("KHAM_1"), form)).toBe("");
    expect(headingOf(form, "GIAM")).toBe("Giám định y khoa");
    expect(headingOf(form, "KHONG_CO")).toBe("KHONG_CO");
    expect(headingOf(undefined, "KHAM")).toBe("KHAM");
  });
  test("its total, for a part", () => {
    const part = of("LAN", { partOf: ["TONG"] });
    expect(contextOf(part, form)).toBe("Tổng số người được giám định, trong đó ");
    expect(contextOf({ ...part, partOf: ["KHONG_CO"] }, form)).toBe("Giám định y khoa: ");
  });
  test.each([
    ["Tai nạn lao động", "người", true],
    ["Người khuyết tật", "người", false],
    ["Nữ ở người cao tuổi", "người", false],
    ["Số vụ", "người", false],
    ["Số", "người", true],
    ["Tỷ lệ nữ", "%", false],
  ])("the part %s of %s needs its total: %s", (label, unit, needs) => {
    expect(isBarePart(of("LAN", { label, unit, partOf: ["TONG"] }), form)).toBe(needs);
  });
  test("what is part of nothing needs none", () => {
    const alone = of("LAN", { label: "Bướu cổ" });
    expect(isBarePart(alone, form)).toBe(false);
    expect(isBarePart({ ...alone, partOf: ["KHONG_CO"] }, form)).toBe(false);
    expect(isBarePart({ ...alone, partOf: ["TONG"] }, undefined)).toBe(false);
  });
});
