/** A suspect's reason in the reader's language. */

import { writeInteger } from "../../number";
import type { Language } from "../finding-texts";
import type { SuspectFacts } from "./suspect";
import { SUSPECT_TEXTS_EN } from "./texts.en";
import { SUSPECT_TEXTS, type SuspectTexts } from "./texts.vi";

/**
 * Why a cell is suspected, in a few short sentences.
 *
 * @example "1.272 gõ thành 1.722: đảo hai chữ số. Một ô này liên quan cả 2 mâu thuẫn."
 */
export function suspectWords(facts: SuspectFacts, language: Language): string {
  const texts = language === "en" ? SUSPECT_TEXTS_EN : SUSPECT_TEXTS;
  return [
    ...changeOf(facts, texts),
    ...(facts.mends > 1 ? [texts.mends(writeInteger(facts.mends))] : []),
    ...(facts.comparison ? [texts.comparison] : []),
    ...(facts.typedOver ? [texts.typedOver] : []),
    ...(facts.recent ? [texts.recent] : []),
  ].join(" ");
}

/** The shortest way to say it, for one line: "1.272 gõ thành 1.722"; undefined where no slip leads to a figure. */
export function slipWords({ slip, value, stated }: SuspectFacts, language: Language): string | undefined {
  if (!slip || value === undefined || COPIED.has(slip)) return undefined;
  return (language === "en" ? SUSPECT_TEXTS_EN : SUSPECT_TEXTS).typedAs(value, stated);
}

const COPIED: ReadonlySet<string> = new Set(["otherRow", "otherColumn"]);

function changeOf(facts: SuspectFacts, texts: SuspectTexts): readonly string[] {
  const { stated, value, from, to, slip, also } = facts;
  const together = also.length === 0 ? "" : texts.also(also.join(", "));
  if (slip && value !== undefined && !COPIED.has(slip) && also.length === 0)
    return [`${texts.typedAs(value, stated)}: ${texts.slips[slip]}.`];
  const change =
    value !== undefined
      ? texts.change(stated, value, together)
      : from !== undefined && to !== undefined
        ? texts.between(stated, from, to, together)
        : from !== undefined
          ? texts.atLeast(stated, from, together)
          : to !== undefined
            ? texts.atMost(stated, to, together)
            : texts.other(stated, together);
  return slip ? [change, sentence(texts.slips[slip])] : [change];
}

const sentence = (words: string): string => `${words[0]!.toUpperCase()}${words.slice(1)}.`;
