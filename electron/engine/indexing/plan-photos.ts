import type { Companion } from "../catalog/photo-files.ts";
import type { FileStamp } from "../catalog/photos.ts";
import type { FoundFile } from "../watching/read-directory.ts";
import type { FileGroup } from "./group-files.ts";
import { hasSameStamp, planDirectory, type DirectoryPlan, type Entry } from "./plan-directory.ts";

/** A catalog entry with the companions of its file. */
export interface EntryFiles extends Entry {
  readonly companions: readonly Companion[];
}

/** What has to happen so that a directory's entries match its photos, each of one or more files. */
export interface PhotosPlan<E extends EntryFiles> extends DirectoryPlan<E> {
  /** The photo has another file to show: its JPEG came to the RAW, or has gone and left the RAW. */
  readonly promoted: readonly { readonly entry: E; readonly file: FoundFile }[];
  /** The entry's file is a companion of another entry's: the two are one photo. */
  readonly joined: readonly { readonly entry: E; readonly to: FoundFile }[];
  /** Photos whose companions are others than before, or may be. */
  readonly regrouped: readonly FileGroup<FoundFile>[];
}

/**
 * Compares a directory's entries with its photos: the file that each shows by [Note: Identity], then
 * what became of files that are shown no longer, or now. `isMoved` tells files that are another directory's entry.
 *
 * [Note: Companions keep tags] The tags of a photo are not those of one of its files. An entry whose own file is a
 * companion now goes over to what is shown instead, so that a JPEG that comes to a RAW finds its tags; an entry whose
 * own file has gone goes over to the RAW that it had as a companion. A file that was only ever a film or a
 * sidecar beside a picture inherits nothing: it is not the photograph.
 */
export function planPhotos<E extends EntryFiles>(
  entries: readonly E[],
  groups: readonly FileGroup<FoundFile>[],
  isMoved: (file: FoundFile) => boolean = () => false,
): PhotosPlan<E> {
  const plan = planDirectory(
    entries,
    groups.map(({ main }) => main),
  );
  const matched = matchedEntries(entries, plan, groups);
  const free = new Set(entries);
  for (const entry of matched.values()) free.delete(entry);
  const promoted: { entry: E; file: FoundFile }[] = [];
  const joined: { entry: E; to: FoundFile }[] = [];

  const byOwnFile = indexFiles(free, (entry) => [entry]);
  const byRaw = indexFiles(free, ({ companions }) => companions.filter(isRaw));
  for (const { main, companions } of free.size > 0 ? groups : []) {
    const owners = companions.flatMap((companion) =>
      byOwnFile(companion).filter((entry) => free.has(entry) && isFileOf(entry, companion)),
    );
    const heirs = byRaw(main).filter((entry) => free.has(entry) && hasLeftTo(entry, main));
    const takes = matched.has(main) || isMoved(main) ? undefined : (owners[0] ?? heirs[0]);
    if (takes) {
      promoted.push({ entry: takes, file: main });
      matched.set(main, takes);
      free.delete(takes);
    }
    for (const entry of new Set(owners.filter((owner) => owner !== takes))) {
      joined.push({ entry, to: main });
      free.delete(entry);
    }
  }

  const isFree = (entry: E) => free.has(entry);
  const isNew = (file: FoundFile) => !matched.has(file);
  return {
    ...plan,
    promoted,
    joined,
    added: plan.added.filter(isNew),
    gone: plan.gone.filter(isFree),
    regrouped: groups.filter(({ main, companions }) => {
      const known = matched.get(main)?.companions;
      if (isMoved(main)) return true;
      return known ? !hasSameFiles(known, companions) : companions.length > 0;
    }),
  };
}

/** The entry of every file that has one after `plan`. */
function matchedEntries<E extends EntryFiles>(
  entries: readonly E[],
  plan: DirectoryPlan<E>,
  groups: readonly FileGroup<FoundFile>[],
): Map<FoundFile, E> {
  const matched = new Map<FoundFile, E>();
  for (const pairs of [plan.moved, plan.changed, plan.returned, plan.restamped])
    for (const { entry, file } of pairs) matched.set(file, entry);
  const added = new Set(plan.added);
  const present = entries.filter((entry) => entry.missingSinceMs === null);
  const byName = new Map(present.map((entry) => [entry.name, entry]));
  for (const { main } of groups) {
    const unchanged = matched.has(main) || added.has(main) ? undefined : byName.get(main.name);
    if (unchanged) matched.set(main, unchanged);
  }
  return matched;
}

/** Finds the entries of which some file has a file's name or number; whether it is that file is for others to say. */
function indexFiles<E>(
  entries: Iterable<E>,
  filesOf: (entry: E) => readonly (FileStamp & { readonly name: string })[],
): (file: FoundFile) => readonly E[] {
  const index = new Map<string, Set<E>>();
  for (const entry of entries) {
    for (const { name, fileKey } of filesOf(entry)) {
      for (const key of [name, fileKey]) index.set(key, (index.get(key) ?? new Set()).add(entry));
    }
  }
  return ({ name, fileKey }) => [...(index.get(name) ?? []), ...(index.get(fileKey) ?? [])];
}

function isRaw({ role }: Companion): boolean {
  return role === "raw";
}

/** The entry's own file is this one, wherever the disk has renamed it to. */
function isFileOf(entry: EntryFiles, file: FoundFile): boolean {
  if (hasSameStamp(entry, file)) return entry.name === file.name || entry.fileKey === file.fileKey;
  // Same path, other bytes: edited while its JPEG came. What is missing has left its path to others.
  return entry.name === file.name && entry.missingSinceMs === null;
}

/** The entry's own file has gone, and this RAW was beside it. */
function hasLeftTo(entry: EntryFiles, file: FoundFile): boolean {
  return entry.companions.some(
    (companion) =>
      isRaw(companion) &&
      hasSameStamp(companion, file) &&
      (companion.name === file.name || companion.fileKey === file.fileKey),
  );
}

function hasSameFiles(
  known: readonly Companion[],
  found: FileGroup<FoundFile>["companions"],
): boolean {
  if (known.length !== found.length) return false;
  const byName = new Map(known.map((companion) => [companion.name, companion]));
  return found.every((file) => {
    const companion = byName.get(file.name);
    return (
      companion?.role === file.role &&
      companion.fileKey === file.fileKey &&
      hasSameStamp(companion, file)
    );
  });
}
