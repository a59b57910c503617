/** A count with its noun: "1 rule", "2 rules". @param many where it is not made with an s */
export const plural = (count: string, one: string, many = `${one}s`): string =>
  `${count} ${count === "1" ? one : many}`;
