import { readFileSync, statSync } from "node:fs";
import { extname, join, normalize, sep } from "node:path";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".map": "application/json; charset=utf-8",
};

/** What a static server answers for an address: a file inside the folder, or 404. */
export function siteFile(folder, address) {
  const root = normalize(folder) + sep;
  let path;
  try {
    path = join(root, decodeURIComponent(new URL(address, "https://localhost").pathname));
  } catch {
    path = "";
  }
  const isFile = path.startsWith(root) && !path.includes("\0") && statSync(path, { throwIfNoEntry: false })?.isFile();
  if (!isFile) return { status: 404, headers: { "content-type": "text/plain" }, body: "Not found" };
  // Excel on the web fetches the functions' metadata from another origin.
  const headers = {
    "content-type": TYPES[extname(path)] ?? "application/octet-stream",
    "access-control-allow-origin": "*",
  };
  return { status: 200, headers, body: readFileSync(path) };
}
