import { existsSync } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { copyPhotos } from "../support/fixtures.ts";
import { semblance, semblanceJson } from "../support/semblance.ts";
import { tempFolder, type TempFolder } from "../support/temp-folder.ts";

let temp: TempFolder;
const library = () => ["--library", temp.at("library")];
const photo = (name: string) => temp.at("photos", name);

beforeAll(async () => {
  temp = await tempFolder();
  // The trash of a user who lives here.
  vi.stubEnv("HOME", temp.at());
  vi.stubEnv("XDG_DATA_HOME", temp.at("data"));
  await copyPhotos(["rclip/bee.jpg", "grocery/Banana_005.jpg"], temp.at("photos"));
  await mkdir(temp.at("copies"));
  await semblanceJson(["index", temp.at("photos"), ...library()]);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await temp[Symbol.asyncDispose]();
});

test("export writes copies and says how many", async () => {
  const to = ["--to", temp.at("copies"), "--format", "jpeg", "--size", "100", "--quality", "80"];

  const { code, stdout } = await semblance(["export", photo("bee.jpg"), ...to, ...library()]);

  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: `Wrote 1 of 1 photos to ${temp.at("copies")}\n`,
  });
  expect(await readdir(temp.at("copies"))).toEqual(["bee.jpg"]);
});

test("export into the library is refused", async () => {
  const { code, stderr } = await semblance([
    "export",
    photo("bee.jpg"),
    "--to",
    temp.at("photos"),
    ...library(),
  ]);

  expect(code).toBe(1);
  expect(stderr).toMatch(/outside the library/);
});

test("trash moves files to the system's trash, and history says so", async () => {
  const { code, stdout } = await semblance(["trash", photo("bee.jpg"), ...library()]);

  expect({ code, stdout }).toEqual({ code: 0, stdout: "Moved 1 of 1 photos to the trash\n" });
  expect(existsSync(photo("bee.jpg"))).toBe(false);
  expect((await semblance(["history", ...library()])).stdout).toContain(
    "Moved 1 photo to the trash",
  );
});

test("trash ends with 1 and names what it could not move", async () => {
  const { code, stdout, stderr } = await semblance([
    "trash",
    photo("bee.jpg"),
    photo("Banana_005.jpg"),
    ...library(),
  ]);

  expect({ code, stdout }).toEqual({ code: 1, stdout: "Moved 1 of 2 photos to the trash\n" });
  expect(stderr).toContain(photo("bee.jpg"));
});
