/** Lỗi, Cảnh báo, Gợi ý: how many of each, and a switch to see only some of them. */

import type { Level } from "../../core/check/finding";
import { writeInteger } from "../../core/number";
import { Icon } from "../icons/icon";
import type { CheckTexts } from "../texts/check.vi";
import { LEVELS } from "./items";

interface TotalsProps {
  readonly counts: Readonly<Record<Level, number>>;
  /** The classes chosen; none means all. */
  readonly chosen: ReadonlySet<Level>;
  readonly texts: CheckTexts;
  readonly onToggle: (level: Level) => void;
}

export function Totals({ counts, chosen, texts, onToggle }: TotalsProps) {
  return (
    <div class="check-totals" role="group" aria-label={texts.filters}>
      {LEVELS.map((level) => (
        <button
          key={level}
          type="button"
          class={`check-total check-${level}`}
          aria-pressed={chosen.has(level)}
          onClick={() => onToggle(level)}
        >
          <Icon name={level} />
          <b>{writeInteger(counts[level])}</b> {texts.levels[level]}
        </button>
      ))}
    </div>
  );
}
