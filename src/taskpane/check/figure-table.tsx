/** What a finding says in figures: a small table, or its sentence, and the other cells that take part. */

import type { Finding } from "../../core/check/finding";
import type { Language } from "../../core/check/finding-texts";
import type { CheckTexts } from "../texts/check.vi";
import type { CheckActions } from "./check-view";
import { figuresOf } from "./figures";

interface FigureTableProps {
  readonly finding: Finding;
  /** Said where there are no figures to set against each other. */
  readonly message: string;
  readonly texts: CheckTexts;
  readonly language: Language;
  readonly onGo: CheckActions["onGo"];
}

export function FigureTable({ finding, message, texts, language, onGo }: FigureTableProps) {
  const lines = figuresOf(finding, texts, language);
  return (
    <>
      {lines.length === 0 ? (
        <p class="check-message">{message}</p>
      ) : (
        <table class="check-figures">
          <tbody>
            {lines.map(({ kind, name, working, value }) => (
              <tr key={kind} class={`check-${kind}`}>
                <th scope="row">
                  {name}
                  {working && <span class="check-working">{working}</span>}
                </th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {finding.related.length > 0 && (
        <p class="check-related">
          {texts.related}:{" "}
          {finding.related.slice(0, 12).map((cell, index) => (
            <span key={cell}>
              {index > 0 && ", "}
              <button type="button" class="check-link" onClick={() => onGo({ cell })}>
                {cell}
              </button>
            </span>
          ))}
          {finding.related.length > 12 && "…"}
        </p>
      )}
    </>
  );
}
