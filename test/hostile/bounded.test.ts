/** Files that ask for more memory than there is, through the program itself, with little memory to give. */

import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { built } from "../support/build";
import { CONTAINERS } from "./corpus/containers";
import { HEAVIEST } from "./corpus/heaviest";
import { PATIENCE } from "./corpus/run";
import { SIZES, XML_BOMBS } from "./corpus/sheets";

jest.setTimeout(4 * PATIENCE);

/** What an old office machine can give to one program. */
const MEGABYTES = 768;

const files = [...CONTAINERS, ...XML_BOMBS, ...SIZES].filter(({ name }) => HEAVIEST.includes(name));

let program: string;
beforeAll(() => {
  program = join(built("cli"), "bieu.js");
}, 300_000);

test("every file that is to be tried is there", () => {
  expect(files.map(({ name }) => name).sort()).toEqual([...HEAVIEST].sort());
});

test.each(files.map((file) => [file.name, file] as const))("%s", async (_, { bytes, outcome }) => {
  const path = join(mkdtempSync(join(tmpdir(), "bieu-bounded-")), "vao.xlsx");
  writeFileSync(path, await bytes());
  const ran = spawnSync(process.execPath, [`--max-old-space-size=${MEGABYTES}`, program, "check", path], {
    encoding: "utf8",
    timeout: 3 * PATIENCE,
    maxBuffer: 64 * 1024 * 1024,
  });
  expect([ran.signal, ran.stderr]).not.toEqual([null, expect.stringMatching(/heap|ngoài dự kiến/)]);
  if (outcome.kind === "refused") expect([ran.status, ran.stderr]).toEqual([2, expect.stringMatching(outcome.says)]);
  else expect([0, 1, 2]).toContain(ran.status);
});
