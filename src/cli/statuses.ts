/** The order in which a report tells of statuses. */

import type { Status } from "../core/compare/assess";
import { JUDGED } from "../core/compare/outlook";

/** Best first; behind them what was not judged. */
export const STATUSES: readonly Status[] = [...JUDGED, "notJudged", "noData"];
