import { mkdir, rename, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { createIsIgnored } from "../../../electron/engine/watching/ignored-paths.ts";
import { FolderWatcher } from "../../../electron/engine/watching/folder-watcher.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { until } from "../../support/until.ts";

async function watching(folder: string, patterns: readonly string[] = []) {
  const dirty: string[] = [];
  const reports = {
    dirty: (directory: string) => void dirty.push(directory),
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
  const { watcher, dirty } = await watching(folder.path, ["exports/", "*.tmp.jpg"]);
  await using _ = watcher;

  await writeFile(folder.at("exports", "a.jpg"), "pixels");
  await writeFile(folder.at("@eaDir", "a.jpg"), "pixels");
  await writeFile(folder.at("a.tmp.jpg"), "pixels");
  await writeFile(folder.at("kept", "a.jpg"), "pixels");

  await until("the report", () => dirty.length > 0);
  expect(dirty).toEqual(["kept"]);
});
