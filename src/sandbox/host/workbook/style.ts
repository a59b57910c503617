/** How a cell looks: immutable, shared by all the cells that look the same. Names as Office.js has them. */

export type BorderStyle = "None" | "Continuous" | "Dash" | "DashDot" | "DashDotDot" | "Dot" | "Double" | "SlantDashDot";
export type BorderWeight = "Hairline" | "Thin" | "Medium" | "Thick";

export interface Border {
  readonly style: BorderStyle;
  readonly weight: BorderWeight;
  /** #RRGGBB. */
  readonly color: string;
}

export type BorderSide = "top" | "bottom" | "left" | "right" | "diagonalDown" | "diagonalUp";

export interface Style {
  /** As en-US writes it, such as `#,##0.0` or `General`. */
  readonly numberFormat: string;
  readonly fontName: string;
  /** In points. */
  readonly fontSize: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: "None" | "Single" | "Double" | "SingleAccountant" | "DoubleAccountant";
  readonly strikethrough: boolean;
  readonly superscript: boolean;
  readonly subscript: boolean;
  /** #RRGGBB. */
  readonly fontColor: string;
  /** #RRGGBB; null where the cell has no fill. */
  readonly fill: string | null;
  readonly horizontal:
    "General" | "Left" | "Center" | "Right" | "Fill" | "Justify" | "CenterAcrossSelection" | "Distributed";
  readonly vertical: "Top" | "Center" | "Bottom" | "Justify" | "Distributed";
  readonly indent: number;
  readonly wrap: boolean;
  readonly shrink: boolean;
  /** Degrees from -90 to 90, or 180 for upright letters. */
  readonly orientation: number;
  /** Whether a protected sheet keeps the cell from being written. */
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  /** Name of the cell style. */
  readonly styleName: string;
  readonly borders: Readonly<Partial<Record<BorderSide, Border>>>;
}

/** A cell that nobody has touched. */
export const DEFAULT_STYLE: Style = {
  numberFormat: "General",
  fontName: "Calibri",
  fontSize: 11,
  bold: false,
  italic: false,
  underline: "None",
  strikethrough: false,
  superscript: false,
  subscript: false,
  fontColor: "#000000",
  fill: null,
  horizontal: "General",
  vertical: "Bottom",
  indent: 0,
  wrap: false,
  shrink: false,
  orientation: 0,
  locked: true,
  formulaHidden: false,
  styleName: "Normal",
  borders: {},
};
