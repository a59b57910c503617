/**
 * The order of the test files: those that take long come first, so that no core waits at the end while another is still in
 * one of them. Jest knows how long each took the last time; on a machine where it never ran it would go by their size.
 */
const { default: Sequencer } = require("@jest/test-sequencer");

/** What takes longer than its size tells, in the order in which it is begun. */
const LONG = [
  "taskpane/faults/",
  "taskpane/random/",
  "story/",
  "sandbox/page/",
  "hostile/",
  "libreoffice/",
  "taskpane/",
  "cli/",
  "fuzz/",
  "quality/",
  "docs/guide",
  "sandbox/",
];

const place = ({ path }) => {
  const at = LONG.findIndex((folder) => path.replaceAll("\\", "/").includes(`/test/${folder}`));
  return at < 0 ? LONG.length : at;
};

module.exports = class LongFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    const isKnown = sorted.every(({ duration }) => duration !== undefined);
    return isKnown ? sorted : sorted.sort((a, b) => place(a) - place(b));
  }
};
