/** The foot: the view's primary button, always in sight; while something runs it says what, how far, and stops it. */

import { footButtons } from "./foot-buttons";
import type { ViewProps } from "./view-props";
import { workWords } from "./words";

export function Foot({ state, actions, texts }: ViewProps) {
  const { work } = state;
  const [primary, secondary] = footButtons(state, actions, texts);
  if (!primary && !work) return null;
  const words = work && workWords(work, texts);
  return (
    <footer class="foot" aria-busy={work !== undefined}>
      {/* The same element before, during and after the work, so that the keyboard does not lose its place. */}
      <button
        key="primary"
        type="button"
        class="button button-primary"
        aria-disabled={work !== undefined || primary?.disabled}
        onClick={() => {
          if (!work && !primary?.disabled) primary?.press();
        }}
      >
        {words ?? primary?.label}
      </button>
      {work?.stop ? (
        <button key="stop" type="button" class="button stop" onClick={work.stop}>
          {texts.stop}
        </button>
      ) : (
        !work &&
        secondary && (
          <button key="secondary" type="button" class="button" onClick={secondary.press}>
            {secondary.label}
          </button>
        )
      )}
      {work?.progress !== undefined && <progress key="progress" max={1} value={work.progress} aria-label={words} />}
    </footer>
  );
}
