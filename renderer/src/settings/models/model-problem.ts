import { LibraryError, type ErrorCode } from "../../../../electron/contract/errors.ts";
import { toShownError } from "../../errors/show-error.ts";
import { say, type MessageKey } from "../../messages/say.ts";

/** What went wrong with a model, shown where it was asked for. The row's own button is the way out. */
export interface ModelProblem {
  readonly text: string;
  /** What was expected and found, as the engine says it; undefined where that is no help. */
  readonly detail: string | undefined;
}

/** Where the general sentence speaks of photos or edits, this one speaks of models. */
const texts: Partial<Record<ErrorCode, MessageKey>> = {
  "model-missing": "model-problem.missing",
  "file-missing": "model-problem.missing",
  "model-invalid": "model-problem.invalid",
  "download-failed": "model-problem.download",
  "disk-full": "model-problem.full",
  "model-in-use": "model-problem.in-use",
};

/** Undefined for what the user did, or what another part of the window says already. */
export function describeModelProblem(error: unknown): ModelProblem | undefined {
  const shown = toShownError(error);
  if (shown.severity === "silent") return undefined;
  if (!(error instanceof LibraryError)) return { text: shown.text, detail: undefined };
  const text = texts[error.code];
  return text
    ? { text: say(text), detail: error.message }
    : { text: shown.text, detail: undefined };
}
