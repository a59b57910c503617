/** @jest-environment jsdom */
import { openLastChoices } from "../../src/excel/last-choices";

beforeEach(() => {
  localStorage.clear();
});

test("a choice is there again in the next session, under a name of our own", async () => {
  (await openLastChoices()).set("unit", "Sở Y tế tỉnh Điện Biên");
  expect((await openLastChoices()).get("unit")).toBe("Sở Y tế tỉnh Điện Biên");
  expect(Object.keys(localStorage)).toContain("@BieuYTe/unit");
});

test("a text that looks like a date stays a text", async () => {
  const choices = await openLastChoices();
  choices.set("when", "2024-07-11T07:32:00.000Z");
  expect(choices.get("when")).toBe("2024-07-11T07:32:00.000Z");
});

test("what somebody else put there is no choice", async () => {
  localStorage.setItem("@BieuYTe/form", '{"text":5}');
  localStorage.setItem("@BieuYTe/period", "{");
  const choices = await openLastChoices();
  expect(choices.get("form")).toBeUndefined();
  expect(choices.get("period")).toBeUndefined();
  expect(choices.get("nothing")).toBeUndefined();
});

test("where the browser shuts its storage, choices hold until the pane is closed", async () => {
  const shut = jest.spyOn(window, "localStorage", "get").mockImplementation(() => {
    throw new DOMException("denied", "SecurityError");
  });
  jest.spyOn(console, "warn").mockImplementation();
  const choices = await openLastChoices();
  choices.set("form", "PL02");
  expect(choices.get("form")).toBe("PL02");
  shut.mockRestore();
});

test("a storage that is full keeps nothing and says nothing", async () => {
  const choices = await openLastChoices();
  const full = jest.spyOn(Storage.prototype, "setItem").mockImplementation(() => {
    throw new DOMException("full", "QuotaExceededError");
  });
  expect(() => {
    choices.set("form", "PL02");
  }).not.toThrow();
  full.mockRestore();
});
