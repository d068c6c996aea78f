import { LibraryError } from "../../../electron/contract/errors.ts";
import type { ToldError } from "../library/notices.svelte.ts";
import { say } from "../messages/say.ts";
import { errorMessages } from "./error-messages.ts";

/** What the user is told about anything that was thrown. Bugs go to the console with their stack. */
export function toShownError(error: unknown): ToldError {
  const code = error instanceof LibraryError ? error.code : "unexpected";
  if (!(error instanceof LibraryError)) console.error(error);
  const { text, severity, actions } = errorMessages[code];
  return { text: say(text), severity, canTryAgain: actions.includes("try-again") };
}
