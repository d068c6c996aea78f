import { renameSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { getFolder } from "../../../electron/engine/catalog/folders.ts";
import { listDirectories, listDirectory } from "../../../electron/engine/catalog/photos.ts";
import {
  FolderFollower,
  type FollowOptions,
} from "../../../electron/engine/indexing/follow-folder.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { openTestCatalog, testReconciler } from "../../support/test-catalog.ts";

async function openFolder() {
  const temp = await tempFolder();
  const root = temp.at("photos");
  await mkdir(temp.at("photos", "inside"), { recursive: true });
  await writeFile(temp.at("photos", "a.jpg"), "a");
  await writeFile(temp.at("photos", "inside", "b.jpg"), "b");
  const { db, folderId } = openTestCatalog(root);
  const reconciler = testReconciler(db);

  function follow(options: Partial<FollowOptions> = {}): FolderFollower {
    return new FolderFollower(getFolder(db, folderId)!, {
      reconciler,
      libraryFolder: temp.at("library"),
      isPhotoName: (name) => name.endsWith(".jpg"),
      live: false,
      onFound: () => {},
      onStateChanged: () => {},
      ...options,
    });
  }

  /** Names of the entries whose files are there. */
  function present(): string[] {
    return listDirectories(db, folderId)
      .flatMap((directory) => listDirectory(db, folderId, directory))
      .filter(({ missingSinceMs }) => missingSinceMs === null)
      .map(({ name }) => name)
      .sort();
  }

  return {
    temp,
    root,
    db,
    folderId,
    follow,
    present,
    [Symbol.asyncDispose]: () => temp[Symbol.asyncDispose](),
  };
}

test("a scan finds every photo, and a later one what has changed", async () => {
  await using library = await openFolder();
  await using follower = library.follow();

  await follower.scan();
  const first = library.present();
  await rm(library.temp.at("photos", "inside"), { recursive: true });
  await writeFile(library.temp.at("photos", "c.jpg"), "c");
  await follower.scan();

  expect(first).toEqual(["a.jpg", "b.jpg"]);
  expect(library.present()).toEqual(["a.jpg", "c.jpg"]);
});

test("a file that was written a moment before a live scan is part of what it finds", async () => {
  await using library = await openFolder();
  await using follower = library.follow({ live: true });
  await writeFile(library.temp.at("photos", "fresh.jpg"), "fresh");

  await follower.scan();

  expect(library.present()).toEqual(["a.jpg", "b.jpg", "fresh.jpg"]);
});

test.for(["a scan", "a look at a directory"])(
  "a disk that vanishes in the middle of %s takes no photo along",
  async (what) => {
    await using library = await openFolder();
    await using before = library.follow();
    await before.scan();
    // Names are asked for between listing a directory and looking at its files: the worst moment to vanish.
    function vanish(): boolean {
      renameSync(library.root, library.temp.at("away"));
      return true;
    }
    await using follower = library.follow({ isPhotoName: vanish });

    await (what === "a scan" ? follower.scan() : follower.lookAgain(""));

    expect(follower.state).toBe("offline");
    expect(library.present()).toEqual(["a.jpg", "b.jpg"]);
  },
);

test("an empty mount point is a disk that is away, not a folder whose photos were deleted", async () => {
  await using library = await openFolder();
  await using before = library.follow();
  await before.scan();
  await rm(library.root, { recursive: true });
  await mkdir(library.root);
  library.db.run(
    "UPDATE folder SET root_key = 'the disk:that was mounted here', volume = 'uuid:its name'",
  );
  await using follower = library.follow();

  await follower.scan();

  expect(follower.state).toBe("offline");
  expect(library.present()).toEqual(["a.jpg", "b.jpg"]);
});

test("a folder on another device that has its photos is followed there", async () => {
  await using library = await openFolder();
  await using before = library.follow();
  await before.scan();
  library.db.run(
    "UPDATE folder SET root_key = 'another:number for the same disk', volume_path = NULL",
  );
  await using follower = library.follow();

  await follower.scan();

  expect(follower.state).toBe("unwatched");
  expect(library.present()).toEqual(["a.jpg", "b.jpg"]);
});
