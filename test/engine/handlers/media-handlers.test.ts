import { mkdir, readFile, writeFile } from "node:fs/promises";
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
