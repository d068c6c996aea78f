/**
 * @file Undo and redo of the journal's entries, across restarts.
 *
 * [Note: Undo] An entry is undone by putting back what was there before, and redone by putting back what was there
 * after it. That is right only while nothing else has changed the same data since, so another entry with a later
 * act that touches the same data is in the way: one that is in force, or, for a redo, an older one that was undone
 * meanwhile. It is named, and nothing is changed. An older one that was redone meanwhile is not in the way of a redo where it
 * left the data as it was before the entry: so several steps go back and forth.
 */
import type { PhotoChange } from "../../../contract/events.ts";
import type { LibraryError } from "../../../contract/errors.ts";
import type { HistoryDirection } from "../../../contract/journal.ts";
import type { PhotoId } from "../../../contract/photo.ts";
import type { Told, ToldValue } from "../../../contract/told.ts";
import { tell } from "../../../texts/tell.ts";
import { toldError } from "../../../texts/told-error.ts";
import { countOnce, type TagWrites } from "../count-once.ts";
import type { Database } from "../database.ts";
import { markStale } from "../photo-text.ts";
import { changeKinds, type ChangeKind } from "./change-kinds.ts";
import { listChangedPhotos, nextAct, readTold } from "./journal.ts";

export interface Reverted {
  readonly entry: number;
  readonly sentence: string;
  /** Null for an entry that is older than that. */
  readonly told: Told | null;
  readonly changed: readonly PhotoId[];
  /** What happened to entries and their files; beside the change of `changed`. */
  readonly happened: readonly PhotoChange[];
}

interface EntryRow {
  readonly id: number;
  readonly sentence: string;
  readonly told: string | null;
  readonly isUndone: 0 | 1;
  readonly finalBecause: string | null;
  readonly finalTold: string | null;
  readonly act: number;
}

interface ChangeRow {
  readonly kind: string;
  readonly key: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly photos: string;
}

/** Takes an entry back; without a number, what the user did last. On the disk when this returns. */
export function undo(db: Database, id?: number): Reverted {
  return db.durably(() => {
    const entry = wanted(db, "undo", id);
    if (entry.isUndone === 1) throw impossible(tell("refused.undo.undone", saidBy(entry)));
    return revert(db, entry, "undo");
  });
}

/** Does again what was undone; without a number, what was undone last, unless the user did something new since. */
export function redo(db: Database, id?: number): Reverted {
  return db.durably(() => {
    const entry = wanted(db, "redo", id);
    if (entry.isUndone === 0) throw impossible(tell("refused.redo.in-force", saidBy(entry)));
    return revert(db, entry, "redo");
  });
}

/** What an undo or redo would meet, as numbers of entries; changes nothing. */
export function weigh(
  db: Database,
  direction: HistoryDirection,
  id?: number,
): { readonly entry: number | undefined; readonly obstacle: number | undefined } {
  const entry = id === undefined ? findLast(db, direction) : getEntry(db, id);
  return { entry: entry?.id, obstacle: entry && findObstacle(db, entry)?.id };
}

function wanted(db: Database, direction: HistoryDirection, id: number | undefined): EntryRow {
  const entry = id === undefined ? findLast(db, direction) : getEntry(db, id);
  if (!entry) throw impossible(tell(`refused.${direction}.nothing`));
  return entry;
}

function findLast(db: Database, direction: HistoryDirection): EntryRow | undefined {
  return direction === "undo" ? findLastDone(db) : findLastUndone(db);
}

function revert(db: Database, entry: EntryRow, direction: HistoryDirection): Reverted {
  if (entry.finalBecause !== null) {
    const reason = readTold(entry.finalTold) ?? entry.finalBecause;
    throw impossible(tell("refused.undo.final", { ...saidBy(entry), reason }));
  }
  const obstacle = findObstacle(db, entry);
  if (obstacle && !(direction === "redo" && isAsBefore(db, entry.id)))
    throw inTheWay(entry, obstacle, direction);
  const changes = listChanges(db, entry.id, direction);
  const happened = countOnce(db, tagWritesOf(db, changes), () =>
    changes.flatMap((change) => [
      ...kindOf(change).put(db, {
        key: change.key,
        value: direction === "undo" ? change.before : change.after,
        photos: change.photos,
      }),
    ]),
  );
  const changed = listChangedPhotos(db, entry.id);
  db.run("UPDATE journal_entry SET is_undone = ?, act = ? WHERE id = ?", [
    direction === "undo" ? 1 : 0,
    nextAct(db),
    entry.id,
  ]);
  markStale(db, [...changed, ...happened.map((change) => change.id)]);
  const { id, sentence, told } = entry;
  return { entry: id, sentence, told: readTold(told), changed, happened };
}

const ENTRY = `SELECT id, sentence, told, is_undone AS isUndone, final_because AS finalBecause,
  final_told AS finalTold, act FROM journal_entry`;

function getEntry(db: Database, id: number): EntryRow {
  const entry = db.get<EntryRow>(`${ENTRY} WHERE id = ?`, [id]);
  if (!entry) throw impossible(tell("refused.entry.unknown", { entry: id }));
  return entry;
}

function findLastDone(db: Database): EntryRow | undefined {
  return db.get<EntryRow>(
    `${ENTRY} WHERE is_undone = 0 AND origin = 'user' ORDER BY act DESC LIMIT 1`,
  );
}

/** What was done anew has its own number as its act; after that, only a redo that is asked for by number goes on. */
function findLastUndone(db: Database): EntryRow | undefined {
  return db.get<EntryRow>(
    `${ENTRY} WHERE is_undone = 1 AND origin = 'user' AND act > coalesce(
       (SELECT max(id) FROM journal_entry WHERE origin = 'user'), 0) ORDER BY act DESC LIMIT 1`,
  );
}

/** What of it gives or takes tags. */
function tagWritesOf(db: Database, changes: readonly ChangeRow[]): TagWrites {
  const given = changes.filter(({ kind }) => kind === "tag");
  return {
    tags: [...new Set(given.map(({ key }) => Number(key)))],
    rows: given.reduce((sum, { photos }) => sum + countIn(db, photos), 0),
  };
}

/** How many ids a JSON array holds. */
function countIn(db: Database, ids: string): number {
  return db.get<{ count: number }>("SELECT json_array_length(?) AS count", [ids])!.count;
}

/** The latest entry that is in the way; see [Note: Undo]. */
function findObstacle(db: Database, entry: EntryRow): EntryRow | undefined {
  return db.get<EntryRow>(
    `WITH mine AS MATERIALIZED (
       SELECT kind, journal_change.key AS key, value AS photo FROM journal_change, json_each(photos) WHERE entry_id = ?1)
     ${ENTRY} WHERE act > ?2 AND id <> ?1 AND (is_undone = 0 OR (?3 = 1 AND id < ?1)) AND EXISTS (
       SELECT 1 FROM journal_change AS other, json_each(other.photos) AS photo
       WHERE other.entry_id = journal_entry.id
         AND EXISTS (SELECT 1 FROM journal_change AS own
                     WHERE own.entry_id = ?1 AND own.kind = other.kind AND own.key = other.key)
         AND EXISTS (SELECT 1 FROM mine
                     WHERE mine.kind = other.kind AND mine.key = other.key AND mine.photo = photo.value))
     ORDER BY act DESC LIMIT 1`,
    [entry.id, entry.act, entry.isUndone],
  );
}

/** Whether all that the entry changed is what it was before it, photos that are gone aside. */
function isAsBefore(db: Database, entry: number): boolean {
  return listChanges(db, entry, "redo").every((change) => {
    const { count, kept } = db.get<{ count: number; kept: number }>(
      `SELECT count(*) AS count, count(*) FILTER (WHERE value IS ?3) AS kept
       FROM (${kindOf(change).read})`,
      [change.photos, JSON.stringify([change.key]), change.before],
    )!;
    if (change.before === null) return count === 0;
    return kept === countPhotos(db, change.photos);
  });
}

/** Those of a JSON array of ids that are in the catalog; 0 stands for no photo. */
function countPhotos(db: Database, ids: string): number {
  return db.get<{ count: number }>(
    `SELECT count(*) AS count FROM json_each(?) WHERE value = 0 OR value IN (SELECT id FROM photo)`,
    [ids],
  )!.count;
}

/** In the order in which they are to be put: an undo goes backwards. */
function listChanges(db: Database, entry: number, direction: HistoryDirection): ChangeRow[] {
  return db.all(
    `SELECT kind, key, before, after, photos FROM journal_change WHERE entry_id = ?
     ORDER BY id ${direction === "undo" ? "DESC" : "ASC"}`,
    [entry],
  );
}

function kindOf({ kind }: ChangeRow): ChangeKind {
  const known: Record<string, ChangeKind> = changeKinds;
  const found = known[kind];
  if (!found) throw impossible(tell("refused.undo.newer", { kind }));
  return found;
}

function impossible(why: Told): LibraryError {
  return toldError("undo-impossible", why);
}

/** An obstacle that is undone stands in the way of a redo alone. */
function inTheWay(entry: EntryRow, obstacle: EntryRow, direction: HistoryDirection): LibraryError {
  const key =
    obstacle.isUndone === 1 ? "refused.redo.undone" : (`refused.${direction}.later` as const);
  const { sentence } = saidBy(obstacle);
  return toldError(
    "undo-conflict",
    tell(key, { ...saidBy(entry), obstacle: sentence, entry: obstacle.id }),
  );
}

function saidBy({ told, sentence }: EntryRow): { readonly sentence: ToldValue } {
  return { sentence: readTold(told) ?? sentence };
}
