/** A layout as a sheet of a new workbook. */

import type { InputArea, LayoutCell, SheetLayout } from "../core/form/layout";
import { inputRule, LOOKS, PAGE_FOOTER, rowHeights } from "../core/form/look";
import { metadataProperty, type SheetMetadata } from "../core/form/metadata";
import { createWorkbook } from "./create";
import type { CellLook, NewCell, NewSheet, NewValidation } from "./new-workbook";
import { rangeReference } from "./reference";

/** The bytes of a new workbook with one form's sheet. */
export function formWorkbook(layout: SheetLayout, metadata: SheetMetadata, created: Date): Promise<Uint8Array> {
  const property = metadataProperty(metadata, 0);
  return createWorkbook({
    sheets: [formSheet(layout)],
    names: layout.names.map(({ name, area }) => ({ name, refersTo: rangeReference(layout.name, area) })),
    customProperties: { [property.name]: property.value },
    properties: {
      title: `${metadata.formId} ${metadata.unit}`.trim(),
      creator: "Biểu Y tế",
      company: metadata.unit,
      created,
    },
  });
}

/** The sheet of a layout. */
export function formSheet(layout: SheetLayout): NewSheet {
  const lastRow = layout.cells.length - 1;
  return {
    name: layout.name,
    rows: layout.cells.map((cells) => Array.from(cells, (cell) => cell && newCell(cell))),
    columnWidths: layout.widths,
    rowHeights: rowHeights(layout),
    merges: layout.merges,
    ...(layout.frozen.rows + layout.frozen.columns > 0 && { frozen: layout.frozen }),
    page: {
      orientation: layout.orientation,
      footer: { right: PAGE_FOOTER },
      titleRows: layout.headerRows,
      ...(layout.pageStarts && { starts: layout.pageStarts }),
      printArea: { top: 0, left: 0, bottom: lastRow, right: layout.widths.length - 1 },
    },
    validations: layout.inputs.flatMap(validationFor),
  };
}

function newCell(cell: LayoutCell): NewCell {
  const look: CellLook = {
    ...LOOKS[cell.look],
    ...(cell.indent !== undefined && { indent: cell.indent }),
    ...(cell.format !== undefined && { format: cell.format }),
  };
  return { value: cell.value === "" ? null : cell.value, look };
}

function validationFor(area: InputArea): NewValidation[] {
  const rule = inputRule(area);
  if (!rule) return [];
  const { title, text, formula } = rule;
  return [{ range: rule.area, rule: { kind: "formula", formula }, error: { title, text, severity: "warning" } }];
}
