/** The indicators that several forms state, as links.csv lists them. */

import fc from "fast-check";
import { readLinks } from "../../../src/core/form/links";
import { measureLabel } from "../../../src/core/form/types";
import { count, formOf, heading, meta, rate } from "./support";

const LINKS = [
  "\ufeffNghĩa; Biểu ;Mã số;Số đo;Ghi chú",
  "Dân số;A;DS;;của Cục Dân số",
  "Dân số;B;DS_01;",
  "",
  "Ca mắc;A;TA;mac",
  " Dân số ;C;DS",
].join("\n");

test("lines of one meaning are one link, wherever they stand and whatever columns are beside them", () => {
  expect(readLinks(LINKS)).toEqual([
    {
      meaning: "Dân số",
      members: [
        { form: "A", code: "DS", measure: "" },
        { form: "B", code: "DS_01", measure: "" },
        { form: "C", code: "DS", measure: "" },
      ],
    },
    { meaning: "Ca mắc", members: [{ form: "A", code: "TA", measure: "mac" }] },
  ]);
});

test("columns may stand in any order, and none may be missing", () => {
  expect(readLinks("Số đo;Mã số;Biểu;Nghĩa\nmac;TA;A;Ca mắc")).toEqual([
    { meaning: "Ca mắc", members: [{ form: "A", code: "TA", measure: "mac" }] },
  ]);
  expect(() => readLinks("Nghĩa;Biểu;Mã số\nDân số;A;DS")).toThrow("links.csv: Nghĩa;Biểu;Mã số;Số đo");
  expect(() => readLinks("")).toThrow("links.csv");
});

test("links that are written line by line are read back, however lines, columns and blank lines stand", () => {
  const word = fc
    .stringMatching(/^[A-Za-zĐđốệ_ ]{0,6}[A-Za-zĐđốệ0-9]$/)
    .map((text) => text.replace(/\s+/g, " ").trim());
  const member = fc.record({ form: word, code: word, measure: fc.oneof(fc.constant(""), word) });
  const meaning = fc.oneof(word, fc.constantFrom("__proto__", "constructor", "toString"));
  const file = fc
    .uniqueArray(fc.record({ meaning, members: fc.array(member, { minLength: 1, maxLength: 4 }) }), {
      selector: (link) => link.meaning,
      maxLength: 5,
    })
    .chain((links) => {
      const lines = links.flatMap((link) => link.members.map((one) => ({ link, one })));
      return fc.record({
        links: fc.constant(links),
        order: fc.shuffledSubarray(lines, { minLength: lines.length }),
        columns: fc.shuffledSubarray(["Nghĩa", "Biểu", "Mã số", "Số đo", "Ghi chú"], { minLength: 5 }),
        end: fc.constantFrom("\n", "\r\n", "\n\n"),
      });
    });
  fc.assert(
    fc.property(file, ({ links, order, columns, end }) => {
      const cells = order.map(({ link, one }) => ({
        Nghĩa: ` ${link.meaning} `,
        Biểu: one.form,
        "Mã số": one.code,
        "Số đo": one.measure,
        "Ghi chú": "nguồn",
      }));
      const text = [columns, ...cells.map((line) => columns.map((name) => line[name as keyof typeof line]))];
      const read = readLinks(text.map((line) => line.join(";")).join(end));
      const first = (link: (typeof links)[number]) => order.findIndex((line) => line.link === link);
      expect(read).toEqual(
        [...links]
          .sort((a, b) => first(a) - first(b))
          .map((link) => ({
            meaning: link.meaning,
            members: order.filter((line) => line.link === link).map(({ one }) => one),
          })),
      );
    }),
  );
});

const DISEASES = formOf([count("TA", "Tả", { "Đơn vị tính": "ca" })], {
  ...meta(["label", "code"], {
    id: "BENH",
    measures: [
      { id: "mac", label: "Mắc" },
      { id: "chet", label: "Chết" },
    ],
  }),
  columns: [
    { role: "label", header: "Tên bệnh", width: 9 },
    { role: "code", header: "Mã số", width: 9 },
    { role: "actual", header: "Mắc", width: 9, measure: "mac" },
    { role: "actual", header: "Chết", width: 9, measure: "chet" },
  ],
});
const PEOPLE = formOf(
  [
    heading("I", "Dân số"),
    count("DS", "Dân số"),
    rate("TL", "Tỷ lệ"),
    rate("TS", "Tỷ suất", { "Đơn vị tính": "‰", "Giới hạn": "0..1000" }),
  ],
  meta(["label", "code", "actual"], { id: "DAN" }),
);

test("a measure is called by its label, and by nothing where there is none", () => {
  expect(measureLabel(DISEASES, "chet")).toBe("Chết");
  expect([measureLabel(DISEASES, "mất"), measureLabel(PEOPLE, ""), measureLabel(undefined, "chet")]).toEqual([
    "",
    "",
    "",
  ]);
});
