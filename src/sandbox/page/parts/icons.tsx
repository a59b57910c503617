/** The icons of the ribbon, drawn here in strokes of the text's colour. */

const PATHS = {
  pane: "M2.5 3.5h15v13h-15zM12.5 3.5v13M14.5 7h1.5M14.5 9.5h1.5",
  fill: "M4 4h5v12H4zM11 4h5v5h-5M13.5 11.5v5M11 14h5",
  check: "M3.5 10.5l4 4 9-9.5",
  fresh: "M5 2.5h7l3.5 3.5v11.5H5zM12 2.5V6h3.5",
  sample: "M3.5 3.5h13v13h-13zM3.5 7.5h13M3.5 12h13M8.5 3.5v13",
  open: "M2.5 16V5h5l1.5 2h6v2.5M2.5 16l2.5-6.5h13L15.5 16z",
  save: "M3.5 3.5h10.5l2.5 2.5v10.5h-13zM6.5 3.5v4.5h6V3.5M6 16.5v-5h8v5",
  undo: "M7 4L3.5 7.5 7 11M4 7.5h7.5a4.5 4.5 0 0 1 0 9H9",
  redo: "M13 4l3.5 3.5L13 11M16 7.5H8.5a4.5 4.5 0 0 0 0 9H11",
  sortUp: "M5.5 16.5v-12M3 7l2.5-2.5L8 7M11 5h3M11 9h4.5M11 13h6",
  sortDown: "M5.5 3.5v12M3 13l2.5 2.5L8 13M11 5h6M11 9h4.5M11 13h3",
  lock: "M4.5 9h11v8h-11zM7 9V6.5a3 3 0 0 1 6 0V9",
  faults: "M10 3l7.5 13.5h-15zM10 8v4M10 14v.5",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.4"
        stroke-linejoin="round"
        stroke-linecap="round"
      />
    </svg>
  );
}
