/** What we learn of the Office around us, from the real library and without it. */

import { hostInfo, officeReady } from "../../src/excel/host-info";
import { connectRibbon } from "../../src/excel/ribbon";
import { openOffice } from "../support/office";

test("without Office.js the page is not in Excel, and nothing throws", async () => {
  expect(await officeReady()).toBe(false);
  expect(hostInfo()).toEqual({
    inExcel: false,
    isNewEnough: false,
    hasCustomFunctions: false,
    language: "vi-VN",
    platform: "other",
    theme: { isDark: false },
  });
});

describe("in Excel", () => {
  test("host, platform, language and what it has are told", async () => {
    const office = await openOffice({ displayLocale: "en-US" });
    expect(await officeReady()).toBe(true);
    expect(hostInfo()).toMatchObject({
      inExcel: true,
      isNewEnough: true,
      hasCustomFunctions: true,
      language: "en-US",
      platform: "windows",
    });
    office.close();
  });

  test.each([
    ["1.12", false],
    ["1.13", true],
  ])("one with ExcelApi %s is new enough: %s", async (excelApi, isNewEnough) => {
    const office = await openOffice({ excelApi });
    expect(hostInfo().isNewEnough).toBe(isNewEnough);
    office.close();
  });
});

test("theme colours are taken as colours, and a dark theme is known by them where the host does not say", () => {
  const scope = globalThis as unknown as Record<string, unknown>;
  const theme = (bodyBackgroundColor: string, bodyForegroundColor: string) => {
    scope["Office"] = { context: { officeTheme: { bodyBackgroundColor, bodyForegroundColor } } };
    return hostInfo().theme;
  };
  expect(theme("#262626", "FFFFFFFF")).toEqual({ background: "#262626", text: "#ffffff", isDark: true });
  expect(theme("#FFFFFF", "#000000")).toEqual({ background: "#ffffff", text: "#000000", isDark: false });
  expect(theme("red;}", "url(x)")).toEqual({ isDark: false });
  delete scope["Office"];
});

describe("the ribbon", () => {
  test("its buttons call the pane's commands, and a command that fails does not keep the next from running", async () => {
    const office = await openOffice();
    const called: string[] = [];
    connectRibbon({
      fill: () => {
        called.push("fill");
        return Promise.reject(new Error("đang khóa"));
      },
      check: () => {
        called.push("check");
        return Promise.resolve();
      },
    });
    for (const name of ["bieuFill", "bieuCheck", "bieuFill"]) {
      expect(office.host.runRibbonCommand(name)).toBe(true);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    expect(called).toEqual(["fill", "check", "fill"]);
    office.close();
  });

  test.each(["resolves", "rejects"])("Excel is told that a command is done when it %s", async (how) => {
    const office = await openOffice();
    const commands = new Map<string, (event: { completed: () => void }) => void>();
    jest.spyOn(office.Office.actions, "associate").mockImplementation(((id: string, run: () => void) => {
      commands.set(id, run);
    }) as typeof Office.actions.associate);
    connectRibbon({
      fill: () => (how === "resolves" ? Promise.resolve() : Promise.reject(new Error("hỏng"))),
      check: () => Promise.resolve(),
    });
    const completed = jest.fn();
    commands.get("bieuFill")!({ completed });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(completed).toHaveBeenCalledTimes(1);
    office.close();
  });
});
