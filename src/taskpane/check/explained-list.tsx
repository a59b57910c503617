/** What was explained: folded away under the list, each with its reason, to be changed or taken back. */

import { useRef, useState } from "preact/hooks";
import type { ExplainedFinding } from "../../core/check/explanations";
import { findingTexts, type Language } from "../../core/check/finding-texts";
import { writeInteger } from "../../core/number";
import type { CheckTexts } from "../texts/check.vi";
import type { CheckActions } from "./check-view";
import { ExplainField } from "./explain-field";

interface ExplainedProps {
  readonly explained: readonly ExplainedFinding[];
  readonly texts: CheckTexts;
  readonly language: Language;
  readonly actions: CheckActions;
}

/** How many are drawn before one asks for more. */
const AT_ONCE = 30;

export function ExplainedList({ explained, ...shared }: ExplainedProps) {
  const [unfolded, setUnfolded] = useState(false);
  const [limit, setLimit] = useState(AT_ONCE);
  const { texts, actions } = shared;
  const left = explained.length - limit;
  if (explained.length === 0) return null;
  return (
    <details
      class="check-unchecked check-explained"
      open={unfolded}
      onToggle={({ currentTarget }) => setUnfolded(currentTarget.open)}
    >
      <summary>{texts.explain.group(writeInteger(explained.length))}</summary>
      {unfolded && (
        <>
          <ul>
            {explained.slice(0, limit).map((one) => (
              <Explained
                key={`${one.finding.rule} ${one.finding.cell} ${one.explanation.figure}`}
                one={one}
                {...shared}
              />
            ))}
          </ul>
          {left > 0 && (
            <button type="button" class="check-button check-plain" onClick={() => setLimit(limit + 10 * AT_ONCE)}>
              {texts.more(writeInteger(Math.min(left, 10 * AT_ONCE)))}
            </button>
          )}
          <button type="button" class="check-button" onClick={actions.onResetExplained}>
            {texts.explain.reset}
          </button>
        </>
      )}
    </details>
  );
}

function Explained({ one, texts, language, actions }: Omit<ExplainedProps, "explained"> & { one: ExplainedFinding }) {
  const { finding, explanation } = one;
  const [editing, setEditing] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const close = () => {
    setEditing(false);
    edit.current?.focus();
  };
  const { title, message } = findingTexts(finding, language);
  return (
    <li class="check-item">
      <div class="check-reason">
        <h3>
          {title}{" "}
          <button type="button" class="check-link" onClick={() => actions.onGo(finding)}>
            {finding.cell}
          </button>
        </h3>
        <p class="check-label">{finding.facts.label || message}</p>
        <blockquote>{explanation.text}</blockquote>
        {editing && (
          <ExplainField
            initial={explanation.text}
            texts={texts}
            onSave={(text) => {
              close();
              actions.onExplain([finding], text);
            }}
            onCancel={close}
          />
        )}
        {/* Not taken away while the field is open, so that the focus has where to come back to. */}
        <div class="check-actions">
          <button
            ref={edit}
            type="button"
            class="check-button"
            aria-expanded={editing}
            onClick={() => setEditing(!editing)}
          >
            {texts.explain.edit}
          </button>
          <button type="button" class="check-button check-plain" onClick={() => actions.onUnexplain(finding)}>
            {texts.explain.remove}
          </button>
        </div>
      </div>
    </li>
  );
}
