import { copyFile, cp, mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { addFolder } from "../../electron/engine/catalog/folders.ts";
import { backUpTo } from "../../electron/engine/catalog/backups.ts";
import { libraryPaths, openCatalog } from "../../electron/engine/catalog/open-catalog.ts";
import { restoreCatalog } from "../../electron/engine/catalog/restore-catalog.ts";
import { restoreLibrary } from "../../electron/engine/restore-library.ts";
import { FIXTURES } from "../support/fixtures.ts";
import { spawnEngine, type SpawnedEngine } from "../support/spawned-engine.ts";
import { tempFolder } from "../support/temp-folder.ts";
import { until } from "../support/until.ts";

async function untilIndexed({ client }: SpawnedEngine, count: number): Promise<void> {
  const isDone = async () => (await client.request("library.status", {})).counts.indexed === count;
  await until(`${count} photos to be indexed`, isDone, 60_000);
}

test("photos that the backup calls indexed and the vector table does not know are indexed again", async () => {
  await using temp = await tempFolder();
  const [library, photos] = [temp.at("library"), temp.at("photos")];
  await mkdir(photos);
  await copyFile(path.join(FIXTURES, "rclip/bee.jpg"), path.join(photos, "bee.jpg"));
  {
    await using engine = await spawnEngine(library);
    await engine.client.request("folder.add", { path: photos });
    await untilIndexed(engine, 1);
  }
  await cp(path.join(library, "vectors"), temp.at("older vectors"), { recursive: true });
  await copyFile(path.join(FIXTURES, "grocery/Banana_005.jpg"), path.join(photos, "banana.jpg"));
  {
    await using engine = await spawnEngine(library);
    await untilIndexed(engine, 2);
    await engine.client.request("library.backup", { path: temp.at("backup") });
  }
  await rm(path.join(library, "vectors"), { recursive: true });
  await cp(temp.at("older vectors"), path.join(library, "vectors"), { recursive: true });
  restoreLibrary({ libraryFolder: library, file: temp.at("backup"), moves: [] });

  await using engine = await spawnEngine(library);
  const { client } = engine;
  const [bee] = (await client.request("photo.page", { query: "bee", limit: 1 })).photos;
  const examples = [{ of: { photo: bee!.id } }];
  const isFound = async () =>
    (await client.request("similar.search", { examples, limit: 5, beyondEnd: true })).photos
      .length === 1;
  await until("the other photo to be found by its embedding", isFound, 60_000);
}, 120_000);

test("folders of another system are moved with everything below them, by their own separators", async () => {
  await using temp = await tempFolder();
  {
    using db = await openCatalog(libraryPaths(temp.at("old")));
    for (const folder of ["C:\\Photos\\2019", "C:\\Photos\\Trips\\Rome", "D:\\Scans"])
      addFolder(db, folder);
    await backUpTo(db.connection, temp.at("backup"));
  }
  const paths = libraryPaths(temp.at("new"));
  const to = temp.at("pictures");

  const restored = restoreCatalog(paths, temp.at("backup"), [{ from: "C:\\Photos\\", to }]);
  const unknown = () =>
    restoreCatalog(paths, temp.at("backup"), [{ from: "C:\\Phot", to: temp.at("other") }]);

  expect(restored.folders.toSorted()).toEqual(
    [path.join(to, "2019"), path.join(to, "Trips", "Rome"), "D:\\Scans"].toSorted(),
  );
  expect(unknown).toThrow(/C:\\Photos/);
}, 60_000);
