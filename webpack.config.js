const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const webpack = require("webpack");
const { version } = require("./package.json");

const MODULES = {
  rules: [
    {
      test: /\.ts$/,
      use: { loader: "ts-loader", options: { onlyCompileBundledFiles: true, compilerOptions: { noEmit: false } } },
    },
    // The data of the forms goes into the bundle as it is.
    { test: /\.csv$/, type: "asset/source" },
  ],
};
const RESOLVE = { extensions: [".ts", ".js", ".mjs"] };

/** Where the manifest of a developer's machine points to. */
const DEVELOPER_URL = "https://localhost:3000";

/** What every program for Node has in common. */
const nodeProgram = (name, mode, entry) => ({
  name,
  mode,
  target: "node20",
  entry,
  output: { path: path.resolve(__dirname, "dist", name), filename: "[name].js", clean: true },
  devtool: "source-map",
  resolve: RESOLVE,
  module: MODULES,
  optimization: { minimize: false },
  performance: false,
  plugins: [
    new webpack.BannerPlugin({ banner: "#!/usr/bin/env node", raw: true, entryOnly: true }),
    new webpack.DefinePlugin({ BIEU_VERSION: JSON.stringify(version) }),
  ],
  stats: "errors-warnings",
});

/** The static site of the task pane, which any server can host: `npm run build -- --env url=https://…`. */
const site = (mode, url) => ({
  name: "web",
  mode,
  target: "web",
  entry: { taskpane: "./src/taskpane/taskpane.ts" },
  output: { path: path.resolve(__dirname, "dist/web"), filename: "[name].[contenthash:8].js", clean: true },
  devtool: "source-map",
  resolve: RESOLVE,
  module: MODULES,
  performance: false,
  plugins: [
    new HtmlPlugin({ template: "./src/taskpane/taskpane.html", filename: "taskpane.html", chunks: ["taskpane"] }),
    new CopyPlugin({
      patterns: [
        { from: "assets", to: "assets" },
        { from: "src/taskpane/taskpane.css", to: "taskpane.css" },
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

/** `cli`: the program `bieu` and the tour of `npm start`; `web`: the add-in's site; `bench`: the measurements. */
module.exports = ({ url = DEVELOPER_URL } = {}, { mode = "production" }) => [
  nodeProgram("cli", mode, { bieu: "./src/cli/bieu.ts", tour: "./src/cli/tour.ts" }),
  site(mode, url),
  nodeProgram("bench", mode, { bench: "./test/bench/bench.ts" }),
];
