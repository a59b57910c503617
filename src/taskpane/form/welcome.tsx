/** The first run: what this is, and a sample to try it on. */

import type { ViewProps } from "../frame/view-props";
import { Icon } from "../icons/icon";

export function Welcome({ texts }: ViewProps) {
  const words = texts.welcome;
  return (
    <>
      <h2 class="title">{words.title}</h2>
      <ul class="steps">
        {words.lines.map((line) => (
          <li key={line}>
            <Icon name="ok" />
            <span>{line}</span>
          </li>
        ))}
      </ul>
      <div class="card">
        <Icon name="table" />
        <div>
          <h2>{words.sample}</h2>
          <p class="quiet">{words.sampleLine}</p>
        </div>
      </div>
      <p class="quiet">{words.local}</p>
    </>
  );
}
