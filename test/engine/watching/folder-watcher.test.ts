import { chmod, mkdir, rename, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { createIsIgnored } from "../../../electron/engine/watching/ignored-paths.ts";
import { FolderWatcher } from "../../../electron/engine/watching/folder-watcher.ts";
import { asPlainAccount, giveToPlainAccount, ignoresRights } from "../../support/plain-account.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { until } from "../../support/until.ts";

async function watching(
  folder: string,
  {
    patterns = [],
    look = async () => {},
  }: {
    readonly patterns?: readonly string[];
    readonly look?: (directory: string) => Promise<void>;
  } = {},
) {
  const dirty: string[] = [];
  const reports = {
    dirty: async (directory: string) => {
      dirty.push(directory);
      await look(directory);
    },
    failed: (error: unknown) => void dirty.push(String(error)),
  };
  const watcher = new FolderWatcher(folder, reports, createIsIgnored({ patterns }));
  await watcher.ready;
  return { watcher, dirty };
}

test("a file written to a watched folder makes its directory dirty", async () => {
  await using folder = await tempFolder();
  await mkdir(folder.at("inside"));
  const { watcher, dirty } = await watching(folder.path);
  await using _ = watcher;

  await writeFile(folder.at("inside", "a.jpg"), "pixels");

  await until("the report", () => dirty.length > 0);
  expect(dirty).toEqual(["inside"]);
});

test("a rename makes both directories dirty", async () => {
  await using folder = await tempFolder();
  await mkdir(folder.at("from"));
  await mkdir(folder.at("to"));
  await writeFile(folder.at("from", "a.jpg"), "pixels");
  const { watcher, dirty } = await watching(folder.path);
  await using _ = watcher;

  await rename(folder.at("from", "a.jpg"), folder.at("to", "a.jpg"));

  await until("both reports", () => dirty.length >= 2);
  expect(new Set(dirty)).toEqual(new Set(["from", "to"]));
});

test("a directory made while watching is watched too", async () => {
  await using folder = await tempFolder();
  const { watcher, dirty } = await watching(folder.path);
  await using _ = watcher;
  await mkdir(folder.at("new"));
  await until("the new directory", () => dirty.includes(""));

  await writeFile(folder.at("new", "a.jpg"), "pixels");

  await until("its file", () => dirty.includes("new"));
});

test("what is left out is not watched, and everything beside it is", async () => {
  await using folder = await tempFolder();
  for (const name of ["exports", "kept", "@eaDir"]) await mkdir(folder.at(name));
  const { watcher, dirty } = await watching(folder.path, { patterns: ["exports/", "*.tmp.jpg"] });
  await using _ = watcher;

  await writeFile(folder.at("exports", "a.jpg"), "pixels");
  await writeFile(folder.at("@eaDir", "a.jpg"), "pixels");
  await writeFile(folder.at("a.tmp.jpg"), "pixels");
  await writeFile(folder.at("kept", "a.jpg"), "pixels");

  await until("the report", () => dirty.length > 0);
  expect(dirty).toEqual(["kept"]);
});

test("a directory that changes while it is looked at is looked at once more after that, and not beside it", async () => {
  await using folder = await tempFolder();
  await mkdir(folder.at("large"));
  await mkdir(folder.at("small"));
  const looking = Promise.withResolvers<void>();
  const look = (directory: string) => (directory === "large" ? looking.promise : Promise.resolve());
  const { watcher, dirty } = await watching(folder.path, { look });
  await using _ = watcher;
  await writeFile(folder.at("large", "a.jpg"), "pixels");
  await until("the first report", () => dirty.length === 1);

  await writeFile(folder.at("large", "b.jpg"), "pixels");
  await writeFile(folder.at("small", "a.jpg"), "pixels");
  await until("the small one's report", () => dirty.includes("small"));
  await writeFile(folder.at("large", "c.jpg"), "pixels");
  await writeFile(folder.at("small", "b.jpg"), "pixels");
  await until("another of it", () => dirty.filter((name) => name === "small").length === 2);
  const meanwhile = dirty.filter((name) => name === "large").length;
  looking.resolve();
  await until("the second report", () => dirty.filter((name) => name === "large").length === 2);

  expect(meanwhile).toBe(1);
  expect(dirty).toEqual(["large", "small", "small", "large"]);
});

test.skipIf(ignoresRights)("a directory that may not be read any more is dirty", async () => {
  await using folder = await tempFolder();
  await chmod(folder.path, 0o755);
  await mkdir(folder.at("inside"));
  await giveToPlainAccount(folder.at("inside"));
  const { watcher, dirty } = await watching(folder.path);
  await using _ = watcher;

  await asPlainAccount(async () => {
    await chmod(folder.at("inside"), 0);
    await until("its report", () => dirty.includes("inside"));
  });
  await chmod(folder.at("inside"), 0o755);

  expect(dirty).toContain("inside");
});

test.skipIf(ignoresRights)(
  "a directory whose watch is refused is dirty, as is the one it is in",
  async () => {
    await using folder = await tempFolder();
    await chmod(folder.path, 0o755);
    await mkdir(folder.at("inside"));
    await chmod(folder.at("inside"), 0);

    const dirty = await asPlainAccount(async () => {
      const opened = await watching(folder.path);
      await using _ = opened.watcher;
      await until("both reports", () => opened.dirty.length >= 2);
      return opened.dirty;
    });
    await chmod(folder.at("inside"), 0o755);

    expect(new Set(dirty)).toEqual(new Set(["", "inside"]));
  },
);
