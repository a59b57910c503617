const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const { generateCustomFunctionsMetadata } = require("custom-functions-metadata");
const HtmlPlugin = require("html-webpack-plugin");
const webpack = require("webpack");
const { Licences } = require("./.ci/licences.cjs");
const { Stamp } = require("./.ci/stamp.cjs");
const { version } = require("./package.json");

const MODULES = {
  rules: [
    {
      test: /\.tsx?$/,
      use: { loader: "ts-loader", options: { transpileOnly: true, compilerOptions: { noEmit: false } } },
    },
    // The data of the forms goes into the bundle as it is.
    { test: /\.csv$/, type: "asset/source" },
    // Icons are drawn into the page, so that they take the colour of their text.
    { test: /\.svg$/, type: "asset/source" },
  ],
};
const RESOLVE = { extensions: [".ts", ".tsx", ".js", ".mjs"] };

/** Where the manifest of a developer's machine points to. */
const DEVELOPER_URL = "https://localhost:3000";

/** Office.js in production, from Microsoft, and on the sandbox's own server, which hands out the installed package. */
const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
const LOCAL_OFFICE_JS = "office-js/office.js";

const output = (name, filename) => ({ path: path.resolve(__dirname, "dist", name), filename, clean: true });
const constants = () => new webpack.DefinePlugin({ BIEU_VERSION: JSON.stringify(version) });

/** What every program for Node has in common. */
const nodeProgram = (name, mode, entry, plugins = []) => ({
  name,
  mode,
  target: "node20",
  entry,
  output: output(name, "[name].js"),
  devtool: "source-map",
  resolve: RESOLVE,
  module: MODULES,
  optimization: { minimize: false },
  performance: false,
  plugins: [
    new webpack.BannerPlugin({ banner: "#!/usr/bin/env node", raw: true, entryOnly: true }),
    constants(),
    new Stamp(),
    ...plugins,
  ],
  stats: "errors-warnings",
});

/**
 * What Excel must know of our functions, from their comments. Its own plugin is not used: it cannot say that our
 * functions take error values, so that one error in a range would take the whole range along, and it adds calls to
 * Office.js that break the page where Office.js did not load.
 *
 * @throws Error where the comments do not fit the functions
 */
async function functionsMetadata(file) {
  const { metadataJson, errors } = await generateCustomFunctionsMetadata(file);
  if (errors.length > 0) throw new Error(errors.join("\n"));
  return JSON.stringify({ allowErrorForDataTypeAny: true, ...JSON.parse(metadataJson) }, null, 2);
}

/** The task pane with the custom functions, which share one runtime: the same in production and in the sandbox. */
const paneFiles = (officeJs, before = []) => [
  new HtmlPlugin({
    template: "./src/taskpane/taskpane.html",
    filename: "taskpane.html",
    chunks: ["taskpane"],
    scriptLoading: "defer",
    templateParameters: { officeJs, before },
  }),
  new CopyPlugin({
    patterns: [
      { from: "assets", to: "assets" },
      { from: "src/taskpane/**/*.css", to: "[name].css" },
      {
        from: "src/functions/functions.ts",
        to: "functions.json",
        transform: (_, file) => functionsMetadata(file),
      },
    ],
  }),
];

/** The static site of the add-in, which any server can host: `npm run build -- --env url=https://…`. */
const site = (mode, url) => ({
  name: "web",
  mode,
  target: "web",
  entry: { taskpane: "./src/taskpane/taskpane.tsx" },
  output: output("web", "[name].[contenthash:8].js"),
  devtool: "source-map",
  resolve: RESOLVE,
  module: MODULES,
  performance: false,
  plugins: [
    constants(),
    new Stamp(),
    new Licences(),
    ...paneFiles(OFFICE_JS),
    new CopyPlugin({
      patterns: [
        {
          from: "manifest.xml",
          to: "manifest.xml",
          transform: (content) => content.toString().replaceAll(DEVELOPER_URL, url.replace(/\/$/, "")),
        },
      ],
    }),
  ],
  stats: "errors-warnings",
});

/** The page that stands in for Excel, with the same pane in a frame. Never part of the add-in's site. */
const sandbox = (mode) => ({
  name: "sandbox",
  mode,
  target: "web",
  entry: {
    taskpane: "./src/taskpane/taskpane.tsx",
    sandbox: "./src/sandbox/page/sandbox.tsx",
    // Runs in the pane's frame before Office.js, and hands its calls to the host in the page around.
    frame: { import: "./src/sandbox/page/frame.ts", filename: "frame.js" },
  },
  output: output("sandbox", "[name].[contenthash:8].js"),
  devtool: "source-map",
  resolve: RESOLVE,
  module: MODULES,
  // It is tried where it was built, so that a quick start counts for more than small files.
  optimization: { minimize: false },
  performance: false,
  plugins: [
    constants(),
    new Stamp(),
    ...paneFiles(LOCAL_OFFICE_JS, ["frame.js"]),
    new HtmlPlugin({
      template: "./src/sandbox/page/sandbox.html",
      filename: "index.html",
      chunks: ["sandbox"],
      scriptLoading: "defer",
    }),
    new CopyPlugin({
      patterns: [
        { from: "src/sandbox/page/sandbox.css", to: "sandbox.css" },
        // The published figures that the sandbox starts with.
        { from: "test/fixtures/dien-bien-2024-6t/pl02.csv", to: "dien-bien-pl02.csv" },
      ],
    }),
  ],
  stats: "errors-warnings",
});

/** The measurements. What opens browsers and windows stays in node_modules; so does Office.js, which is looked up there. */
const bench = (mode) => ({
  ...nodeProgram("bench", mode, { bench: "./test/bench/bench.ts" }),
  externals: { jsdom: "commonjs jsdom", "playwright-core": "commonjs playwright-core" },
  module: { rules: [...MODULES.rules, { test: /support[\\/]office\.ts$/, parser: { commonjs: false } }] },
});

/** How many mistakes the check finds. It reads its data from the sources' folders, wherever the program lies. */
const quality = (mode) => ({
  ...nodeProgram("quality", mode, { quality: "./test/quality/quality.ts" }),
  node: { __dirname: true },
});

/** The pictures of README and guide. It drives a browser and reads the sources' folders, wherever the program lies. */
const pictures = (mode) => ({
  ...nodeProgram("pictures", mode, { pictures: "./test/pictures/pictures.ts" }),
  externals: { "playwright-core": "commonjs playwright-core" },
  node: { __dirname: true },
});

/** Long runs over what reads the work of others. It reads its data from the sources' folders, wherever the program lies. */
const fuzz = (mode) => ({
  ...nodeProgram("fuzz", mode, { fuzz: "./test/fuzz/fuzz.ts" }),
  node: { __dirname: true },
  externals: { "excelize-wasm": "commonjs excelize-wasm" },
});

/** The findings list as Fluent UI React would build it, for the bench to measure ours against; no part of the product. */
const fluentPeer = (mode) => ({
  name: "bench-fluent",
  mode,
  target: "web",
  entry: { pane: "./test/bench/fluent/pane.mjs" },
  output: output("bench-fluent", "[name].[contenthash:8].js"),
  module: MODULES,
  performance: false,
  plugins: [
    new HtmlPlugin({ template: "./test/bench/fluent/pane.html", filename: "pane.html", scriptLoading: "defer" }),
  ],
  stats: "errors-warnings",
});

/** The sandbox's host, to stand in for Excel in the pages that the bench loads. */
const benchHost = (mode) => ({
  name: "bench-host",
  mode,
  target: "web",
  entry: { host: "./test/bench/browser/host-page.ts" },
  output: output("bench-host", "[name].js"),
  resolve: RESOLVE,
  module: MODULES,
  performance: false,
  stats: "errors-warnings",
});

/**
 * `cli`: the program `bieu` and the tour over real files; `catalogue`: writes docs/quy-tac.md; `web`: the add-in's site; `sandbox`: the page that stands in
 * for Excel, and `serve`: its server; `bench`, `bench-fluent`,
 * `bench-host`: the measurements; `quality`: how many mistakes are found; `pictures`: those of README and guide;
 * `fuzz`: long runs over hostile input.
 */
const programs = (mode, url) => [
  nodeProgram("cli", mode, { bieu: "./src/cli/bieu.ts", tour: "./src/cli/tour.ts" }, [new Licences()]),
  nodeProgram("catalogue", mode, { catalogue: "./src/cli/catalogue.ts" }),
  site(mode, url),
  sandbox(mode),
  nodeProgram("serve", mode, { serve: "./src/sandbox/server/serve.ts" }),
  bench(mode),
  quality(mode),
  pictures(mode),
  fuzz(mode),
  fluentPeer(mode),
  benchHost(mode),
];

/** What did not change since the last build is taken from it: a second `npm start` takes seconds. */
const cache = (name, mode) => ({
  type: "filesystem",
  name: `${name}-${mode}`,
  cacheDirectory: path.resolve(__dirname, "dist", ".cache"),
  compression: "gzip",
  buildDependencies: { config: ["webpack.config.js", "tsconfig.json"].map((file) => path.resolve(__dirname, file)) },
});

module.exports = ({ url = DEVELOPER_URL } = {}, { mode = "production" }) =>
  programs(mode, url).map((program) => ({ ...program, cache: cache(program.name, mode) }));
