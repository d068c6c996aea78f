import type { DatabaseSync } from "node:sqlite";
import { isDamage } from "./catalog-errors.ts";
import { recount } from "./counts.ts";
import { Database } from "./database.ts";
import { catalogVersion } from "./migrate.ts";
import { openReadableCopy } from "./readable-copy.ts";
import { readRows, type Row } from "./read-rows.ts";
import { replayJournal } from "./replay-journal.ts";
import { asideKey, buildTagTree } from "./tag-tree.ts";

/** What indexing makes again. Every other table, also of a later version, is taken for the user's. */
const DERIVED = new Set([
  "model",
  "class",
  "label",
  "family",
  "family_class",
  "label_sum",
  "failure",
  "worker_death",
  "stale_text",
  "tag_above",
  "tag_count",
  "photo_count",
  "counting_later",
  "duplicate_group",
  "duplicate_member",
  "duplicate_stale",
  "duplicate_folder",
  "picture",
  "picture_band",
]);

/** Copied act by act instead of row by row. */
const JOURNAL = new Set(["journal_entry", "journal_change"]);

/** Of these, rows that are newer than a backup are told by their time; of others, by not being in it. */
const TIMES: Readonly<Record<string, string>> = {
  photo: "added_at_ms",
  photo_tag: "added_at_ms",
  label_verdict: "at_ms",
};

export interface Salvage {
  readonly photos: number;
  /** False where something could not be read. */
  readonly isWhole: boolean;
}

/**
 * Copies what can be read of a damaged catalog into an empty one of the newest version: everything that the user
 * entered and every file that was known. What the model found is made again. Rows that lost what they belong to get a
 * substitute for it ("recovered 12" for a tag's name), so that nothing that was read is dropped.
 */
export function salvage(damaged: string, connection: DatabaseSync): Salvage {
  return fromDamaged(damaged, connection, (source, db) => {
    const isWhole = copyTables(source, connection, { accepts: () => true });
    buildTagTree(db);
    db.run("UPDATE photo SET indexed_by = NULL, has_failed = 0");
    db.run("INSERT OR IGNORE INTO stale_text SELECT id FROM photo");
    return isWhole;
  });
}

/**
 * Adds to a restored backup what has come since it was made, as far as the damaged catalog can be read: new entries by
 * their time, and what the user did by the journal, act by act.
 */
export function addNewer(damaged: string, connection: DatabaseSync, sinceMs: number): Salvage {
  return fromDamaged(damaged, connection, (source, db) => {
    const isWhole = copyTables(source, connection, {
      accepts(table, row) {
        if (JOURNAL.has(table)) return false;
        const time = TIMES[table];
        return time === undefined || Number(row[time]) >= sinceMs;
      },
    });
    buildTagTree(db);
    const touched = replayJournal(source, db);
    db.run(
      `INSERT OR IGNORE INTO stale_text SELECT id FROM photo
       WHERE added_at_ms >= ? OR id IN (SELECT value FROM json_each(?))`,
      [sinceMs, JSON.stringify(touched)],
    );
    return isWhole;
  });
}

function fromDamaged(
  damaged: string,
  connection: DatabaseSync,
  work: (source: DatabaseSync, db: Database) => boolean,
): Salvage {
  using source = openReadableCopy(damaged, `${connection.location()!}.source`);
  const db = new Database(connection);
  const isWhole = source.db !== undefined && work(source.db, db);
  // Rows of an older version come without it.
  db.run("UPDATE photo SET name_key = name_key(name) WHERE name_key = ''");
  db.run("INSERT OR REPLACE INTO duplicate_folder (folder_id, after_id) SELECT id, 0 FROM folder");
  db.transaction(() => recount(db));
  const { count } = db.get<{ count: number }>("SELECT count(*) AS count FROM photo")!;
  return { photos: count, isWhole };
}

/** In one transaction; answers with whether every row could be read. */
function copyTables(
  source: DatabaseSync,
  db: DatabaseSync,
  { accepts }: { readonly accepts: (table: string, row: Row) => boolean },
): boolean {
  db.exec("PRAGMA foreign_keys = OFF");
  db.exec("BEGIN IMMEDIATE");
  const triggers = dropTriggers(db);
  let isWhole = true;
  // Photos first: what belongs to them is looked for by their ids.
  const tables = ["photo", ...tablesOf(db).filter((table) => table !== "photo")];
  const isYounger = youngerThan(source, db);
  for (const table of tables) {
    if (isYounger(table)) continue;
    const insert = inserter(db, table);
    const visit = (row: Row) => {
      if (accepts(table, row)) insert(table === "tag" ? besideNamesake(db, row) : row);
    };
    const lastKey = table === "photo" ? undefined : lastPhoto(db, table);
    const wasRead = readRows(source, table, { visit, lastKey });
    isWhole &&= wasRead;
  }
  replaceLost(db);
  dropOrphans(db);
  for (const sql of triggers) db.exec(sql);
  db.exec("COMMIT");
  db.exec("PRAGMA foreign_keys = ON");
  return isWhole;
}

/** Rows are copied as they are; what a trigger would do was done when they were first written. */
function dropTriggers(db: DatabaseSync): string[] {
  const triggers = db.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all();
  for (const { name } of triggers) db.exec(`DROP TRIGGER "${String(name)}"`);
  return triggers.map(({ sql }) => String(sql));
}

/** Without the text index, which is written again, and SQLite's own. */
function tablesOf(db: DatabaseSync): string[] {
  return db
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    .all()
    .map(({ name }) => String(name))
    .filter((name) => !name.startsWith("sqlite_") && !DERIVED.has(name));
}

/** Tells tables that a catalog of this version cannot have yet, so that nothing of them is lost. */
function youngerThan(source: DatabaseSync, db: DatabaseSync): (table: string) => boolean {
  try {
    if (catalogVersion(source) >= catalogVersion(db)) return () => false;
    const rows = source.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
    const known = new Set(rows.map(({ name }) => String(name)));
    return (table) => !known.has(table);
  } catch (error) {
    if (isDamage(error)) return () => false;
    throw error;
  }
}

/** The highest id of a photo, for a table whose rows are told by photos first; else undefined. */
function lastPhoto(db: DatabaseSync, table: string): number | undefined {
  const [first] = db.prepare(`SELECT name FROM pragma_table_info('${table}') WHERE pk = 1`).all();
  if (first?.name !== "photo_id") return undefined;
  return Number(db.prepare("SELECT coalesce(max(id), 0) AS last FROM photo").get()?.last);
}

/** A backup may still have the name for a tag that was renamed since: until that is done again, the new one is set aside. */
function besideNamesake(db: DatabaseSync, row: Row): Row {
  const { id, key } = row;
  const namesake = db.prepare("SELECT 1 FROM tag WHERE key = ? AND id <> ?").get(key!, id!);
  return namesake ? { ...row, key: asideKey({ id: Number(id), key: String(key) }) } : row;
}

/** Columns that the other version of the table does not have are left out. */
function inserter(db: DatabaseSync, table: string): (row: Row) => void {
  const info = db.prepare(`PRAGMA table_info("${table}")`).all();
  const hasKey = info.some(({ pk }) => Number(pk) > 0);
  const columns = [...(hasKey ? [] : ["rowid"]), ...info.map(({ name }) => String(name))];
  const verb = hasKey ? "INSERT OR IGNORE" : "INSERT OR REPLACE";
  const statements = new Map<string, ReturnType<DatabaseSync["prepare"]>>();
  return (row) => {
    const present = columns.filter((column) => row[column] !== undefined);
    const names = present.map((column) => `"${column}"`).join(", ");
    let statement = statements.get(names);
    if (!statement) {
      const places = present.map(() => "?").join(", ");
      statement = db.prepare(`${verb} INTO "${table}" (${names}) VALUES (${places})`);
      statements.set(names, statement);
    }
    statement.run(...present.map((column) => row[column]!));
  };
}

/** Names and places that could not be read, for what was read and belongs to them. */
function replaceLost(db: DatabaseSync): void {
  db.exec(`
    INSERT OR IGNORE INTO tag (id, path, key)
      SELECT DISTINCT tag_id, 'recovered ' || tag_id, 'recovered ' || tag_id FROM photo_tag
      WHERE tag_id NOT IN (SELECT id FROM tag);
    INSERT OR IGNORE INTO album (id, name, key)
      SELECT DISTINCT album_id, 'recovered ' || album_id, 'recovered ' || album_id FROM album_photo
      WHERE album_id NOT IN (SELECT id FROM album);
    INSERT OR IGNORE INTO folder (id, path, added_at_ms)
      SELECT folder_id, '/recovered folder ' || folder_id, min(added_at_ms) FROM photo
      WHERE folder_id NOT IN (SELECT id FROM folder) GROUP BY folder_id;
  `);
}

/** What is left belongs to photos that could not be read: nobody could ever see it. */
function dropOrphans(db: DatabaseSync): void {
  for (;;) {
    const orphans = db.prepare("PRAGMA foreign_key_check").all();
    if (orphans.length === 0) return;
    for (const table of new Set(orphans.map((orphan) => String(orphan.table)))) dropFrom(db, table);
  }
}

/** By the columns that point at nothing, because not every table has row ids. */
function dropFrom(db: DatabaseSync, table: string): void {
  for (const link of db.prepare(`PRAGMA foreign_key_list("${table}")`).all()) {
    const [from, target] = [String(link.from), String(link.table)];
    const to = link.to === null ? "rowid" : `"${String(link.to)}"`;
    db.exec(
      `DELETE FROM "${table}" WHERE "${from}" IS NOT NULL AND "${from}" NOT IN (SELECT ${to} FROM "${target}")`,
    );
  }
}
