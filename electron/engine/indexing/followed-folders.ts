import { realpathSync } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { LibraryError } from "../../contract/errors.ts";
import type { Folder, FolderId, Relocation, RemovedFolder } from "../../contract/folder.ts";
import { tell } from "../../texts/tell.ts";
import { toldError } from "../../texts/told-error.ts";
import { countPhotos } from "../catalog/counts.ts";
import {
  addFolder,
  getFolder,
  listFolders,
  readPatterns,
  removeFolder,
  setIgnored,
  type FolderRow,
} from "../catalog/folders.ts";
import { setMirrors } from "../catalog/mirror-queue.ts";
import { setPaused } from "../catalog/paused-folders.ts";
import { forgetFolder, listRemoved, relocateFolder } from "../catalog/removed-folders.ts";
import { inBackground } from "../support/in-background.ts";
import { log } from "../support/log.ts";
import { assertIgnorePatterns } from "../watching/ignored-paths.ts";
import { findReadTrouble } from "../watching/read-trouble.ts";
import { systemVolumes, type Volumes } from "../watching/volumes/volumes.ts";
import { compareRoots, readRealPath, readRootIdentity } from "./compare-roots.ts";
import { FolderFollower, type FollowOptions } from "./follow-folder.ts";
import { findMovedFolder } from "./moved-folder.ts";
import { checkRelocation, type RelocateOptions } from "./relocation.ts";

/** How soon a disk that went away, or came back, is noticed. One stat for each folder. */
const TICK_MS = 3000;

/** The folders that the user asked us to watch, and who keeps each of them up to date. */
export class FollowedFolders implements AsyncDisposable {
  readonly #options: FollowOptions;
  readonly #volumes: Volumes;
  readonly #followers = new Map<FolderId, FolderFollower>();
  /** Places that folders were, or could not be, taken to by themselves. */
  readonly #taken = new Map<FolderId, string>();
  #isClosed = false;
  readonly #timer: NodeJS.Timeout | undefined;

  constructor(options: FollowOptions) {
    this.#options = { ...options, libraryFolder: realFolder(options.libraryFolder) };
    this.#volumes = options.volumes ?? systemVolumes;
    for (const folder of listFolders(options.reconciler.db)) this.#follow(folder);
    if (!options.live) return;
    this.#timer = setInterval(() => inBackground("look at the folders", this.tick()), TICK_MS);
    this.#timer.unref();
  }

  get scanning(): number {
    return [...this.#followers.values()].filter((follower) => follower.state === "scanning").length;
  }

  /** Those that cannot be reached. */
  get offline(): FolderId[] {
    const followers = [...this.#followers.values()].filter(({ state }) => state === "offline");
    return followers.map(({ folder }) => folder.id);
  }

  list(): Folder[] {
    return [...this.#followers.values()]
      .map((follower) => this.#toFolder(follower))
      .sort((a, b) => a.path.localeCompare(b.path));
  }

  listRemoved(): RemovedFolder[] {
    return listRemoved(this.#options.reconciler.db);
  }

  /**
   * Begins to follow a folder, or finds it followed already; its first scan is the caller's to start. A folder
   * of the library that was moved there is followed at its new place, with all its tags.
   */
  async add(folderPath: string): Promise<Folder> {
    const absolute = path.resolve(folderPath);
    await assertFolder(absolute);
    const real = await readRealPath(absolute);
    const known = [...this.#followers.values()].find(
      ({ folder }) => folder.path === real || folder.path === absolute,
    );
    if (known) return this.#toFolder(known);
    await this.#assertApart(real);
    const moved = await findMovedFolder(this.#options.reconciler.db, real, this.#volumes);
    if (moved) return this.#toFolder(await this.#moveTo(moved, real));
    const follower = this.#follow(addFolder(this.#options.reconciler.db, real));
    this.#options.onStateChanged();
    return this.#toFolder(follower);
  }

  /** Stops following. Entries and tags stay in the catalog and come back with the folder. */
  async remove(id: FolderId): Promise<void> {
    const follower = this.#get(id);
    this.#followers.delete(id);
    removeFolder(this.#options.reconciler.db, id);
    setPaused(this.#options.reconciler.db, id, false);
    await follower[Symbol.asyncDispose]();
    this.#options.onStateChanged();
  }

  /** Deletes the entries of a folder that was removed before. */
  forget(id: FolderId): RemovedFolder {
    const folder = this.listRemoved().find((removed) => removed.id === id);
    if (!folder) {
      throw new LibraryError(
        "folder-unknown",
        `expected a folder that was removed from the library but got ${this.#followers.get(id)?.folder.path ?? id}`,
      );
    }
    forgetFolder(this.#options.reconciler.db, id);
    return folder;
  }

  /** Leaves out what matches the patterns from the next scan on, which is the caller's to start. */
  async ignore(id: FolderId, patterns: readonly string[]): Promise<Folder> {
    const { folder } = this.#get(id);
    assertIgnorePatterns(patterns);
    setIgnored(this.#options.reconciler.db, folder.id, patterns);
    return this.#toFolder(await this.#followAnew(folder.id));
  }

  /** Whether the app leaves the folder alone: nothing is noticed, and nothing of it begun. Its first scan afterwards is the caller's to start. */
  async pause(id: FolderId, paused: boolean): Promise<Folder> {
    const { folder } = this.#get(id);
    setPaused(this.#options.reconciler.db, folder.id, paused);
    return this.#toFolder(await this.#followAnew(folder.id));
  }

  /** Whether XMP files are written beside its photos by themselves. */
  mirror(id: FolderId, isOn: boolean): Folder {
    const follower = this.#get(id);
    setMirrors(this.#options.reconciler.db, id, isOn);
    this.#options.onStateChanged();
    return this.#toFolder(follower);
  }

  /** The folder is at another path now; see `checkRelocation`. The scan there is the caller's to start. */
  async relocate(id: FolderId, to: string, options: RelocateOptions): Promise<Relocation> {
    const { folder } = this.#get(id);
    const absolute = path.resolve(to);
    await assertFolder(absolute);
    const real = await readRealPath(absolute);
    await this.#assertApart(real, id);
    const match = await checkRelocation(this.#options.reconciler.db, folder, real, options);
    const follower = await this.#moveTo(folder, real);
    return { folder: this.#toFolder(follower), sampled: match.sampled, found: match.found };
  }

  /** The folder is where it was found while it was offline. */
  takeFound(id: FolderId): Promise<Relocation> {
    const { folder, foundRoot } = this.#get(id);
    if (!foundRoot) {
      throw new LibraryError(
        "folder-mismatch",
        `expected a folder that was found at another place but ${folder.path} was not`,
      );
    }
    return this.relocate(id, foundRoot.path, { isForced: false });
  }

  scan(id: FolderId): Promise<void> {
    return this.#get(id).scan();
  }

  async scanAll(): Promise<void> {
    await Promise.all([...this.#followers.values()].map((follower) => follower.scan()));
  }

  /** A file could not be read: whether its folder cannot be reached, which is looked at now and not only at the next tick. */
  async isAway(id: FolderId): Promise<boolean> {
    return (await this.#followers.get(id)?.isAway()) ?? false;
  }

  /** A file was not where the catalog says: look at its directory. */
  async lookAgain(id: FolderId, directory: string): Promise<void> {
    await this.#followers.get(id)?.lookAgain(directory);
  }

  /** Looks at every root; a folder whose disk is certainly somewhere else now is followed there. */
  async tick(nowMs = Date.now()): Promise<void> {
    await Promise.all([...this.#followers.values()].map((follower) => follower.tick(nowMs)));
    for (const { folder, foundRoot } of [...this.#followers.values()]) {
      if (foundRoot?.isSure && !this.#isClosed) await this.#takeSure(folder, foundRoot.path);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#timer);
    await Promise.all(
      [...this.#followers.values()].map((follower) => follower[Symbol.asyncDispose]()),
    );
  }

  /** Once for each place: what is in its way (it was added as another folder) is the user's to clear. */
  async #takeSure({ id, path: from }: FolderRow, to: string): Promise<void> {
    if (this.#taken.get(id) === to) return;
    this.#taken.set(id, to);
    try {
      await this.takeFound(id);
    } catch (error) {
      log.warn(`${from} is now at ${to} but cannot be followed there`, error);
      return;
    }
    log.info(`${from} is now at ${to}`);
    this.#taken.delete(id);
    inBackground(`scan ${to}`, this.scan(id));
  }

  #follow(folder: FolderRow): FolderFollower {
    const follower = new FolderFollower(folder, this.#options);
    this.#followers.set(folder.id, follower);
    return follower;
  }

  async #moveTo(folder: Pick<FolderRow, "id">, to: string): Promise<FolderFollower> {
    relocateFolder(this.#options.reconciler.db, folder, to);
    return this.#followAnew(folder.id);
  }

  /** What the folder is, or what is left out of it, is another than the follower was made for. */
  async #followAnew(id: FolderId): Promise<FolderFollower> {
    const before = this.#followers.get(id);
    const follower = this.#follow(getFolder(this.#options.reconciler.db, id)!);
    await before?.[Symbol.asyncDispose]();
    this.#options.onStateChanged();
    return follower;
  }

  #get(id: FolderId): FolderFollower {
    const follower = this.#followers.get(id);
    if (!follower)
      throw new LibraryError("folder-unknown", `expected the id of a watched folder but got ${id}`);
    return follower;
  }

  #toFolder(follower: FolderFollower): Folder {
    const { folder, state, rescanReason, foundRoot, unreadable, checkedAtMs } = follower;
    const ignored = readPatterns(folder);
    return {
      id: folder.id,
      path: folder.path,
      state,
      photoCount: countPhotos(this.#options.reconciler.db, folder.id),
      mirrors: getFolder(this.#options.reconciler.db, folder.id)?.mirrors === 1,
      ...(rescanReason && { rescanReason }),
      ...(foundRoot && { foundAt: foundRoot.path }),
      ...(unreadable && { unreadable }),
      ...(checkedAtMs !== undefined && { checkedAtMs }),
      ...(ignored.length > 0 && { ignored }),
    };
  }

  /** Two folders that overlap would show each photo twice. `but` is a folder that may be there. */
  async #assertApart(real: string, but?: FolderId): Promise<void> {
    const { libraryFolder } = this.#options;
    const root = await readRootIdentity(real, this.#volumes);
    const library = await readRootIdentity(libraryFolder, this.#volumes);
    if (["same", "inside"].includes(compareRoots(root, library))) {
      throw toldError(
        "folder-overlaps",
        tell("refused.folder.library", { path: real, library: libraryFolder }),
      );
    }
    for (const { folder } of this.#followers.values()) {
      if (folder.id === but) continue;
      const overlap = compareRoots(root, await readRootIdentity(folder.path, this.#volumes));
      if (overlap !== "apart")
        throw toldError(
          "folder-overlaps",
          tell(`refused.folder.${overlap}`, { path: real, other: folder.path }),
        );
    }
  }
}

/** A library that is reached through a link is left out of the folder that it really is in. */
function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder; // It is made later.
  }
}

async function assertFolder(absolute: string): Promise<void> {
  let stats;
  try {
    stats = await stat(absolute);
  } catch (cause) {
    throw toldError("folder-unavailable", tell("refused.folder.nothing", { path: absolute }), {
      cause,
    });
  }
  if (!stats.isDirectory()) {
    throw toldError("folder-unavailable", tell("refused.folder.file", { path: absolute }));
  }
  if ((await findReadTrouble(absolute)) === "denied")
    throw toldError("folder-unavailable", tell("refused.folder.denied", { path: absolute }));
}
