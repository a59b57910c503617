/** Unpacks zips into a folder: `node .ci/unzip.mjs folder a.zip b.zip`, for machines without unzip. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";

const [folder, ...zips] = process.argv.slice(2);
for (const zip of zips) {
  for (const [name, content] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}
