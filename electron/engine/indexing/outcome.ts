import type { ErrorCode } from "../../contract/errors.ts";
import type { Told } from "../../contract/told.ts";

/** How indexing one photo ended. A bad file is an ordinary ending, so it is a value, not a throw. */
export type IndexOutcome =
  | { readonly kind: "indexed" }
  /** It has its thumbnail and waits to be indexed, because indexing is paused. */
  | { readonly kind: "shown" }
  /** Not to be indexed any more: gone from the catalog, or changed on the disk while it was read. */
  | { readonly kind: "superseded" }
  /** The folder's disk went away: the photo waits until it is back. */
  | { readonly kind: "away" }
  | {
      readonly kind: "failed";
      readonly code: ErrorCode;
      readonly message: string;
      readonly why: Told | undefined;
    };
