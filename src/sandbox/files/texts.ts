/** What could not be taken along from or into a file, in words. */

export type Language = "vi" | "en";

/** Things that the sandbox's workbook does not hold, or that our files do not. */
export type Uncarried =
  | "charts"
  | "images"
  | "textBoxes"
  | "pivots"
  | "slicers"
  | "sparklines"
  | "externalLinks"
  | "richText"
  | "hyperlinks"
  | "outline"
  | "gradients"
  | "settings"
  | "threads"
  | "rules"
  | "spills"
  | "passwords";

const WORDS: Readonly<Record<Language, Readonly<Record<Uncarried, string>>>> = {
  vi: {
    charts: "biểu đồ",
    images: "hình ảnh",
    textBoxes: "hộp chữ",
    pivots: "bảng tổng hợp (PivotTable)",
    slicers: "bộ lọc hình (slicer, timeline)",
    sparklines: "biểu đồ nhỏ trong ô",
    externalLinks: "liên kết tới sổ khác",
    richText: "nhiều kiểu chữ trong một ô (giữ chữ, bỏ kiểu)",
    hyperlinks: "đường liên kết của ô (giữ chữ)",
    outline: "nhóm hàng, nhóm cột",
    gradients: "màu nền chuyển sắc (giữ màu đầu)",
    settings: "thiết đặt riêng của phần bổ trợ",
    threads: "ghi chú theo chuỗi (lưu thành ghi chú thường)",
    rules: "một số định dạng có điều kiện hoặc kiểm tra dữ liệu",
    spills: "công thức tràn (lưu thành công thức mảng)",
    passwords: "mật khẩu bảo vệ (trang vẫn khóa, không cần mật khẩu để mở)",
  },
  en: {
    charts: "charts",
    images: "images",
    textBoxes: "text boxes",
    pivots: "pivot tables",
    slicers: "slicers and timelines",
    sparklines: "sparklines",
    externalLinks: "links to other workbooks",
    richText: "several fonts within a cell (the text stays)",
    hyperlinks: "links of cells (the text stays)",
    outline: "groups of rows and columns",
    gradients: "gradient fills (the first colour stays)",
    settings: "settings of the add-in",
    threads: "comment threads (saved as plain comments)",
    rules: "some conditional formats or data validations",
    spills: "spilling formulas (saved as array formulas)",
    passwords: "protection passwords (sheets stay locked, without a password)",
  },
};

/** One sentence of what was left behind; empty where nothing was. */
export function uncarriedSentence(left: readonly Uncarried[], language: Language, saved: boolean): string {
  if (left.length === 0) return "";
  const list = left.map((one) => WORDS[language][one]).join(", ");
  if (language === "en") return `${saved ? "Not saved as it was" : "Not taken over as it was"}: ${list}.`;
  return `${saved ? "Không lưu được nguyên vẹn" : "Không mang sang được nguyên vẹn"}: ${list}.`;
}
