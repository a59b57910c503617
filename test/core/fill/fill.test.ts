import { planFill } from "../../../src/core/fill/fill";
import type { FillMode } from "../../../src/core/table/binding";
import { address } from "../../../src/core/table/grid";
import type { FigureTable } from "../../../src/core/table/figures";
import { FORM, formOf, percent, tableOf } from "../table/support";

/** The edits as a person sees them: each cell with its new content, formulas with "=". */
function edits(table: FigureTable, mode: FillMode): Record<string, unknown> {
  const { edits } = planFill(table, mode);
  return Object.fromEntries(
    edits.map(({ row, column, value, formula }) => [
      address(row, column),
      formula === undefined ? value : `=${formula}`,
    ]),
  );
}

const TABLE = tableOf(FORM, [
  ["KCB"],
  ["KHAM", 1750, 1200, 1100],
  ["CS", "<6", 98.46, 97.1],
  ["CHET", null, "-", 5],
  ["GT", 105, "…", 104],
]);

describe("values", () => {
  test("are what the columns come to; a blank cell becomes or stays empty", () => {
    expect(edits(TABLE, "values")).toEqual({
      F3: 68.6,
      G3: 9.1,
      F4: null,
      G4: 1.4,
      F5: null,
      G5: -5,
      F6: null,
      G6: null,
    });
  });

  test("what was filled, and what stays blank and why", () => {
    const { filled, leftBlank, replaced } = planFill(TABLE, "values");
    expect(filled).toEqual({ vsPlan: 1, vsSamePeriod: 3 });
    expect(leftBlank).toEqual([
      { at: "F4", code: "CS", role: "vsPlan", why: "bound-plan" },
      { at: "F5", code: "CHET", role: "vsPlan", why: "no-plan" },
      { at: "F6", code: "GT", role: "vsPlan", why: "no-actual" },
      { at: "G6", code: "GT", role: "vsSamePeriod", why: "no-actual" },
    ]);
    expect(replaced).toEqual([]);
  });
});

describe("formulas and functions", () => {
  test("plain formulas, with the value they come to", () => {
    expect(edits(TABLE, "formulas")).toMatchObject({
      F3: '=IF(AND(OR(ISNUMBER(D3),D3="-",D3="–"),ISNUMBER(C3)),IF(C3=0,"",ROUND(N(D3)/N(C3)*100,1)),"")',
      G4: '=IF(AND(OR(ISNUMBER(D4),D4="-",D4="–"),OR(ISNUMBER(E4),E4="-",E4="–")),ROUND(ROUND(N(D4)-N(E4),9),1),"")',
    });
    expect(planFill(TABLE, "formulas").edits.map(({ value }) => value)).toEqual([68.6, 9.1, "", 1.4, "", -5, "", ""]);
  });

  test("growth in plain formulas: none of none is 0, something of none is blank", () => {
    expect(edits(TABLE, "formulas")).toMatchObject({
      G3:
        '=IF(AND(OR(ISNUMBER(D3),D3="-",D3="–"),OR(ISNUMBER(E3),E3="-",E3="–")),' +
        'IF(N(E3)=0,IF(N(D3)=0,0,""),ROUND(ROUND(N(D3)-N(E3),9)/N(E3)*100,1)),"")',
    });
  });

  test("our functions, in every row, also where the result is blank now", () => {
    expect(edits(TABLE, "functions")).toEqual({
      F3: '=IF(OR(D3="",C3=""),"",SOVOIKH(D3,C3))',
      G3: '=IF(OR(D3="",E3=""),"",SOCUNGKY(D3,E3))',
      F4: '=IF(OR(D4="",C4=""),"",SOVOIKH(D4,C4))',
      G4: '=IF(OR(D4="",E4=""),"",SOCUNGKY(D4,E4,"DIEM",1))',
      F5: '=IF(OR(D5="",C5=""),"",SOVOIKH(D5,C5))',
      G5: '=IF(OR(D5="",E5=""),"",SOCUNGKY(D5,E5,"SO",0))',
      F6: '=IF(OR(D6="",C6=""),"",SOVOIKH(D6,C6))',
      G6: '=IF(OR(D6="",E6=""),"",SOCUNGKY(D6,E6,"DIEM",1))',
    });
    expect(planFill(TABLE, "functions").edits.map(({ value }) => value)).toEqual([68.6, 9.1, "", 1.4, "", -5, "", ""]);
  });

  test("a number typed as text counts in values and functions; plain formulas cannot read it, which is said", () => {
    const table = tableOf(FORM, [["KHAM", "1.750", 1200, "1.100"]]);
    expect(edits(table, "values")).toEqual({ F2: 68.6, G2: 9.1 });
    expect(planFill(table, "functions").edits.map(({ value }) => value)).toEqual([68.6, 9.1]);
    const { edits: formulas, filled, leftBlank } = planFill(table, "formulas");
    expect(formulas.map(({ value }) => value)).toEqual(["", ""]);
    expect(filled).toEqual({ vsPlan: 0, vsSamePeriod: 0 });
    expect(leftBlank.map(({ at, why }) => [at, why])).toEqual([
      ["F2", "text-figure"],
      ["G2", "text-figure"],
    ]);
  });

  test("a threshold as text stays a threshold", () => {
    const { leftBlank } = planFill(tableOf(FORM, [["CS", "<6", 5, 4]]), "formulas");
    expect(leftBlank.map(({ why }) => why)).toEqual(["bound-plan"]);
  });
});

describe("what was typed by hand", () => {
  const formula = (value: number) => ({ value, formula: "D2/C2*100" });
  const replacedIn = (vsPlan: Parameters<typeof percent>[0] | object, mode: FillMode = "values") =>
    planFill(tableOf(FORM, [["KHAM", 1750, 1200, null, vsPlan as never]]), mode).replaced;

  test.each([
    ["a wrong figure", 72.5, "72,5"],
    ["a figure of many decimals", 68.5714, "68,5714"],
    ["a figure as text", "68,6%", "68,6%"],
    ["an Excel error", { error: "#DIV/0!" }, "#DIV/0!"],
    ["words", "xem lại", "xem lại"],
    ["true", true, "true"],
  ])("%s is replaced, and told", (_what, typed, from) => {
    for (const mode of ["values", "formulas", "functions"] as const) {
      expect(replacedIn(typed, mode)).toEqual([{ at: "F2", code: "KHAM", role: "vsPlan", from, to: "68,6" }]);
    }
  });

  test.each([
    ["nothing", null],
    ["spaces", "  "],
    ["the right figure", 68.6],
    ["a formula", formula(72.5)],
    ["a formula with an error", { ...formula(0), value: { error: "#DIV/0!" } }],
  ])("%s: nothing to tell", (_what, held) => {
    expect(replacedIn(held)).toEqual([]);
  });

  test("a figure where nothing can be compared is taken away, and told", () => {
    const table = tableOf(FORM, [["CS", null, 98.4, null, null, 98.4]]);
    expect(planFill(table, "values").replaced).toEqual([
      { at: "G2", code: "CS", role: "vsSamePeriod", from: "98,4", to: "" },
    ]);
    expect(edits(table, "values")).toEqual({ F2: null, G2: null });
  });
});

describe("blank cells and our functions", () => {
  test("a cell that shows percentages guards itself, so that only the other one is asked whether it is blank", () => {
    const table = tableOf(FORM, [["CS", 95, percent(0.95), 90]]);
    expect(edits(table, "functions")["F2"]).toBe('=IF(C2="","",SOVOIKH(IF(ISNUMBER(D2),D2*100,D2&""),C2))');
  });
});

describe("cells that show percentages", () => {
  test("hold a hundredth of the figure", () => {
    const table = tableOf(FORM, [["KHAM", 1750, 1200, 1100, percent(null, "0%"), percent(null, "0.00%")]]);
    expect(edits(table, "values")).toEqual({ F2: 0.686, G2: 0.091 });
    expect(edits(table, "functions")).toEqual({
      F2: '=IF(OR(D2="",C2=""),"",IFERROR(SOVOIKH(D2,C2)/100,""))',
      G2: '=IF(OR(D2="",E2=""),"",IFERROR(SOCUNGKY(D2,E2)/100,""))',
    });
    expect(edits(table, "formulas")["F2"]).toContain("ROUND(N(D2)/N(C2)*100,1)/100");
  });

  test("count a hundredfold, also before anything is typed", () => {
    const table = tableOf(FORM, [["CS", percent(0.95), percent(null), percent(0.9)]]);
    expect(edits(table, "functions")["F2"]).toBe(
      '=SOVOIKH(IF(ISNUMBER(D2),D2*100,D2&""),IF(ISNUMBER(C2),C2*100,C2&""))',
    );
    expect(edits(table, "formulas")["G2"]).toContain("ROUND(ROUND(N(D2)*100-N(E2)*100,9),1)");
    const filled = tableOf(FORM, [["CS", percent(0.95), percent(0.987), percent(0.9)]]);
    expect(edits(filled, "values")).toEqual({ F2: 103.9, G2: 8.7 });
  });
});

describe("what is left alone", () => {
  test("headings, inputs, and everything outside the two columns", () => {
    const columns = new Set(planFill(TABLE, "formulas").edits.map(({ column }) => column));
    expect([...columns].sort()).toEqual([5, 6]);
    expect(planFill(TABLE, "formulas").edits.some(({ row }) => row === 1)).toBe(false);
  });

  test("a form without plans, or without the same period", () => {
    const without = (role: string) => ({ ...FORM, columns: FORM.columns.filter((column) => column.role !== role) });
    const line = [["KHAM", 1200, 1100, null, null]] as const;
    expect(Object.keys(edits(tableOf(without("plan"), line), "values"))).toEqual(["F2"]);
    expect(Object.keys(edits(tableOf(without("samePeriod"), line), "values"))).toEqual(["E2"]);
    expect(edits(tableOf(without("actual"), line), "values")).toEqual({});
  });

  test("rows of no indicator are filled as their label says, if it says it and they hold a figure", () => {
    const table = tableOf(undefined, [
      ["Số giường bệnh", 1750, 1200, 1100],
      ["Tỷ lệ xã đạt", 90, 95.25, 94],
      ["Tỷ số giới tính", 105, 106, 104],
      ["Sốt rét", 10, 5, 4],
      ["Số phòng khám", null, null, null, 12, 13],
    ]);
    expect(edits(table, "values")).toEqual({ F2: 68.6, G2: 9.1, F3: 105.8, G3: 1.3, F4: 101, G4: 2, F5: 50 });
    expect(planFill(table, "values").replaced).toEqual([]);
    expect(planFill(tableOf(undefined, [["Số máy", null, 5]]), "values").leftBlank).toEqual([
      { at: "F2", role: "vsPlan", why: "no-plan" },
      { at: "G2", role: "vsSamePeriod", why: "no-same-period" },
    ]);
  });
});

describe("where blank means none", () => {
  const diseases = formOf(["TA;chỉ tiêu;1;1;;Tả;ca;số đếm;phát sinh;thấp;0;SO;không;cộng"], { blankMeansNone: true });
  const values = (...line: (number | string | null)[]) => edits(tableOf(diseases, [["TA", ...line]]), "values");

  test("a blank beside a figure is zero, two blanks stay blank, and what is missing stays missing", () => {
    expect(values(null, null, 5)).toEqual({ F2: null, G2: -5 });
    expect(values(null, 3, null)).toEqual({ F2: null, G2: 3 });
    expect(values(10, null, null)).toEqual({ F2: 0, G2: null });
    expect(values(null, "…", 5)).toEqual({ F2: null, G2: null });
  });

  test("our functions are told so, and an ellipsis reaches them as it stands", () => {
    expect(edits(tableOf(diseases, [["TA", 10, "…", 5]]), "functions")).toEqual({
      F2: '=SOVOIKH(IF(D2="",0,D2),IF(C2="",0,C2))',
      G2: '=IF(AND(D2="",E2=""),"",SOCUNGKY(IF(D2="",0,D2),IF(E2="",0,E2),"SO",0))',
    });
  });

  test("percentages too", () => {
    const table = tableOf(diseases, [["TA", null, percent(0.1), 5, null, percent(null)]]);
    expect(edits(table, "functions")["G2"]).toBe(
      '=IF(AND(D2="",E2=""),"",IFERROR(SOCUNGKY(IF(D2="",0,IF(ISNUMBER(D2),D2*100,D2&"")),IF(E2="",0,E2),"SO",0)/100,""))',
    );
  });
});
