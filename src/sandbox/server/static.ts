/** Which file answers a request, and how the browser is to take it. */

import { readFile, realpath, stat } from "node:fs/promises";
import { extname, join, sep } from "node:path";

/** A folder of files and the path under which the server hands them out. */
export interface Mount {
  /** Begins and ends with a slash: `/`, `/office-js/`. */
  readonly path: string;
  readonly folder: string;
}

/** An answer: the file, or why there is none. */
export type Answer =
  { readonly status: 200; readonly type: string; readonly content: Uint8Array } | { readonly status: 400 | 404 };

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The MIME type of a file name. */
function typeOf(name: string): string {
  return TYPES[extname(name).toLowerCase()] ?? "application/octet-stream";
}

/**
 * The steps of a request's path, decoded; undefined for one that no page of ours asks for: steps up, names with a
 * separator or a colon hidden in them, control characters, hidden files.
 */
function stepsOf(target: string): readonly string[] | undefined {
  const path = /^\/[^?#]*/.exec(target)?.[0];
  if (path === undefined) return undefined;
  const steps: string[] = [];
  for (const raw of path.split("/").slice(1)) {
    let step: string;
    try {
      step = decodeURIComponent(raw);
    } catch {
      return undefined;
    }
    if (step.startsWith(".") || /[/\\:\p{Cc}]/u.test(step)) return undefined;
    steps.push(step);
  }
  return steps;
}

/** Looks a request up in the mounts, the longest path first. A link that leads out of its folder is not followed. */
export async function answer(mounts: readonly Mount[], target: string): Promise<Answer> {
  const steps = stepsOf(target);
  if (!steps) return { status: 400 };
  const path = `/${steps.join("/")}`;
  const mount = [...mounts]
    .sort((one, other) => other.path.length - one.path.length)
    .find((one) => path.startsWith(one.path));
  if (!mount) return { status: 404 };
  const rest = path.slice(mount.path.length) || "index.html";
  try {
    const folder = await realpath(mount.folder);
    const file = await realpath(join(folder, ...rest.split("/")));
    if (!file.startsWith(folder + sep) || !(await stat(file)).isFile()) return { status: 404 };
    return { status: 200, type: typeOf(file), content: await readFile(file) };
  } catch {
    return { status: 404 };
  }
}
