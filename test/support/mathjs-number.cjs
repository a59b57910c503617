/**
 * What src asks of "mathjs/number", taken from the files that hold it. Required as a whole, that module makes each of its
 * three hundred functions, half a second for every test file; webpack leaves out what is not used, jest does not.
 */
const { dirname, join } = require("node:path");

const LIB = dirname(require.resolve("mathjs"));
const PARTS = [
  ...["Add", "Subtract", "Multiply", "Divide", "UnaryMinus", "Parse"],
  ...["Smaller", "SmallerEq", "Larger", "LargerEq"],
];

module.exports = Object.assign(
  { create: require(join(LIB, "core", "create.js")).create },
  ...PARTS.map((part) => require(join(LIB, "entry", "dependenciesNumber", `dependencies${part}.generated.js`))),
);
