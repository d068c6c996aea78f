/**
 * @file Each term of a query as a condition on the table `photo`.
 */
import { assertNever } from "../../../contract/assert-never.ts";
import { FOR_REVIEW } from "../../catalog/former-files.ts";
import { IN_CONFLICT, UNWRITTEN } from "../../catalog/mirror-standing.ts";
import { foldText } from "../../../contract/fold-text.ts";
import { matchPlaces, type Place } from "./match-places.ts";
import type { LabelFacts } from "../labels/label-facts.ts";
import { labelIds } from "../labels/label-sql.ts";
import type { Term } from "../language/query.ts";
import type { PhotoFact } from "../../../contract/value-names.ts";
import type { NamedAlbum } from "../smart-albums.ts";
import type { IdSet } from "./id-set.ts";
import { anyOf, sql, type Sql } from "./sql.ts";
import { toMatch } from "./text-match.ts";
import { addedSql, orientationCondition, sizeSql } from "./shape-sql.ts";
import { placeSql, ratingSql, valueSql } from "./value-sql.ts";

/** What the catalog knows at the moment of asking; read only when a term needs it. */
export interface SearchFacts {
  readonly labels: LabelFacts;
  places(): readonly Place[];
  removedFolderIds(): readonly number[];
  hasMissing(): boolean;
  albums(): readonly NamedAlbum[];
}

/**
 * `ids`: a SELECT of `id`, each once, from an index of the term's own. `condition`: on the table `photo`; never
 * NULL, so that NOT is its contrary.
 */
export type TermSql = { readonly ids: IdSet } | { readonly condition: Sql };

export function toTermSql(term: Term, facts: SearchFacts): TermSql {
  switch (term.kind) {
    case "text":
    case "name":
      return wordsSql(term);
    case "camera":
      return term.isExact ? { ids: deviceIds(term) } : wordsSql(term);
    case "label":
      return {
        ids: labelIds(term.name, term.minConfidence ?? facts.labels.threshold, facts.labels),
      };
    case "tag":
      return { ids: tagIds(term.path) };
    case "members":
      return { ids: memberIds(term.album) };
    case "album":
      throw new Error(`expected the album ${term.name} to be looked up before`);
    case "lens":
      return { ids: term.isExact ? deviceIds(term) : lensIds(term.text) };
    case "folder":
      return { condition: folderCondition(matchPlaces(facts.places(), term.path)) };
    case "taken":
      return { condition: takenCondition(term) };
    case "added":
      return addedSql(term);
    case "size":
      return sizeSql(term);
    case "orientation":
      return { condition: orientationCondition(term) };
    case "rating":
      return ratingSql(term);
    case "flag":
    case "colour":
    case "iso":
    case "aperture":
      return valueSql(term);
    case "is":
      if (term.state === "video") return { ids: VIDEO_IDS };
      return { condition: sql(factConditions[term.state]) };
    case "entry":
      return { ids: entryIds(term.entry) };
    case "place":
      return placeSql(term);
    case "has":
      return { condition: sql("(photo.latitude IS NULL) = 0") };
    default:
      return assertNever(term);
  }
}

export function matchIds(match: string): Sql {
  return sql("SELECT rowid AS id FROM photo_text WHERE photo_text MATCH ?", match);
}

function wordsSql(term: Extract<Term, { text: string }>): TermSql {
  const match = toMatch(term);
  return match === undefined ? { condition: symbolCondition(term.text) } : { ids: matchIds(match) };
}

function tagIds(path: string): IdSet {
  const { text, values } = matchingTags(path);
  return {
    ...sql(
      `SELECT photo_id AS id FROM photo_tag WHERE tag_id IN (${text}) GROUP BY photo_id`,
      ...values,
    ),
    // The plus: a photo's few tags are looked for in the set, and not each tag of the set in the photo.
    isMember: sql(
      `EXISTS (SELECT 1 FROM photo_tag WHERE photo_id = photo.id AND +tag_id IN (${text}))`,
      ...values,
    ),
  };
}

/** A SELECT of the tags that `tag:` means: those that have the levels somewhere, by name or synonym, and all below these. */
export function matchingTags(path: string): Sql {
  const segments = `/${toTagSegments(path)}/`;
  return sql(
    `SELECT id FROM tag WHERE instr('/' || key || '/', ?) > 0
     UNION SELECT tag_above.tag_id FROM tag_synonym JOIN tag_above ON above_id = tag_synonym.tag_id
     WHERE instr('/' || tag_synonym.key || '/', ?) > 0`,
    segments,
    segments,
  );
}

function memberIds(album: number): IdSet {
  return {
    ...sql("SELECT photo_id AS id FROM album_photo WHERE album_id = ?", album),
    isMember: sql("(photo.id, ?) IN (SELECT photo_id, album_id FROM album_photo)", album),
  };
}

function lensIds(text: string): Sql {
  return sql(
    "SELECT id FROM photo INDEXED BY photo_by_lens WHERE lens IS NOT NULL AND lens LIKE ? ESCAPE '\\'",
    containing(text),
  );
}

/** Of exactly this name, whatever its case. */
function deviceIds({ kind, text }: Extract<Term, { kind: "camera" | "lens" }>): IdSet {
  const test = sql(`photo.${kind} = ? COLLATE NOCASE`, text);
  return {
    ...sql(`SELECT id FROM photo INDEXED BY photo_by_${kind} WHERE ${test.text}`, text),
    isMember: sql(`coalesce(${test.text}, 0)`, text),
  };
}

/** Those that are still in the catalog: an entry outlives its photos. Of a tag that was renamed, those that have it now. */
function entryIds(entry: number): IdSet {
  return sql(
    `SELECT value AS id FROM journal_change, json_each(journal_change.photos)
     WHERE entry_id = ? AND value IN (SELECT id FROM photo)
     UNION SELECT photo_id FROM journal_change
     CROSS JOIN tag_above ON above_id = CAST(journal_change.key AS INTEGER)
     CROSS JOIN photo_tag ON photo_tag.tag_id = tag_above.tag_id
     WHERE entry_id = ? AND kind = 'tag-place'`,
    entry,
    entry,
  );
}

/** Spaces as a tag's path has them, see tags/tag-name.ts. */
function toTagSegments(path: string): string {
  const segments = path.split("/").map((segment) => segment.trim().replaceAll(/ +/g, " "));
  return foldText(segments.filter((segment) => segment !== "").join("/"));
}

const VIDEOS = "SELECT id FROM photo INDEXED BY photo_videos WHERE kind = 'video'";
const VIDEO_IDS = sql(VIDEOS);

const factConditions: Readonly<Record<Exclude<PhotoFact, "video">, string>> = {
  // As the index photo_by_time has them: another spelling would not use it.
  indexed: "(photo.indexed_by IS NULL) = 0",
  missing: "photo.missing_since_ms IS NOT NULL",
  untagged: "photo.id NOT IN (SELECT photo_id FROM photo_tag)",
  review: `photo.id IN (${FOR_REVIEW})`,
  conflict: `photo.id IN (${IN_CONFLICT})`,
  unwritten: `photo.id IN (${UNWRITTEN})`,
  failed: "photo.id IN (SELECT photo_id FROM failure)",
  // Most libraries have few videos, and no index of a timeline tells them apart.
  photo: `photo.id NOT IN (${VIDEOS})`,
};

function takenCondition({ fromMs, untilMs }: Extract<Term, { kind: "taken" }>): Sql {
  // Photos without a capture time are sorted by their file time, which is no answer to "taken".
  const parts = ["(photo.taken_at IS NULL) = 0"];
  if (fromMs !== undefined) parts.push("photo.sort_at_ms >= ?");
  if (untilMs !== undefined) parts.push("photo.sort_at_ms < ?");
  return sql(parts.join(" AND "), ...[fromMs, untilMs].filter((ms) => ms !== undefined));
}

function folderCondition({ folderIds, directories }: ReturnType<typeof matchPlaces>): Sql {
  const conditions: Sql[] = [];
  if (folderIds.length > 0) conditions.push(sql(`photo.folder_id IN (${folderIds.join(", ")})`));
  if (directories.length > 0) {
    conditions.push(
      sql(
        "(photo.folder_id, photo.directory) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))",
        JSON.stringify(directories.map(({ folderId, directory }) => [folderId, directory])),
      ),
    );
  }
  return anyOf(conditions);
}

/** Text without a letter or digit, such as an emoji, is no word to the text index: it is looked for as it is. */
function symbolCondition(text: string): Sql {
  const pattern = containing(text);
  return sql(
    `photo.name LIKE ? ESCAPE '\\' OR photo.directory LIKE ? ESCAPE '\\' OR photo.id IN
     (SELECT photo_id FROM photo_tag JOIN tag ON tag.id = tag_id WHERE tag.key LIKE ? ESCAPE '\\')`,
    pattern,
    pattern,
    pattern,
  );
}

function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;
}
