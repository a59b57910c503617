/** RangeBorderCollection and RangeBorder. */

import { type Area } from "../../workbook/area";
import { type Border, type BorderSide } from "../../workbook/style";
import { changeStyle } from "../../workbook/write";
import { type ApiClass, type Property, asWord, bind } from "../api-class";
import { present } from "../api-error";
import { type LookTarget, agreed, asColor } from "./look-target";
import { checkAllowed } from "./places";

const SIDES = [
  "EdgeTop",
  "EdgeBottom",
  "EdgeLeft",
  "EdgeRight",
  "InsideVertical",
  "InsideHorizontal",
  "DiagonalDown",
  "DiagonalUp",
] as const;
type Side = (typeof SIDES)[number];

const STYLES = ["None", "Continuous", "Dash", "DashDot", "DashDotDot", "Dot", "Double", "SlantDashDot"] as const;
const WEIGHTS = ["Hairline", "Thin", "Medium", "Thick"] as const;

interface BorderTarget {
  readonly target: LookTarget;
  readonly side: Side;
}

/** Which borders of which cells a side of an area is: an inside line is the border of one of its two cells. */
function sidesOf(side: Side, area: Area): { readonly area: Area; readonly border: BorderSide }[] {
  switch (side) {
    case "EdgeTop":
      return [{ area: { ...area, bottom: area.top }, border: "top" }];
    case "EdgeBottom":
      return [{ area: { ...area, top: area.bottom }, border: "bottom" }];
    case "EdgeLeft":
      return [{ area: { ...area, right: area.left }, border: "left" }];
    case "EdgeRight":
      return [{ area: { ...area, left: area.right }, border: "right" }];
    case "InsideHorizontal":
      return area.top === area.bottom ? [] : [{ area: { ...area, bottom: area.bottom - 1 }, border: "bottom" }];
    case "InsideVertical":
      return area.left === area.right ? [] : [{ area: { ...area, right: area.right - 1 }, border: "right" }];
    case "DiagonalDown":
      return [{ area, border: "diagonalDown" }];
    case "DiagonalUp":
      return [{ area, border: "diagonalUp" }];
  }
}

const NO_BORDER: Border = { style: "None", weight: "Thin", color: "#000000" };

function borderField<K extends keyof Border>(name: K, read: (value: unknown) => Border[K]): Property<BorderTarget> {
  return {
    get: ({ target, side }, context) => {
      const values = target
        .areas()
        .flatMap((area) => sidesOf(side, area))
        .map(({ area, border }) =>
          agreed(
            { sheet: target.sheet, areas: () => [area] },
            context,
            ({ borders }) => (borders[border] ?? NO_BORDER)[name],
          ),
        );
      return values.every((value) => value === values[0]) ? (values[0] ?? NO_BORDER[name]) : null;
    },
    set: ({ target, side }, value, context) => {
      const wanted = read(value);
      const sheet = target.sheet(context);
      checkAllowed(sheet, "allowFormatCells");
      for (const { area, border } of target.areas().flatMap((one) => sidesOf(side, one)))
        changeStyle(context.workbook, sheet, area, (style) => {
          const old = style.borders[border] ?? NO_BORDER;
          // A weight or colour given to a side without a line draws one, as in Excel.
          const made: Border = {
            ...old,
            ...(name === "style" ? {} : { style: old.style === "None" ? "Continuous" : old.style }),
            [name]: wanted,
          };
          const borders = Object.fromEntries(Object.entries(style.borders).filter(([one]) => one !== border));
          return { ...style, borders: made.style === "None" ? borders : { ...borders, [border]: made } };
        });
    },
  };
}

const borderClass: ApiClass<BorderTarget> = {
  name: "RangeBorder",
  id: ({ side }) => ({ _Id: side }),
  properties: {
    SideIndex: { get: ({ side }) => side },
    Style: borderField("style", (value) => asWord(value, STYLES)),
    Weight: borderField("weight", (value) => asWord(value, WEIGHTS)),
    Color: borderField("color", asColor),
    TintAndShade: { get: () => 0 },
  },
};

export const bordersClass: ApiClass<LookTarget> = {
  name: "RangeBorderCollection",
  properties: { Count: { get: () => SIDES.length } },
  items: (target, context) => SIDES.map((side) => bind(borderClass, { target, side }, context)),
  item: (target, args, context) => {
    const side = present(SIDES.find((one) => one === args.text(0)));
    return bind(borderClass, { target, side }, context);
  },
  methods: {
    GetItemAt: (target, args, context) => {
      return bind(borderClass, { target, side: present(SIDES[args.integer(0)]) }, context);
    },
  },
};
