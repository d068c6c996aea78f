import { randomUUID } from "node:crypto";
import { LibraryError } from "../../contract/errors.ts";
import { MAX_PAGE } from "../../contract/page-size.ts";
import type { PhotoId } from "../../contract/photo.ts";
import { listPaths } from "../catalog/photos.ts";
import { ExportTargets } from "../originals/export-targets.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";
import { exportXmp } from "../tags/exchange/export-xmp.ts";
import { ImportSession } from "../tags/exchange/import-session.ts";
import { openSource } from "../tags/exchange/open-source.ts";
import { listPhotoIds, readExchangeRows } from "../tags/exchange/read-rows.ts";
import { headerOf, toLine } from "../tags/exchange/row-text.ts";
import { findPathInLibrary } from "./find-path.ts";

type ExportHandlers = Pick<Handlers, "exchange.export" | "exchange.exportXmp">;
type ImportHandlers = Pick<
  Handlers,
  "exchange.openImport" | "exchange.readImport" | "exchange.applyImport" | "exchange.closeImport"
>;

interface Found {
  readonly ids: PhotoId[];
  readonly next: string | null;
}

/** The user's data out to files. */
export function exportHandlers({ db, folders, search }: Parts): ExportHandlers {
  function find(query: string | undefined, after: string | undefined): Found {
    if (query !== undefined) {
      const { photos, next } = search.page({ query, cursor: after, limit: MAX_PAGE });
      return { ids: photos.map(({ id }) => id), next };
    }
    const ids = listPhotoIds(db, { after: Number(after ?? 0), limit: MAX_PAGE });
    return { ids, next: ids.length === MAX_PAGE ? String(ids.at(-1)) : null };
  }

  return {
    "exchange.export": ({ query, after, format }) => {
      const { ids, next } = find(query, after);
      const lines = readExchangeRows(db, ids).map(({ row }) => toLine(row, format));
      const header = after === undefined ? headerOf(format) : "";
      return { text: header + lines.join(""), photos: lines.length, next };
    },
    "exchange.exportXmp": async ({ query, after, to }) => {
      const targets = new ExportTargets();
      const watched = folders.list().map(({ path }) => path);
      const folder = targets.folderOf(await targets.open(to, watched));
      const { ids, next } = find(query, after);
      return { ...(await exportXmp(readExchangeRows(db, ids), folder)), next };
    },
  };
}

/** The user's data in from files, also of other programs. */
export function importHandlers(parts: Parts): ImportHandlers {
  const { db, feed, labelUpkeep, reconciler } = parts;
  let current: { readonly name: string; readonly session: ImportSession } | undefined;

  function get(name: string): ImportSession {
    if (current?.name === name) return current.session;
    const message = "expected an import that is open but another one was opened, or it was closed";
    throw new LibraryError("request-invalid", message);
  }

  async function close(): Promise<void> {
    const closing = current?.session;
    current = undefined;
    await closing?.[Symbol.asyncDispose]();
  }

  return {
    "exchange.openImport": async ({ path }) => {
      const source = await openSource(path);
      await close();
      const session = new ImportSession(db, source, (file) => findPathInLibrary(parts, file));
      current = { name: randomUUID(), session };
      return { session: current.name };
    },
    "exchange.readImport": ({ session }) => get(session).read(),
    "exchange.applyImport": async ({ session }) => {
      const { entry, changed, sentence } = await get(session).apply(reconciler.text, (some) => {
        for (const { id, path } of listPaths(db, some)) feed.report({ kind: "tagged", id, path });
        if (some.length > 0) feed.reportHistory();
      });
      labelUpkeep.refreshTexts();
      return { changed, entry: entry ?? null, sentence: sentence ?? null };
    },
    "exchange.closeImport": async ({ session }) => {
      if (current?.name === session) await close();
      return {};
    },
  };
}
