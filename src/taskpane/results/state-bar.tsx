/** The five states as one bar, told apart by pattern as well as by colour: it survives a black-and-white printer. */

import type { StatusCounts } from "../../core/compare/assess-table";
import type { Status } from "../../core/compare/assess";
import { JUDGED, judgedCount } from "../../core/compare/outlook";
import type { ResultsTexts } from "../texts/results.vi";

/** The patterns that every bar and swatch of the view is filled with; drawn once. */
export function Patterns() {
  return (
    <svg class="results-patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        {(["met", "behind", "unmet"] as const).map((status) => (
          <pattern
            key={status}
            id={`results-${status}`}
            width={SIZES[status]}
            height={SIZES[status]}
            patternUnits="userSpaceOnUse"
            patternTransform={TURNS[status]}
          >
            <rect class={`results-ground-${status}`} width={SIZES[status]} height={SIZES[status]} />
            {status === "met" ? (
              <circle class="results-mark-met" cx="2" cy="2" r="0.8" />
            ) : (
              <rect class={`results-mark-${status}`} width={status === "behind" ? 2.5 : 2} height={SIZES[status]} />
            )}
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

const SIZES = { met: 4, behind: 6, unmet: 4 } as const;
const TURNS = { met: "rotate(0)", behind: "rotate(45)", unmet: "rotate(-45)" } as const;

/** The figures of a bar in words: "Vượt 82, Đạt 181, …". */
function figuresInWords(counts: StatusCounts, texts: ResultsTexts): string {
  return JUDGED.map((status) => texts.figure(status, String(counts[status]))).join(", ");
}

interface BarProps {
  readonly counts: StatusCounts;
  readonly name: string;
  readonly height: number;
  readonly texts: ResultsTexts;
}

export function StateBar({ counts, name, height, texts }: BarProps) {
  const total = judgedCount(counts);
  let left = 0;
  return (
    <svg
      class="results-bar"
      role="img"
      aria-label={texts.picture(name, figuresInWords(counts, texts))}
      width="100%"
      height={height}
      focusable="false"
    >
      {JUDGED.filter((status) => counts[status] > 0).map((status) => {
        const share = (counts[status] / total) * 100;
        const x = left;
        left += share;
        return (
          <rect
            key={status}
            class={`results-${status}`}
            {...fillOf(status)}
            x={`${x}%`}
            width={`${share}%`}
            height={height}
          >
            <title>{texts.figure(status, String(counts[status]))}</title>
          </rect>
        );
      })}
    </svg>
  );
}

/** A state's fill; set on the shape itself, so that it is found wherever the style sheet lies. */
const fillOf = (status: Status) =>
  status === "met" || status === "behind" || status === "unmet" ? { fill: `url(#results-${status})` } : {};

/** The pattern of a state, beside its word. */
export function Swatch({ status }: { readonly status: Status }) {
  return (
    <svg class="results-swatch" width="12" height="12" aria-hidden="true" focusable="false">
      <rect class={`results-${status}`} {...fillOf(status)} width="12" height="12" />
    </svg>
  );
}
