import { LibraryError } from "../../contract/errors.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";

export function evaluateHandlers(_parts: Parts): Pick<Handlers, "similar.evaluate"> {
  const unanswered = (): never => {
    throw new LibraryError("unexpected", "not answered yet");
  };
  return { "similar.evaluate": unanswered };
}
