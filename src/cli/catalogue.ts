/** `npm run catalogue`: writes the catalogue of rules for users. */

import { writeFileSync } from "node:fs";
import { catalogueText } from "../core/check/catalogue";

writeFileSync("docs/quy-tac.md", catalogueText());
