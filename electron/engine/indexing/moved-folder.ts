import type { Database } from "../catalog/database.ts";
import { listAllFolders, sampleFiles, type FolderRow } from "../catalog/folders.ts";
import type { Volumes } from "../watching/volumes/volumes.ts";
import { readRootKey } from "./folder-root.ts";
import { isSureMatch, matchSample, SAMPLE_FILES } from "./tree-sample.ts";

/**
 * The library's folder that was moved here: not at its own path any more, from the same volume (or device, where
 * volumes have no names), and with its photos. What comes from another volume may be a backup, and is a folder of
 * its own until the user says otherwise.
 */
export async function findMovedFolder(
  db: Database,
  to: string,
  volumes: Pick<Volumes, "placeOf">,
): Promise<FolderRow | undefined> {
  const place = await volumes.placeOf(to);
  const toKey = await readRootKey(to);
  for (const folder of listAllFolders(db)) {
    if (folder.path === to || folder.rootKey === null) continue;
    const isSameVolume =
      folder.volume === null
        ? place?.volume === undefined && deviceOf(folder.rootKey) === deviceOf(toKey)
        : folder.volume === place?.volume;
    if (!isSameVolume || (await readRootKey(folder.path)) !== undefined) continue;
    if (isSureMatch(await matchSample(to, sampleFiles(db, folder.id, SAMPLE_FILES)))) return folder;
  }
  return undefined;
}

function deviceOf(rootKey: string | undefined): string | undefined {
  return rootKey?.split(":")[0];
}
