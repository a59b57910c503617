/** The last copy for sending: whether the sheet still holds its figures, and the ways to get it. */

import type { ComponentChildren } from "preact";
import { Icon } from "../icons/icon";
import type { ViewProps } from "../frame/view-props";
import { momentWords } from "../frame/words";
import { sentOf } from "../state/sent";

export function Sent({ state, actions, texts }: ViewProps) {
  const sent = sentOf(state);
  if (!sent) return null;
  const words = texts.submit;
  const { note, copy, figures } = sent;
  const isOut = copy === undefined || copy.given;
  const idle = state.work === undefined;
  return (
    <section class="sent" aria-labelledby="submit-sent">
      <h2 id="submit-sent">
        <Icon name={isOut && figures === "same" ? "ok" : "clock"} />
        {words.sentTitle}
      </h2>
      {figures === "changed" && <p class="sent-changed">{words.sentChanged}</p>}
      <dl class="facts">
        <dt>{words.sentFile}</dt>
        <dd class="sent-file">{note.file}</dd>
        <dt>{words.who}</dt>
        <dd>{words.sentAt(momentWords(note.at), note.person)}</dd>
      </dl>
      {copy && (
        <>
          <p>{copy.given ? words.notSeen : words.notGivenYet}</p>
          <p class="sent-ways">
            <SmallButton idle={idle} onClick={() => void actions.giveCopy("window")}>
              <Icon name="next" /> {words.toWindow}
            </SmallButton>
            {state.canDownload && (
              <SmallButton idle={idle} onClick={() => void actions.giveCopy("download")}>
                <Icon name="document" /> {words.toDownload}
              </SmallButton>
            )}
          </p>
        </>
      )}
      {copy?.given && !copy.kept && (
        <p class="sent-changed">
          {words.notKeptYet}{" "}
          <button type="button" class="link" disabled={!idle} onClick={() => void actions.keepSent()}>
            {words.keepNow}
          </button>
        </p>
      )}
      <h3>{words.fingerprint}</h3>
      <Fingerprint digits={note.fingerprint} />
      <p class="quiet">{words.keep}</p>
      <SmallButton idle onClick={() => void actions.copyFingerprint(note.fingerprint)}>
        <Icon name="copy" /> {words.copy}
      </SmallButton>
    </section>
  );
}

interface SmallButtonProps {
  readonly idle: boolean;
  readonly onClick: () => void;
  readonly children: ComponentChildren;
}

/** Off while something runs, but where the keyboard is it stays. */
function SmallButton({ idle, onClick, children }: SmallButtonProps) {
  return (
    <button type="button" class="button button-small" aria-disabled={!idle} onClick={() => idle && onClick()}>
      {children}
    </button>
  );
}

/** In groups of four, eight on a line, as people compare them by eye. */
export function Fingerprint({ digits }: { readonly digits: string }) {
  return <p class="fingerprint">{(digits.match(/.{1,4}/g) ?? []).join(" ")}</p>;
}
