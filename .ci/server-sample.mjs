// Runs nginx as docs/cai-dat.md has it, but without https, on a built site, and holds its answers to what the page promises.
// Usage: node .ci/server-sample.mjs dist/web

import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const PORT = 3390;
const START_MS = 10_000;

const site = process.argv[2];
const [, sample] = /```nginx\n([^]*?)```/.exec(readFileSync(join("docs", "cai-dat.md"), "utf8"));
const folder = mkdtempSync(join(tmpdir(), "bieu-nginx-"));
cpSync(site, join(folder, "site", "addin"), { recursive: true });
mkdirSync(join(folder, "temporary"));
const server = sample
  .replace("listen 443 ssl;", `listen 127.0.0.1:${PORT};`)
  .replace(/^ *ssl_.*$/gm, "")
  .replace("/srv/bieu", join(folder, "site"));
const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
  (kind) => `${kind}_temp_path ${join(folder, "temporary", kind)};`,
);
const configuration = join(folder, "nginx.conf");
writeFileSync(
  configuration,
  `user root; daemon off; pid ${join(folder, "pid")}; error_log stderr; events {}
   http { include /etc/nginx/mime.types; access_log off; ${temporary.join(" ")} ${server} }`,
);

const nginx = spawn("nginx", ["-e", "stderr", "-c", configuration], { stdio: ["ignore", "inherit", "inherit"] });
const wrong = [];

async function answers(file, headers) {
  const response = await globalThis.fetch(`http://127.0.0.1:${PORT}/addin/${file}`);
  if (response.status !== 200) wrong.push(`${file}: ${response.status}`);
  for (const [name, value] of Object.entries({ "x-content-type-options": "nosniff", ...headers })) {
    const said = response.headers.get(name);
    if (said !== value) wrong.push(`${file}: ${name} is ${said}, not ${value}`);
  }
}

try {
  const end = Date.now() + START_MS;
  while (!(await globalThis.fetch(`http://127.0.0.1:${PORT}/addin/taskpane.html`).catch(() => undefined))) {
    if (Date.now() > end || nginx.exitCode !== null) throw new Error("nginx does not start");
    await wait(100);
  }
  const own = { "access-control-allow-origin": null };
  await answers("taskpane.html", { ...own, "cache-control": "no-cache", "content-type": "text/html" });
  await answers("taskpane.css", { ...own, "cache-control": "no-cache" });
  await answers("functions.json", { "access-control-allow-origin": "*", "cache-control": "no-cache" });
  const scripts = readdirSync(site).filter((name) => name.endsWith(".js"));
  for (const script of scripts)
    await answers(script, { ...own, "cache-control": "public, max-age=31536000, immutable" });
  console.log(`nginx answers as docs/cai-dat.md says: 3 files and ${scripts.length} scripts`);
} finally {
  nginx.kill();
  if (nginx.exitCode === null) await once(nginx, "exit");
  rmSync(folder, { recursive: true, force: true });
}
for (const line of wrong) console.error(line);
process.exit(wrong.length > 0 ? 1 : 0);
