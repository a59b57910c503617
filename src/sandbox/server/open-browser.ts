/** Opens the page in the browser, where a person sits in front of this machine. */

import { spawn } from "node:child_process";

/** What {@link mayOpen} looks at. */
export interface Surroundings {
  readonly platform: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Whether the output goes to a terminal. */
  readonly terminal: boolean;
}

/** Whether there is a desktop to open a page on: not in continuous integration, not over ssh, not into a file. */
export function mayOpen({ platform, environment, terminal }: Surroundings): boolean {
  if (!terminal || environment["CI"] || environment["SSH_CONNECTION"] || environment["SSH_TTY"]) return false;
  if (platform === "win32" || platform === "darwin") return true;
  return Boolean(environment["DISPLAY"] || environment["WAYLAND_DISPLAY"]);
}

/** The program that opens a page, with its arguments. */
export function opener(platform: string, url: string): readonly [string, ...string[]] {
  if (platform === "win32") return ["cmd", "/c", "start", "", url];
  return [platform === "darwin" ? "open" : "xdg-open", url];
}

/** Opens a page; where that fails the address has been printed anyway. */
export function openBrowser(platform: string, url: string): void {
  const [program, ...args] = opener(platform, url);
  const child = spawn(program, args, { stdio: "ignore", detached: true });
  child.on("error", () => undefined);
  child.unref();
}
