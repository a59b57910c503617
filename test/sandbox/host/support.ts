/** What the tests of the host share. */

/** The code that a request fails with; "" where it does not. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return "";
  } catch (error) {
    return (error as { code: string }).code;
  }
}
