/** The views behind the first one, fetched while Office.js starts: the first paint does not wait for them. */

export { CheckPanel } from "../check/check-panel";
export { FillView } from "../fill/fill-view";
export { CarryPage } from "../form/carry-page";
export { LearnPage } from "../form/learn-page";
export { OwnPage } from "../form/own-page";
export { ResultsView } from "../results/results-view";
export { SubmitView } from "../submit/submit-view";
