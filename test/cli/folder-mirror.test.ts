import { readdir, writeFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { copyPhotos } from "../support/fixtures.ts";
import { semblance, semblanceJson } from "../support/semblance.ts";
import { tempFolder, type TempFolder } from "../support/temp-folder.ts";

// Each of these runs several commands, each a process of its own.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let temp: TempFolder;
const library = () => ["--library", temp.at("library")];
const bee = () => temp.at("photos", "bee.jpg");

beforeAll(async () => {
  temp = await tempFolder();
  await copyPhotos(["rclip/bee.jpg"], temp.at("photos"));
  await semblanceJson(["index", temp.at("photos"), ...library()]);
  await semblanceJson(["tag", "add", "Animals/Bee", bee(), ...library()]);
});

afterAll(() => temp[Symbol.asyncDispose]());

test("a folder is turned on and off, says how its photos stand, and writes when it is indexed", async () => {
  const mirror = (...asked: string[]) =>
    semblance(["folder", "mirror", temp.at("photos"), ...asked, ...library()]);
  const on = await mirror("on");
  const untouched = await readdir(temp.at("photos"));
  await writeFile(`${bee()}.xmp`, "damaged");
  await semblanceJson(["index", temp.at("photos"), ...library()]);
  const failed = await semblanceJson(["folder", "mirror", temp.at("photos"), ...library()]);
  const found = await semblanceJson<{ photos: { path: string }[] }>([
    ...["search", "is:unwritten"],
    ...library(),
  ]);
  const listed = await semblance(["folder", "list", ...library()]);
  const off = await mirror("off");

  expect([on.code, on.stdout]).toEqual([
    0,
    [
      `XMP files are written beside ${temp.at("photos")}`,
      "1 waiting, 0 in conflict, 0 read-only, 0 failed",
      `They are written while Semblance is open, or now by: semblance tags mirror "${temp.at("photos")}"`,
      "",
    ].join("\n"),
  ]);
  expect(untouched).toEqual(["bee.jpg"]);
  const counts = { waiting: 0, conflicts: 0, readOnly: 0, failed: 1 };
  expect(failed).toEqual({ path: temp.at("photos"), isOn: true, ...counts });
  expect(found.photos.map(({ path }) => path)).toEqual([bee()]);
  expect(listed.stdout).toContain("writes XMP files");
  expect([off.code, off.stdout]).toEqual([0, `Off for ${temp.at("photos")}\n`]);
});

test("anything but on and off is refused before the library is opened", async () => {
  const { code, stderr } = await semblance(["folder", "mirror", temp.at("photos"), "maybe"]);

  expect(code).toBe(1);
  expect(stderr).toContain('expected "on" or "off" but got "maybe"');
});
