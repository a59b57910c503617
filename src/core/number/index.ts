export type * from "./figure";
export { readColumn, rereadCell, type ColumnReading } from "./column";
export { decimalsOf, decimalsOfFormat, isPercentFormat } from "./decimals";
export {
  add,
  contains,
  couldRoundTo,
  divide,
  multiply,
  overlaps,
  point,
  roundingInterval,
  scale,
  subtract,
  type Interval,
} from "./interval";
export { readFigure } from "./read";
export { roundHalfAway } from "./round";
export { writeFigure, writeInteger } from "./write";
