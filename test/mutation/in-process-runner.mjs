/**
 * Runs the tests of core for Stryker in one process that stays: a mutant costs the tests that reach it and little more.
 *
 * Stryker's own runner starts jest anew for every mutant, which takes seconds, and core has thousands of mutants. Here
 * jest's test definitions (jest-circus) and its `expect` are used, and a test file stays evaluated, with what it
 * imports. Only where a mutant acts while the modules are evaluated is the file evaluated afresh for it.
 */

import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { performance } from "node:perf_hooks";
import { PluginKind, commonTokens, declareClassPlugin, tokens } from "@stryker-mutator/api/plugin";
import { DryRunStatus, MutantRunStatus, TestStatus, determineHitLimitReached } from "@stryker-mutator/api/test-runner";
import { addEventHandler, describe, getState, resetState, run, test } from "jest-circus";
import { expect } from "expect";
import { Evaluation } from "./modules.mjs";

/** Packages without a version that `require` can load, loaded beforehand. */
const ES_MODULES = ["hucre", "hucre/xlsx"];
/** Stands for the evaluation of a test file, in Stryker's list of tests. */
const LOADING = "(loading)";
/** The clock of the machine; the tests get one that stands still, as how fast a test runs says nothing of a mutant. */
const now = performance.now.bind(performance);
/** Milliseconds of computing so far: what else the machine does is no part of it. */
const computed = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
/** Milliseconds: of two files that take less, the one that finds more is tried first. */
const QUICK = 10;
/** The seed makes a score the same twice; how small a counterexample is says nothing of a mutant. */
const PROPERTIES = { seed: 20240711, endOnFailure: true, numRuns: 30 };
/** What src/forms/links.ts keeps in a variable, where it cannot be forgotten, comes of this file. */
const KEPT_FOR_GOOD = /src[\\/]core[\\/]form[\\/]links\.ts$/;

class InProcessRunner {
  static inject = tokens(commonTokens.options, commonTokens.logger);

  constructor(options, log) {
    this.log = log;
    this.options = options.inProcess;
    this.libraries = new Map();
    this.loaded = new Map();
    this.durations = new Map();
    this.kills = new Map();
    this.leftOut = new RegExp(this.options.leaveOutTitled, "i");
    this.stryker = globalThis.__stryker__ ??= {};
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    process.env.NODE_ENV = "test";
    for (const name of ES_MODULES) this.libraries.set(name, await import(name));
    Object.assign(globalThis, { describe, test, it: test, expect, jest: { setTimeout() {} } });
    performance.now = () => 0;
    // The one that the tests require: the package has another for modules.
    createRequire(import.meta.url)("fast-check").configureGlobal(PROPERTIES);
    addEventHandler((event) => this.onEvent(event));
    const leftOut = this.options.leaveOut.map((file) => resolve(file));
    this.files = testFiles(resolve(this.options.tests)).filter((file) => !leftOut.includes(file));
  }

  async dryRun({ files: mutated }) {
    const results = [];
    const perTest = {};
    for (const file of this.files) {
      const [started, before] = [now(), computed()];
      const loaded = this.loadOnce(file);
      if (mutated && !mutated.some((one) => loaded.evaluation.modules.has(one))) continue;
      const loading = { id: `${nameOf(file)} ${LOADING}`, timeSpentMs: Math.round(now() - started) };
      this.durations.set(loading.id, computed() - before);
      const outcome = await this.runTests(loaded, () => true);
      for (const { id, computing } of outcome) this.durations.set(id, computing);
      perTest[loading.id] = loaded.atLoading;
      this.leaveOutFailed(loaded, outcome);
      Object.assign(perTest, loaded.coverage.perTest);
      loaded.coverage.perTest = {};
      const passed = outcome.filter(({ failure }) => failure === undefined);
      results.push(resultOf(file, loading), ...passed.map((result) => resultOf(file, result)));
    }
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: { static: {}, perTest } };
  }

  /** A test that fails here without a mutant, such as one that looks for files of the project, can judge none. */
  leaveOutFailed({ tests, coverage }, outcome) {
    const failed = new Map(outcome.filter(({ failure }) => failure !== undefined).map((one) => [one.id, one.failure]));
    for (const [one, id] of [...tests]) {
      if (!failed.has(id)) continue;
      this.log.warn(`Left out: ${id}: ${failed.get(id)}`);
      one.mode = "skip";
      tests.delete(one);
      delete coverage.perTest[id];
    }
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, sandboxFileName }) {
    if (!this.isSampled(activeMutant)) return { status: MutantRunStatus.Error, errorMessage: "not in the sample" };
    const limits = { hitLimit, hitCount: hitLimit ? 0 : undefined };
    try {
      return await this.killer(activeMutant.id, testFilter, sandboxFileName, limits);
    } finally {
      Object.assign(this.stryker, { activeMutant: undefined, hitLimit: undefined, hitCount: undefined });
      if (KEPT_FOR_GOOD.test(sandboxFileName)) this.loaded.clear();
    }
  }

  /** One mutant in `sample`, always the same ones; `draw` tells one such choice from another. */
  isSampled({ fileName, location: { start, end }, mutatorName, replacement }) {
    const { sample, draw } = this.options;
    const place = [nameOf(fileName), start.line, start.column, end.line, end.column, mutatorName, replacement];
    const hash = createHash("sha256").update(place.join("\n")).digest().readUInt32BE();
    return hash % sample === draw % sample;
  }

  /** Runs the tests that reach the mutant until one fails, those that are likeliest to fail first. */
  async killer(mutant, filter, source, limits) {
    const reached = new Map();
    for (const id of filter ?? [...this.durations.keys()]) {
      const file = id.slice(0, id.indexOf(" "));
      reached.set(file, [...(reached.get(file) ?? []), id]);
    }
    const started = computed();
    let nrOfTests = 0;
    for (const file of this.inOrder(source, reached)) {
      if (computed() - started > this.options.patience) break;
      let loaded = this.loadOnce(resolve(file));
      Object.assign(this.stryker, { activeMutant: mutant, ...(nrOfTests === 0 && limits) });
      const afresh = mutant in loaded.atLoading;
      try {
        if (afresh) loaded = this.load(resolve(file));
      } catch (error) {
        this.remember(source, file);
        return this.killed(`${file} ${LOADING}`, `${error}`, nrOfTests + 1);
      }
      const ids = new Set(reached.get(file));
      // What a mutant did while the file was evaluated may show in any of its tests.
      const results = await this.runTests(loaded, (id) => afresh || ids.has(id), true);
      this.stryker.activeMutant = undefined;
      nrOfTests += results.length;
      const failed = results.find(({ failure }) => failure !== undefined);
      if (failed) {
        this.remember(source, file);
        return this.killed(failed.id, failed.failure, nrOfTests);
      }
      const endless = this.endless();
      if (endless) return endless;
    }
    return { status: MutantRunStatus.Survived, nrOfTests };
  }

  killed(test, failureMessage, nrOfTests) {
    return this.endless() ?? { status: MutantRunStatus.Killed, killedBy: [test], failureMessage, nrOfTests };
  }

  endless() {
    const reached = determineHitLimitReached(this.stryker.hitCount, this.stryker.hitLimit);
    return reached && { ...reached, status: MutantRunStatus.Timeout };
  }

  remember(source, file) {
    const key = `${source} ${file}`;
    this.kills.set(key, (this.kills.get(key) ?? 0) + 1);
  }

  /**
   * A file's own test first, those named after its folder, those that need not be evaluated afresh, then those that find
   * most of its mutants in the time they take.
   */
  inOrder(source, reached) {
    const own = basename(source, ".ts");
    const folder = basename(dirname(source));
    const rank = [...reached].map(([file, ids]) => ({
      file,
      near:
        basename(file).replace(/\.test\.tsx?$/, "") === own ? 2 : Number(file.includes(folder, "test/core/".length)),
      kills: this.kills.get(`${source} ${file}`) ?? 0,
      time: ids.reduce((sum, id) => sum + (this.durations.get(id) ?? 0), 0),
      loads: ids.some((id) => id.endsWith(LOADING)),
      onlyLoads: ids.every((id) => id.endsWith(LOADING)),
    }));
    const worth = ({ kills, time }) => (kills + 1) / (time + QUICK);
    rank.sort((a, b) => b.near - a.near || a.loads - b.loads || worth(b) - worth(a));
    // The modules are the same wherever they are evaluated: beside the tests that reach a mutant once is enough.
    const [once] = rank.filter(({ onlyLoads }) => onlyLoads);
    const inTests = rank.some(({ onlyLoads }) => !onlyLoads);
    return rank.filter((one) => !inTests || !one.onlyLoads || one === once).map(({ file }) => file);
  }

  onEvent(event) {
    if (event.name === "test_start") this.stryker.currentTestId = this.running.tests.get(event.test);
    if (event.name === "test_skip") this.stryker.currentTestId = undefined;
    if (event.name === "test_fn_start") this.start = { at: now(), computed: computed() };
    if (event.name === "test_fn_success" || event.name === "test_fn_failure")
      event.test.took = { time: now() - this.start.at, computing: computed() - this.start.computed };
    if (event.name !== "test_done") return;
    this.stryker.currentTestId = undefined;
    if (this.bail && event.test.errors.length > 0) for (const other of this.running.tests.keys()) other.mode = "skip";
  }

  async runTests(loaded, wanted, bail = false) {
    resetState();
    Object.assign(getState(), { rootDescribeBlock: loaded.root, testTimeout: 60_000 });
    for (const [one, id] of loaded.tests) {
      Object.assign(one, { errors: [], status: null, invocations: 0, took: undefined });
      one.mode = wanted(id) ? undefined : "skip";
    }
    this.running = loaded;
    this.bail = bail;
    await run();
    loaded.evaluation.reset();
    return [...loaded.tests]
      .filter(([one]) => one.took !== undefined)
      .map(([one, id]) => ({
        id,
        timeSpentMs: Math.round(one.took.time),
        computing: one.took.computing,
        failure: one.errors.length > 0 ? messageOf(one.errors[0]) : undefined,
      }));
  }

  /** A test file as it is without a mutant. */
  loadOnce(file) {
    const known = this.loaded.get(file);
    if (known) return known;
    const { activeMutant } = this.stryker;
    this.stryker.activeMutant = undefined;
    const made = this.load(file);
    this.stryker.activeMutant = activeMutant;
    this.loaded.set(file, made);
    return made;
  }

  /** Evaluates a test file; its tests, each with an id, and the mutants that were met on the way. */
  load(file) {
    resetState();
    const coverage = { static: {}, perTest: {} };
    this.stryker.mutantCoverage = coverage;
    const evaluation = new Evaluation(file, this.libraries, loadShippedForms);
    const root = getState().rootDescribeBlock;
    const tests = testsIn(root, nameOf(file));
    for (const one of [...tests.keys()]) {
      if (!this.leftOut.test(one.name)) continue;
      one.mode = "skip";
      tests.delete(one);
    }
    return { evaluation, root, tests, coverage, atLoading: { ...coverage.static } };
  }
}

/** Loading the shipped forms takes longer than most tests: only a mutant that is met on the way has it done again. */
function loadShippedForms(modules) {
  modules.get(resolve("src/forms/index.ts"))?.exports.allForms();
}

function testsIn(root, file) {
  const tests = new Map();
  const seen = new Map();
  const visit = (block, path) => {
    for (const child of block.children) {
      const title = `${path} ${child.name}`;
      if (child.type === "describeBlock") visit(child, title);
      else {
        const count = (seen.get(title) ?? 0) + 1;
        seen.set(title, count);
        tests.set(child, count === 1 ? title : `${title} (${count})`);
      }
    }
  };
  visit(root, file);
  return tests;
}

function testFiles(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => /\.test\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

const nameOf = (file) => relative(process.cwd(), file).replaceAll(sep, "/");

const messageOf = ([error]) => `${error?.message ?? error}`.slice(0, 500);

const resultOf = (file, { id, timeSpentMs }) => ({
  id,
  name: id,
  timeSpentMs,
  fileName: file,
  status: TestStatus.Success,
});

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "in-process", InProcessRunner)];

export const strykerValidationSchema = {
  properties: {
    inProcess: {
      type: "object",
      properties: {
        tests: { type: "string", description: "The folder of the tests." },
        leaveOut: { type: "array", items: { type: "string" }, description: "Test files that are not run." },
        leaveOutTitled: { type: "string", description: "Pattern of the titles of tests that are not run." },
        sample: { type: "number", description: "One mutant in so many is tried." },
        draw: { type: "number", description: "Which of the possible samples is tried." },
        patience: { type: "number", description: "Milliseconds of computing after which no further file is run." },
      },
    },
  },
};
