/** Everything that reads what others wrote. */

import type { Target } from "./target";
import { DEFINITIONS } from "./targets/definitions";
import { FILES } from "./targets/files";
import { HOST } from "./targets/host";
import { NUMBERS } from "./targets/numbers";
import { TABLES } from "./targets/tables";

export const TARGETS: readonly Target[] = [...NUMBERS, ...TABLES, ...FILES, ...DEFINITIONS, ...HOST];
