/** A workbook that an add-in makes of a file, to be opened in a window of its own. */

import { type ApiClass, type ApiObject, type Args, type WireContext, bind } from "../api-class";
import { ApiError, invalidArgument } from "../api-error";

interface CreatedWorkbook {
  readonly id: string;
  /** The file; an empty workbook where there is none. */
  readonly bytes: Uint8Array | undefined;
}

const createdWorkbookClass: ApiClass<CreatedWorkbook> = {
  name: "WorkbookCreated",
  properties: { Id: { get: ({ id }) => id } },
  id: ({ id }) => ({ Id: id }),
  methods: {
    Open: ({ bytes }, _args, { newWindows }) => newWindows.open(bytes),
  },
};

/** `Application.createWorkbook(base64)`: the file is looked at only so far that it may be one. */
export function createdWorkbook(args: Args, context: WireContext): ApiObject {
  if (context.newWindows.refused()) {
    throw new ApiError("GeneralException", "There was an internal error while processing the request.");
  }
  const text = args.textOr(0, undefined);
  const bytes = text === undefined ? undefined : bytesOf(text);
  return bind(createdWorkbookClass, { id: context.workbook.newId("workbook"), bytes }, context);
}

/** Every .xlsx file is a zip archive, and these begin so. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];

function bytesOf(base64: string): Uint8Array {
  let binary: string;
  try {
    binary = atob(base64);
  } catch {
    throw invalidArgument();
  }
  const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
  if (!ZIP.every((byte, at) => bytes[at] === byte)) throw invalidArgument();
  return bytes;
}
