/** A chart of stacked bars as the parts of an .xlsx file: the chart, and the drawing that places it. */

import type { PartFill, StackedBars } from "../core/summary/chart";
import type { Merge } from "../core/table/grid";
import { FONT } from "../core/form/look";
import { DECLARATION, RELATIONS } from "./new-parts";
import { cellReference, rangeReference } from "./reference";
import { encodeXml } from "./xml";

const MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main";
const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const PLACED = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";

/** The drawing part, whose relationship `rId1` leads to the chart. */
export function drawingXml({ title, place }: StackedBars): string {
  const { top, left, bottom, right } = place;
  const at = (name: string, row: number, column: number) =>
    `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
  return (
    `${DECLARATION}<xdr:wsDr xmlns:xdr="${PLACED}" xmlns:a="${MAIN}"><xdr:twoCellAnchor>` +
    at("from", top, left) +
    at("to", bottom + 1, right + 1) +
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="${encodeXml(title)}" descr="${encodeXml(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>` +
    `<a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="${RELATIONS}" r:id="rId1"/></a:graphicData></a:graphic>` +
    `</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`
  );
}

/**
 * The chart part.
 *
 * @param sheet - the name of the sheet that the figures stand in
 * @param valueAt - what the cells hold, kept in the chart for programs that draw it without reading the sheet
 */
export function chartXml(
  chart: StackedBars,
  sheet: string,
  valueAt: (row: number, column: number) => number | string | null | undefined,
): string {
  const { first, last, labels, headerRow } = chart;
  const reference = (area: Merge) =>
    encodeXml(
      area.top === area.bottom && area.left === area.right
        ? cellReference(sheet, area.top, area.left)
        : rangeReference(sheet, area),
    );
  const rows = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const points = (column: number, of: readonly number[]) =>
    of
      .map((row, index) => `<c:pt idx="${index}"><c:v>${encodeXml(String(valueAt(row, column) ?? ""))}</c:v></c:pt>`)
      .join("");
  const texts = (area: Merge, of: readonly number[]) =>
    `<c:strRef><c:f>${reference(area)}</c:f><c:strCache><c:ptCount val="${of.length}"/>${points(area.left, of)}</c:strCache></c:strRef>`;
  const down = (column: number): Merge => ({ top: first, left: column, bottom: last, right: column });
  const series = chart.series.map(
    ({ column, fill }, index) =>
      `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>` +
      `<c:tx>${texts({ top: headerRow, left: column, bottom: headerRow, right: column }, [headerRow])}</c:tx>` +
      `<c:spPr>${fillXml(fill)}<a:ln w="6350"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></c:spPr>` +
      `<c:invertIfNegative val="0"/>${LABELS}` +
      `<c:cat>${texts(down(labels), rows)}</c:cat>` +
      `<c:val><c:numRef><c:f>${reference(down(column))}</c:f><c:numCache><c:formatCode>#,##0</c:formatCode><c:ptCount val="${rows.length}"/>${points(column, rows)}</c:numCache></c:numRef></c:val></c:ser>`,
  );
  return (
    `${DECLARATION}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${MAIN}" xmlns:r="${RELATIONS}"><c:roundedCorners val="0"/>` +
    `<c:chart><c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1200" b="1"/></a:pPr><a:r><a:rPr lang="vi-VN" sz="1200" b="1"><a:latin typeface="${FONT}"/></a:rPr><a:t>${encodeXml(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>` +
    `<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>` +
    `<c:barChart><c:barDir val="bar"/><c:grouping val="percentStacked"/><c:varyColors val="0"/>${series.join("")}<c:gapWidth val="40"/><c:overlap val="100"/><c:axId val="111111111"/><c:axId val="222222222"/></c:barChart>` +
    `<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${text(900)}<c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>` +
    `<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="0%" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="high"/>${text(900)}<c:crossAx val="111111111"/><c:crosses val="max"/><c:crossBetween val="between"/></c:valAx>` +
    `</c:plotArea><c:legend><c:legendPos val="t"/><c:overlay val="0"/>${text(1000)}</c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>` +
    `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>${text(1000)}</c:chartSpace>`
  );
}

const text = (size: number) =>
  `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${size}"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:latin typeface="${FONT}"/></a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>`;

/** On white, so that they are legible over a pattern; a part of none has none. */
const LABELS =
  `<c:dLbls><c:numFmt formatCode="#,##0;;;" sourceLinked="0"/><c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></c:spPr>${text(800)}` +
  `<c:dLblPos val="ctr"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`;

function fillXml({ pattern, ink, ground }: PartFill): string {
  if (pattern === undefined) return `<a:solidFill><a:srgbClr val="${ground}"/></a:solidFill>`;
  return `<a:pattFill prst="${pattern}"><a:fgClr><a:srgbClr val="${ink}"/></a:fgClr><a:bgClr><a:srgbClr val="${ground}"/></a:bgClr></a:pattFill>`;
}
