/**
 * `npm start` as a newcomer runs it: waits until the address is printed, fetches what the sandbox needs, ends the server
 * and makes sure that it has ended.
 */
/* global fetch */
import { spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";

const PAGES = ["", "taskpane.html", "functions.json", "frame.js", "office-js/office.js"];
/** Includes the installation of packages and two builds on a slow machine. */
const START_SECONDS = 300;
const END_SECONDS = 10;

// A process group of its own, so that the signal reaches the server as Ctrl+C in a terminal would.
const npm = spawn("npm", ["start"], { detached: true, stdio: ["ignore", "pipe", "pipe"] });
let said = "";
let ended = false;
for (const stream of [npm.stdout, npm.stderr]) {
  stream.on("data", (text) => {
    said += text;
    process.stdout.write(text);
  });
}
npm.on("exit", () => (ended = true));

function fail(message) {
  if (!ended) process.kill(-npm.pid, "SIGKILL");
  console.error(message);
  process.exit(1);
}

/** Waits for something to become true, and says whether it did. */
async function until(isSo, seconds) {
  for (let tenths = 0; tenths < seconds * 10; tenths += 1) {
    if (isSo()) return true;
    await wait(100);
  }
  return false;
}

const address = () => /http:\/\/localhost:\d+/.exec(said)?.[0];
await until(() => ended || address() !== undefined, START_SECONDS);
if (ended) fail("npm start ended by itself");
if (address() === undefined) fail(`npm start printed no address within ${START_SECONDS} seconds`);

for (const page of PAGES) {
  const response = await fetch(`${address()}/${page}`).catch((error) => fail(`/${page}: ${error}`));
  const body = await response.text();
  if (!response.ok || body.length < 50) fail(`/${page}: ${response.status}, ${body.length} characters`);
  if (page === "functions.json" && !body.includes('"SOCUNGKY"')) fail("functions.json does not name SOCUNGKY");
  console.log(`/${page}: ${body.length} characters`);
}

process.kill(-npm.pid, "SIGTERM");
if (!(await until(() => ended, END_SECONDS))) fail(`npm start did not end within ${END_SECONDS} seconds`);
const answers = await fetch(address()).then(
  () => true,
  () => false,
);
if (answers) fail("the server still answers");
console.log("The server has ended.");
process.exit(0);
