/** The misfortunes that Excel can have while the pane asks something of it, each at the moments where it makes a difference. */

import type { ComingBatch, Misfortune } from "../../../src/sandbox/host";
import type { Sheet } from "../../../src/sandbox/host/workbook/types";
import { columnOf, rowOf, type Scene } from "./bench";
import type { Operation } from "./operations";

/**
 * When a misfortune comes: `read` with the first reading of an operation, `write` with the first batch that changes the
 * workbook, `after` with the last one, where it comes after that; `always` from before the operation on.
 */
export type Moment = "read" | "write" | "after" | "always";

export interface Fault {
  /** By which the page calls it. */
  readonly id: string;
  readonly name: string;
  readonly moments: readonly Moment[];
  /** @param batch the batch of the operation that it comes with, from 1 */
  readonly befall: (scene: Scene, batch: number, moment: Moment) => void;
  /** Takes away what stays otherwise, as the user does by pressing Enter or unlocking. */
  readonly lift?: (scene: Scene) => void;
  /** Whether the pane looks at another sheet afterwards, so that the user goes back and begins anew. */
  readonly forgets?: true;
  /** Operations that it can have to do with; all where absent. */
  readonly concerns?: (operation: Operation) => boolean;
}

type Happening = (batch: ComingBatch, scene: Scene) => Misfortune | undefined;

/** From a batch on, until it is lifted. */
const from = (scene: Scene, first: number, happens: Happening) => {
  let batch = 0;
  scene.desk.host.faults.onBatch = (coming) => {
    batch += 1;
    return batch < first ? undefined : happens(coming, scene);
  };
};

/** With one batch and no other. */
const once = (scene: Scene, at: number, happens: Happening) => {
  let batch = 0;
  scene.desk.host.faults.onBatch = (coming) => {
    batch += 1;
    return batch === at ? happens(coming, scene) : undefined;
  };
};

export const noFault = ({ desk }: Pick<Scene, "desk">): void => {
  Object.assign(desk.host.faults, { onBatch: null, readOnly: false, refuseNewWindows: false, loseEvents: false });
};

const refused = (code: string) => (): Misfortune => ({ kind: "refused", code });
const memberRefused =
  (...codes: readonly (readonly [string, string])[]) =>
  (): Misfortune => ({
    kind: "member-refused",
    codes: new Map(codes),
  });

/** A workbook that takes no more of what the pane remembers in it. */
export const memoryFull = (scene: Scene): void =>
  from(
    scene,
    1,
    memberRefused(["CustomXmlPartCollection.add", "GeneralException"], ["CustomXmlPart.setXml", "GeneralException"]),
  );

/** A row of the table that is not its first. */
const within = ({ desk, sheetId }: Scene): number => {
  const rows = desk.workbook.sheet(sheetId)!.rows.length;
  return rows > rowOf("DV_03") ? rowOf("DV_03") : 2;
};

/** The figure that somebody changes without Excel's telling. It is part of no total. */
export const UNSEEN = { code: "DV_16", role: "actual", text: "5100" } as const;

/** Types over it. Nothing, where there is no such row. */
export const typeUnseen = ({ desk, sheetId }: Scene): void => {
  const { rows } = desk.workbook.sheet(sheetId)!;
  const row = rows.findIndex(
    (cells) => cells?.[columnOf("label")]?.value === "Trong đó: Trạm y tế xã, phường, thị trấn",
  );
  if (row >= 0) desk.user.type(sheetId, row, columnOf(UNSEEN.role), UNSEEN.text);
};

const lockStructure = ({ desk: { workbook } }: Scene, locked: boolean): void =>
  workbook.step("user", () => {
    workbook.edit.touch();
    workbook.state.protection = locked ? { password: "", options: {} } : null;
  });

/** One of Excel's codes for a batch of which nothing is done. */
export const refusal = (code: string): Fault => ({
  id: code,
  name: code,
  moments: ["read", "write"],
  befall: (scene, at) => once(scene, at, refused(code)),
});

/** What somebody else has taken away, to be brought back. */
let deleted: { readonly sheet: Sheet; readonly at: number } | undefined;

export const FAULTS: readonly Fault[] = [
  {
    id: "A",
    name: "Bạn đang gõ dở một ô",
    moments: ["read", "write", "after"],
    befall: (scene, batch) => from(scene, batch, refused("InvalidOperationInCellEditMode")),
  },
  {
    id: "B",
    name: "Trang tính đang khóa",
    moments: ["always"],
    // Where the sheet is locked, its figures stay as they are.
    concerns: ({ types }) => types !== true,
    befall: ({ desk, sheetId }) => desk.user.protect(sheetId),
    lift: ({ desk, sheetId }) => desk.user.unprotect(sheetId),
  },
  {
    id: "C",
    name: "Cấu trúc sổ tính đang khóa",
    moments: ["always"],
    befall: (scene) => lockStructure(scene, true),
    lift: (scene) => lockStructure(scene, false),
  },
  {
    id: "D",
    name: "Sổ mở chỉ để đọc",
    moments: ["always"],
    befall: ({ desk }) => {
      desk.host.faults.readOnly = true;
    },
  },
  {
    id: "E",
    name: "Người khác xóa trang tính",
    moments: ["read", "write"],
    forgets: true,
    // A workbook keeps its only sheet.
    concerns: ({ base }) => base !== "empty",
    befall: (scene, at) =>
      once(scene, at, () => {
        const { desk, sheetId } = scene;
        const { sheets } = desk.keep();
        deleted = { sheet: sheets.find(({ id }) => id === sheetId)!, at: sheets.findIndex(({ id }) => id === sheetId) };
        desk.user.deleteSheet(sheetId);
        return undefined;
      }),
    // Ctrl+Z of whoever deleted it.
    lift: ({ desk, sheetId }) => {
      if (!deleted) throw new Error("no sheet was deleted");
      const now = desk.keep();
      desk.open({ ...now, sheets: now.sheets.toSpliced(deleted.at, 0, deleted.sheet), activeSheet: sheetId });
      deleted = undefined;
    },
  },
  {
    id: "F",
    name: "Excel dừng giữa chừng một lần đọc hay ghi",
    moments: ["read", "write", "after"],
    befall: (scene, at) =>
      once(scene, at, ({ actions }) => ({
        kind: "stopped",
        action: Math.floor(actions / 2),
        code: "GeneralException",
      })),
  },
  {
    id: "G",
    name: "Excel ghi xong, nhưng câu trả lời bị mất (đứt mạng)",
    moments: ["write"],
    befall: (scene, at) => once(scene, at, () => ({ kind: "answer-lost", code: "ConnectionFailure" })),
  },
  {
    id: "H",
    name: "Excel không trả lời trong một phút",
    moments: ["read", "write"],
    befall: (scene, at, moment) => once(scene, at, () => ({ kind: "unanswered", done: moment === "write" })),
  },
  {
    id: "I",
    name: "Câu trả lời (lúc đọc) hay yêu cầu (lúc ghi) lớn hơn mức Excel nhận",
    moments: ["read", "write"],
    befall: (scene, at, moment) =>
      once(scene, at, () =>
        moment === "write"
          ? { kind: "refused", code: "RequestPayloadSizeLimitExceeded" }
          : { kind: "answer-lost", code: "ResponsePayloadSizeLimitExceeded" },
      ),
  },
  {
    id: "J",
    name: "Có dòng được chèn giữa lúc đọc và lúc ghi",
    moments: ["write"],
    befall: (scene, at) =>
      once(scene, at, () => {
        const row = within(scene);
        scene.desk.user.insert(scene.sheetId, { top: row, bottom: row, left: 0, right: 16_383 });
        return undefined;
      }),
    lift: (scene) => {
      const row = within(scene);
      scene.desk.user.remove(scene.sheetId, { top: row, bottom: row, left: 0, right: 16_383 });
    },
  },
  {
    id: "K",
    name: "Một sổ tính khác ở phía trước",
    moments: ["always"],
    befall: (scene) =>
      from(
        scene,
        1,
        memberRefused(
          ["Workbook.getActiveCell", "InvalidSelection"],
          ["Workbook.getSelectedRanges", "InvalidSelection"],
          ["Worksheet.delete", "InactiveWorkbook"],
        ),
      ),
  },
  { id: "L", name: "Sổ không nhận thêm ghi nhớ của Biểu Y tế", moments: ["always"], befall: memoryFull },
  {
    id: "M",
    name: "Excel không mở được sổ mới",
    moments: ["always"],
    concerns: ({ opensWindow }) => opensWindow === true,
    befall: ({ desk }) => {
      desk.host.faults.refuseNewWindows = true;
    },
  },
  {
    id: "N",
    name: "Excel không báo là bạn vừa sửa một số",
    moments: ["always"],
    // Elsewhere no figure of the Biểu can be changed.
    concerns: ({ base }) => ["plain", "filled", "faulty"].includes(base),
    befall: (scene) => {
      scene.desk.host.faults.loseEvents = true;
      typeUnseen(scene);
    },
  },
];
