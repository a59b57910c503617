/** What a clause begins with: the row's words and its figure, in the order in which a report says them. */

import type { Reached } from "../compare/assess";
import type { Traits } from "../form/types";
import { fold } from "../text/fold";
import { withUnit, writeShort } from "./amount";
import { leadTo } from "./spoken-label";
import { CARE, FINDING, SENTENCE_WORDS as WORDS, SHORT_NOUNS, TREATED } from "./words.vi";

export interface Head {
  readonly text: string;
  /** Whether words follow the figure, so that what is said next needs a comma. */
  readonly wordsLast: boolean;
}

type Counted = Pick<Traits, "unit" | "kind">;

/**
 * The words and the figure of a row.
 *
 * A label that begins with what is counted takes its figure before it, so that nothing is said twice:
 * "1.700 lam phát hiện", "phát hiện 75 bệnh nhân lao mới"; care is given to somebody: "khám phụ khoa cho 30.277 lượt".
 * The forms are those of Điện Biên's report, section II.
 *
 * @param label as it is spoken, without the unit in brackets
 */
export function headOf(label: string, reached: Reached, traits: Counted, isMeasure: boolean): Head {
  const figure = withUnit(reached, traits, saysUnit(label, traits, isMeasure));
  if (!isCounted(traits)) return headOfRate(label, figure, reached, traits);
  const found = FINDING.exec(label);
  const parts = partsOf(found?.[2] ?? label, traits.unit);
  if (parts) {
    const counted = `${writeShort(reached)} ${parts.noun}${parts.rest}`;
    return { text: found ? `${found[1]} ${counted}` : counted, wordsLast: parts.rest !== "" };
  }
  const care = isMeasure || !TREATED.has(fold(traits.unit)) || / cho |:/.test(label) ? null : CARE.exec(label);
  if (!care) return { text: `${leadTo(label)}${figure}`, wordsLast: false };
  const patients = partsOf(care[2]!.trim(), "bệnh nhân");
  if (!patients) return { text: WORDS.careFor(label, figure), wordsLast: false };
  return { text: `${WORDS.careFor(care[1]!, figure)} ${patients.noun}${patients.rest}`, wordsLast: true };
}

/**
 * How it is said that none occurred: "không phát hiện bệnh nhân phong mới", "không có ca chết mẹ".
 *
 * @param isOpen whether there still is time for it: then it is "chưa", not "không"
 * @returns undefined for what is not counted: a rate of 0 is a figure like any other
 */
export function noneHead(label: string, traits: Counted, isOpen: boolean): Head | undefined {
  if (traits.kind !== "count" || traits.unit === "") return undefined;
  const not = isOpen ? WORDS.notYet : WORDS.not;
  const found = FINDING.exec(label);
  const parts = partsOf((found?.[2] ?? label).replace(WORDS.total, ""), traits.unit);
  if (parts && parts.rest !== "") {
    const text = `${not} ${found ? found[1]!.toLowerCase() : WORDS.have} ${parts.noun}${parts.rest}`;
    return { text: text.charAt(0).toUpperCase() + text.slice(1), wordsLast: true };
  }
  return { text: `${label}: ${not} ${WORDS.have} ${traits.unit} ${WORDS.any}`, wordsLast: true };
}

const isCounted = ({ kind, unit }: Counted) => (kind === "count" || kind === "money") && unit !== "";

/** A label that begins with its unit, written out or as the forms shorten it: "B/n tâm thần" is "bệnh nhân" + " tâm thần". */
function partsOf(label: string, unit: string): { readonly noun: string; readonly rest: string } | undefined {
  for (const noun of [unit, ...(SHORT_NOUNS[fold(unit)] ?? [])]) {
    const start = label.slice(0, noun.length);
    const rest = label.slice(noun.length);
    if (start.toLowerCase() !== noun.toLowerCase() || !/^(?: \S|$)/u.test(rest)) continue;
    // "Xã hội hóa" is no commune.
    if (WORDS.otherWords.test(label)) return undefined;
    return { noun: unit, rest };
  }
  return undefined;
}

/** Whether a label already says the unit: the measure "Lượt khám". */
function saysUnit(label: string, { unit, kind }: Counted, isMeasure: boolean): boolean {
  return isMeasure && (kind === "count" || kind === "money") && ` ${fold(label)} `.includes(` ${fold(unit)} `);
}

/** "Tỷ lệ mắc lao 36,55/100.000 dân": what a rate is of stands behind its figure, said once. */
function headOfRate(label: string, figure: string, reached: Reached, traits: Counted): Head {
  if (!traits.unit.startsWith("/")) return { text: `${leadTo(label)}${figure}`, wordsLast: false };
  const own = OF_SO_MANY.exec(label);
  if (own?.[1]) {
    const of = own[3]!.trim();
    const unit = `/${own[2]!.replace(/\.?000$/, ".000")}`;
    // Behind the people it is of, the label may go on: "/100.000 dân trong các vụ …".
    const people = traits.unit.replace(/^\/[\d.]+\s*/u, "");
    const goesOn = of.startsWith(`${people} `) && WORDS.goesOn.test(of.slice(people.length + 1));
    const before = goesOn ? `${own[1].trim()} ${of.slice(people.length + 1)}` : own[1].trim();
    return { text: `${leadTo(before)}${bareFigure(reached, traits)}${unit} ${goesOn ? people : of}`, wordsLast: false };
  }
  const population = label.replace(WORDS.perPopulation, "");
  return { text: `${leadTo(population)}${figure}`, wordsLast: false };
}

/** "Tỷ số chết mẹ: 1/100.000 trẻ đẻ sống", "… dưới 1 tuổi trên 1000 trẻ DTTS đẻ sống". */
const OF_SO_MANY = /^(.*?\S)(?::? *1?\/ *| trên )(1[.]?000|10[.]?000|100[.]?000) +(\S.*)$/u;

const bareFigure = (reached: Reached, traits: Counted) => withUnit(reached, { ...traits, unit: "" }, true);
