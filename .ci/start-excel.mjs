/**
 * `npm run start:excel`: builds the add-in for https://localhost:3000, serves it from this computer and opens Excel with it,
 * for developers on Windows or a Mac with Excel. Certificates and sideloading are the work of Microsoft's own tools, which
 * npx fetches when first needed; nothing of them enters the project. Ctrl+C ends it and takes the add-in out of Excel again.
 */
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import { homedir } from "node:os";
import { join } from "node:path";
import { siteFile } from "./site-file.mjs";

/** Where manifest.xml points to. */
const PORT = 3000;
const CERTIFICATES = "office-addin-dev-certs@3.0.0";
const SIDELOADING = "office-addin-debugging@7.0.0";
const MANIFEST = join("dist", "web", "manifest.xml");

if (process.platform !== "win32" && process.platform !== "darwin") {
  console.error(
    "There is no Excel for this system, so nothing was started. `npm start` opens the sandbox, which runs the same pane;\n" +
      "for Excel on the web, see “On your own server” in README.md.",
  );
  process.exit(1);
}

/** Runs a program of npm's and ends with its exit code where it fails. */
function npx(...command) {
  const { status } = spawnSync("npx", command, { stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) process.exit(status ?? 1);
}

npx("--no-install", "webpack", "--config-name", "web", "--env", `url=https://localhost:${PORT}`);
console.log("Asking for a certificate for localhost; the system may ask you to trust it.");
npx("--yes", CERTIFICATES, "install");

const certificates = join(homedir(), ".office-addin-dev-certs");
const options = {
  key: readFileSync(join(certificates, "localhost.key")),
  cert: readFileSync(join(certificates, "localhost.crt")),
};
const server = createServer(options, (request, response) => {
  const file = siteFile("dist/web", request.url ?? "/");
  // Excel keeps what it fetched for long; a developer wants the build of now.
  response.writeHead(file.status, { ...file.headers, "cache-control": "no-store" }).end(file.body);
});
server.on("error", (error) => {
  console.error(`https://localhost:${PORT} could not be opened: ${error.message}`);
  process.exit(1);
});
server.listen(PORT, "localhost", () => {
  console.log(`Serving dist/web at https://localhost:${PORT}. Opening Excel …`);
  const excel = [
    "--yes",
    SIDELOADING,
    "start",
    MANIFEST,
    "desktop",
    "--app",
    "excel",
    "--no-debug",
    "--no-live-reload",
  ];
  // Excel fetches from this server while it starts, so the tool must not block it.
  spawn("npx", excel, { stdio: "inherit", shell: process.platform === "win32" }).on("exit", (code) => {
    if (code !== 0) console.error("Excel was not opened; the site is still served. Press Ctrl+C to end.");
  });
});
process.on("SIGINT", () => {
  npx("--yes", SIDELOADING, "stop", MANIFEST);
  process.exit(0);
});
