/** Evaluates test files and what they import, each file compiled once however often it is evaluated. */

import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, resolve } from "node:path";
import { compileFunction } from "node:vm";
import ts from "typescript";

/** What a path without an extension may mean. */
const ENDINGS = ["", ".ts", ".tsx", "/index.ts"];
/** What a compiled file is given. The two maps stand for JavaScript's own, see {@link Evaluation.reset}. */
const GIVEN = ["exports", "require", "module", "__filename", "__dirname", "Map", "WeakMap"];
const GONE = Symbol("gone");

const compiled = new Map();

/** One evaluation of a file with all that it imports from the project. */
export class Evaluation {
  /**
   * @param libraries packages that `require` cannot load, by name
   * @param warmUp what is asked of the modules before anything else, and kept with them
   */
  constructor(file, libraries, warmUp) {
    this.libraries = libraries;
    this.modules = new Map();
    this.made = [];
    this.evaluating = true;
    this.Map = mapOf(this);
    this.WeakMap = weakMapOf(this);
    this.require(file);
    warmUp(this.modules);
    this.evaluating = false;
    this.resets = this.made.map((map) => map.atStart());
  }

  /** Forgets what the modules kept in maps of their own since they were evaluated. */
  reset() {
    for (const reset of this.resets) reset();
  }

  require(file) {
    const known = this.modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    this.modules.set(file, module);
    const { run, native } = compile(file);
    const require = (name) =>
      name.startsWith(".")
        ? this.require(pathOf(resolve(dirname(file), name)))
        : (this.libraries.get(name) ?? native(name));
    run(module.exports, require, module, file, dirname(file), this.Map, this.WeakMap);
    return module.exports;
  }
}

/** Maps that get back what they held when the modules had been evaluated, where they were made by then. */
function mapOf(evaluation) {
  return class extends Map {
    constructor(entries) {
      super(entries);
      if (evaluation.evaluating) evaluation.made.push(this);
    }
    atStart() {
      const start = [...this];
      return () => {
        this.clear();
        for (const [key, value] of start) this.set(key, value);
      };
    }
  };
}

/** Likewise; what is set later is held apart, as nobody can list what a weak map holds. */
function weakMapOf(evaluation) {
  return class {
    constructor(entries = []) {
      this.first = new WeakMap(entries);
      this.later = new WeakMap();
      if (evaluation.evaluating) evaluation.made.push(this);
    }
    atStart() {
      return () => (this.later = new WeakMap());
    }
    get(key) {
      const value = this.later.has(key) ? this.later.get(key) : this.first.get(key);
      return value === GONE ? undefined : value;
    }
    has(key) {
      return this.later.has(key) ? this.later.get(key) !== GONE : this.first.has(key);
    }
    set(key, value) {
      (evaluation.evaluating ? this.first : this.later).set(key, value);
      return this;
    }
    delete(key) {
      const had = this.has(key);
      this.set(key, GONE);
      return had;
    }
  };
}

function compile(file) {
  const known = compiled.get(file);
  if (known) return known;
  const script = asScript(file, readFileSync(file, "utf8"));
  const made = { run: compileFunction(script, GIVEN, { filename: file }), native: createRequire(file) };
  compiled.set(file, made);
  return made;
}

function asScript(file, text) {
  if (file.endsWith(".json")) return `module.exports = ${text};`;
  if (/\.(csv|svg)$/.test(file)) return `module.exports = ${JSON.stringify(text)};`;
  return ts.transpileModule(text, {
    fileName: file,
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
      esModuleInterop: true,
      jsx: ts.JsxEmit.ReactJSX,
      jsxImportSource: "preact",
    },
  }).outputText;
}

function pathOf(path) {
  const found = ENDINGS.map((ending) => path + ending).find(isFile);
  if (!found) throw new Error(`No module at ${path}`);
  return found;
}

const paths = new Map();

function isFile(path) {
  if (!paths.has(path)) paths.set(path, statSync(path, { throwIfNoEntry: false })?.isFile() ?? false);
  return paths.get(path);
}
