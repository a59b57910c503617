import { desk, result } from "./support";

describe("recalculation", () => {
  test("a change reaches what reads it, through other formulas, in the order that they need", () => {
    const at = desk();
    at.type({ A1: 1, C1: "=B1*2", B1: "=A1+1", D1: "=C1+B1" });
    expect(at.show("B1", "C1", "D1")).toEqual([2, 4, 6]);
    at.type({ A1: 10 });
    expect(at.show("B1", "C1", "D1")).toEqual([11, 22, 33]);
  });

  test("what does not read the change is not calculated again", () => {
    const at = desk();
    at.type({ A1: 1, A2: 2, B1: "=A1+1", B2: "=A2+1", C1: "=SUM(B1:B1)" });
    at.type({ A2: 5 });
    expect(at.calculated()).toEqual(["Biểu 1!B2"]);
  });

  test("ranges, whole columns and whole rows see cells anywhere in them, and none outside", () => {
    const at = desk();
    at.type({ A1: 1, A300: 2, B7: 4, D1: "=SUM(A1:A300)", D2: "=SUM(A:B)", D3: "=SUM(7:7)", D4: "=SUM(A2:A299)" });
    expect(at.show("D1", "D2", "D3", "D4")).toEqual([3, 7, 4, 0]);
    at.type({ A299: 10 });
    expect(at.show("D1", "D2", "D3", "D4")).toEqual([13, 17, 4, 10]);
    at.type({ A301: 100, A7: 1000 });
    expect(at.show("D1", "D2", "D3", "D4")).toEqual([1013, 1117, 1004, 1010]);
  });

  test("a formula taken away leaves the typed value to its readers", () => {
    const at = desk();
    at.type({ A1: 1, B1: "=A1+1", C1: "=B1*10" });
    at.type({ B1: 7 });
    at.type({ A1: 5 });
    expect(at.show("B1", "C1")).toEqual([7, 70]);
  });

  test("a chain of thousands does not run out of stack, whichever end is typed first", () => {
    const at = desk();
    const chain = Object.fromEntries(Array.from({ length: 20_000 }, (_, row) => [`A${row + 2}`, `=A${row + 1}+1`]));
    at.type({ ...Object.fromEntries(Object.entries(chain).reverse()), A1: 1 });
    expect(at.show("A20001")).toEqual([20_001]);
    at.type({ A1: 100 });
    expect(at.show("A20001")).toEqual([20_100]);
  });

  test("a circle comes to 0, what only follows on it is calculated from that, and mending it calculates it", () => {
    const at = desk();
    at.type({ A1: "=B1+1", B1: "=C1+1", C1: "=A1+1", D1: "=C1+5", E1: "=E1+1", F1: 3, G1: "=F1" });
    expect(at.show("A1", "B1", "C1", "D1", "E1", "G1")).toEqual([0, 0, 0, 5, 0, 3]);
    at.type({ C1: 1 });
    expect(at.show("A1", "B1", "D1")).toEqual([3, 2, 6]);
  });

  test("references that are found in calculating follow their cells", () => {
    const at = desk();
    at.type({ A1: 1, A2: 2, B1: 1, C1: "=OFFSET(A1,B1,0)", D1: '=INDIRECT("C"&1)*10', E1: "=SUM(A1:INDEX(A:A,2))" });
    expect(at.show("C1", "D1", "E1")).toEqual([2, 20, 3]);
    at.type({ B1: 0, A1: 7 });
    expect(at.show("C1", "D1", "E1")).toEqual([7, 70, 9]);
  });

  test("volatile functions are calculated at every change", () => {
    const at = desk();
    at.type({ A1: "=RAND()", B1: 1 });
    const [before] = at.show("A1");
    at.type({ B1: 2 });
    expect(at.show("A1")[0]).not.toBe(before);
  });
});

describe("other sheets, names and tables", () => {
  test("another sheet by its quoted name, in any case", () => {
    const at = desk();
    at.type({ A1: 5, "Hai!B2": "='Biểu 1'!A1*2", "Hai!B3": "=SUM('BIỂU 1'!A:A)", C1: "=Hai!B2" });
    expect(at.show("Hai!B2", "Hai!B3", "C1")).toEqual([10, 5, 10]);
    at.type({ A1: 6 });
    expect(at.show("Hai!B2", "Hai!B3", "C1")).toEqual([12, 6, 12]);
  });

  test("a sheet that is not there, or is deleted, is #REF!", () => {
    const at = desk();
    at.type({ A1: "=Ba!A1", "Hai!A1": 4, B1: "=Hai!A1", C1: "=B1+1" });
    expect(at.show("A1", "B1")).toEqual([{ error: "#REF!" }, 4]);
    at.dropSheet("Hai");
    expect(at.show("B1", "C1")).toEqual([{ error: "#REF!" }, { error: "#REF!" }]);
  });

  test("a defined name stands for cells, a value or a formula", () => {
    const at = desk();
    at.name("dân_số", "='Biểu 1'!$A$1:$A$2");
    at.name("hệ_số", "=1000");
    at.name("gấp_đôi", "=hệ_số*2");
    at.type({ A1: 1, A2: 2, B1: "=SUM(dân_số)*hệ_số", B2: "=gấp_đôi", B3: "=chưa_có" });
    expect(at.show("B1", "B2", "B3")).toEqual([3000, 2000, { error: "#NAME?" }]);
    at.type({ A2: 5 });
    expect(at.show("B1")).toEqual([6000]);
    at.name("hệ_số", "=10");
    at.recalculateAll();
    expect(at.show("B1", "B2")).toEqual([60, 20]);
  });

  test("names that go round in a circle end", () => {
    const at = desk();
    at.name("một", "=hai_");
    at.name("hai_", "=một");
    at.type({ A1: "=một" });
    expect(at.show("A1")).toEqual([{ error: "#REF!" }]);
  });

  test("tables by their columns", () => {
    const at = desk();
    const area = { sheet: "Biểu 1", top: 0, left: 0, bottom: 2, right: 1 };
    at.table("Bảng1", { ...area, headers: ["KH", "TH"], hasHeaders: true, hasTotals: false });
    at.type({ A1: "KH", B1: "TH", A2: 4, B2: 2, A3: 6, B3: 3 });
    at.type({
      D1: "=SUM(Bảng1[TH])",
      D2: "=Bảng1[@KH]",
      D3: "=COUNTA(Bảng1[#All])",
      D4: "=Bảng1[[#Headers],[TH]]",
      D5: "=Bảng1[X]",
    });
    expect(at.show("D1", "D2", "D3", "D4", "D5")).toEqual([5, 4, 6, "TH", { error: "#REF!" }]);
  });
});

test("the totals of a table are no part of what they add up, nor is a row of headers that is not there", () => {
  const at = desk();
  const area = { sheet: "Biểu 1", top: 0, left: 0, bottom: 2, right: 0 };
  at.table("Cộng", { ...area, headers: ["TH"], hasHeaders: true, hasTotals: true });
  at.table("Trần", { ...area, left: 2, right: 2, headers: [""], hasHeaders: false, hasTotals: false });
  at.type({ A1: "TH", A2: 2, C1: 1, C2: 2, C3: 3 });
  at.type({ A3: "=SUBTOTAL(109,Cộng[TH])", E1: "=Cộng[[#Totals],[TH]]", E2: "=SUM(Cộng[#All])", E3: "=SUM(Trần)" });
  at.type({ E4: "=Trần[#Headers]" });
  expect(at.show("A3", "E1", "E2", "E3", "E4")).toEqual([2, 2, 4, 6, { error: "#REF!" }]);
});

describe("arrays", () => {
  test("a formula over a range spills, and its readers follow", () => {
    const at = desk();
    at.type({ A1: 1, A2: 2, A3: 3, B1: "=A1:A3*10", C1: "=SUM(B1:B3)", D1: "=SUM(B1#)" });
    expect(at.show("B1", "B2", "B3", "C1", "D1")).toEqual([10, 20, 30, 60, 60]);
    at.type({ A2: 5 });
    expect(at.show("B2", "C1", "D1")).toEqual([50, 90, 90]);
  });

  test("no room is #SPILL!, for the formula's readers too", () => {
    const at = desk();
    at.type({ A1: 1, A2: 2, B2: "chỗ này có chữ", C1: "=B1", B1: "=A1:A2" });
    expect(at.show("B1", "B2", "C1")).toEqual([{ error: "#SPILL!" }, "chỗ này có chữ", { error: "#SPILL!" }]);
  });

  test("@ takes the cell in the formula's own row", () => {
    const at = desk();
    at.type({ A1: 1, A2: 2, B2: "=@A1:A3*10", B9: "=@A1:A3" });
    expect(at.show("B2", "B9")).toEqual([20, { error: "#VALUE!" }]);
  });

  test("arrays of different sizes: what is missing is #N/A", () => {
    const at = desk();
    at.type({ A1: "={1;2;3}+{10;20}" });
    expect(at.show("A1", "A2", "A3")).toEqual([11, 22, { error: "#N/A" }]);
  });

  test("IF goes over an array cell by cell", () => {
    const at = desk();
    at.type({ A1: 5, A2: null, A3: 7, B1: '=IF(A1:A3="","trống",A1:A3)' });
    expect(at.show("B1", "B2", "B3")).toEqual([5, "trống", 7]);
  });
});

describe("our functions", () => {
  test("are handed rectangles, blanks as blanks, and spill", () => {
    const at = desk();
    at.type({ A1: 1200, A2: null, A3: "-", B1: 1750, B2: 5, B3: 10, C1: "=SOVOIKH(A1:A3,B1:B3)" });
    expect(at.show("C1", "C2", "C3")).toEqual([68.6, "", 0]);
  });

  test("over whole columns go as far as the sheet is in use", () => {
    const at = desk();
    at.type({ A1: 50, A2: 60, B1: 100, B2: 80, "Hai!C1": "=SOVOIKH('Biểu 1'!A:A,'Biểu 1'!B:B)" });
    expect(at.show("Hai!C1", "Hai!C2", "Hai!C3")).toEqual([50, 75, null]);
  });

  test("an error in one cell stays in that cell", () => {
    const at = desk();
    at.type({ A1: 50, A2: "=1/0", B1: 100, B2: 80, C1: "=SOVOIKH(A1:A2,B1:B2)" });
    expect(at.show("C1", "C2")).toEqual([50, { error: "#DIV/0!" }]);
  });

  test("within other functions, in any case, and with the prefix that files give them", () => {
    expect(result('=IFERROR(socungky(A1,A2)/100,"")', { A1: 150, A2: 100 })).toBe(0.5);
    expect(result("=_xldudf_SOCUNGKY(A1,A2,)", { A1: 150, A2: 100 })).toBe(50);
  });

  test("an unknown function is #NAME?", () => {
    expect(result("=KHONGCO(1)")).toEqual({ error: "#NAME?" });
    expect(result("=utils(1)")).toEqual({ error: "#NAME?" });
    expect(result("=SUM(1,")).toEqual({ error: "#NAME?" });
  });
});
