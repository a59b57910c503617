// Weighs the scripts that the pane's page itself asks for, gzipped, and fails above what the first paint may cost.
// Usage: node .ci/first-script.mjs dist/web

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** The same as in test/bench/sizes.ts. */
const LIMIT = 70_000;

const folder = process.argv[2];
const html = readFileSync(join(folder, "taskpane.html"), "utf8");
const own = [...html.matchAll(/<script\b[^>]*?\bsrc="?([^"\s>]+)/g)]
  .map((match) => match[1])
  .filter((address) => !address.includes(":"));
const bytes = own.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name)), { level: 9 }).length, 0);
console.log(`first script ${bytes} bytes gzipped, at most ${LIMIT}`);
if (own.length === 0 || bytes > LIMIT) process.exit(1);
