import fc from "fast-check";
import { areaAddress } from "../../src/core/table/grid";
import { areasOf, joinAddresses, runsOf } from "../../src/excel/areas";

const place = fc.record({ row: fc.nat(30), column: fc.nat(8) });
const key = ({ row, column }: { row: number; column: number }) => `${row},${column}`;

test("rectangles cover the cells given, all of them, each once", () => {
  fc.assert(
    fc.property(fc.array(place), (places) => {
      const covered = areasOf(places).flatMap(({ top, left, bottom, right }) =>
        Array.from({ length: bottom - top + 1 }, (_, down) =>
          Array.from({ length: right - left + 1 }, (__, across) => key({ row: top + down, column: left + across })),
        ).flat(),
      );
      expect([...covered].sort()).toEqual([...new Set(places.map(key))].sort());
    }),
  );
});

test("a block of a table is one rectangle", () => {
  const places = [0, 1, 2].flatMap((row) => [2, 3, 4].map((column) => ({ row, column })));
  expect(areasOf(places).map(areaAddress)).toEqual(["C1:E3"]);
});

test("columns apart stay apart, also with the same rows", () => {
  expect(
    areasOf([
      { row: 0, column: 0 },
      { row: 0, column: 2 },
    ]).map(areaAddress),
  ).toEqual(["A1", "C1"]);
});

test("runs are in order, whatever the order and repetitions of the numbers", () => {
  expect(runsOf([5, 1, 2, 2, 9, 6])).toEqual([
    [1, 2],
    [5, 6],
    [9, 9],
  ]);
});

test("addresses are joined up to what Excel takes, and none is lost", () => {
  const addresses = Array.from({ length: 3_000 }, (_, index) => `AB${index + 1_000}`);
  const texts = joinAddresses(addresses);
  expect(Math.max(...texts.map((text) => text.length))).toBeLessThanOrEqual(8_000);
  expect(texts.length).toBeGreaterThan(1);
  expect(texts.join(",").split(",")).toEqual(addresses);
});
