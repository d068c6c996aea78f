import { readdir, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { takeNames } from "../../../electron/engine/originals/free-names.ts";
import { tempFolder } from "../../support/temp-folder.ts";

test("a name that is taken gets the next free number, and the files of a photo keep one stem", async () => {
  await using temp = await tempFolder();
  await writeFile(temp.at("a.cr2"), "somebody's");
  await writeFile(temp.at("a (2).jpg"), "somebody's");

  const taken = await takeNames(temp.at(), "a", ["a.jpg", "a.cr2", "a.jpg.xmp"]);

  expect(taken).toEqual([temp.at("a (3).jpg"), temp.at("a (3).cr2"), temp.at("a (3).jpg.xmp")]);
  expect((await readdir(temp.at())).sort()).toEqual(
    ["a.cr2", "a (2).jpg", "a (3).jpg", "a (3).cr2", "a (3).jpg.xmp"].sort(),
  );
});

test("two at once never take the same name", async () => {
  await using temp = await tempFolder();

  const taken = await Promise.all(
    Array.from({ length: 20 }, () => takeNames(temp.at(), "a", ["a.jpg"])),
  );

  expect(new Set(taken.flat()).size).toBe(20);
});
