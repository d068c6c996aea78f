import path from "node:path";
import { LibraryError } from "../../contract/errors.ts";
import { MAX_MIRRORED_AT_ONCE } from "../../contract/mirror.ts";
import type { PhotoId } from "../../contract/photo.ts";
import type { Database } from "../catalog/database.ts";
import { listFolders } from "../catalog/folders.ts";
import { queueNow } from "../catalog/mirror-queue.ts";
import { listFolderMirrors } from "../catalog/mirror-standing.ts";
import { listMirrored, type MirrorScope } from "../catalog/mirror-state.ts";
import { listPaths } from "../catalog/photos.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";
import { readSidecarName, saveSidecarName } from "../tags/mirror/sidecar-path.ts";
import { resolveConflicts } from "../tags/mirror/resolve-conflicts.ts";
import { withoutLinks } from "./find-path.ts";

type MirrorHandlers = Pick<
  Handlers,
  | "tag.mirror"
  | "mirror.name"
  | "folder.mirror"
  | "mirror.status"
  | "mirror.write"
  | "mirror.resolve"
>;

/** What the user entered, as XMP files beside the photos. */
export function mirrorHandlers(parts: Parts): MirrorHandlers {
  const { db, feed, folders, mirrorUpkeep, reconciler, labelUpkeep } = parts;

  /** Nobody else writes in a library that is opened for this one command. */
  async function begin(): Promise<void> {
    feed.reportMirror();
    if (parts.live) mirrorUpkeep.wake();
    else await mirrorUpkeep.settled();
  }

  function reportChanged(changed: readonly PhotoId[]): void {
    for (const { id, path: file } of listPaths(db, changed))
      feed.report({ kind: "tagged", id, path: file });
    if (changed.length > 0) feed.reportHistory();
    labelUpkeep.refreshTexts();
  }

  return {
    "mirror.name": ({ name }) => {
      if (name !== undefined) saveSidecarName(db, name);
      return { name: readSidecarName(db) };
    },
    "tag.mirror": async ({ folders: some, after, isDryRun }) => {
      const limit = MAX_MIRRORED_AT_ONCE;
      const ids = listMirrored(db, { scopes: toScopes(db, some), after: after ?? 0, limit });
      const { photos } = await mirrorUpkeep.mirror(ids, { isDryRun });
      return { photos, next: ids.length === limit ? ids.at(-1)! : null };
    },
    "folder.mirror": async ({ id, isOn }) => {
      const folder = await mirrorUpkeep.turn(() => folders.mirror(id, isOn));
      feed.reportMirror();
      mirrorUpkeep.wake();
      return folder;
    },
    "mirror.status": () => listFolderMirrors(db),
    "mirror.write": async ({ photos }) => {
      queueNow(db, photos);
      await begin();
      return {};
    },
    "mirror.resolve": async (decision) => {
      const { changed } = resolveConflicts(db, decision, reconciler.text);
      reportChanged(changed);
      await begin();
      return { changed: changed.length };
    },
  };
}

/** Without folders the whole library. */
function toScopes(db: Database, given: readonly string[]): MirrorScope[] {
  if (given.length > 0) return given.map((folder) => toScope(db, folder));
  return listFolders(db).map(({ id }) => ({ folderId: id, directory: "" }));
}

function toScope(db: Database, given: string): MirrorScope {
  for (const folder of listFolders(db)) {
    for (const directory of [given, withoutLinks(given)]) {
      const relative = path.relative(folder.path, directory);
      if (!relative.startsWith("..") && !path.isAbsolute(relative))
        return { folderId: folder.id, directory: relative.replaceAll(path.sep, "/") };
    }
  }
  throw new LibraryError(
    "folder-unknown",
    `expected a watched folder or one inside of it but got ${given}`,
  );
}
