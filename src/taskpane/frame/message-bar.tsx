/** What just happened, said politely, with a way back where there is one. */

import { Icon } from "../icons/icon";
import type { Notice } from "../state/types";
import type { ViewProps } from "./view-props";
import { happenedWords } from "./words";

const ICONS = { done: "ok", note: "hint", trouble: "error" } as const satisfies Record<Notice["tone"], string>;

export function MessageBar({ state, actions, texts }: ViewProps) {
  const { notice, work } = state;
  return (
    <div role="status">
      {notice && (
        <div class={`notice notice-${notice.tone}`} key={notice.id}>
          <Icon name={ICONS[notice.tone]} />
          <span>{happenedWords(notice.what, texts)}</span>
          {notice.undoable && (
            <button type="button" class="link" disabled={work !== undefined} onClick={() => void actions.undo()}>
              {texts.undo}
            </button>
          )}
          <button type="button" class="close" aria-label={texts.close} onClick={actions.dismiss}>
            <Icon name="cross" />
          </button>
        </div>
      )}
    </div>
  );
}
