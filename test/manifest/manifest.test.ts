/**
 * The manifest hangs together: what the schema cannot say.
 *
 * @jest-environment jsdom
 */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "..", "..");
const TEXT = readFileSync(join(ROOT, "manifest.xml"), "utf8");
const DEVELOPER_URL = "https://localhost:3000";
const XML = new DOMParser().parseFromString(TEXT, "application/xml");

const all = (name: string): Element[] => [...XML.getElementsByTagName(name)];
const attribute = (name: string, key: string): string[] => all(name).map((element) => element.getAttribute(key) ?? "");
const resources = new Map(
  ["bt:Image", "bt:Url", "bt:String"]
    .flatMap(all)
    .filter((element) => element.hasAttribute("id"))
    .map((element) => [element.getAttribute("id")!, element]),
);
const used = [...XML.querySelectorAll("[resid]")].map((element) => element.getAttribute("resid")!);

/** Width and height of a PNG, from its header. */
function pngSize(path: string): [number, number] {
  const bytes = readFileSync(path);
  expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

test("every resource that is used is there, and every one that is there is used", () => {
  expect(used.filter((id) => !resources.has(id))).toEqual([]);
  expect([...resources.keys()].filter((id) => !used.includes(id))).toEqual([]);
});

test("resource ids have at most 32 characters, short strings 125, long ones 250", () => {
  expect([...resources.keys()].filter((id) => id.length > 32)).toEqual([]);
  const lengths = (parent: string) =>
    all(parent).flatMap((group) =>
      [...group.querySelectorAll("[DefaultValue], [Value]")].map(
        (element) => (element.getAttribute("DefaultValue") ?? element.getAttribute("Value") ?? "").length,
      ),
    );
  expect(Math.max(...lengths("bt:ShortStrings"))).toBeLessThanOrEqual(125);
  expect(Math.max(...lengths("bt:LongStrings"))).toBeLessThanOrEqual(250);
});

test("every address begins with the one setting that the build replaces", () => {
  const addresses = [...TEXT.matchAll(/"(https?:\/\/[^"]+)"/g)]
    .map((match) => match[1]!)
    .filter((address) => !/^http:\/\/(schemas\.microsoft\.com|www\.w3\.org)\//.test(address));
  expect(addresses.length).toBeGreaterThan(20);
  expect(addresses.filter((address) => !address.startsWith(`${DEVELOPER_URL}/`))).toEqual([]);
});

test("the icons exist in the size that they are named for", () => {
  for (const image of all("bt:Image").filter((element) => element.hasAttribute("resid"))) {
    const size = Number(image.getAttribute("size"));
    const address = resources.get(image.getAttribute("resid")!)!.getAttribute("DefaultValue")!;
    const path = join(ROOT, address.slice(DEVELOPER_URL.length + 1));
    expect({ path, exists: existsSync(path) }).toEqual({ path, exists: true });
    expect({ path, size: pngSize(path) }).toEqual({ path, size: [size, size] });
  }
  expect(pngSize(join(ROOT, "assets", "icon-32.png"))).toEqual([32, 32]);
  expect(pngSize(join(ROOT, "assets", "icon-64.png"))).toEqual([64, 64]);
});

test("every button and the group have the sizes that Office requires", () => {
  const icons = [...all("Icon")];
  expect(icons).toHaveLength(4);
  for (const icon of icons) {
    const sizes = [...icon.children].map((image) => image.getAttribute("size"));
    expect(sizes).toEqual(expect.arrayContaining(["16", "32", "80"]));
  }
});

test("one page is the runtime, the functions, the commands and the pane", () => {
  const page = attribute("Runtime", "resid");
  expect(page).toEqual(["Taskpane.Url"]);
  expect(attribute("Runtime", "lifetime")).toEqual(["long"]);
  const sources = ["Script", "Page", "Action"].flatMap((name) =>
    all(name).flatMap((element) => [...element.getElementsByTagName("SourceLocation")]),
  );
  expect(sources.map((element) => element.getAttribute("resid"))).toEqual([...page, ...page, ...page]);
  expect(attribute("FunctionFile", "resid")).toEqual(page);
  const [base] = all("DefaultSettings")[0]!.getElementsByTagName("SourceLocation");
  expect(base!.getAttribute("DefaultValue")).toBe(resources.get("Taskpane.Url")!.getAttribute("DefaultValue"));
});

test("the custom functions have no prefix", () => {
  expect(all("CustomFunctions").concat(all("Namespace"))).toEqual([]);
  expect(all("ExtensionPoint").map((element) => element.getAttribute("xsi:type"))).toEqual([
    "CustomFunctions",
    "PrimaryCommandSurface",
  ]);
});

test("the buttons call functions that the add-in associates", () => {
  const called = all("FunctionName").map((element) => element.textContent);
  const source = readFileSync(join(ROOT, "src", "excel", "ribbon.ts"), "utf8");
  expect(called).toEqual([...source.matchAll(/associate\("(\w+)"/g)].map((match) => match[1]));
  expect(called).toHaveLength(2);
});

test("an Excel that is too old still starts the pane, which says so; the rest needs what we work with", () => {
  const sets = (name: string) =>
    all(name).map((element) => `${element.getAttribute("Name")} ${element.getAttribute("MinVersion")}`);
  expect(sets("Set")).toEqual(["ExcelApi 1.1"]);
  expect(sets("bt:Set")).toEqual(["ExcelApi 1.13", "CustomFunctionsRuntime 1.2", "SharedRuntime 1.1"]);
});

test("what a user reads is there in Vietnamese and in English", () => {
  expect(all("DefaultLocale")[0]!.textContent).toBe("vi-VN");
  const alone = all("bt:String")
    .filter((element) => element.querySelector("[Locale='en-US']") === null)
    .map((element) => element.getAttribute("id"));
  // The product's name is the same in both.
  expect(alone).toEqual(["Group.Label"]);
});

test("the manifest carries the version of the package", () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
  expect(all("Version")[0]!.textContent).toBe(`${version}.0`);
});
