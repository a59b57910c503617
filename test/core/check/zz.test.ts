import { grid } from "../form/support";
import { recognise } from "../../../src/core/form/recognise";
import { readFigures } from "../../../src/core/table/figures";
import { checkFigures, RULES } from "../../../src/core/check/engine";
test("x", () => { 
  const rows = Array.from({ length: 5000 }, (_, at) => [`Nội dung ${at}`, at, at + 1, at + 2, "12,5", 3]);
  const g = grid([["Nội dung", "Kế hoạch", "Thực hiện", "Cùng kỳ", "So với KH", "So với CK"], ...rows]);
  let t = performance.now(); const lap = (n: string) => { const u = performance.now(); out += `${n} ${(u-t).toFixed(0)}\n`; t = performance.now(); }; let out = "";
  const b = recognise(g, [])!; lap("recognise");
  const f = readFigures(g, b); lap("read");
  const r = checkFigures(f); lap("check " + r.findings.length);
  for (const rule of RULES) { for (const row of f.rows) { if (rule.cell) for (const c of Object.values(row.cells)) rule.cell(c!, row, f); if (rule.row) rule.row(row, f); } rule.table?.(f); lap(rule.id); }
  console.log(out);
});
