/** What our functions need of Excel's runtime outside of it: the class of its errors. */

export interface RuntimeError {
  readonly code: string;
  readonly message?: string;
}

/** Sets up the errors, and takes down what is associated. */
export function setUpRuntime(): { readonly associated: Record<string, (...args: unknown[]) => unknown[][]> } {
  const associated: Record<string, (...args: unknown[]) => unknown[][]> = {};
  class CustomFunctionError extends Error implements RuntimeError {
    constructor(
      readonly code: string,
      message?: string,
    ) {
      super(message);
    }
  }
  const associate = (functions: typeof associated) => Object.assign(associated, functions);
  Object.assign(globalThis, { CustomFunctions: { Error: CustomFunctionError, associate } });
  return { associated };
}
