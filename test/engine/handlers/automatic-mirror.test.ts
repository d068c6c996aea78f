/**
 * @file The automatic mirror in a real engine that watches, reads and writes.
 */
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { FolderMirror } from "../../../electron/contract/mirror.ts";
import {
  openTaggedLibrary,
  type TaggedFolder,
  type TaggedLibrary,
} from "../../support/tagged-library.ts";
import { until } from "../../support/until.ts";
import { keywordPacket } from "../metadata/xmp-packet.ts";

let library: TaggedLibrary;

beforeAll(async () => {
  library = await openTaggedLibrary({ live: true });
});

afterAll(() => library[Symbol.asyncDispose]());

/** A folder of its own in the library of this file. */
async function addMirrored() {
  const request: typeof library.client.request = (...asked) => library.client.request(...asked);
  const folder = await library.folder(["one/a.jpg", "two/a.jpg", "IMG_1.jpg"]);
  const { id } = (await request("folder.list", {})).find(({ path }) => path === folder.path)!;
  const status = async (): Promise<FolderMirror> =>
    (await request("mirror.status", {})).find((one) => one.id === id)!;
  return {
    folder,
    request,
    status,
    turn: async (isOn: boolean) => request("folder.mirror", { id, isOn }),
    written: () => until("everything is written", async () => (await status()).waiting === 0),
    untilTagged: (name: string, ...tags: string[]) =>
      until(`${name} is tagged ${tags.join()}`, async () => {
        const { tags: found } = await folder.find(name);
        return found.join() === tags.join();
      }),
    sentences: async () =>
      (await request("history.list", { limit: 100 })).entries.map(({ sentence }) => sentence),
  };
}

/** Another program gives a tag in the place of another. */
async function retag(sidecar: string, from: string, to: string): Promise<void> {
  const xmp = await readFile(sidecar, "utf8");
  expect(xmp).toContain(`${from}</rdf:li>`);
  await writeFile(sidecar, xmp.replaceAll(`${from}</rdf:li>`, `${to}</rdf:li>`));
}

async function filesIn(folder: TaggedFolder): Promise<string[]> {
  const names = await readdir(folder.path, { recursive: true });
  return names.filter((name) => name.endsWith(".xmp")).sort();
}

const TOOK_OVER = "Took over what other programs wrote beside 1 photo";

test("a folder that is turned on is written and follows edits on either side, while the app is open and while it is not", async () => {
  const mirrored = await addMirrored();
  const { folder, request } = mirrored;
  await writeFile(folder.at("IMG_1.dng"), "as a camera wrote it");
  await writeFile(folder.at("IMG_1.xmp"), keywordPacket(["raw"]));
  await folder.look();
  await mirrored.untilTagged("IMG_1.jpg", "of IMG_1", "raw");
  const before = await filesIn(folder);
  const entries = (await mirrored.sentences()).length;

  // Two photos of the same name, and one sidecar for RAW and JPEG.
  const turnedOn = await mirrored.turn(true);
  await mirrored.written();
  const { id } = await folder.find("one/a.jpg");

  expect([before, turnedOn.mirrors]).toEqual([["IMG_1.xmp"], true]);
  expect(await filesIn(folder)).toEqual(["IMG_1.xmp", "one/a.jpg.xmp", "two/a.jpg.xmp"]);
  expect(await readFile(folder.at("IMG_1.xmp"), "utf8")).toMatch(/raw[^]*of IMG_1/);
  expect((await request("photo.get", { id })).mirror).toEqual({
    state: "in-sync",
    reason: null,
    conflicts: [],
    sidecar: folder.at("one", "a.jpg.xmp"),
  });

  await retag(folder.at("one", "a.jpg.xmp"), "of a", "given while open");
  await mirrored.untilTagged("one/a.jpg", "given while open");
  await mirrored.written();
  expect((await mirrored.sentences())[0]).toBe(TOOK_OVER);

  await library.restart();
  await retag(folder.at("one", "a.jpg.xmp"), "given while open", "given while closed");
  await library.restart();
  await mirrored.untilTagged("one/a.jpg", "given while closed");
  await mirrored.written();

  const sentences = await mirrored.sentences();
  expect(sentences.slice(0, sentences.length - entries)).toEqual([TOOK_OVER, TOOK_OVER]);
  expect((await folder.find("two/a.jpg")).tags).toEqual(["of a"]);
  await request("history.undo", {});
  await mirrored.untilTagged("one/a.jpg", "given while open");
  await until("undo is in the file", async () =>
    (await readFile(folder.at("one", "a.jpg.xmp"), "utf8")).includes("given while open"),
  );
});

test("states are found and told: a conflict until it is decided, and what could not be written until it is tried again", async () => {
  const mirrored = await addMirrored();
  const { folder, request } = mirrored;
  const { id } = await folder.find("one/a.jpg");
  let told = 0;
  library.client.subscribe((event) => {
    if (event.name === "mirror.changed") told++;
  });
  const names = async (query: string) =>
    (
      await request("photo.page", { query: `folder:"${folder.path}" (${query})`, limit: 9 })
    ).photos.map(({ path }) => path);
  await writeFile(folder.at("two", "a.jpg.xmp"), "damaged");
  await mirrored.turn(true);
  await mirrored.written();
  const unwritten = await names("is:unwritten");

  await request("photo.set", { photos: [id], rating: 3 });
  await mirrored.written();
  const xmp = await readFile(folder.at("one", "a.jpg.xmp"), "utf8");
  // Both sides change it before either is told of the other.
  await request("photo.set", { photos: [id], rating: 4 });
  await writeFile(folder.at("one", "a.jpg.xmp"), xmp.replace('"3"', '"2"'));
  await until("the conflict", async () => (await mirrored.status()).conflicts === 1);
  const inConflict = await names("is:conflict");
  const { changed } = await request("mirror.resolve", {
    photos: [id],
    field: "rating",
    take: "sidecar",
  });
  await mirrored.written();
  await writeFile(folder.at("two", "a.jpg.xmp"), keywordPacket(["mended"]));
  const two = await folder.find("two/a.jpg");
  await request("mirror.write", { photos: [two.id] });
  await mirrored.written();

  expect(unwritten).toEqual([folder.at("two", "a.jpg")]);
  expect(inConflict).toEqual([folder.at("one", "a.jpg")]);
  expect([changed, (await request("photo.get", { id })).rating]).toEqual([1, 2]);
  expect(await readFile(folder.at("two", "a.jpg.xmp"), "utf8")).toMatch(/mended[^]*of a/);
  expect(await names("is:unwritten OR is:conflict")).toEqual([]);
  expect(told).toBeGreaterThan(0);
});

test("what could not be written is tried again when the folder is checked", async () => {
  const { folder, request, status, turn } = await addMirrored();
  await mkdir(folder.at("IMG_1.jpg.xmp")); // In the place of its file.
  await turn(true);
  await until("it to fail", async () => (await status()).failed === 1);

  await rm(folder.at("IMG_1.jpg.xmp"), { recursive: true });
  await request("folder.rescan", { id: (await status()).id });
  await until("it to be written", async () => (await filesIn(folder)).includes("IMG_1.jpg.xmp"));

  expect(await status()).toMatchObject({ failed: 0, waiting: 0 });
});
