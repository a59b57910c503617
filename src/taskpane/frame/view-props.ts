import type { Language } from "../../core/check/finding-texts";
import type { Actions } from "../state/pane";
import type { PaneState } from "../state/types";
import type { Texts } from "../texts/vi";

/** What every part of the pane is drawn from. */
export interface ViewProps {
  readonly state: PaneState;
  readonly actions: Actions;
  readonly texts: Texts;
  readonly language: Language;
}
