/**
 * A webpack plugin that notes when a build that succeeded had begun (dist/.builds/<name>.stamp): whoever needs the build
 * later sees whether a source has changed since (test/support/build.ts).
 */
const { mkdirSync, rmSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

class Stamp {
  apply(compiler) {
    const folder = join(__dirname, "..", "dist", ".builds");
    const file = join(folder, `${compiler.options.name}.stamp`);
    let began;
    compiler.hooks.beforeRun.tap("Stamp", () => {
      began = Date.now();
      rmSync(file, { force: true });
    });
    compiler.hooks.done.tap("Stamp", (stats) => {
      if (stats.hasErrors()) return;
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, String(began));
    });
  }
}

module.exports = { Stamp };
