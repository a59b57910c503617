/** What the user changed a moment ago is suspected first. */

import { findingsOf } from "../../src/taskpane/state/selectors";
import { NOTHING_RECENT, noteChange } from "../../src/taskpane/state/recent";
import { address } from "../../src/core/table/grid";
import { deskWithSample, placeIn } from "./support";

const changed = (at: string, structural = false, sheet = "1") => ({ sheet, address: at, structural });

test("typed cells are noted, the latest last, and forgotten where cells moved or another sheet is typed in", () => {
  const typed = [changed("F14"), changed("F20:G21"), changed("F14")].reduce(noteChange, NOTHING_RECENT);
  expect(typed).toEqual({ sheet: "1", cells: ["F20", "G20", "F21", "G21", "F14"] });
  expect(noteChange(typed, changed("3:3", true))).toEqual(NOTHING_RECENT);
  expect(noteChange(typed, changed("B2", false, "2"))).toEqual({ sheet: "2", cells: ["B2"] });
});

test("a block that is pasted, and an address that is none, tell nothing", () => {
  for (const area of ["F14:G600", "F:F", "", "A1,B2", "G9:F2"]) {
    expect(noteChange(NOTHING_RECENT, changed(area)).cells).toEqual([]);
  }
});

test("of a total and its parts, the one that was typed last is named first", async () => {
  const suspectsAfterTyping = async (code: string, value: number) => {
    const desk = await deskWithSample();
    desk.actions.setLive(false);
    const place = placeIn(code, "plan");
    desk.workbook.type("PL02", [{ ...place, value }]);
    await desk.actions.check();
    const finding = findingsOf(desk.store.get()).find(({ rule, code: of }) => rule === "QH1" && of === "NS_39");
    desk.actions.end();
    const [first] = finding?.suspects ?? [];
    return { first: first?.cell, recent: first?.facts.recent, typed: address(place.row, place.column) };
  };
  for (const code of ["NS_39", "NS_41"]) {
    const { first, recent, typed } = await suspectsAfterTyping(code, 777_777);
    expect(first).toBe(typed);
    expect(recent).toBe(true);
  }
});
