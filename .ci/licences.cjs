/**
 * A webpack plugin that writes down whose code the bundles hold, with the texts of the licences (licences.txt), as those licences ask of whoever
 * hands the code on. It looks at the modules that went in, not at what is installed.
 */
const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");

/** Licences under which code may be handed out inside ours. */
const ACCEPTED = ["MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD"];
const TEXT = /^(licen[cs]e|copying)(\.|-|$)/i;

/** The package that a file belongs to: the folder right below the innermost node_modules, `@scope/name` being one. */
function packageOf(file) {
  const [folder] = /^.*[\\/]node_modules[\\/](@[^\\/]+[\\/])?[^\\/]+/.exec(file);
  return { ...JSON.parse(readFileSync(join(folder, "package.json"), "utf8")), folder };
}

/** Who holds the rights, where a package brings neither a text nor an author. */
const HOLDERS = { "@fluentui/svg-icons": "Microsoft Corporation" };

/** The wording of the MIT licence, for packages that name it and bring no text. */
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** @throws Error where the licence is not accepted, or its text is neither there nor known */
function licenceOf({ name, version, license, author, folder }) {
  if (!ACCEPTED.includes(license)) throw new Error(`${name}: licence ${license} is not among ${ACCEPTED.join(", ")}`);
  const file = readdirSync(folder).find((entry) => TEXT.test(entry));
  const said = typeof author === "object" ? author.name : author?.replace(/ *<.*/, "");
  const holder = said ?? HOLDERS[name];
  if (file === undefined && (license !== "MIT" || !holder)) throw new Error(`${name}: no text of its licence`);
  const text =
    file === undefined ? `Copyright (c) ${holder}\n\n${MIT}` : readFileSync(join(folder, file), "utf8").trim();
  return `${name} ${version}\n${license}\n\n${text}\n`;
}

class Licences {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.thisCompilation.tap("Licences", (compilation) => {
      const stage = Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL;
      compilation.hooks.processAssets.tap({ name: "Licences", stage }, () => {
        const modules = [...compilation.modules].flatMap((module) => module.modules ?? [module]);
        const files = modules.map(({ resource = "" }) => resource.replace(/\?.*$/, "")).filter(isOthers);
        const packages = new Map(files.map(packageOf).map((one) => [one.name, one]));
        const texts = [...packages.keys()].sort().map((name) => licenceOf(packages.get(name)));
        compilation.emitAsset("licences.txt", new sources.RawSource(texts.join(`\n${"-".repeat(80)}\n\n`)));
      });
    });
  }
}

const isOthers = (file) => /[\\/]node_modules[\\/]/.test(file);

module.exports = { Licences, ACCEPTED };
