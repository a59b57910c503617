/** The header of a table that no definition knows. */
export const HEADER = [
  "TT",
  "Chỉ tiêu",
  "Đơn vị tính",
  "Kế hoạch năm 2024",
  "Thực hiện năm 2024",
  "Thực hiện năm 2023",
];
