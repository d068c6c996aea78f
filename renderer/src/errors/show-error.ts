import { LibraryError } from "../../../electron/contract/errors.ts";
import type { ToldError } from "../library/notices.svelte.ts";
import { retell } from "../messages/retell.ts";
import { say, type MessageKey } from "../messages/say.ts";
import { errorMessages } from "./error-messages.ts";

/** What the user is told about anything that was thrown. Bugs go to the console with their stack. */
export function toShownError(error: unknown): ToldError {
  const code = error instanceof LibraryError ? error.code : "unexpected";
  if (!(error instanceof LibraryError)) console.error(error);
  const { text, severity, actions } = errorMessages[code];
  return { text: textOf(error, text), severity, canTryAgain: actions.includes("try-again") };
}

/** What the engine told of it, which names what it is about; else what its code says. */
function textOf(error: unknown, byCode: MessageKey): string {
  if (!(error instanceof LibraryError) || !error.told) return say(byCode);
  const { text, lang } = retell(error.told, error.message);
  return lang === undefined ? text : say(byCode);
}
