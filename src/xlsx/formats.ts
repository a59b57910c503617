/** Number formats of cell styles. */
import { readPart } from "./package";
import { attributeMap, scanXml } from "./xml";
import type { ZipPart } from "./zip";

/** The formats that files refer to by number only (ECMA-376 part 1, 18.8.30), in the notation of Office.js. */
const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [1, "0"],
  [2, "0.00"],
  [3, "#,##0"],
  [4, "#,##0.00"],
  [5, '"$"#,##0_);\\("$"#,##0\\)'],
  [6, '"$"#,##0_);[Red]\\("$"#,##0\\)'],
  [7, '"$"#,##0.00_);\\("$"#,##0.00\\)'],
  [8, '"$"#,##0.00_);[Red]\\("$"#,##0.00\\)'],
  [9, "0%"],
  [10, "0.00%"],
  [11, "0.00E+00"],
  [12, "# ?/?"],
  [13, "# ??/??"],
  [14, "m/d/yyyy"],
  [15, "d-mmm-yy"],
  [16, "d-mmm"],
  [17, "mmm-yy"],
  [18, "h:mm AM/PM"],
  [19, "h:mm:ss AM/PM"],
  [20, "h:mm"],
  [21, "h:mm:ss"],
  [22, "m/d/yyyy h:mm"],
  [37, "#,##0_);(#,##0)"],
  [38, "#,##0_);[Red](#,##0)"],
  [39, "#,##0.00_);(#,##0.00)"],
  [40, "#,##0.00_);[Red](#,##0.00)"],
  [41, '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)'],
  [42, '_($* #,##0_);_($* (#,##0);_($* "-"_);_(@_)'],
  [43, '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)'],
  [44, '_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)'],
  [45, "mm:ss"],
  [46, "[h]:mm:ss"],
  [47, "mm:ss.0"],
  [48, "##0.0E+0"],
  [49, "@"],
  // 27 to 36 and 50 to 58 are dates whose look depends on the East Asian locale; that they are dates is what counts.
  ...[...Array(10).keys()].map((index) => [27 + index, "m/d/yyyy"] as const),
  ...[...Array(9).keys()].map((index) => [50 + index, "m/d/yyyy"] as const),
]);

/** The longest format that Excel takes; a longer one is no format, and taking it apart could take for ever. */
const LONGEST_FORMAT = 255;

/**
 * The number format of every cell style (`s` of a cell), undefined for General.
 */
export function readFormats(part: ZipPart | undefined): (string | undefined)[] {
  if (!part) return [];
  return readPart(part, (xml) => {
    const own = new Map<number, string>();
    const styles: number[] = [];
    let inStyles = false;
    scanXml(xml, {
      open(tag) {
        if (tag.depth === 1) inStyles = tag.local === "cellXfs";
        else if (tag.depth === 2 && tag.local === "numFmt") {
          const attributes = attributeMap(xml, tag);
          own.set(Number(attributes.get("numFmtId")), attributes.get("formatCode") ?? "");
        } else if (tag.depth === 2 && inStyles && tag.local === "xf") {
          styles.push(Number(attributeMap(xml, tag).get("numFmtId") ?? 0));
        }
      },
    });
    return styles.map((id) => {
      const format = own.get(id) ?? BUILT_IN.get(id);
      if (format !== undefined && format.length > LONGEST_FORMAT) return undefined;
      return format === "" || format === undefined || /^general$/i.test(format) ? undefined : format;
    });
  });
}
