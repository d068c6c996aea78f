/** @file Folders that the app leaves alone until the user says otherwise. What the command line asks for is done. */
import type { FolderId } from "../../contract/folder.ts";
import type { Database } from "./database.ts";
import { getSetting, setSetting } from "./settings.ts";

export function isPaused(db: Database, id: FolderId): boolean {
  return readPaused(db).includes(id);
}

/** On the disk when this returns. */
export function setPaused(db: Database, id: FolderId, paused: boolean): void {
  const others = readPaused(db).filter((other) => other !== id);
  const all = paused ? [...others, id] : others;
  db.durably(() => setSetting(db, "paused-folders", JSON.stringify(all)));
}

function readPaused(db: Database): FolderId[] {
  return JSON.parse(getSetting(db, "paused-folders") ?? "[]") as FolderId[];
}
