/** Property tests try new figures at every run on a developer's machine, and the same ones in continuous integration. */

import fc from "fast-check";

if (process.env["CI"]) fc.configureGlobal({ seed: 20240711 });
