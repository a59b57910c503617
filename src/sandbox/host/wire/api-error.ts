/** What Excel answers when it refuses; the library makes it an `OfficeExtension.Error`. */

const STATUS: Readonly<Record<string, number>> = {
  ItemNotFound: 404,
  ApiNotFound: 404,
  AccessDenied: 403,
  ItemAlreadyExists: 409,
  GeneralException: 500,
};

export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly code: string,
    message: string,
    /** Class and member, such as `Range.getRow`; the batch fills it in where it is not said. */
    readonly location?: string,
  ) {
    super(message);
  }

  get status(): number {
    return STATUS[this.code] ?? 400;
  }
}

export const notFound = (): ApiError => new ApiError("ItemNotFound", "The requested resource doesn't exist.");

/** What was found. @throws ApiError where nothing was */
export function present<T>(found: T | null | undefined): T {
  if (found === null || found === undefined) throw notFound();
  return found;
}

export const invalidArgument = (message = "The argument is invalid or missing or has an incorrect format."): ApiError =>
  new ApiError("InvalidArgument", message);
export const accessDenied = (): ApiError => new ApiError("AccessDenied", "You cannot perform the requested operation.");
export const notEmulated = (member: string): ApiError => new ApiError("ApiNotFound", `not emulated: ${member}`, member);
