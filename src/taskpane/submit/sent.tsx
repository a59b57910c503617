/** The copy that was just made: its file and its fingerprint. */

import { Icon } from "../icons/icon";
import type { ViewProps } from "../frame/view-props";
import { momentWords } from "../frame/words";
import { isAsSent } from "../state/gate";

export function Sent({ state, actions, texts }: ViewProps) {
  const { sent } = state.submit;
  if (!sent || sent.sheet !== state.sheet?.snapshot.sheet.id) return null;
  const words = texts.submit;
  const asSent = isAsSent(state);
  return (
    <section class="sent" aria-labelledby="submit-sent">
      <h2 id="submit-sent">
        <Icon name={asSent ? "ok" : "clock"} />
        {words.sentTitle}
      </h2>
      {!asSent && <p class="sent-changed">{words.sentChanged}</p>}
      <dl class="facts">
        <dt>{words.sentFile}</dt>
        <dd class="sent-file">{sent.file}</dd>
        <dt>{words.who}</dt>
        <dd>{words.sentAt(momentWords(sent.at.toISOString()), sent.person)}</dd>
      </dl>
      <h3>{words.fingerprint}</h3>
      <Fingerprint digits={sent.fingerprint} />
      <p class="quiet">{words.keep}</p>
      <button type="button" class="button button-small" onClick={() => void actions.copyFingerprint(sent.fingerprint)}>
        <Icon name="copy" /> {words.copy}
      </button>
    </section>
  );
}

/** In groups of four, eight on a line, as people compare them by eye. */
export function Fingerprint({ digits }: { readonly digits: string }) {
  return <p class="fingerprint">{(digits.match(/.{1,4}/g) ?? []).join(" ")}</p>;
}
