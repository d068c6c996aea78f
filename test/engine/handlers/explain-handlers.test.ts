import { mkdir, copyFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createClient, type Client } from "../../../electron/contract/client.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import type { HeatMap } from "../../../electron/contract/similar.ts";
import { openLibrary, type LibraryAccess } from "../../../electron/engine/open-library.ts";
import { FIXTURES } from "../../support/fixtures.ts";
import { tempFolder, type TempFolder } from "../../support/temp-folder.ts";

/** A banana on a mountain and on a shirt: in the upper left of the one, in the lower right of the other. */
const PASTED = [
  { name: "mountain.png", ground: "immich/denali.webp", at: 40 },
  {
    name: "shirt.png",
    ground: "clothing/3175a932-43ce-46fd-8599-37f375b1f776.jpg",
    at: 200,
  },
] as const;

let temp: TempFolder;
let library: LibraryAccess;
let client: Client<"cli" | "renderer">;
const ids = new Map<string, PhotoId>();
const photo = (name: string) => ({ of: { photo: ids.get(name)! } });

beforeAll(async () => {
  temp = await tempFolder();
  await mkdir(temp.at("photos"));
  for (const file of ["grocery/Banana_005.jpg", "rclip/bee.jpg"])
    await copyFile(path.join(FIXTURES, file), temp.at("photos", path.basename(file)));
  const banana = await sharp(path.join(FIXTURES, "grocery/Banana_005.jpg")).resize(160).toBuffer();
  for (const { name, ground, at } of PASTED) {
    await sharp(path.join(FIXTURES, ground))
      .resize(400, 400)
      .composite([{ input: banana, left: at, top: at }])
      .png()
      .toFile(temp.at("photos", name));
  }
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

/** Where in the picture the hottest cell has its middle, in fractions. */
function hottest({ area, rows, columns, heat }: HeatMap): { x: number; y: number } {
  const at = heat.indexOf(1);
  expect(heat).toHaveLength(rows * columns);
  return {
    x: area.x + (area.width * ((at % columns) + 0.5)) / columns,
    y: area.y + (area.height * (Math.floor(at / columns) + 0.5)) / rows,
  };
}

test("two photos with the same thing in them are hot where it is", async () => {
  const explained = await client.request("similar.explain", {
    photo: photo("mountain.png"),
    example: photo("shirt.png"),
  });

  for (const [map, { at }] of [
    [explained.photo, PASTED[0]],
    [explained.example, PASTED[1]],
  ] as const) {
    const { x, y } = hottest(map);
    for (const share of [x, y]) {
      expect(share).toBeGreaterThan(at / 400);
      expect(share).toBeLessThan((at + 160) / 400);
    }
  }
});

test.each([1, 0.5, 0])("at a depth of %d the likeness is what the search says", async (depth) => {
  const [one, other] = [photo("mountain.png"), photo("Banana_005.jpg")];

  const explained = await client.request("similar.explain", { photo: other, example: one, depth });
  const question = { examples: [one], depth, limit: 10, beyondEnd: true };
  const { photos } = await client.request("similar.search", question);

  const found = photos.find((each) => each.photo.name === "Banana_005.jpg");
  expect(explained.similarity).toBeCloseTo(found!.similarity, 2);
});

test("a photo that is shown turned is hot where the thing is then", async () => {
  const question = { photo: photo("mountain.png"), example: photo("Banana_005.jpg") };
  const upright = hottest((await client.request("similar.explain", question)).photo);
  await client.request("photo.turn", { photos: [ids.get("mountain.png")!], by: 90 });

  const turned = hottest((await client.request("similar.explain", question)).photo);
  await client.request("photo.turn", { photos: [ids.get("mountain.png")!], by: -90 });

  expect(turned.x).toBeCloseTo(1 - upright.y, 6);
  expect(turned.y).toBeCloseTo(upright.x, 6);
});

test("of a part of a photo, and of a picture from outside, there is heat in that part", async () => {
  const region = { x: 0.5, y: 0.5, width: 0.4, height: 0.4 };
  const { picture } = await client.request("picture.open", {
    path: path.join(FIXTURES, "grocery/Banana_013.jpg"),
  });

  const explained = await client.request("similar.explain", {
    photo: { of: { picture } },
    example: { ...photo("shirt.png"), region },
  });

  const { x, y } = hottest(explained.example);
  expect([x > 0.5, x < 0.9, y > 0.5, y < 0.9]).toEqual([true, true, true, true]);
  expect(explained.photo.heat).toContain(1);
});

test("a label and its family come from the same place, and another label does not", async () => {
  const explain = async (label: string) =>
    client.request("label.explainPhoto", { photo: photo("bee.jpg"), label });

  const [bee, animal] = [await explain("bee"), await explain("bees")];

  expect(bee.label).toBe("bee");
  expect(animal.photo).toEqual(bee.photo);
  // The bee sits left of the middle.
  expect(hottest(bee.photo)).toEqual({
    x: expect.closeTo(0.45, 1) as number,
    y: expect.closeTo(0.5, 1) as number,
  });
  expect((await explain("animal")).label).toBe("animal");
  await expect(explain("unheard of")).rejects.toMatchObject({ code: "request-invalid" });
});

test("who asks anew does not wait for the old answer", async () => {
  const ask = (name: string) =>
    client.request("similar.explain", {
      photo: photo(name),
      example: photo("bee.jpg"),
      session: "a window",
    });

  const first = ask("mountain.png");
  const second = ask("shirt.png");

  await expect(first).rejects.toMatchObject({ code: "cancelled" });
  expect((await second).photo.heat).toContain(1);
});

test("a photo that is in no catalog, and a file that is gone, are refused", async () => {
  const example = photo("bee.jpg");
  const unknown = { photo: { of: { photo: 999 } }, example };
  await expect(client.request("similar.explain", unknown)).rejects.toMatchObject({
    code: "photo-unknown",
  });

  const outside = { photo: { of: { picture: "of another engine" } }, example };
  await expect(client.request("similar.explain", outside)).rejects.toThrow("of another engine");
});
