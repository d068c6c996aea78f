/**
 * @file What the catalog and a photo's XMP sidecar last agreed on, from which the next change of either side is told.
 */
import type { FolderId } from "../../contract/folder.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "./database.ts";
import type { FileFacts } from "./photo-facts.ts";
import { readEnteredWords, readFileWords } from "./photo-values.ts";

/** The user's single values that a sidecar has, too. */
export interface MirroredValues {
  /** Stars, 0 to 5. */
  readonly rating?: number | null;
  readonly title?: string | null;
  readonly caption?: string | null;
  /** `pick`, `reject`. */
  readonly flag?: string | null;
  /** One of {@link colourLabels}. */
  readonly colourLabel?: string | null;
  /** Degrees clockwise over the orientation that the file has of its own. */
  readonly turn?: string | number | null;
}

export interface MirrorState {
  /** What the user entered and the sidecar says as well; keys of tags. */
  readonly agreed?: MirroredValues & {
    readonly tags?: readonly string[];
    /** Paths of those that the photo has, as they were spelled here; see [Note: Three-way merge]. */
    readonly spelledTags?: readonly string[];
    /** Those of them that the user entered: no import takes them away. */
    readonly userTags?: readonly string[];
    /** Tags that the user had taken away. */
    readonly removedTags?: readonly string[];
  };
  /** What the file said when the user entered something else, where it says a third thing by now. */
  readonly before?: MirroredValues;
  /** The sidecar's lists of keywords as they were, by list. */
  readonly lists?: Readonly<Record<string, readonly string[]>>;
}

const FIELDS = ["rating", "title", "caption", "flag", "colourLabel", "turn"] as const;

export function readMirrorState(db: Database, id: PhotoId): MirrorState {
  const row = db.get<{ state: string }>("SELECT state FROM mirror_state WHERE photo_id = ?", [id]);
  return row ? (JSON.parse(row.state) as MirrorState) : {};
}

export function saveMirrorState(db: Database, id: PhotoId, state: MirrorState): void {
  db.run("INSERT OR REPLACE INTO mirror_state (photo_id, state) VALUES (?, ?)", [
    id,
    JSON.stringify(state),
  ]);
}

/**
 * What was read from a photo's files, without what only came back from its mirror: that is the user's word and not the
 * file's, whose own is kept. Remembers, for the next merge, what the file said when the user entered something else.
 */
export function withoutMirrored<F extends FileFacts>(db: Database, id: PhotoId, facts: F): F {
  const state = readMirrorState(db, id);
  const isRead = db.get("SELECT 1 FROM file_value WHERE photo_id = ?", [id]) !== undefined;
  const said: Required<MirroredValues> | undefined = isRead ? readFileWords(db, id) : undefined;
  const given = readEnteredWords(db, id);
  const changes = FIELDS.map((field) => {
    const value = facts[field] ?? null;
    const isOurs = value !== null && value === state.agreed?.[field];
    const isNews = said !== undefined && !isOurs && value !== said[field] && given[field] !== null;
    const isKept = isNews && !(field in (state.before ?? {})) && !(field in (state.agreed ?? {}));
    return { field, isOurs, isKept };
  });
  const kept = changes.filter(({ isKept }) => isKept).map(({ field }) => [field, said?.[field]]);
  if (kept.length > 0) {
    const before = { ...state.before, ...(Object.fromEntries(kept) as MirroredValues) };
    saveMirrorState(db, id, { ...state, before });
  }
  const own = changes.filter(({ isOurs }) => isOurs);
  return {
    ...facts,
    ...Object.fromEntries(own.map(({ field }) => [field, said?.[field] ?? undefined])),
  };
}

/**
 * What a reading of the photo's files settles: a tag that neither the photo nor what was read (`read`, as keys) has is gone on both
 * sides, so that the user who gives it again gives a new one; and one that the photo has again is not taken away any more.
 */
export function settleReadTags(db: Database, id: PhotoId, read: readonly string[]): void {
  const state = readMirrorState(db, id);
  const { tags = [], removedTags = [] } = state.agreed ?? {};
  if (tags.length + removedTags.length === 0) return;
  const rows = db.all<{ key: string }>(
    "SELECT key FROM photo_tag JOIN tag ON tag.id = tag_id WHERE photo_id = ?",
    [id],
  );
  const own = new Set(rows.map(({ key }) => key));
  const there = own.union(new Set(read));
  const settled = {
    tags: tags.filter((key) => there.has(key)),
    removedTags: removedTags.filter((key) => !own.has(key)),
  };
  saveMirrorState(db, id, { ...state, agreed: { ...state.agreed, ...settled } });
}

/**
 * Paths of tags that the photo has from its sidecar and keeps though that is gone: where the folder mirrors, what both sides agreed on is the
 * library's as well, and is written again with the next edit.
 */
export function keptWithoutSidecar(db: Database, id: PhotoId): string[] {
  return db
    .all<{ path: string }>(
      `SELECT tag.path FROM photo_tag JOIN tag ON tag.id = tag_id
       JOIN mirror_state USING (photo_id) JOIN photo ON photo.id = photo_id
       JOIN folder ON folder.id = folder_id AND mirrors = 1
       WHERE photo_id = ? AND origin = 'file' AND key IN (SELECT value FROM json_each(state, '$.agreed.tags'))`,
      [id],
    )
    .map(({ path }) => path);
}

/** A folder, or a directory in it with everything below. */
export interface MirrorScope {
  readonly folderId: FolderId;
  /** '/' between parts; '' is the whole folder. */
  readonly directory: string;
}

/** SQL: the user entered something for this `photo`, or took away what was imported, or its sidecar was written before. */
export const HAS_SAY_IN_SIDECAR = `(EXISTS (SELECT 1 FROM photo_tag WHERE photo_id = photo.id AND origin = 'user')
  OR EXISTS (SELECT 1 FROM user_value WHERE photo_id = photo.id AND field <> 'taken_at')
  OR EXISTS (SELECT 1 FROM mirror_state WHERE photo_id = photo.id)
  OR EXISTS (SELECT 1 FROM imported_tag WHERE photo_id = photo.id AND key NOT IN (
    SELECT tag.key FROM photo_tag JOIN tag ON tag.id = tag_id WHERE photo_tag.photo_id = photo.id)))`;

/**
 * Photos that the user entered something for, or whose sidecar was written before, in the order of their ids. Their files are
 * there, as far as is known.
 */
export function listMirrored(
  db: Database,
  {
    scopes,
    after,
    limit,
  }: { readonly scopes: readonly MirrorScope[]; readonly after: number; readonly limit: number },
): PhotoId[] {
  const rows = db.all<{ id: PhotoId }>(
    `SELECT photo.id FROM photo JOIN folder ON folder.id = folder_id AND removed_at_ms IS NULL
     WHERE photo.id > ?1 AND missing_since_ms IS NULL AND EXISTS (
       SELECT 1 FROM json_each(?2) AS scope WHERE folder_id = scope.value ->> 'folderId'
         AND (scope.value ->> 'directory' = '' OR directory = scope.value ->> 'directory'
           OR substr(directory, 1, length(scope.value ->> 'directory') + 1) = scope.value ->> 'directory' || '/'))
       AND ${HAS_SAY_IN_SIDECAR}
     ORDER BY photo.id LIMIT ?3`,
    [after, JSON.stringify(scopes), limit],
  );
  return rows.map(({ id }) => id);
}
