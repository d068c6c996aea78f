/**
 * @file Which photos are groups, kept current photo by photo.
 *
 * [Note: Groups] A group is what a finder says of any of its photos, so it can be made anew from one of them, and nothing ever has to walk the
 * whole library. Where a photo changed, its own group is found again, and the groups of all whom it was together with before.
 */
import type { DuplicateKind } from "../../contract/duplicates.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "../catalog/database.ts";
import { isDecided } from "./decisions.ts";
import { findBurst } from "./find-burst.ts";
import { findCopies } from "./find-copies.ts";
import { findSamePicture } from "./find-same-picture.ts";
import { readCandidates } from "./read-candidates.ts";
import { clearStale } from "./stale-photos.ts";
import { bestOf } from "./suggest.ts";

/** The whole group of a photo, itself included, and nobody but the photo itself where it is alone or gone; `alone`: see findSamePicture. */
type Finder = (db: Database, id: PhotoId, alone: Set<string>) => readonly PhotoId[];

/** In this order: what is one picture is no burst. */
const finders: readonly (readonly [DuplicateKind, Finder])[] = [
  ["exact", findCopies],
  ["same-picture", findSamePicture],
  ["bursts", findBurst],
];

/** Finds the groups of these photos again, in one transaction. */
export function regroup(db: Database, photos: readonly PhotoId[]): void {
  db.transaction(() => {
    for (const [kind, find] of finders) {
      const found = new Set<PhotoId>();
      const alone = new Set<string>();
      const waiting = [...photos];
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        if (found.has(next)) continue;
        const members = find(db, next, alone);
        found.add(next);
        for (const id of members) found.add(id);
        waiting.push(...replaceGroups(db, kind, members.length > 1 ? members : [next]));
        if (kind === "same-picture" && members.length === 0)
          waiting.push(...formerSeries(db, next));
      }
    }
    clearStale(db, photos);
  });
}

/** These photos, and all that are in a group of the kind with the first one. */
export function withGroup(
  db: Database,
  kind: DuplicateKind,
  photos: readonly PhotoId[],
): PhotoId[] {
  const groups = db.all<{ id: number }>(
    "SELECT group_id AS id FROM duplicate_member WHERE photo_id = ? AND kind = ?",
    [photos[0]!, kind],
  );
  const ids = groups.map(({ id }) => id);
  return [...new Set([...photos, ...membersOf(db, ids)])];
}

/** Whether a decision holds for the groups of these photos, without looking for them again. */
export function settleGroups(db: Database, photos: readonly PhotoId[]): void {
  const groups = db.all<{ id: number }>(
    "SELECT DISTINCT group_id AS id FROM duplicate_member WHERE photo_id IN (SELECT value FROM json_each(?))",
    [JSON.stringify(photos)],
  );
  for (const { id } of groups) {
    const settled = isDecided(db, membersOf(db, [id])) ? 1 : 0;
    db.run("UPDATE duplicate_group SET is_settled = ? WHERE id = ?", [settled, id]);
  }
}

/** Answers with those who were in a group with one of them and are not in this one. */
function replaceGroups(db: Database, kind: DuplicateKind, members: readonly PhotoId[]): PhotoId[] {
  const before = db.all<{ id: number }>(
    `SELECT DISTINCT group_id AS id FROM duplicate_member
     WHERE kind = ? AND photo_id IN (SELECT value FROM json_each(?)) ORDER BY group_id`,
    [kind, JSON.stringify(members)],
  );
  const ids = before.map(({ id }) => id);
  const together = new Set(members);
  const former = membersOf(db, ids);
  const left = former.filter((id) => !together.has(id));
  const [id] = ids;
  if (
    id !== undefined &&
    ids.length === 1 &&
    left.length === 0 &&
    former.length === together.size
  ) {
    updateGroup(db, { id, kind, members });
    return left;
  }
  db.run("DELETE FROM duplicate_group WHERE id IN (SELECT value FROM json_each(?))", [
    JSON.stringify(ids),
  ]);
  if (members.length > 1) insertGroup(db, { id: ids[0] ?? null, kind, members });
  return left;
}

/** One photo of the group that became a series with this one and is none any more, if there is such a group. */
function formerSeries(db: Database, id: PhotoId): PhotoId[] {
  return db
    .all<{ id: PhotoId }>(
      `SELECT photo.id FROM photo AS own CROSS JOIN photo ON photo.pixel_hash = own.pixel_hash
       CROSS JOIN duplicate_member ON photo_id = photo.id AND duplicate_member.kind = 'same-picture' WHERE own.id = ? LIMIT 1`,
      [id],
    )
    .map((row) => row.id);
}

function membersOf(db: Database, groups: readonly number[]): PhotoId[] {
  const rows = db.all<{ id: PhotoId }>(
    "SELECT photo_id AS id FROM duplicate_member WHERE group_id IN (SELECT value FROM json_each(?))",
    [JSON.stringify(groups)],
  );
  return rows.map(({ id }) => id);
}

interface NewGroup {
  /** Of the group that it follows; null where it is new. */
  readonly id: number | null;
  readonly kind: DuplicateKind;
  readonly members: readonly PhotoId[];
}

/** The same photos as before, of which another one may be suggested now. */
function updateGroup(db: Database, group: NewGroup & { readonly id: number }): void {
  const { spareBytes, isSettled } = standingOf(db, group);
  db.run("UPDATE duplicate_group SET spare_bytes = ?, is_settled = ? WHERE id = ?", [
    spareBytes,
    isSettled,
    group.id,
  ]);
}

function insertGroup(db: Database, { id, kind, members }: NewGroup): void {
  const { spareBytes, isSettled } = standingOf(db, { kind, members });
  const group = db.insert(
    "INSERT INTO duplicate_group (id, kind, photos, spare_bytes, is_settled) VALUES (?, ?, ?, ?, ?)",
    [id, kind, members.length, spareBytes, isSettled],
  );
  db.run(
    "INSERT INTO duplicate_member (photo_id, kind, group_id) SELECT value, ?, ? FROM json_each(?)",
    [kind, group, JSON.stringify(members)],
  );
}

/** What is told of a group beside its photos. */
function standingOf(
  db: Database,
  { kind, members }: Pick<NewGroup, "kind" | "members">,
): { readonly spareBytes: number; readonly isSettled: 0 | 1 } {
  const candidates = readCandidates(db, members);
  const keep = bestOf(kind, candidates);
  const spare = candidates.filter((one) => one !== keep);
  return {
    spareBytes: spare.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    isSettled: isDecided(db, members) ? 1 : 0,
  };
}
