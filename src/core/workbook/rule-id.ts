/** Codes of rules in what a workbook remembers, which anybody may have changed. */

import type { RuleId } from "../check/finding";

/** Whether a text is built as the code of a rule is; a later version may have rules that this one does not know. */
export const isRuleId = (text: string): text is RuleId => /^(?:SO|TH|QH|SS|BT|KH|CT)\d{1,3}$/.test(text);
