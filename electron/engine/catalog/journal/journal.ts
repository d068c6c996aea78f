/**
 * @file The journal: every change of the user's data is one entry, with a sentence that a person understands.
 *
 * [Note: Journal] To change what the user entered, call {@link record} with what may be touched and the statements
 * that change it. It opens the transaction, reads what is touched before and after, and writes down what is
 * different: value by value, photos with the same change together. So an entry is what really happened, it
 * commits with the change or not at all, and it can be undone without knowing how it was made.
 *
 *     const { changed } = record(db, {
 *       touches: [{ kind: "tag", keys: [tagId], photos }],
 *       sentence: (count) => `Added the tag Lisbon to ${photosInWords(count)}`,
 *     }, () => db.run("INSERT …"));
 *
 * What can be touched is the table in change-kinds.ts; a new kind of user's data is a row there. The caller marks
 * the words of changed photos as stale, and reports them and the history to the feed.
 *
 * A tag or an album is told by its row id, so rows that an entry names stay: an unused one is hidden, not deleted.
 */
import type { HistoryFilter, JournalEntry } from "../../../contract/journal.ts";
import type { PhotoId } from "../../../contract/photo.ts";
import { LibraryError } from "../../../contract/errors.ts";
import { foldText } from "../../../contract/fold-text.ts";
import type { Database } from "../database.ts";
import { changeKinds, type ChangeKindName } from "./change-kinds.ts";

/** Data that a change may be about to touch; what it does not touch in the end is not written down. */
export interface Touch {
  readonly kind: ChangeKindName;
  readonly photos: readonly PhotoId[];
  /** Which of the photos' rows of this kind, such as row ids of tags; all of them without it. */
  readonly keys?: readonly (string | number)[];
}

export interface Recording {
  readonly touches: readonly Touch[];
  /** Past tense, no full stop; `count` is the number of photos that really changed. */
  readonly sentence: (count: number) => string;
  /** How many photos it changed, where that is not told by them, as with the name of their tag. */
  readonly photos?: number;
  /** Goes on with this entry, which is about other photos so far, instead of making one; see {@link goOn}. */
  readonly entry?: number | undefined;
}

export interface Recorded {
  /** Undefined when nothing changed: then there is no entry. */
  readonly entry: number | undefined;
  /** Photos that really changed, by id. */
  readonly changed: PhotoId[];
}

/** Catalogs of which a change is being recorded. */
const underWay = new WeakSet<Database>();

/**
 * Runs `work` and writes down what it changed, in one transaction that is on the disk when this returns. `work` must not
 * record anything itself: what belongs together is one entry.
 */
export function record(db: Database, recording: Recording, work: () => void): Recorded {
  if (underWay.has(db)) throw new Error("expected one change at a time to be recorded");
  underWay.add(db);
  try {
    return db.durably(() => {
      const wanted = recording.touches.map(toQuestion);
      readBefore(db, wanted);
      work();
      const made = { origin: "user", sentence: "", photos: 0 } as const;
      const entry =
        recording.entry === undefined ? insertEntry(db, made) : goOn(db, recording.entry);
      const last = lastChange(db);
      wanted.forEach((question, touch) => writeChanges(db, entry, { question, touch }));
      db.run("DELETE FROM temp.journal_before");
      return settleEntry(db, { entry, after: last }, recording);
    });
  } finally {
    underWay.delete(db);
  }
}

/** A touch as the SQL of its kind takes it. */
interface Question {
  readonly kind: ChangeKindName;
  readonly photos: string;
  readonly keys: string | null;
}

function toQuestion({ kind, photos, keys }: Touch): Question {
  return {
    kind,
    photos: JSON.stringify(photos),
    keys: keys ? JSON.stringify(keys.map(String)) : null,
  };
}

function readBefore(db: Database, questions: readonly Question[]): void {
  db.run(
    `CREATE TEMP TABLE IF NOT EXISTS journal_before (
       touch INTEGER, key TEXT, photo_id INTEGER, value TEXT, PRIMARY KEY (touch, key, photo_id)
     ) WITHOUT ROWID`,
  );
  questions.forEach(({ kind, photos, keys }, touch) =>
    db.run(
      `INSERT INTO temp.journal_before (touch, key, photo_id, value)
       SELECT ?3, key, photo_id, value FROM (${changeKinds[kind].read})`,
      [photos, keys, touch],
    ),
  );
}

/** Values that are not what they were; photos with the same change in one row. */
function writeChanges(
  db: Database,
  entry: number,
  { question, touch }: { readonly question: Question; readonly touch: number },
): void {
  const { kind, photos, keys } = question;
  db.run(
    `INSERT INTO journal_change (entry_id, kind, key, before, after, photos)
     SELECT ?4, ?5, key, before, after, json_group_array(photo_id ORDER BY photo_id) FROM (
       SELECT key, photo_id, max(before) AS before, max(after) AS after FROM (
         SELECT key, photo_id, value AS before, NULL AS after FROM temp.journal_before WHERE touch = ?3
         UNION ALL SELECT key, photo_id, NULL, value FROM (${changeKinds[kind].read}))
       GROUP BY key, photo_id HAVING max(before) IS NOT max(after))
     GROUP BY key, before, after`,
    [photos, keys, touch, entry, kind],
  );
}

/**
 * A change that is too large for one transaction is made in parts. Each is the entry's latest act, so that whatever was done in between
 * comes before it, for an undo. `undo-conflict` where the entry was undone meanwhile.
 */
function goOn(db: Database, id: number): number {
  const entry = findEntry(db, id)!;
  if (entry.isUndone)
    throw new LibraryError(
      "undo-conflict",
      `expected to go on with “${entry.sentence}” but it was undone meanwhile; nothing more was changed`,
    );
  db.run("UPDATE journal_entry SET act = ? WHERE id = ?", [nextAct(db), id]);
  return id;
}

function lastChange(db: Database): number {
  return db.get<{ id: number }>("SELECT coalesce(max(id), 0) AS id FROM journal_change")!.id;
}

/** An entry that changed nothing goes; another gets its sentence. */
function settleEntry(
  db: Database,
  { entry, after }: { readonly entry: number; readonly after: number },
  recording: Recording,
): Recorded {
  const changed = listChangedPhotos(db, entry, after);
  if (!hasChanges(db, entry)) {
    db.run("DELETE FROM journal_entry WHERE id = ?", [entry]);
    return { entry: undefined, changed };
  }
  const { photos: before } = findEntry(db, entry)!;
  const count = recording.photos ?? before + changed.length;
  db.run("UPDATE journal_entry SET sentence = ?, photos = ? WHERE id = ?", [
    recording.sentence(count),
    count,
    entry,
  ]);
  return { entry, changed };
}

export interface Note {
  readonly sentence: string;
  readonly photos: number;
  /** Why it cannot be undone from here, and what to do instead; a whole sentence. */
  readonly finalBecause: string;
}

/** Writes down something that the catalog cannot undo, such as a move to the system's trash. */
export function recordFinal(db: Database, { finalBecause, ...note }: Note): number {
  return db.durably(() => {
    const entry = insertEntry(db, { origin: "user", ...note });
    db.run("UPDATE journal_entry SET final_because = ? WHERE id = ?", [finalBecause, entry]);
    return entry;
  });
}

/** The same for what the program did by itself. Part of the caller's transaction. */
export function recordOwnFinal(db: Database, { finalBecause, ...note }: Note): void {
  const entry = insertEntry(db, { origin: "disk", ...note });
  db.run("UPDATE journal_entry SET final_because = ? WHERE id = ?", [finalBecause, entry]);
}

/** A change of one photo whose values are known. */
export interface KnownChange {
  readonly kind: ChangeKindName;
  readonly photo: PhotoId;
  readonly before: object;
  readonly after: object;
}

/** Writes down what the program did by itself. Part of the caller's transaction. */
export function recordOwn(db: Database, sentence: string, change: KnownChange): void {
  addChange(db, insertEntry(db, { origin: "disk", sentence, photos: 1 }), change);
}

/** Writes down what the user did to one photo where its values are known. Part of the caller's transaction. */
export function recordKnown(db: Database, sentence: string, change: KnownChange): number {
  const entry = insertEntry(db, { origin: "user", sentence, photos: 1 });
  addChange(db, entry, change);
  return entry;
}

/** Writes down one more change of an entry. Part of the caller's transaction. */
export function addChange(
  db: Database,
  entry: number,
  { kind, photo, before, after }: KnownChange,
): void {
  db.run(
    "INSERT INTO journal_change (entry_id, kind, key, before, after, photos) VALUES (?, ?, '', ?, ?, ?)",
    [entry, kind, JSON.stringify(before), JSON.stringify(after), JSON.stringify([photo])],
  );
}

export interface EntryQuestion extends HistoryFilter {
  /** Only entries with a smaller id. */
  readonly before?: number | undefined;
  /** At most so many. */
  readonly limit: number;
}

/** Entries that pass, newest first. */
export function listEntries(db: Database, question: EntryQuestion): JournalEntry[] {
  const { before, origin, text = "", limit } = question;
  const words = foldText(text.trim());
  const found: JournalEntry[] = [];
  for (const row of db.iterate<Omit<JournalEntry, "isUndone"> & { isUndone: number }>(
    `SELECT id, at_ms AS atMs, origin, sentence, photos, is_undone AS isUndone, final_because AS finalBecause
     FROM journal_entry WHERE (?1 IS NULL OR id < ?1) AND (?2 IS NULL OR origin = ?2) ORDER BY id DESC`,
    [before ?? null, origin ?? null],
  )) {
    if (!foldText(row.sentence).includes(words)) continue;
    found.push({ ...row, isUndone: row.isUndone === 1 });
    if (found.length === limit) break;
  }
  return found;
}

/** Undefined where there is no entry of this number. */
export function findEntry(db: Database, id: number): JournalEntry | undefined {
  return listEntries(db, { before: id + 1, limit: 1 }).find((entry) => entry.id === id);
}

/** "1 photo", "12,000 photos": for sentences. */
export function photosInWords(count: number): string {
  return `${count.toLocaleString("en")} ${count === 1 ? "photo" : "photos"}`;
}

/** The number of the next act; an entry's id is the number of its first one. */
export function nextAct(db: Database): number {
  return db.get<{ act: number }>("SELECT coalesce(max(act), 0) + 1 AS act FROM journal_entry")!.act;
}

/** By id; `after`: only by changes of a larger id. */
export function listChangedPhotos(db: Database, entry: number, after = 0): PhotoId[] {
  const rows = db.all<{ id: PhotoId }>(
    `SELECT DISTINCT value AS id FROM journal_change, json_each(photos)
     WHERE entry_id = ? AND journal_change.id > ? AND value > 0 ORDER BY value`,
    [entry, after],
  );
  return rows.map(({ id }) => id);
}

function hasChanges(db: Database, entry: number): boolean {
  return db.get("SELECT 1 FROM journal_change WHERE entry_id = ? LIMIT 1", [entry]) !== undefined;
}

function insertEntry(
  db: Database,
  { origin, sentence, photos }: Pick<JournalEntry, "origin" | "sentence" | "photos">,
): number {
  const act = nextAct(db);
  return db.insert(
    "INSERT INTO journal_entry (id, at_ms, origin, sentence, photos, act) VALUES (?, ?, ?, ?, ?, ?)",
    [act, Date.now(), origin, sentence, photos, act],
  );
}
