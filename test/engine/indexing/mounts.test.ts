import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { cp, mkdir, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { testFolders, writePhotos } from "../../support/test-folders.ts";
import { until } from "../../support/until.ts";

/** Mounting takes the superuser and Linux. */
const canMount = tryMount();

function tryMount(): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(path.join(tmpdir(), "semblance-mount-"));
  mkdirSync(path.join(folder, "at"));
  const isMounted = run("mount", "--bind", folder, path.join(folder, "at"));
  if (isMounted) run("umount", path.join(folder, "at"));
  rmSync(folder, { recursive: true });
  return isMounted;
}

function run(command: string, ...args: string[]): boolean {
  return spawnSync(command, args).status === 0;
}

/** Something mounted until it is unmounted or the test ends. */
function mounted(at: string, ...args: string[]): Disposable & { unmount(): void } {
  expect(run("mount", ...args, at), `mount ${args.join(" ")} ${at}`).toBe(true);
  let isMounted = true;
  function unmount(): void {
    if (!isMounted) return;
    isMounted = false;
    expect(run("umount", at), `umount ${at}`).toBe(true);
  }
  return { unmount, [Symbol.dispose]: unmount };
}

const NAMES = ["a.jpg", "2023/b.jpg"];

test.skipIf(!canMount)(
  "a disk (a bind mount) that is unplugged and plugged in again keeps every tag (needs mounts)",
  async () => {
    await using library = await testFolders();
    const { temp } = library;
    await writePhotos(temp.at("behind", "disk"), NAMES);
    await mkdir(temp.at("mnt"));
    using first = mounted(temp.at("mnt"), "--bind", temp.at("behind", "disk"));
    await using folders = library.open();
    await library.addTagged(folders, temp.at("mnt"));

    first.unmount();
    await folders.tick();
    await folders.scanAll();
    const away = [folders.list()[0]!.state, library.tags()];
    using _second = mounted(temp.at("mnt"), "--bind", temp.at("behind", "disk"));
    await folders.tick();
    await until("the scan", () => folders.list()[0]!.state === "unwatched");

    expect(away).toEqual(["offline", library.ownTags(temp.at("mnt"), NAMES)]);
    expect(library.tags()).toEqual(library.ownTags(temp.at("mnt"), NAMES));
  },
);

test.skipIf(!canMount)(
  "an unmounted disk's empty mount point is no deletion, in this life or the next (needs mounts)",
  async () => {
    await using library = await testFolders();
    const { temp } = library;
    await mkdir(temp.at("mnt"));
    using disk = mounted(temp.at("mnt"), "-t", "tmpfs", "none");
    await writePhotos(temp.at("mnt"), NAMES);
    {
      await using folders = library.open();
      await library.addTagged(folders, temp.at("mnt"));
    }

    disk.unmount();
    await using folders = library.open();
    await folders.scanAll();

    expect(folders.list()).toMatchObject([{ state: "offline", photoCount: 2 }]);
    expect(library.tags()).toEqual(library.ownTags(temp.at("mnt"), NAMES));
  },
);

test.skipIf(!canMount)(
  "another disk at the same mount point is not taken for the one that was there (needs mounts)",
  async () => {
    await using library = await testFolders();
    const { temp } = library;
    await mkdir(temp.at("mnt"));
    using disk = mounted(temp.at("mnt"), "-t", "tmpfs", "none");
    await writePhotos(temp.at("mnt"), NAMES);
    await using folders = library.open();
    await library.addTagged(folders, temp.at("mnt"));

    disk.unmount();
    using _other = mounted(temp.at("mnt"), "-t", "tmpfs", "none");
    await writeFile(temp.at("mnt", "holiday.jpg"), "photos of somebody else");
    await folders.tick();
    await folders.scanAll();

    expect(folders.list()).toMatchObject([{ state: "offline" }]);
    expect(library.tags()).toEqual(library.ownTags(temp.at("mnt"), NAMES));
  },
);

test.skipIf(!canMount)(
  "a disk without a name that appears at another mount point is proposed there (needs mounts)",
  async () => {
    await using library = await testFolders();
    const { temp } = library;
    await mkdir(temp.at("mnt-1"));
    await mkdir(temp.at("mnt-2"));
    using first = mounted(temp.at("mnt-1"), "-t", "tmpfs", "none");
    await writePhotos(temp.at("mnt-1", "photos"), NAMES);
    await using folders = library.open();
    const id = await library.addTagged(folders, temp.at("mnt-1", "photos"));

    using _second = mounted(temp.at("mnt-2"), "-t", "tmpfs", "none");
    await cp(temp.at("mnt-1"), temp.at("mnt-2"), { recursive: true, preserveTimestamps: true });
    first.unmount();
    await folders.tick();
    const [proposed] = folders.list();
    await folders.takeFound(id);
    await folders.scanAll();

    expect(proposed).toMatchObject({ state: "offline", foundAt: temp.at("mnt-2", "photos") });
    expect(library.tags()).toEqual(library.ownTags(temp.at("mnt-2", "photos"), NAMES));
  },
);

test.skipIf(!canMount)(
  "a folder that is watched already is refused under a bind mount of it, of a part, and of what holds it (needs mounts)",
  async () => {
    await using library = await testFolders();
    const { temp } = library;
    await writePhotos(temp.at("disk", "photos"), NAMES);
    for (const name of ["whole", "part", "above"]) await mkdir(temp.at(name));
    using _whole = mounted(temp.at("whole"), "--bind", temp.at("disk", "photos"));
    using _part = mounted(temp.at("part"), "--bind", temp.at("disk", "photos", "2023"));
    using _above = mounted(temp.at("above"), "--bind", temp.at("disk"));
    await using folders = library.open();
    await folders.add(temp.at("disk", "photos"));

    for (const [name, problem] of [
      ["whole", "is the same folder as"],
      ["part", "is inside"],
      ["above", "holds"],
    ] as const) {
      await expect(folders.add(temp.at(name))).rejects.toMatchObject({
        code: "folder-overlaps",
        message: expect.stringContaining(problem) as string,
      });
    }
  },
);
