/** Whether the open sheet was sent, and whether its figures are still those that were sent. */

import type { SentNote } from "../../core/workbook/memory";
import type { Engine } from "../engine";
import { tableToSend } from "./gate";
import type { MadeCopy, PaneState, SheetState } from "./types";

export interface SentStanding {
  readonly note: SentNote;
  /** The copy itself, where it was made while the pane is open. */
  readonly copy: MadeCopy | undefined;
  /** `unknown` where the page may not make fingerprints. */
  readonly figures: "same" | "changed" | "unknown";
}

/** The last copy for sending of the open sheet: the one just made, or the one that the workbook remembers. */
export function sentOf({ sheet, submit }: Pick<PaneState, "sheet" | "submit">): SentStanding | undefined {
  if (!sheet) return undefined;
  const copy = submit.copy?.sheet === sheet.snapshot.sheet.id ? submit.copy : undefined;
  const kept = sheet.remembered?.sent;
  // Somebody else may have sent it since, from the same workbook.
  const isOlder = copy && kept && copy.note.at < kept.at;
  const note = isOlder ? kept : (copy?.note ?? kept);
  if (!note) return undefined;
  const { fingerprint } = sheet;
  const figures = fingerprint === undefined ? "unknown" : fingerprint === note.fingerprint ? "same" : "changed";
  return { note, copy: isOlder ? undefined : copy, figures };
}

/** Whether the open sheet holds the figures that were handed out to be sent. */
export function isAsSent(state: Pick<PaneState, "sheet" | "submit">): boolean {
  const sent = sentOf(state);
  return sent?.figures === "same" && (sent.copy === undefined || sent.copy.given);
}

/** The sheet with the fingerprint of its figures, where a copy or a verified file is there to hold it against. */
export async function withFingerprint(
  engine: Engine,
  sheet: SheetState,
  { submit }: Pick<PaneState, "submit">,
): Promise<SheetState> {
  const asked = sheet.remembered?.sent ?? submit.copy ?? submit.verified;
  const table = asked && tableToSend(sheet);
  if (!table || !canDigest()) return sheet;
  return { ...sheet, fingerprint: await engine.fingerprintOf(table) };
}

/** Browsers make digests on pages that were loaded safely (https or this machine), and nowhere else. */
export function canDigest(): boolean {
  const { crypto } = globalThis as { readonly crypto?: Partial<Crypto> };
  return crypto?.subtle !== undefined;
}
