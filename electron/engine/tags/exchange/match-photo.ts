import path from "node:path";
import type { PhotoId } from "../../../contract/photo.ts";
import type { Told } from "../../../contract/told.ts";
import { tell } from "../../../texts/tell.ts";
import type { Database } from "../../catalog/database.ts";
import { listFolders } from "../../catalog/folders.ts";
import { absolutePath, listByFingerprint, type PhotoRow } from "../../catalog/photos.ts";

/** The entry of an absolute path on this computer. */
export type FindPath = (file: string) => PhotoRow | undefined;

/** The photo that a row is about, or why it is about none. */
export type Match = { readonly id: PhotoId; readonly path: string } | { readonly expected: Told };

export interface WantedPhoto {
  readonly path: string;
  readonly fingerprint?: string | undefined;
}

interface Candidate {
  readonly id: PhotoId;
  readonly path: string;
}

/**
 * Finds photos by what another library, or another computer, says of them: the very path; the path below a watched folder; the bytes;
 * last the end of the path, where exactly one photo has the longest. A name alone, of a path with folders, is none: many cameras
 * begin at IMG_0001.
 */
export class PhotoMatcher implements Disposable {
  readonly #db: Database;
  readonly #findPath: FindPath;
  #hasNames = false;

  constructor(db: Database, findPath: FindPath) {
    this.#db = db;
    this.#findPath = findPath;
  }

  find({ path: given, fingerprint }: WantedPhoto): Match {
    const parts = toParts(given);
    const here = this.#findHere(given, parts);
    const wanted = { parts, path: given };
    if (here) return { id: here.id, path: absolutePath(here) };
    const twins = fingerprint === undefined ? [] : this.#byBytes(fingerprint);
    if (twins.length > 0) return choose(twins, wanted, 0);
    // A path that is no more than a name can have no more in common.
    return choose(this.#named(parts.at(-1) ?? ""), wanted, Math.min(2, parts.length));
  }

  /** A sidecar is of `IMG.jpg` when it is called `IMG.jpg.xmp`, else of whatever is called `IMG`. */
  #named(name: string): Candidate[] {
    const sidecar = /^(.*)\.xmp$/i.exec(name)?.[1];
    if (sidecar === undefined) return this.#byName(name);
    const found = this.#byName(sidecar);
    return found.length > 0 ? found : this.#byName(sidecar, { isStem: true });
  }

  [Symbol.dispose](): void {
    if (this.#hasNames) this.#db.run("DROP TABLE temp.import_name");
    this.#hasNames = false;
  }

  #findHere(given: string, parts: readonly string[]): PhotoRow | undefined {
    if (path.isAbsolute(given)) return this.#findPath(path.normalize(given));
    const found = listFolders(this.#db).flatMap(
      (folder) => this.#findPath(path.join(folder.path, ...parts)) ?? [],
    );
    return new Set(found.map(({ id }) => id)).size === 1 ? found[0] : undefined;
  }

  #byBytes(fingerprint: string): Candidate[] {
    const all = listByFingerprint(this.#db, fingerprint);
    const present = all.filter(({ missingSinceMs }) => missingSinceMs === null);
    return (present.length > 0 ? present : all).map((photo) => ({
      id: photo.id,
      path: absolutePath(photo),
    }));
  }

  #byName(name: string, { isStem = false }: { readonly isStem?: boolean } = {}): Candidate[] {
    if (!this.#hasNames) this.#listNames();
    const spellings = new Set([name, name.normalize("NFC"), name.normalize("NFD")]);
    // "/" follows "." and is in no name.
    const meets = isStem
      ? "import_name.name > wanted.value || '.' AND import_name.name < wanted.value || '/'"
      : "import_name.name = wanted.value";
    return this.#db
      .all<{ id: PhotoId; root: string; directory: string; name: string }>(
        `SELECT DISTINCT photo.id, folder.path AS root, directory, photo.name
         FROM json_each(?) AS wanted CROSS JOIN temp.import_name ON ${meets}
         JOIN photo ON photo.id = import_name.photo_id JOIN folder ON folder.id = folder_id`,
        [JSON.stringify([...spellings])],
      )
      .filter((photo) => !isStem || !photo.name.slice(name.length + 1).includes("."))
      .map(({ id, root, ...place }) => ({
        id,
        path: absolutePath({ folderPath: root, ...place }),
      }));
  }

  /** No index of the catalog is by name: who imports from this computer needs none. */
  #listNames(): void {
    this.#db.run("CREATE TEMP TABLE import_name (name TEXT NOT NULL, photo_id INTEGER NOT NULL)");
    this.#hasNames = true;
    this.#db.run(
      `INSERT INTO temp.import_name
       SELECT name, photo.id FROM photo JOIN folder ON folder.id = folder_id
       WHERE missing_since_ms IS NULL AND removed_at_ms IS NULL
       UNION ALL
       SELECT photo_file.name, photo.id FROM photo_file
       JOIN photo ON photo.id = photo_id JOIN folder ON folder.id = folder_id
       WHERE missing_since_ms IS NULL AND removed_at_ms IS NULL AND role <> 'sidecar'`,
    );
    this.#db.run("CREATE INDEX temp.import_name_by_name ON import_name (name)");
  }
}

/** The one whose path ends as the wanted one does, for longest and in at least so many parts. */
function choose(
  candidates: readonly Candidate[],
  { parts, path }: { readonly parts: readonly string[]; readonly path: string },
  least: number,
): Match {
  const ends = candidates.map((candidate) => ({
    candidate,
    common: commonEnd(toParts(candidate.path), parts),
  }));
  const most = Math.max(least, ...ends.map(({ common }) => common));
  const best = ends.filter(({ common }) => common === most);
  const [first, second] = best;
  if (first && !second) return first.candidate;
  if (second)
    return { expected: tell("import.photo.several", { count: String(best.length), path }) };
  return { expected: tell("import.photo.none", { path }) };
}

/** The name counts as common, because that is how the candidates were found: a RAW's photo has another one. */
function commonEnd(a: readonly string[], b: readonly string[]): number {
  let count = 1;
  while (count < Math.min(a.length, b.length) && same(a.at(-1 - count)!, b.at(-1 - count)!))
    count++;
  return count;
}

function same(a: string, b: string): boolean {
  return a === b || a.normalize("NFC") === b.normalize("NFC");
}

/** Paths of Windows have other separators, wherever they are read. */
function toParts(given: string): string[] {
  const isWindows = /^[a-z]:[\\/]|^\\\\/i.test(given) || !given.includes("/");
  return given.split(isWindows ? /[\\/]/ : "/").filter((part) => part !== "" && part !== ".");
}
