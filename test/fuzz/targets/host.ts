/** The sandbox's host: batches of the library that nobody sane would send. */

import assert from "node:assert/strict";
import fc from "fast-check";
import { createHost, type Host } from "../../../src/sandbox/host";
import { inTime, target } from "../target";
import MEMBERS from "./host-members.json";
import { troubledText } from "../texts";

/** Names that no class has, and those of every JavaScript object. */
const STRANGE = [
  "constructor",
  "__proto__",
  "toString",
  "hasOwnProperty",
  "NoSuchMember",
  "",
  "items",
  "$all",
  "*",
  "GetItem",
  "Add",
];
const NAMES = [
  ...new Set([...STRANGE, ...Object.values(MEMBERS).flatMap((one) => [...one.get, ...one.navigate, ...one.call])]),
];

const ADDRESSES = [
  "A1",
  "A1:C3",
  "B2:B2",
  "A:A",
  "1:1",
  "A1:XFD1048576",
  "XFD1048576",
  "ZZZZ1",
  "A0",
  "Sheet1!A1",
  "A1,B2",
  "C3:A1",
];

const CODES = new Set([
  ...["AccessDenied", "ApiNotFound", "GeneralException", "InsertDeleteConflict", "InvalidArgument", "InvalidBinding"],
  ...[
    "InvalidOperation",
    "InvalidReference",
    "InvalidRequest",
    "InvalidObjectPath",
    "ItemAlreadyExists",
    "ItemNotFound",
  ],
  ...[
    "RangeExceedsLimit",
    "UnsupportedOperation",
    "ResponsePayloadSizeLimitExceeded",
    "InvalidSelection",
    "NotImplemented",
  ],
]);

const value = () =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<unknown>(...ADDRESSES, ...NAMES) },
    {
      weight: 2,
      arbitrary: fc.constantFrom<unknown>(0, 1, -1, 2, 1e9, 0.5, 1e300, null, true, false, [], {}, [[]], [[1]]),
    },
    {
      weight: 1,
      arbitrary: fc.array(fc.array(fc.oneof(troubledText(), fc.double(), fc.constant(null)), { maxLength: 3 }), {
        maxLength: 3,
      }),
    },
    { weight: 1, arbitrary: troubledText() },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
    { weight: 1, arbitrary: fc.nat(20).map((id) => ({ _ObjectPathId: id })) },
  );
const argumentInfo = () =>
  fc.oneof(
    { weight: 6, arbitrary: fc.array(value(), { maxLength: 4 }).map((Arguments): unknown => ({ Arguments })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.array(value(), { maxLength: 3 }), fc.array(fc.nat(12), { maxLength: 3 }))
        .map(([Arguments, ReferencedObjectPathIds]): unknown => ({ Arguments, ReferencedObjectPathIds })),
    },
    { weight: 1, arbitrary: fc.jsonValue() },
    { weight: 1, arbitrary: fc.constant<unknown>(undefined) },
  );

type ClassName = keyof typeof MEMBERS;

/** An object of each class: by which path it is come to. The numbers are those of the paths before. */
const OBJECTS: readonly (readonly [
  ClassName,
  parent: number,
  type: 1 | 3 | 4,
  name: string,
  args?: readonly unknown[],
])[] = [
  ["Workbook", 0, 1, ""],
  ["WorksheetCollection", 1, 4, "Worksheets"],
  ["Worksheet", 2, 3, "GetFirst"],
  ["Range", 3, 3, "GetRange", ["A1:C3"]],
  ["RangeFormat", 4, 4, "Format"],
  ["RangeFill", 5, 4, "Fill"],
  ["RangeFont", 5, 4, "Font"],
  ["RangeBorderCollection", 5, 4, "Borders"],
  ["FormatProtection", 5, 4, "Protection"],
  ["ConditionalFormatCollection", 4, 4, "ConditionalFormats"],
  ["ConditionalFormat", 10, 3, "Add", ["Custom"]],
  ["DataValidation", 4, 4, "DataValidation"],
  ["RangeSort", 4, 4, "Sort"],
  ["TableCollection", 3, 4, "Tables"],
  ["Table", 14, 3, "Add", ["A1:C3", true]],
  ["ChartCollection", 3, 4, "Charts"],
  ["Chart", 16, 3, "Add", ["ColumnClustered", { _ObjectPathId: 4 }]],
  ["CommentCollection", 1, 4, "Comments"],
  ["Comment", 18, 3, "Add", ["Sheet1!A1", "x"]],
  ["NamedItemCollection", 1, 4, "Names"],
  ["NamedItem", 20, 3, "Add", ["ten", "=Sheet1!$A$1"]],
  ["CustomXmlPartCollection", 1, 4, "CustomXmlParts"],
  ["CustomXmlPart", 22, 3, "Add", ["<a/>"]],
  ["DocumentProperties", 1, 4, "Properties"],
  ["CustomPropertyCollection", 24, 4, "Custom"],
  ["SettingCollection", 1, 4, "Settings"],
  ["WorkbookProtection", 1, 4, "Protection"],
  ["WorksheetProtection", 3, 4, "Protection"],
  ["WorksheetFreezePanes", 3, 4, "FreezePanes"],
  ["PageLayout", 3, 4, "PageLayout"],
  ["HeaderFooterGroup", 30, 4, "HeadersFooters"],
  ["Application", 1, 4, "Application"],
  ["WorksheetCustomPropertyCollection", 3, 4, "CustomProperties"],
  ["Worksheet", 2, 3, "Add", ["B"]],
  ["Range", 34, 3, "GetRange", ["A1:XFD1048576"]],
];
const ROOTS = Object.fromEntries(
  OBJECTS.map(([, ParentObjectPathId, ObjectPathType, Name, Arguments = []], index) => [
    String(index + 1),
    { Id: index + 1, ObjectPathType, Name, ParentObjectPathId, ArgumentInfo: { Arguments } },
  ]),
);
const FIRST_FREE = OBJECTS.length + 1;

const strange = <T>(sane: fc.Arbitrary<T>, other: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 12, arbitrary: sane }, { weight: 1, arbitrary: other });

/** A member that the object has, with the kind of action that is for it; now and then one that it has not. */
function reached(): fc.Arbitrary<{
  readonly object: number;
  readonly member: string;
  readonly by: "get" | "set" | "navigate" | "call";
}> {
  return fc
    .tuple(fc.nat(OBJECTS.length - 1), fc.nat(3), fc.constantFrom("get", "set", "navigate", "call", "call"))
    .chain(([index, , by]) => {
      const names: readonly string[] = MEMBERS[OBJECTS[index]![0]][by as "get"];
      const member =
        names.length === 0
          ? fc.constantFrom(...STRANGE)
          : strange(fc.constantFrom(...names), fc.constantFrom(...STRANGE));
      return member.map((name) => ({ object: index + 1, member: name, by: by as "get" }));
    });
}

const number = () => fc.oneof(fc.integer(), fc.double());
const queryInfo = (names: fc.Arbitrary<string>) =>
  fc.record({ Select: fc.array(names, { maxLength: 3 }), Expand: fc.array(names, { maxLength: 2 }) });

function action(): fc.Arbitrary<unknown> {
  const ACTIONS = { get: 2, set: 4, navigate: 1, call: 3 } as const;
  return fc
    .tuple(reached(), argumentInfo(), value(), strange(fc.constant(undefined), number()))
    .map(([{ object, member, by }, info, set, type]) => ({
      Id: 1,
      ActionType: type ?? ACTIONS[by],
      Name: member,
      ObjectPathId: object,
      ArgumentInfo: by === "set" ? { Arguments: [set] } : info,
      ...(by === "get" && { QueryInfo: { Select: [member] } }),
    }));
}

/** Actions without rhyme or reason, on paths that may lead nowhere. */
function wild(): fc.Arbitrary<unknown> {
  const name = fc.constantFrom(...NAMES);
  return fc.record({
    Id: fc.nat(99),
    ActionType: fc.oneof(fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8, 9), number()),
    Name: name,
    ObjectPathId: strange(fc.integer({ min: 1, max: FIRST_FREE + 4 }), fc.integer()),
    ArgumentInfo: argumentInfo(),
    QueryInfo: fc.oneof(queryInfo(name), fc.constant(undefined), fc.jsonValue()),
    ObjectState: fc.oneof(fc.dictionary(name, value(), { maxKeys: 3 }), fc.jsonValue()),
  });
}

/** Paths beyond the known ones: members that are there, on objects that are there, mostly; some lead to themselves. */
function path(): fc.Arbitrary<object> {
  return fc
    .tuple(
      reached(),
      argumentInfo(),
      strange(fc.constant(undefined), fc.nat(FIRST_FREE + 5)),
      strange(fc.constant(undefined), fc.integer()),
    )
    .map(([{ object, member, by }, info, parent, type]) => ({
      ObjectPathType: type ?? (by === "navigate" ? 4 : by === "call" ? 3 : 5),
      Name: member,
      ParentObjectPathId: parent ?? object,
      ArgumentInfo: info,
    }));
}

function batch(): fc.Arbitrary<unknown> {
  const actions = fc.array(fc.oneof({ weight: 4, arbitrary: action() }, { weight: 1, arbitrary: wild() }), {
    maxLength: 2,
  });
  const shaped = fc.tuple(fc.array(path(), { maxLength: 4 }), actions).map(([paths, Actions]): unknown => ({
    Actions: [
      ...Actions,
      ...paths.map((_, index) => ({ Id: 9, ActionType: 1, Name: "", ObjectPathId: FIRST_FREE + index })),
    ],
    ObjectPaths: {
      ...ROOTS,
      ...Object.fromEntries(
        paths.map((one, index) => [String(index + FIRST_FREE), { Id: index + FIRST_FREE, ...one }]),
      ),
    },
  }));
  return fc.oneof({ weight: 15, arbitrary: shaped }, { weight: 1, arbitrary: fc.jsonValue() });
}

interface Answer {
  readonly message: {
    readonly body: {
      readonly Error: { readonly Code: string; readonly Message: string } | null;
      readonly Results: unknown;
    };
  };
}

function open() {
  const host = createHost();
  const window: {
    _richApiNativeBridge?: { sendMessageToHost: (text: string) => void; onMessageFromHost?: (text: string) => void };
  } = {};
  host.attach(window);
  const bridge = window._richApiNativeBridge!;
  let take: ((answer: Answer) => void) | undefined;
  bridge.onMessageFromHost = (text) => {
    const message = JSON.parse(text) as Answer & { readonly type: number };
    if (message.type === 2) take?.(message);
  };
  const ask = (body: unknown): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error("no answer")), 30_000);
      take = (answer) => {
        clearTimeout(late);
        resolve(answer);
      };
      bridge.sendMessageToHost(JSON.stringify({ id: 1, message: { body } }));
    });
  return { host, ask };
}

/** What a workbook is, whatever was done to it. */
function isWhole({ workbook }: Host): void {
  const { state } = workbook;
  assert.ok(state.sheets.length > 0);
  assert.ok(state.sheets.some(({ id }) => id === state.activeSheet));
  assert.ok(state.sheets.some(({ visibility }) => visibility === "Visible"));
  const names = state.sheets.map(({ name }) => name.toLowerCase());
  assert.equal(new Set(names).size, names.length, `names of sheets: ${names.join(", ")}`);
  for (const sheet of state.sheets) {
    assert.ok(sheet.name.length >= 1 && sheet.name.length <= 31, `sheet ${sheet.name}`);
    sheet.rows.forEach((row) =>
      row.forEach((cell) => {
        if (!cell) return;
        const { value: held, formula } = cell;
        const plain =
          held === null ||
          ["string", "boolean"].includes(typeof held) ||
          (typeof held === "number" && Number.isFinite(held));
        assert.ok(
          plain || (typeof held === "object" && typeof held.error === "string"),
          `holds ${JSON.stringify(held)}`,
        );
        assert.ok(formula === undefined || (typeof formula === "string" && formula.startsWith("=")));
        assert.ok(typeof cell.style === "object");
      }),
    );
    for (const { top, left, bottom, right } of sheet.merges) {
      assert.ok(
        [top, left, bottom, right].every((at) => Number.isInteger(at) && at >= 0) && top <= bottom && left <= right,
      );
      assert.ok(bottom <= 1_048_575 && right <= 16_383);
    }
  }
}

const NONE = { Actions: [{ Id: 1, ActionType: 3, Name: "NoSuchMember", ObjectPathId: 4 }], ObjectPaths: ROOTS };

export const HOST = [
  target(
    "host: any batch is answered and leaves a workbook",
    200,
    () => fc.array(batch(), { minLength: 1, maxLength: 12 }),
    (batches) =>
      inTime(async () => {
        const { host, ask } = open();
        for (const body of batches) {
          const { Error: error, Results: results } = (await ask(body)).message.body;
          assert.ok(Array.isArray(results));
          if (error) {
            assert.ok(CODES.has(error.Code), `${error.Code}: ${error.Message}`);
            // Our own failure is answered too, but it is one.
            assert.ok(!error.Message.startsWith("The sandbox could not do this"), error.Message);
          }
          isWhole(host);
        }
        // Unknown members fail loudly, whatever came before.
        const { Error: unknown } = (await ask(NONE)).message.body;
        assert.equal(unknown?.Code, "ApiNotFound");
        while (host.workbook.undo()) isWhole(host);
      }),
  ),
];
