/**
 * Serves the sandbox on this machine: the built page, and Office.js from the installed package, which is handed out as it
 * is and never copied.
 */

import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { listen } from "./listen";
import { mayOpen, openBrowser } from "./open-browser";
import { TEXTS } from "./texts";

const FIRST_PORT = 3010;
/** The bundle lies in dist/serve. */
const ROOT = resolve(__dirname, "..", "..");

function fail(message: string): void {
  process.stderr.write(`${message}\n`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const sandbox = join(ROOT, "dist", "sandbox");
  const officeJs = join(ROOT, "node_modules", "@microsoft", "office-js", "dist");
  if (!existsSync(join(sandbox, "index.html"))) return fail(TEXTS.notBuilt(sandbox));
  if (!existsSync(join(officeJs, "office.js"))) return fail(TEXTS.noOffice(officeJs));
  const wanted = process.env["PORT"] ?? String(FIRST_PORT);
  const first = Number(wanted);
  if (!/^\d+$/.test(wanted) || first < 1 || first > 65_535) return fail(TEXTS.badPort(wanted));

  const mounts = [
    { path: "/", folder: sandbox },
    { path: "/office-js/", folder: officeJs },
  ];
  const listening = await listen(mounts, first);
  if (!listening) return fail(TEXTS.noPort(first));

  process.stdout.write([TEXTS.address(listening.port), ...TEXTS.what, ""].join("\n"));
  const stop = () => {
    void listening.close().then(() => process.exit(0));
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  const surroundings = { platform: process.platform, environment: process.env, terminal: process.stdout.isTTY };
  if (mayOpen(surroundings)) openBrowser(process.platform, `http://localhost:${listening.port}`);
}

main().catch((error: unknown) => fail(error instanceof Error ? error.message : String(error)));
