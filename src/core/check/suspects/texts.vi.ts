/** The words about suspects, in Vietnamese: the figure before the reason, no blame. */

import type { SlipKind } from "./slips";

export const SUSPECT_TEXTS = {
  slips: {
    swapped: "đảo hai chữ số",
    dropped: "thiếu một chữ số",
    doubled: "gõ thừa một chữ số",
    neighbourKey: "lệch sang phím bên cạnh",
    digit: "nhầm một chữ số",
    mark: "sai chỗ dấu phẩy",
    tenfold: "thừa hoặc thiếu số 0 ở cuối",
    thousands: "dấu chấm hàng nghìn bị đọc thành dấu phẩy",
    sign: "nhầm dấu trừ",
    otherRow: "giống hệt số ở dòng bên cạnh, có thể chép nhầm dòng",
    otherColumn: "giống hệt số ở cột khác cùng dòng, có thể chép nhầm cột",
  } satisfies Record<SlipKind, string>,
  typedAs: (value: string, stated: string) => `${value} gõ thành ${stated}`,
  change: (stated: string, value: string, with_: string) => `Sửa ${stated} thành ${value}${with_} thì khớp.`,
  between: (stated: string, from: string, to: string, with_: string) =>
    `Sửa ${stated} thành số từ ${from} đến ${to}${with_} thì khớp.`,
  atLeast: (stated: string, from: string, with_: string) =>
    `Sửa ${stated} thành số từ ${from} trở lên${with_} thì khớp.`,
  atMost: (stated: string, to: string, with_: string) => `Sửa ${stated} thành số không quá ${to}${with_} thì khớp.`,
  other: (stated: string, with_: string) => `Sửa ${stated} thành số khác${with_} thì khớp.`,
  also: (cells: string) => ` cùng với ô ${cells}`,
  mends: (count: string) => `Một ô này liên quan cả ${count} mâu thuẫn.`,
  typedOver: "Số gõ đè lên công thức.",
  recent: "Ô vừa sửa.",
  comparison: "Cột so sánh bên cạnh cũng tính ra số này.",
  gaveUp: (label: string) =>
    `Các số quanh “${label}” mâu thuẫn ở nhiều chỗ: không tìm hết được các ô có thể sai, danh sách ô nghi sai có thể thiếu.`,
};

export type SuspectTexts = typeof SUSPECT_TEXTS;
