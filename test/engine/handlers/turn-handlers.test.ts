import { copyFile, mkdir, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import sharp, { type Sharp } from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fromAspectByte } from "../../../electron/contract/aspect.ts";
import { createClient, type Client } from "../../../electron/contract/client.ts";
import type { Photo, PhotoId } from "../../../electron/contract/photo.ts";
import type { Region } from "../../../electron/contract/similar.ts";
import type { Turn } from "../../../electron/contract/value-names.ts";
import { openLibrary, type LibraryAccess } from "../../../electron/engine/open-library.ts";
import { FIXTURES } from "../../support/fixtures.ts";
import { tempFolder, type TempFolder } from "../../support/temp-folder.ts";

const BEE = "rclip/bee.jpg";

let temp: TempFolder;
let library: LibraryAccess;
let client: Client<"cli" | "renderer" | "media">;
let id: PhotoId;

beforeAll(async () => {
  temp = await tempFolder();
  await mkdir(temp.at("photos"));
  await copyFile(path.join(FIXTURES, BEE), temp.at("photos", "bee.jpg"));
  library = await openLibrary({ libraryFolder: temp.at("library"), live: false });
  client = createClient<"cli" | "renderer" | "media">(
    library.connect(["cli", "renderer", "media"]),
  );
  await client.request("library.index", { paths: [temp.at("photos")] });
  id = (await read()).id;
});

afterAll(async () => {
  await library[Symbol.asyncDispose]();
  await temp[Symbol.asyncDispose]();
});

async function read(): Promise<Photo> {
  return (await client.request("photo.page", { query: "name:bee", limit: 1 })).photos[0]!;
}

async function aspect(): Promise<number> {
  const { segments } = await client.request("photo.segments", {
    query: "name:bee",
    groupBy: "month",
  });
  return fromAspectByte(atob(segments[0]!.aspects).charCodeAt(0));
}

/** Mean difference between two pictures of the same size, in levels of 0 to 255. */
async function difference(a: Sharp, b: Sharp): Promise<number> {
  const small = (one: Sharp) =>
    one.toColourspace("srgb").removeAlpha().resize(64, 64, { fit: "fill" }).raw().toBuffer();
  const [left, right] = await Promise.all([small(a), small(b)]);
  return left.reduce((sum, value, at) => sum + Math.abs(value - right[at]!), 0) / left.length;
}

test("a turned photo has its size, its place in the grid, thumbnail and preview turned, and undone they are as before", async () => {
  const before = await read();
  const [width, height] = [before.widthPx!, before.heightPx!];

  const done = await client.request("photo.turn", { photos: [id], by: 90 });
  const turned = await read();
  const seen = await aspect();
  await client.request("history.undo", {});

  expect(done).toEqual({ changed: 1, entry: expect.any(Number) as number });
  expect(turned).toMatchObject({ turn: 90, widthPx: height, heightPx: width });
  expect(seen).toBeCloseTo(height / width, 1);
  expect(await read()).toEqual(before);
  expect(await aspect()).toBeCloseTo(width / height, 1);
});

test("thumbnails and previews are made turned of what is stored, once, and are previews that clearing takes along", async () => {
  const { fingerprint } = await read();
  for (const turn of [90, 180, 270] as const satisfies Turn[]) {
    for (const ask of [
      (by: Turn) => client.request("media.thumbnail", { fingerprint: fingerprint!, turn: by }),
      (by: Turn) => client.request("media.preview", { id, turn: by }),
    ]) {
      const [upright, shown] = [await ask(0), await ask(turn)];
      const wanted = sharp(await sharp(upright.path).rotate(turn).png().toBuffer());
      expect(await difference(wanted, sharp(shown.path)), `turned by ${turn}`).toBeLessThan(3);
      expect((await ask(turn)).path).toBe(shown.path);
    }
  }
  const kept = await readdir(temp.at("library", "previews"), { recursive: true });

  await client.request("machine.clear", { what: "previews" });
  const left = await readdir(temp.at("library", "previews"), { recursive: true });
  const again = await client.request("media.thumbnail", { fingerprint: fingerprint!, turn: 90 });

  expect(kept.filter((name) => name.includes("-thumbnail-"))).toHaveLength(3);
  expect(kept.filter((name) => name.includes("-preview-"))).toHaveLength(3);
  expect(left).toEqual([]);
  expect((await sharp(again.path).metadata()).format).toBe("webp");
});

test("a copy in another format is drawn turned, and a copy of the original is the original", async () => {
  await client.request("photo.turn", { photos: [id], by: -90 });
  const exported = async (format: "original" | "png") => {
    const { target } = await client.request("export.open", { path: temp.at() });
    return (await client.request("photo.export", { target, photos: [id], format })).written[0]!
      .path;
  };

  const drawn = await exported("png");
  const copied = await exported("original");
  await client.request("history.undo", {});

  const original = path.join(FIXTURES, BEE);
  const wanted = sharp(
    await sharp(await sharp(original).autoOrient().png().toBuffer())
      .rotate(-90)
      .png()
      .toBuffer(),
  );
  expect(await difference(wanted, sharp(drawn))).toBeLessThan(3);
  expect(await readFile(copied)).toEqual(await readFile(original));
});

test("a part of a turned photo is what is shown there", async () => {
  const half = (file: string, height = 400) =>
    sharp(path.join(FIXTURES, file)).resize(400, height, { fit: "cover" }).toBuffer();
  const [falcon, bee] = await Promise.all([half("immich/prairie_falcon.jpg"), half(BEE)]);
  await mkdir(temp.at("halves"));
  const blank = { width: 800, height: 400, channels: 3, background: "black" } as const;
  await sharp({ create: blank })
    .composite([
      { input: falcon, left: 0, top: 0 },
      { input: bee, left: 400, top: 0 },
    ])
    .jpeg()
    .toFile(temp.at("halves", "both.jpg"));
  await sharp(falcon).toFile(temp.at("halves", "falcon.jpg"));
  await client.request("library.index", { paths: [temp.at("halves")] });
  const both = (await client.request("photo.page", { query: "name:both", limit: 1 })).photos[0]!;
  const first = async (region: Region) => {
    const examples = [{ of: { photo: both.id }, region }];
    const asked = { examples, limit: 1, beyondEnd: true };
    return (await client.request("similar.search", asked)).photos[0]!.photo.name;
  };
  const top = { x: 0, y: 0, width: 1, height: 0.5 };
  const left = { x: 0, y: 0, width: 0.5, height: 1 };

  const seen = [await first(left)];
  for (const region of [top, left, top]) {
    await client.request("photo.turn", { photos: [both.id], by: 90 });
    seen.push(await first(region));
  }

  expect(seen).toEqual(["falcon.jpg", "falcon.jpg", "bee.jpg", "bee.jpg"]);
});
