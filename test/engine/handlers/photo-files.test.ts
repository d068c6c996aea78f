import { copyFile, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createClient, type Client } from "../../../electron/contract/client.ts";
import type { Photo } from "../../../electron/contract/photo.ts";
import { openLibrary, type LibraryAccess } from "../../../electron/engine/open-library.ts";
import { FIXTURES } from "../../support/fixtures.ts";
import { writeMp4 } from "../../support/mp4-writer.ts";
import { tempFolder, type TempFolder } from "../../support/temp-folder.ts";

let temp: TempFolder;
let library: LibraryAccess;
let client: Client<"cli" | "media" | "renderer">;

beforeAll(async () => {
  temp = await tempFolder();
  await mkdir(temp.at("photos"));
  const fixture = (name: string, as: string) =>
    copyFile(path.join(FIXTURES, name), temp.at("photos", as));
  await fixture("rclip/bee.jpg", "bee.jpg");
  await fixture("grocery/Banana_005.jpg", "live.jpg");
  await fixture("../videos/clip.webm", "clip.webm");
  await writeFile(temp.at("photos", "live.mov"), writeMp4({ brand: "qt  ", durationSeconds: 2 }));
  await writeFile(temp.at("photos", "bee.xmp"), "<x:xmpmeta xmlns:x='adobe:ns:meta/'/>");
  await writeFile(
    temp.at("photos", "film.mp4"),
    writeMp4({ durationSeconds: 75, widthPx: 1280, heightPx: 720 }),
  );
  await writeFile(temp.at("photos", "broken.avi"), "no film at all");
  library = await openLibrary({ libraryFolder: temp.at("library"), live: false });
  client = createClient<"cli" | "media" | "renderer">(
    library.connect(["cli", "media", "renderer"]),
  );
});

afterAll(async () => {
  await library[Symbol.asyncDispose]();
  await temp[Symbol.asyncDispose]();
});

async function find(query: string): Promise<Photo[]> {
  return (await client.request("photo.page", { query, limit: 20 })).photos;
}

async function named(name: string): Promise<Photo> {
  return (await find("")).find((photo) => photo.name === name)!;
}

test("a folder of photos, a pair and videos is indexed without a failure", async () => {
  const report = await client.request("library.index", { paths: [temp.at("photos")] });
  const { counts } = await client.request("library.status", {});

  expect(report.failed).toEqual([]);
  expect(counts).toMatchObject({ photos: 5, indexed: 5, failed: 0 });
  expect((await find("is:video")).map(({ name }) => name).sort()).toEqual([
    "broken.avi",
    "clip.webm",
    "film.mp4",
  ]);
  expect((await find("type:photo")).map(({ name }) => name).sort()).toEqual([
    "bee.jpg",
    "live.jpg",
  ]);
});

test("a second run has nothing to do", async () => {
  const report = await client.request("library.index", { paths: [temp.at("photos")] });

  expect(report).toMatchObject({ indexed: 0, failed: [] });
});

test("a video has what its file says, and no labels", async () => {
  const film = await named("film.mp4");
  const detail = await client.request("photo.get", { id: film.id });

  expect(film).toMatchObject({
    kind: "video",
    state: "shown",
    durationSeconds: 75,
    widthPx: 1280,
    heightPx: 720,
    labels: [],
  });
  expect(detail).toMatchObject({ format: "MP4 video", failure: null });
  expect(detail.files).toMatchObject([{ role: "video", name: "film.mp4" }]);
});

test("a video of which nothing can be read is there all the same", async () => {
  expect(await named("broken.avi")).toMatchObject({
    kind: "video",
    state: "shown",
    durationSeconds: null,
    widthPx: null,
  });
});

test("a photo lists the files that travel with it, and any of their paths finds it", async () => {
  const live = await named("live.jpg");
  const { files } = await client.request("photo.get", { id: live.id });
  const paths = ["live.mov", "bee.xmp"].map((name) => temp.at("photos", name));
  const found = await client.request("photo.find", { paths });

  expect(live).toMatchObject({ kind: "photo", state: "indexed", durationSeconds: null });
  expect(files.map(({ role, name, path: at }) => [role, name, at])).toEqual([
    ["image", "live.jpg", temp.at("photos", "live.jpg")],
    ["motion", "live.mov", temp.at("photos", "live.mov")],
  ]);
  expect(found.map(({ name }) => name).sort()).toEqual(["bee.jpg", "live.jpg"]);
});

test("the film of a video and of a motion photo is the file itself", async () => {
  const film = await client.request("media.video", { id: (await named("clip.webm")).id });
  const motion = await client.request("media.video", { id: (await named("live.jpg")).id });

  expect(film).toEqual({ path: temp.at("photos", "clip.webm"), type: "video/webm" });
  expect(motion).toEqual({ path: temp.at("photos", "live.mov"), type: "video/mp4" });
  const { id } = await named("bee.jpg");
  await expect(client.request("media.video", { id })).rejects.toThrow("a film");
});

test("a video is like nothing, and nothing is like it", async () => {
  const [film, bee] = [await named("film.mp4"), await named("bee.jpg")];
  const similar = await client.request("similar.search", {
    examples: [{ of: { photo: bee.id } }],
    limit: 10,
    beyondEnd: true,
  });

  expect(similar.photos.map(({ photo }) => photo.name)).toEqual(["live.jpg"]);
  const ask = client.request("similar.search", {
    examples: [{ of: { photo: film.id } }],
    limit: 10,
  });
  await expect(ask).rejects.toMatchObject({ code: "photo-not-indexed" });
});

test("a video that changed is read again", async () => {
  await writeFile(temp.at("photos", "film.mp4"), writeMp4({ durationSeconds: 5 }));
  const report = await client.request("library.index", { paths: [temp.at("photos")] });

  expect(report).toMatchObject({ indexed: 1, failed: [] });
  expect(await named("film.mp4")).toMatchObject({ state: "shown", durationSeconds: 5 });
});

test("when the picture of a pair is deleted the RAW is indexed in its place, with its tags", async () => {
  const file = temp.at("photos", "pair.jpg");
  await copyFile(path.join(FIXTURES, "grocery/Orange_001.jpg"), file);
  // Not a RAW inside: what counts here is who takes over, and that it is tried.
  await writeFile(temp.at("photos", "pair.cr2"), (await readFile(file)).subarray(0, 2000));
  await client.request("library.index", { paths: [temp.at("photos")] });
  const { id } = await named("pair.jpg");
  await client.request("tag.add", { tag: "kept", photos: [id] });

  await rm(file);
  await client.request("library.index", { paths: [temp.at("photos")] });

  const detail = await client.request("photo.get", { id });
  expect(detail).toMatchObject({ name: "pair.cr2", tags: ["kept"], isMissing: false });
  expect(detail.files.map(({ role }) => role)).toEqual(["raw"]);
  expect(detail.state).not.toBe("indexed");
});
