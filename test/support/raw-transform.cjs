/** Gives jest a data file as its text, the way webpack's asset/source does in the build. */
module.exports = {
  process(text) {
    return { code: `module.exports = ${JSON.stringify(text)};` };
  },
};
