/** A request that cannot be carried out, with a message for the person who made it. Ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
