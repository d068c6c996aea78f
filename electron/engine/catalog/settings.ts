import type { Database } from "./database.ts";

/** What the library remembers about itself between runs. */
export type SettingName =
  /** Name or file of the model the user chose last. */
  | "model"
  /** Name or file of the model that the library is on its way to. */
  | "next-model"
  /** What is embedded on that way: "thumbnails" or "files". */
  | "next-source"
  /** Key of the model whose labels bare words search. */
  | "text-model"
  /** What random pairs of photos have in common; see similar/calibration.ts. */
  | "similar-background"
  /** There after a restore: the vector table may lack what the catalog calls indexed. */
  | "check-vectors"
  /** How an XMP file that is not there yet is called: contract/mirror.ts, SidecarName. */
  | "sidecar-name"
  /** JSON of contract/library.ts: IndexingChoice. */
  | "indexing"
  /** JSON of an array of folder ids; see paused-folders.ts. */
  | "paused-folders"
  /** JSON of the notice that the catalog was restored, until the user dismisses it. */
  | "restored"
  /** Up to which id what pictures look like was swept; see duplicates/pictures.ts. */
  | "swept-picture"
  /** The execution provider that ran last. */
  | "provider";

export function getSetting(db: Database, name: SettingName): string | undefined {
  return db.get<{ value: string }>("SELECT value FROM setting WHERE name = ?", [name])?.value;
}

export function setSetting(db: Database, name: SettingName, value: string): void {
  db.run("INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)", [name, value]);
}

export function clearSetting(db: Database, name: SettingName): void {
  db.run("DELETE FROM setting WHERE name = ?", [name]);
}
