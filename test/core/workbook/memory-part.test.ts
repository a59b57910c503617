import fc from "fast-check";
import { memoryIn, memoryXml } from "../../../src/core/workbook/memory-part";

test("any JSON text comes back as it was", () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(memoryIn(memoryXml(text))).toBe(text);
    }),
  );
});

test("a part that Excel wrote in its own way reads the same", () => {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<memory xmlns="urn:bieu-y-te:memory:1">{&quot;a&quot;:&#34;&#x1EC7;&amp;amp;&#34;}</memory>\n`;
  expect(memoryIn(xml)).toBe('{"a":"ệ&amp;"}');
});

test("an emptied part is an empty text, which means no memory", () => {
  expect(memoryIn('<memory xmlns="urn:bieu-y-te:memory:1"/>')).toBe("");
  expect(memoryIn('<memory xmlns="urn:bieu-y-te:memory:1"></memory>')).toBe("");
});

test("a part that is not as we wrote it is handed on as it is, so that it does not read as JSON", () => {
  const broken = '<memory xmlns="urn:bieu-y-te:memory:1"><b>1</b></memory>';
  expect(memoryIn(broken)).toBe(broken);
});
