/** The reports' own sentences for the rows selected in the sheet, or for a section: read, copied, put on a sheet. */

import { useEffect, useRef, useState } from "preact/hooks";
import type { SilentReason, Telling } from "../../core/report/selected";
import { writeInteger } from "../../core/number";
import { useRoving } from "../check/use-roving";
import { Icon } from "../icons/icon";
import type { ResultsTexts } from "../texts/results.vi";

/** Sentences shown before one asks for all. */
const AT_ONCE = 5;

export interface SentencesProps {
  readonly told: Telling | undefined;
  /** The name of the section that is told; undefined: the selected rows. */
  readonly section: string | undefined;
  readonly texts: ResultsTexts;
  readonly onGo: (cell: string) => void;
  readonly onCopy: () => void;
  readonly onAddSheet: () => void;
  /** Back to the selected rows. */
  readonly onSelected: () => void;
}

export function Sentences({ told, section, texts, onGo, onCopy, onAddSheet, onSelected }: SentencesProps) {
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const { onFocusIn, move } = useRoving(list);
  const sentences = told?.sentences ?? [];
  // Of another selection one has not asked for all.
  const about = section ?? sentences[0]?.cell;
  useEffect(() => setAll(false), [about]);
  const shown = all ? sentences : sentences.slice(0, AT_ONCE);
  return (
    <section class="results-sentences">
      <h2>
        {section === undefined ? texts.sentencesSelected : texts.sentencesSection(section)}{" "}
        {sentences.length > 0 && <span class="results-count">{writeInteger(sentences.length)}</span>}
      </h2>
      {section !== undefined && (
        <button type="button" class="results-link" onClick={onSelected}>
          {texts.backToSelected}
        </button>
      )}
      {told && told.rows > 0 ? <Silent told={told} texts={texts} /> : <p class="results-quiet">{texts.selectRows}</p>}
      {sentences.length > 0 && (
        <>
          <ul class="results-told" ref={list} onFocusIn={onFocusIn} onKeyDown={move}>
            {shown.map(({ cell, text }) => (
              <li key={`${cell} ${text}`}>
                <span lang="vi">{text}</span>{" "}
                <button
                  type="button"
                  class="results-cell"
                  data-stop={cell}
                  tabIndex={-1}
                  aria-label={texts.goTo(cell)}
                  onClick={() => onGo(cell)}
                >
                  {cell}
                </button>
              </li>
            ))}
          </ul>
          {sentences.length > AT_ONCE && (
            <button type="button" class="results-link" aria-expanded={all} onClick={() => setAll(!all)}>
              {all ? texts.fewSentences : texts.allSentences(writeInteger(sentences.length))}
            </button>
          )}
          <div class="results-buttons">
            <button type="button" class="results-button" onClick={onCopy}>
              <Icon name="copy" /> {texts.copySentences}
            </button>
            <button type="button" class="results-button" onClick={onAddSheet}>
              <Icon name="create" /> {texts.sentencesSheet}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

const REASONS: readonly SilentReason[] = ["missing", "unreadable", "text", "unknown", "heading", "hidden", "outside"];

/** How many rows say nothing, and why. */
function Silent({ told: { silent }, texts }: { readonly told: Telling; readonly texts: ResultsTexts }) {
  const reasons = REASONS.filter((reason) => (silent[reason] ?? 0) > 0);
  if (reasons.length === 0) return null;
  const count = (reason: SilentReason) => silent[reason] ?? 0;
  const all = reasons.reduce((sum, reason) => sum + count(reason), 0);
  const words = reasons.map((reason) => texts.silentReason(reason, writeInteger(count(reason)))).join("; ");
  return <p class="results-quiet">{texts.silent(writeInteger(all), words)}</p>;
}
