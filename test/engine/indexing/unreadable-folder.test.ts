import { chmod, mkdir, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { Watcher } from "../../../electron/engine/watching/folder-watcher.ts";
import { asPlainAccount, ignoresRights } from "../../support/plain-account.ts";
import { testFolders, writePhotos } from "../../support/test-folders.ts";
import { until } from "../../support/until.ts";

const NAMES = ["a.jpg", "2023/b.jpg", "2023/05/c.jpg"];

/** A folder that was read and tagged before its rights change. */
async function openTagged() {
  const library = await testFolders();
  await chmod(library.temp.path, 0o755);
  const root = library.temp.at("photos");
  await writePhotos(root, NAMES);
  let watchers = 0;
  const openWatcher = (): Watcher => {
    watchers += 1;
    return {
      ready: new Promise(() => {}),
      lookAgain: () => {},
      [Symbol.asyncDispose]: () => Promise.resolve(),
    };
  };
  const folders = library.open({ live: true, openWatcher });
  await library.addTagged(folders, root);
  const tags = library.tags();
  return {
    ...library,
    root,
    folders,
    first: () => folders.list()[0]!,
    keepsTags: () => expect(library.tags()).toMatchObject(tags),
    watchers: () => watchers,
    async [Symbol.asyncDispose]() {
      await folders[Symbol.asyncDispose]();
      await chmod(root, 0o755);
      await library[Symbol.asyncDispose]();
    },
  };
}

const later = (ms: number) => Date.now() + ms;

test.skipIf(ignoresRights)(
  "a folder that may not be read any more is offline for that reason, which is noticed by itself",
  async () => {
    await using library = await openTagged();
    const { root, folders, first } = library;

    await chmod(root, 0);
    await asPlainAccount(() => folders.tick());

    expect(first()).toMatchObject({
      state: "offline",
      unreadable: { directory: "", count: 1, trouble: "denied" },
    });
    library.keepsTags();
  },
);

test.skipIf(ignoresRights)(
  "a folder that may not be read is left alone until it may, and is then followed as before",
  async () => {
    await using library = await openTagged();
    const { root, folders, first } = library;
    await chmod(root, 0);
    const opened = library.watchers();

    await asPlainAccount(async () => {
      await folders.scanAll();
      await folders.tick(later(20_000));
      await folders.tick(later(40_000));
    });
    const meanwhile = library.watchers();
    await chmod(root, 0o755);
    await folders.tick(later(60_000));
    await until("the scan", () => first().state === "watching");

    expect(meanwhile).toBe(opened);
    expect(first().unreadable).toBeUndefined();
    library.keepsTags();
  },
);

test.skipIf(ignoresRights)(
  "what may not be read inside a folder is told, and keeps its photos",
  async () => {
    await using library = await openTagged();
    const { folders, first, temp } = library;
    await chmod(temp.at("photos", "2023"), 0);

    await asPlainAccount(() => folders.scanAll());
    await chmod(temp.at("photos", "2023"), 0o755);

    expect(first()).toMatchObject({
      state: "watching",
      photoCount: 3,
      unreadable: { directory: "2023", count: 1, trouble: "denied" },
    });
    library.keepsTags();
  },
);

test.skipIf(ignoresRights)(
  "what could not be read is read, and watched, within half a minute of being allowed",
  async () => {
    await using library = await openTagged();
    const { folders, first, temp } = library;
    await chmod(temp.at("photos", "2023"), 0);
    await asPlainAccount(() => folders.scanAll());
    const opened = library.watchers();

    await chmod(temp.at("photos", "2023"), 0o755);
    await writeFile(temp.at("photos", "2023", "new.jpg"), "new");
    await folders.tick(later(20_000));
    await until("the new photo", () => first().photoCount === 4);

    expect(first().unreadable).toBeUndefined();
    expect(library.watchers()).toBe(opened + 1);
    library.keepsTags();
  },
);

test.skipIf(ignoresRights)(
  "a look at a directory tells that it may not be read, and that it may again",
  async () => {
    await using library = await openTagged();
    const { folders, first, temp } = library;
    const { id } = first();
    await chmod(temp.at("photos", "2023", "05"), 0);

    await asPlainAccount(() => folders.lookAgain(id, "2023/05"));
    const denied = first().unreadable;
    await chmod(temp.at("photos", "2023", "05"), 0o755);
    await folders.lookAgain(id, "2023/05");

    expect(denied).toEqual({ directory: "2023/05", count: 1, trouble: "denied" });
    expect(first().unreadable).toBeUndefined();
  },
);

test.skipIf(ignoresRights)("a folder that may not be read is not added", async () => {
  await using library = await openTagged();
  const secret = library.temp.at("secret");
  await mkdir(secret);
  await chmod(secret, 0);

  const adding = asPlainAccount(() => library.folders.add(secret));

  await expect(adding).rejects.toMatchObject({
    code: "folder-unavailable",
    message: `Your account may not read ${secret}.`,
  });
});
