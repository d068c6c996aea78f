import path from "node:path";
import type { ReadTrouble, Unreadable } from "../../contract/folder.ts";
import type { FolderRow } from "../catalog/folders.ts";
import { listKnownFiles } from "../catalog/photo-files.ts";
import { listDirectories } from "../catalog/photos.ts";
import { log } from "../support/log.ts";
import {
  readDirectory,
  type DirectoryListing,
  type FoundFile,
} from "../watching/read-directory.ts";
import type { IsIgnored } from "../watching/ignored-paths.ts";
import { toReadTrouble } from "../watching/read-trouble.ts";
import { walkFolder, type WalkOptions } from "../watching/walk-folder.ts";
import { DirectorySpelling } from "./directory-spelling.ts";
import type { FolderRoot } from "./folder-root.ts";
import { holdUnsettled } from "./hold-unsettled.ts";
import { reconcileDirectory, type Reconciler } from "./reconcile.ts";

export interface FolderScanOptions {
  readonly folder: FolderRow;
  readonly root: FolderRoot;
  readonly reconciler: Reconciler;
  readonly walk: WalkOptions & { readonly isIgnored: IsIgnored };
  /** Leave files alone that are being written; see {@link FolderScan.takeUnsettled}. */
  readonly holdsUnsettled: () => boolean;
  /** There may be something to index. */
  readonly onFound: () => void;
}

/**
 * Brings a folder's entries in step with the disk, all of them or those of one directory. Every method
 * answers false, and loses no photo, when the root went away meanwhile.
 */
export class FolderScan {
  readonly #options: FolderScanOptions;
  /** Directories with files that were being written when they were last looked at. */
  readonly #unsettled = new Set<string>();
  /** Directories that could not be read when they were last looked at. */
  readonly #troubles = new Map<string, ReadTrouble>();

  constructor(options: FolderScanOptions) {
    this.#options = options;
  }

  /** Directories that could not be read, by name. */
  get unreadableDirectories(): readonly string[] {
    return [...this.#troubles.keys()].sort();
  }

  get unreadable(): Unreadable | undefined {
    const directory = this.unreadableDirectories[0];
    if (directory === undefined) return undefined;
    return { directory, count: this.#troubles.size, trouble: this.#troubles.get(directory)! };
  }

  /** Everything. */
  async all(): Promise<boolean> {
    const { folder, reconciler } = this.#options;
    return this.#walk("", new Set(listDirectories(reconciler.db, folder.id)));
  }

  /** What is directly inside a directory, and directories in it that are new or gone. */
  async directory(directory: string): Promise<boolean> {
    const { folder, reconciler } = this.#options;
    let listing: DirectoryListing | undefined;
    try {
      listing = await this.#read(directory);
    } catch (error) {
      log.warn(
        `could not read ${directory} in ${folder.path}; its photos stay as they were`,
        error,
      );
      this.#troubles.set(directory, toReadTrouble(error) ?? "failed");
      return directory !== "";
    }
    this.#forgetTroubles(directory, listing?.subdirectories ?? []);
    const known = listDirectories(reconciler.db, folder.id, directory);
    if (!listing) return this.#lose(known);
    for (const name of listing.subdirectories) {
      const inside = join(directory, name);
      const isNew = !known.some((other) => isAtOrBelow(other, inside));
      if (isNew && !(await this.#walk(inside, new Set()))) return false;
    }
    if (!(await this.#reconcile(directory, listing))) return false;
    const kept = listing.subdirectories.map((name) => join(directory, name));
    return this.#lose(
      known.filter(
        (other) => other !== directory && !kept.some((name) => isAtOrBelow(other, name)),
      ),
    );
  }

  /** Of a directory that was read, and of what is not in it any more. */
  #forgetTroubles(directory: string, subdirectories: readonly string[]): void {
    const kept = subdirectories.map((name) => join(directory, name));
    for (const name of this.#troubles.keys()) {
      const isKept = kept.some((other) => isAtOrBelow(name, other));
      if (isAtOrBelow(name, directory) && !isKept) this.#troubles.delete(name);
    }
  }

  /** Undefined for a directory that is not there, or is left out. */
  #read(directory: string): Promise<DirectoryListing | undefined> {
    const { folder, walk } = this.#options;
    const { isPhotoName, isIgnored } = walk;
    if (isLeftOut(directory, isIgnored)) return Promise.resolve(undefined);
    return readDirectory(path.join(folder.path, directory), {
      isPhotoName,
      isIgnored: (name, isDirectory) => isIgnored(join(directory, name), isDirectory),
    });
  }

  /** Directories to look at again soon, each once. */
  takeUnsettled(): string[] {
    const directories = [...this.#unsettled];
    this.#unsettled.clear();
    return directories;
  }

  /** Everything at and below `from`; directories of `expected` that are not met there are gone. */
  async #walk(from: string, expected: Set<string>): Promise<boolean> {
    const { folder, reconciler, walk } = this.#options;
    const spelling = new DirectorySpelling(reconciler.db, folder);
    const before = [...this.#troubles.keys()].filter((name) => isAtOrBelow(name, from));
    const met = new Set<string>();
    for await (const { directory, listing, trouble } of walkFolder(folder.path, {
      ...walk,
      from,
    })) {
      if (!listing) {
        met.add(directory);
        this.#troubles.set(directory, trouble ?? "failed");
        for (const name of expected) if (isAtOrBelow(name, directory)) expected.delete(name);
        if (directory === "") return false;
        continue;
      }
      if (!expected.delete(directory)) {
        const known = await spelling.adopt(directory);
        if (known !== undefined) expected.delete(known);
      }
      if (!(await this.#reconcile(directory, listing))) return false;
    }
    for (const name of before) if (!met.has(name)) this.#troubles.delete(name);
    return this.#lose(expected);
  }

  /**
   * The root is asked for after its directory was read and before anything follows from it: what a vanishing
   * disk still lists is empty, and would lose every photo.
   */
  async #reconcile(directory: string, listing: DirectoryListing): Promise<boolean> {
    const { root, reconciler, onFound, holdsUnsettled } = this.#options;
    if (!(await root.isThere())) return false;
    const files = holdsUnsettled() ? this.#settled(directory, listing.files) : listing.files;
    const plan = await reconcileDirectory(reconciler, this.#place(directory), files);
    const { added, changed, returned, moved, promoted, regrouped } = plan;
    const toRead = [added, changed, returned, moved, promoted, regrouped];
    if (toRead.some((some) => some.length > 0)) onFound();
    return true;
  }

  #settled(directory: string, files: readonly FoundFile[]): readonly FoundFile[] {
    const { folder, reconciler } = this.#options;
    const readFiles = () => listKnownFiles(reconciler.db, folder.id, directory);
    const settled = holdUnsettled(files, readFiles, Date.now() * 1000);
    if (settled.held) this.#unsettled.add(directory);
    return settled.files;
  }

  async #lose(directories: Iterable<string>): Promise<boolean> {
    if (!(await this.#options.root.isThere())) return false;
    for (const directory of directories) {
      await reconcileDirectory(this.#options.reconciler, this.#place(directory), []);
    }
    return true;
  }

  #place(directory: string) {
    const { folder } = this.#options;
    return { folderId: folder.id, folderPath: folder.path, directory };
  }
}

function join(directory: string, name: string): string {
  return directory === "" ? name : `${directory}/${name}`;
}

function isAtOrBelow(directory: string, other: string): boolean {
  return other === "" || directory === other || directory.startsWith(`${other}/`);
}

/** By itself or with a directory above it. */
function isLeftOut(directory: string, isIgnored: IsIgnored): boolean {
  if (directory === "") return false;
  const parts = directory.split("/");
  return parts.some((_, at) => isIgnored(parts.slice(0, at + 1).join("/"), true));
}
