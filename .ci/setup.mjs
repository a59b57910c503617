/** Installs what package-lock.json names where it is missing or out of date, so that `npm start` and `npm test` just work. */
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";

const [major] = process.versions.node.split(".").map(Number);
if (major < 20) {
  console.error(`Biểu Y tế needs Node 20 or newer; this is ${process.version}.`);
  process.exit(1);
}

const LOCK = "package-lock.json";
const INSTALLED = "node_modules/.package-lock.json";
const upToDate = existsSync(INSTALLED) && statSync(INSTALLED).mtimeMs >= statSync(LOCK).mtimeMs;
if (!upToDate) {
  console.log("Installing the packages of package-lock.json …");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  process.exit(status ?? 1);
}
