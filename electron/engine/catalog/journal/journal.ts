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
 *       sentence: (count) => tell("done.tag.added", { tag: "Lisbon", count }),
 *     }, () => db.run("INSERT …"));
 *
 * What can be touched is the table in change-kinds.ts; a new kind of user's data is a row there. The caller marks
 * the words of changed photos as stale, and reports them and the history to the feed.
 *
 * The sentence is one of the texts in electron/texts, so that every language can say it; the English one is kept beside it, for the command
 * line and for whoever does not know the key.
 *
 * A tag or an album is told by its row id, so rows that an entry names stay: an unused one is hidden, not deleted.
 */
import type { HistoryFilter, JournalEntry } from "../../../contract/journal.ts";
import type { PhotoId } from "../../../contract/photo.ts";
import { LibraryError } from "../../../contract/errors.ts";
import { foldText } from "../../../contract/fold-text.ts";
import type { Told } from "../../../contract/told.ts";
import { tell } from "../../../texts/tell.ts";
import { toldError } from "../../../texts/told-error.ts";
import { inEnglish } from "../../../texts/in-english.ts";
import type { Teller } from "../../../texts/teller.ts";
import type { Database } from "../database.ts";
import type { ChangeKindName } from "./change-kinds.ts";
import { forgetBefore, readBefore, toQuestion, writeChanges } from "./compare-touched.ts";

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
  readonly sentence: (count: number) => Told;
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
      const entry =
        recording.entry === undefined
          ? insertEntry(db, { origin: "user", photos: 0 })
          : goOn(db, recording.entry);
      const last = lastChange(db);
      wanted.forEach((question, touch) => writeChanges(db, entry, { question, touch }));
      forgetBefore(db);
      return settleEntry(db, { entry, after: last }, recording);
    });
  } finally {
    underWay.delete(db);
  }
}

/**
 * A change that is too large for one transaction is made in parts. Each is the entry's latest act, so that whatever was done in between
 * comes before it, for an undo. `undo-conflict` where the entry was undone meanwhile.
 */
function goOn(db: Database, id: number): number {
  const entry = findEntry(db, id)!;
  if (entry.isUndone)
    throw toldError(
      "undo-conflict",
      tell("refused.part.undone", { sentence: entry.told ?? entry.sentence }),
    );
  db.run("UPDATE journal_entry SET act = ? WHERE id = ?", [nextAct(db), id]);
  return id;
}

/**
 * Rejects an entry that is of another edit: only the same edit of other photos goes on with one. `request-invalid` where it is, or there is
 * none.
 */
export function expectSameEdit(
  db: Database,
  id: number | undefined,
  sentence: Recording["sentence"],
): void {
  if (id === undefined) return;
  const entry = findEntry(db, id);
  if (entry?.origin === "user" && entry.sentence === inEnglish(sentence(entry.photos))) return;
  const got = entry ? `“${entry.sentence}”` : "none";
  throw new LibraryError(
    "request-invalid",
    `expected entry ${id} of the history to be the same edit of other photos but got ${got}`,
  );
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
  writeSentence(db, entry, { sentence: recording.sentence(count), photos: count });
  return { entry, changed };
}

/** What is said of an entry. */
interface Saying {
  readonly sentence: Told;
  readonly photos: number;
}

/** What an entry says from now on, about so many photos. Part of the caller's transaction. */
export function writeSentence(db: Database, entry: number, { sentence, photos }: Saying): void {
  db.run("UPDATE journal_entry SET sentence = ?, told = ?, photos = ? WHERE id = ?", [
    inEnglish(sentence),
    JSON.stringify(sentence),
    photos,
    entry,
  ]);
}

export interface Note extends Saying {
  /** Why it cannot be undone from here, and what to do instead; a whole sentence. */
  readonly finalBecause: Told;
}

/** Writes down something that the catalog cannot undo, such as a move to the system's trash. */
export function recordFinal(db: Database, note: Note): number {
  return db.durably(() => insertFinal(db, "user", note));
}

/** The same for what the program did by itself. Part of the caller's transaction. */
export function recordOwnFinal(db: Database, note: Note): void {
  insertFinal(db, "disk", note);
}

function insertFinal(
  db: Database,
  origin: JournalEntry["origin"],
  { finalBecause, ...saying }: Note,
): number {
  const entry = insertSaying(db, origin, saying);
  db.run("UPDATE journal_entry SET final_because = ?, final_told = ? WHERE id = ?", [
    inEnglish(finalBecause),
    JSON.stringify(finalBecause),
    entry,
  ]);
  return entry;
}

/** A change of one photo whose values are known. */
export interface KnownChange {
  readonly kind: ChangeKindName;
  readonly photo: PhotoId;
  readonly before: object;
  readonly after: object;
}

/** Writes down what the program did by itself. Part of the caller's transaction. */
export function recordOwn(db: Database, sentence: Told, change: KnownChange): void {
  addChange(db, insertSaying(db, "disk", { sentence, photos: 1 }), change);
}

/** Writes down what the user did to one photo where its values are known. Part of the caller's transaction. */
export function recordKnown(db: Database, sentence: Told, change: KnownChange): number {
  const entry = insertSaying(db, "user", { sentence, photos: 1 });
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

export interface EntryQuestion extends Omit<HistoryFilter, "language"> {
  /** Only entries with a smaller id. */
  readonly before?: number | undefined;
  /** At most so many. */
  readonly limit: number;
  /** Has its text looked for in another language as well. */
  readonly teller?: Teller | undefined;
}

/** Entries that pass, newest first. */
export function listEntries(db: Database, question: EntryQuestion): JournalEntry[] {
  const { before, origin, text = "", limit, teller } = question;
  const words = foldText(text.trim());
  const found: JournalEntry[] = [];
  for (const row of db.iterate<EntryRow>(
    `SELECT id, at_ms AS atMs, origin, sentence, told, photos, is_undone AS isUndone,
       final_because AS finalBecause, final_told AS finalTold
     FROM journal_entry WHERE (?1 IS NULL OR id < ?1) AND (?2 IS NULL OR origin = ?2) ORDER BY id DESC`,
    [before ?? null, origin ?? null],
  )) {
    const entry = toEntry(row);
    const said = entry.told && teller?.say(entry.told);
    if (![entry.sentence, said ?? ""].some((one) => foldText(one).includes(words))) continue;
    found.push(entry);
    if (found.length === limit) break;
  }
  return found;
}

type EntryRow = Omit<JournalEntry, "isUndone" | "told" | "finalTold"> & {
  readonly isUndone: 0 | 1;
  readonly told: string | null;
  readonly finalTold: string | null;
};

function toEntry(row: EntryRow): JournalEntry {
  return {
    ...row,
    told: readTold(row.told),
    isUndone: row.isUndone === 1,
    finalTold: readTold(row.finalTold),
  };
}

/** From a column of the journal. */
export function readTold(json: string | null): Told | null {
  return json === null ? null : (JSON.parse(json) as Told);
}

/** Undefined where there is no entry of this number. */
export function findEntry(db: Database, id: number): JournalEntry | undefined {
  return listEntries(db, { before: id + 1, limit: 1 }).find((entry) => entry.id === id);
}

/** The number of the next act; an entry's id is the number of its first one. */
export function nextAct(db: Database): number {
  return db.get<{ act: number }>("SELECT coalesce(max(act), 0) + 1 AS act FROM journal_entry")!.act;
}

/** By id; `after`: only by changes of a larger id. */
export function listChangedPhotos(db: Database, entry: number, after = 0): PhotoId[] {
  const rows = db.all<{ photos: string }>(
    "SELECT photos FROM journal_change WHERE entry_id = ? AND id > ?",
    [entry, after],
  );
  const changed = new Set(rows.flatMap(({ photos }) => JSON.parse(photos) as PhotoId[]));
  changed.delete(0 as PhotoId); // Stands for no photo.
  return [...changed].sort((a, b) => a - b);
}

function hasChanges(db: Database, entry: number): boolean {
  return db.get("SELECT 1 FROM journal_change WHERE entry_id = ? LIMIT 1", [entry]) !== undefined;
}

function insertSaying(db: Database, origin: JournalEntry["origin"], saying: Saying): number {
  const entry = insertEntry(db, { origin, photos: saying.photos });
  writeSentence(db, entry, saying);
  return entry;
}

/** It says nothing yet. */
function insertEntry(
  db: Database,
  { origin, photos }: Pick<JournalEntry, "origin" | "photos">,
): number {
  const act = nextAct(db);
  return db.insert(
    "INSERT INTO journal_entry (id, at_ms, origin, sentence, photos, act) VALUES (?, ?, ?, '', ?, ?)",
    [act, Date.now(), origin, photos, act],
  );
}
