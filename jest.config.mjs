/** Tests mirror src. Libraries that ship only ES modules are compiled like our own code, and icons taken as their text. */
const esModules = ["hucre", "@borgar/fx", "preact", "@fluentui/svg-icons"].join("|");

/** @type {import("jest").Config} */
export default {
  testEnvironment: "node",
  // Libraries look at their globals once more when a test file has ended.
  testEnvironmentOptions: { globalsCleanup: "off" },
  // Within jest a global is looked up through a proxy at every use; these are handed to each file as they are. Not those that
  // tests replace (Date, timers), nor those whose name a library takes for its own (isNaN).
  sandboxInjectedGlobals: [
    ...["Math", "Number", "Object", "Array", "Map", "Set", "String", "JSON", "RegExp", "Symbol", "BigInt", "Error"],
    ...["Promise", "Uint8Array", "DataView", "Reflect", "parseInt"],
  ],
  roots: ["<rootDir>/test"],
  setupFiles: ["<rootDir>/test/support/properties.ts"],
  // The browser waits more than it works: one core need not be left free.
  maxWorkers: "100%",
  testSequencer: "<rootDir>/test/support/long-first.cjs",
  // Whole workbooks go through some tests, on machines of every speed.
  testTimeout: 60_000,
  moduleNameMapper: { "^mathjs/number$": "<rootDir>/test/support/mathjs-number.cjs" },
  testMatch: ["**/*.test.ts", "**/*.test.tsx"],
  transform: {
    "/mathjs/lib/cjs/factoriesNumber\\.js$": "<rootDir>/test/support/lazy-transform.cjs",
    "\\.(csv|svg)$": "<rootDir>/test/support/raw-transform.cjs",
    "\\.m?[jt]sx?$": [
      "ts-jest",
      {
        tsconfig: {
          module: "commonjs",
          moduleResolution: "node10",
          ignoreDeprecations: "6.0",
          allowJs: true,
          isolatedModules: true,
          verbatimModuleSyntax: false,
          target: "ES2022",
          jsx: "react-jsx",
          jsxImportSource: "preact",
          esModuleInterop: true,
        },
        diagnostics: false,
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esModules})/|mathjs/lib/cjs/factoriesNumber)`],
  moduleFileExtensions: ["ts", "tsx", "mjs", "js", "json", "csv", "svg"],
  collectCoverageFrom: ["src/core/**/*.ts"],
};
