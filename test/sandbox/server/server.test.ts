/** The local server: what it hands out, what it refuses, and whom it talks to. */

import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listen, type Listening } from "../../../src/sandbox/server/listen";
import { mayOpen, opener } from "../../../src/sandbox/server/open-browser";

const root = mkdtempSync(join(tmpdir(), "bieu-serve-"));
const site = join(root, "site");
const library = join(root, "library");
let listening: Listening;

beforeAll(async () => {
  mkdirSync(join(site, "assets"), { recursive: true });
  mkdirSync(library);
  writeFileSync(join(root, "secret.txt"), "bí mật");
  writeFileSync(join(site, "index.html"), "<p>Trang thử</p>");
  writeFileSync(join(site, "assets", "engine.wasm"), "\0asm");
  writeFileSync(join(site, "Biểu 1.csv"), "mã;nhãn");
  writeFileSync(join(site, ".hidden"), "ẩn");
  writeFileSync(join(library, "office.js"), "office");
  symlinkSync(join(root, "secret.txt"), join(site, "link.txt"));
  listening = (await listen(
    [
      { path: "/", folder: site },
      { path: "/office-js/", folder: library },
    ],
    0,
  ))!;
});

afterAll(() => listening.close());

/** Asks with the path exactly as it is written, which `fetch` would tidy up. */
function ask(path: string, more: { method?: string; host?: string } = {}) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }>((resolve, reject) => {
    const headers = { host: more.host ?? `localhost:${listening.port}` };
    request({ host: "127.0.0.1", port: listening.port, path, method: more.method ?? "GET", headers }, (response) => {
      let body = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
      response.on("end", () => resolve({ status: response.statusCode!, headers: response.headers, body }));
    })
      .on("error", reject)
      .end();
  });
}

test("hands out the page, its types and Office.js, none of it to be kept", async () => {
  const page = await ask("/?lang=en");
  expect([page.status, page.body]).toEqual([200, "<p>Trang thử</p>"]);
  expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(page.headers["cache-control"]).toBe("no-store");
  expect((await ask("/assets/engine.wasm")).headers["content-type"]).toBe("application/wasm");
  expect((await ask("/office-js/office.js?v=1")).body).toBe("office");
  expect((await ask(encodeURI("/Biểu 1.csv"))).body).toBe("mã;nhãn");
});

test.each([
  "/../secret.txt",
  "/%2e%2e/secret.txt",
  "/..%2fsecret.txt",
  "/assets/..%5c..%5csecret.txt",
  "/office-js/../../secret.txt",
  "/.hidden",
  "/link.txt",
  "/%",
  "/%00",
  "/assets",
  "/missing.js",
])("does not answer %s", async (path) => {
  const { status, body } = await ask(path);
  expect([400, 404]).toContain(status);
  expect(body).not.toContain("bí mật");
});

test("answers only to this machine's names, and only reads", async () => {
  expect((await ask("/", { host: "evil.example:3010" })).status).toBe(403);
  expect((await ask("/", { method: "POST" })).status).toBe(405);
  expect(await ask("/", { method: "HEAD" })).toMatchObject({ status: 200, body: "" });
});

test("takes the next port where one is taken", async () => {
  const other = createServer();
  const taken = await new Promise<number>((resolve) => {
    other.listen(0, "127.0.0.1", () => resolve((other.address() as AddressInfo).port));
  });
  const next = (await listen([{ path: "/", folder: site }], taken))!;
  expect(next.port).toBeGreaterThan(taken);
  await next.close();
  other.close();
});

test("opens a browser only where somebody sits in front of it", () => {
  const desk = { platform: "linux", environment: { DISPLAY: ":0" }, terminal: true };
  expect(mayOpen(desk)).toBe(true);
  expect(mayOpen({ ...desk, environment: {} })).toBe(false);
  expect(mayOpen({ ...desk, terminal: false })).toBe(false);
  expect(mayOpen({ ...desk, environment: { DISPLAY: ":0", CI: "true" } })).toBe(false);
  expect(mayOpen({ ...desk, environment: { DISPLAY: ":0", SSH_CONNECTION: "1 2 3 4" } })).toBe(false);
  expect(mayOpen({ platform: "win32", environment: {}, terminal: true })).toBe(true);
  expect(opener("win32", "http://localhost:3010")).toEqual(["cmd", "/c", "start", "", "http://localhost:3010"]);
});
