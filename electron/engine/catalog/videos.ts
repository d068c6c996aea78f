import { toAspectByte, UNKNOWN_ASPECT } from "../../contract/aspect.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "./database.ts";

/** What a video's file says of it; nothing more is to be found out. */
export function markVideoRead(
  db: Database,
  id: PhotoId,
  facts: {
    readonly format: string;
    readonly durationSeconds?: number;
    readonly widthPx?: number;
    readonly heightPx?: number;
  },
): void {
  const { format, durationSeconds, widthPx, heightPx } = facts;
  const aspect = widthPx && heightPx ? toAspectByte(widthPx, heightPx) : UNKNOWN_ASPECT;
  db.run(
    "UPDATE photo SET width_px = ?, height_px = ?, aspect = ?, format = ?, duration_seconds = ? WHERE id = ?",
    [widthPx ?? null, heightPx ?? null, aspect, format, durationSeconds ?? null, id],
  );
  db.run("DELETE FROM failure WHERE photo_id = ?", [id]);
}
