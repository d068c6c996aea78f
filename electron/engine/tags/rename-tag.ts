import { LibraryError } from "../../contract/errors.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { TagWeight } from "../../contract/tag.ts";
import type { Told } from "../../contract/told.ts";
import { tell } from "../../texts/tell.ts";
import { countOnce } from "../catalog/count-once.ts";
import type { Database } from "../catalog/database.ts";
import { record, type Recorded } from "../catalog/journal/journal.ts";
import { describeTagRow } from "../catalog/journal/tag-kinds.ts";
import { markTagStale } from "../catalog/photo-text.ts";
import { moveTag, type TagPlace } from "../catalog/tag-tree.ts";
import {
  ensureTag,
  findByKey,
  findBySynonym,
  getTag,
  isInUse,
  type TagRow,
} from "../catalog/tags.ts";
import { foldText } from "../../contract/fold-text.ts";
import { toldError } from "../../texts/told-error.ts";
import { toTagPath } from "./tag-name.ts";
import {
  countBelow,
  findUsed,
  listBranch,
  listChildren,
  listTagged,
  readDescription,
  TAG_ITSELF,
} from "./used-tags.ts";

/** What was done to a tag. */
export interface TagChange extends Recorded {
  readonly entry: number;
  readonly sentence: Told;
  /** Photos with it or with a tag below it. */
  readonly photos: number;
}

/** How a branch comes to its new place. */
interface Plan {
  /** Tags that move with everything below them, because nothing of that name is there. */
  readonly moves: { readonly tag: TagRow; readonly place: TagPlace }[];
  /** Tags whose photos get another one in their place, from the widest to the narrowest. */
  readonly merges: { readonly from: TagRow; readonly into: TagRow }[];
}

/** What {@link renameTag} would do; changes nothing. */
export function weighRename(db: Database, text: string, to: string): TagWeight {
  const tag = findUsed(db, text);
  const path = toTarget(db, tag, to);
  const plan: Plan = { moves: [], merges: [] };
  planBranch(db, tag, { key: foldText(path), place: { parent: null, name: "" } }, plan);
  return { ...weighTag(db, tag), merges: plan.merges.map(({ into }) => into.path) };
}

/** What goes with a tag. */
export function weighTag(db: Database, tag: TagRow): Omit<TagWeight, "merges"> {
  const below = listBranch(db, tag.id).filter((id) => id !== tag.id && countBelow(db, id) > 0);
  return { tags: below.length, photos: countBelow(db, tag.id) };
}

/**
 * Gives a tag another name or place, with everything below it, as one entry of the journal; where a tag of the name is in use, the
 * two become one. `tag-into-itself` for a place below it, `tag-invalid` for the name that it has.
 *
 * [Note: Renamed tags] What was imported becomes the user's with its new name, so that no import takes it away; the old name stays in
 * imported_tag, where it says that the photo had it and does not have it any more. So the next reading does not bring it back,
 * and the mirror takes it out of the sidecar.
 */
export function renameTag(db: Database, text: string, to: string): TagChange {
  return db.durably(() => {
    const tag = findUsed(db, text);
    const path = toTarget(db, tag, to);
    const photos = countBelow(db, tag.id);
    const plan = planRename(db, tag, path);
    const merged = plan.merges[0]?.into.path;
    const done = { tag: tag.path, count: photos };
    const sentence =
      merged === undefined
        ? tell("done.tag.renamed", { ...done, to: spell(db, plan.moves[0]!.place) })
        : tell("done.tag.merged", { ...done, into: merged });
    const imported = listImported(db, plan);
    const touches = touchesOf(db, tag, plan, imported);
    const recording = { touches, sentence: () => sentence, photos };
    const { entry, changed } = record(db, recording, () => {
      dropSynonym(db, tag, path);
      claim(db, imported);
      for (const { from, into } of plan.merges) merge(db, from, into);
      for (const { tag: branch, place } of plan.moves) moveTag(db, branch.id, place);
    });
    if (entry === undefined) throw sameName(path);
    return { entry, changed, sentence, photos };
  });
}

/** As it will be: with the spelling of what is above it. */
function spell(db: Database, { parent, name }: TagPlace): string {
  return parent === null ? name : `${getTag(db, parent)!.path}/${name}`;
}

/** A synonym stands for its tag, but a tag may take its own as its name. */
function toTarget(db: Database, tag: TagRow, to: string): string {
  const named = findBySynonym(db, toTagPath(to));
  const path = named && named.id !== tag.id ? named.path : toTagPath(to);
  if (path === tag.path) throw sameName(path);
  if (foldText(path).startsWith(`${tag.key}/`))
    throw new LibraryError(
      "tag-into-itself",
      `expected a place outside of ${tag.path} but got ${path}, which is below it`,
    );
  return path;
}

function sameName(path: string): LibraryError {
  return toldError("tag-invalid", tell("refused.tag.same", { tag: path }));
}

function planRename(db: Database, tag: TagRow, path: string): Plan {
  const cut = path.lastIndexOf("/");
  const parent = cut < 0 ? null : ensureTag(db, path.slice(0, cut));
  const plan: Plan = { moves: [], merges: [] };
  const place = { parent, name: path.slice(cut + 1) };
  planBranch(db, tag, { key: foldText(path), place }, plan);
  return plan;
}

function planBranch(
  db: Database,
  tag: TagRow,
  { key, place }: { readonly key: string; readonly place: TagPlace },
  plan: Plan,
): void {
  const into = findByKey(db, key);
  if (!into || into.id === tag.id || !isInUse(db, into.id)) {
    plan.moves.push({ tag, place });
    return;
  }
  plan.merges.push({ from: tag, into });
  for (const child of listChildren(db, tag)) {
    const name = child.path.slice(child.path.lastIndexOf("/") + 1);
    const below = { parent: into.id, name };
    planBranch(db, child, { key: `${key}/${foldText(name)}`, place: below }, plan);
  }
}

/** A name is no synonym of itself. */
function dropSynonym(db: Database, { id }: TagRow, path: string): void {
  const { synonyms, favourite } = readDescription(db, id);
  const others = synonyms.filter((word) => foldText(word) !== foldText(path));
  if (others.length < synonyms.length) describeTagRow(db, id, { synonyms: others, favourite });
}

/** What came with the files and is to be moved. */
interface Imported {
  readonly tags: readonly number[];
  readonly photos: readonly PhotoId[];
}

function listImported(db: Database, { moves }: Plan): Imported {
  const tags = moves.flatMap((move) => listBranch(db, move.tag.id));
  return { tags, photos: listTagged(db, tags, "file") };
}

function touchesOf(db: Database, tag: TagRow, { moves, merges }: Plan, imported: Imported) {
  const moved = moves.map((move) => move.tag.id);
  const merged = merges.flatMap(({ from, into }) => [from.id, into.id]);
  const sources = merges.map(({ from }) => from.id);
  return [
    { kind: "tag-place", photos: TAG_ITSELF, keys: moved },
    { kind: "tag-origin", photos: imported.photos, keys: imported.tags },
    { kind: "tag", photos: listTagged(db, sources), keys: merged },
    { kind: "tag-description", photos: TAG_ITSELF, keys: [tag.id, ...merged] },
  ] as const;
}

/** See [Note: Renamed tags]. */
function claim(db: Database, { tags, photos }: Imported): void {
  db.run(
    `UPDATE photo_tag SET origin = 'user' WHERE origin = 'file'
       AND photo_id IN (SELECT value FROM json_each(?)) AND +tag_id IN (SELECT value FROM json_each(?))`,
    [JSON.stringify(photos), JSON.stringify(tags)],
  );
}

/** The photos of one tag get the other in its place, which takes over what was said of it, too. */
function merge(db: Database, from: TagRow, into: TagRow): void {
  markTagStale(db, from.id);
  const rows = 2 * countRows(db, from.id);
  countOnce(db, { tags: [from.id, into.id], rows }, () => {
    // In place, because a row that goes and one that comes cost twice as much. What stays has both tags.
    db.run("UPDATE OR IGNORE photo_tag SET tag_id = ?2, origin = 'user' WHERE tag_id = ?1", [
      from.id,
      into.id,
    ]);
    db.run(
      `UPDATE photo_tag SET origin = 'user' WHERE tag_id = ?2 AND origin = 'file'
         AND photo_id IN (SELECT photo_id FROM photo_tag WHERE tag_id = ?1)`,
      [from.id, into.id],
    );
    db.run("DELETE FROM photo_tag WHERE tag_id = ?", [from.id]);
  });
  const given = readDescription(db, from.id);
  if (given.synonyms.length === 0 && given.favourite === null) return;
  const kept = readDescription(db, into.id);
  describeTagRow(db, from.id, { synonyms: [], favourite: null });
  describeTagRow(db, into.id, {
    synonyms: [...kept.synonyms, ...given.synonyms],
    favourite: kept.favourite ?? given.favourite,
  });
}

function countRows(db: Database, tag: number): number {
  return db.get<{ count: number }>("SELECT count(*) AS count FROM photo_tag WHERE tag_id = ?", [
    tag,
  ])!.count;
}
