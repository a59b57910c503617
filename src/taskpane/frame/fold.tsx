/** A list that unfolds, and is only as long as one asks for. */

import type { ComponentChild } from "preact";
import { useState } from "preact/hooks";
import { writeInteger } from "../../core/number";
import type { Texts } from "../texts/vi";

const LINES_AT_ONCE = 40;

interface FoldProps {
  readonly title: string;
  readonly count: number;
  readonly texts: Texts;
  /** Whether it is of something that asks for attention. */
  readonly warning?: boolean;
  readonly open?: boolean;
  readonly children: readonly ComponentChild[];
}

export function Fold({ title, count, texts, warning = false, open = false, children }: FoldProps) {
  const [unfolded, setUnfolded] = useState(open);
  const [limit, setLimit] = useState(LINES_AT_ONCE);
  const left = children.length - limit;
  return (
    <details
      class={warning ? "fold fold-warning" : "fold"}
      open={unfolded}
      onToggle={({ currentTarget }) => setUnfolded(currentTarget.open)}
    >
      <summary>
        <span>{title}</span>
        <span>{writeInteger(count)}</span>
      </summary>
      {unfolded && (
        <div class="lines">
          {children.slice(0, limit)}
          {left > 0 && (
            <button type="button" class="button button-small" onClick={() => setLimit(limit + 5 * LINES_AT_ONCE)}>
              {texts.fill.more(writeInteger(Math.min(left, 5 * LINES_AT_ONCE)))}
            </button>
          )}
        </div>
      )}
    </details>
  );
}
