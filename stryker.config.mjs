/** Mutation testing of core: `npm run mutation`, or of some of it: `npm run mutation -- src/core/fill`. */
/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  plugins: ["./test/mutation/in-process-runner.mjs"],
  testRunner: "in-process",
  inProcess: {
    tests: "test/core",
    // Whole workbooks with mistakes put in: they confirm what the tests beside them find sooner.
    leaveOut: ["test/core/check/suspects/injected.test.ts", "test/core/fill/evaluated.test.ts"],
    // How long something takes says nothing of a mutant; and long random walks take too long for each.
    leaveOutTitled:
      "in bounded time|within seconds|grows with the table|keep anybody waiting|is read at once|says what a whole check says",
    sample: 1,
    draw: 0,
    patience: 3000,
  },
  coverageAnalysis: "perTest",
  mutate: [
    "src/core/**/*.ts",
    // Sentences and words for people: the tests of the catalogue and of the English texts hold them.
    "!src/core/**/texts.{vi,en}.ts",
    "!src/core/**/words.vi.ts",
    // The page of the catalogue: test/docs holds it letter by letter.
    "!src/core/check/catalogue{,-examples}.ts",
  ],
  ignorePatterns: [
    ".stryker-tmp*",
    "dist",
    "reports",
    "coverage",
    "out",
    "assets",
    "src/taskpane",
    "src/sandbox",
    "test/story",
  ],
  reporters: ["clear-text", "progress", "json"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  concurrency: 2,
  // Endless loops are told by how often a mutant is met; the clock only has to be patient on a busy machine.
  timeoutMS: 60_000,
  tempDirName: ".stryker-tmp",
};
