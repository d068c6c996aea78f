import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { createClient, type Client } from "../../../electron/contract/client.ts";
import type { PhotoId } from "../../../electron/contract/photo.ts";
import { openLibrary } from "../../../electron/engine/open-library.ts";
import { libraryPaths, openCatalog } from "../../../electron/engine/catalog/open-catalog.ts";
import { recordFailure } from "../../../electron/engine/catalog/failures.ts";
import { FIXTURES } from "../../support/fixtures.ts";
import { hasExiftool } from "../../support/has-exiftool.ts";
import { makeRawPhoto } from "../../support/raw-photo.ts";
import { tempFolder } from "../../support/temp-folder.ts";
import { until } from "../../support/until.ts";

async function find(client: Client<"cli" | "renderer" | "media">, query: string) {
  const { photos } = await client.request("photo.page", { query, limit: 2 });
  expect(photos.length).toBe(1);
  return photos[0]!;
}

test("of a photo that was cut off, the part that is there is shown; it is not indexed", async () => {
  await using folder = await tempFolder();
  const bytes = await readFile(path.join(FIXTURES, "rclip/bee.jpg"));
  await mkdir(folder.at("photos"));
  await writeFile(folder.at("photos", "half.jpg"), bytes.subarray(0, bytes.length / 2));
  await writeFile(folder.at("photos", "diary.jpg"), "Dear diary");
  await using library = await openLibrary({ live: false, libraryFolder: folder.at("library") });
  const client = createClient<"cli" | "renderer" | "media">(
    library.connect(["cli", "renderer", "media"]),
  );
  await client.request("library.index", { paths: [folder.at("photos")] });
  const [half, diary] = [await find(client, "half"), await find(client, "diary")];

  const preview = await client.request("media.preview", { id: half.id });

  const whole = await sharp(bytes).metadata();
  expect(half.state).toBe("failed");
  expect(await sharp(preview.path).metadata()).toMatchObject({
    format: "webp",
    width: whole.width,
    height: whole.height,
  });
  await expect(client.request("media.preview", { id: diary.id })).rejects.toMatchObject({
    code: "format-unsupported",
    message: expect.stringMatching(/diary\.jpg/) as string,
  });
});

test("the file itself is handed out where browsers show it, by its content; others and unknown ones are refused", async () => {
  await using folder = await tempFolder();
  await mkdir(folder.at("photos"));
  const bee = await readFile(path.join(FIXTURES, "rclip/bee.jpg"));
  await writeFile(folder.at("photos", "bee.jpg"), bee);
  await writeFile(folder.at("photos", "named-jpg.jpg"), await sharp(bee).gif().toBuffer());
  await writeFile(folder.at("photos", "scan.tif"), await sharp(bee).tiff().toBuffer());
  await using library = await openLibrary({ live: false, libraryFolder: folder.at("library") });
  const client = createClient<"cli" | "renderer" | "media">(
    library.connect(["cli", "renderer", "media"]),
  );
  await client.request("library.index", { paths: [folder.at("photos")] });
  const original = async (name: string) =>
    client.request("media.original", { id: (await find(client, `name:${name}`)).id });

  expect(await original("bee.jpg")).toEqual({
    path: folder.at("photos", "bee.jpg"),
    type: "image/jpeg",
  });
  expect(await original("named-jpg")).toMatchObject({ type: "image/gif" });
  await expect(original("scan.tif")).rejects.toMatchObject({
    code: "format-unsupported",
    message: expect.stringMatching(/scan\.tif.*TIFF/) as string,
  });
  await expect(client.request("media.original", { id: 999_999 })).rejects.toMatchObject({
    code: "photo-unknown",
  });
  await rm(folder.at("photos", "bee.jpg"));
  await expect(original("bee.jpg")).rejects.toMatchObject({ code: "file-missing" });
});

test.skipIf(!hasExiftool)(
  "with exiftool, a RAW photo is indexed and shown; one that failed without it is tried again",
  async () => {
    await using folder = await tempFolder();
    const preview = await readFile(path.join(FIXTURES, "immich/prairie_falcon.jpg"));
    await mkdir(folder.at("photos"));
    await writeFile(folder.at("photos", "falcon.dng"), makeRawPhoto({ preview, orientation: 6 }));
    const libraryFolder = folder.at("library");
    {
      await using library = await openLibrary({ live: false, libraryFolder });
      const client = createClient<"cli" | "renderer" | "media">(
        library.connect(["cli", "renderer", "media"]),
      );
      await client.request("library.index", { paths: [folder.at("photos")] });
      const falcon = await find(client, "falcon");
      const shown = await client.request("media.preview", { id: falcon.id });
      expect(falcon).toMatchObject({ state: "indexed", widthPx: 533, heightPx: 800 });
      expect(await sharp(shown.path).metadata()).toMatchObject({ width: 533, height: 800 });
    }
    {
      // As an earlier start on a machine without Perl left it.
      using db = await openCatalog(libraryPaths(libraryFolder));
      const { id } = db.get<{ id: PhotoId }>("SELECT id FROM photo")!;
      db.run("UPDATE photo SET indexed_by = NULL");
      recordFailure(db, id, { code: "exiftool-missing", message: "no Perl" });
    }

    await using library = await openLibrary({ live: true, libraryFolder });
    const client = createClient<"cli" | "renderer" | "media">(library.connect(["cli", "renderer"]));

    await until(
      "the RAW photo to be indexed",
      async () => (await find(client, "falcon")).state === "indexed",
    );
  },
);
