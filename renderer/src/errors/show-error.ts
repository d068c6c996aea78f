import { LibraryError, type ErrorCode } from "../../../electron/contract/errors.ts";
import { say } from "../messages/say.ts";
import { errorMessages, type ErrorPresentation } from "./error-messages.ts";

export interface ShownError {
  readonly code: ErrorCode;
  readonly text: string;
  readonly presentation: ErrorPresentation;
}

/** What the user is told about anything that was thrown. Bugs go to the console with their stack. */
export function toShownError(error: unknown): ShownError {
  const code = error instanceof LibraryError ? error.code : "unexpected";
  if (!(error instanceof LibraryError)) console.error(error);
  const presentation = errorMessages[code];
  return { code, text: say(presentation.text), presentation };
}
