import { MOST_AT_ONCE } from "../../../electron/contract/limits.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";

/** So many photos at a time, or as many as one request takes. */
export function* inParts(ids: readonly PhotoId[], most = MOST_AT_ONCE): Generator<PhotoId[]> {
  for (let start = 0; start < ids.length; start += most) yield ids.slice(start, start + most);
}
