/** Every Vietnamese text that this folder shows to a person. */

/** Why a file could not be opened, in words that say what to do next. */
export const OPENING = {
  empty: "Tệp rỗng (0 byte). Hãy kiểm tra lại tệp đã tải về hoặc sao chép.",
  notWorkbook: "Tệp này không phải là sổ tính Excel (.xlsx). Hãy chọn tệp .xlsx.",
  encrypted: "Sổ tính được đặt mật khẩu mở. Hãy mở bằng Excel, bỏ mật khẩu, lưu lại rồi thử lại.",
  oldXls: "Tệp ở định dạng Excel cũ (.xls). Hãy mở bằng Excel hoặc LibreOffice và lưu thành .xlsx.",
  xlsb: "Tệp ở định dạng nhị phân (.xlsb). Hãy mở bằng Excel và lưu thành .xlsx.",
  ods: "Tệp ở định dạng OpenDocument (.ods). Hãy mở bằng LibreOffice và lưu thành .xlsx.",
  document: "Tệp này là văn bản Word, không phải sổ tính Excel. Hãy chọn tệp .xlsx.",
  slides: "Tệp này là bản trình chiếu, không phải sổ tính Excel. Hãy chọn tệp .xlsx.",
  otherZip: "Tệp này là tệp nén nhưng không chứa sổ tính Excel. Hãy chọn tệp .xlsx.",
  overlapping: "Các thành phần trong tệp chồng lên nhau, tệp lành không như vậy, nên tệp không được mở.",
  truncated: "Tệp bị cắt cụt hoặc tải về chưa đủ. Hãy tải hoặc sao chép lại tệp.",
  tooManyParts: "Tệp có quá nhiều thành phần bên trong nên không được mở.",
  tooLarge: "Nội dung của tệp khi giải nén quá lớn nên không được mở.",
  noSheet: "Sổ tính không có trang tính nào để mở.",
  unreadableLooks:
    "Tệp có phần trình bày (kiểu ô, độ rộng cột, ghi chú …) không đọc được. Hãy mở bằng Excel, lưu lại rồi thử lại.",
  tooManyCells: "Sổ tính có quá nhiều ô có dữ liệu nên không được mở.",
} as const;

/** A part of the file that cannot be read. */
export function damagedPart(part: string): string {
  return `Tệp bị hỏng ở thành phần “${part}”. Hãy mở bằng Excel, để Excel sửa, lưu lại rồi thử lại.`;
}

/** A part with an entity or document type declaration, which no spreadsheet program writes. */
export function declarationRefused(part: string): string {
  return `Thành phần “${part}” của tệp chứa khai báo không an toàn (DOCTYPE hoặc ENTITY) nên tệp không được mở.`;
}

/** A cell that holds more than Excel lets a cell hold. */
export function textTooLong(sheet: string, cell: string): string {
  return `Ô ${cell} của trang “${sheet}” có hơn 32.767 ký tự, quá mức của một ô Excel, nên tệp bị coi là bị hỏng. Hãy rút ngắn ô này rồi thử lại.`;
}

/** A cell that points at a text which the file does not have. */
export function textMissing(sheet: string, cell: string): string {
  return `Tệp bị hỏng: ô ${cell} của trang “${sheet}” trỏ đến một chữ không có trong tệp. Hãy mở bằng Excel, để Excel sửa, lưu lại rồi thử lại.`;
}

/** A sheet that the workbook does not have. */
export function sheetMissing(sheet: string): string {
  return `Sổ tính không có trang “${sheet}”.`;
}

/** An edit that would leave half of an array formula or of a data table. */
export function partOfArray(sheet: string, cell: string, range: string): string {
  return `Ô ${cell} của trang “${sheet}” thuộc công thức mảng ${range} nên không sửa riêng được. Hãy sửa hoặc xóa cả vùng ${range}.`;
}

/** An edit of the header of an Excel table, whose text is stored a second time in the table itself. */
export function tableHeader(sheet: string, cell: string, table: string): string {
  return `Ô ${cell} của trang “${sheet}” là tiêu đề của bảng “${table}” nên không sửa được ở đây. Hãy sửa trong Excel.`;
}

/** A value that an Excel cell cannot hold. */
export function valueRefused(sheet: string, cell: string): string {
  return `Giá trị định ghi vào ô ${cell} của trang “${sheet}” không ghi được vào Excel (số không hợp lệ hoặc quá 32.767 ký tự).`;
}

/** A formula that Excel does not accept because of its length. */
export function formulaRefused(sheet: string, cell: string): string {
  return `Công thức định ghi vào ô ${cell} của trang “${sheet}” trống hoặc dài quá 8.192 ký tự.`;
}

/** A place outside the sheet. */
export function placeRefused(sheet: string, row: number, column: number): string {
  return `Vị trí hàng ${row + 1}, cột ${column + 1} nằm ngoài trang “${sheet}”.`;
}

/** A formula whose result the file does not hold. */
export function resultMissing(sheet: string, cell: string): string {
  return `Ô ${cell} của trang “${sheet}” có công thức nhưng tệp chưa lưu kết quả. Hãy mở bằng Excel cho tính lại, lưu rồi chốt số lại.`;
}

/** A name that Excel does not accept for a sheet. */
export function sheetNameRefused(sheet: string): string {
  return `Tên trang “${sheet}” không dùng được: tên phải có từ 1 đến 31 ký tự, không trùng nhau, không chứa : \\ / ? * [ ] và không bắt đầu hay kết thúc bằng dấu '.`;
}

/** A workbook whose structure is protected takes no new sheet. */
export const structureLocked =
  "Cấu trúc sổ tính đang khóa nên không thêm được trang. Bỏ khóa (Xem lại > Bảo vệ sổ làm việc) rồi thử lại; Biểu Y tế không tự mở khóa.";
