import type { FileStamp } from "../catalog/photos.ts";
import type { FoundFile } from "../watching/read-directory.ts";

/** What the planner needs of a catalog entry. */
export interface Entry extends FileStamp {
  readonly name: string;
  readonly missingSinceMs: number | null;
}

/** What has to happen so that a directory's entries match its files. */
export interface DirectoryPlan<E extends Entry> {
  /** The entry's file is now called otherwise. */
  readonly moved: readonly { readonly entry: E; readonly file: FoundFile }[];
  /** Same name, other bytes. */
  readonly changed: readonly { readonly entry: E; readonly file: FoundFile }[];
  /** A missing file is back, unchanged. */
  readonly returned: readonly { readonly entry: E; readonly file: FoundFile }[];
  /** Unchanged, but the disk numbers it otherwise: restored from a backup, or on another mount. */
  readonly restamped: readonly { readonly entry: E; readonly file: FoundFile }[];
  readonly added: readonly FoundFile[];
  readonly gone: readonly E[];
  readonly unchanged: number;
}

/**
 * Compares a directory's entries with its files, by the first rungs of identity.
 *
 * [Note: Identity] An entry, with its tags, finds its file by a ladder: same path, size and time; then same
 * inode, size and time at another path (a rename, also two files that swap names); then the same bytes, and last
 * the same decoded pixels, at a new path while the old one is gone (identity.ts). Never by inode alone, because systems
 * hand them out again, and never by size or date: that is how tags end up on the wrong photo. Same path with other
 * bytes is the same entry, edited, unless it looks like another photo ([Note: Edited]). A file moved over another leaves
 * the replaced entry missing. Each time that an entry is given a file at another path, the journal has it.
 */
export function planDirectory<E extends Entry>(
  entries: readonly E[],
  files: readonly FoundFile[],
): DirectoryPlan<E> {
  const open = new Set(entries);
  const byName = nameIndex(entries);
  const plan = {
    moved: [] as { entry: E; file: FoundFile }[],
    changed: [] as { entry: E; file: FoundFile }[],
    returned: [] as { entry: E; file: FoundFile }[],
    restamped: [] as { entry: E; file: FoundFile }[],
    added: [] as FoundFile[],
    unchanged: 0,
  };

  const unsettled = files.filter((file) => {
    const entry = byName.get(file.name);
    if (!entry || !hasSameStamp(entry, file)) return true;
    open.delete(entry);
    if (entry.missingSinceMs !== null) plan.returned.push({ entry, file });
    else if (entry.fileKey !== file.fileKey) plan.restamped.push({ entry, file });
    else plan.unchanged++;
    return false;
  });

  const byFileKey = new Map([...open].map((entry) => [entry.fileKey, entry]));
  const unmoved = unsettled.filter((file) => {
    const entry = byFileKey.get(file.fileKey);
    if (!entry || !hasSameStamp(entry, file)) return true;
    byFileKey.delete(file.fileKey);
    open.delete(entry);
    plan.moved.push({ entry, file });
    return false;
  });

  const respelt = indexRespelt(open, files);
  const unknown = unmoved.filter((file) => {
    const entry = respelt.get(file.name.normalize("NFC"));
    if (!entry || !hasSameStamp(entry, file) || !open.delete(entry)) return true;
    plan.moved.push({ entry, file });
    return false;
  });

  for (const file of unknown) {
    const entry = byName.get(file.name);
    if (entry && open.delete(entry)) plan.changed.push({ entry, file });
    else plan.added.push(file);
  }
  return { ...plan, gone: [...open].filter((entry) => entry.missingSinceMs === null) };
}

/**
 * Entries whose name is not there, by the name that all spellings of the same letters share: macOS writes "é" as
 * two characters (NFD), and a disk that was there comes back with all its names so.
 */
function indexRespelt<E extends Entry>(
  open: ReadonlySet<E>,
  files: readonly FoundFile[],
): Map<string, E> {
  const names = new Set(files.map(({ name }) => name));
  const away = [...open].filter(({ name }) => !names.has(name));
  // Entries that are there come last and win.
  away.sort((a, b) => Number(a.missingSinceMs === null) - Number(b.missingSinceMs === null));
  return new Map(away.map((entry) => [entry.name.normalize("NFC"), entry]));
}

/** Where a missing entry remembers a name that another file has now, the name is the other's. */
function nameIndex<E extends Entry>(entries: readonly E[]): Map<string, E> {
  const missingFirst = [...entries].sort(
    (a, b) => Number(a.missingSinceMs === null) - Number(b.missingSinceMs === null),
  );
  return new Map(missingFirst.map((entry) => [entry.name, entry]));
}

export function hasSameStamp(
  a: Omit<FileStamp, "fileKey">,
  b: Omit<FileStamp, "fileKey">,
): boolean {
  return a.sizeBytes === b.sizeBytes && a.modifiedAtUs === b.modifiedAtUs;
}
