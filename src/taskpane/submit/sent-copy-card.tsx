/** That the open workbook is a copy that was sent, and what that means for who works in it. */

import { Icon } from "../icons/icon";
import type { ViewProps } from "../frame/view-props";

export function SentCopyCard({ texts: { submit } }: Pick<ViewProps, "texts">) {
  return (
    <div class="card card-own">
      <Icon name="document" />
      <div>
        <h2>{submit.isCopy}</h2>
        <p class="quiet">{submit.isCopyLine}</p>
      </div>
    </div>
  );
}
