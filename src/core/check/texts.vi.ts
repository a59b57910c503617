/** The words of every rule, in Vietnamese: plain, the figure before the rule, no blame. */

import type { Facts, RuleId } from "./finding";

export interface RuleTexts {
  /** One short title. */
  readonly title: string;
  /** What the rule looks at, for the catalogue. */
  readonly checks: string;
  readonly message: (facts: Facts) => string;
  readonly why: string;
  readonly fix: (facts: Facts) => string;
  /** Where the rule comes from. */
  readonly source: string;
}

const PRODUCT_RELATIONS = "Định nghĩa chỉ tiêu của biểu (mẫu số, tử số, tổng và phần).";
const CONVENTIONS =
  "Quy ước ghi số liệu thống kê: “-” là không phát sinh, “…” là có phát sinh nhưng chưa thu thập, để trống là chưa nhập.";
const COMPARISONS = "Cách tính So với KH và So với cùng kỳ dùng trong báo cáo ngành y tế.";
const UNUSUAL =
  "So với chính số liệu của biểu và ngưỡng ghi trong định nghĩa biểu (Hidiroglou và Berthelot, Survey Methodology, 1986).";
const ASSESSMENT = "Cách đánh giá chỉ tiêu theo kế hoạch và thời gian đã qua của năm.";

const quote = (text: string) => `“${text}”`;

/** "Thực hiện ghi 1.200, bằng 1/8,4 cùng kỳ (TH 1.200; CK 10.044; KH 1.750)." */
const manyTimes = (f: Facts) =>
  `${f.column} ghi ${f.stated}, ${f.variant === "up" ? `gấp ${f.gap} lần` : `bằng 1/${f.gap}`} ${f.other} (${f.working}).`;

/** How the sides of a broken condition stand to each other, by the sign that should hold. */
const CONDITION_WORDS: Readonly<Record<string, string>> = { "<=": "lớn hơn", ">=": "nhỏ hơn", "=": "không khớp với" };
const reasonWords = (f: Facts) => (f.reason === undefined ? "" : ` ${f.reason}`);
const gapWords = (f: Facts) => (f.gap === undefined ? "" : ` Lệch ${f.gap}.`);

export const RULE_TEXTS = {
  SO1: {
    title: "Số đang ở dạng chữ",
    checks: "Ô có số nhưng Excel coi là chữ.",
    message: (f) => `${quote(f.stated)} đang là chữ, không phải số.`,
    why: "Excel bỏ qua chữ khi cộng và khi tính công thức, nên tổng có thể sai mà không báo.",
    fix: (f) => `Đổi thành số ${f.stated}.`,
    source: "Cách Excel xử lý chữ trong công thức.",
  },
  SO2: {
    title: "Không đọc được số",
    checks: "Ô phải là số nhưng ghi nội dung khác.",
    message: (f) => {
      if (f.variant === "pair") return `Ô ghi hai số: ${quote(f.stated)}.`;
      if (f.variant === "bound") return `${quote(f.stated)} là ngưỡng, không phải số của kỳ.`;
      if (f.variant === "separators") return `Dấu chấm, dấu phẩy trong ${quote(f.stated)} không theo cách viết số nào.`;
      return `${quote(f.stated)} không phải là số.`;
    },
    why: "Ô này không tham gia tính và không kiểm tra được.",
    fix: (f) =>
      f.variant === "pair"
        ? "Ghi mỗi số vào cột của nó."
        : f.variant === "bound"
          ? "Ghi con số thực tế; ngưỡng chỉ ghi ở cột Kế hoạch."
          : "Nhập lại số; nếu không phát sinh thì ghi “-”, nếu chưa thu thập được thì ghi “…”.",
    source: CONVENTIONS,
  },
  SO3: {
    title: "Số có thể hiểu hai cách",
    checks: "Một dấu chấm hoặc dấu phẩy đứng trước đúng ba chữ số, không rõ là dấu hàng nghìn hay dấu thập phân.",
    message: (f) => `${quote(f.stated)} có thể là ${f.expected}.`,
    why: "Hai cách hiểu lệch nhau một nghìn lần.",
    fix: () => "Nhập lại thành số, không kèm dấu hàng nghìn.",
    source: "Cách viết số của Việt Nam: dấu phẩy thập phân, dấu chấm hàng nghìn.",
  },
  SO4: {
    title: "Số âm",
    checks: "Số nhỏ hơn 0 ở chỉ tiêu không thể âm.",
    message: (f) => `${f.column} ghi ${f.stated}; chỉ tiêu này không thể nhỏ hơn 0.`,
    why: "Số âm làm sai mọi phép cộng và so sánh phía sau.",
    fix: () => "Xem lại số đã nhập, có thể thừa dấu trừ.",
    source: "Giới hạn trong định nghĩa chỉ tiêu.",
  },
  SO5: {
    title: "Số đếm có phần lẻ",
    checks: "Số người, lượt, ca… phải là số nguyên.",
    message: (f) => `${f.column} ghi ${f.stated}; đây là số đếm nên phải là số nguyên.`,
    why: "Thường do dấu chấm hàng nghìn bị đọc thành dấu thập phân (1.244 thành 1,244) hoặc chép nhầm từ dòng tỷ lệ.",
    fix: () => "Nhập lại số nguyên.",
    source: "Loại số trong định nghĩa chỉ tiêu.",
  },
  SO6: {
    title: "Số ngoài giới hạn",
    checks: "Số nằm ngoài khoảng mà chỉ tiêu có thể có.",
    message: (f) => `${f.column} ghi ${f.stated}; chỉ tiêu này không thể ${f.expected}.`,
    why: "Số không thể xảy ra là dấu hiệu nhập nhầm dòng hoặc nhầm cột.",
    fix: () => "Xem lại số đã nhập, có thể nhập nhầm dòng.",
    source: "Giới hạn trong định nghĩa chỉ tiêu.",
  },
  SO7: {
    title: "Ô tính bị lỗi",
    checks: "Ô mang giá trị lỗi của Excel.",
    message: (f) => `${f.column} đang hiện ${f.stated}.`,
    why: "Lỗi này đi theo báo cáo và lan sang các ô tính từ nó.",
    fix: (f) =>
      f.variant === "derived"
        ? "Điền lại cột này; thiếu số để so thì để trống, không để lỗi."
        : "Nhập lại số hoặc sửa công thức trong ô.",
    source: "Giá trị lỗi của Excel.",
  },
  SO8: {
    title: "Số chép kèm đơn vị",
    checks: "Ô ghi cả số và đơn vị.",
    message: (f) => `${quote(f.stated)} có kèm đơn vị nên Excel coi là chữ.`,
    why: "Excel bỏ qua ô này khi tính; đơn vị đã ghi ở cột Đơn vị tính.",
    fix: (f) => `Đổi thành số ${f.expected}.`,
    source: "Cách Excel xử lý chữ trong công thức.",
  },
  SO9: {
    title: "Ngày tháng ở chỗ của số",
    checks: "Excel đã đổi số thành ngày.",
    message: (f) => `${f.column} đang là ngày tháng chứ không phải số.`,
    why: "Khi gõ 1/6 hoặc 3-12, Excel tự đổi thành ngày và mất số đã gõ.",
    fix: () => "Đổi định dạng ô về Số rồi nhập lại.",
    source: "Cách Excel nhận ngày tháng.",
  },
  TH1: {
    title: "Chưa có số thực hiện",
    checks: "Chỉ tiêu bắt buộc mà cột Thực hiện để trống.",
    message: (f) => `${quote(f.label)} chưa có số thực hiện.`,
    why: "Để trống là chưa nhập, không phải bằng 0; chỉ tiêu này không so sánh và không đánh giá được.",
    fix: () => "Nhập số; nếu không phát sinh ghi “-”, nếu chưa thu thập được ghi “…”.",
    source: CONVENTIONS,
  },
  TH2: {
    title: "Số chưa thu thập được",
    checks: "Cột Thực hiện ghi “…”.",
    message: (f) => `${quote(f.label)} ghi “…”: có phát sinh nhưng chưa thu thập được.`,
    why: "Người nhận cần biết vì sao chưa có số.",
    fix: () => "Bổ sung số hoặc giải trình.",
    source: CONVENTIONS,
  },
  TH3: {
    title: "Chưa có kế hoạch",
    checks: "Chỉ tiêu thường có kế hoạch mà cột Kế hoạch để trống.",
    message: (f) => `${quote(f.label)} chưa có kế hoạch nên không tính được So với KH.`,
    why: "Không có kế hoạch thì không đánh giá được đạt hay chưa đạt.",
    fix: () => "Nhập kế hoạch được giao, nếu có.",
    source: CONVENTIONS,
  },
  TH4: {
    title: "Chưa có số cùng kỳ",
    checks: "Cột Cùng kỳ để trống.",
    message: (f) => `${quote(f.label)} chưa có số cùng kỳ nên không so được.`,
    why: "Thiếu số cùng kỳ không có nghĩa là cùng kỳ bằng 0.",
    fix: () => "Lấy số từ báo cáo cùng kỳ năm trước; nếu không phát sinh thì ghi “-”.",
    source: CONVENTIONS,
  },
  TH5: {
    title: "Cột chưa có số nào",
    checks: "Cả một cột nhập liệu còn trống.",
    message: (f) => `Cột ${f.column} chưa có số nào.`,
    why: "Chưa có số thì chưa kiểm tra và chưa tính được.",
    fix: (f) => `Nhập hoặc dán số vào cột ${f.column}.`,
    source: CONVENTIONS,
  },
  QH1: {
    title: "Tổng không bằng các phần cộng lại",
    checks: "Dòng tổng bằng tổng các phần của nó.",
    message: (f) => `${f.label} ghi ${f.stated}; ${f.working}. Lệch ${f.gap}.`,
    why: "Người đọc cộng lại sẽ thấy ngay; một trong các số này sai.",
    fix: (f) => `Sửa tổng thành ${f.expected} nếu các dòng phần đúng; nếu không, xem lại các dòng phần.`,
    source: PRODUCT_RELATIONS,
  },
  QH2: {
    title: "Phần lớn hơn tổng",
    checks: "Mỗi phần “trong đó” không lớn hơn tổng.",
    message: (f) => `${f.label} ghi ${f.stated}, lớn hơn tổng: ${f.working}. Lệch ${f.gap}.`,
    why: "Một phần không thể nhiều hơn cả tổng chứa nó.",
    fix: () => "Xem lại cả hai dòng, có thể nhập nhầm dòng.",
    source: PRODUCT_RELATIONS,
  },
  QH3: {
    title: "Tỷ lệ không khớp tử số và mẫu số",
    checks: "Tỷ lệ bằng tử số chia mẫu số, trong phạm vi làm tròn.",
    message: (f) => `${f.label} ghi ${f.stated}; tính lại từ ${f.working} được ${f.expected}.`,
    why: "Tỷ lệ và hai số tạo ra nó đang nói hai điều khác nhau.",
    fix: (f) =>
      f.variant === "impossible"
        ? "Tử số và mẫu số cho một tỷ lệ không thể có: xem lại hai số này trước."
        : `Sửa tỷ lệ thành ${f.expected} nếu tử số và mẫu số đúng; nếu không, xem lại tử số và mẫu số.`,
    source: PRODUCT_RELATIONS,
  },
  QH4: {
    title: "Nhóm con lớn hơn nhóm chứa nó",
    checks: "Số thuộc một nhóm không lớn hơn cả nhóm.",
    message: (f) => `${f.label} ghi ${f.stated}, lớn hơn ${f.working}. Lệch ${f.gap}.`,
    why: "Số ở dòng này nằm trong phạm vi của dòng kia nên không thể lớn hơn.",
    fix: () => "Xem lại cả hai dòng, có thể nhập nhầm dòng.",
    source: PRODUCT_RELATIONS,
  },
  QH5: {
    title: "Số mới lớn hơn tổng số",
    checks: "Số phát hiện mới không lớn hơn tổng số đã phát hiện.",
    message: (f) => `${f.label} ghi ${f.stated}, lớn hơn ${f.working}. Lệch ${f.gap}.`,
    why: "Số mới đã nằm trong tổng số.",
    fix: () => "Xem lại cả hai dòng.",
    source: PRODUCT_RELATIONS,
  },
  QH6: {
    title: "Số lũy kế giảm",
    checks: "Số lũy kế qua các năm không giảm so với cùng kỳ.",
    message: (f) => `${f.label} ghi ${f.stated}, thấp hơn cùng kỳ ${f.other}. Lệch ${f.gap}.`,
    why: "Số lũy kế chỉ có thể giữ nguyên hoặc tăng; nếu có điều chỉnh số cũ thì cần nói rõ.",
    fix: () => "Xem lại số kỳ này và số cùng kỳ.",
    source: PRODUCT_RELATIONS,
  },
  QH7: {
    title: "Một số ghi hai nơi khác nhau",
    checks: "Cùng một chỉ tiêu ghi ở hai mục phải bằng nhau.",
    message: (f) => `${f.label} ghi ${f.stated}; ${f.other} ghi ${f.expected}. Lệch ${f.gap}.`,
    why: "Người đọc sẽ không biết tin số nào.",
    fix: () => "Thống nhất hai nơi theo số đúng.",
    source: PRODUCT_RELATIONS,
  },
  QH8: {
    title: "Các số không thể cùng đúng",
    checks:
      "Các điều kiện giữa nhiều dòng mà biểu khai báo: hai nhóm rời nhau cộng lại không quá cả nhóm, hai tỷ lệ cùng mẫu số.",
    message: (f) =>
      `${f.working} ${CONDITION_WORDS[f.variant ?? ""] ?? CONDITION_WORDS["="]} ${f.other}.${gapWords(f)}${reasonWords(f)}`,
    why: "Một trong các số này sai; đọc riêng từng dòng thì không thấy.",
    fix: () => "Xem lại các dòng này, có thể lấy từ hai nguồn hay hai thời điểm khác nhau.",
    source: PRODUCT_RELATIONS,
  },
  QH9: {
    title: "Hai biểu ghi khác nhau",
    checks: "Cùng một chỉ tiêu, cùng đơn vị, cùng kỳ ghi ở nhiều biểu của tệp phải bằng nhau.",
    message: (f) => `${f.label} ở đây ghi ${f.stated}; ${f.working}. Lệch ${f.gap}.`,
    why: "Các biểu gửi đi cùng nhau; người đọc đặt cạnh nhau sẽ thấy.",
    fix: () => "Thống nhất các biểu theo số đúng, hoặc giải trình vì sao khác.",
    source: "Danh sách chỉ tiêu chung giữa các biểu (src/forms/links.csv).",
  },
  SS1: {
    title: "So với KH không khớp",
    checks: "So với KH bằng thực hiện chia kế hoạch nhân 100.",
    message: (f) => `So với KH ghi ${f.stated}; ${f.working}.`,
    why: "Có thể số đã sửa mà cột này chưa tính lại.",
    fix: (f) => `Điền lại cột này, kết quả là ${f.expected}.`,
    source: COMPARISONS,
  },
  SS2: {
    title: "So với cùng kỳ không khớp",
    checks: "So với cùng kỳ tính đúng từ thực hiện và cùng kỳ.",
    message: (f) => `So với cùng kỳ ghi ${f.stated}; ${f.working}.`,
    why: "Có thể số đã sửa mà cột này chưa tính lại.",
    fix: (f) => `Điền lại cột này, kết quả là ${f.expected}.`,
    source: COMPARISONS,
  },
  SS3: {
    title: "So sánh sai cách",
    checks: "Số đếm so bằng phần trăm, tỷ lệ so bằng điểm phần trăm.",
    message: (f) => {
      if (f.variant === "points")
        return `Tỷ lệ phải so bằng điểm: ${f.working}; đang ghi ${f.stated} (tính như số lượng).`;
      if (f.variant === "difference")
        return `Số đếm phải so bằng phần trăm: ${f.working}; đang ghi ${f.stated} (chỉ lấy hiệu).`;
      return `Chỉ tiêu này so bằng hiệu: ${f.working}; đang ghi ${f.stated} (tính phần trăm).`;
    },
    why: "Cùng một cột mà tính hai cách thì người đọc hiểu sai mức tăng giảm.",
    fix: (f) => `Điền lại cột này, kết quả là ${f.expected}.`,
    source: COMPARISONS,
  },
  SS4: {
    title: "Thiếu số mà vẫn so",
    checks: "Thiếu số thì kết quả so sánh để trống, không coi là 0.",
    message: (f) => {
      if (f.variant === "no-same-period")
        return `Chưa có số cùng kỳ nên không so được; đang ghi ${f.stated} như thể cùng kỳ bằng 0.`;
      return `Chưa có số thực hiện nên không so được; đang ghi ${f.stated} như thể thực hiện bằng 0.`;
    },
    why: "Thiếu số không phải là bằng 0; con số này làm người đọc tưởng là tăng giảm thật.",
    fix: (f) =>
      f.formula
        ? "Bổ sung số còn thiếu hoặc điền lại cột này; ô có công thức sẽ tự để trống."
        : "Để trống ô này, hoặc bổ sung số còn thiếu rồi điền lại.",
    source: CONVENTIONS,
  },
  SS5: {
    title: "Công thức bị thay bằng số",
    checks: "Một ô số nằm lẫn trong cột công thức.",
    message: (f) => `${f.column} là cột công thức, riêng ô này gõ số ${f.stated}.`,
    why: "Khi số liệu đổi, ô này không tính lại.",
    fix: (f) =>
      f.variant === "unknown"
        ? "Chép công thức từ ô bên trên; dòng này chưa gắn với chỉ tiêu nào nên điền lại không thay được."
        : "Điền lại cột này để có lại công thức.",
    source: COMPARISONS,
  },
  SS6: {
    title: "Chưa tính",
    checks: "Đủ số để so mà ô kết quả còn trống.",
    message: (f) => `${f.column} còn trống; ${f.working}.`,
    why: "Đã có đủ số để tính.",
    fix: () => "Điền cột này.",
    source: COMPARISONS,
  },
  SS7: {
    title: "Không có gì để so mà vẫn ghi số",
    checks: "Kế hoạch trống, bằng 0 hoặc là ngưỡng; cùng kỳ trống hoặc bằng 0: kết quả để trống.",
    message: (f) => {
      const reasons: Readonly<Record<string, string>> = {
        "no-actual": "Chưa có số thực hiện",
        "no-plan": "Chưa có kế hoạch",
        "zero-plan": "Kế hoạch bằng 0",
        "bound-plan": "Kế hoạch là ngưỡng",
        "no-same-period": "Chưa có số cùng kỳ",
        "zero-same-period": "Cùng kỳ bằng 0",
      };
      return `${reasons[f.variant ?? ""] ?? "Thiếu số"} nên không tính được; đang ghi ${f.stated}.`;
    },
    why: "Con số này không theo từ số liệu nào trong biểu.",
    fix: (f) => (f.formula ? "Điền lại cột này; ô có công thức sẽ tự để trống." : "Để trống ô này."),
    source: COMPARISONS,
  },
  SS8: {
    title: "Đánh giá không theo số liệu",
    checks: "Chữ ở cột Đánh giá khác với kết quả từ thực hiện, kế hoạch và kỳ báo cáo.",
    message: (f) =>
      f.variant === "blank" ? `Ô Đánh giá còn trống. ${f.working}` : `Đang ghi “${f.stated}”. ${f.working}`,
    why: "Người nhận đọc cột này trước; đánh giá cũ hoặc gõ nhầm làm sai số chỉ tiêu đạt.",
    fix: (f) => {
      if (f.formula) return "Điền lại cột Đánh giá.";
      if (f.expected === undefined) return "Nhập số còn thiếu, hoặc xóa chữ này.";
      return `Ghi “${f.expected}”, hoặc điền lại cột Đánh giá. Nếu đánh giá theo cách khác thì giải trình.`;
    },
    source: ASSESSMENT,
  },
  SS9: {
    title: "Công thức Đánh giá bị thay bằng chữ",
    checks: "Một ô chữ nằm lẫn trong cột Đánh giá bằng công thức.",
    message: (f) => `Đánh giá là cột công thức, riêng ô này gõ chữ “${f.stated}”.`,
    why: "Khi số liệu đổi, ô này không đánh giá lại.",
    fix: () => "Điền lại cột Đánh giá để có lại công thức.",
    source: ASSESSMENT,
  },
  BT1: {
    title: "Tỷ lệ thay đổi bất thường",
    checks:
      "Tỷ lệ tăng hoặc giảm so với cùng kỳ quá xa mức thường gặp của biểu: tính bằng điểm với tỷ lệ %, bằng số lần với tỷ suất, tỷ số.",
    message: (f) => {
      if (f.variant === "points-up")
        return `${f.column} ghi ${f.stated}, cao hơn ${f.other} ${f.gap} điểm (${f.working}).`;
      if (f.variant === "points-down")
        return `${f.column} ghi ${f.stated}, thấp hơn ${f.other} ${f.gap} điểm (${f.working}).`;
      return manyTimes(f);
    },
    why: "Thay đổi lớn như vậy thường là nhập nhầm dòng, nhầm cột; nếu có thật, người đọc sẽ hỏi lý do.",
    fix: () => "Xem lại số kỳ này và số cùng kỳ; nếu đúng thì giải trình.",
    source: UNUSUAL,
  },
  BT2: {
    title: "Số đếm thay đổi bất thường",
    checks:
      "Số đếm tăng hoặc giảm nhiều lần so với cùng kỳ, quá xa mức thường gặp của biểu có xét độ lớn (Hidiroglou và Berthelot); số nhỏ không xét.",
    message: (f) => manyTimes(f),
    why: "Thay đổi lớn như vậy thường là nhập nhầm dòng, nhầm cột; nếu có thật, người đọc sẽ hỏi lý do.",
    fix: () => "Xem lại số kỳ này và số cùng kỳ; nếu đúng thì giải trình.",
    source: UNUSUAL,
  },
  BT3: {
    title: "Có thể thừa hoặc thiếu chữ số 0",
    checks: "Số lệch đúng 10, 100 hoặc 1.000 lần so với các cột khác của dòng.",
    message: (f) =>
      `${f.column} ghi ${f.stated}, ${f.variant === "down" ? "nhỏ" : "lớn"} hơn khoảng ${f.gap} lần so với cột khác (${f.working}); ${f.expected} thì khớp.`,
    why: "Thừa, thiếu một chữ số hoặc đặt sai dấu thập phân làm số lệch nhiều lần.",
    fix: (f) => `Xem lại số gốc; sửa thành ${f.expected} nếu gõ nhầm, nếu đúng thì giải trình.`,
    source: UNUSUAL,
  },
  BT4: {
    title: "Dấu chấm hàng nghìn bị đọc thành dấu thập phân",
    checks: "Số đếm có phần lẻ, nhân 1.000 thì thành số nguyên khớp với các cột khác của dòng.",
    message: (f) => `${f.column} ghi ${f.stated}; nhân 1.000 được ${f.expected}, khớp với dòng này (${f.working}).`,
    why: "Excel đọc dấu chấm hàng nghìn thành dấu thập phân, số nhỏ đi một nghìn lần.",
    fix: (f) => `Đổi thành ${f.expected}.`,
    source: "Cách viết số của Việt Nam: dấu phẩy thập phân, dấu chấm hàng nghìn.",
  },
  BT5: {
    title: "Một đoạn số giống hệt cùng kỳ",
    checks: "Nhiều dòng liền nhau có thực hiện bằng đúng cùng kỳ, ở các số đếm phát sinh trong kỳ.",
    message: (f) => `${f.gap} số liền nhau từ ${f.other} giống hệt cùng kỳ.`,
    why: "Số phát sinh ít khi lặp lại nguyên cả đoạn; có thể số năm trước còn sót lại.",
    fix: () => "Xem lại cả đoạn; nếu đúng thì giải trình.",
    source: UNUSUAL,
  },
  BT6: {
    title: "Hai dòng liền nhau có thể đổi số cho nhau",
    checks: "Đổi số của hai dòng liền nhau thì cả hai khớp với các cột khác, hoặc tổng và tỷ lệ khớp lại.",
    message: (f) =>
      `${f.column} ghi ${f.stated}, dòng trên ${f.other} ghi ${f.expected}; đổi chỗ hai số thì khớp (${f.working}).`,
    why: "Khi chép số, lệch một dòng là lỗi hay gặp.",
    fix: () => "Xem lại hai dòng; đổi chỗ hai số nếu nhập lệch dòng.",
    source: UNUSUAL,
  },
  BT7: {
    title: "Tỷ suất và số ca không hợp với dân số",
    checks:
      "Cột chưa có dân số: tỷ suất phải hợp với số ca và dân số ở cột khác, vì dân số trong một năm thay đổi rất ít.",
    message: (f) => `${f.label} ghi ${f.stated}; tính từ ${f.working} được khoảng ${f.expected}, lệch ${f.gap}%.`,
    why: "Dân số không thay đổi nhiều đến thế trong một năm, nên số ca hoặc tỷ suất sai.",
    fix: () => "Xem lại số ca, tỷ suất, và bổ sung dân số của cột này.",
    source: PRODUCT_RELATIONS,
  },
  KH1: {
    title: "Chưa đạt kế hoạch",
    checks: "Thực hiện chưa đạt mục tiêu của năm hoặc ngưỡng được giao.",
    message: (f) => {
      const gap = f.gap === undefined ? "" : `, ${f.variant === "above" ? "cao hơn" : "còn thiếu"} ${f.gap}`;
      return `${f.label}: thực hiện ${f.stated}, kế hoạch ${f.expected}${gap}.`;
    },
    why: "Báo cáo phải nêu chỉ tiêu chưa đạt; cũng có thể số thực hiện hoặc kế hoạch nhập nhầm.",
    fix: () => "Nêu nguyên nhân trong báo cáo; xem lại số nếu thấy lạ.",
    source: ASSESSMENT,
  },
  KH2: {
    title: "Chậm tiến độ",
    checks: "Chỉ tiêu cộng dồn trong năm chưa đạt phần của kỳ báo cáo.",
    message: (f) => {
      const shares = f.working === undefined ? "" : `: ${f.working} cả năm, ${f.other} của kỳ này`;
      return `${f.label}: thực hiện ${f.stated}, kế hoạch năm ${f.expected}${shares}.`;
    },
    why: "Với tốc độ này thì hết năm khó đạt; cũng có thể còn thiếu số của đơn vị.",
    fix: () => "Nêu nguyên nhân và giải pháp trong báo cáo; xem lại số nếu thấy lạ.",
    source: ASSESSMENT,
  },
  KH3: {
    title: "Vượt kế hoạch nhiều lần",
    checks: "Thực hiện gấp nhiều lần phần kế hoạch của kỳ; số nhỏ không xét.",
    message: (f) => {
      const period = f.other === undefined ? "" : `, ${f.other} của kỳ này`;
      return `${f.label}: thực hiện ${f.stated}, kế hoạch ${f.expected}: ${f.working} cả năm${period}.`;
    },
    why: "Vượt xa như vậy thường là nhập nhầm thực hiện hoặc kế hoạch, hoặc kế hoạch giao thấp.",
    fix: () => "Xem lại số thực hiện và kế hoạch.",
    source: ASSESSMENT,
  },
  CT1: {
    title: "Thiếu dòng",
    checks: "Mọi chỉ tiêu của biểu đều có dòng.",
    message: (f) => `Không thấy dòng ${quote(f.label)}.`,
    why: "Biểu thiếu chỉ tiêu thì cấp trên không tổng hợp được.",
    fix: () => "Thêm lại dòng này, hoặc sửa tên dòng cho đúng biểu.",
    source: "Danh mục chỉ tiêu của biểu.",
  },
  CT2: {
    title: "Dòng lặp lại",
    checks: "Mỗi mã số chỉ có một dòng.",
    message: (f) => `${quote(f.label)} đã có ở ${f.other}.`,
    why: "Hai dòng cùng một chỉ tiêu thì không biết lấy số nào.",
    fix: () => "Xóa bớt một dòng.",
    source: "Danh mục chỉ tiêu của biểu.",
  },
  CT3: {
    title: "Dòng đổi chỗ",
    checks: "Thứ tự dòng theo biểu mẫu.",
    message: (f) => `${quote(f.label)} không ở đúng thứ tự của biểu.`,
    why: "Số liệu vẫn được nhận đúng theo mã số; người đọc quen thứ tự cũ có thể nhìn nhầm.",
    fix: () => "Chuyển dòng về chỗ cũ nếu không cố ý đổi.",
    source: "Thứ tự chỉ tiêu của biểu.",
  },
  CT4: {
    title: "Tên chỉ tiêu khác biểu mẫu",
    checks: "Tên ở dòng có mã số khớp với định nghĩa.",
    message: (f) => {
      const stated = f.stated.trim() === "" ? "chưa ghi tên" : `ghi ${quote(f.stated)}`;
      return `Dòng ${stated}; theo mã số phải là ${quote(f.expected ?? "")}.`;
    },
    why: "Mã số và tên nói hai chỉ tiêu khác nhau, có thể số đã vào nhầm dòng.",
    fix: () => "Xem lại mã số và tên của dòng.",
    source: "Danh mục chỉ tiêu của biểu.",
  },
  CT5: {
    title: "Thiếu cột",
    checks: "Bảng có đủ các cột của biểu.",
    message: (f) => `Không thấy cột ${f.column}.`,
    why: "Những kiểm tra cần cột này không làm được.",
    fix: (f) => `Thêm cột ${f.column}, hoặc sửa lại tiêu đề cột cho đúng.`,
    source: "Các cột của biểu.",
  },
  CT6: {
    title: "Sai năm trên tiêu đề cột",
    checks: "Năm trên tiêu đề khớp với kỳ báo cáo.",
    message: (f) => `Cột ${f.column} ghi năm ${f.other}; kỳ báo cáo này phải là ${f.expected}.`,
    why: "Tiêu đề sai năm thường là dấu hiệu dùng lại tệp của kỳ trước, số liệu có thể cũng là số cũ.",
    fix: () => "Sửa năm trên tiêu đề và xem lại số của cột.",
    source: "Kỳ báo cáo của biểu.",
  },
  CT7: {
    title: "Cột mất công thức",
    checks: "Cột đã điền bằng công thức vẫn còn công thức.",
    message: (f) => `Cột ${f.column} đã điền bằng công thức, nay ${f.stated} ô chỉ còn số.`,
    why: "Cột này không còn tự tính lại khi số liệu đổi.",
    fix: () => "Điền lại cột.",
    source: COMPARISONS,
  },
  CT8: {
    title: "Dòng đang ẩn",
    checks: "Dòng chỉ tiêu bị ẩn.",
    message: (f) => `Dòng ${quote(f.label)} đang ẩn; số vẫn được tính và kiểm tra.`,
    why: "Dòng ẩn không in ra nhưng vẫn nằm trong tổng.",
    fix: () => "Bỏ ẩn nếu cần gửi đủ biểu.",
    source: "Danh mục chỉ tiêu của biểu.",
  },
  CT9: {
    title: "Dòng chưa nhận ra",
    checks: "Dòng có số nhưng không thuộc chỉ tiêu nào của biểu.",
    message: (f) =>
      f.other === undefined
        ? `${quote(f.label)} không phải chỉ tiêu của biểu này.`
        : `${quote(f.label)} đã có ở ${f.other}; dòng này chưa gắn với chỉ tiêu nào.`,
    why: "Dòng này chỉ được kiểm tra dạng số và cột so sánh.",
    fix: () => "Sửa tên dòng cho đúng biểu, hoặc để nguyên nếu là dòng riêng của đơn vị.",
    source: "Danh mục chỉ tiêu của biểu.",
  },
} satisfies Readonly<Record<RuleId, RuleTexts>>;

export type KnownRule = keyof typeof RULE_TEXTS;

/** The words of a rule. */
export function textsOf(rule: RuleId): RuleTexts {
  const texts = (RULE_TEXTS as Readonly<Record<string, RuleTexts>>)[rule];
  if (!texts) throw new Error(`Rule ${rule} has no texts`);
  return texts;
}
