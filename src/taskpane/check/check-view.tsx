/** The view Kiểm tra: what was found, by section of the form, and what to do about it. */

import { useMemo, useRef, useState } from "preact/hooks";
import type { ExplainedFinding } from "../../core/check/explanations";
import type { CheckResult, Finding, Level, RuleId } from "../../core/check/finding";
import type { Language } from "../../core/check/finding-texts";
import type { Form } from "../../core/form/types";
import { writeInteger } from "../../core/number";
import { CHECK_TEXTS_EN } from "../texts/check.en";
import { CHECK_TEXTS, type CheckTexts } from "../texts/check.vi";
import { ExplainedList } from "./explained-list";
import { FindingList } from "./finding-list";
import { countLevels, itemsOf, shownFindings } from "./items";
import { IgnoredRules, UncheckedList } from "./remainder";
import { Totals } from "./totals";
import { useLeaving } from "./use-leaving";
import { useSteadyList } from "./use-steady-list";

/** What the user can ask for in the list. */
export interface CheckActions {
  /** Shows a cell in the sheet; focus stays in the pane. */
  readonly onGo: (target: { readonly cell: string }) => void;
  /** Makes the sure changes of these findings. */
  readonly onFix: (findings: readonly Finding[]) => void;
  readonly onComment: (finding: Finding) => void;
  readonly onIgnoreRule: (rule: RuleId) => void;
  /** Gives a reason for these warnings, or changes it. */
  readonly onExplain: (findings: readonly Finding[], text: string) => void;
  readonly onUnexplain: (finding: Finding) => void;
  readonly onResetExplained: () => void;
  /** The reason that a warning had when its figures were others. */
  readonly draftOf: (finding: Finding) => string | undefined;
}

export interface CheckViewProps extends CheckActions {
  /** Undefined before the first check. */
  readonly result: CheckResult | undefined;
  readonly form: Form | undefined;
  readonly checkedAt: Date | undefined;
  /** Share of a running check, 0 to 1; undefined where none runs. */
  readonly progress: number | undefined;
  readonly ignored: readonly RuleId[];
  /** The warnings that a reason was given for; they are not in the list. */
  readonly explained: readonly ExplainedFinding[];
  readonly language: Language;
  readonly live: boolean;
  readonly onLive: (on: boolean) => void;
  readonly onResetIgnored: () => void;
}

export function CheckView(props: CheckViewProps) {
  const { result, form, progress, ignored, explained, language } = props;
  const texts = language === "en" ? CHECK_TEXTS_EN : CHECK_TEXTS;
  const [chosen, setChosen] = useState<ReadonlySet<Level>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  const found = useMemo(() => {
    const done = new Set(explained.map(({ finding }) => finding));
    return result ? shownFindings(result, ignored).filter((finding) => !done.has(finding)) : [];
  }, [result, ignored, explained]);
  const explainedKeys = useMemo(
    () =>
      new Set(
        itemsOf(
          explained.map(({ finding }) => finding),
          form,
        ).map(({ key }) => key),
      ),
    [explained, form],
  );
  const counts = useMemo(() => countLevels(found), [found]);
  const items = useMemo(() => {
    const shown = chosen.size === 0 ? found : found.filter(({ level }) => chosen.has(level));
    return itemsOf(shown, form);
  }, [found, chosen, form]);
  const { items: drawn, leaving } = useLeaving(
    items,
    result,
    ({ key, rule }) => ignored.includes(rule) || explainedKeys.has(key),
    form,
  );
  useSteadyList(list);
  if (!result) return <NotYet form={form} progress={progress} texts={texts} />;
  return (
    <div class="check" aria-busy={progress !== undefined}>
      <Totals counts={counts} chosen={chosen} texts={texts} onToggle={(level) => setChosen(toggled(chosen, level))} />
      <Live {...props} texts={texts} />
      <p class="hidden-words" role="status">
        {texts.summary(writeInteger(counts.error), writeInteger(counts.warning), writeInteger(counts.hint))}
      </p>
      <div class="check-list" ref={list} tabIndex={-1} role="group" aria-label={texts.list}>
        <FindingList
          list={list}
          items={drawn}
          leaving={leaving}
          form={form}
          texts={texts}
          language={language}
          actions={props}
        />
        {drawn.length === 0 && found.length > 0 && (
          <Nothing chosen={chosen} texts={texts} onAll={() => setChosen(new Set())} />
        )}
      </div>
      <p class={counts.error === 0 ? "check-done" : "check-quiet"}>{lastLine(props, result, counts.error, texts)}</p>
      <ExplainedList explained={explained} texts={texts} language={language} actions={props} />
      <UncheckedList unchecked={result.unchecked} form={form} texts={texts} onGo={props.onGo} />
      <IgnoredRules
        ignored={ignored}
        result={result}
        texts={texts}
        language={language}
        onReset={props.onResetIgnored}
      />
    </div>
  );
}

function toggled<T>(set: ReadonlySet<T>, value: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}

function lastLine({ checkedAt, ignored }: CheckViewProps, result: CheckResult, errors: number, texts: CheckTexts) {
  const { cells, rules } = result.checked;
  const figures = [writeInteger(cells), writeInteger(rules), checkedAt && timeOf(checkedAt)] as const;
  if (errors > 0) return texts.checked(...figures);
  const hidden = result.findings.some(({ level, rule }) => level === "error" && ignored.includes(rule));
  return hidden ? texts.cleanButIgnored(...figures) : texts.clean(...figures);
}

/** "14:32", by the clock of this machine. */
export function timeOf(date: Date): string {
  return [date.getHours(), date.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":");
}

function NotYet({ form, progress, texts }: Pick<CheckViewProps, "form" | "progress"> & { readonly texts: CheckTexts }) {
  const rows = form && writeInteger(form.rows.length);
  return (
    <div class="check">
      <p class="check-quiet" role="status">
        {progress === undefined ? texts.notYet(rows) : texts.checking(writeInteger(Math.floor(progress * 100)))}
      </p>
    </div>
  );
}

function Live({
  live,
  onLive,
  checkedAt,
  texts,
}: Pick<CheckViewProps, "live" | "onLive" | "checkedAt"> & { readonly texts: CheckTexts }) {
  return (
    <div class="check-live">
      <label>
        <input
          type="checkbox"
          role="switch"
          checked={live}
          onChange={({ currentTarget }) => onLive(currentTarget.checked)}
        />
        {texts.live}
      </label>
      {checkedAt && <span>{texts.at(timeOf(checkedAt))}</span>}
    </div>
  );
}

interface NothingProps {
  readonly chosen: ReadonlySet<Level>;
  readonly texts: CheckTexts;
  readonly onAll: () => void;
}

function Nothing({ chosen, texts, onAll }: NothingProps) {
  const [only] = chosen;
  return (
    <p class="check-quiet">
      {chosen.size === 1 && only ? texts.noneOf(only) : texts.noneShown}{" "}
      <button type="button" class="check-link" onClick={onAll}>
        {texts.showAll}
      </button>
    </p>
  );
}
