/**
 * Our functions in Excel's formulas. Their names, parameters and first words of help below are what Excel shows: the
 * metadata is made from these comments (webpack.config.js). Every function takes single cells or ranges and spills, is
 * pure and synchronous, and needs no network.
 */

import { assessed, comparedWithPlan, comparedWithSamePeriod, rated, readAsNumber } from "./cells";
import { spread, type Arguments } from "./spread";
import type { Failure, Result } from "./values";

/**
 * So với kế hoạch: thực hiện / kế hoạch × 100, một chữ số thập phân. Để trống khi thiếu số hoặc kế hoạch bằng 0.
 *
 * @customfunction SOVOIKH
 * @param TH Thực hiện: một ô hoặc cả vùng.
 * @param KH Kế hoạch: một ô hoặc cả vùng. Ngưỡng như "<6" thì để trống.
 * @returns So với kế hoạch, %.
 */
export function soVoiKh(TH: unknown[][], KH: unknown[][]): unknown[][] {
  return answer({ TH, KH }, ([actual, plan]) => comparedWithPlan(actual, plan));
}

/**
 * So với cùng kỳ: tăng, giảm bao nhiêu % hoặc chênh lệch bao nhiêu. Để trống khi thiếu số hoặc cùng kỳ bằng 0.
 *
 * @customfunction SOCUNGKY
 * @param TH Thực hiện: một ô hoặc cả vùng.
 * @param CK Thực hiện cùng kỳ năm trước: một ô hoặc cả vùng.
 * @param [cách] "PT": tăng, giảm % (khi bỏ qua); "DIEM": điểm, cho tỷ lệ; "SO": chênh lệch.
 * @param [số_thập_phân] Số chữ số thập phân của điểm hoặc chênh lệch. Bỏ qua: như số liệu.
 * @returns So với cùng kỳ.
 */
export function soCungKy(
  TH: unknown[][],
  CK: unknown[][],
  cách?: unknown[][],
  số_thập_phân?: unknown[][],
): unknown[][] {
  return answer({ TH, CK, cách, số_thập_phân }, ([actual, samePeriod, mode, decimals]) =>
    comparedWithSamePeriod(actual, samePeriod, mode, decimals),
  );
}

/**
 * Đánh giá chỉ tiêu: Vượt, Đạt, Đạt tiến độ, Chậm tiến độ hoặc Chưa đạt. Để trống khi chưa có số.
 *
 * @customfunction DANHGIA
 * @param TH Thực hiện: một ô hoặc cả vùng.
 * @param KH Kế hoạch: số, hoặc ngưỡng như "<6", "trên 95%".
 * @param [chiều] "CAO": càng cao càng tốt (khi bỏ qua); "THAP": càng thấp càng tốt; hoặc khoảng cần giữ, như "85-110".
 * @param [tỷ_lệ_thời_gian] Phần của năm đã qua, cho số cộng dồn: 6 tháng là 0,5. Bỏ qua: so với cả năm.
 * @param [số_thập_phân] Số chữ số thập phân khi so với kế hoạch. Bỏ qua: như số liệu.
 * @returns Đánh giá, bằng chữ.
 */
export function danhGia(
  TH: unknown[][],
  KH: unknown[][],
  chiều?: unknown[][],
  tỷ_lệ_thời_gian?: unknown[][],
  số_thập_phân?: unknown[][],
): unknown[][] {
  return answer({ TH, KH, chiều, tỷ_lệ_thời_gian, số_thập_phân }, ([actual, plan, direction, share, decimals]) =>
    assessed(actual, plan, direction, share, decimals),
  );
}

/**
 * Tỷ lệ, tỷ suất: tử số / mẫu số × hệ số, không làm tròn. Để trống khi thiếu số hoặc mẫu số bằng 0.
 *
 * @customfunction TYLE
 * @param tử Tử số: một ô hoặc cả vùng.
 * @param mẫu Mẫu số: một ô hoặc cả vùng.
 * @param [hệ_số] 100 (khi bỏ qua), 1000, 10000 hoặc 100000.
 * @returns Tỷ lệ.
 */
export function tyLe(tử: unknown[][], mẫu: unknown[][], hệ_số?: unknown[][]): unknown[][] {
  return answer({ tử, mẫu, hệ_số }, ([numerator, denominator, factor]) => rated(numerator, denominator, factor));
}

/**
 * Đọc số viết kiểu Việt Nam thành số: "1.235,7", "115,7%", "(52,38)". Dấu "-" là 0; "…" và ô trống để trống.
 *
 * @customfunction DOCSO
 * @param chữ Ô có số viết bằng chữ số, hoặc cả vùng.
 * @returns Số đọc được.
 */
export function docSo(chữ: unknown[][]): unknown[][] {
  return answer({ chữ }, ([text]) => readAsNumber(text));
}

/** Failures become Excel's own errors; one that holds for all cells stands in the first. */
function answer(args: Arguments, each: (cells: readonly unknown[]) => Result): unknown[][] {
  const results = spread(args, each);
  if ("error" in results) return [[asExcelError(results)]];
  return results.map((row) => row.map((result) => (typeof result === "object" ? asExcelError(result) : result)));
}

/** @throws ReferenceError outside of Excel's runtime, where nobody could take the error */
function asExcelError({ error, message }: Failure): CustomFunctions.Error {
  return new CustomFunctions.Error(error as CustomFunctions.ErrorCode, message);
}
