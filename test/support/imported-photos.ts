import { writeFile } from "node:fs/promises";
import path from "node:path";
import type { ImportChange, ImportProblem } from "../../electron/contract/exchange.ts";
import { listFolders } from "../../electron/engine/catalog/folders.ts";
import { findPhoto, insertPhoto, setFingerprint } from "../../electron/engine/catalog/photos.ts";
import { ImportSession } from "../../electron/engine/tags/exchange/import-session.ts";
import { openSource } from "../../electron/engine/tags/exchange/open-source.ts";
import { listPhotoIds, readExchangeRows } from "../../electron/engine/tags/exchange/read-rows.ts";
import { headerOf, toLine } from "../../electron/engine/tags/exchange/row-text.ts";
import { tempFolder } from "./temp-folder.ts";
import { openTestCatalog, testReconciler } from "./test-catalog.ts";

/** A catalog in memory whose photos need no files, and real files to import from. */
export async function importedPhotos(names: readonly string[], root = "/photos") {
  const temp = await tempFolder();
  const { db, folderId } = openTestCatalog(root);
  const { text } = testReconciler(db);
  names.forEach((name, index) => {
    const directory = path.posix.dirname(name);
    const place = {
      folderId,
      directory: directory === "." ? "" : directory,
      name: path.posix.basename(name),
    };
    const id = insertPhoto(db, place, { sizeBytes: 1, modifiedAtUs: 0, fileKey: `1:${index}` });
    setFingerprint(db, id, fingerprintOf(index));
  });

  function findPath(file: string) {
    const folder = listFolders(db).find((one) => file.startsWith(`${one.path}/`));
    if (!folder) return undefined;
    const { dir, base } = path.posix.parse(file.slice(folder.path.length + 1));
    return findPhoto(db, { folderId: folder.id, directory: dir, name: base });
  }

  /** Reads all of it; changes nothing. */
  async function open(source: string) {
    const session = new ImportSession(db, await openSource(source), findPath);
    const changes: ImportChange[] = [];
    const problems: ImportProblem[] = [];
    for (let isDone = false; !isDone;) {
      const part = await session.read();
      changes.push(...part.changes);
      problems.push(...part.problems);
      ({ isDone } = part);
    }
    return { session, changes, problems };
  }

  return {
    temp,
    db,
    text,
    open,
    /** Imports a file of this content, or what is at this place. */
    async import(name: string, content?: string) {
      const source = path.resolve(temp.path, name);
      if (content !== undefined) await writeFile(source, content);
      const { session, changes, problems } = await open(source);
      await using _ending = session;
      const { changed, sentence } = await session.apply(text);
      return { changes, problems, sentence, changed };
    },
    /** What the user entered, as an export has it: JSON Lines or CSV. */
    export(format: "csv" | "jsonl") {
      const rows = readExchangeRows(db, listPhotoIds(db, { after: 0, limit: 1000 }));
      return headerOf(format) + rows.map(({ row }) => toLine(row, format)).join("");
    },
    rows: () =>
      readExchangeRows(db, listPhotoIds(db, { after: 0, limit: 1000 })).map(({ row }) => row),
    [Symbol.asyncDispose]: () => temp[Symbol.asyncDispose](),
  };
}

export function fingerprintOf(index: number): string {
  return index.toString(16).padStart(64, "0");
}
