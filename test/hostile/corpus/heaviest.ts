/** The names of the files that ask for most: the program itself is tried on them, with little memory to give. */
export const HEAVIEST: readonly string[] = [
  ...["a bomb of a high ratio", "a bomb that says it is small", "many entries over the same bytes"],
  ...["many entries over bytes that unpack to nothing", "elements a million deep", "comments without end"],
  ...["a cell in the last corner", "every row in use", "merges over merges", "columns described without end"],
  ...["a shared text of thirty megabytes in every label", "too many cells"],
];
