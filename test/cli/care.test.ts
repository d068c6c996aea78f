import { copyFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyPhotos } from "../support/fixtures.ts";
import { semblance, semblanceJson } from "../support/semblance.ts";
import { tempFolder, type TempFolder } from "../support/temp-folder.ts";

/** Every command is a process of its own that opens the library. */
const SLOW = { timeout: 180_000 };

let temp: TempFolder;
const library = () => ["--library", temp.at("library")];
const photo = (name: string) => path.join(temp.at("photos"), name);

beforeAll(async () => {
  temp = await tempFolder();
  await copyPhotos(["grocery/Banana_005.jpg", "rclip/bee.jpg"], temp.at("photos"));
  await writeFile(photo("drawing.jpg"), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await semblanceJson(["index", temp.at("photos"), ...library()]);
});

afterAll(() => temp[Symbol.asyncDispose]());

test(
  "photos that could not be shown are listed with the reason and tried again",
  SLOW,
  async () => {
    const listed = await semblanceJson(["failed", "list", ...library()]);
    const { stdout } = await semblance(["failed", "retry", photo("drawing.jpg"), ...library()]);

    expect(listed).toMatchObject([{ path: photo("drawing.jpg"), code: "format-unsupported" }]);
    expect(stdout).toBe("1 photo waits to be read again\n");
  },
);

test("a photo is set aside, and is read again when that is asked for", SLOW, async () => {
  const aside = ["resume", "--set-aside", photo("Banana_005.jpg"), ...library()];

  expect(await semblanceJson(aside)).toEqual({ isPaused: false, share: "full" });
  expect(await semblanceJson(["failed", "list", ...library()])).toContainEqual(
    expect.objectContaining({ path: photo("Banana_005.jpg"), code: "decoder-crashed" }),
  );
  const retry = await semblance(["failed", "retry", photo("Banana_005.jpg"), ...library()]);
  expect(retry.stdout).toBe("1 photo waits to be read again\n");
});

test("photos whose files are there are not forgotten", SLOW, async () => {
  const listed = await semblanceJson(["missing", "list", ...library()]);
  const { stdout } = await semblance([
    ...["missing", "forget", photo("Banana_005.jpg"), "--yes"],
    ...library(),
  ]);

  expect(listed).toEqual([]);
  expect(stdout).toBe("Forgot 0 of 1 photos; the others are not missing\n");
});

test(
  "copies are listed with what is suggested, and are not listed again once they are kept",
  SLOW,
  async () => {
    const copy = photo("Banana_005 copy.jpg");
    await copyFile(photo("Banana_005.jpg"), copy);
    await semblanceJson(["index", temp.at("photos"), ...library()]);

    const listed = await semblanceJson<{ kind: string; keep: string }[]>([
      "duplicates",
      ...library(),
    ]);
    const asked = await semblance(["duplicates", "apply", ...library()]);
    const { stdout } = await semblance([
      ...["duplicates", "keep-all", photo("Banana_005.jpg"), copy],
      ...library(),
    ]);
    const { stdout: after } = await semblance(["duplicates", "--kind", "exact", ...library()]);

    expect(listed).toMatchObject([{ kind: "exact", keep: photo("Banana_005.jpg"), more: 0 }]);
    expect(asked).toMatchObject({ code: 1, stderr: expect.stringContaining("--yes") as string });
    expect(stdout).toBe("Kept all of 2 photos\n");
    expect(after).toBe("No duplicates found.\n");
    await rm(copy);
    await semblanceJson(["index", temp.at("photos"), ...library()]);
  },
);

test("a folder is paused by its name", SLOW, async () => {
  const paused = await semblanceJson(["folder", "pause", temp.at("photos"), ...library()]);

  expect(paused).toEqual({ path: temp.at("photos"), isPaused: true });
});

test(
  "a missing photo is given the file that the user names, and keeps its tags",
  SLOW,
  async () => {
    await semblanceJson(["tag", "add", "garden", photo("bee.jpg"), ...library()]);
    await rename(photo("bee.jpg"), temp.at("away.jpg"));
    await semblanceJson(["index", temp.at("photos"), ...library()]);
    await copyFile(temp.at("away.jpg"), photo("found.jpg"));

    const { stdout } = await semblance([
      ...["locate", photo("bee.jpg"), photo("found.jpg")],
      ...library(),
    ]);

    expect(stdout).toBe(`${photo("bee.jpg")} is now ${photo("found.jpg")}\n`);
    const tags = await semblanceJson(["tags", photo("found.jpg"), ...library()]);
    expect(JSON.stringify(tags)).toContain("garden");
  },
);
