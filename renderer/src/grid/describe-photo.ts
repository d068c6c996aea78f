import type { Photo } from "../../../electron/contract/photo.ts";
import { formatDuration, formatPercent, formatTakenDay } from "../messages/format.ts";
import { say } from "../messages/say.ts";

export interface TilePlace {
  readonly index: number;
  readonly total: number;
  readonly similarity: number | undefined;
}

/** What a tile is called: what can be read on it, so that people who speak to their computer can name it. */
export function namePhoto({ name, durationSeconds }: Photo): string {
  return durationSeconds === null ? name : `${name}, ${formatDuration(durationSeconds)}`;
}

/** What a screen reader hears after a photo's name. */
export function describePhoto(photo: Photo, { index, total, similarity }: TilePlace): string {
  return [
    similarity !== undefined &&
      say("tile.similarity", { percent: formatPercent(Math.max(0, similarity)) }),
    photo.kind === "video" && say("tile.video"),
    photo.takenAt !== null && formatTakenDay(photo.takenAt),
    photo.labels[0]?.name,
    photo.rating > 0 && say("rating.stars", { count: photo.rating }),
    photo.flag && say(photo.flag === "pick" ? "flag.picked" : "flag.rejected"),
    photo.colourLabel && say(`colour.${photo.colourLabel}`).toLocaleLowerCase(),
    photo.isMissing && say("tile.missing"),
    photo.state === "failed" && say("tile.failed"),
    say("grid.position", { index: index + 1, total }),
  ]
    .filter(Boolean)
    .join(", ");
}
