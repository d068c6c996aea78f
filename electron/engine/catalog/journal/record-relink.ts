import path from "node:path/posix";
import type { Told } from "../../../contract/told.ts";
import { tell } from "../../../texts/tell.ts";
import type { Database } from "../database.ts";
import type { PhotoPlace, PhotoRow } from "../photos.ts";
import { addChange, recordKnown, recordOwn, writeSentence, type KnownChange } from "./journal.ts";
import { toLinkedFile, type LinkedFile } from "./relinks.ts";

/** Files that are moved together are found one after another; within this time they are one entry. */
const TOGETHER_MS = 60_000;

type LocatedFile = LinkedFile & Pick<PhotoRow, "folderPath">;
type LostPhoto = LocatedFile & Pick<PhotoRow, "id">;

/**
 * Writes down that the entry `from.id`, whose file was `from`, was given the file `to`. Files that went the same way,
 * from one directory to another, share an entry of the journal. Part of the caller's transaction.
 */
export function recordRelink(db: Database, from: LostPhoto, to: LocatedFile): void {
  const change = toChange(from, to);
  const last = findLast(db, from, to);
  if (!last) {
    recordOwn(db, sentenceOf([from, to], 1), change);
    return;
  }
  addChange(db, last.id, change);
  const photos = last.photos + 1;
  writeSentence(db, last.id, { sentence: sentenceOf([from, to], photos), photos });
}

/** The same where the user said so: an entry of its own, whose number is the answer. Part of the caller's transaction. */
export function recordLocated(db: Database, from: LostPhoto, to: LocatedFile): number {
  const located = { name: from.name, folder: placeOf(to) };
  const sentence =
    from.name === to.name
      ? tell("done.located", located)
      : tell("done.located.renamed", { ...located, to: to.name });
  return recordKnown(db, sentence, toChange(from, to));
}

function toChange(from: LostPhoto, to: LocatedFile): KnownChange {
  return { kind: "relink", photo: from.id, before: toLinkedFile(from), after: toLinkedFile(to) };
}

/** The newest entry of the journal, if it is of the same way, just now. */
function findLast(
  db: Database,
  from: PhotoPlace,
  to: PhotoPlace,
): { id: number; photos: number } | undefined {
  return db.get(
    `SELECT entry.id, entry.photos FROM (SELECT * FROM journal_entry ORDER BY act DESC LIMIT 1) AS entry
     JOIN journal_change AS change
       ON change.id = (SELECT max(id) FROM journal_change WHERE entry_id = entry.id)
     WHERE origin = 'disk' AND is_undone = 0 AND at_ms > ?1 AND kind = 'relink'
       AND before ->> 'folderId' = ?2 AND before ->> 'directory' = ?3
       AND after ->> 'folderId' = ?4 AND after ->> 'directory' = ?5`,
    [Date.now() - TOGETHER_MS, from.folderId, from.directory, to.folderId, to.directory],
  );
}

function sentenceOf([from, to]: readonly [LocatedFile, LocatedFile], count: number): Told {
  const way = { from: placeOf(from), folder: placeOf(to) };
  const isSamePlace = way.from === way.folder;
  if (count > 1)
    return isSamePlace
      ? tell("done.found.many.renamed", { count, folder: way.folder })
      : tell("done.found.many.moved", { count, ...way });
  const { name } = from;
  if (isSamePlace) return tell("done.found.renamed", { name, to: to.name });
  return name === to.name
    ? tell("done.found.moved", { name, ...way })
    : tell("done.found.moved.renamed", { name, to: to.name, ...way });
}

/** The folder as people know it: by its last name, and what is below it. */
function placeOf({ folderPath, directory }: LocatedFile): string {
  return path.join(path.basename(folderPath.replaceAll("\\", "/")), directory);
}
