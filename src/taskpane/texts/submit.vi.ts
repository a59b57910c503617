/** The words of the view Nộp, in Vietnamese. */

import { GATE_TEXTS } from "../../core/submit/texts.vi";

export const SUBMIT_TEXTS = {
  gate: { title: GATE_TEXTS.title, answer: GATE_TEXTS.answer },
  blocked: GATE_TEXTS.blocked,
  checklist: "Trước khi nộp",
  /** How a question stands, for its icon. */
  states: { done: "Đạt", open: "Chưa đạt", note: "Lưu ý", unknown: "Chưa kiểm tra" },
  notYet: "Chưa kiểm tra.",
  stale: "Số liệu đã đổi từ lần kiểm tra trước.",
  noTable: "Mở trang có biểu, hoặc tạo Biểu mới ở bước Biểu.",
  confirmFirst: (rows: string) => `Còn ${rows} dòng cần xác nhận ở bước Biểu trước khi nộp.`,
  checkNow: "Kiểm tra ngay",
  open: (tab: string) => `Mở bước ${tab}`,
  /** Rules that are ignored while working. */
  ignored: (rules: string) => `${rules} quy tắc đang bỏ qua khi làm việc vẫn được tính khi nộp.`,
  reset: "Xét lại các quy tắc này",
  staleReasons: (count: string) => `${count} giải trình không còn ứng với cảnh báo nào: số liệu đã đổi hoặc đã sửa.`,
  allChecked: "Không có chỗ nào chưa kiểm tra được.",
  who: "Người lập",
  whoHint: "Họ và tên",
  noPerson: "Hãy ghi người lập, rồi tạo bản nộp.",
  date: "Ngày lập",
  make: "Tạo bản nộp",
  about: "Bản nộp mở thành sổ mới, chỉ có giá trị, kèm Phiếu kiểm tra. Sổ đang làm không bị ghi đè.",
  giving: "Đang lấy bản nộp…",
  /** By the way that the copy came out. */
  done: {
    window: (file: string) => `Bản nộp đã mở thành sổ mới. Lưu sổ ấy với tên ${file} rồi gửi.`,
    download: (file: string) => `Đã tải xuống bản nộp ${file}.`,
  },
  notGiven: {
    window: "Excel không mở được bản nộp thành sổ mới.",
    download: "Không tải được bản nộp xuống.",
  },
  stillHere: "Bản nộp vẫn còn trong ngăn, ở mục Bản nộp gần nhất.",
  notKept: (why: string) => `Bản nộp đã tạo xong, nhưng chưa ghi được vào sổ này là đã nộp. ${why}`,
  kept: "Đã ghi vào sổ này là đã nộp.",
  sentTitle: "Bản nộp gần nhất",
  sentFile: "Tên tệp",
  notGivenYet: "Bản nộp đã lập xong nhưng chưa lấy ra được.",
  notSeen: "Không thấy bản nộp? Lấy lại ở đây.",
  toWindow: "Mở thành sổ mới",
  toDownload: "Tải tệp xuống",
  notKeptYet: "Sổ này chưa ghi nhớ lần nộp này: mở lại sổ sẽ không thấy “Đã nộp”.",
  keepNow: "Ghi vào sổ",
  sentAt: (when: string, person: string) => `${when}, ${person}`,
  sentChanged: "Số liệu trên trang đã khác bản nộp này. Muốn gửi số mới thì tạo lại.",
  fingerprint: "Dấu vân tay số liệu",
  keep: "Giữ dấu vân tay này ở nơi khác: nó cho biết bản nộp có bị thay cả số lẫn phiếu hay không.",
  copy: "Chép dấu vân tay",
  copied: "Đã chép dấu vân tay.",
  notSecure: "Trang của add-in không mở qua https nên không tính được dấu vân tay. Hãy báo người quản trị.",
  verify: "Kiểm chứng một bản nộp",
  choose: "Chọn tệp bản nộp",
  /** The open workbook is itself a sent copy. */
  isCopy: "Sổ này là một bản nộp",
  isCopyLine:
    "Sổ có Phiếu kiểm tra nên là bản đã nộp, không phải sổ làm việc. Sửa số ở đây thì bản nộp không còn khớp với phiếu; hãy sửa ở sổ làm việc rồi nộp lại.",
  verifyOpen: "Kiểm chứng sổ này",
  openChanged: "Sổ đã đổi từ lúc kiểm chứng. Hãy kiểm chứng lại.",
  openBook: "Sổ đang mở",
  chipCopy: "Bản nộp",
  verifyLine: "Tệp .xlsx được đọc ngay trên máy này và không bị sửa.",
  noSlip: "Tệp không có trang Phiếu kiểm tra nên không đối chiếu được.",
  damaged: (line: string) => `Phiếu kiểm tra thiếu hoặc hỏng dòng “${line}” nên không đối chiếu được.`,
  by: (person: string, at: string) => `Người lập: ${person}. Lúc ${at}.`,
  touched: "Phiếu kiểm tra đã bị sửa sau khi lập: lời trên phiếu không còn như lúc nộp.",
  outcomes: {
    same: "Số liệu đúng như lúc kiểm tra.",
    changed: "Số liệu đã thay đổi sau khi kiểm tra.",
    "no-sheet": "Không thấy bảng này trong tệp, hoặc không còn nhận ra biểu.",
  },
  otherVersion: (said: string, known: string) =>
    `Lập theo định nghĩa bản ${said}, ở đây có bản ${known}; không kết luận được.`,
  noCompare: "Mở trang làm việc có cùng biểu và kỳ rồi đối chiếu tệp này để biết từng ô khác nhau.",
  comparedBefore: "Trang đang mở không còn như lúc đối chiếu.",
  compareAgain: "Đối chiếu lại",
  sameCells: "Mọi ô giống trang đang mở.",
  /** The slip was changed and not the figures. */
  sameCellsChanged: "Mọi ô giống trang đang mở: biểu, kỳ, đơn vị hoặc dấu vân tay trên phiếu đã bị sửa.",
  differs: "Ô khác trang đang mở",
  /** The slip fits the figures of the file, and these are not those of the sheet. */
  differsSame:
    "Tệp khớp với phiếu của chính nó nhưng khác trang đang mở. Nếu trang này chưa sửa sau khi nộp, hãy so dấu vân tay với dấu đã giữ.",
  change: (from: string, to: string) => `${from} → ${to}`,
  blank: "trống",
  noRow: "không có dòng",
  inFile: (cell: string) => `${cell} trong tệp`,
};

export type SubmitTexts = typeof SUBMIT_TEXTS;
