/** Everything that a user can start in the pane and that asks something of Excel, with the words of the page for it. */

import { isExplainable } from "../../../src/core/check/explanations";
import type { FillMode } from "../../../src/core/table/binding";
import { findingsOf, sureFixes } from "../../../src/taskpane/state/selectors";
import { columnOf, placeNow, rowOf, type Base, type Scene } from "./bench";
import { memoryFull, noFault } from "./misfortunes";

/** The pane's steps, as its tabs name them. */
export type Step = "Biểu" | "Điền" | "Kiểm tra" | "Kết quả" | "Nộp";

export interface Operation {
  readonly step: Step;
  readonly name: string;
  readonly base: Base;
  /** Brings the pane to where the operation can be started. */
  readonly prepare?: (scene: Scene) => Promise<void> | void;
  /** What must be prepared anew each time, because no view draws it. */
  readonly anew?: "pane" | "start" | ((scene: Scene) => Promise<void>);
  readonly act: (scene: Scene) => Promise<void> | void;
  /** What came of it in the pane, where the workbook does not show it. */
  readonly result?: (scene: Scene) => unknown;
  /** The batch that is its first reading; 1 where absent. */
  readonly reading?: number;
  /** Whether it begins with the user's typing. */
  readonly types?: true;
  /** Whether it opens a workbook in a window of its own. */
  readonly opensWindow?: true;
}

const state = ({ pane }: Scene) => pane.store.get();
/** Whether the pane has read the sheet again. */
const readAgain = (scene: Scene) => state(scene).sheet !== scene.before.sheet && state(scene).sheet?.adoption.kind;
const carrying = ({ pane, files }: Scene) => pane.actions.openOldFile(files.lastYear);
const checking = ({ pane }: Scene) => pane.actions.check();
const selecting = async ({ pane, desk }: Scene) => {
  desk.user.select({
    top: rowOf("DV_07"),
    bottom: rowOf("DV_07"),
    left: columnOf("actual"),
    right: columnOf("actual"),
  });
  pane.actions.openTab("results");
  await pane.actions.tellSection(undefined);
};

const filling = (name: string, mode: FillMode, assess: boolean): Operation => ({
  step: "Điền",
  name,
  base: "plain",
  prepare: ({ pane: { actions, store } }) => {
    actions.chooseMode(mode);
    actions.chooseAssess(assess);
    // The plan that the button waits for.
    return until(() => store.get().fill.plan !== undefined);
  },
  act: ({ pane }) => pane.actions.fill(),
});

const answering = (name: string, answer: "replace" | "keep"): Operation => ({
  step: "Điền",
  name,
  base: "faulty",
  prepare: ({ pane }) => pane.actions.fill(),
  act: ({ pane }) => pane.actions.fillAnswered(answer),
});

async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 0));
}

const warning = (scene: Scene) => findingsOf(state(scene)).filter(isExplainable);
const explaining = async (scene: Scene) => {
  await checking(scene);
  await scene.pane.actions.explain(warning(scene), "Kế hoạch giao theo quyết định");
};
const sending = ({ pane }: Scene) => pane.actions.submit();

const CREATING: readonly Operation[] = [
  {
    step: "Biểu",
    name: "Mở ngăn",
    base: "plain",
    anew: "start",
    // The one before it asks Excel to tell of events.
    reading: 2,
    act: ({ pane }) => pane.actions.start(),
    result: readAgain,
  },
  {
    step: "Biểu",
    name: "Xem lại trang",
    base: "plain",
    act: ({ pane }) => pane.actions.lookAgain(),
    result: readAgain,
  },
  {
    step: "Biểu",
    name: "Tạo Biểu mới",
    base: "plain",
    prepare: ({ pane }) => pane.actions.changeDraft({ formId: "CTCY" }),
    act: ({ pane }) => pane.actions.create(),
  },
  {
    step: "Biểu",
    name: "Chuyển từ kỳ trước vào trang này",
    base: "plain",
    anew: carrying,
    act: ({ pane }) => pane.actions.carryHere(),
  },
  {
    step: "Biểu",
    name: "Tạo Biểu mới với số cùng kỳ",
    base: "empty",
    anew: carrying,
    act: ({ pane }) => pane.actions.carryIntoNew(),
  },
  { step: "Biểu", name: "Nhận bảng đang mở", base: "elsewhere", act: ({ pane }) => pane.actions.adopt() },
  {
    step: "Biểu",
    name: "Ghi kỳ và đơn vị",
    base: "plain",
    prepare: ({ pane }) => pane.actions.changeAdoptAs({ unit: "TTYT huyện Mường Nhé" }),
    act: ({ pane }) => pane.actions.writeAbout(),
  },
  {
    step: "Biểu",
    name: "Chọn biểu cho bảng",
    base: "unknown",
    act: ({ pane }) => pane.actions.chooseForm("B06"),
    result: readAgain,
  },
  {
    step: "Biểu",
    name: "Tìm quan hệ trong bảng",
    base: "unknown",
    act: ({ pane }) => pane.actions.openLearn(),
    result: (scene) => state(scene).learning?.learned.suggestions.length,
  },
  {
    step: "Biểu",
    name: "Lập biểu riêng",
    base: "unknown",
    prepare: async ({ pane: { actions } }) => {
      await actions.openLearn();
      actions.acceptSure();
    },
    act: ({ pane }) => pane.actions.makeOwnForm(),
  },
  {
    step: "Biểu",
    name: "Nhập biểu riêng",
    base: "unknown",
    act: ({ pane, files }) => pane.actions.importForm(files.ownForm),
  },
  { step: "Biểu", name: "Bỏ biểu riêng", base: "own", act: ({ pane }) => pane.actions.removeForm("BR1") },
];

const FILLING: readonly Operation[] = [
  filling("Điền bằng hàm", "functions", false),
  filling("Điền bằng công thức", "formulas", false),
  filling("Điền bằng giá trị (chốt số)", "values", false),
  filling("Điền và ghi Đánh giá, bằng hàm", "functions", true),
  filling("Điền và ghi Đánh giá, bằng công thức", "formulas", true),
  filling("Điền và ghi Đánh giá, bằng giá trị", "values", true),
  answering("Thay số gõ tay và điền", "replace"),
  answering("Giữ số gõ tay và điền", "keep"),
  {
    step: "Điền",
    name: "Hoàn tác lần điền",
    base: "plain",
    anew: "pane",
    prepare: async ({ pane: { actions } }) => {
      actions.chooseMode("values");
      actions.chooseAssess(true);
      await actions.fill();
    },
    act: ({ pane }) => pane.actions.undo(),
  },
];

const CHECKING: readonly Operation[] = [
  {
    step: "Kiểm tra",
    name: "Kiểm tra",
    base: "faulty",
    act: checking,
    result: (scene) => state(scene).check?.result.findings.length,
  },
  {
    step: "Kiểm tra",
    name: "Sửa ô",
    base: "faulty",
    anew: "pane",
    prepare: checking,
    act: (scene) => scene.pane.actions.fix(sureFixes(scene.before)),
  },
  {
    step: "Kiểm tra",
    name: "Giải trình",
    base: "faulty",
    anew: "pane",
    prepare: checking,
    act: (scene) =>
      scene.pane.actions.explain(findingsOf(scene.before).filter(isExplainable), "Kế hoạch giao theo quyết định"),
  },
  {
    step: "Kiểm tra",
    name: "Bỏ giải trình",
    base: "faulty",
    anew: "pane",
    prepare: explaining,
    act: (scene) => scene.pane.actions.unexplain(scene.before.check!.result.findings.find(isExplainable)!),
  },
  {
    step: "Kiểm tra",
    name: "Bỏ qua quy tắc",
    base: "faulty",
    anew: "pane",
    prepare: checking,
    act: ({ pane, before }) => pane.actions.ignoreRule(findingsOf(before)[0]!.rule, "Kết quả cũ"),
  },
  {
    step: "Kiểm tra",
    name: "Ghi chú vào ô",
    base: "faulty",
    prepare: checking,
    act: ({ pane, before }) => pane.actions.comment(findingsOf(before)[0]!, "Xem lại ô này"),
  },
  {
    step: "Kiểm tra",
    name: "Ghi chú vào ô đã có ghi chú",
    base: "faulty",
    prepare: async (scene) => {
      await checking(scene);
      const { row, column } = findingsOf(state(scene))[0]!;
      scene.desk.user.comment(scene.sheetId, row, column, "Của phòng");
    },
    act: ({ pane, before }) => pane.actions.comment(findingsOf(before)[0]!, "Xem lại ô này"),
  },
  {
    step: "Kiểm tra",
    name: "Xem ô",
    base: "faulty",
    prepare: ({ desk, sheetId }) => {
      desk.user.activate(sheetId);
      desk.user.select({ top: 0, bottom: 0, left: 0, right: 0 });
    },
    act: ({ pane }) => pane.actions.go("D20"),
    result: ({ desk }) => desk.workbook.activeSheet().selection,
  },
  {
    step: "Kiểm tra",
    name: "Theo dõi: bạn sửa một số",
    types: true,
    base: "faulty",
    anew: "pane",
    prepare: checking,
    act: async ({ desk, sheetId, look }) => {
      const place = placeNow(desk.workbook.sheet(sheetId)!.rows, "DV_05", "plan");
      if (place) desk.user.type(sheetId, place.row, place.column, "8000");
      await look();
    },
    result: (scene) => state(scene).check?.result.findings.length,
  },
];

const TELLING: readonly Operation[] = [
  {
    step: "Kết quả",
    name: "Câu của dòng đang chọn",
    base: "filled",
    prepare: ({ desk }) => desk.user.select({ top: rowOf("DV_07"), bottom: rowOf("DV_08"), left: 1, right: 1 }),
    act: async ({ pane, quiet }) => {
      pane.actions.openTab("results");
      await quiet();
    },
    result: (scene) => state(scene).sentences.told?.sentences.length,
  },
  {
    step: "Kết quả",
    name: "Ghi câu ra trang",
    base: "filled",
    prepare: async (scene) => {
      await selecting(scene);
      await scene.quiet();
    },
    act: ({ pane }) => pane.actions.addSentences(),
  },
  { step: "Kết quả", name: "Thêm trang Tổng hợp", base: "filled", act: ({ pane }) => pane.actions.addSummary() },
  {
    step: "Kết quả",
    name: "Thay trang Tổng hợp",
    base: "filled",
    prepare: async (scene) => {
      await scene.pane.actions.addSummary();
      const { row, column } = placeNow(scene.desk.workbook.sheet(scene.sheetId)!.rows, "DV_05", "actual")!;
      scene.desk.user.type(scene.sheetId, row, column, "4500");
      await scene.look();
    },
    act: ({ pane }) => pane.actions.addSummary(),
  },
  {
    step: "Kết quả",
    name: "Hoàn tác trang Tổng hợp",
    base: "filled",
    anew: "pane",
    prepare: ({ pane }) => pane.actions.addSummary(),
    act: ({ pane }) => pane.actions.undo(),
  },
];

const SENDING: readonly Operation[] = [
  {
    step: "Nộp",
    name: "Tạo bản nộp",
    base: "filled",
    anew: "pane",
    opensWindow: true,
    act: sending,
  },
  {
    step: "Nộp",
    name: "Mở bản nộp thành sổ mới lần nữa",
    base: "filled",
    opensWindow: true,
    prepare: sending,
    act: ({ pane }) => pane.actions.giveCopy("window"),
  },
  {
    step: "Nộp",
    name: "Ghi vào sổ là đã nộp",
    base: "filled",
    // Sent, but the workbook could not be told.
    prepare: async (scene) => {
      memoryFull(scene);
      await sending(scene);
      noFault(scene);
    },
    act: ({ pane }) => pane.actions.keepSent(),
  },
  {
    step: "Nộp",
    name: "Kiểm chứng một bản nộp",
    base: "filled",
    act: ({ pane, files }) => pane.actions.verifyFile(files.sent),
    result: (scene) => JSON.stringify(state(scene).submit.verified),
  },
  {
    step: "Nộp",
    name: "Kiểm chứng sổ này",
    base: "copy",
    act: ({ pane }) => pane.actions.verifyOpen(),
    result: (scene) => JSON.stringify(state(scene).submit.verified),
  },
];

export const OPERATIONS: readonly Operation[] = [...CREATING, ...FILLING, ...CHECKING, ...TELLING, ...SENDING];
