/** Mutation testing of the rules that people trust their names to: `npm run mutation`. */
/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  testRunner: "jest",
  jest: { configFile: "jest.config.mjs", enableFindRelatedTests: true },
  coverageAnalysis: "perTest",
  mutate: ["src/core/number/**/*.ts", "src/core/compare/**/*.ts"],
  reporters: ["clear-text", "progress"],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  concurrency: 2,
  tempDirName: ".stryker-tmp",
};
