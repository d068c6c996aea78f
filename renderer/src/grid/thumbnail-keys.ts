import { thumbnailKey } from "../library/media-url.ts";
import type { PhotoSet } from "../library/photos/photo-set.ts";
import type { GridLayout } from "./layout/justify.ts";
import type { RowRange } from "./layout/rows.ts";

/** What the thumbnails of some rows are addressed by, in order, as far as the photos were read and have one. */
export function thumbnailKeys(
  set: PhotoSet,
  { firstPhoto }: GridLayout,
  { start, end }: RowRange,
): readonly string[] {
  const keys: string[] = [];
  for (let index = firstPhoto[start]!; index < firstPhoto[end]!; index++) {
    const photo = set.photoAt(index);
    const key = photo && thumbnailKey(photo);
    if (key !== undefined) keys.push(key);
  }
  return keys;
}
