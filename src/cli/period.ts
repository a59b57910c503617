/** The reporting period as one types it after `--ky`. */

import { parsePeriod, type Period } from "../core/form/period";
import { UsageError } from "./usage-error";

/** @throws UsageError for what is no period */
export function periodNamed(text: string): Period {
  const period = parsePeriod(text);
  if (!period) throw new UsageError(`Kỳ "${text}" không đọc được. Cách viết: 2024-6T, 2024-9T, 2024-N, 2024-Q1.`);
  return period;
}
