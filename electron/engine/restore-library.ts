import { mkdirSync } from "node:fs";
import { LibraryError } from "../contract/errors.ts";
import { libraryPaths } from "./catalog/open-catalog.ts";
import { takeOwnerLock } from "./catalog/owner-lock.ts";
import { restoreCatalog, type FolderMove, type Restored } from "./catalog/restore-catalog.ts";

export interface RestoreOptions {
  readonly libraryFolder: string;
  readonly file: string;
  readonly moves: readonly FolderMove[];
}

/**
 * Replaces a library's catalog by a backup; see {@link restoreCatalog}. `library-in-use` while another process has the
 * library open: what it holds in memory would no longer be true.
 */
export function restoreLibrary({ libraryFolder, file, moves }: RestoreOptions): Restored {
  const paths = libraryPaths(libraryFolder);
  mkdirSync(libraryFolder, { recursive: true });
  using lock = takeOwnerLock(paths.ownerLock);
  if (!lock) {
    throw new LibraryError(
      "library-in-use",
      `another program has the library ${libraryFolder} open; close it to restore a backup`,
    );
  }
  return restoreCatalog(paths, file, moves);
}
