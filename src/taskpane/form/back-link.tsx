import { Icon } from "../icons/icon";
import type { Texts } from "../texts/vi";

interface BackLinkProps {
  readonly texts: Texts;
  readonly onBack: () => void;
}

/** The way back to what the open sheet is. */
export function BackLink({ texts, onBack }: BackLinkProps) {
  return (
    <button type="button" class="link back" onClick={onBack}>
      <Icon name="next" />
      {texts.form.back}
    </button>
  );
}
