/**
 * `npm run release`: what is attached to a release, in dist/release: the add-in's site and the command line, each as a zip with the version in its name and
 * the licences of what it holds, and the checksums of both. The same sources give the same bytes.
 *
 * `-- --url=https://…` says where the site will be; without it the manifest names {@link PLACEHOLDER}, which whoever installs the site replaces
 * (docs/cai-dat.md, which is in the zip).
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { zipSync } from "fflate";

const PLACEHOLDER = "https://bieu-y-te.example.vn";
const OUT = join("dist", "release");
/** A zip holds times to the second; a fixed one keeps the bytes the same. The format knows nothing before 1980. */
const TIME = new Date(1980, 0, 1);

const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const { values } = parseArgs({ options: { url: { type: "string", default: PLACEHOLDER } } });
if (!/^https:\/\/[^\s"<>]+$/.test(values.url)) fail(`--url must begin with https://, not ${values.url}`);

function fail(message) {
  console.error(message);
  process.exit(1);
}

function run(program, ...args) {
  return spawnSync(program, args, { encoding: "utf8", shell: process.platform === "win32" });
}

/** Known weaknesses of what is shipped. Where the registry gives no answer that is said, and the release goes on. */
function audit() {
  const { stdout } = run("npm", "audit", "--omit=dev", "--json");
  let found;
  try {
    found = JSON.parse(stdout).metadata.vulnerabilities.total;
  } catch {
    return void console.log("npm audit: no answer from the registry; run `npm audit --omit=dev` where there is one.");
  }
  if (found > 0) fail(`npm audit: ${found} known weaknesses in what is shipped; see \`npm audit --omit=dev\``);
  console.log("npm audit: nothing known against what is shipped.");
}

/** Every file below a folder but source maps, by its path in the zip. */
function filesOf(folder, into = "") {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const [from, to] = [join(folder, entry.name), `${into}${entry.name}`];
    if (entry.isDirectory()) return filesOf(from, `${to}/`);
    return entry.name.endsWith(".map") ? [] : [[to, readFileSync(from)]];
  });
}

/** @returns the line of the checksums */
function pack(name, files) {
  const zip = zipSync(Object.fromEntries(files), { level: 9, mtime: TIME });
  writeFileSync(join(OUT, name), zip);
  console.log(`${join(OUT, name)}: ${files.length} files, ${Math.round(zip.length / 1024)} kB`);
  return `${createHash("sha256").update(zip).digest("hex")}  ${name}\n`;
}

audit();
const built = run(
  "npx",
  "--no-install",
  "webpack",
  "--config-name",
  "cli",
  "--config-name",
  "web",
  "--env",
  `url=${values.url}`,
);
if (built.status !== 0) fail(`${built.stdout}\n${built.stderr}`);

rmSync(OUT, { recursive: true, force: true });
mkdirSync(OUT, { recursive: true });
const ours = [["LICENSE", readFileSync("LICENSE")]];
const site = filesOf(join("dist", "web"), "web/");
const program = ["bieu.js", "licences.txt"].map((name) => [name, readFileSync(join("dist", "cli", name))]);
const sums = [
  pack(`bieu-y-te-${version}.zip`, [...site, ["cai-dat.md", readFileSync("docs/cai-dat.md")], ...ours]),
  pack(`bieu-y-te-${version}-dong-lenh.zip`, [
    ...program,
    ["huong-dan.md", readFileSync("docs/huong-dan.md")],
    ...ours,
  ]),
];
writeFileSync(join(OUT, "SHA256SUMS"), sums.join(""));
console.log(`Checksums: ${join(OUT, "SHA256SUMS")}`);
