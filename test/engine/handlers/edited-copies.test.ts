import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createClient, type Client } from "../../../electron/contract/client.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import { openLibrary, type LibraryAccess } from "../../../electron/engine/open-library.ts";
import { copyPhotos, FIXTURES } from "../../support/fixtures.ts";
import { tempFolder, type TempFolder } from "../../support/temp-folder.ts";

const ORIGINAL = path.join(FIXTURES, "rclip/bee.jpg");
const STRANGERS = ["grocery/Banana_005.jpg", "grocery/Orange_001.jpg", "immich/tanners_ridge.jpg"];

let temp: TempFolder;
let library: LibraryAccess;
let client: Client<"cli" | "renderer">;
let bee: PhotoId;

beforeAll(async () => {
  temp = await tempFolder();
  await copyPhotos(["rclip/bee.jpg", ...STRANGERS], temp.at("photos"));
  for (const degrees of [90, 180, 270])
    await sharp(ORIGINAL)
      .rotate(degrees)
      .jpeg({ quality: 85 })
      .toFile(temp.at("photos", `turned-${degrees}.jpg`));
  library = await openLibrary({ libraryFolder: temp.at("library"), live: false });
  client = createClient<"cli" | "renderer">(library.connect(["cli", "renderer"]));
  await client.request("library.index", { paths: [temp.at("photos")] });
  const { photos } = await client.request("photo.page", { query: "bee", limit: 1 });
  bee = photos[0]!.id;
});

afterAll(async () => {
  await library[Symbol.asyncDispose]();
  await temp[Symbol.asyncDispose]();
});

async function sameShots(of: { photo: PhotoId } | { picture: string }, edited: boolean) {
  const question = { examples: [{ of }], limit: 10, edited };
  const { photos } = await client.request("similar.search", question);
  return photos
    .filter(({ band }) => band === "same-shot")
    .map(({ photo }) => photo.name)
    .sort();
}

const TURNED = ["turned-180.jpg", "turned-270.jpg", "turned-90.jpg"];

test("copies that were turned are the same shot when edited copies are looked for", async () => {
  expect(await sameShots({ photo: bee }, false)).toEqual([]);
  expect(await sameShots({ photo: bee }, true)).toEqual(TURNED);
});

test("of a picture from outside too", async () => {
  const outside = temp.at("outside.png");
  await sharp(ORIGINAL).rotate(90).png().toFile(outside);

  const { picture } = await client.request("picture.open", { path: outside });

  expect(await sameShots({ picture }, false)).toEqual(["turned-90.jpg"]);
  expect(await sameShots({ picture }, true)).toEqual(["bee.jpg", ...TURNED]);
});
