/** The indicators that several forms state, as links.csv lists them. */

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
