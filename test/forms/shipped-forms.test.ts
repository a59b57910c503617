import { FORM_SOURCES } from "../../src/forms";
import { loadForm } from "../../src/core/form/load";

test.each(Object.keys(FORM_SOURCES))("%s loads without a problem", (id) => {
  const t = performance.now();
  const loaded = loadForm(FORM_SOURCES[id]!);
  console.log(id, performance.now() - t);
  expect(loaded.problems.map(({ line, code, message }) => `${line} ${code ?? ""} ${message}`)).toEqual([]);
  expect(loaded.ok).toBe(true);
});
