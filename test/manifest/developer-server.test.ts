/** What `npm run start:excel` serves to Excel. */

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..");
const FOLDER = mkdtempSync(join(tmpdir(), "bieu-site-"));
const SITE = join(FOLDER, "web");
mkdirSync(SITE);
writeFileSync(join(SITE, "taskpane.html"), "<p>Biểu</p>");
writeFileSync(join(SITE, "functions.json"), "{}");
writeFileSync(join(FOLDER, "web-secret"), "not served");
writeFileSync(join(FOLDER, "secret"), "not served");

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The answer of the server's one function, which is a plain module for Node and so is asked in a Node of its own. */
function answer(address: string): Answer {
  const script = `
    import { siteFile } from "./.ci/site-file.mjs";
    const { body, ...rest } = siteFile(...process.argv.slice(1));
    console.log(JSON.stringify({ ...rest, body: body.toString() }));`;
  const output = execFileSync(process.execPath, ["--input-type=module", "-e", script, SITE, address], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return JSON.parse(output) as Answer;
}

test("a file of the site is served with its type, whatever the query", () => {
  const { status, headers, body } = answer("/taskpane.html?_host_Info=Excel$Win32");
  expect(status).toBe(200);
  expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(body).toContain("Biểu");
});

test("Excel on the web may read the functions from another origin", () => {
  expect(answer("/functions.json").headers).toMatchObject({
    "content-type": "application/json; charset=utf-8",
    "access-control-allow-origin": "*",
  });
});

test.each(["/", "/none.js", "/../secret", "/%2e%2e/secret", "/..%2fsecret", "/../web-secret", "/%00", "/%E0%A4", "//"])(
  "%s is not found",
  (address) => {
    expect(answer(address).status).toBe(404);
  },
);
