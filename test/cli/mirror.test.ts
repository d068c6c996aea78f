import { readFile, rm, writeFile } from "node:fs/promises";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { MirroredPhoto } from "../../electron/contract/mirror.ts";
import { copyPhotos } from "../support/fixtures.ts";
import { semblance, semblanceJson } from "../support/semblance.ts";
import { tempFolder, type TempFolder } from "../support/temp-folder.ts";

let temp: TempFolder;
const library = () => ["--library", temp.at("library")];
const bee = () => temp.at("photos", "bee.jpg");
const sidecar = () => `${bee()}.xmp`;

beforeAll(async () => {
  temp = await tempFolder();
  await copyPhotos(["rclip/bee.jpg", "grocery/Banana_005.jpg"], temp.at("photos"));
  await semblanceJson(["index", temp.at("photos"), ...library()]);
  await semblanceJson(["tag", "add", "Animals/Bee", bee(), ...library()]);
});

afterAll(() => temp[Symbol.asyncDispose]());

test("a dry run tells what would be written, and writes nothing", async () => {
  const { code, stdout } = await semblance(["tags", "mirror", "--dry-run", ...library()]);

  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: `would write  ${sidecar()}\n  file     + Animals/Bee\n1 would write\n`,
  });
  await expect(readFile(sidecar())).rejects.toThrow("ENOENT");
});

test("tags are written beside the photos, and once more nothing is", async () => {
  const first = await semblance(["tags", "mirror", temp.at("photos"), ...library()]);
  const again = await semblance(["tag", "mirror", ...library()]);

  expect([first.code, first.stdout.split("\n").at(-2)]).toEqual([0, "1 written"]);
  expect(await readFile(sidecar(), "utf8")).toContain("<rdf:li>Animals|Bee</rdf:li>");
  expect([again.code, again.stdout]).toEqual([0, "1 in sync\n"]);
});

test("what another program wrote is taken over, and can be undone", async () => {
  const theirs = (await readFile(sidecar(), "utf8")).replaceAll("Bee<", "Bumblebee<");
  await writeFile(sidecar(), theirs);

  const { photos } = await semblanceJson<{ photos: MirroredPhoto[] }>([
    ...["tags", "mirror"],
    ...library(),
  ]);
  const tags = await semblanceJson<{ tag: string }[]>(["tag", "list", bee(), ...library()]);
  const { stdout } = await semblance(["history", ...library()]);

  expect(photos).toMatchObject([
    {
      outcome: "merged",
      path: bee(),
      inLibrary: { addedTags: ["Animals/Bumblebee"], removedTags: ["Animals/Bee"] },
    },
  ]);
  expect(tags.map(({ tag }) => tag)).toEqual(["Animals/Bumblebee"]);
  expect(stdout).toContain("Took over what other programs wrote beside 1 photo");
});

test("a damaged sidecar is named, stays as it is, and ends the command with 1", async () => {
  await semblanceJson(["tag", "add", "garden", bee(), ...library()]);
  await writeFile(sidecar(), "damaged");

  const { code, stdout, stderr } = await semblance(["tags", "mirror", ...library()]);

  expect([code, stdout.split("\n").at(-2)]).toEqual([1, "1 failed"]);
  expect(stderr).toContain(`Expected ${sidecar()} to be XMP`);
  expect(await readFile(sidecar(), "utf8")).toBe("damaged");
  await rm(sidecar());
});

test("what both sides changed differently is told, left as it is, and ends the command with 1", async () => {
  const rate = (stars: number) => {
    const db = new DatabaseSync(temp.at("library", "catalog.sqlite"));
    db.prepare(
      `INSERT OR REPLACE INTO user_value (photo_id, field, value)
       SELECT id, 'rating', ? FROM photo WHERE name = 'bee.jpg'`,
    ).run(stars);
    db.close();
  };
  rate(3);
  await semblanceJson(["tags", "mirror", ...library()]);
  const xmp = await readFile(sidecar(), "utf8");
  await writeFile(sidecar(), xmp.replace('xmp:Rating="3"', 'xmp:Rating="2"'));
  rate(4);

  const { code, stdout, stderr } = await semblance(["tags", "mirror", ...library()]);

  expect({ code, stdout }).toEqual({
    code: 1,
    stdout: `conflict  ${sidecar()}\n  rating: 4 in the library, 2 in the file\n1 conflict\n`,
  });
  expect(stderr).toContain("1 photo was changed differently here and in the XMP file");
  expect(await readFile(sidecar(), "utf8")).toContain('xmp:Rating="2"');
});

test("a folder that is not watched is refused by its name", async () => {
  const { code, stderr } = await semblance(["tags", "mirror", temp.at(), ...library()]);

  expect(code).toBe(1);
  expect(stderr).toContain(`expected a watched folder or one inside of it but got ${temp.at()}`);
});
