/** The entries by class and section of the form: groups fold, arrows move, Enter opens, Delete ignores the entry's rule. */

import type { ComponentChildren } from "preact";
import { useCallback, useMemo, useState, type MutableRef } from "preact/hooks";
import type { RuleId } from "../../core/check/finding";
import type { Language } from "../../core/check/finding-texts";
import type { Form } from "../../core/form/types";
import { writeInteger } from "../../core/number";
import { Icon } from "../icons/icon";
import type { CheckTexts } from "../texts/check.vi";
import type { CheckActions } from "./check-view";
import { FindingItem } from "./finding-item";
import { countFindings, groupsOf, type Group, type Item } from "./items";
import { useRoving } from "./use-roving";

/** Entries that are drawn at once: sections beyond them stay folded, and long ones short, until more is asked for. */
const DRAWN_AT_ONCE = 200;

interface ListProps {
  /** The element around the list, which lives on when the list is empty. */
  readonly list: MutableRef<HTMLDivElement | null>;
  readonly items: readonly Item[];
  readonly leaving: ReadonlySet<string>;
  readonly form: Form | undefined;
  readonly texts: CheckTexts;
  readonly language: Language;
  readonly actions: CheckActions;
}

/** The same set with one key more or less. */
const flip = (key: string) => (keys: ReadonlySet<string>) => {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
};

export function FindingList({ list, items, leaving, form, texts, language, actions }: ListProps) {
  const groups = useMemo(() => groupsOf(items, form), [items, form]);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  // Sections that the user folded or unfolded, whatever the list would do by itself.
  const [folds, setFolds] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [limits, setLimits] = useState<ReadonlyMap<string, number>>(new Map());
  const { onFocusIn, move } = useRoving(list);
  const onToggle = useCallback((key: string) => setOpen(flip(key)), []);
  const onFold = useCallback(
    (stop: string, unfolded: boolean) => setFolds((known) => new Map(known).set(stop, unfolded)),
    [],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    if (move(event) || !(event.target instanceof HTMLElement)) return;
    const { stop, rule } = event.target.dataset as { readonly stop?: string; readonly rule?: RuleId };
    if (stop === undefined) return;
    const expanded = event.target.getAttribute("aria-expanded") === "true";
    const turns = { Enter: true, " ": true, ArrowRight: !expanded, ArrowLeft: expanded }[event.key];
    if (turns && rule === undefined) onFold(stop, !expanded);
    else if (turns) onToggle(stop);
    else if (event.key === "Delete" && rule !== undefined) actions.onIgnoreRule(rule);
    else return;
    // A key opens an entry without leaving for the sheet; only a click or “Xem ô” goes there.
    event.preventDefault();
  };

  let drawn = 0;
  return (
    <div onKeyDown={onKeyDown} onKeyUp={onKeyUp} onFocusIn={onFocusIn}>
      {groups.map((group) => {
        const within = drawn === 0 || drawn + group.items.length <= DRAWN_AT_ONCE;
        const unfolded = folds.get(stopOfGroup(group)) ?? within;
        const limit = limits.get(group.key) ?? DRAWN_AT_ONCE;
        const left = group.items.length - limit;
        if (unfolded) drawn += Math.min(group.items.length, limit);
        return (
          <Section
            key={group.key}
            group={group}
            count={countFindings(group.items.filter(({ key }) => !leaving.has(key)))}
            unfolded={unfolded}
            texts={texts}
            onFold={onFold}
            {...(left > 0 && {
              more: texts.more(writeInteger(Math.min(left, DRAWN_AT_ONCE))),
              onMore: () => setLimits(new Map(limits).set(group.key, limit + DRAWN_AT_ONCE)),
            })}
          >
            {unfolded &&
              group.items
                .slice(0, limit)
                .map((item) => (
                  <FindingItem
                    key={item.key}
                    item={item}
                    open={open.has(item.key)}
                    leaving={leaving.has(item.key)}
                    texts={texts}
                    language={language}
                    actions={actions}
                    onToggle={onToggle}
                  />
                ))}
          </Section>
        );
      })}
    </div>
  );
}

/** Some browsers press a button when the space bar is let go, whatever was said when it went down. */
function onKeyUp(event: KeyboardEvent): void {
  if (event.key === " " && event.target instanceof HTMLElement && event.target.dataset["stop"]) event.preventDefault();
}

const stopOfGroup = ({ key }: Group) => `group ${key}`;

interface SectionProps {
  readonly group: Group;
  /** Findings, without those that are leaving. */
  readonly count: number;
  readonly unfolded: boolean;
  readonly texts: CheckTexts;
  readonly onFold: (stop: string, unfolded: boolean) => void;
  /** What the button says that draws more of a long section. */
  readonly more?: string;
  readonly onMore?: () => void;
  readonly children: ComponentChildren;
}

function Section({ group, count, unfolded, texts, onFold, more, onMore, children }: SectionProps) {
  const id = `check-group-${group.key.replace(" ", "-")}`;
  const stop = stopOfGroup(group);
  return (
    <section class="check-section">
      <h2>
        <button
          type="button"
          class="check-fold"
          data-stop={stop}
          tabIndex={-1}
          aria-expanded={unfolded}
          {...(unfolded && { "aria-controls": id })}
          onClick={() => onFold(stop, !unfolded)}
        >
          <Icon name="chevron" />
          <span class="check-name">
            <span class={`check-class-${group.level}`}>{texts.levels[group.level]}</span> ·{" "}
            {group.label || texts.wholeForm}
          </span>
          <span class="check-count">
            {writeInteger(count)}
            <span class="hidden-words">{texts.inGroup("")}</span>
          </span>
        </button>
      </h2>
      {unfolded && (
        <ul id={id} class="check-items">
          {children}
        </ul>
      )}
      {unfolded && more && (
        <button type="button" class="check-button check-plain" onClick={onMore}>
          {more}
        </button>
      )}
    </section>
  );
}
