/** The cells whose change would mend a finding, most likely first, each a link that goes there. */

import type { Finding } from "../../core/check/finding";
import type { Language } from "../../core/check/finding-texts";
import { suspectWords } from "../../core/check/suspects/words";
import type { CheckTexts } from "../texts/check.vi";
import type { CheckActions } from "./check-view";

interface SuspectsProps {
  readonly finding: Finding;
  readonly texts: CheckTexts;
  readonly language: Language;
  readonly onGo: CheckActions["onGo"];
}

/** In a pane as narrow as ours more would push the remedy out of sight. */
const MOST = 3;

export function Suspects({ finding, texts, language, onGo }: SuspectsProps) {
  const suspects = finding.suspects?.slice(0, MOST) ?? [];
  if (suspects.length === 0) return null;
  return (
    <div class="check-suspects">
      <b>{texts.suspects}</b>
      <ol>
        {suspects.map(({ cell, facts }) => (
          <li key={cell}>
            <button type="button" class="check-link" onClick={() => onGo({ cell })}>
              {cell}
            </button>{" "}
            {suspectWords(facts, language)}
          </li>
        ))}
      </ol>
    </div>
  );
}
