/** What goes wrong in a workbook: said in a sentence, with nothing lost, and work goes on afterwards. */

import type { TroubleCode } from "../../src/core/workbook/port";
import { happenedWords } from "../../src/taskpane/frame/words";
import { EN } from "../../src/taskpane/texts/en";
import { VI, type Texts } from "../../src/taskpane/texts/vi";
import { deskWithSample } from "./support";

const CODES: readonly TroubleCode[] = [
  "cell-edit",
  "dialog-open",
  "protected",
  "structure-protected",
  "read-only",
  "other-workbook",
  "sheet-gone",
  "moved",
  "interrupted",
  "session-lost",
  "no-answer",
  "memory-refused",
  "too-large",
  "too-old",
  "unknown",
];

describe.each(CODES)("%s", (code) => {
  test.each([
    ["fill", "write", "filling"],
    ["check", "read", "checking"],
  ] as const)("while %s runs: said in the pane, and the next try goes through", async (action, call, during) => {
    const desk = await deskWithSample();
    desk.workbook.fail(call, code);
    await desk.actions[action]();
    const { notice, work } = desk.store.get();
    expect(notice).toMatchObject({ tone: "trouble", what: { kind: "trouble", code, during } });
    expect(work).toBeUndefined();
    const sentence = happenedWords(notice!.what, VI);
    expect(sentence).toBe(VI.troubles[code]);
    expect(sentence).not.toMatch(/Error|undefined|!/);
    desk.workbook.fail(call, undefined);
    await desk.actions[action]();
    expect(desk.store.get().notice?.what.kind).not.toBe("trouble");
    desk.actions.end();
  });
});

test("the two sentences of the product for a cell that is edited and a locked sheet are word for word", () => {
  expect(VI.troubles["cell-edit"]).toBe("Excel đang chờ bạn nhập xong một ô. Nhấn Enter rồi thử lại.");
  expect(VI.troubles["protected"]).toBe(
    "Trang tính đang khóa. Bỏ khóa (Xem lại > Bỏ bảo vệ trang tính) rồi thử lại; Biểu Y tế không tự mở khóa.",
  );
});

test("after a stop half-way what was written can be taken back", async () => {
  const desk = await deskWithSample();
  desk.workbook.fail("write", "interrupted");
  await desk.actions.fill();
  expect(desk.store.get().notice?.undoable).toBe(true);
  desk.workbook.fail("write", undefined);
  // Nothing was written by this workbook: nothing is left to take back, and that is said.
  await desk.actions.undo();
  expect(desk.store.get().notice?.what).toEqual({ kind: "undo-refused", why: "changed" });
  desk.actions.end();
});

test("where the first reading fails, trying again starts the pane", async () => {
  const desk = await deskWithSample();
  desk.actions.end();
  desk.workbook.fail("read", "cell-edit");
  const { paneOn } = await import("./support");
  const other = paneOn(desk.workbook);
  await other.actions.start();
  expect(other.store.get()).toMatchObject({
    stage: "ready",
    sheet: undefined,
    notice: { what: { code: "cell-edit" } },
  });
  desk.workbook.fail("read", undefined);
  await other.actions.start();
  expect(other.store.get().sheet?.adoption.kind).toBe("ours");
  other.actions.end();
});

describe("the texts", () => {
  const keysOf = (value: unknown, path = ""): string[] =>
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`))
      : [path];
  const sentencesOf = (texts: Texts): [string, string][] => {
    const walk = (value: unknown, path: string): [string, string][] => {
      if (typeof value === "string") return [[path, value]];
      if (typeof value !== "object" || value === null) return [];
      return Object.entries(value).flatMap(([key, inner]) => walk(inner, `${path}.${key}`));
    };
    return walk(texts, "");
  };

  test("have the same keys in both languages", () => {
    expect(keysOf(EN).sort()).toEqual(keysOf(VI).sort());
  });

  test("in English have no Vietnamese words but names that stay", () => {
    const names = /Biểu Y tế|Điện Biên|Phụ lục 02|Sở Y tế tỉnh|Chỉ tiêu|Kế hoạch|Thực hiện|Cùng kỳ|Đánh giá/g;
    const left = sentencesOf(EN).filter(([, text]) => /[ạ-ỹăâđêôơư]/i.test(text.replace(names, "")));
    expect(left).toEqual([]);
  });

  test("in Vietnamese neither shout nor speak English", () => {
    const wrong = sentencesOf(VI).filter(([, text]) => /!|\b(?:undo|error|sheet|check|cell|file)\b/i.test(text));
    expect(wrong).toEqual([]);
  });
});
