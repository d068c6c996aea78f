import type { PhotoId } from "../contract/photo.ts";
import type { Database } from "./catalog/database.ts";
import { listIndexedBy } from "./catalog/model-coverage.ts";
import { clearSetting, getSetting } from "./catalog/settings.ts";
import type { ModelRooms } from "./model-rooms.ts";

/** Photos that are asked for together: some milliseconds. */
const AT_ONCE = 1000;

/**
 * A catalog that came from a backup may call photos indexed whose embeddings this library's vector table does not
 * have. They wait again. Done once after a restore; goes on after a restart. Answers with how many.
 */
export async function requeueLost(
  db: Database,
  { model, vectors }: Pick<ModelRooms, "model" | "vectors">,
  signal: AbortSignal,
): Promise<number> {
  if (getSetting(db, "check-vectors") === undefined) return 0;
  let [after, lost]: [PhotoId | 0, number] = [0, 0];
  for (;;) {
    const photos = listIndexedBy(db, model.key, { after, limit: AT_ONCE });
    const last = photos.at(-1);
    if (!last) break;
    after = last.id;
    const known = await vectors.has(photos.flatMap(({ fingerprint }) => fingerprint ?? []));
    if (signal.aborted) return lost;
    const missing = photos.filter(({ fingerprint }) => !known.has(fingerprint ?? ""));
    db.run("UPDATE photo SET indexed_by = NULL WHERE id IN (SELECT value FROM json_each(?))", [
      JSON.stringify(missing.map(({ id }) => id)),
    ]);
    lost += missing.length;
  }
  clearSetting(db, "check-vectors");
  return lost;
}
