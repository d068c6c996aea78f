import { copyFile, mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createClient, type Client } from "../../../electron/contract/client.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import type { RequestInput } from "../../../electron/contract/requests.ts";
import { openLibrary, type LibraryAccess } from "../../../electron/engine/open-library.ts";
import { FIXTURES } from "../../support/fixtures.ts";
import { tempFolder, type TempFolder } from "../../support/temp-folder.ts";

type Question = RequestInput<"similar.search">;

const FILES = [
  "rclip/bee.jpg",
  "grocery/Banana_005.jpg",
  "grocery/Banana_013.jpg",
  "grocery/Orange_001.jpg",
  "immich/prairie_falcon.jpg",
];

let temp: TempFolder;
let library: LibraryAccess;
let client: Client<"cli" | "renderer">;
const ids = new Map<string, PhotoId>();

beforeAll(async () => {
  temp = await tempFolder();
  await mkdir(temp.at("photos"));
  for (const file of FILES)
    await copyFile(path.join(FIXTURES, file), temp.at("photos", path.basename(file)));
  library = await openLibrary({ libraryFolder: temp.at("library"), live: false });
  client = createClient<"cli" | "renderer">(library.connect(["cli", "renderer"]));
  await client.request("library.index", { paths: [temp.at("photos")] });
  const { photos } = await client.request("photo.page", { query: "", limit: 10 });
  for (const { name, id } of photos) ids.set(name, id);
});

afterAll(async () => {
  await library[Symbol.asyncDispose]();
  await temp[Symbol.asyncDispose]();
});

const photo = (name: string) => ({ of: { photo: ids.get(name)! } });

async function names(question: Partial<Question> & Pick<Question, "examples">): Promise<string[]> {
  const asked = { limit: 10, beyondEnd: true, ...question };
  return (await client.request("similar.search", asked)).photos.map((found) => found.photo.name);
}

test("a photo of the library finds the others, most similar first", async () => {
  const found = await names({ examples: [photo("Banana_005.jpg")] });

  expect(found).toHaveLength(FILES.length - 1);
  expect(found[0]).toBe("Banana_013.jpg");
});

test("a picture from outside is embedded when it is opened, and then its file may go", async () => {
  const outside = temp.at("outside.jpg");
  await copyFile(path.join(FIXTURES, "grocery/Banana_018.jpg"), outside);

  const { picture, name } = await client.request("picture.open", { path: outside });
  await rm(outside);
  const found = await names({ examples: [{ of: { picture } }] });

  expect(name).toBe("outside.jpg");
  expect(found).toHaveLength(FILES.length);
  expect(found[0]).toContain("Banana");
});

test("a file of the library that is opened like one from outside does not find itself", async () => {
  const { picture } = await client.request("picture.open", { path: temp.at("photos", "bee.jpg") });

  expect(await names({ examples: [{ of: { picture } }] })).not.toContain("bee.jpg");
});

test("a file that is no picture is refused when it is opened", async () => {
  const opening = client.request("picture.open", { path: temp.at("library", "catalog.sqlite") });

  await expect(opening).rejects.toMatchObject({ code: "format-unsupported" });
});

test("a picture that this engine was never handed is named in the answer", async () => {
  const asking = names({ examples: [{ of: { picture: "of another engine" } }] });

  await expect(asking).rejects.toThrow("of another engine");
});

test("a photo that is in no catalog is refused", async () => {
  const asking = names({ examples: [{ of: { photo: 999 } }] });

  await expect(asking).rejects.toMatchObject({ code: "photo-unknown" });
});

test("of a photo whose disk is away, a region is taken from what is kept of it", async () => {
  const region = { x: 0.25, y: 0.25, width: 0.5, height: 0.5 };
  const question = { examples: [{ ...photo("Orange_001.jpg"), region }] };
  await rename(temp.at("photos"), temp.at("away"));

  const found = await names(question);
  await rename(temp.at("away"), temp.at("photos"));

  expect(found).toHaveLength(FILES.length - 1);
});

test("examples of weight 0 say nothing", async () => {
  const examples = [photo("Banana_005.jpg"), { ...photo("bee.jpg"), weight: 0 }];

  expect(await names({ examples })).toEqual([
    ...(await names({ examples: [photo("Banana_005.jpg")] })),
  ]);
});

test("an album of similar photos keeps a copy of a picture from outside, also when its file is gone and after a restart", async () => {
  const outside = temp.at("kept.jpg");
  await copyFile(path.join(FIXTURES, "grocery/Banana_018.jpg"), outside);
  const { picture } = await client.request("picture.open", { path: outside });
  const similar = {
    examples: [{ of: { picture }, name: "kept.jpg", weight: 1 }],
    depth: 1,
    edited: false,
  };
  const expected = await names({ examples: similar.examples, within: "-falcon" });

  const { id } = await client.request("album.create", { name: "Kept", similar, query: "-falcon" });
  await rm(outside);
  await library[Symbol.asyncDispose]();
  library = await openLibrary({ libraryFolder: temp.at("library"), live: false });
  client = createClient<"cli" | "renderer">(library.connect(["cli", "renderer"]));
  const album = (await client.request("album.list", {})).find((one) => one.id === id)!;
  const [example] = album.similar!.examples;
  const of = example!.of as { picture: string; fingerprint: string };
  const found = await names({ examples: [{ of }], within: album.query! });
  const copy = { ...similar, examples: [{ of, name: "kept.jpg", weight: 2 }] };
  await client.request("album.setSimilar", { id, similar: copy });

  expect(found).toEqual(expected);
  const media = createClient<"media">(library.connect(["media"]));
  const { path: file } = await media.request("media.thumbnail", {
    fingerprint: of.fingerprint,
    turn: 0,
  });
  expect(path.relative(temp.at("library"), file)).toBe(
    path.join("examples", `${of.fingerprint}.webp`),
  );
  expect((await client.request("album.list", {})).find((one) => one.id === id)).toMatchObject({
    query: "",
    similar: { examples: [{ of, weight: 2 }] },
  });
});
