/** `npm run bench`: what things cost, each beside a named peer in the same run, so that it reads alike on every machine. */

import { benchChecking } from "./checking";
import { say } from "./measure";
import { benchSizes } from "./sizes";

say(`Node ${process.version}, ${process.platform} ${process.arch}`);
benchChecking();
benchSizes();
