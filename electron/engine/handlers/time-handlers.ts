import type { Recorded } from "../catalog/journal/journal.ts";
import { listPaths } from "../catalog/photos.ts";
import { setTimes, shiftTimes } from "../catalog/shift-time.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";

type TimeHandlers = Pick<Handlers, "photo.shiftTime" | "photo.setTime">;

export function timeHandlers({ db, feed }: Parts): TimeHandlers {
  function report({ entry, changed }: Recorded): { changed: number; entry: number | null } {
    for (const { id, path } of listPaths(db, changed)) feed.report({ kind: "tagged", id, path });
    if (entry !== undefined) feed.reportHistory();
    return { changed: changed.length, entry: entry ?? null };
  }

  return {
    "photo.shiftTime": ({ photos, bySeconds }) => report(shiftTimes(db, photos, bySeconds)),
    "photo.setTime": ({ photos, to }) => report(setTimes(db, photos, to)),
  };
}
