import type { DatabaseSync } from "node:sqlite";
import { log } from "../support/log.ts";
import { Database } from "./database.ts";
import { changeKinds, type ChangeKind } from "./journal/change-kinds.ts";
import { readRows, type Row } from "./read-rows.ts";

/**
 * Does again, in a restored backup, what the journal of the damaged catalog says was done, undone or redone since.
 * Where files are is left to the next scan. Answers with the photos whose data changed.
 */
export function replayJournal(damaged: DatabaseSync, db: Database): number[] {
  const { known } = db.get<{ known: number }>(
    "SELECT coalesce(max(act), 0) AS known FROM journal_entry",
  )!;
  const entries = new Map<unknown, Row>();
  const addEntry = (row: Row) => {
    if (Number(row.act) > known) entries.set(row.id, row);
  };
  readRows(damaged, "journal_entry", { visit: addEntry });
  const changes = new Map<unknown, Map<unknown, Row>>();
  const addChange = (row: Row) => {
    if (!entries.has(row.entry_id)) return;
    const ofEntry = changes.get(row.entry_id) ?? new Map<unknown, Row>();
    changes.set(row.entry_id, ofEntry.set(row.id, row));
  };
  readRows(damaged, "journal_change", { visit: addChange });
  const acts = [...entries.values()].sort((a, b) => Number(a.act) - Number(b.act));
  return db.transaction(() => {
    const touched = new Set<number>();
    for (const entry of acts) {
      keep(db, "journal_entry", entry);
      for (const change of changes.get(entry.id)?.values() ?? []) {
        keep(db, "journal_change", change);
        replay(db, change, entry.is_undone === 1 ? change.before! : change.after!);
        for (const photo of JSON.parse(String(change.photos)) as number[]) touched.add(photo);
      }
    }
    return [...touched];
  });
}

function replay(db: Database, change: Row, value: Row[string]): void {
  const kind = String(change.kind);
  if (kind === "relink") return;
  try {
    (changeKinds as Record<string, ChangeKind>)[kind]?.put(db, {
      key: String(change.key),
      value: value === null ? null : String(value),
      photos: String(change.photos),
    });
  } catch (error) {
    // Something that it belongs to could not be read; the others can still be done.
    log.warn(`could not repeat a change of kind ${kind}`, error);
  }
}

/** An entry that the backup has was undone or redone since. */
function keep(db: Database, table: string, row: Row): void {
  const names = Object.keys(row);
  const updates =
    table === "journal_entry"
      ? "UPDATE SET is_undone = excluded.is_undone, act = excluded.act"
      : "NOTHING";
  db.run(
    `INSERT INTO ${table} (${names.join(", ")}) VALUES (${names.map(() => "?").join(", ")})
     ON CONFLICT (id) DO ${updates}`,
    names.map((name) => row[name]!),
  );
}
