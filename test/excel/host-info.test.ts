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
    canDownload: false,
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
      canDownload: true,
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
  type Command = (event: { completed: () => void }) => void;

  /** What the pane's commands are associated with, as Excel calls it. */
  async function pressed(ids: readonly string[], fill: () => Promise<void>) {
    const office = await openOffice();
    const commands = new Map<string, Command>();
    jest.spyOn(office.Office.actions, "associate").mockImplementation((id, command) => {
      commands.set(id, command as Command);
    });
    const called: string[] = [];
    const completed = jest.fn();
    connectRibbon({
      fill: () => {
        called.push("fill");
        return fill();
      },
      check: () => {
        called.push("check");
        return Promise.resolve();
      },
    });
    for (const id of ids) {
      commands.get(id)!({ completed });
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    office.close();
    return { called, completed: completed.mock.calls.length };
  }

  test("its buttons call the pane's commands, and Excel is told each time that the command is done", async () => {
    const { called, completed } = await pressed(["bieuFill", "bieuCheck"], () => Promise.resolve());
    expect(called).toEqual(["fill", "check"]);
    expect(completed).toBe(2);
  });

  test("a command that fails is done, too, and does not keep the next from running", async () => {
    const { called, completed } = await pressed(["bieuFill", "bieuCheck", "bieuFill"], () =>
      Promise.reject(new Error("đang khóa")),
    );
    expect(called).toEqual(["fill", "check", "fill"]);
    expect(completed).toBe(3);
  });
});
