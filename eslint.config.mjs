import js from "@eslint/js";
import officeAddins from "eslint-plugin-office-addins";
import tseslint from "typescript-eslint";

/**
 * Imports point one way: core ← forms ← xlsx, excel, functions, cli ← taskpane ← sandbox.
 * Each folder lists the folders that it must not know.
 */
const MAY_NOT_IMPORT = {
  core: ["forms", "xlsx", "excel", "functions", "cli", "taskpane", "sandbox"],
  forms: ["xlsx", "excel", "functions", "cli", "taskpane", "sandbox"],
  xlsx: ["forms", "excel", "functions", "cli", "taskpane", "sandbox"],
  excel: ["xlsx", "functions", "cli", "taskpane", "sandbox"],
  functions: ["xlsx", "excel", "cli", "taskpane", "sandbox"],
  cli: ["excel", "functions", "taskpane", "sandbox"],
  taskpane: ["cli", "sandbox"],
};

/** Excel is spoken to in one folder; the pane and the core reach it through the workbook port. */
const onlyExcelSpeaksToExcel = {
  files: ["src/{core,forms,xlsx,cli,taskpane}/**/*.{ts,tsx}"],
  rules: { "no-restricted-globals": ["error", "Excel", "OfficeExtension", "CustomFunctions"] },
};

/**
 * Microsoft's rules for Office.js. Left out are the two that guess whether a property was loaded before it is read: they
 * take a format that is written to, and the result of a method, for such a read. The tests run the real library, which
 * throws where a property was not loaded.
 */
const officeRules = [
  {
    files: ["src/{excel,functions,taskpane}/**/*.{ts,tsx}"],
    plugins: { "office-addins": officeAddins },
    rules: Object.fromEntries(
      [
        "call-sync-after-load",
        "no-context-sync-in-loop",
        "no-empty-load",
        "no-navigational-load",
        "no-office-initialize",
        "test-for-null-using-isNullObject",
      ].map((rule) => [`office-addins/${rule}`, "error"]),
    ),
  },
  {
    // One round trip for each batch of the size that Excel takes: one for any Biểu.
    files: ["src/excel/write.ts"],
    rules: { "office-addins/no-context-sync-in-loop": "off" },
  },
];

/** Nothing leaves the machine, no text becomes markup or code. The page's policy refuses the same; here it does not get that far. */
const staysHere = {
  files: ["src/{core,forms,xlsx,excel,functions,cli,taskpane}/**/*.{ts,tsx}"],
  rules: {
    "no-eval": "error",
    "no-implied-eval": "off",
    "@typescript-eslint/no-implied-eval": "error",
    "no-restricted-properties": ["error", { object: "navigator", property: "sendBeacon" }],
    "no-restricted-syntax": [
      "error",
      {
        selector:
          ":matches(MemberExpression > Identifier.property, JSXAttribute > JSXIdentifier)[name=/^(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML)$/]",
        message: "Texts of a workbook are shown as text, never as markup.",
      },
      {
        selector:
          ":matches(CallExpression, NewExpression) > Identifier.callee[name=/^(fetch|XMLHttpRequest|WebSocket|EventSource|RTCPeerConnection)$/]",
        message: "No figure leaves the machine.",
      },
    ],
  },
};

const directions = Object.entries(MAY_NOT_IMPORT).map(([folder, forbidden]) => ({
  files: [`src/${folder}/**/*.{ts,tsx}`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          {
            regex: `^(\\.\\./)+(${forbidden.join("|")})(/|$)`,
            message: `src/${folder} must not know this folder: imports point one way (docs/architecture.md).`,
          },
          ...(["core", "forms", "xlsx", "excel", "functions", "taskpane"].includes(folder)
            ? [{ regex: "^node:", message: `src/${folder} runs in the browser too.` }]
            : []),
        ],
      },
    ],
  },
}));

export default tseslint.config(
  { ignores: ["dist/", "coverage/", "reports/", "out/", ".stryker-tmp*/"] },
  js.configs.recommended,
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.recommendedTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      // An empty text or false counts as absent in places; `??` would keep it.
      "@typescript-eslint/prefer-nullish-coalescing": ["error", { ignorePrimitives: { boolean: true, string: true } }],
      "@typescript-eslint/dot-notation": "off",
      eqeqeq: "error",
      "no-console": "error",
    },
  },
  {
    files: ["**/*.cjs", "webpack.config.js"],
    languageOptions: {
      sourceType: "commonjs",
      globals: { module: "readonly", require: "readonly", __dirname: "readonly" },
    },
  },
  { files: ["**/*.mjs"], languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly" } } },
  {
    // jest's asymmetric matchers (expect.stringContaining) are typed as any.
    files: ["test/**/*.{ts,tsx}"],
    rules: { "@typescript-eslint/no-unsafe-assignment": "off" },
  },
  onlyExcelSpeaksToExcel,
  staysHere,
  ...officeRules,
  ...directions,
);
