/**
 * @file What files say of themselves, from the disk to the answers of a real engine, when it is read first and when it is read again.
 */
import { copyFile, mkdir, rename, rm, writeFile } from "node:fs/promises";
import sharp from "sharp";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { createClient } from "../../electron/contract/client.ts";
import type { Photo, PhotoDetail } from "../../electron/contract/photo.ts";
import { openLibrary } from "../../electron/engine/open-library.ts";
import { METADATA_VERSION } from "../../electron/engine/photo-worker/photo-worker.ts";
import { copyPhotos, FIXTURES } from "../support/fixtures.ts";
import { tempFolder, type TempFolder } from "../support/temp-folder.ts";
import { until } from "../support/until.ts";
import { keywordPacket } from "./metadata/xmp-packet.ts";

/** An engine over the photos of `temp`. */
async function open(temp: TempFolder, live = false) {
  const library = await openLibrary({ libraryFolder: temp.at("library"), live });
  const client = createClient<"cli" | "renderer">(library.connect(["cli", "renderer"]));
  const search = async (query: string): Promise<Photo[]> =>
    (await client.request("photo.page", { query, limit: 100 })).photos;
  const find = async (name: string): Promise<Photo> => {
    const [photo] = await search(`name:${name}`);
    if (!photo) throw new Error(`expected ${name} to be found`);
    return photo;
  };
  return {
    client,
    search,
    names: async (query: string) => (await search(query)).map(({ name }) => name).sort(),
    find,
    detail: async (name: string): Promise<PhotoDetail> =>
      client.request("photo.get", { id: (await find(name)).id }),
    index: () => client.request("library.index", { paths: [temp.at("photos")] }),
    [Symbol.asyncDispose]: () => library[Symbol.asyncDispose](),
  };
}

/** A photo with keywords, one from a messenger, and one from a photographer who writes captions. */
async function withPhotos(): Promise<TempFolder> {
  const temp = await tempFolder();
  await copyPhotos(["immich/prairie_falcon.jpg"], temp.at("photos"));
  await copyFile(`${FIXTURES}grocery/Orange_001.jpg`, temp.at("photos", "IMG-20230514-WA0001.jpg"));
  await writeTagged(temp, ["ferry", "Tagus"]);
  return temp;
}

async function writeTagged(temp: TempFolder, keywords: readonly string[]): Promise<void> {
  const bytes = await sharp(`${FIXTURES}grocery/Banana_005.jpg`)
    .withXmp(keywordPacket(keywords, 'xmp:Rating="3"').toString())
    .toBuffer();
  await writeFile(temp.at("photos", "ferry.jpg"), bytes);
}

test("keywords, ratings, titles, captions and dates of files are found and shown", async () => {
  await using temp = await withPhotos();
  await using library = await open(temp);
  await library.index();

  expect(await library.detail("ferry")).toMatchObject({
    tags: ["ferry", "Tagus"],
    importedTags: ["ferry", "Tagus"],
    rating: 3,
    takenAt: null,
    takenFrom: null,
  });
  expect(await library.detail("IMG")).toMatchObject({ takenAt: "2023-05-14", takenFrom: "name" });
  expect(await library.detail("falcon")).toMatchObject({
    takenAt: "2022-03-31T11:31:56",
    takenFrom: "exif",
    lens: "RF100-500mm F4.5-7.1 L IS USM",
    title: "Prairie falcon female with eggs",
    caption: expect.stringMatching(/sedimentary/) as string,
  });
  expect(await library.names("sedimentary")).toEqual(["prairie_falcon.jpg"]);
  expect(await library.names('"falcon female with eggs"')).toEqual(["prairie_falcon.jpg"]);
  expect(await library.names("tag:raptors")).toEqual(["prairie_falcon.jpg"]);
  expect(await library.names("taken:2023-05-14")).toEqual(["IMG-20230514-WA0001.jpg"]);
  expect(await library.names("rating:>=3")).toEqual(["ferry.jpg"]);
});

test("a copy has the facts of its own name and sidecar, not those of the photo it is a copy of", async () => {
  await using temp = await withPhotos();
  await copyFile(
    temp.at("photos", "IMG-20230514-WA0001.jpg"),
    temp.at("photos", "2021-02-03 04.05.06.jpg"),
  );
  await writeFile(temp.at("photos", "2021-02-03 04.05.06.xmp"), keywordPacket(["copied"]));
  await using library = await open(temp);
  await library.index();

  expect(await library.detail("2021")).toMatchObject({
    takenAt: "2021-02-03T04:05:06",
    tags: ["copied"],
  });
  expect(await library.detail("IMG")).toMatchObject({ takenAt: "2023-05-14", tags: [] });
});

test("a sidecar is read when it comes, changes and goes, and the photo is not indexed again", async () => {
  await using temp = await withPhotos();
  await using library = await open(temp);
  await library.index();
  const sidecar = temp.at("photos", "ferry.jpg.xmp");
  const tagsNow = async () => {
    const { indexed } = await library.index();
    const { tags, rating } = await library.find("ferry");
    return { indexed, tags, rating };
  };

  await writeFile(sidecar, keywordPacket(["boat"], 'xmp:Rating="5"'));
  const came = await tagsNow();
  await writeFile(sidecar, keywordPacket(["vessel", "river"]));
  const changed = await tagsNow();
  await rm(sidecar);
  const gone = await tagsNow();

  expect(came).toEqual({ indexed: 0, tags: ["boat", "ferry", "Tagus"], rating: 5 });
  expect(changed).toEqual({ indexed: 0, tags: ["ferry", "river", "Tagus", "vessel"], rating: 3 });
  expect(gone).toEqual({ indexed: 0, tags: ["ferry", "Tagus"], rating: 3 });
});

test("a live engine reads a sidecar soon after it is written", async () => {
  await using temp = await withPhotos();
  await using library = await open(temp, true);
  await library.index();

  await writeFile(temp.at("photos", "ferry.xmp"), keywordPacket(["boat"]));

  await until("the sidecar's tag", async () => (await library.find("ferry")).tags.includes("boat"));
});

test("a tag of the file that the user removed stays away when the file is edited, and the user's own stay", async () => {
  await using temp = await withPhotos();
  await using library = await open(temp);
  await library.index();
  const { id } = await library.find("ferry");
  await library.client.request("tag.remove", { tag: "ferry", photos: [id] });
  await library.client.request("tag.add", { tag: "holiday", photos: [id] });

  await writeTagged(temp, ["ferry", "evening"]);
  const { indexed } = await library.index();

  expect(indexed).toBe(1);
  expect(await library.detail("ferry")).toMatchObject({
    id,
    tags: ["evening", "holiday"],
    importedTags: ["evening"],
  });
});

test("photos that an older version read are read again in the background, and not indexed again", async () => {
  await using temp = await withPhotos();
  {
    await using library = await open(temp);
    await library.index();
  }
  {
    using db = disposable(new DatabaseSync(temp.at("library", "catalog.sqlite")));
    db.exec(`DELETE FROM photo_tag; DELETE FROM imported_tag; DELETE FROM file_value;
      UPDATE photo SET metadata_version = ${METADATA_VERSION - 1}, lens = NULL, taken_at = NULL, indexed_by = indexed_by`);
  }

  await using library = await open(temp, true);
  await until("the tag", async () => (await library.names("tag:Tagus")).length > 0);
  await until("the lens", async () => (await library.detail("falcon")).lens !== null);
  await until("the date", async () => (await library.detail("IMG")).takenFrom === "name");

  expect(await library.index()).toMatchObject({ indexed: 0, unchanged: 3 });
});

test("a photo whose picture cannot be read still has its date and its tags", async () => {
  await using temp = await withPhotos();
  await writeFile(temp.at("photos", "Screenshot_20230514-121314.png"), "no picture");
  await writeFile(temp.at("photos", "Screenshot_20230514-121314.xmp"), keywordPacket(["map"]));
  await using library = await open(temp);
  await library.index();

  expect(await library.detail("Screenshot")).toMatchObject({
    state: "failed",
    takenAt: "2023-05-14T12:13:14",
    tags: ["map"],
  });
});

test("a file that is renamed is dated by its new name", async () => {
  await using temp = await withPhotos();
  await using library = await open(temp);
  await library.index();
  const { id } = await library.find("IMG");

  await rename(
    temp.at("photos", "IMG-20230514-WA0001.jpg"),
    temp.at("photos", "IMG-20240607-WA0001.jpg"),
  );
  await library.index();

  expect(await library.find("IMG")).toMatchObject({ id, takenAt: "2024-06-07" });
});

test("a photo that moved to another folder without its sidecar no longer has what that said", async () => {
  await using temp = await withPhotos();
  await writeFile(temp.at("photos", "ferry.jpg.xmp"), keywordPacket(["boat"]));
  const before = await (async () => {
    await using library = await open(temp);
    await library.index();
    return await library.find("ferry");
  })();
  await mkdir(temp.at("photos", "Tagus"));
  // A copy, so that it is recognised by its bytes and not by its inode.
  await copyFile(temp.at("photos", "ferry.jpg"), temp.at("photos", "Tagus", "ferry.jpg"));
  await rm(temp.at("photos", "ferry.jpg"));

  await using library = await open(temp);
  await library.index();

  expect(before.tags).toEqual(["boat", "ferry", "Tagus"]);
  expect(await library.find("ferry")).toMatchObject({ id: before.id, tags: ["ferry", "Tagus"] });
});

function disposable(db: DatabaseSync): DatabaseSync & Disposable {
  return Object.assign(db, { [Symbol.dispose]: () => db.close() });
}
