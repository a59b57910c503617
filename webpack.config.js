const path = require("node:path");
const webpack = require("webpack");
const { version } = require("./package.json");

/** What every program for Node has in common; the data of the forms goes into the bundle. */
const nodeProgram = (name, mode, entry) => ({
  name,
  mode,
  target: "node20",
  entry,
  output: { path: path.resolve(__dirname, "dist", name), filename: "[name].js", clean: true },
  devtool: "source-map",
  resolve: { extensions: [".ts", ".js", ".mjs"] },
  module: {
    rules: [
      {
        test: /\.ts$/,
        use: { loader: "ts-loader", options: { onlyCompileBundledFiles: true, compilerOptions: { noEmit: false } } },
      },
      { test: /\.csv$/, type: "asset/source" },
    ],
  },
  optimization: { minimize: false },
  performance: false,
  plugins: [
    new webpack.BannerPlugin({ banner: "#!/usr/bin/env node", raw: true, entryOnly: true }),
    new webpack.DefinePlugin({ BIEU_VERSION: JSON.stringify(version) }),
  ],
  stats: "errors-warnings",
});

/** `cli`: the program `bieu` and the tour that `npm start` takes; `bench`: the measurements of `npm run bench`. */
module.exports = (_env, { mode = "production" }) => [
  nodeProgram("cli", mode, { bieu: "./src/cli/bieu.ts", tour: "./src/cli/tour.ts" }),
  nodeProgram("bench", mode, { bench: "./test/bench/bench.ts" }),
];
