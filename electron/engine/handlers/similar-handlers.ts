import { LibraryError } from "../../contract/errors.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";

type SimilarHandlers = Pick<Handlers, "similar.search" | "picture.open">;

export function similarHandlers(_parts: Parts): SimilarHandlers {
  const unanswered = (): never => {
    throw new LibraryError("unexpected", "not answered yet");
  };
  return { "similar.search": unanswered, "picture.open": unanswered };
}
