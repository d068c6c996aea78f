import path from "node:path";
import type { Database } from "../catalog/database.ts";
import type { FolderRow } from "../catalog/folders.ts";
import { listDirectories, renameDirectory } from "../catalog/photos.ts";
import { readRootKey } from "./folder-root.ts";

/**
 * Finds the directory under which the catalog knows one that the disk spells otherwise: with its accents taken
 * apart (macOS writes names in NFD), or, on a disk that ignores case, in other letters. The entries' directory
 * is rewritten, so that they are compared with the same files as before. One for each walk.
 */
export class DirectorySpelling {
  readonly #db: Database;
  readonly #folder: FolderRow;
  #known: Map<string, string> | undefined;

  constructor(db: Database, folder: FolderRow) {
    this.#db = db;
    this.#folder = folder;
  }

  /** The old spelling of a directory that was just met and is not known, if it has one. */
  async adopt(directory: string): Promise<string | undefined> {
    if (directory === "") return undefined;
    // Taken at the first directory that is not known: most walks meet none.
    this.#known ??= new Map(
      listDirectories(this.#db, this.#folder.id).map((known) => [spellingKey(known), known]),
    );
    const known = this.#known.get(spellingKey(directory));
    if (known === undefined || known === directory) return undefined;
    if (!(await this.#isSame(known, directory))) return undefined;
    renameDirectory(this.#db, { folderId: this.#folder.id, from: known, to: directory });
    return known;
  }

  /** Another directory of that name may be there on a disk that tells the two apart. */
  async #isSame(known: string, directory: string): Promise<boolean> {
    const [before, now] = await Promise.all(
      [known, directory].map((name) => readRootKey(path.join(this.#folder.path, name))),
    );
    if (before !== undefined) return before === now;
    return known.normalize("NFC") === directory.normalize("NFC");
  }
}

function spellingKey(directory: string): string {
  return directory.normalize("NFC").toLowerCase();
}
