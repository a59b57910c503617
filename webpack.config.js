const path = require("node:path");
const webpack = require("webpack");
const { version } = require("./package.json");

/** Builds the command line program; the data of the forms goes into the bundle. */
module.exports = (_env, { mode = "production" }) => ({
  name: "cli",
  mode,
  target: "node20",
  entry: { bieu: "./src/cli/bieu.ts", tour: "./src/cli/tour.ts" },
  output: {
    path: path.resolve(__dirname, "dist/cli"),
    filename: "[name].js",
    clean: true,
  },
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
