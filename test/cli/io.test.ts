/** What is written is written whole or not at all, and never over a file that is being worked on, however it is named. */

import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { refuseTargets, writeOutputs } from "../../src/cli/io";

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "bieu-io-")));
  mkdirSync(join(folder, "that"));
  writeFileSync(join(folder, "that", "lam-viec.xlsx"), "đang làm");
});

const at = (...names: string[]) => join(folder, ...names);
const working = () => at("that", "lam-viec.xlsx");
const names = (where = folder) => readdirSync(where, { recursive: true }).map(String).sort();

describe("the working file is known", () => {
  const spellings: [string, () => string][] = [
    ["by its name", working],
    ["by a path that goes round", () => `${folder}/that/../that/./lam-viec.xlsx`],
    ["by a path from here", () => relative(process.cwd(), working())],
    [
      "through a link to its folder",
      () => (symlinkSync(at("that"), at("duong-tat")), at("duong-tat", "lam-viec.xlsx")),
    ],
    ["through a link to it", () => (symlinkSync(working(), at("nop.xlsx")), at("nop.xlsx"))],
    [
      "through a link to a link",
      () => (symlinkSync(working(), at("mot.xlsx")), symlinkSync(at("mot.xlsx"), at("hai.xlsx")), at("hai.xlsx")),
    ],
    ["as a second name of the same file", () => (linkSync(working(), at("ten-khac.xlsx")), at("ten-khac.xlsx"))],
  ];
  test.each(spellings)("%s", async (_, path) => {
    const target = path();
    await expect(writeOutputs([{ path: target, content: "mới" }], true, [working()])).rejects.toThrow(
      "Không ghi đè lên tệp đang làm việc",
    );
    expect(readFileSync(working(), "utf8")).toBe("đang làm");
  });
  test("also where the working file itself is named through a link", () => {
    symlinkSync(working(), at("loi-tat.xlsx"));
    expect(() => refuseTargets([working()], true, [at("loi-tat.xlsx")])).toThrow("tệp đang làm việc");
  });
  test("another file beside it may be written, also one that is not there yet in a folder behind a link", async () => {
    symlinkSync(at("that"), at("duong-tat"));
    await writeOutputs([{ path: at("duong-tat", "nop.xlsx"), content: "nộp" }], false, [working()]);
    expect(readFileSync(at("that", "nop.xlsx"), "utf8")).toBe("nộp");
  });
});

test("two results that go to one file under two names are refused", () => {
  symlinkSync(at("that"), at("duong-tat"));
  expect(() => refuseTargets([at("that", "ra.csv"), at("duong-tat", "ra.csv")], false)).toThrow("cùng ghi vào");
});

describe("a result that cannot be written", () => {
  test.each([
    ["its folder is not there", () => at("khong-co", "nop.xlsx")],
    ["its folder is a file", () => at("that", "lam-viec.xlsx", "nop.xlsx")],
    ["its name is too long", () => at(`${"n".repeat(300)}.xlsx`)],
  ])("leaves everything as it was: %s", async (_, path) => {
    writeFileSync(at("ra.csv"), "cũ");
    const before = names();
    const outputs = [
      { path: at("ra.csv"), content: "mới" },
      { path: path(), content: "nộp" },
    ];
    await expect(writeOutputs(outputs, true)).rejects.toThrow("Không ghi được tệp");
    expect(readFileSync(at("ra.csv"), "utf8")).toBe("cũ");
    expect(names()).toEqual(before);
  });
});
