/** Builds for tests: each once, however many test files run side by side and want it. */

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..");
/** What a build is made of. */
const SOURCES = [
  "src",
  "assets",
  "test/fixtures",
  "webpack.config.js",
  "package-lock.json",
  "manifest.xml",
  ".ci/licences.cjs",
];
const LOCKS = join(ROOT, "dist", ".builds");
const POLL_MS = 200;
/** A lock older than this was left by a run that was killed. */
const STALE_MS = 5 * 60_000;

/** A configuration of webpack.config.js, built into a folder of its name under dist. */
export type BuildName = "web" | "sandbox" | "cli";

/** Makes sure that dist holds the build of the sources as they are. @returns the build's folder */
export function built(name: BuildName): string {
  const folder = join(ROOT, "dist", name);
  const stamp = join(LOCKS, `${name}.stamp`);
  const changed = Math.max(...SOURCES.map((source) => newest(join(ROOT, source))));
  locked(join(LOCKS, `${name}.lock`), () => {
    // The build itself notes when it began (.ci/stamp.cjs), whoever asked for it.
    if (existsSync(stamp) && existsSync(folder) && Number(readFileSync(stamp, "utf8")) > changed) return;
    const { status, stdout, stderr } = spawnSync("npx", ["--no-install", "webpack", "--config-name", name], {
      cwd: ROOT,
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
  });
  return folder;
}

function newest(path: string): number {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** One process at a time; making a folder either succeeds or tells that somebody else has it. */
function locked(lock: string, action: () => void): void {
  mkdirSync(LOCKS, { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
      if (Date.now() - since > STALE_MS) rmSync(lock, { recursive: true, force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, POLL_MS);
    }
  }
  try {
    action();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}
