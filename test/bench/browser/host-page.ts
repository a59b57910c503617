/** Stands in for Excel in a page that the bench measures: the sandbox's host, in the page's own window, before Office.js. */

import { createHost } from "../../../src/sandbox/host";

createHost({ firstSheet: "PL02" }).attach(window);
