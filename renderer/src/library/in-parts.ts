import { MOST_AT_ONCE } from "../../../electron/contract/limits.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";

/** As many photos at a time as one request takes. */
export function* inParts(ids: readonly PhotoId[]): Generator<PhotoId[]> {
  for (let start = 0; start < ids.length; start += MOST_AT_ONCE) {
    yield ids.slice(start, start + MOST_AT_ONCE);
  }
}
