/** Batches as they lie on the wire, from somebody who is not the library. */

import { createHost } from "../../../src/sandbox/host";

interface Answer {
  readonly Error: { readonly Code: string; readonly Message: string } | null;
  readonly Results: readonly unknown[];
}

function wire() {
  const host = createHost();
  const window: {
    _richApiNativeBridge?: { sendMessageToHost: (text: string) => void; onMessageFromHost?: (text: string) => void };
  } = {};
  host.attach(window);
  const bridge = window._richApiNativeBridge!;
  const ask = (body: unknown): Promise<Answer> =>
    new Promise((resolve) => {
      bridge.onMessageFromHost = (text) => {
        const { type, message } = JSON.parse(text) as { type: number; message: { body: Answer } };
        if (type === 2) resolve(message.body);
      };
      bridge.sendMessageToHost(JSON.stringify({ id: 1, message: { body } }));
    });
  return { host, ask };
}

const ROOT = { Id: 1, ObjectPathType: 1, Name: "" };
const path = (
  Id: number,
  ParentObjectPathId: number,
  ObjectPathType: number,
  Name: string,
  ...Arguments: unknown[]
) => ({
  [Id]: { Id, ObjectPathType, Name, ParentObjectPathId, ArgumentInfo: { Arguments } },
});
const SHEET = {
  1: ROOT,
  ...path(2, 1, 4, "Worksheets"),
  ...path(3, 2, 3, "GetFirst"),
  ...path(4, 3, 3, "GetRange", "A1:B2"),
};
const touch = (ObjectPathId: number) => ({ Id: 1, ActionType: 1, Name: "", ObjectPathId });
const call = (ObjectPathId: number, Name: string, ...Arguments: unknown[]) => ({
  Id: 1,
  ActionType: 3,
  Name,
  ObjectPathId,
  ArgumentInfo: { Arguments },
});

test.each([
  null,
  7,
  "x",
  [],
  {},
  { Actions: [] },
  { Actions: 1, ObjectPaths: {} },
  { Actions: [null], ObjectPaths: {} },
  { Actions: [], ObjectPaths: { 1: 5 } },
  { Actions: [{ ActionType: "1" }], ObjectPaths: {} },
])("what is no batch is refused in words: %j", async (body) => {
  expect((await wire().ask(body)).Error?.Code).toBe("InvalidRequest");
});

test("paths that lead to themselves, to one another, and to what every object has", async () => {
  const { ask } = wire();
  const ObjectPaths = { ...SHEET, ...path(5, 5, 4, "Format"), ...path(6, 7, 4, "Format"), ...path(7, 6, 4, "Format") };
  for (const id of [5, 6, 99, -1]) {
    expect((await ask({ Actions: [touch(id)], ObjectPaths })).Error?.Code).toBe("InvalidObjectPath");
  }
  const named = { ...ObjectPaths, ...path(8, 4, 4, "constructor"), ...path(9, 4, 3, "toString") };
  for (const id of [8, 9]) {
    expect((await ask({ Actions: [touch(id)], ObjectPaths: named })).Error?.Code).toBe("ApiNotFound");
  }
});

test("a plain object that says it is a range is none", async () => {
  const { host, ask } = wire();
  const forged = {
    kind: "range",
    sheet: host.workbook.state.sheets[0]!.id,
    area: { top: 0, left: 0, bottom: 1e12, right: 1e12 },
  };
  for (const given of [forged, { className: "Range", call: "x", self: forged }]) {
    const answer = await ask({ Actions: [call(4, "CopyFrom", given)], ObjectPaths: SHEET });
    expect(answer.Error?.Code).toBe("InvalidArgument");
  }
});

test("a name that stands for itself leads nowhere", async () => {
  const { ask } = wire();
  const ObjectPaths = {
    ...SHEET,
    ...path(5, 1, 4, "Names"),
    ...path(6, 5, 3, "Add", "mot", "=hai"),
    ...path(7, 5, 3, "Add", "hai", "=mot"),
  };
  await ask({ Actions: [touch(6), touch(7)], ObjectPaths });
  const found = await ask({ Actions: [touch(8)], ObjectPaths: { ...SHEET, ...path(8, 3, 3, "GetRange", "mot") } });
  expect(found.Error?.Code).toBe("InvalidArgument");
});
