import { mkdir, symlink, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { createIsIgnored } from "../../../electron/engine/watching/ignored-paths.ts";
import { readDirectory } from "../../../electron/engine/watching/read-directory.ts";
import { walkFolder } from "../../../electron/engine/watching/walk-folder.ts";
import { tempFolder } from "../../support/temp-folder.ts";

const isPhotoName = (name: string) => name.endsWith(".jpg");

test("a directory lists its photo files with size, time and inode, and its subdirectories", async () => {
  await using folder = await tempFolder();
  await writeFile(folder.at("a.jpg"), "12345");
  await writeFile(folder.at("notes.txt"), "not a photo");
  await mkdir(folder.at("inside"));

  const listing = await readDirectory(folder.path, { isPhotoName });

  expect(listing).toEqual({
    files: [
      {
        name: "a.jpg",
        sizeBytes: 5,
        modifiedAtUs: expect.any(Number),
        fileKey: expect.stringMatching(/^\d+:\d+$/),
      },
    ],
    subdirectories: ["inside"],
  });
});

test("hidden names and other programs' folders are not looked at, and links are not followed", async () => {
  await using folder = await tempFolder();
  await using elsewhere = await tempFolder();
  await writeFile(elsewhere.at("secret.jpg"), "x");
  await writeFile(folder.at(".hidden.jpg"), "x");
  for (const name of ["@eaDir", ".thumbnails", "#recycle", "node_modules"])
    await mkdir(folder.at(name));
  await symlink(elsewhere.path, folder.at("link"));
  await symlink(elsewhere.at("secret.jpg"), folder.at("link.jpg"));

  expect(await readDirectory(folder.path, { isPhotoName })).toEqual({
    files: [],
    subdirectories: [],
  });
});

test("a directory that is not there is told apart from an empty one", async () => {
  await using folder = await tempFolder();

  expect(await readDirectory(folder.at("gone"), { isPhotoName })).toBeUndefined();
  expect(await readDirectory(folder.path, { isPhotoName })).toEqual({
    files: [],
    subdirectories: [],
  });
});

test("a walk visits every directory by its path inside the folder and leaves the library out", async () => {
  await using folder = await tempFolder();
  await mkdir(folder.at("2023/05"), { recursive: true });
  await mkdir(folder.at("library/thumbnails"), { recursive: true });

  const visited: string[] = [];
  for await (const { directory } of walkFolder(folder.path, {
    isPhotoName,
    isIgnored: createIsIgnored({ library: "library" }),
  })) {
    visited.push(directory);
  }

  expect(visited).toEqual(["", "2023", "2023/05"]);
});
