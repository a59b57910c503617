/** The field for a reason (giải trình): opens inside its entry, and gives the focus back where it came from. */

import { useEffect, useRef, useState } from "preact/hooks";
import { explanationText, LONGEST_EXPLANATION } from "../../core/check/explanations";
import type { CheckTexts } from "../texts/check.vi";

interface ExplainFieldProps {
  /** What stands in it at first: the reason as it is, or the one for figures that have changed since. */
  readonly initial: string;
  /** Whether `initial` was given for figures that have changed since. */
  readonly isDraft?: boolean;
  readonly texts: CheckTexts;
  readonly onSave: (text: string) => void;
  readonly onCancel: () => void;
}

export function ExplainField({ initial, isDraft = false, texts, onSave, onCancel }: ExplainFieldProps) {
  const [text, setText] = useState(initial);
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => area.current?.focus(), []);
  const words = texts.explain;
  const empty = explanationText(text) === "";
  return (
    <form
      class="check-explain"
      onSubmit={(event) => {
        event.preventDefault();
        if (!empty) onSave(text);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        onCancel();
      }}
    >
      <label>
        {words.label}
        <textarea
          ref={area}
          rows={3}
          maxLength={LONGEST_EXPLANATION}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      {isDraft && <p class="check-quiet">{words.draft}</p>}
      <div class="check-actions">
        <button type="submit" class="check-button check-sure" aria-disabled={empty}>
          {words.save}
        </button>
        <button type="button" class="check-button" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}
