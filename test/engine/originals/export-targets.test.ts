import { mkdir, symlink, writeFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { ExportTargets } from "../../../electron/engine/originals/export-targets.ts";
import { tempFolder } from "../../support/temp-folder.ts";

test("a folder inside the library is refused, by whichever way it is reached", async () => {
  await using temp = await tempFolder();
  await mkdir(temp.at("photos", "copies"), { recursive: true });
  await symlink(temp.at("photos"), temp.at("link"));
  const targets = new ExportTargets();

  for (const folder of [temp.at("photos"), temp.at("photos", "copies"), temp.at("link", "copies")])
    await expect(targets.open(folder, [temp.at("photos")])).rejects.toMatchObject({
      code: "folder-overlaps",
    });
});

test("a folder beside or around the library is not inside it", async () => {
  await using temp = await tempFolder();
  await mkdir(temp.at("photos"));
  await mkdir(temp.at("photos-to-print"));
  const targets = new ExportTargets();

  const target = await targets.open(temp.at("photos-to-print"), [temp.at("photos")]);

  expect(targets.folderOf(target)).toBe(temp.at("photos-to-print"));
  await expect(targets.open(temp.at(), [temp.at("photos")])).resolves.toBeDefined();
});

test("what is no folder is refused by its name", async () => {
  await using temp = await tempFolder();
  await writeFile(temp.at("file"), "");
  const targets = new ExportTargets();

  for (const folder of [temp.at("file"), temp.at("nowhere")])
    await expect(targets.open(folder, [])).rejects.toMatchObject({
      code: "folder-unavailable",
      message: expect.stringContaining(folder),
    });
  expect(() => targets.folderOf("11111111-1111-4111-8111-111111111111")).toThrow(/opened since/);
});
