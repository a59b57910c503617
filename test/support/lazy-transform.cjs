/**
 * Gives jest a file that only hands on what others hold, so that each of these is read when it is asked for. The list of
 * mathjs's factories otherwise brings four hundred files into every test file that needs ten of them.
 */
const HELD = /^var (_\w+) = require\(("[^"]+")\);$/gm;

module.exports = {
  process(source) {
    let code = source;
    for (const [line, name, path] of source.matchAll(HELD)) {
      const handedOn = `return ${name}.`;
      const isOnlyHandedOn = code.split(handedOn).length === code.split(`${name}.`).length;
      if (isOnlyHandedOn) code = code.replace(line, "").replaceAll(handedOn, `return require(${path}).`);
    }
    return { code };
  },
};
