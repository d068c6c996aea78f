import { copyFile, mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { Database } from "../../electron/engine/catalog/database.ts";
import { createClient, type Client } from "../../electron/contract/client.ts";
import { openLibrary } from "../../electron/engine/open-library.ts";
import { findSimilar } from "../support/find-similar.ts";
import { copyPhotos } from "../support/fixtures.ts";
import { tempFolder, type TempFolder } from "../support/temp-folder.ts";
import { until } from "../support/until.ts";

const NAMES = ["rclip/bee.jpg", "grocery/Banana_005.jpg", "grocery/Banana_013.jpg"];

async function withPhotos(): Promise<TempFolder> {
  const temp = await tempFolder();
  await copyPhotos(NAMES, temp.at("photos"));
  return temp;
}

async function open(temp: TempFolder, live = false) {
  const library = await openLibrary({ libraryFolder: temp.at("library"), live });
  return Object.assign(library, {
    client: createClient<"cli" | "renderer">(library.connect(["cli", "renderer"])),
  });
}

async function names(client: Client<"cli">, query: string): Promise<string[]> {
  const { photos } = await client.request("photo.page", { query, limit: 100 });
  return photos.map(({ name }) => name).sort();
}

test("a second opener becomes the client of the first, and both see the same library", async () => {
  await using temp = await withPhotos();
  await using first = await open(temp);
  await using second = await open(temp);

  await second.client.request("library.index", { paths: [temp.at("photos")] });
  await second.client.request("tag.add", {
    tag: "insect",
    photos: [(await first.client.request("photo.page", { query: "bee", limit: 1 })).photos[0]!.id],
  });

  expect(await names(first.client, "tag:insect")).toEqual(["bee.jpg"]);
});

test("only this account can read how to reach the owner", async () => {
  await using temp = await withPhotos();
  await using _library = await open(temp);

  const { mode } = await stat(temp.at("library", "owner.json"));

  expect(mode & 0o777).toBe(0o600);
});

test("what a killed owner left behind does not keep the library shut", async () => {
  await using temp = await withPhotos();
  await mkdir(temp.at("library"));
  await writeFile(
    temp.at("library", "owner.json"),
    JSON.stringify({ port: 1, token: "of a process that is gone" }),
  );

  await using library = await open(temp);

  expect(await names(library.client, "")).toEqual([]);
});

test("a client cannot choose another model than the owner runs", async () => {
  await using temp = await withPhotos();
  await using _first = await open(temp);

  await expect(
    openLibrary({ libraryFolder: temp.at("library"), live: false, model: "starter" }),
  ).rejects.toMatchObject({ code: "library-in-use" });
});

test("lost embeddings are made again, and nothing the user entered is touched", async () => {
  await using temp = await withPhotos();
  {
    await using library = await open(temp);
    await library.client.request("library.index", { paths: [temp.at("photos")] });
    const { photos } = await library.client.request("photo.page", { query: "bee", limit: 1 });
    await library.client.request("tag.add", { tag: "insect", photos: [photos[0]!.id] });
  }
  await rm(temp.at("library", "vectors"), { recursive: true });

  await using library = await open(temp);
  const report = await library.client.request("library.index", { paths: [temp.at("photos")] });
  const similar = await findSimilar(library.client, temp.at("photos", "Banana_005.jpg"), {
    limit: 1,
  });

  expect(report).toMatchObject({ indexed: 3, unchanged: 0 });
  expect(similar[0]!.photo.name).toBe("Banana_013.jpg");
  expect(await names(library.client, "tag:insect")).toEqual(["bee.jpg"]);
});

test("embeddings that cannot be read are set aside and made again", async () => {
  await using temp = await withPhotos();
  {
    await using library = await open(temp);
    await library.client.request("library.index", { paths: [temp.at("photos")] });
  }
  const [table] = await readdir(temp.at("library", "vectors"));
  await rm(temp.at("library", "vectors", table!, "_versions"), { recursive: true });
  await mkdir(temp.at("library", "vectors", table!, "_versions"));

  await using library = await open(temp, true);
  const nearest = async () =>
    (await findSimilar(library.client, temp.at("photos", "Banana_005.jpg"), { limit: 1 }))[0]?.photo
      .name;
  await nearest();
  await until(
    "the embeddings to be made again",
    async () => (await nearest()) === "Banana_013.jpg",
  );

  const tables = await readdir(temp.at("library", "vectors"));
  expect(tables.some((name) => name.includes(".damaged-"))).toBe(true);
});

test("photos that are indexed from the command line have the sums of their families", async () => {
  await using temp = await withPhotos();
  {
    await using library = await open(temp);
    await library.client.request("library.index", { paths: [temp.at("photos")] });
  }

  using catalog = new Database(new DatabaseSync(temp.at("library", "catalog.sqlite")));

  const summed = catalog.all<{ name: string }>(
    `SELECT DISTINCT photo.name FROM label_sum JOIN photo ON photo.id = photo_id ORDER BY photo.name`,
  );
  expect(summed.map(({ name }) => name)).toEqual(["Banana_005.jpg", "Banana_013.jpg", "bee.jpg"]);
});

test("an unplugged folder keeps its photos and tags and is followed again when it is back", async () => {
  await using temp = await withPhotos();
  await using library = await open(temp, true);
  const state = async () => (await library.client.request("folder.list", {}))[0]!.state;
  await library.client.request("library.index", { paths: [temp.at("photos")] });
  await until("the folder to be watched", async () => (await state()) === "watching");

  await rename(temp.at("photos"), temp.at("away"));
  await until("the folder to be offline", async () => (await state()) === "offline");
  const whileAway = await names(library.client, "");
  await rename(temp.at("away"), temp.at("photos"));
  await until("the folder to be watched again", async () => (await state()) === "watching");

  expect(whileAway).toEqual(["Banana_005.jpg", "Banana_013.jpg", "bee.jpg"]);
  expect(await names(library.client, "is:missing")).toEqual([]);
  expect(await names(library.client, "")).toEqual(whileAway);
});

test("a library inside a watched folder does not show its own thumbnails as photos", async () => {
  await using temp = await withPhotos();
  const libraryFolder = temp.at("photos", "library");
  await using library = await openLibrary({ libraryFolder, live: false });
  const client = createClient<"cli">(library.connect(["cli"]));

  await client.request("library.index", { paths: [temp.at("photos")] });
  const again = await client.request("library.index", { paths: [temp.at("photos")] });

  expect(again).toMatchObject({ indexed: 0, unchanged: 3, failed: [] });
});

test("two copies of a file are two photos, each most similar to the other", async () => {
  await using temp = await withPhotos();
  await copyFile(temp.at("photos", "bee.jpg"), temp.at("photos", "bee copy.jpg"));
  await using library = await open(temp);

  const report = await library.client.request("library.index", { paths: [temp.at("photos")] });
  const [nearest] = await findSimilar(library.client, temp.at("photos", "bee.jpg"), { limit: 1 });

  expect(report).toMatchObject({ indexed: 4 });
  expect(nearest!.photo.name).toBe("bee copy.jpg");
  expect(nearest!.similarity).toBeCloseTo(1, 5);
});

test("a page of the browser host walks folders by places that only this engine issues", async () => {
  await using temp = await withPhotos();
  await using library = await openLibrary({ libraryFolder: temp.at("library"), live: true });
  const page = createClient<"host" | "renderer">(library.connect(["host", "renderer"]));
  const home = process.env.HOME;
  process.env.HOME = temp.path;

  const top = await page.request("place.list", {});
  process.env.HOME = home;
  const photos = await page.request("place.list", {
    place: top.places.find(({ name }) => name === "photos")!.place,
  });
  const folder = await page.request("folder.addPlace", { place: photos.place });

  expect(photos).toMatchObject({ path: temp.at("photos"), photoCount: 3, parent: top.place });
  expect(folder.path).toBe(temp.at("photos"));
  await expect(page.request("place.list", { place: "/etc" })).rejects.toMatchObject({
    code: "request-invalid",
  });
});
