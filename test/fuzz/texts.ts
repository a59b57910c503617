/** Texts that trouble programs: of people, of attackers, of other scripts, and of nobody. */

import fc from "fast-check";

const PIECES = [
  ..."0123456789.,;:/%‰()-+<>=≤≥~…'\"\\ \t\n\r",
  ...["1.234", "1,5", "00", "1e9", "1e999", "NaN", "Infinity", "0x1F", "-", "…", "...", "−", "–"],
  ...["trên", "dưới", "từ", "trở lên", "khoảng", "tối thiểu", "điểm", "lượt", "/100.000 dân", "trong đó:"],
  ...["\u200b", "\u202e", "\ufeff", "\u00ad", "\u0301", "\u0309", "\u00a0", "\u2009", "\ud800", "\udc00", "🇻🇳"],
  ...["#DIV/0!", "#N/A", "=cmd|'/C calc'!A0", "<img onerror=1>", "</script>", "&lt;", "]]>", "_x000D_"],
  ...["__proto__", "constructor", "toString", "31/12/2024", "6T.2024", "Kế hoạch năm 2024", "Thực hiện"],
  ...["１２", "١٢", "Chỉ tiêu", "Đơn vị tính", "So với cùng kỳ", "Tỷ lệ", "người"],
];

/** Pieces of what people and attackers write, in any order; now and then very many of one. */
export const troubledText = (): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join("")) },
    { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...PIECES), fc.integer({ min: 1, max: 5_000 }), fc.constantFrom(...PIECES))
        .map(([piece, times, end]) => piece.repeat(times) + end),
    },
  );
