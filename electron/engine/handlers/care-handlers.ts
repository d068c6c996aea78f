import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { LibraryError } from "../../contract/errors.ts";
import { backUpTo } from "../catalog/backups.ts";
import type { Parts } from "../parts.ts";
import { setAside } from "../reader-stop.ts";
import type { Handlers } from "../serve.ts";

type CareHandlers = Pick<
  Handlers,
  | "library.backup"
  | "library.dismissNotice"
  | "indexing.pause"
  | "indexing.resume"
  | "indexing.useShare"
  | "indexing.startAgain"
>;

/** Backups by the user, what the user was told, and what the user wants of indexing. */
export function careHandlers(parts: Parts): CareHandlers {
  const { db, feed, notices, indexer, indexingControl } = parts;
  return {
    "library.backup": async ({ path: file }) => {
      expectFree(file);
      await backUpTo(db.connection, file);
      return { path: file, bytes: (await stat(file)).size };
    },
    "library.dismissNotice": ({ kind }) => {
      notices.remove(kind);
      return {};
    },
    "indexing.pause": () => indexingControl.change({ isPaused: true }),
    "indexing.resume": () => indexingControl.change({ isPaused: false }),
    "indexing.startAgain": ({ setAside: photo }) => {
      if (photo !== undefined) setAside({ db, feed }, photo);
      parts.current().photoWorker.startAgain();
      notices.remove("reader-stopped");
      indexer.wake();
      return {};
    },
    "indexing.useShare": ({ share }) => indexingControl.change({ share }),
  };
}

function expectFree(file: string): void {
  if (existsSync(file)) {
    throw new LibraryError("file-exists", `expected no file at ${file} yet but there is one`);
  }
  const folder = path.dirname(file);
  if (!existsSync(folder)) {
    const message = `expected a folder at ${folder} for the backup but there is none`;
    throw new LibraryError("folder-unavailable", message);
  }
}
