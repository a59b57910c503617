/**
 * Puts the built program `bieu` where `npx` looks for it. A `bin` entry in package.json would not do: npm then wants to
 * install the project into a cache of its own first.
 */
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";

const PROGRAM = "dist/cli/bieu.js";
const BIN = "node_modules/.bin";

mkdirSync(BIN, { recursive: true });
chmodSync(PROGRAM, 0o755);
if (process.platform === "win32") {
  writeFileSync(`${BIN}/bieu.cmd`, `@node "%~dp0\\..\\..\\dist\\cli\\bieu.js" %*\r\n`);
} else {
  rmSync(`${BIN}/bieu`, { force: true });
  symlinkSync(`../../${PROGRAM}`, `${BIN}/bieu`);
}
