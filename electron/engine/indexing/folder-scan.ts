import path from "node:path";
import type { FolderRow } from "../catalog/folders.ts";
import { listDirectories, listDirectory } from "../catalog/photos.ts";
import { log } from "../support/log.ts";
import {
  readDirectory,
  type DirectoryListing,
  type FoundFile,
} from "../watching/read-directory.ts";
import { walkFolder, type WalkOptions } from "../watching/walk-folder.ts";
import type { FolderRoot } from "./folder-root.ts";
import { holdUnsettled } from "./hold-unsettled.ts";
import { reconcileDirectory, type Reconciler } from "./reconcile.ts";

export interface FolderScanOptions {
  readonly folder: FolderRow;
  readonly root: FolderRoot;
  readonly reconciler: Reconciler;
  readonly walk: WalkOptions;
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

  constructor(options: FolderScanOptions) {
    this.#options = options;
  }

  /** Everything. */
  async all(): Promise<boolean> {
    const { folder, reconciler } = this.#options;
    return this.#walk("", new Set(listDirectories(reconciler.db, folder.id)));
  }

  /** What is directly inside a directory, and directories in it that are new or gone. */
  async directory(directory: string): Promise<boolean> {
    const { folder, reconciler, walk } = this.#options;
    let listing: DirectoryListing | undefined;
    try {
      listing = await readDirectory(path.join(folder.path, directory), walk.isPhotoName);
    } catch (error) {
      log.warn(
        `could not read ${directory} in ${folder.path}; its photos stay as they were`,
        error,
      );
      return true;
    }
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

  /** Directories to look at again soon, each once. */
  takeUnsettled(): string[] {
    const directories = [...this.#unsettled];
    this.#unsettled.clear();
    return directories;
  }

  /** Everything at and below `from`; directories of `expected` that are not met there are gone. */
  async #walk(from: string, expected: Set<string>): Promise<boolean> {
    const { folder, walk } = this.#options;
    for await (const { directory, listing } of walkFolder(folder.path, { ...walk, from })) {
      if (!listing) {
        for (const name of expected) if (isAtOrBelow(name, directory)) expected.delete(name);
        if (directory === "") return false;
        continue;
      }
      expected.delete(directory);
      if (!(await this.#reconcile(directory, listing))) return false;
    }
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
    if (plan.added.length + plan.changed.length + plan.returned.length > 0) onFound();
    return true;
  }

  #settled(directory: string, files: readonly FoundFile[]): readonly FoundFile[] {
    const { folder, reconciler } = this.#options;
    const readEntries = () => listDirectory(reconciler.db, folder.id, directory);
    const settled = holdUnsettled(files, readEntries, Date.now() * 1000);
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
