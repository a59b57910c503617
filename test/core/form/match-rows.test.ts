import fc from "fast-check";
import { labelForMatching, matchRows, SURE } from "../../../src/core/form/match-rows";
import { count, formOf, heading, type Line } from "./support";

const LABELS = [
  "Phòng chống bệnh Lao",
  "Số xã triển khai",
  "Tổng số bệnh nhân Lao",
  "Bệnh nhân lao được quản lý",
  "Phòng chống bệnh phong",
  "Số xã triển khai",
  "Tổng số bệnh nhân phong",
  "Bệnh nhân phong được quản lý",
  "Vệ sinh môi trường",
  "Số xã triển khai",
  "Số hộ gia đình có nhà tiêu hợp vệ sinh",
];

const lines = (labels: readonly string[]): Line[] =>
  labels.map((label, at) =>
    label.startsWith("Phòng") || label.startsWith("Vệ sinh") ? heading(`R${at}`, label) : count(`R${at}`, label),
  );

const ROWS = formOf(lines(LABELS)).rows;

/** For each label the row of the form that it is taken for, or "-". */
function taken(labels: readonly string[], rows = ROWS): string[] {
  const { matches } = matchRows(labels, rows);
  return labels.map((_, sheet) => rows[matches.find((match) => match.sheet === sheet)?.form ?? -1]?.code ?? "-");
}

const codes = (...at: readonly (number | "-")[]) => at.map((index) => (index === "-" ? "-" : `R${index}`));
const ALL = LABELS.map((_, at) => at);
const without = (at: number) => LABELS.filter((_, index) => index !== at);
const inserted = (at: number, label: string) => [...LABELS.slice(0, at), label, ...LABELS.slice(at)];

describe("labels are matched with rows", () => {
  test.each<[string, string[], (number | "-")[]]>([
    ["as they are", LABELS, ALL],
    [
      "in capitals, numbered, with dashes",
      LABELS.map((label, at) => `${at + 1}. ${label.toLocaleUpperCase("vi")}:`),
      ALL,
    ],
    ["in the other encoding", LABELS.map((label) => label.normalize("NFD")), ALL],
    ["without a row", without(6), [0, 1, 2, 3, 4, 5, 7, 8, 9, 10]],
    ["without one of those that stand several times", without(5), [0, 1, 2, 3, 4, 6, 7, 8, 9, 10]],
    ["with a row of the unit's own", inserted(4, "Chi cho truyền thông"), [0, 1, 2, 3, "-", 4, 5, 6, 7, 8, 9, 10]],
    ["without its headings", LABELS.filter((_, at) => ![0, 4, 8].includes(at)), [1, 2, 3, 5, 6, 7, 9, 10]],
    ["misspelt", [...LABELS.slice(0, 6), "Tổng sô bệnh nhân phon", ...LABELS.slice(7)], ALL],
    ["with the last row moved to the front", [LABELS[10]!, ...LABELS.slice(0, 10)], [10, ...ALL.slice(0, 10)]],
    ["from another world", ["Số buổi họp", "Số người dự", "Kinh phí"], ["-", "-", "-"]],
    ["of nothing", [], []],
    ["with blanks between", ["", LABELS[0]!, "", LABELS[1]!], ["-", 0, "-", 1]],
  ])("%s", (_, labels, expected) => {
    expect(taken(labels)).toEqual(codes(...expected));
  });

  test("a label of a section's kind goes to its own section, not to the first of the name", () => {
    expect(taken(["Vệ sinh môi trường", "Số xã triển khai"])).toEqual(codes(8, 9));
    expect(taken(["Phòng chống bệnh phong", "Số xã triển khai", "Vệ sinh môi trường", "Số xã triển khai"])).toEqual(
      codes(4, 5, 8, 9),
    );
  });

  test("another name that the form knows is as good as the label", () => {
    const rows = formOf([
      count("A", "Bác sĩ trên vạn dân", { "Tên khác": "Số bác sỹ/10.000 dân | BS/vạn dân" }),
      count("B", "Dược sĩ trên vạn dân"),
    ]).rows;
    expect(matchRows(["BS/vạn dân", "Dược sĩ trên vạn dân"], rows).matches.map(({ confidence }) => confidence)).toEqual(
      [1, 1],
    );
  });

  test("labels that differ in a number or a sign are never taken for each other", () => {
    const rows = formOf([count("A", "Trẻ < 1 tuổi tử vong"), count("B", "Trẻ < 5 tuổi tử vong")]).rows;
    expect(taken(["Trẻ < 2 tuổi tử vong"], rows)).toEqual(["-"]);
    expect(taken(["Trẻ <5 tuổi tử vong", "Trẻ <1 tuổi tử vong"], rows)).toEqual(["B", "A"]);
  });
});

describe("many rows of the same name", () => {
  const SECTION = ["Số xã triển khai", "Tổng số bệnh nhân", "Số bệnh nhân quản lý"];
  const section = (name: string) => [`Phòng chống bệnh ${name}`, ...SECTION];
  const FORM = ["lao", "phong", "sốt rét"].flatMap(section);
  const rows = formOf(lines(FORM)).rows;
  const inOrder = (...names: readonly string[]) => taken(names.flatMap(section), rows);
  const of = (at: number) => codes(at, at + 1, at + 2, at + 3);

  test("each stays with its own section, in whatever order the sections stand", () => {
    expect(inOrder("sốt rét", "lao", "phong").slice(4)).toEqual([...of(0), ...of(4)]);
    expect(inOrder("lao", "sốt rét", "phong").slice(0, 4)).toEqual(of(0));
    expect(inOrder("lao", "sốt rét", "phong").slice(8)).toEqual(of(4));
  });

  test("a section that is not in the form leaves the others theirs", () => {
    expect(inOrder("lao", "sốt xuất huyết", "phong", "sốt rét")).toEqual([
      ...of(0),
      ...codes("-", "-", "-", "-"),
      ...of(4),
      ...of(8),
    ]);
  });

  test("one that has lost its place may be of any section: a person decides", () => {
    const labels = ["Phòng chống bệnh sốt rét", "Số bệnh nhân quản lý", "Số xã triển khai"];
    const { matches, guesses } = matchRows(labels, rows);
    expect(matches.map(({ sheet, form }) => [sheet, form])).toEqual([
      [0, 8],
      [2, 9],
    ]);
    expect([...guesses]).toEqual([[1, [3, 7, 11].map((form) => ({ form, confidence: 1 }))]]);
  });

  test("a row written twice far from its place is taken once", () => {
    const last = LABELS[10]!;
    expect(taken([last, last, ...LABELS.slice(0, 10)])).toEqual(codes(10, "-", ...ALL.slice(0, 10)));
  });

  test("two rows moved away from their places both find them", () => {
    const moved = [LABELS[10]!, LABELS[7]!, ...LABELS.slice(0, 7), ...LABELS.slice(8, 10)];
    expect(taken(moved)).toEqual(codes(10, 7, ...ALL.slice(0, 7), 8, 9));
  });
});

describe("rows that are only alike", () => {
  test("several misspelt ones side by side each find their own", () => {
    const misspelt = LABELS.map((label, at) =>
      [2, 3, 6, 7].includes(at) ? label.replace("bệnh nhân", "bênh nhn") : label,
    );
    expect(misspelt[3]).toBe("Bệnh nhân lao được quản lý");
    const broken = misspelt.map((label, at) => (at === 3 || at === 7 ? label.replace("quản lý", "quan lí") : label));
    expect(taken(broken)).toEqual(codes(...ALL));
    expect(taken(["Sở Y tế", ...broken])).toEqual(codes("-", ...ALL));
    expect(taken(broken.filter((_, at) => at !== 2))).toEqual(codes(...ALL.filter((at) => at !== 2)));
  });

  test("of two rows of the sheet the one more alike is taken, wherever it stands", () => {
    const [less, more] = ["Tổng số các bệnh nhân phong hiện có", "Tổng sô bệnh nhân phong"];
    const between = (...labels: string[]) => taken([...LABELS.slice(0, 6), ...labels, ...LABELS.slice(7)]).slice(6, 8);
    expect(between(less, more)).toEqual(["-", "R6"]);
    expect(between(more, less)).toEqual(["R6", "-"]);
    expect(between(less)).toEqual(["R6", "R7"]);
  });

  test("another name of a row may be misspelt too", () => {
    const rows = formOf([
      count("A", "Số máy thở", { "Tên khác": "Số máy hỗ trợ hô hấp xâm nhập | Máy thở các loại hiện có" }),
      count("B", "Số giường"),
    ]).rows;
    expect(taken(["Máy thở các lại hiện có", "Số giường"], rows)).toEqual(["A", "B"]);
    expect(taken(["Số máy hổ trơ hô hấp xâm nhpậ", "Số giường"], rows)).toEqual(["A", "B"]);
  });
});

describe("confidence", () => {
  const confidences = (labels: readonly string[]) =>
    matchRows(labels, ROWS).matches.map(({ confidence }) => confidence);

  test("is whole for the same label, less for one that is only alike", () => {
    const found = confidences([...LABELS.slice(0, 6), "Tổng số bệnh nhân phong hiện có", ...LABELS.slice(7)]);
    expect(found.filter((one) => one === 1)).toHaveLength(10);
    expect(found[6]).toBeLessThan(SURE);
  });

  test("guesses are offered for what is not matched, likeliest first, at most three", () => {
    const { matches, guesses } = matchRows(["Số bệnh nhân quản lý tại trạm y tế", ...LABELS.slice(4, 7)], ROWS);
    expect(matches.some(({ sheet }) => sheet === 0)).toBe(false);
    const offered = guesses.get(0)!;
    expect(offered.length).toBeGreaterThan(0);
    expect(offered.length).toBeLessThanOrEqual(3);
    expect(offered.map(({ confidence }) => confidence)).toEqual(
      [...offered.map(({ confidence }) => confidence)].sort((a, b) => b - a),
    );
    expect(ROWS[offered[0]!.form]!.label).toMatch(/được quản lý/);
  });

  test("a guess shares something with the row, and a blank row has none", () => {
    const rows = formOf([
      ...[
        count("A", "Số trẻ em được tiêm vắc xin sởi"),
        count("B", "Số trẻ em được tiêm vắc xin"),
        count("C", "Số trẻ em"),
      ],
      ...[
        count("D", "Số trẻ em được tiêm vắc xin lao"),
        count("E", "Kinh phí"),
        count("F", "Số trẻ được tiêm vắc xin dại"),
      ],
    ]).rows;
    const { matches, guesses } = matchRows(["", "Số trẻ em tiêm vắc xin tại các trạm"], rows);
    expect(matches).toEqual([]);
    expect([...guesses.keys()]).toEqual([1]);
    expect(guesses.get(1)!.map(({ form }) => rows[form]!.code)).toEqual(["A", "D", "B"]);
    expect(matchRows(["Hội nghị tổng kết"], rows).guesses.get(0)).toEqual([]);
  });
});

test("no row and no label is taken twice, and whatever was left out, the rest finds its row", () => {
  const kept = fc.subarray(ALL, { minLength: 1 });
  fc.assert(
    fc.property(kept, (indices) => {
      const { matches } = matchRows(
        indices.map((at) => LABELS[at]!),
        ROWS,
      );
      expect(new Set(matches.map(({ sheet }) => sheet)).size).toBe(matches.length);
      expect(new Set(matches.map(({ form }) => form)).size).toBe(matches.length);
      for (const { sheet, form } of matches) {
        expect(labelForMatching(ROWS[form]!.label)).toBe(labelForMatching(LABELS[indices[sheet]!]!));
      }
      expect(matches).toHaveLength(indices.length);
    }),
  );
});

test.each([
  ["Số xã, trong đó:", "so xa"],
  ["Trong đó:", "trong do"],
  ["1. Lao", "lao"],
  ["1.2. Lao", "lao"],
  ["  1.12.  Lao", "lao"],
  ["Đợt 2. Tiêm chủng", "dot 2 tiem chung"],
  ["Số xã trong đó có bác sĩ", "so xa trong do co bac si"],
  ["IV. Lao", "lao"],
  ["a) Lao", "lao"],
  ["A.B", "a b"],
  ["6 tháng", "6 thang"],
  ["- Trẻ<1 tuổi", "tre < 1 tuoi"],
])("“%s” is matched as “%s”", (text, folded) => {
  expect(labelForMatching(text)).toBe(folded);
});
