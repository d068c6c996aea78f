import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { createClient, type Client } from "../../../electron/contract/client.ts";
import { openLibrary, type LibraryAccess } from "../../../electron/engine/open-library.ts";
import { copyPhotos } from "../../support/fixtures.ts";
import { tempFolder, type TempFolder } from "../../support/temp-folder.ts";

let temp: TempFolder;
let library: LibraryAccess;
let page: Client<"renderer" | "host">;
let shell: Client<"shell">;

beforeAll(async () => {
  temp = await tempFolder();
  vi.stubEnv("HOME", temp.path);
  await copyPhotos(["rclip/bee.jpg", "grocery/Banana_005.jpg"], temp.at("photos"));
  await mkdir(temp.at("out"));
  library = await openLibrary({ libraryFolder: temp.at("library"), live: false });
  page = createClient<"renderer" | "host">(library.connect(["renderer", "host"]));
  shell = createClient<"shell">(library.connect(["shell"]));
  const command = createClient<"cli">(library.connect(["cli"]));
  await command.request("library.index", { paths: [temp.at("photos")] });
  const { photos } = await page.request("photo.page", { query: "bee", limit: 1 });
  await page.request("tag.add", { tag: "Animals/Bee", photos: photos.map(({ id }) => id) });
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await library[Symbol.asyncDispose]();
  await temp[Symbol.asyncDispose]();
});

/** By the way that a page has: from the home folder. */
async function placeOf(name: string): Promise<string> {
  const home = await page.request("place.list", { files: "imports" });
  return [...home.places, ...home.files!].find((one) => one.name === name)!.place;
}

test("a page writes rows into a file of a place that it was shown, and nothing of one that it gave up", async () => {
  const place = await placeOf("out");
  const opened = await page.request("exchange.openPlaceFile", { place, name: "tags.jsonl" });
  const { file } = opened;
  const given = await page.request("exchange.openPlaceFile", { place, name: "given up.csv" });

  const part = await page.request("exchange.writeRows", { file, query: "tag:Bee" });
  await page.request("exchange.closeFile", { file: given.file });

  expect(opened.path).toBe(temp.at("out", "tags.jsonl"));
  expect(part).toEqual({ photos: 1, total: 1, next: null });
  expect(await readdir(temp.at("out"))).toEqual(["tags.jsonl"]);
  expect(JSON.parse(await readFile(temp.at("out", "tags.jsonl"), "utf8"))).toMatchObject({
    path: temp.at("photos", "bee.jpg"),
    tags: ["Animals/Bee"],
  });
});

test.each(["../tags.csv", "a/b.csv", "a\\b.csv", ".csv", "tags.txt", "x\0.csv"])(
  "%j is no name that a page may give to a file",
  async (name) => {
    const place = await placeOf("out");

    await expect(page.request("exchange.openPlaceFile", { place, name })).rejects.toMatchObject({
      code: "request-invalid",
    });
  },
);

test("a page names no path, and only the shell hands one over", async () => {
  const asPage = createClient<"shell">(library.connect(["renderer", "host"]));
  const path = temp.at("out", "by path.csv");

  await expect(asPage.request("exchange.openFile", { path })).rejects.toMatchObject({
    code: "request-forbidden",
  });
  await expect(asPage.request("exchange.openImport", { path })).rejects.toMatchObject({
    code: "request-forbidden",
  });
  await expect(
    page.request("exchange.openPlaceImport", { place: temp.at("photos") }),
  ).rejects.toMatchObject({ code: "request-invalid" });
});

test("what was exported to the shell's file goes on through the page, XMP files into a folder outside of the library", async () => {
  const path = temp.at("out", "all.csv");
  await writeFile(path, "the user was asked about it");
  const { file } = await shell.request("exchange.openFile", { path, isReplacing: true });
  const place = await placeOf("out");
  const { target } = await page.request("export.openPlace", { place });

  const rows = await page.request("exchange.writeRows", { file });
  const xmp = await page.request("exchange.writeXmp", { target });

  expect(rows).toEqual({ photos: 2, total: 2, next: null });
  expect((await readFile(path, "utf8")).split("\r\n")[0]).toContain("path,fingerprint,tags");
  expect(xmp).toEqual({ photos: 2, total: 2, next: null, written: 1, problems: [] });
});

test("a page imports a file that it was shown: reads it, applies it in parts, and it is one entry of the history", async () => {
  await writeFile(temp.at("trip.csv"), `path,tags,rating\nphotos/Banana_005.jpg,Fruit,4\n`);
  await writeFile(temp.at("notes.txt"), "no rows");
  const plain = await page.request("place.list", {});
  const listed = await page.request("place.list", { files: "imports" });
  const opened = await page.request("exchange.openPlaceImport", {
    place: await placeOf("trip.csv"),
  });
  const { session } = opened;

  const part = await page.request("exchange.readImport", { session });
  let applied = await page.request("exchange.applyImport", { session });
  while (!applied.isDone) applied = await page.request("exchange.applyImport", { session });
  await page.request("exchange.closeImport", { session });
  const undone = await page.request("history.undo", { entry: applied.entry! });

  expect([plain.files, listed.files!.map(({ name }) => name)]).toEqual([undefined, ["trip.csv"]]);
  expect(opened).toMatchObject({ kind: "csv", name: "trip.csv" });
  expect(part).toMatchObject({ rows: 1, photos: 1, problems: [], isDone: true });
  expect(applied).toMatchObject({ changed: 1, isDone: true });
  expect(undone.sentence).toBe("Imported 1 tag and 1 rating for 1 photo from trip.csv");
  await expect(page.request("exchange.readImport", { session })).rejects.toMatchObject({
    code: "request-invalid",
  });
});
