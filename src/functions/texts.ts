/** What our functions say in Excel, under the error of a cell. */

import { writeFigure } from "../core/number";

/** A number with the decimals that it holds, written the Vietnamese way. */
const written = (value: number) => {
  const [, fraction = ""] = String(value).split(".");
  return /^\d*$/.test(fraction) ? writeFigure(value, fraction.length) : String(value);
};

export const TEXTS = {
  shapes: (sizes: readonly string[]) =>
    `Các vùng không cùng cỡ: ${sizes.join("; ")}. Hãy chọn các vùng có số dòng và số cột như nhau, hoặc một ô, một dòng, một cột.`,
  size: (name: string, rows: number, columns: number) => `${name} ${rows} dòng × ${columns} cột`,
  sourceError: (error: string) => `Ô nguồn có lỗi ${error}. Sửa ô đó thì ô này tính lại.`,
  mode: (given: string) =>
    `Không có cách so “${given}”. Dùng "PT" (tăng, giảm %), "DIEM" (điểm) hoặc "SO" (chênh lệch).`,
  decimals: (given: string) => `Số chữ số thập phân “${given}” không dùng được. Đó là số nguyên từ 0 đến 9.`,
  direction: (given: string) =>
    `Không có chiều “${given}”. Dùng "CAO", "THAP" hoặc một khoảng như "85-110" (số nhỏ trước).`,
  share: (given: string) =>
    `Tỷ lệ thời gian “${given}” không dùng được. Đó là phần của năm đã qua, trên 0 và không quá 1: 6 tháng là 0,5.`,
  factor: (given: string) => `Hệ số “${given}” không dùng được. Hệ số là số lớn hơn 0: 100, 1000, 10000, 100000.`,
  twoReadings: (text: string, first: number, second: number) =>
    `“${text}” đọc được hai cách: ${written(first)} hoặc ${written(second)}. Hãy gõ lại thành số.`,
  notFigure: (text: string) => `“${text}” không phải là số.`,
  date: (text: string) => `“${text}” là ngày tháng, không phải số liệu.`,
  bound: (text: string) => `“${text}” là một ngưỡng, không phải một số.`,
  pair: (text: string, first: number, second: number) =>
    `“${text}” có hai số: ${written(first)} và ${written(second)}. Hãy tách ra hai ô.`,
} as const;
