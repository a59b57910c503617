/** One example for each rule of what it finds, as facts of a finding, and one of what it leaves alone, in Vietnamese. */

import type { Facts } from "./finding";
import type { KnownRule } from "./texts.vi";

export interface Example {
  readonly found: Facts;
  /** What looks alike and is right. */
  readonly left: string;
}

const ACTUAL = "Thực hiện";

const example = (label: string, stated: string, more: Partial<Facts>, left: string): Example => ({
  found: { label, column: ACTUAL, stated, ...more },
  left,
});

export const EXAMPLES: Readonly<Record<KnownRule, Example>> = {
  SO1: example("Số lượt khám", "1.250", {}, "Ô có số 1250, hiện là 1.250."),
  SO2: example("Số lượt khám", "chưa có", { variant: "text" }, "Ô ghi “-” (không phát sinh) hoặc “…” (chưa thu thập)."),
  SO3: example(
    "Tỷ lệ tiêm chủng",
    "1.234",
    { expected: "1.234 hoặc 1,234" },
    "Chữ “1.234” ở dòng số đếm: chỉ có thể là một nghìn hai trăm ba mươi tư.",
  ),
  SO4: example("Số ca mắc", "-12", {}, "Số âm ở cột So với cùng kỳ: giảm là bình thường."),
  SO5: example("Số ca mắc", "3,5", {}, "Tỷ lệ 3,5%; số tiền 3,5 tỷ đồng."),
  SO6: example(
    "Tỷ lệ trẻ được cân",
    "115,7",
    { expected: "lớn hơn 100" },
    "Tỷ lệ tiêm chủng 104% ở chỉ tiêu có tiêm bù, không đặt giới hạn trên.",
  ),
  SO7: example(
    "Số lượt khám",
    "#DIV/0!",
    { column: "So với cùng kỳ", variant: "derived" },
    "Ô so sánh để trống vì thiếu số.",
  ),
  SO8: example("Tỷ lệ xã đạt", "115,7%", { expected: "115,7" }, "Số 115,7 có định dạng hiện thêm dấu %."),
  SO9: example("Số lớp tập huấn", "45444", {}, "Số 45.444 với định dạng số thường."),
  TH1: example("Số lượt khám", "trống", {}, "Ô ghi “-”: không phát sinh."),
  TH2: example("Số lượt khám", "…", {}, "Dấu “…” ở cột Cùng kỳ: kỳ trước chưa thu thập thì nay không bổ sung được."),
  TH3: example(
    "Số lượt khám",
    "trống",
    { column: "Kế hoạch" },
    "Dòng so sánh bằng hiệu số, thường không giao kế hoạch.",
  ),
  TH4: example("Số lượt khám", "trống", { column: "Cùng kỳ" }, "Cùng kỳ ghi “-”."),
  TH5: example("", "trống", {}, "Cột số chết trống ở biểu bệnh truyền nhiễm: để trống là không có."),
  QH1: example(
    "Sàng lọc sơ sinh",
    "1.722",
    { expected: "1.690", gap: "32", working: "Miễn phí 1.679 + XHH và thị trường 11 = 1.690" },
    "Thiếu số của một phần: chưa kết luận được, ghi vào mục chưa kiểm tra.",
  ),
  QH2: example(
    "Bệnh nhân người DTTS",
    "60",
    { gap: "10", working: "Tổng số bệnh nhân 50" },
    "Hai nhóm “trong đó” cộng lại lớn hơn tổng vì một người thuộc cả hai.",
  ),
  QH3: example(
    "Tỷ lệ BN lao được quản lý",
    "97,3",
    { column: "Kế hoạch", expected: "100,0", working: "Số được quản lý 300; Số phát hiện 300" },
    "2.600/3.000 ghi 86,7 hoặc 87: đúng với số lẻ đã ghi.",
  ),
  QH4: example(
    "Số trẻ được cân",
    "410",
    { gap: "10", working: "Số trẻ đẻ sống 400" },
    "Số trẻ được cân bằng đúng số trẻ đẻ sống.",
  ),
  QH5: example(
    "Bệnh nhân phát hiện mới",
    "60",
    { gap: "10", working: "Tổng số bệnh nhân 50" },
    "Mọi bệnh nhân đều mới phát hiện trong kỳ.",
  ),
  QH6: example(
    "Số chuyển AIDS tích lũy",
    "5.489",
    { other: "5.497", gap: "8" },
    "Kế hoạch thấp hơn thực hiện của cùng kỳ.",
  ),
  QH7: example(
    "Số PNMT tại các xã KV3",
    "5.048",
    { other: "ở mục khác", expected: "6.480", gap: "1.432" },
    "Tỷ lệ ghi 95,23 ở một nơi, 95,2 ở nơi kia: cùng một số, khác số lẻ.",
  ),
  QH8: example(
    "Tổng số hộ sử dụng nguồn nước hợp vệ sinh",
    "128.513",
    {
      working: "Nông thôn dùng nước hợp vệ sinh 104.561 + Thành thị dùng nước sạch 25.066 = 129.627",
      other: "Tổng số hộ dùng nước hợp vệ sinh 128.513",
      gap: "1.114",
      variant: "<=",
      reason: "Nước sạch cũng là nước hợp vệ sinh.",
    },
    "Hai phần cộng lại bằng đúng cả nhóm, hay thiếu số của một phần.",
  ),
  QH9: example(
    "Tỷ lệ bà mẹ sinh con thứ 3 trở lên",
    "20,5",
    { working: "trang tính “B03”, ô F8 (Thực hiện) ghi 20,22", gap: "0,28" },
    "20,2 ở một biểu, 20,22 ở biểu kia; hai biểu của hai kỳ hay hai đơn vị.",
  ),
  SS1: example(
    "Tỷ lệ cơ sở đạt yêu cầu",
    "113,1",
    { working: "99,97 / 85,0 × 100 = 117,6", expected: "117,6" },
    "117,6 hoặc 117,61: cùng kết quả, khác số lẻ.",
  ),
  SS2: example(
    "Số lượt khám",
    "4,8",
    { working: "(1.200 / 1.100 − 1) × 100 = 9,1", expected: "9,1" },
    "Cùng kỳ và thực hiện đều “-”, ô so sánh ghi “-”.",
  ),
  SS3: example(
    "Tỷ lệ NCT được khám",
    "3,7",
    { variant: "points", working: "55,5 − 53,5 = 2,0 điểm", expected: "2,0" },
    "Số đếm không có kế hoạch mà biểu quy định so bằng hiệu số.",
  ),
  SS4: example(
    "Tỷ lệ hộ dùng nước sạch",
    "29,0",
    { variant: "no-same-period" },
    "Cùng kỳ ghi “-” (bằng 0), hiệu bằng đúng số thực hiện.",
  ),
  SS5: example("Số lượt khám", "68,6", { column: "So với KH" }, "Cả cột là số: biểu đã chốt số."),
  SS6: example(
    "Số lượt khám",
    "trống",
    { column: "So với KH", working: "1.200 / 1.750 × 100 = 68,6" },
    "Thiếu kế hoạch, ô So với KH để trống.",
  ),
  SS7: example("Tỷ lệ xã đạt", "98,0", { variant: "bound-plan" }, "Kế hoạch “trên 95%”, ô So với KH để trống."),
  SS8: example(
    "Số lượt khám",
    "Đạt",
    {
      column: "Đánh giá",
      expected: "Chậm tiến độ",
      working: "Chậm tiến độ: 503/1.825 (27,6% cả năm, 55,1% của 6 tháng), còn thiếu 1.322 so với cả năm.",
    },
    "Công thức vừa tính lại theo số mới; ghi chú ở dòng chưa đủ số để đánh giá.",
  ),
  SS9: example("Số lượt khám", "Đạt", { column: "Đánh giá" }, "Cả cột là chữ: biểu đã chốt số."),
  BT1: example(
    "Tỷ lệ tiêm chủng",
    "42,0",
    { variant: "points-down", other: "cùng kỳ", gap: "46,0", working: "TH 42,0; CK 88,0; KH 90,0" },
    "Tỷ suất dựa trên vài ca: 2 ca thành 6 ca.",
  ),
  BT2: example(
    "Số người được khám sàng lọc lao",
    "10.044",
    { column: "Cùng kỳ", variant: "up", other: "thực hiện", gap: "8,4", working: "TH 1.200; CK 10.044; KH 1.750" },
    "Số nhỏ: 3 lớp tập huấn thành 12 lớp.",
  ),
  BT3: example(
    "Số lượt khám",
    "10.400",
    { variant: "up", gap: "10", expected: "1.040", working: "TH 10.400; CK 1.000; KH 2.000" },
    "Cả nhóm dòng cùng giảm mười lần: hoạt động dừng lại, không phải gõ nhầm một số.",
  ),
  BT4: example(
    "Số lượt khám",
    "1,244",
    { expected: "1.244", working: "TH 1,244; CK 1.190; KH 2.500" },
    "Số tiền 1,244 tỷ đồng.",
  ),
  BT5: example(
    "Số lượt khám",
    "1.250",
    { gap: "8", other: "D20:D27" },
    "Số xã, số trường, số dân ít thay đổi qua các năm.",
  ),
  BT6: example(
    "Số người khám lao",
    "4.100",
    { other: "“Số lượt khám”", expected: "310", working: "TH 310; CK 4.000; KH 8.000 | TH 4.100; CK 290; KH 600" },
    "Một dòng lạ nằm cạnh một dòng bình thường.",
  ),
  BT7: example(
    "Tỷ suất mắc",
    "8,5",
    { expected: "5,1", gap: "67", working: "Số ca mắc 500; Dân số 98.000" },
    "Dân số tăng 2% so với năm trước.",
  ),
  KH1: example(
    "Tỷ số giới tính khi sinh",
    "112,4",
    { expected: "103 đến 107", gap: "5,4", variant: "above" },
    "Số lượt khám đạt 60% kế hoạch năm khi mới hết 6 tháng.",
  ),
  KH2: example(
    "Khám điều tra",
    "5.971",
    { expected: "14.300", working: "41,8%", other: "83,5%" },
    "503/1.825 sau quý I: 27,6% cả năm, hơn một phần tư.",
  ),
  KH3: example(
    "Khám sàng lọc THA",
    "7.962",
    { expected: "2.800", working: "284,4%", other: "568,7%" },
    "Kế hoạch 4 lớp, thực hiện 20 lớp: số nhỏ.",
  ),
  CT1: example("Số lượt khám", "không có", {}, "Dòng đổi tên nhưng còn mã số."),
  CT2: example("Số lượt khám", "LAO_03", { other: "dòng 12" }, "Hai dòng trùng tên ở hai mục khác nhau."),
  CT3: example("Số lượt khám", "LAO_03", {}, "Chèn thêm dòng riêng của đơn vị giữa hai chỉ tiêu."),
  CT4: example("Số lượt khám", "Số giường", { expected: "Số lượt khám" }, "Tên viết tắt hoặc sai chính tả đã biết."),
  CT5: example("", "không có", { column: "Cùng kỳ" }, "Cột đổi thứ tự, tiêu đề vẫn nhận ra."),
  CT6: example("", "2023", { other: "2023", expected: "2024" }, "Tiêu đề không ghi năm."),
  CT7: example("", "12", { column: "So với KH" }, "Cả biểu đã điền bằng số theo lựa chọn."),
  CT8: example("Số lượt khám", "", {}, "Dòng mục bị ẩn, không có số."),
  CT9: example("Khám tại nhà", "12", {}, "Chữ ký và ghi chú dưới bảng."),
};
