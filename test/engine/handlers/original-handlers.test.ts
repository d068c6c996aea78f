import { existsSync } from "node:fs";
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import exifReader from "exif-reader";
import sharp from "sharp";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createClient, type Client } from "../../../electron/contract/client.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import { endExiftool, whyNoExiftool } from "../../../electron/engine/metadata/exiftool.ts";
import { openLibrary, type LibraryAccess } from "../../../electron/engine/open-library.ts";
import { copyPhotos } from "../../support/fixtures.ts";
import { tempFolder, type TempFolder } from "../../support/temp-folder.ts";

const exiftoolIsHere = (await whyNoExiftool()) === undefined;
const isLinux = process.platform === "linux";
const isRoot = process.getuid?.() === 0;

let temp: TempFolder;
let library: LibraryAccess;
let client: Client<"cli" | "renderer">;
const photo = (name: string) => temp.at("photos", name);

beforeEach(async () => {
  temp = await tempFolder();
  // The trash of a user who lives here.
  vi.stubEnv("HOME", temp.at());
  vi.stubEnv("XDG_DATA_HOME", temp.at("data"));
  await copyPhotos(["rclip/bee.jpg", "grocery/Banana_005.jpg"], temp.at("photos"));
  await mkdir(temp.at("copies"));
  library = await openLibrary({ libraryFolder: temp.at("library"), live: false });
  client = createClient<"cli" | "renderer">(library.connect(["cli", "renderer"]));
  await scan();
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await library[Symbol.asyncDispose]();
  await endExiftool();
  await temp[Symbol.asyncDispose]();
});

function scan() {
  return client.request("library.index", { paths: [temp.at("photos")] });
}

async function names(query: string): Promise<string[]> {
  const { photos } = await client.request("photo.page", { query, limit: 100 });
  return photos.map(({ name }) => name).sort();
}

async function idOf(name: string): Promise<PhotoId> {
  const [found] = await client.request("photo.find", { paths: [photo(name)] });
  return found!.id;
}

async function exportTo(name: string, options: object = {}) {
  const { target } = await client.request("export.open", { path: temp.at("copies") });
  return client.request("photo.export", { target, photos: [await idOf(name)], ...options });
}

/** Puts a file back where it was, as the system's trash does. */
async function restore(original: string): Promise<void> {
  const trash = temp.at("data", "Trash");
  for (const info of await readdir(path.join(trash, "info"))) {
    const text = await readFile(path.join(trash, "info", info), "utf8");
    if (decodeURI(/^Path=(.*)$/m.exec(text)![1]!) === original)
      return rename(path.join(trash, "files", path.parse(info).name), original);
  }
  throw new Error(`${original} is not in the trash`);
}

async function addLocated(): Promise<void> {
  const place = {
    GPSLatitudeRef: "N",
    GPSLatitude: "38/1 43/1 0/1",
    GPSLongitudeRef: "W",
    GPSLongitude: "9/1 8/1 0/1",
  };
  await sharp(photo("bee.jpg")).withExif({ IFD3: place }).toFile(photo("Lisbon.jpg"));
  await scan();
}

async function placeOf(file: string) {
  const { exif } = await sharp(file).metadata();
  return exif && exifReader(exif).GPSInfo;
}

test.runIf(isLinux)(
  "a photo in the trash keeps its tags, and has them when its files are put back",
  async () => {
    await writeFile(photo("bee.xmp"), "<x:xmpmeta xmlns:x='adobe:ns:meta/'/>");
    await scan();
    const id = await idOf("bee.jpg");
    await client.request("tag.add", { tag: "insect", photos: [id] });

    const report = await client.request("photo.trash", { photos: [id] });

    expect(report).toEqual({ trashed: [id], problems: [], entry: expect.any(Number) as number });
    expect(await readdir(temp.at("photos"))).toEqual(["Banana_005.jpg"]);
    expect(await names("tag:insect")).toEqual([]);
    expect(await names("tag:insect is:missing")).toEqual(["bee.jpg"]);

    await restore(photo("bee.jpg"));
    await restore(photo("bee.xmp"));
    await scan();
    expect(await names("tag:insect")).toEqual(["bee.jpg"]);
    expect(await idOf("bee.jpg")).toBe(id);
  },
);

test("the tags of a photo in the trash do not go to a copy of it", async () => {
  await writeFile(photo("copy.jpg"), await readFile(photo("bee.jpg")));
  await scan();
  const id = await idOf("bee.jpg");
  await client.request("tag.add", { tag: "insect", photos: [id] });

  await client.request("photo.trash", { photos: [id] });
  await scan();

  expect(await names("tag:insect is:missing")).toEqual(["bee.jpg"]);
  expect(await names("tag:insect")).toEqual([]);
});

test("a young copy of a photo in the trash stays what it is when the next run looks for files that are gone", async () => {
  await writeFile(photo("copy.jpg"), await readFile(photo("bee.jpg")));
  await scan();
  const [id, kept] = [await idOf("bee.jpg"), await idOf("copy.jpg")];

  await client.request("photo.trash", { photos: [id] });
  await library[Symbol.asyncDispose]();
  library = await openLibrary({ libraryFolder: temp.at("library"), live: false });
  client = createClient<"cli" | "renderer">(library.connect(["cli", "renderer"]));
  await scan();

  expect(await idOf("copy.jpg")).toBe(kept);
  expect(await names("is:missing")).toEqual(["bee.jpg"]);
});

test("what cannot be moved is named, and the others are moved", async () => {
  const [bee, banana] = [await idOf("bee.jpg"), await idOf("Banana_005.jpg")];
  await rm(photo("bee.jpg"));

  const { trashed, problems } = await client.request("photo.trash", { photos: [bee, banana] });

  expect(trashed).toEqual([banana]);
  expect(problems).toMatchObject([{ id: bee, path: photo("bee.jpg"), code: "file-missing" }]);
  const { entries } = await client.request("history.list", { limit: 5 });
  expect(entries[0]).toMatchObject({
    sentence: "Moved 1 photo to the trash",
    finalBecause: expect.stringMatching(/put them back/),
  });
});

test("photos that go to the trash in parts are one entry of the history, and only what goes to the trash goes on with it", async () => {
  const [bee, banana] = [await idOf("bee.jpg"), await idOf("Banana_005.jpg")];
  const { entry: tagged } = await client.request("tag.add", { tag: "insect", photos: [bee] });

  const { entry } = await client.request("photo.trash", { photos: [bee] });
  const refused = client.request("photo.trash", { photos: [banana], entry: tagged! });
  await expect(refused).rejects.toMatchObject({ code: "request-invalid" });
  const second = await client.request("photo.trash", { photos: [banana], entry: entry! });

  expect(second).toEqual({ trashed: [banana], problems: [], entry });
  const { entries } = await client.request("history.list", { limit: 5 });
  expect(entries.map(({ sentence, photos }) => ({ sentence, photos }))).toEqual([
    { sentence: "Moved 2 photos to the trash", photos: 2 },
    { sentence: expect.stringContaining("insect") as string, photos: 1 },
  ]);
  await expect(client.request("history.undo", {})).rejects.toMatchObject({
    code: "undo-impossible",
    message: expect.stringMatching(/in the trash of your system: put them back/) as string,
  });
});

test.runIf(isLinux && !isRoot)(
  "a file that may not leave its folder stays, and nothing is deleted",
  async () => {
    await chmod(temp.at("photos"), 0o555);
    try {
      const { trashed, problems } = await client.request("photo.trash", {
        photos: [await idOf("bee.jpg")],
      });
      expect({ trashed, codes: problems.map(({ code }) => code) }).toEqual({
        trashed: [],
        codes: ["trash-failed"],
      });
      expect(existsSync(photo("bee.jpg"))).toBe(true);
    } finally {
      await chmod(temp.at("photos"), 0o755);
    }
  },
);

test("an original is copied byte by byte with its time, and nothing in the folder is replaced", async () => {
  await writeFile(temp.at("copies", "bee.jpg"), "somebody's");

  const { written } = await exportTo("bee.jpg");

  expect(written.map((one) => one.path)).toEqual([temp.at("copies", "bee (2).jpg")]);
  expect(await readFile(temp.at("copies", "bee (2).jpg"))).toEqual(
    await readFile(photo("bee.jpg")),
  );
  expect(await readFile(temp.at("copies", "bee.jpg"), "utf8")).toBe("somebody's");
});

test("an original takes its sidecar along", async () => {
  await writeFile(photo("bee.xmp"), "<x:xmpmeta xmlns:x='adobe:ns:meta/'/>");
  await scan();

  await exportTo("bee.jpg");

  expect((await readdir(temp.at("copies"))).sort()).toEqual(["bee.jpg", "bee.xmp"]);
});

test("a drawn copy has the size and format that were asked for, and its place unless told not to", async () => {
  await addLocated();
  const drawn = { format: "webp", longSidePx: 300 };

  await exportTo("Lisbon.jpg", drawn);
  await exportTo("Lisbon.jpg", { ...drawn, withoutLocation: true });

  const [named, unnamed] = await Promise.all(
    ["Lisbon.webp", "Lisbon (2).webp"].map((name) => sharp(temp.at("copies", name)).metadata()),
  );
  expect(Math.max(named!.width, named!.height)).toBe(300);
  expect(named).toMatchObject({ format: "webp", space: "srgb", hasProfile: true });
  expect(named!.exif!.length).toBeGreaterThan(unnamed!.exif!.length);
});

test.runIf(exiftoolIsHere)(
  "an original without its place is the same picture, and its file says no place (with exiftool)",
  async () => {
    await addLocated();

    const { problems } = await exportTo("Lisbon.jpg", { withoutLocation: true });

    expect(problems).toEqual([]);
    const [copy, original] = await Promise.all(
      [temp.at("copies", "Lisbon.jpg"), photo("Lisbon.jpg")].map((file) =>
        sharp(file).raw().toBuffer(),
      ),
    );
    expect(copy!.equals(original!)).toBe(true);
    expect(await readdir(temp.at("copies"))).toEqual(["Lisbon.jpg"]);
    expect(await placeOf(photo("Lisbon.jpg"))).toMatchObject({ GPSLongitudeRef: "W" });
    expect(await placeOf(temp.at("copies", "Lisbon.jpg"))).toBeUndefined();
  },
);

test("a photo that cannot be decoded leaves no half copy", async () => {
  await writeFile(photo("broken.jpg"), (await readFile(photo("bee.jpg"))).subarray(0, 300));
  await scan();

  const { written, problems } = await exportTo("broken.jpg", { format: "png" });

  expect(written).toEqual([]);
  expect(problems).toMatchObject([{ path: photo("broken.jpg"), code: "image-corrupt" }]);
  expect(await readdir(temp.at("copies"))).toEqual([]);
});
