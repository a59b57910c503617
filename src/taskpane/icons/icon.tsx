/**
 * Icons of Fluent (the package `@fluentui/svg-icons`, MIT licence), drawn into the page so that they take the colour of
 * the text around them and follow Windows' contrast themes.
 */

import addComment from "@fluentui/svg-icons/icons/comment_add_16_regular.svg";
import checkmark from "@fluentui/svg-icons/icons/checkmark_16_regular.svg";
import chevron from "@fluentui/svg-icons/icons/chevron_right_16_regular.svg";
import circleCheck from "@fluentui/svg-icons/icons/checkmark_circle_16_filled.svg";
import circleCross from "@fluentui/svg-icons/icons/dismiss_circle_16_filled.svg";
import clock from "@fluentui/svg-icons/icons/clock_16_regular.svg";
import copy from "@fluentui/svg-icons/icons/copy_16_regular.svg";
import cross from "@fluentui/svg-icons/icons/dismiss_16_regular.svg";
import document from "@fluentui/svg-icons/icons/document_16_regular.svg";
import eyeOff from "@fluentui/svg-icons/icons/eye_off_16_regular.svg";
import info from "@fluentui/svg-icons/icons/info_16_regular.svg";
import table from "@fluentui/svg-icons/icons/table_16_regular.svg";
import tableAdd from "@fluentui/svg-icons/icons/table_add_16_regular.svg";
import triangle from "@fluentui/svg-icons/icons/warning_16_filled.svg";
import arrowRight from "@fluentui/svg-icons/icons/arrow_right_16_regular.svg";
import sync from "@fluentui/svg-icons/icons/arrow_sync_16_regular.svg";
import undo from "@fluentui/svg-icons/icons/arrow_undo_16_regular.svg";

const SOURCES = {
  error: circleCross,
  warning: triangle,
  hint: info,
  ok: circleCheck,
  checkmark,
  chevron,
  clock,
  copy,
  cross,
  comment: addComment,
  document,
  ignore: eyeOff,
  table,
  create: tableAdd,
  next: arrowRight,
  checking: sync,
  undo,
} as const;

export type IconName = keyof typeof SOURCES;

interface Drawing {
  readonly viewBox: string;
  readonly paths: readonly string[];
}

const drawings = new Map<IconName, Drawing>();

/** Reads the shape out of an icon's file: drawn by us, its text never becomes markup. */
function drawingOf(name: IconName): Drawing {
  const known = drawings.get(name);
  if (known) return known;
  const source = SOURCES[name];
  const drawing = {
    viewBox: /\sviewBox="([^"]*)"/.exec(source)?.[1] ?? "0 0 16 16",
    paths: [...source.matchAll(/\sd="([^"]*)"/g)].map((match) => match[1]!),
  };
  drawings.set(name, drawing);
  return drawing;
}

interface IconProps {
  readonly name: IconName;
  /** What it says to those who do not see it; without it the icon is an ornament beside its word. */
  readonly label?: string;
  readonly class?: string;
}

/** One icon, 16 px in the size of its text. */
export function Icon({ name, label, class: extra }: IconProps) {
  const { viewBox, paths } = drawingOf(name);
  const spoken = label === undefined ? { "aria-hidden": true } : ({ role: "img", "aria-label": label } as const);
  return (
    <svg
      class={["icon", `icon-${name}`, extra].filter(Boolean).join(" ")}
      viewBox={viewBox}
      width="16"
      height="16"
      fill="currentColor"
      focusable="false"
      {...spoken}
    >
      {paths.map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
