/** Sentences put together from the state and the texts of a language. */

import { writeInteger } from "../../core/number";
import type { Happened, Work } from "../state/types";
import type { Texts } from "../texts/vi";

/** The sentence of the message bar. */
export function happenedWords(what: Happened, texts: Texts): string {
  const words = texts.happened;
  const n = writeInteger;
  switch (what.kind) {
    case "filled": {
      const sentence = what.mode === "values" ? words.frozen : words.filled;
      const count = (cells: number | undefined) => (cells === undefined ? undefined : n(cells));
      return sentence(count(what.vsPlan), count(what.vsSamePeriod), count(what.assessed));
    }
    case "nothing-to-fill":
      return words.nothingToFill;
    case "adopted":
      return words.adopted(what.form, n(what.found), n(what.total));
    case "own-made":
      return words.ownMade(what.form, n(what.rows), n(what.rules));
    case "own-imported":
      return words.ownImported(what.form, n(what.rows), n(what.rules));
    case "own-exported":
      return words.ownExported(what.file);
    case "own-no-room":
      return words.ownNoRoom(what.form, what.why);
    case "own-removed":
      return words.ownRemoved(what.form);
    case "not-part":
      return words.notPart(what.form);
    case "save-refused":
      return words.saveRefused;
    case "created":
      return words.created(what.sheet, n(what.rows));
    case "sample-created":
      return words.sampleCreated(what.sheet);
    case "carried":
      return what.left > 0 ? words.carriedLeft(n(what.figures), n(what.left)) : words.carried(n(what.figures));
    case "fixed":
      return what.skipped > 0 ? words.fixedSome(n(what.cells), n(what.skipped)) : words.fixed(n(what.cells));
    case "nothing-to-fix":
      return words.nothingToFix;
    case "undone":
      if (what.cells === 0) return words.undoneMemory;
      return what.kept > 0 ? words.undoneSome(n(what.cells), n(what.kept)) : words.undone(n(what.cells));
    case "undo-refused":
      return what.why === "moved" ? words.undoMoved : words.undoChanged;
    case "commented":
      return words.commented(what.cell);
    case "rule-ignored":
      return words.ruleIgnored(what.title);
    case "ignored-reset":
      return words.ignoredReset;
    case "explained":
      return words.explained(n(what.count));
    case "unexplained":
      return words.unexplained;
    case "explanations-reset":
      return words.explanationsReset(n(what.count));
    case "summary-added":
      return words.summaryAdded(what.sheet);
    case "summary-replaced":
      return words.summaryReplaced(what.sheet);
    case "summary-beside":
      return words.summaryBeside(what.sheet, what.earlier);
    case "sentences-added":
      return words.sentencesAdded(what.sheet, n(what.count));
    case "nothing-told":
      return words.nothingTold;
    case "sent":
      return texts.submit.done[what.by](what.file);
    case "not-given": {
      const { notGiven, stillHere } = texts.submit;
      const why = what.code === "unknown" ? "" : texts.troubles[what.code];
      return [notGiven[what.by], why, stillHere].filter(Boolean).join(" ");
    }
    case "sent-not-kept":
      return texts.submit.notKept(texts.troubles[what.code]);
    case "sent-kept":
      return texts.submit.kept;
    case "about-written":
      return words.aboutWritten;
    case "gate-closed":
      return texts.submit.blocked(what.questions);
    case "no-person":
      return texts.submit.noPerson;
    case "not-secure":
      return texts.submit.notSecure;
    case "fingerprint-copied":
      return texts.submit.copied;
    case "copied":
      return words.copied;
    case "copy-refused":
      return words.copyRefused;
    case "stopped":
      return words.stopped;
    case "no-table":
      return words.noTable;
    case "sheet-changed":
      return words.sheetChanged;
    case "done-unread": {
      const reason =
        what.code === "unknown" || what.code === "interrupted" ? words.checkAgain : texts.troubles[what.code];
      return `${words.doneUnread} ${reason}`;
    }
    case "trouble":
      return texts.troubles[what.code];
    case "file-trouble":
      return texts.fileTrouble(what.reason, what.message);
    case "file-unreadable":
      return texts.fileUnknown;
  }
}

/** What the pane is doing. */
export function workWords({ kind, progress }: Work, texts: Texts): string {
  if (kind === "giving") return texts.submit.giving;
  return kind === "checking" || kind === "submitting" ? texts.work[kind](percent(progress)) : texts.work[kind];
}

/** "42": whole percents, never more than are done. */
export const percent = (share = 0) => writeInteger(Math.floor(share * 100));

/** "14:32 11/07", by the clock of this machine; kept on one line. */
export function momentWords(moment: string): string {
  const date = new Date(moment);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(date.getHours())}:${two(date.getMinutes())}\u00a0${two(date.getDate())}/${two(date.getMonth() + 1)}`;
}
