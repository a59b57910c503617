/** One operation under one misfortune: what is said, what stands in the workbook, and whether it works afterwards. */

import type { Cell, WorkbookState } from "../../../src/sandbox/host/workbook/types";
import type { Happened } from "../../../src/taskpane/state/types";
import { happenedWords } from "../../../src/taskpane/frame/words";
import { VI } from "../../../src/taskpane/texts/vi";
import { columnOf, FORM, INPUTS, placeNow, startedPane, type Bench, type Scene } from "./bench";
import type { Hourglass } from "./hourglass";
import { noFault, typeUnseen, type Fault, type Moment } from "./misfortunes";
import type { Operation } from "./operations";

/** What the workbook holds by now: as before, what the operation makes of it, or a part of that. */
export type Stands = "before" | "done" | "part";

export interface Outcome {
  /** The sentence in the message bar; undefined where nothing is said. */
  readonly said: string | undefined;
  /** Whether that is what is said where nothing is in the way. */
  readonly asEver: boolean;
  readonly stands: Stands;
}

/** How an operation goes where nothing is in its way. */
interface Course {
  readonly batches: readonly boolean[];
  readonly kind: Happened["kind"] | undefined;
  readonly holds: string;
  readonly figures: readonly [string, unknown][];
  readonly result: string;
}

const PATIENCE = 60_000;
/** The longest time that the pane waits for the user to go on. */
const SETTLING = 1_200;

export interface Rehearsal {
  /** The batch that a moment is, from 1; undefined where the operation has no such moment. */
  readonly batchAt: (moment: Moment) => number | undefined;
  readonly undergo: (fault: Fault, moment: Moment) => Promise<Outcome>;
  readonly end: () => void;
}

/** Does an operation once without a misfortune, and is ready to do it under any. */
export async function rehearse(bench: Bench, glass: Hourglass, operation: Operation): Promise<Rehearsal> {
  const { desk } = bench;
  let opened = 0;
  const stopCounting = desk.host.onNewWindow(() => {
    opened += 1;
  });
  let waiting = 0;
  const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

  /** Lets an answer that never comes be waited for to the end. */
  const endure = async () => {
    await turn();
    if (waiting > 0 && desk.host.traffic.batches === waiting) glass.pass(PATIENCE, PATIENCE);
    waiting = desk.host.traffic.batches;
  };
  const quiet = async (scene: Pick<Scene, "pane">) => {
    for (let still = 0; still < 4; still += 1) {
      const before = desk.host.traffic.batches;
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (scene.pane.store.get().work || desk.host.traffic.batches !== before) still = -1;
      await endure();
    }
  };
  const act = async (scene: Scene) => {
    let done = false;
    const doing = Promise.resolve(operation.act(scene)).finally(() => {
      done = true;
    });
    while (!done) await Promise.race([doing, endure()]);
    await quiet(scene);
  };

  let prepared: { readonly scene: Scene; readonly workbook: WorkbookState } | undefined;
  const prepare = async (): Promise<Scene> => {
    noFault(bench);
    desk.open(bench.bases[operation.base]);
    const pane = operation.anew === "start" ? desk.openPane() : await startedPane(desk);
    const scene: Scene = {
      ...bench,
      pane,
      sheetId: desk.workbook.activeSheet().id,
      before: pane.store.get(),
      quiet: () => quiet({ pane }),
      look: async () => {
        await desk.eventsTold();
        glass.pass(0, SETTLING);
        await quiet({ pane });
      },
    };
    await operation.prepare?.(scene);
    await quiet(scene);
    const workbook = desk.keep();
    prepared = { scene: { ...scene, before: pane.store.get() }, workbook };
    return prepared.scene;
  };

  /** The scene as it was before the operation. */
  const again = async (): Promise<Scene> => {
    await desk.eventsTold();
    glass.empty();
    noFault(bench);
    let scene = prepared?.scene;
    if (!prepared || !scene || operation.anew === "pane" || operation.anew === "start") {
      scene?.pane.actions.end();
      scene = await prepare();
    } else {
      desk.open(prepared.workbook);
      scene.pane.store.set(scene.before);
    }
    if (typeof operation.anew === "function") await operation.anew(scene);
    await quiet(scene);
    opened = 0;
    return { ...scene, before: scene.pane.store.get() };
  };

  const holds = (): string => JSON.stringify([holding(desk.workbook.state), opened]);
  const resultOf = (scene: Scene): string => JSON.stringify([operation.result?.(scene)]);

  const course = async (scene: Scene): Promise<Course> => {
    const batches: boolean[] = [];
    desk.host.faults.onBatch = ({ writes }) => {
      batches.push(writes);
      return undefined;
    };
    await act(scene);
    noFault(bench);
    const { notice } = scene.pane.store.get();
    return {
      batches,
      kind: notice?.what.kind,
      holds: holds(),
      figures: figuresIn(desk.workbook.state),
      result: resultOf(scene),
    };
  };
  const golden = await course(await again());
  let told: Course | undefined;

  /** The same where a figure was changed and the pane has seen it. */
  const toldCourse = async () => {
    if (told) return told;
    const scene = await again();
    typeUnseen(scene);
    await scene.look();
    told = await course(scene);
    return told;
  };

  const reading = operation.reading ?? 1;
  const writing = golden.batches.findIndex((writes, at) => writes && at >= reading - 1) + 1;
  const batchAt = (moment: Moment): number | undefined => {
    if (moment === "always") return 1;
    if (moment === "read") return writing === reading ? undefined : reading;
    if (moment === "write") return writing === 0 ? undefined : writing;
    return writing > 0 && golden.batches.length > writing ? golden.batches.length : undefined;
  };

  const undergo = async (fault: Fault, moment: Moment): Promise<Outcome> => {
    const unseen = fault.id === "N";
    const goal = unseen ? await toldCourse() : golden;
    const scene = await again();
    const start = { holds: holds(), figures: figuresIn(desk.workbook.state) };
    fault.befall(scene, batchAt(moment)!, moment);
    if (unseen) Object.assign(start, { holds: holds(), figures: figuresIn(desk.workbook.state) });
    await act(scene);
    const { notice, work } = scene.pane.store.get();
    expect(work).toBeUndefined();
    noFault(bench);
    fault.lift?.(scene);
    const isDone = holds() === goal.holds && resultOf(scene) === goal.result;
    const stands: Stands = isDone ? "done" : holds() === start.holds ? "before" : "part";
    const said = notice && happenedWords(notice.what, VI);
    if (said !== undefined) expect(said).not.toMatch(/\b(?:error|exception|internal|undefined|null)\b|\[object|!/i);
    const end = new Map(figuresIn(desk.workbook.state));
    const goalFigures = new Map(goal.figures);
    const strange = start.figures.filter(([place, figure]) => {
      const now = end.get(place);
      return now !== figure && (stands === "before" || now !== goalFigures.get(place));
    });
    expect(strange.map(([place, figure]) => [place, figure, end.get(place)])).toEqual([]);
    const isOver = notice?.what.kind === goal.kind || notice?.what.kind === "done-unread";
    if (stands !== "done" && !isOver) await tryAgain(scene, goal, { stood: stands, fault });
    return { said, asEver: notice?.what.kind === goal.kind, stands };
  };

  /** Once more, where need be from what the operation starts from: with nothing in its way it is done. */
  const tryAgain = async (scene: Scene, goal: Course, { stood, fault }: { stood: Stands; fault: Fault }) => {
    if (fault.forgets) await scene.pane.actions.lookAgain();
    else await act(scene);
    if (fault.forgets || scene.pane.store.get().notice?.what.kind !== goal.kind) {
      await operation.prepare?.(scene);
      if (typeof operation.anew === "function") await operation.anew(scene);
      await scene.quiet();
      await act({ ...scene, before: scene.pane.store.get() });
    }
    const { notice, work } = scene.pane.store.get();
    expect(work).toBeUndefined();
    expect(notice?.what.kind).toBe(goal.kind);
    // Of what stood half done, such as a second sheet, the sentence has told; what is begun anew leaves more.
    if (stood === "before" && !fault.forgets) expect(holds()).toBe(goal.holds);
    isBound(scene);
  };

  return {
    batchAt,
    undergo,
    end: () => {
      stopCounting();
      prepared?.scene.pane.actions.end();
    },
  };
}

const contentOf = (cell: Cell | undefined) => cell?.formula ?? cell?.value ?? null;

/** All that a workbook holds and remembers. Rows that are blank count for nothing: one may have been inserted. */
function holding({ sheets, customProperties, customXmlParts, names }: WorkbookState): unknown {
  return [
    sheets.map(({ name, rows, comments, conditionalFormats, charts, columnLines }) => [
      name,
      rows.map((cells) => trimmed(cells.map(contentOf))).filter((cells) => cells.length > 0),
      // With the Mã số of the row that each is on.
      comments.map(({ row, content, replies }) => [
        rows[row]?.[columnOf("code")]?.value,
        content,
        replies.map((reply) => reply.content),
      ]),
      conditionalFormats.map(({ formula }) => formula),
      charts.length,
      [...columnLines].flatMap(([column, { size }]) => (size === undefined ? [] : [[column, size]])),
    ]),
    [...customProperties],
    customXmlParts.map(({ xml }) => xml),
    names.map(({ name }) => name),
  ];
}

const trimmed = (cells: readonly unknown[]): unknown[] =>
  cells.slice(0, cells.findLastIndex((held) => held !== null && held !== "") + 1);

/** The figures that a user gave, by sheet, Mã số and column. */
function figuresIn({ sheets }: WorkbookState): [string, unknown][] {
  return sheets.flatMap(({ name, rows }) =>
    rows.flatMap((cells) => {
      const code = cells?.[columnOf("code")]?.value;
      if (typeof code !== "string" || !FORM.byCode.has(code)) return [];
      return INPUTS.map((role): [string, unknown] => [`${name} ${code} ${role}`, contentOf(cells[columnOf(role)])]);
    }),
  );
}

/** The pane reads each row of the form from the row where its Mã số stands. */
function isBound({ pane, desk }: Scene): void {
  const { sheet } = pane.store.get();
  const rows = desk.workbook.sheet(sheet!.snapshot.sheet.id)?.rows;
  if (!rows || sheet?.adoption.kind !== "ours" || sheet.adoption.form.id !== FORM.id) return;
  for (const { code, row } of sheet.adoption.binding.rows) {
    if (code !== undefined) expect(placeNow(rows, code, "code")).toEqual({ row, column: columnOf("code") });
  }
}
