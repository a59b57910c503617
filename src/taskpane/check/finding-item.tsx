/** One entry of the list: a line that opens to the figures, the reason and the remedy. */

import { useRef, useState } from "preact/hooks";
import { isExplainable } from "../../core/check/explanations";
import type { Finding } from "../../core/check/finding";
import { findingTexts, type Language } from "../../core/check/finding-texts";
import { factsEn } from "../../core/check/texts.en";
import { writeInteger } from "../../core/number";
import { Icon } from "../icons/icon";
import type { CheckTexts } from "../texts/check.vi";
import type { CheckActions } from "./check-view";
import { ExplainField } from "./explain-field";
import { editWords } from "./figures";
import { FigureTable } from "./figure-table";
import type { Item } from "./items";
import { Suspects } from "./suspects";

interface ItemProps {
  readonly item: Item;
  readonly open: boolean;
  readonly leaving: boolean;
  readonly texts: CheckTexts;
  readonly language: Language;
  readonly actions: CheckActions;
  readonly onToggle: (key: string) => void;
}

/** Rules about rows that are not there: what they name are rows, not cells. */
const ABOUT_ROWS = new Set<string>(["CT1", "CT8"]);

export function FindingItem({ item, open, leaving, texts, language, actions, onToggle }: ItemProps) {
  const { key, level, findings } = item;
  const [first] = findings;
  const words = findingTexts(first, language);
  const several = findings.length > 1;
  const shown = open && !leaving;
  // Of cells that are each changed to a figure of their own, the button says it all.
  const sameFix = shown && findings.every((finding) => findingTexts(finding, language).fix === words.fix);
  const body = `check-body-${key}`.replace(/\W+/g, "-");
  const count = writeInteger(findings.length);
  const place = several ? (ABOUT_ROWS.has(item.rule) ? texts.rows(count) : texts.cells(count)) : first.cell;
  return (
    <li
      class={`check-item check-${level}${shown ? " check-open" : ""}${leaving ? " check-leaving" : ""}`}
      data-entry={key}
      {...(leaving && { "data-leaving": "" })}
    >
      <h3>
        <button
          type="button"
          class="check-head"
          data-stop={key}
          data-rule={item.rule}
          tabIndex={-1}
          aria-expanded={shown}
          {...(shown && { "aria-controls": body })}
          onClick={({ currentTarget }) => {
            // Not every web view gives a button focus when it is clicked.
            currentTarget.focus({ preventScroll: true });
            actions.onGo(first);
            if (!leaving) onToggle(key);
          }}
        >
          <Icon name={leaving ? "ok" : level} />
          <span class="check-title">
            <span class="hidden-words">{leaving ? texts.mended : texts.levels[level]}: </span>
            {words.title}
          </span>
          <span class="check-cell">
            {!several && <span class="hidden-words">{texts.cell("")}</span>}
            {place}
          </span>
          {!(several && shown) && <span class="check-label">{labelsOf(item, words.message)}</span>}
        </button>
      </h3>
      {shown && (
        <div class="check-body" id={body}>
          {several ? (
            <Cells findings={findings} texts={texts} language={language} onGo={actions.onGo} />
          ) : (
            <FigureTable
              finding={first}
              message={words.message}
              texts={texts}
              language={language}
              onGo={actions.onGo}
            />
          )}
          <p>
            <b>{texts.why}</b> {words.why}
          </p>
          {!several && <Suspects finding={first} texts={texts} language={language} onGo={actions.onGo} />}
          {sameFix && (
            <p>
              <b>{texts.fix}</b> {words.fix}
            </p>
          )}
          <Actions item={item} texts={texts} actions={actions} />
        </div>
      )}
    </li>
  );
}

/** The labels of the rows, or what there is to say where the matter is not one of a row. */
function labelsOf({ findings }: Item, message: string): string {
  // A row is named once however many of its cells it is; more than fit on two lines are cut anyway.
  const labels = new Set(findings.slice(0, 8).map(({ facts }) => facts.label));
  labels.delete("");
  return [...labels].slice(0, 4).join("; ") || message;
}

/** What one press does to many cells: blank ones are filled in, others are mended. */
function allWords(findings: readonly Finding[], { actions }: CheckTexts): string {
  const isBlank = findings.every(({ stated }) => stated === null);
  return (isBlank ? actions.fillAll : actions.fixAll)(writeInteger(findings.length));
}

function Actions({ item, texts, actions }: Pick<ItemProps, "item" | "texts" | "actions">) {
  const { findings, rule } = item;
  const [explaining, setExplaining] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setExplaining(false);
    opener.current?.focus();
  };
  const draft = explaining ? actions.draftOf(findings[0]) : undefined;
  const [first] = findings;
  const several = findings.length > 1;
  const sure = findings.every(({ edit }) => edit !== undefined);
  return (
    <>
      <div class="check-actions">
        {sure && (
          <button type="button" class="check-button check-sure" onClick={() => actions.onFix(findings)}>
            {several ? allWords(findings, texts) : editWords(first, texts)}
          </button>
        )}
        {isExplainable(first) && (
          <button
            ref={opener}
            type="button"
            class="check-button"
            aria-expanded={explaining}
            onClick={() => setExplaining(!explaining)}
          >
            {texts.actions.explain}
          </button>
        )}
        {!several && (
          <>
            <button type="button" class="check-button" onClick={() => actions.onGo(first)}>
              {texts.actions.go}
            </button>
            <button type="button" class="check-button" onClick={() => actions.onComment(first)}>
              {texts.actions.comment}
            </button>
          </>
        )}
        <button type="button" class="check-button check-plain" onClick={() => actions.onIgnoreRule(rule)}>
          {texts.actions.ignore}
        </button>
      </div>
      {explaining && (
        <ExplainField
          initial={draft ?? ""}
          isDraft={draft !== undefined}
          texts={texts}
          onSave={(text) => {
            close();
            actions.onExplain(findings, text);
          }}
          onCancel={close}
        />
      )}
    </>
  );
}

/** How many cells of one matter are listed before one asks for more. */
const CELLS_AT_ONCE = 30;

function Cells({
  findings,
  texts,
  language,
  onGo,
}: {
  readonly findings: readonly Finding[];
  readonly texts: CheckTexts;
  readonly language: Language;
  readonly onGo: CheckActions["onGo"];
}) {
  const [limit, setLimit] = useState(CELLS_AT_ONCE);
  const left = findings.length - limit;
  // Cells of one row are told apart by their columns.
  const several = new Set(findings.map(({ facts }) => facts.column)).size > 1;
  const columnOf = (finding: Finding) => (language === "en" ? factsEn(finding) : finding.facts).column;
  return (
    <>
      <ul class="check-cells">
        {findings.slice(0, limit).map((finding) => (
          <li key={`${finding.cell} ${finding.code ?? ""}`}>
            <button type="button" class="check-row" onClick={() => onGo(finding)}>
              <span>
                {finding.facts.label || columnOf(finding)}
                {several && finding.facts.label && <span class="check-working">{columnOf(finding)}</span>}
              </span>
              <span class="check-cell">{finding.cell}</span>
            </button>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <button type="button" class="check-button check-plain" onClick={() => setLimit(limit + 10 * CELLS_AT_ONCE)}>
          {texts.more(writeInteger(Math.min(left, 10 * CELLS_AT_ONCE)))}
        </button>
      )}
    </>
  );
}
