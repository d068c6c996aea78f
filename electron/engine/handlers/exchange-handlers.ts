import { randomUUID } from "node:crypto";
import path from "node:path";
import { LibraryError } from "../../contract/errors.ts";
import { isPlainFileName } from "../../contract/file-name.ts";
import { MAX_PAGE } from "../../contract/page-size.ts";
import type { PhotoId } from "../../contract/photo.ts";
import { listPaths } from "../catalog/photos.ts";
import type { ExportTargets } from "../originals/export-targets.ts";
import type { Parts } from "../parts.ts";
import type { Handlers } from "../serve.ts";
import { exportXmp } from "../tags/exchange/export-xmp.ts";
import { ImportSession } from "../tags/exchange/import-session.ts";
import { openSource } from "../tags/exchange/open-source.ts";
import { countPhotoIds, listPhotoIds, readExchangeRows } from "../tags/exchange/read-rows.ts";
import { headerOf, toLine } from "../tags/exchange/row-text.ts";
import { findPathInLibrary } from "./find-path.ts";
import type { Places } from "./places.ts";

type ExportHandlers = Pick<
  Handlers,
  | "exchange.openFile"
  | "exchange.openPlaceFile"
  | "exchange.writeRows"
  | "exchange.closeFile"
  | "exchange.writeXmp"
>;
type ImportHandlers = Pick<
  Handlers,
  | "exchange.openImport"
  | "exchange.openPlaceImport"
  | "exchange.readImport"
  | "exchange.applyImport"
  | "exchange.closeImport"
>;

interface Found {
  readonly ids: PhotoId[];
  readonly next: string | null;
  readonly total: number | null;
}

/** Which places and folders this engine has issued. */
export interface IssuedNames {
  readonly places: Places;
  readonly targets: ExportTargets;
}

/** The user's data out to files. */
export function exportHandlers(
  { db, exportFiles, search }: Parts,
  { places, targets }: IssuedNames,
): ExportHandlers {
  function find(query: string | undefined, after: string | undefined): Found {
    const isFirst = after === undefined;
    if (query !== undefined) {
      const { photos, next, total } = search.page({ query, cursor: after, limit: MAX_PAGE });
      return { ids: photos.map(({ id }) => id), next, total: isFirst ? total : null };
    }
    const ids = listPhotoIds(db, { after: Number(after ?? 0), limit: MAX_PAGE });
    const next = ids.length === MAX_PAGE ? String(ids.at(-1)) : null;
    return { ids, next, total: isFirst ? countPhotoIds(db) : null };
  }

  return {
    "exchange.openFile": ({ path: file, isReplacing }) => exportFiles.open(file, { isReplacing }),
    "exchange.openPlaceFile": ({ place, name }) =>
      exportFiles.open(path.join(places.pathOf(place), toPlainName(name))),
    "exchange.writeRows": async ({ file, query, after }) => {
      const { ids, next, total } = find(query, after);
      const format = exportFiles.formatOf(file);
      const lines = readExchangeRows(db, ids).map(({ row }) => toLine(row, format));
      const header = after === undefined ? headerOf(format) : "";
      await exportFiles.append(file, header + lines.join(""));
      if (next === null) await exportFiles.finish(file);
      return { photos: lines.length, next, total };
    },
    "exchange.closeFile": async ({ file }) => {
      await exportFiles.close(file);
      return {};
    },
    "exchange.writeXmp": async ({ query, after, target }) => {
      const folder = targets.folderOf(target);
      const { ids, next, total } = find(query, after);
      const report = await exportXmp(readExchangeRows(db, ids), folder);
      return { ...report, photos: ids.length, next, total };
    },
  };
}

function toPlainName(name: string): string {
  if (isPlainFileName(name)) return name;
  const message = `expected the name of a file in its folder but got ${name}`;
  throw new LibraryError("request-invalid", message);
}

/** So long an import is applied before the caller is told how far it is. */
const APPLY_MS = 250;

/** The user's data in from files, also of other programs. */
export function importHandlers(parts: Parts, { places }: IssuedNames): ImportHandlers {
  const { db, feed, labelUpkeep, reconciler } = parts;
  let current: { readonly id: string; readonly session: ImportSession } | undefined;

  function get(id: string): ImportSession {
    if (current?.id === id) return current.session;
    const message = "expected an import that is open but another one was opened, or it was closed";
    throw new LibraryError("request-invalid", message);
  }

  async function open(file: string) {
    const source = await openSource(file);
    await close();
    const session = new ImportSession(db, source, (one) => findPathInLibrary(parts, one));
    current = { id: randomUUID(), session };
    return { session: current.id, kind: session.kind, name: session.name };
  }

  async function close(): Promise<void> {
    const closing = current?.session;
    current = undefined;
    await closing?.[Symbol.asyncDispose]();
  }

  function report(changed: readonly PhotoId[]): void {
    for (const { id, path } of listPaths(db, changed)) feed.report({ kind: "tagged", id, path });
    if (changed.length > 0) feed.reportHistory();
  }

  return {
    "exchange.openImport": ({ path: file }) => open(file),
    "exchange.openPlaceImport": ({ place }) => open(places.pathOf(place)),
    "exchange.readImport": ({ session }) => get(session).read(),
    "exchange.applyImport": async ({ session }) => {
      const options = { onPart: report, budgetMs: APPLY_MS };
      const { entry, changed, sentence, isDone } = await get(session).apply(
        reconciler.text,
        options,
      );
      labelUpkeep.refreshTexts();
      return { changed, isDone, entry: entry ?? null, sentence: sentence ?? null };
    },
    "exchange.closeImport": async ({ session }) => {
      if (current?.id === session) await close();
      return {};
    },
  };
}
