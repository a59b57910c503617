/** What the pane knows at a moment. Data only: views draw it, actions replace it, texts are chosen when it is drawn. */

import type { CheckResult } from "../../core/check/finding";
import type { NoRoom } from "../../core/workbook/own-forms";
import type { RowAssessment, SectionCounts } from "../../core/compare/assess-table";
import type { LeftBehind, ReplacedSamePeriod } from "../../core/fill/carry-over";
import type { AssessmentPlan } from "../../core/fill/assessment";
import type { FillPlan } from "../../core/fill/fill";
import type { Period } from "../../core/form/period";
import type { Form } from "../../core/form/types";
import type { FillMode } from "../../core/table/binding";
import type { Learned } from "../../core/learn/types";
import type { FigureTable } from "../../core/table/figures";
import type { Adoption } from "../../core/workbook/adopt";
import type { FigureChange, VerifiedTable } from "../../core/submit/verify";
import type { SentNote, SheetMemory, WorkbookMemory } from "../../core/workbook/memory";
import type { Telling } from "../../core/report/selected";
import type { SelectedRows, SheetSnapshot, TroubleCode } from "../../core/workbook/port";
import type { WorkbookReason } from "../../xlsx/error";

export type TabName = "form" | "fill" | "check" | "results" | "submit";

export const TABS: readonly TabName[] = ["form", "fill", "check", "results", "submit"];

/** The active sheet, as last read. */
export interface SheetState {
  readonly snapshot: SheetSnapshot;
  readonly memory: WorkbookMemory;
  readonly adoption: Adoption;
  /** Of the whole workbook: what was remembered could not be read. */
  readonly memoryDamaged: boolean;
  /** Of the whole workbook: it is a copy that was sent, not one to work in. */
  readonly isSentCopy: boolean;
  /** What is remembered of this sheet. */
  readonly remembered: SheetMemory | undefined;
  /** The figures; absent where there is no table. */
  readonly table: FigureTable | undefined;
  /** The fingerprint of the figures, where there is something to hold it against and the page may make one. */
  readonly fingerprint?: string;
}

export interface CheckState {
  readonly result: CheckResult;
  readonly at: Date;
  /** Whether the sheet changed since, so that the result may no longer hold. */
  readonly stale: boolean;
}

export interface Results {
  readonly assessments: readonly RowAssessment[];
  readonly sections: readonly SectionCounts[];
}

/** The sentences of the view Kết quả. */
export interface SentencesState {
  /** The section that is told; undefined: the rows that are selected in the sheet. */
  readonly section: string | undefined;
  /** What was selected when it was last read. */
  readonly selected: SelectedRows | undefined;
  /** Undefined where there is nothing to tell of, or nobody looks. */
  readonly told: Telling | undefined;
}

/** What the pane is doing; one thing at a time. */
export interface Work {
  readonly kind: "reading" | "checking" | "filling" | "writing" | "creating" | "opening-file" | "submitting" | "giving";
  /** Share that is done, 0 to 1, where it is known. */
  readonly progress?: number;
  /** Stops it; absent where it cannot be stopped half-way. */
  readonly stop?: () => void;
}

/** What just happened, for the message bar. */
export type Happened =
  /** Cells by column; undefined where the table has no such column. */
  | {
      readonly kind: "filled";
      readonly vsPlan: number | undefined;
      readonly vsSamePeriod: number | undefined;
      /** Undefined where the column Đánh giá was not wanted. */
      readonly assessed: number | undefined;
      readonly mode: FillMode;
    }
  | { readonly kind: "nothing-to-fill" }
  | { readonly kind: "adopted"; readonly form: string; readonly found: number; readonly total: number }
  | { readonly kind: "own-made" | "own-imported"; readonly form: string; readonly rows: number; readonly rules: number }
  | { readonly kind: "own-exported"; readonly file: string }
  | { readonly kind: "own-no-room"; readonly form: string; readonly why: NoRoom }
  | { readonly kind: "own-removed" | "not-part"; readonly form: string }
  | { readonly kind: "save-refused" }
  | { readonly kind: "created"; readonly sheet: string; readonly rows: number }
  /** Period and unit. */
  | { readonly kind: "about-written" }
  | { readonly kind: "sample-created"; readonly sheet: string }
  | { readonly kind: "carried"; readonly figures: number; readonly left: number }
  | { readonly kind: "fixed"; readonly cells: number; readonly skipped: number }
  | { readonly kind: "nothing-to-fix" }
  | { readonly kind: "undone"; readonly cells: number; readonly kept: number }
  | { readonly kind: "undo-refused"; readonly why: "moved" | "changed" }
  | { readonly kind: "commented"; readonly cell: string }
  | { readonly kind: "rule-ignored"; readonly title: string }
  | { readonly kind: "ignored-reset" }
  | { readonly kind: "explained"; readonly count: number }
  | { readonly kind: "unexplained" }
  | { readonly kind: "explanations-reset"; readonly count: number }
  /** replaced: an earlier one gave way; beside: an earlier one that was edited stays. */
  | {
      readonly kind: "summary-added" | "summary-replaced" | "summary-beside";
      readonly sheet: string;
      readonly earlier: string;
    }
  | { readonly kind: "sentences-added"; readonly sheet: string; readonly count: number }
  | { readonly kind: "nothing-told" }
  /** The copy for sending: it was opened as a workbook, or given as a download. */
  | { readonly kind: "sent"; readonly file: string; readonly by: HandOut }
  /** It was made, but did not come out of the pane. */
  | { readonly kind: "not-given"; readonly by: HandOut; readonly code: TroubleCode }
  /** It came out, but the workbook could not be told. */
  | { readonly kind: "sent-not-kept"; readonly file: string; readonly code: TroubleCode }
  | { readonly kind: "sent-kept" }
  /** Questions of the gate that are open. */
  | { readonly kind: "gate-closed"; readonly questions: number }
  | { readonly kind: "no-person" }
  /** The page was not loaded safely, so the browser makes no fingerprint. */
  | { readonly kind: "not-secure" }
  | { readonly kind: "copied" }
  | { readonly kind: "fingerprint-copied" }
  | { readonly kind: "copy-refused" }
  | { readonly kind: "stopped" }
  | { readonly kind: "no-table" }
  | { readonly kind: "sheet-changed" }
  /** What was asked for is done; what should have followed it, reading again and marking, is not. */
  | { readonly kind: "done-unread"; readonly code: TroubleCode }
  | { readonly kind: "trouble"; readonly code: TroubleCode; readonly during: Work["kind"] }
  | { readonly kind: "file-trouble"; readonly reason: WorkbookReason; readonly message: string }
  | { readonly kind: "file-unreadable" };

/** How a copy for sending comes out of the pane. */
export type HandOut = "window" | "download";

export interface Notice {
  /** Tells one notice from the next, also where both say the same. */
  readonly id: number;
  readonly what: Happened;
  readonly tone: "done" | "note" | "trouble";
  readonly undoable: boolean;
}

/** The pages of the view Biểu. */
export type FormPage = "overview" | "about" | "create" | "carry" | "learn" | "own";

/** What was chosen for a new Biểu. */
export interface Draft {
  readonly formId: string;
  readonly period: Period;
  readonly unit: string;
}

/** Last year's file, read, and what carrying it over would do. */
export interface CarryState {
  readonly fileName: string;
  readonly choice:
    /** No Biểu of ours in it. */
    | { readonly kind: "no-form" }
    /** The Biểu has no column for the same period. */
    | { readonly kind: "no-column"; readonly formId: string }
    | {
        readonly kind: "ready";
        readonly formId: string;
        /** The period of the file; absent where it does not say. */
        readonly from: Period | undefined;
        readonly figures: number;
        readonly left: readonly LeftBehind[];
        /** Whether the open sheet can take them: it is the same Biểu, one year later. */
        readonly here: HereState | undefined;
      };
}

/** What carrying over into the open sheet would change. */
export interface HereState {
  readonly sheet: string;
  readonly figures: number;
  /** Figures of the sheet that would be replaced. */
  readonly replaced: readonly ReplacedSamePeriod[];
  /** Whether the file's period is known to be the year before. */
  readonly periodKnown: boolean;
}

/** A table that is being made into a form. */
export interface LearnState {
  readonly learned: Learned;
  readonly decisions: ReadonlyMap<string, boolean>;
}

/** How filling would go, and what it waits for. */
export interface FillState {
  readonly mode: FillMode;
  readonly plan: FillPlan | undefined;
  /** The same of the column Đánh giá; without columns where the form is not judged. */
  readonly assessment: AssessmentPlan | undefined;
  /** Whether the user wants the column Đánh giá. */
  readonly assess: boolean;
  /** Set while typed figures are listed and a yes is needed. */
  readonly asking: boolean;
}

/** The copy for sending that was made last while the pane is open. It is kept, so that it can be handed out again. */
export interface MadeCopy {
  /** {@link SheetInfo.id}. */
  readonly sheet: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly note: SentNote;
  /** Whether it was handed out, as far as anyone can tell. */
  readonly given: boolean;
  /** Whether the workbook remembers that it was sent. */
  readonly kept: boolean;
}

/** What a file, or the open workbook, that was to be verified is. */
export type VerifiedState = VerifiedSource &
  (
    | { readonly kind: "no-slip" }
    /** @see SlipProblem */
    | { readonly kind: "damaged"; readonly line: string }
    | {
        readonly kind: "read";
        readonly person: string;
        readonly at: string;
        /** Whether the words of the slip are those that it was made with. */
        readonly untouched: boolean;
        readonly tables: readonly VerifiedTableState[];
      }
  );

export interface VerifiedSource {
  /** The file's name; undefined where it is the open workbook. */
  readonly file: string | undefined;
  /** The fingerprint of the open sheet that it was compared with: with another one the comparison no longer holds. */
  readonly against: string | undefined;
}

/** What was found, whatever it was found in. */
export type Verified = VerifiedState extends infer State
  ? State extends unknown
    ? Omit<State, keyof VerifiedSource>
    : never
  : never;

export interface VerifiedTableState {
  readonly said: VerifiedTable["said"];
  readonly outcome: VerifiedTable["outcome"];
  /** The fingerprint of the figures now. */
  readonly now: string | undefined;
  /** The version of the definition that it was read with. */
  readonly version: string | undefined;
  /** What differs from the open sheet, before: there, after: in the file; undefined where that is another Biểu. */
  readonly changes: readonly FigureChange[] | undefined;
  /** {@link SheetInfo.id} of the sheet that it was compared with. */
  readonly sheet: string | undefined;
}

export interface SubmitState {
  /** Người lập. */
  readonly person: string;
  /** Whether sending was asked for without a name. */
  readonly nameAsked: boolean;
  readonly copy: MadeCopy | undefined;
  readonly verified: VerifiedState | undefined;
}

export interface PaneState {
  readonly stage: "starting" | "ready" | "outside" | "too-old";
  readonly tab: TabName;
  readonly page: FormPage;
  /** Whether the first run's greeting is shown. */
  readonly welcome: boolean;
  readonly sheet: SheetState | undefined;
  readonly forms: readonly Form[];
  /** Answers about doubtful rows that are not stored yet, by 0-based row. */
  readonly answers: ReadonlyMap<number, string | null>;
  readonly draft: Draft;
  /** The period and unit of a table that is being adopted, where the user gave them. */
  readonly adoptAs: { readonly period?: Period; readonly unit?: string };
  readonly carry: CarryState | undefined;
  /** What was learned of the open table, and what the user said of it by the suggestions' ids. */
  readonly learning: LearnState | undefined;
  /** The form that the user says a sheet to be a part of. */
  readonly chosen: { readonly sheet: string; readonly formId: string } | undefined;
  /** Why a form's file was not taken in, or what was passed over in one that was. */
  readonly importTrouble:
    { readonly file: string; readonly problems: readonly string[]; readonly taken: boolean } | undefined;
  readonly fill: FillState;
  /** Whether our functions can be used in cells here. */
  readonly hasFunctions: boolean;
  /** Whether files can be downloaded from the pane. */
  readonly canDownload: boolean;
  readonly check: CheckState | undefined;
  readonly live: boolean;
  readonly results: Results | undefined;
  readonly sentences: SentencesState;
  readonly submit: SubmitState;
  readonly work: Work | undefined;
  readonly notice: Notice | undefined;
}
