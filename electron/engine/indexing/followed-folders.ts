import { stat } from "node:fs/promises";
import path from "node:path";
import { LibraryError } from "../../contract/errors.ts";
import type { Folder, FolderId } from "../../contract/folder.ts";
import {
  addFolder,
  countPhotos,
  listFolders,
  removeFolder,
  type FolderRow,
} from "../catalog/folders.ts";
import { FolderFollower, type FollowOptions } from "./follow-folder.ts";

/** The folders that the user asked us to watch, and who keeps each of them up to date. */
export class FollowedFolders implements AsyncDisposable {
  readonly #options: FollowOptions;
  readonly #followers = new Map<FolderId, FolderFollower>();

  constructor(options: FollowOptions) {
    this.#options = options;
    for (const folder of listFolders(options.reconciler.db)) this.#follow(folder);
  }

  get scanning(): number {
    return [...this.#followers.values()].filter((follower) => follower.state === "scanning").length;
  }

  list(): Folder[] {
    return [...this.#followers.values()]
      .map((follower) => this.#toFolder(follower))
      .sort((a, b) => a.path.localeCompare(b.path));
  }

  /** Begins to follow a folder, or finds it followed already; its first scan is the caller's to start. */
  async add(folderPath: string): Promise<Folder> {
    const absolute = path.resolve(folderPath);
    await assertFolder(absolute);
    const known = [...this.#followers.values()].find(
      (follower) => follower.folder.path === absolute,
    );
    if (known) return this.#toFolder(known);
    this.#assertApart(absolute);
    const follower = this.#follow(addFolder(this.#options.reconciler.db, absolute));
    this.#options.onStateChanged();
    return this.#toFolder(follower);
  }

  /** Stops following. Entries and tags stay in the catalog and come back with the folder. */
  async remove(id: FolderId): Promise<void> {
    const follower = this.#get(id);
    this.#followers.delete(id);
    removeFolder(this.#options.reconciler.db, id);
    await follower[Symbol.asyncDispose]();
    this.#options.onStateChanged();
  }

  scan(id: FolderId): Promise<void> {
    return this.#get(id).scan();
  }

  async scanAll(): Promise<void> {
    await Promise.all([...this.#followers.values()].map((follower) => follower.scan()));
  }

  /** A file was not where the catalog says: look at its directory. */
  async lookAgain(id: FolderId, directory: string): Promise<void> {
    await this.#followers.get(id)?.lookAgain(directory);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(
      [...this.#followers.values()].map((follower) => follower[Symbol.asyncDispose]()),
    );
  }

  #follow(folder: FolderRow): FolderFollower {
    const follower = new FolderFollower(folder, this.#options);
    this.#followers.set(folder.id, follower);
    return follower;
  }

  #get(id: FolderId): FolderFollower {
    const follower = this.#followers.get(id);
    if (!follower)
      throw new LibraryError("folder-unknown", `expected the id of a watched folder but got ${id}`);
    return follower;
  }

  #toFolder({ folder, state }: FolderFollower): Folder {
    return {
      id: folder.id,
      path: folder.path,
      state,
      photoCount: countPhotos(this.#options.reconciler.db, folder.id),
    };
  }

  /** Two folders that overlap would show each photo twice. */
  #assertApart(absolute: string): void {
    const { libraryFolder } = this.#options;
    if (isInside(absolute, libraryFolder)) {
      throw new LibraryError(
        "folder-overlaps",
        `expected a folder of photos but ${absolute} belongs to the library ${libraryFolder}`,
      );
    }
    for (const { folder } of this.#followers.values()) {
      if (isInside(absolute, folder.path)) {
        throw new LibraryError(
          "folder-overlaps",
          `${absolute} is inside ${folder.path}, which is watched already`,
        );
      }
      if (isInside(folder.path, absolute)) {
        throw new LibraryError(
          "folder-overlaps",
          `${absolute} holds ${folder.path}, which is watched already; remove that one first`,
        );
      }
    }
  }
}

function isInside(inner: string, outer: string): boolean {
  const relative = path.relative(outer, inner);
  return relative === "" || (!relative.startsWith("..") && !path.isAbsolute(relative));
}

async function assertFolder(absolute: string): Promise<void> {
  let stats;
  try {
    stats = await stat(absolute);
  } catch (cause) {
    throw new LibraryError(
      "folder-unavailable",
      `expected a folder but there is nothing to read at ${absolute}`,
      { cause },
    );
  }
  if (!stats.isDirectory()) {
    throw new LibraryError("folder-unavailable", `expected a folder but got a file: ${absolute}`);
  }
}
