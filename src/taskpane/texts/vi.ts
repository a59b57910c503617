/** The words of the pane's frame and of its views Biểu and Điền, in Vietnamese. Numbers come written. */

import { MOST_FORMS, type NoRoom } from "../../core/workbook/own-forms";
import { spanWords, type Period, type PeriodSpan } from "../../core/form/period";
import type { FillMode } from "../../core/table/binding";
import type { TroubleCode } from "../../core/workbook/port";
import type { WorkbookReason } from "../../xlsx/error";
import type { Lack } from "../fill/lacking";
import { OWN_TEXTS } from "./own.vi";
import { SUBMIT_TEXTS } from "./submit.vi";
import type { TabName } from "../state/types";

const troubles: Readonly<Record<TroubleCode, string>> = {
  "cell-edit": "Excel đang chờ bạn nhập xong một ô. Nhấn Enter rồi thử lại.",
  "dialog-open": "Excel đang mở một hộp thoại. Đóng hộp thoại rồi thử lại.",
  protected: "Trang tính đang khóa. Bỏ khóa (Xem lại > Bỏ bảo vệ trang tính) rồi thử lại; Biểu Y tế không tự mở khóa.",
  "structure-protected":
    "Cấu trúc sổ tính đang khóa nên không thêm được trang. Bỏ khóa (Xem lại > Bảo vệ sổ tính) rồi thử lại; Biểu Y tế không tự mở khóa.",
  "read-only":
    "Sổ này đang mở chỉ để đọc: đọc và kiểm tra được, chưa ghi được gì. Bật chỉnh sửa, hoặc lưu thành tệp khác, rồi thử lại.",
  "other-workbook": "Một sổ tính khác đang ở phía trước. Bấm vào sổ có biểu này rồi thử lại.",
  "sheet-gone": "Trang tính này không còn trong sổ. Hãy mở trang có biểu rồi làm tiếp.",
  moved: "Có dòng hoặc cột vừa dời chỗ nên chưa ghi gì. Hãy xem lại bảng rồi làm lại.",
  interrupted: "Excel dừng giữa chừng, có thể mới ghi được một phần. Hãy hoàn tác hoặc làm lại.",
  "session-lost":
    "Phiên làm việc của Excel trên web đã hết. Tải lại trang rồi mở lại Biểu Y tế; số liệu đã ghi vẫn còn.",
  "no-answer":
    "Excel không trả lời. Đợi một lát rồi thử lại; nếu vẫn vậy, hãy lưu, đóng và mở lại sổ (Excel trên web: tải lại trang).",
  "memory-refused":
    "Sổ này không nhận thêm phần ghi nhớ của Biểu Y tế nên chưa ghi gì. Bớt giải trình hoặc biểu riêng, hoặc làm trên Excel của máy, rồi thử lại.",
  "too-large": "Bảng lớn hơn mức Excel nhận một lần. Hãy tách bớt dòng sang trang tính khác rồi thử lại.",
  "too-old": "Bản Excel này thiếu chức năng cần cho việc vừa rồi. Cần Excel 2021, Microsoft 365 hoặc Excel trên web.",
  unknown: "Excel chưa làm được việc vừa rồi. Số liệu của bạn không mất; hãy thử lại.",
};

const tabs: Readonly<Record<TabName, string>> = {
  form: "Biểu",
  fill: "Điền",
  check: "Kiểm tra",
  results: "Kết quả",
  submit: "Nộp",
};

const why: Readonly<Record<Lack, string>> = {
  "no-actual": "Chưa có số thực hiện",
  "no-plan": "Chưa có kế hoạch",
  "zero-plan": "Kế hoạch bằng 0",
  "bound-plan": "Kế hoạch là ngưỡng",
  "no-same-period": "Chưa có số cùng kỳ",
  "zero-same-period": "Cùng kỳ bằng 0",
  "text-figure": "Số đang ở dạng chữ, công thức Excel không đọc",
  "no-period": "Chưa rõ kỳ báo cáo nên chưa đánh giá được tiến độ",
  merged: "Ô Đánh giá bị gộp với ô khác nên không ghi được",
};

const modes: Readonly<Record<FillMode, { readonly name: string; readonly line: string; readonly short: string }>> = {
  functions: {
    name: "Hàm Biểu Y tế",
    line: "tự tính lại; người nhận cần add-in",
    short: "hàm Biểu Y tế",
  },
  formulas: {
    name: "Công thức Excel",
    line: "mở được ở mọi máy, WPS, LibreOffice",
    short: "công thức Excel",
  },
  values: { name: "Giá trị", line: "chốt số", short: "giá trị" },
};

const spans: Readonly<Record<PeriodSpan, string>> = {
  half: "6 tháng",
  nine: "9 tháng",
  year: "Cả năm",
  quarter: "Quý",
};

const filledCells = (vsPlan: string | undefined, vsSamePeriod: string | undefined, assessed: string | undefined) =>
  listed([
    ...(vsPlan === undefined ? [] : [`${vsPlan} ô So với KH`]),
    ...(vsSamePeriod === undefined ? [] : [`${vsSamePeriod} ô So với cùng kỳ`]),
    ...(assessed === undefined ? [] : [`${assessed} ô Đánh giá`]),
  ]);

/** "a", "a và b", "a, b và c" */
const listed = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} và ${parts.at(-1)}`;

/** Quarters are written so: "quý III". */
const ROMAN = ["I", "II", "III", "IV"];

export const VI = {
  product: "Biểu Y tế",
  version: (version: string) => `Biểu Y tế, bản ${version}`,
  tabs,
  tabList: "Các bước",
  tabCount: (errors: string) => `${errors} lỗi`,
  tabWarnings: (warnings: string) => `${warnings} cảnh báo`,
  opening: "Đang đọc trang tính…",
  fetching: "Đang mở…",
  notFetched: "Chưa tải được phần này của Biểu Y tế từ máy chủ.",
  /** "6 tháng 2024" */
  period: (period: Period) => `${spanWords(period)} ${period.year}`,
  unknownPeriod: "chưa rõ kỳ",
  chip: {
    notChecked: "Chưa kiểm tra",
    checking: (percent: string) => `Đang kiểm tra ${percent}%`,
    stale: "Cần kiểm tra lại",
    errors: (count: string) => `${count} lỗi`,
    warnings: "Cần giải trình",
    ready: "Sẵn sàng nộp",
    notReady: "Chưa nộp được",
    sent: (when: string) => `Đã nộp ${when}`,
    /** Where the form is not known, much could not be checked. */
    clean: "Không thấy lỗi",
  },
  work: {
    reading: "Đang đọc trang tính…",
    checking: (percent: string) => `Đang kiểm tra ${percent}%`,
    filling: "Đang điền…",
    writing: "Đang ghi…",
    creating: "Đang tạo biểu…",
    "opening-file": "Đang đọc tệp…",
    submitting: (percent: string) => `Đang kiểm tra và lập bản nộp ${percent}%`,
  },
  stop: "Dừng",
  undo: "Hoàn tác",
  close: "Đóng thông báo",
  retry: "Thử lại",
  troubles,
  /** Why a file cannot be read. */
  fileTrouble: (_reason: WorkbookReason, message: string) => message,
  fileUnknown: "Không đọc được tệp này. Tệp của bạn không bị thay đổi.",
  happened: {
    /** A column that the table lacks is not spoken of. */
    filled: (vsPlan: string | undefined, vsSamePeriod: string | undefined, assessed: string | undefined) =>
      `Đã điền ${filledCells(vsPlan, vsSamePeriod, assessed)}.`,
    frozen: (vsPlan: string | undefined, vsSamePeriod: string | undefined, assessed: string | undefined) =>
      `Đã chốt ${filledCells(vsPlan, vsSamePeriod, assessed)} thành giá trị.`,
    nothingToFill: "Không có ô nào để điền: bảng thiếu cột So với KH và So với cùng kỳ, hoặc chưa có số.",
    adopted: (form: string, found: string, total: string) =>
      `Đã nhận trang này là ${form}: ${found}/${total} chỉ tiêu.`,
    ownMade: (form: string, rows: string, rules: string) =>
      `Đã lập biểu ${form}: ${rows} chỉ tiêu, ${rules} quy tắc. Biểu nằm trong sổ này.`,
    ownImported: (form: string, rows: string, rules: string) =>
      `Đã nhập biểu ${form}: ${rows} chỉ tiêu, ${rules} quy tắc.`,
    ownExported: (file: string) => `Đã xuất ${file}. Sửa bằng Excel rồi nhập lại được.`,
    ownNoRoom: (form: string, why: NoRoom) =>
      why === "too-many"
        ? `Sổ này đã có ${MOST_FORMS} biểu riêng nên chưa nhận ${form}. Hãy bỏ bớt biểu không dùng.`
        : `Biểu ${form} dài hơn mức một sổ giữ được nên chưa nhận. Hãy tách thành nhiều biểu.`,
    ownRemoved: (form: string) => `Đã bỏ biểu ${form} khỏi sổ này.`,
    notPart: (form: string) => `Không nhận ra dòng nào của ${form} trên trang này, hoặc quá ít.`,
    saveRefused: "Không xuất được tệp: Excel ở đây không cho tải tệp xuống.",
    created: (sheet: string, rows: string) => `Đã thêm trang “${sheet}” với ${rows} chỉ tiêu.`,
    aboutWritten: "Đã ghi kỳ và đơn vị.",
    sampleCreated: (sheet: string) => `Đã thêm trang “${sheet}” với số liệu Điện Biên đã công bố. Bước tiếp: điền.`,
    carried: (figures: string) => `Đã chuyển ${figures} số thực hiện kỳ trước thành số cùng kỳ.`,
    carriedLeft: (figures: string, left: string) =>
      `Đã chuyển ${figures} số thực hiện kỳ trước thành số cùng kỳ; ${left} dòng chưa chuyển.`,
    fixed: (cells: string) => `Đã sửa ${cells} ô.`,
    fixedSome: (cells: string, skipped: string) =>
      `Đã sửa ${cells} ô; ${skipped} ô đã đổi từ lúc kiểm tra nên để nguyên.`,
    nothingToFix: "Không sửa ô nào: số đã đổi từ lúc kiểm tra. Hãy kiểm tra lại.",
    undone: (cells: string) => `Đã trả lại ${cells} ô như trước.`,
    undoneSome: (cells: string, kept: string) =>
      `Đã trả lại ${cells} ô như trước; ${kept} ô bạn đã sửa sau đó nên để nguyên.`,
    undoneMemory: "Đã hoàn tác.",
    undoMoved: "Không hoàn tác được: dòng đã được thêm, xóa hoặc đổi chỗ. Trong Excel vẫn dùng được Ctrl+Z.",
    undoChanged: "Không hoàn tác được: các ô ấy đã được sửa sau đó.",
    commented: (cell: string) => `Đã ghi chú vào ô ${cell}.`,
    ruleIgnored: (title: string) => `Đã bỏ qua quy tắc “${title}” cho biểu này.`,
    ignoredReset: "Đã xét lại mọi quy tắc.",
    explained: (count: string) => `Đã giải trình ${count} cảnh báo. Số đổi thì cảnh báo hiện lại.`,
    unexplained: "Đã bỏ giải trình; cảnh báo hiện lại trong danh sách.",
    explanationsReset: (count: string) => `Đã xóa ${count} giải trình.`,
    sentencesAdded: (sheet: string, count: string) => `Đã ghi ${count} câu ra trang “${sheet}”.`,
    nothingTold: "Chưa có câu nào để ghi: chọn dòng đã có số thực hiện.",
    summaryReplaced: (sheet: string) => `Đã thay trang “${sheet}” bằng bản theo số liệu hiện nay.`,
    summaryBeside: (sheet: string, earlier: string) =>
      `Đã thêm trang “${sheet}”. Trang “${earlier}” đã có người sửa nên vẫn giữ nguyên.`,
    summaryAdded: (sheet: string) =>
      `Đã thêm trang “${sheet}” với bảng đếm, biểu đồ và danh sách chưa đạt, chậm tiến độ.`,
    copied: "Đã chép đoạn văn.",
    copyRefused: "Không chép được: trình duyệt không cho ghi vào bảng tạm.",
    stopped: "Đã dừng. Chưa có gì thay đổi.",
    doneUnread: "Việc vừa rồi đã xong, nhưng chưa đọc lại hoặc đánh dấu được trang tính.",
    checkAgain: "Hãy kiểm tra lại.",
    noTable:
      "Không thấy bảng biểu trên trang này. Bảng cần có dòng tiêu đề với cột Chỉ tiêu và các cột Kế hoạch, Thực hiện, Cùng kỳ.",
    sheetChanged: "Trang tính vừa thay đổi nên đã đọc lại. Hãy xem lại rồi làm tiếp.",
  },
  locked: "Trang tính đang khóa: kiểm tra được, chưa điền và chưa sửa được. Bỏ khóa ở Xem lại > Bỏ bảo vệ trang tính.",
  memoryDamaged:
    "Ghi nhớ của Biểu Y tế trong sổ này không đọc được (có thể tệp đã qua chương trình khác); các xác nhận cũ cần làm lại.",
  rowsLeftOut: (rows: string) => `Trang tính dài bất thường: ${rows} dòng cuối không được đọc.`,
  columnsLeftOut: (columns: string) => `Trang tính rộng bất thường: ${columns} cột cuối không được đọc.`,
  form: {
    recognised: (found: string, total: string, sheet: string) =>
      `Đã nhận ${found}/${total} chỉ tiêu trên trang “${sheet}”.`,
    toConfirm: (rows: string) => `${rows} dòng cần bạn xác nhận.`,
    alike: (form: string, found: string, total: string) => `Trang này giống ${form}: nhận được ${found}/${total} dòng.`,
    alikeConfirm: (rows: string) => `${rows} dòng cần xác nhận.`,
    unknown:
      "Vẫn điền và kiểm tra được dạng số, cột so sánh. Muốn kiểm tra cả tổng và tỷ lệ: lập biểu riêng từ bảng này, hoặc chọn biểu có sẵn.",
    unknownTitle: "Chưa nhận ra biểu này",
    nothingTitle: "Bắt đầu",
    nothing: (sheet: string) => `Trang “${sheet}” chưa có biểu nào.`,
    period: "Kỳ báo cáo",
    year: "Năm",
    quarter: (number: string) => `Quý ${ROMAN[Number(number) - 1] ?? number}`,
    spans,
    unit: "Đơn vị",
    unitHint: "Sở Y tế tỉnh …",
    noUnit: "chưa ghi",
    aboutTitle: "Kỳ và đơn vị",
    aboutMissing: "Biểu này chưa rõ kỳ hoặc đơn vị. Ghi ở đây thì mới nộp được; điền và kiểm tra thì không cần chờ.",
    changeAbout: "Sửa kỳ, đơn vị",
    actuals: "Số thực hiện đã có",
    of: (some: string, all: string) => `${some}/${all}`,
    filled: "Đã điền",
    filledAs: (mode: string, when: string) => `${mode}, ${when}`,
    filledMode: (mode: string) => mode,
    notFilled: "chưa",
    checked: "Đã kiểm tra",
    checkedAs: (errors: string, warnings: string, when: string) => `${errors} lỗi, ${warnings} cảnh báo, ${when}`,
    notChecked: "chưa",
    enterFigures: (next: string) => `Nhập hoặc dán số vào cột Thực hiện rồi sang bước ${next}.`,
    confirmTitle: "Cần xác nhận",
    row: (row: string) => `Dòng ${row}`,
    maybe: (label: string) => `Có lẽ là: ${label}`,
    is: (label: string) => `Là: ${label}`,
    isNone: "Không phải chỉ tiêu",
    answersOf: (label: string) => `“${label}” là`,
    others: "Việc khác",
    create: "Tạo Biểu mới",
    createLine: "Chọn biểu, kỳ, đơn vị; thêm một trang vào sổ này.",
    adopt: "Nhận bảng đang mở",
    adoptLine: "Dùng luôn bảng có sẵn trên trang này, không phải chép lại.",
    carry: "Chuyển từ kỳ trước",
    carryLine: "Lấy Thực hiện của báo cáo năm trước làm Cùng kỳ.",
    back: "Quay lại",
    which: "Biểu",
    willAdd: (sheet: string, after: string) => `Sẽ thêm trang “${sheet}” ngay sau trang “${after}”.`,
    willHave: (rows: string, columns: string) => `Trang có ${rows} chỉ tiêu với các cột ${columns}.`,
    badYear: "Năm là số bốn chữ số, từ 1990 đến 2099.",
    columns: {
      plan: "Kế hoạch",
      laterPlan: "Kế hoạch sau",
      actual: "Thực hiện",
      samePeriod: "Cùng kỳ",
      vsPlan: "So với KH",
      vsSamePeriod: "So với cùng kỳ",
    },
  },
  own: OWN_TEXTS,
  submit: SUBMIT_TEXTS,
  carry: {
    choose: "Chọn tệp .xlsx của kỳ trước",
    chooseAnother: "Chọn tệp khác",
    local: "Tệp được đọc ngay trên máy này, không gửi đi đâu và không bị sửa.",
    noForm: "Trong tệp này không thấy biểu nào của Biểu Y tế. Hãy chọn báo cáo cùng kỳ năm trước.",
    noColumn: (form: string) => `Biểu ${form} không có cột Cùng kỳ nên không chuyển được.`,
    found: (form: string, period: string, figures: string) =>
      `${form}, ${period}: ${figures} số thực hiện sẽ thành số cùng kỳ.`,
    unknownPeriod: "tệp không ghi rõ kỳ",
    check: "Tệp không ghi rõ kỳ nên chưa đối chiếu được; hãy xem lại cột Cùng kỳ sau khi chuyển.",
    here: (sheet: string) => `Trang đang mở “${sheet}”`,
    hereLine: (figures: string) => `ghi ${figures} ô ở cột Cùng kỳ`,
    left: "Chưa chuyển",
    replaced: "Số cùng kỳ sẽ bị thay",
    doubtful: (label: string, written: string) => `${label}: ô thực hiện ghi “${written}”`,
    unbound: (label: string) => `“${label}” chưa gắn với chỉ tiêu nào`,
    noRow: (label: string) => `${label}: trang này không có dòng ấy`,
  },
  fill: {
    column: "Cột",
    fillable: "Ô điền được",
    blank: "Ô để trống",
    columns: { vsPlan: "So với KH", vsSamePeriod: "So với cùng kỳ" },
    noColumns: "Bảng này không có cột So với KH hay So với cùng kỳ nên không có gì để điền.",
    /** A form with targets and nothing to compare with. */
    noComparisons: "Bảng này không có cột So với KH hay So với cùng kỳ; chỉ ghi được cột Đánh giá.",
    assessment: "Đánh giá",
    assess: "Ghi cột Đánh giá",
    assessNew: (column: string) =>
      `Vượt, đạt, chậm tiến độ hay chưa đạt của từng chỉ tiêu; thêm cột ${column} cạnh bảng.`,
    assessThere: (column: string) =>
      `Vượt, đạt, chậm tiến độ hay chưa đạt của từng chỉ tiêu; ghi vào cột ${column} đang có.`,
    noTable: "Mở trang có biểu, hoặc tạo Biểu mới ở bước Biểu.",
    adoptFirst: (rows: string) => `Còn ${rows} dòng cần xác nhận ở bước Biểu trước khi điền.`,
    modes,
    modesTitle: "Điền bằng",
    noFunctions: "Excel trên máy này không dùng được hàm của add-in.",
    now: (mode: string) => `Bảng này đã điền bằng ${mode}.`,
    why,
    lacking: "Dòng có ô để trống",
    lackingNone: "Dòng nào cũng đủ số để điền.",
    askTitle: "Số gõ tay sẽ bị thay",
    ask: (count: string) => `${count} ô đang có số gõ tay khác với kết quả tính. Thay hay giữ?`,
    askCellsTitle: "Nội dung gõ tay sẽ bị thay",
    askCells: (count: string) => `${count} ô đang có nội dung gõ tay khác với kết quả tính. Thay hay giữ?`,
    change: (from: string, to: string) => `${from} → ${to}`,
    toBlank: "trống",
    more: (count: string) => `Xem thêm ${count} dòng`,
    values: "Chốt số trước khi gửi: người nhận thấy đúng số này dù máy họ có gì.",
  },
  foot: {
    toFill: "Tiếp: điền cột so sánh",
    toCheck: "Tiếp: kiểm tra",
    toErrors: (count: string) => `Xem ${count} lỗi`,
    toWarnings: (count: string) => `Xem ${count} cảnh báo`,
    toResults: "Xem kết quả",
    confirmAll: (rows: string) => `Đúng cả ${rows} dòng, tiếp tục`,
    confirm: "Tiếp tục với các xác nhận này",
    adopt: (form: string) => `Nhận là ${form}`,
    writeAbout: "Ghi kỳ và đơn vị",
    create: "Tạo Biểu",
    carryHere: "Chuyển vào trang này",
    carryReplace: (count: string) => `Chuyển, thay ${count} số`,
    carryNew: "Tạo Biểu mới với số cùng kỳ",
    fill: "Điền",
    refill: "Điền lại",
    switchTo: (mode: string) => `Đổi sang ${mode}`,
    freeze: "Chốt số",
    replaceAll: (count: string) => `Thay ${count} số và điền`,
    keep: "Giữ các số này",
    replaceCells: (count: string) => `Thay ${count} ô và điền`,
    keepCells: "Giữ các ô này",
    toForm: "Xác nhận ở bước Biểu",
    chooseForm: "Chọn hoặc tạo biểu",
    check: "Kiểm tra",
    recheck: "Kiểm tra lại",
    fixSure: (count: string) => `Sửa ${count} chỗ chắc chắn`,
    toSubmit: "Tiếp: nộp",
    checkFirst: "Kiểm tra trước khi gửi",
  },
  welcome: {
    title: "Biểu báo cáo y tế, ngay trong Excel",
    lines: [
      "Tạo biểu theo mẫu, hoặc nhận bảng bạn đang có.",
      "Điền So với KH và So với cùng kỳ cho mọi dòng.",
      "Tìm chỗ tổng không khớp, tỷ lệ lệch, số ghi nhầm; chỉ rõ ô và cách sửa.",
    ],
    local: "Mọi thứ chạy trên máy này; số liệu không gửi đi đâu.",
    sample: "Xem thử với số liệu Điện Biên",
    sampleLine: "Thêm một trang Phụ lục 02, 6 tháng 2024 với số đã công bố.",
    skip: "Bỏ qua",
  },
  outside: {
    title: "Mở Biểu Y tế trong Excel",
    lines: [
      "Trang này là ngăn tác vụ của add-in, nên cần một sổ tính đang mở trong Excel.",
      "Trong Excel: Trang đầu > Biểu Y tế. Nếu chưa thấy nút, nhờ người quản trị cài add-in bằng tệp manifest.xml.",
      "Máy không có Excel: chạy npm start để mở bản thử trong trình duyệt, với một sổ tính đứng cạnh ngăn này.",
    ],
  },
  tooOld: {
    title: "Excel trên máy này quá cũ",
    lines: [
      "Biểu Y tế cần Excel 2021, Microsoft 365 hoặc Excel trên web (ExcelApi 1.13).",
      "Nếu dùng Microsoft 365: Tệp > Tài khoản > Tùy chọn cập nhật > Cập nhật ngay, rồi mở lại Excel.",
      "Chưa nâng cấp được: mở sổ tính bằng Excel trên web, hoặc dùng chương trình dòng lệnh bieu với tệp .xlsx.",
    ],
  },
  comment: (message: string, fix: string) => `${message} ${fix}`,
};

export type Texts = typeof VI;
